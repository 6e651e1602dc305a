using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint;

/// <summary>AUTH1006: a request that no endpoint answers as it is: wrong path, wrong verb, a parameter under another name, no TLS.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongEndpointAnalyzer : AdobePassCallAnalyzer
{
    // What the other verbs (HEAD, OPTIONS) answer is not known.
    private static readonly string[] DocumentedVerbs = [HttpVerb.Get, HttpVerb.Post, HttpVerb.Put, HttpVerb.Delete, HttpVerb.Patch];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.WrongEndpoint);

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        base.Register(context, program);
        context.RegisterOperationAction(operation => InsecureAddress.Report(operation, program), OperationKind.Literal);
    }

    private protected override void Analyze(IReadOnlyList<AdobePassCall> alternatives, AdobePassReport report)
    {
        // Several base addresses and relative addresses are paired at random: one right pair clears the others.
        var pathsCount = alternatives[0].Request.BaseAddresses.Count <= 1 || alternatives.All(static c => c.Matches.Count == 0);
        foreach (var call in alternatives)
        {
            if (call.Matches.Count == 0)
            {
                if (pathsCount && !LostSegments.Report(call, report))
                    ReportPath(call, report);
            }
            else if (call.Answering.Count == 0)
            {
                ReportVerb(call, report);
            }
            else
            {
                ReportParameters(call, report);
            }
        }
    }

    private static void ReportPath(AdobePassCall call, AdobePassReport report)
    {
        if (Endpoints.Nearest(call.Url, report.Options.AdobePassHosts.Contains) is not { } nearest)
            return;
        var place = PathPlace(call, report.Program, nearest);
        var path = "/" + nearest.Path;
        SourceEdits? fix = nearest.Replacement is null ? null
            : new SourceEdits("Use the documented path").At(report.Program.PlaceOf(call.Text, nearest.Start, nearest.Length), nearest.Replacement);
        report.At(Descriptors.WrongEndpoint, place, fix, Shown(call), "is not a path of Adobe Pass, which answers 404", $"did you mean '{path}'?");
    }

    /// <summary>The misspelt word; for something missing, the words around the gap.</summary>
    private static Location PathPlace(AdobePassCall call, ProgramModel program, PathSuggestion nearest)
    {
        if (nearest.Length > 0)
            return call.PlaceOf(program, nearest.Start, nearest.Length);
        var word = call.Url.Segments.LastOrDefault(s => s.Start <= nearest.Start) ?? call.Url.Segments[0];
        var known = word.Text.TrimEnd(UnknownText.Hole);
        return known.Length == 0 || UnknownText.HasHole(known) ? call.UrlPlace() : call.PlaceOf(program, word.Start, known.Length);
    }

    private static void ReportVerb(AdobePassCall call, AdobePassReport report)
    {
        if (call.Matches.Any(static m => !m.Endpoint.IsDocumented) || call.Request.Verbs.Any(static v => !DocumentedVerbs.Contains(v)))
            return;
        var right = call.Matches.Select(static m => m.Endpoint.Verb).Distinct().ToList();
        var path = "/" + call.Matches[0].Endpoint.Path;
        // Its page says DELETE, but the migration table of the V2 FAQ says GET: nobody knows what GET is answered.
        if (path == "/api/v1/logout" && call.Request.Verbs.Contains(HttpVerb.Get))
            return;
        var (place, fix) = VerbEdits.For(call.Request, right.Count == 1 ? right[0] : null, report.Program);
        report.At(
            Descriptors.WrongEndpoint, place, fix,
            string.Join(" or ", call.Request.Verbs), $"is not a verb of '{path}', so Adobe Pass answers 405", $"send {string.Join(" or ", right)}");
    }

    private static void ReportParameters(AdobePassCall call, AdobePassReport report)
    {
        foreach (var parameter in call.Url.Query)
        {
            var meant = call.Answering.Select(m => ParameterNames.Meant(m, parameter.Name)?.Name).Distinct().ToList();
            if (meant is not [{ } name] || call.Answering.Any(static m => !m.Endpoint.IsDocumented))
                continue;
            var nameLength = Math.Min(parameter.Length, parameter.Name.Length);
            var isPlain = string.CompareOrdinal(call.Url.Text, parameter.Start, parameter.Name, 0, nameLength) == 0;
            report.At(
                Descriptors.WrongEndpoint, call.PlaceOf(report.Program, parameter.Start, nameLength),
                new SourceEdits("Use the documented parameter name").At(isPlain ? report.Program.PlaceOf(call.Text, parameter.Start, nameLength) : null, name),
                parameter.Name, $"is not a parameter of '{call.Answering[0].Endpoint}', which answers 400 when '{name}' is absent", $"rename it to '{name}'");
        }
    }

    /// <summary>The path as the user wrote it, holes as <c>…</c>.</summary>
    private static string Shown(AdobePassCall call)
    {
        var path = "/" + string.Join("/", call.Url.Segments.Select(static s => s.Text));
        return path.Replace(UnknownText.Hole, '…');
    }
}
