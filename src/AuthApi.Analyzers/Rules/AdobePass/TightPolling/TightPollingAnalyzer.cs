using System.Collections.Immutable;
using System.Globalization;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.AdobePass.TightPolling;

/// <summary>AUTH1007: a throttled call that a loop, timer, recursion or retry policy repeats faster than Adobe Pass allows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TightPollingAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.TightPolling);

    private protected override Service Service => Service.AdobePass;

    // What repeats a request can stand in another file than the request; it is reported where it stands.
    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var options = context.Options;
        var found = new OncePerCompilation<IReadOnlyList<Diagnostic>>(
            token => TightPollingSearch.Find(program, tree => AuthApiOptions.For(options, tree), token).Select(poll => Create(program, poll)).ToList());
        context.RegisterSemanticModelAction(model => model.ReportIn(found));
    }

    private static Diagnostic Create(ProgramModel program, TightPoll poll)
    {
        var (properties, locations) = SourceEdits.ToDiagnostic(PollingEdits.For(program, poll));
        return Diagnostic.Create(Descriptors.TightPolling, poll.Place.GetLocation(), locations, properties, poll.Endpoint.ToString(), What(program, poll), Limits.SuggestedPollingMilliseconds / 1000);
    }

    private static string What(ProgramModel program, TightPoll poll)
    {
        if (poll.Durations.Count == 0)
            return poll.What;
        var milliseconds = poll.Durations.Max(d => program.LongestMilliseconds(d) ?? 0);
        var every = "every " + milliseconds.ToString("0.###", CultureInfo.InvariantCulture) + " ms ";
        return every + (poll.What.StartsWith("by ", StringComparison.Ordinal) ? poll.What : "by a loop");
    }
}
