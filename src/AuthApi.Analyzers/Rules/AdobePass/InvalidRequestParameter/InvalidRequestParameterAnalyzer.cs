using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter;

/// <summary>AUTH1009: a request whose parameters Adobe Pass refuses: absent, out of range, too many, in the wrong form.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidRequestParameterAnalyzer : AdobePassCallAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.InvalidRequestParameter, Descriptors.TooManyResources);

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        base.Register(context, program);
        context.RegisterOperationAction(operation => RedirectAddress.Report(operation, program), OperationKind.Literal);
    }

    private protected override void Analyze(IReadOnlyList<AdobePassCall> alternatives, AdobePassReport report)
    {
        foreach (var call in alternatives)
        {
            // A wrong verb or path is another rule's finding.
            if (call.Answering.Count == 0 || call.Answering.Any(static m => !m.Endpoint.IsDocumented))
                continue;
            CodeLifetime.Report(call, report);
            Resources.Report(call, report);
            BodyFormat.Report(call, report);
        }

        ReportMissing(alternatives, report);
    }

    /// <summary>Mandatory parameters that no alternative of a completely visible URL has, and that no body can hold.</summary>
    private static void ReportMissing(IReadOnlyList<AdobePassCall> alternatives, AdobePassReport report)
    {
        var call = alternatives[0];
        if (alternatives.Count < call.Request.Urls.Count || alternatives.Any(static c => c.Answering.Count == 0 || c.Answering.Any(static m => !m.Endpoint.IsDocumented)))
            return;
        var matches = alternatives.SelectMany(static c => c.Answering).ToList();
        if (!HasNoBody(call, matches))
            return;
        var missing = matches
            .Select(static m => m.MissingMandatoryQueryParameters().Select(static p => p.Name).Where(name => !IsUnderAnotherName(m, name)))
            .Aggregate(static (left, right) => left.Intersect(right)).ToList();
        if (missing.Count == 0 || Intermediaries.ChangeAddresses(report.Program))
            return;
        var names = string.Join("', '", missing);
        // Other advice about the call stands at the word of its path, which is the whole expression where that is a constant of another place.
        var place = call.UrlPlace();
        if (call.Request.Send.Operation is IInvocationOperation send && call.Url.Segments.Any(s => call.PlaceOf(report.Program, s.Start, 1).Equals(place)))
            place = AdobePassCall.NameOf(send);
        report.At(
            Descriptors.InvalidRequestParameter, place, null,
            names, $"{(missing.Count == 1 ? "is a mandatory parameter" : "are mandatory parameters")} of '{matches[0].Endpoint}' and not in this URL, so Adobe Pass answers 400 \"Required parameter is not present\"",
            "add it to the query");
    }

    private static bool HasNoBody(AdobePassCall call, List<EndpointMatch> matches)
    {
        var body = call.Request.Body;
        // A POST's parameters may be in its body: only a body that is written as null is known to be none.
        return matches.All(static m => m.Endpoint.Verb == "GET") ? body is null || body.Value.Operation.IsNull() : body is { } written && written.Operation.IsNull();
    }

    // AUTH1006 says so.
    private static bool IsUnderAnotherName(EndpointMatch match, string name) =>
        match.Url.Query.Any(written => ParameterNames.Meant(match, written.Name)?.Name == name);
}
