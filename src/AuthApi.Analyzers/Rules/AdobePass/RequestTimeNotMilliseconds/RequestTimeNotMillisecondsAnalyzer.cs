using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>
/// AUTH1002: the request time of a signed header is not a whole number of milliseconds since 1970-01-01 UTC. The error code page
/// names it as one of two causes of "Not Authorized".
/// </summary>
/// <remarks>
/// The text and the mistake may lie in different files, so the findings are made once for the compilation, on the first file
/// that asks, and each is reported with the file in which the mistake lies: live, and where it can be suppressed.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestTimeNotMillisecondsAnalyzer : AuthApiAnalyzer
{
    /// <summary>Property of the diagnostic: the <see cref="RequestTimeFault"/>.</summary>
    public const string FaultProperty = "Fault";

    /// <summary>Property of the diagnostic: units per second, where nothing but the unit is wrong.</summary>
    public const string RateProperty = "Rate";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.RequestTimeNotMilliseconds);

    private protected override Service Service => Service.AdobePass;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var mistakes = new OncePerCompilation<IReadOnlyList<RequestTimeMistake>>(cancellationToken => RequestTimeMistakes.In(program, cancellationToken));
        context.RegisterSemanticModelAction(model =>
        {
            foreach (var mistake in mistakes.Get(model.CancellationToken))
            {
                if (mistake.Blamed.SyntaxTree == model.SemanticModel.SyntaxTree)
                    model.ReportDiagnostic(DiagnosticOf(mistake));
            }
        });
    }

    private static Diagnostic DiagnosticOf(RequestTimeMistake mistake) => Diagnostic.Create(
        Descriptors.RequestTimeNotMilliseconds,
        mistake.Blamed.GetLocation(),
        mistake.Narrow.Prepend(mistake.Culprit).Select(static n => n.GetLocation()),
        ImmutableDictionary<string, string?>.Empty
            .Add(FaultProperty, mistake.Verdict.Fault.ToString())
            .Add(RateProperty, mistake.Verdict.Rate?.ToString()),
        mistake.Blamed.Excerpt(),
        mistake.Verdict.Finding);
}
