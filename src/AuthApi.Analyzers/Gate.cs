using System.Runtime.CompilerServices;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers;

/// <summary>The service that a rule is about.</summary>
internal enum Service
{
    AdobePass,
    Vip,
}

/// <summary>
/// Whether a compilation can have anything to do with a service: an anchor in the text of a source file, a type name in a
/// reference that is not the framework, or an option that says so. A compilation that has not pays for one text search per
/// file, whose answer is kept with the syntax tree.
/// </summary>
internal static class Gate
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<Services>> Trees = new();
    private static readonly ConditionalWeakTable<MetadataReference, StrongBox<Services>> References = new();

    [Flags]
    private enum Services
    {
        None = 0,
        AdobePass = 1,
        Vip = 2,
    }

    public static bool IsOpen(Service service, Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var wanted = service == Service.AdobePass ? Services.AdobePass : Services.Vip;
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((Trees.GetValue(tree, static t => new(In(t.GetText().ToString()))).Value & wanted) != 0)
                return true;
        }

        foreach (var option in AuthApiOptions.AllIn(options, compilation))
        {
            if (service == Service.AdobePass ? option.AssumeAdobePass || !option.AdobePassHosts.IsEmpty : option.AssumeVip || !option.VipHosts.IsEmpty)
                return true;
        }

        // Who calls a VIP proxy of another assembly never writes the names that give it away; that is the very mistake.
        return service == Service.Vip && compilation.References.Any(r => (Of(r, compilation) & wanted) != 0);
    }

    private static Services In(string text) =>
        (Contains(text, Protocols.AdobePass.Anchors.SourceText) ? Services.AdobePass : Services.None)
        | (Contains(text, Protocols.Vip.Anchors.SourceText) ? Services.Vip : Services.None);

    private static bool Contains(string text, IReadOnlyList<string> anchors)
    {
        foreach (var anchor in anchors)
        {
            if (text.IndexOf(anchor, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static Services Of(MetadataReference reference, Compilation compilation)
    {
        if (References.TryGetValue(reference, out var known))
            return known.Value;
        if (compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly)
            return Services.None;
        var found = !IsFramework(assembly.Name) && Protocols.Vip.Anchors.ReferencedTypes.Any(assembly.TypeNames.Contains)
            ? Services.Vip
            : Services.None;
        return References.GetValue(reference, _ => new(found)).Value;
    }

    private static bool IsFramework(string name) =>
        name is "mscorlib" or "netstandard" or "WindowsBase"
        || name.StartsWith("System", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.", StringComparison.Ordinal);
}
