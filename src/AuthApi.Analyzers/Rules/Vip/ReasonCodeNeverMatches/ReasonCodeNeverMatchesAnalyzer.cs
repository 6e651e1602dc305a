using System.Collections.Immutable;
using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches;

/// <summary>AUTH2002: a comparison with a reason code of VIP that cannot be true, so that its branch is never or always taken.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReasonCodeNeverMatchesAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ReasonCodeNeverMatches);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var vip = VipModel.For(context.Compilation, context.Options);
        context.RegisterOperationAction(operation => Report(operation, program, vip), Comparison.Kinds);
    }

    private static void Report(OperationAnalysisContext context, ProgramModel program, VipModel vip)
    {
        foreach (var comparison in Comparison.In(context.Operation, program))
        {
            foreach (var found in NeverMatch.In(comparison, program, vip))
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                var (properties, locations) = SourceEdits.ToDiagnostic(NeverMatchEdits.Of(found, program));
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.ReasonCodeNeverMatches, found.Syntax.GetLocation(), locations, properties,
                    found.Syntax.Excerpt(), Explanations.Effect(found), Explanations.Reason(found)));
            }
        }
    }
}
