using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Environments;

/// <summary>How both rules about mixed environments report.</summary>
internal static class MixedHostsReport
{
    /// <summary>Property: the text that has to stand at the reported place; absent when the place allows no exchange.</summary>
    public const string Replacement = "Replacement";

    /// <summary>
    /// The later host, with the first one as additional location. Message arguments: later host, its environment, first
    /// host, its environment. A host that is written in another file than its use is reported at the use, so that it shows while typing.
    /// </summary>
    public static Diagnostic Create(ProgramModel program, DiagnosticDescriptor descriptor, HostUse first, HostUse later)
    {
        var isLocal = later.Location.SourceTree == later.Place.SyntaxTree;
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (isLocal && HostText.Replacement(program, later.Location, later.Host, first.Location, first.Host) is { } replacement)
            properties = properties.Add(Replacement, replacement);
        return Diagnostic.Create(
            descriptor,
            isLocal ? later.Location : later.Place.GetLocation(),
            [first.Location],
            properties,
            later.Host,
            later.Environment,
            first.Host,
            first.Environment);
    }
}
