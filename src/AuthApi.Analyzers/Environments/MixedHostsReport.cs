using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Environments;

/// <summary>How both rules about mixed environments report.</summary>
internal static class MixedHostsReport
{
    /// <summary>Property: the text that has to stand at the reported place; absent when the place allows no exchange.</summary>
    public const string Replacement = "Replacement";

    /// <summary>Properties: the later host, and the one that stands for it in the environment of the first.</summary>
    public const string Host = "Host", Wanted = "Wanted";

    /// <summary>
    /// The later host, with the first one as additional location. Message arguments: later host, its environment, first
    /// host, its environment. A host that is written in another file than its use is reported at the use, so that it shows while typing.
    /// </summary>
    public static Diagnostic Create(ProgramModel program, DiagnosticDescriptor descriptor, HostUse first, HostUse later)
    {
        var isLocal = later.Location.SourceTree == later.Place.SyntaxTree;
        var properties = ImmutableDictionary<string, string?>.Empty;
        var wanted = InEnvironmentOf(first.Host, later.Host);
        if (isLocal && HostText.Replacement(program, later.Location, later.Host, first.Location, wanted) is { } replacement)
            properties = properties.Add(Replacement, replacement).Add(Host, later.Host).Add(Wanted, wanted);
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

    /// <summary><c>sp.auth-staging.adobe.com</c> beside <c>api.auth.adobe.com</c> is <c>sp.auth.adobe.com</c>: hosts of one environment differ in their first label's first word.</summary>
    private static string InEnvironmentOf(string first, string later)
    {
        var ends = new[] { '.', '-' };
        var (end, laterEnd) = (first.IndexOfAny(ends), later.IndexOfAny(ends));
        return end > 0 && laterEnd > 0 && IsRole(first.Substring(0, end)) && IsRole(later.Substring(0, laterEnd)) ? later.Substring(0, laterEnd) + first.Substring(end) : first;

        static bool IsRole(string word) => word is "api" or "sp";
    }
}
