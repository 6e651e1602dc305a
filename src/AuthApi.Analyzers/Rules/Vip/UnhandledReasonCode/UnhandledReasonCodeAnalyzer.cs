using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.Vip.UnhandledReasonCode;

/// <summary>AUTH2011: code that tells reason codes apart, and leaves those that have a remedy to its default.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnhandledReasonCodeAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnhandledReasonCode);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var vip = VipModel.For(context.Compilation, context.Options);
        context.RegisterOperationAction(
            operation => Report(operation, program, vip),
            OperationKind.Switch, OperationKind.SwitchExpression, OperationKind.Conditional, OperationKind.ObjectCreation);
    }

    private static void Report(OperationAnalysisContext context, ProgramModel program, VipModel vip)
    {
        if (CodeSelection.At(context.Operation, program, vip) is not { } selection || context.Operation.IsBroken())
            return;
        var missing = MissingCodes.Of(selection, program, context.CancellationToken);
        if (missing.Count == 0)
            return;
        var (properties, locations) = SourceEdits.ToDiagnostic(MissingCodeEdits.For(selection, missing));
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.UnhandledReasonCode, selection.Keyword.GetLocation(), locations, properties,
            selection.Name, string.Join("; ", missing.Select(static m => $"{m.Code} ({MissingCodes.Summary(m)})"))));
    }
}
