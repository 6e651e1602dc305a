using System.Collections.Immutable;
using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.Vip.StatusMessageDecides;

/// <summary>AUTH2004: a condition on the text of an answer of VIP, which varies, instead of on its code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StatusMessageDecidesAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.StatusMessageDecides);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var vip = VipModel.For(context.Compilation, context.Options);
        context.RegisterOperationAction(operation => Report(operation, program, vip), Comparison.Kinds);
    }

    private static void Report(OperationAnalysisContext context, ProgramModel program, VipModel vip)
    {
        if (context.Operation.IsBroken())
            return;
        foreach (var condition in MessageCondition.In(context.Operation, program, vip))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var family = MessageValue.FamilyOf(condition.Read.Operation, vip);
            var (properties, locations) = SourceEdits.ToDiagnostic(CodeComparisonEdits.Of(condition, family, program, vip));
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.StatusMessageDecides, condition.Syntax.GetLocation(), locations, properties,
                condition.Syntax.Excerpt(), MessageCodes.Remedy(condition, family)));
        }
    }
}
