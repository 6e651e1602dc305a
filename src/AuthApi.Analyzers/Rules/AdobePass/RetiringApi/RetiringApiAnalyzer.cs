using System.Collections.Immutable;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.AdobePass.RetiringApi;

/// <summary>AUTH1011: a request to V1, whose end is announced; the message names the call of V2 that replaces it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetiringApiAnalyzer : AdobePassCallAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.RetiringApi);

    private protected override void Analyze(IReadOnlyList<AdobePassCall> alternatives, AdobePassReport report)
    {
        foreach (var call in alternatives)
        {
            // A verb that the path does not have is another rule's finding; what was meant is not known then.
            if (call.Answering.Count == 0 || call.Answering.Any(static m => m.Endpoint.Api != AdobePassApi.V1))
                continue;
            var endpoint = call.Answering[0].Endpoint;
            var word = OwnWord(call.Url, endpoint);
            report.At(
                Descriptors.RetiringApi,
                word is null ? call.UrlPlace() : call.PlaceOf(report.Program, word.Value.Start, word.Value.Length),
                null,
                endpoint, Successor(call.Answering));
            return;
        }
    }

    /// <summary>The last word of the path that is the endpoint's own: <c>regcode</c>, <c>checkauthn</c>.</summary>
    private static (int Start, int Length)? OwnWord(ServiceUrl url, Endpoint endpoint)
    {
        var own = endpoint.Segments.Last(static s => s[0] != '{');
        var part = url.Segments.LastOrDefault(s => s.Text.StartsWith(own, StringComparison.Ordinal));
        return part is null ? null : (part.Start, own.Length);
    }

    private static string Successor(IReadOnlyList<EndpointMatch> matches)
    {
        var successors = matches.SelectMany(static m => m.Endpoint.Successors).Distinct().ToList();
        return successors.Count == 0
            ? "V2 has no such call"
            : $"V2 has {string.Join(" and ", successors.Select(static s => $"'{s}'"))}";
    }
}
