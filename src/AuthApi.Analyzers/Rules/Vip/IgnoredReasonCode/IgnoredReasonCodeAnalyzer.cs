using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;

/// <summary>AUTH2001: a response of VIP whose reason code is never examined, or whose content is used before it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredReasonCodeAnalyzer : AuthApiAnalyzer
{
    /// <summary>Property of a diagnostic that stands at a use of the content; its first additional location is what obtained it.</summary>
    internal const string EarlyUse = "earlyUse";

    private static readonly ImmutableDictionary<string, string?> OfEarlyUse = ImmutableDictionary<string, string?>.Empty.Add(EarlyUse, "");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.IgnoredReasonCode);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var vip = VipModel.For(context.Compilation, context.Options);
        context.RegisterOperationAction(operation => Report(operation, program, vip), OperationKind.Invocation, OperationKind.Conversion, OperationKind.PropertyReference);
    }

    private static void Report(OperationAnalysisContext context, ProgramModel program, VipModel vip)
    {
        var operation = context.Operation;
        if (!MayObtain(operation))
            return;
        var response = vip.ResponseIn(operation.Type);
        if (response is null && !(operation is IInvocationOperation call && RawAnswer.MayObtain(call)) || operation.IsBroken() || TestMethods.Contains(context.ContainingSymbol))
            return;
        var options = AuthApiOptions.For(context.Options, operation.Syntax.SyntaxTree);
        var verdict = response is not null ? OfTyped(operation, program, vip, options.ReasonCodeChecks)
            : RawAnswer.UsesOf((IInvocationOperation)operation, vip, program, options) is { } uses ? Verdict.Of(operation, uses, vip, program)
            : null;
        context.CancellationToken.ThrowIfCancellationRequested();
        if (verdict is null || InterceptedAnswers.MayExamine(vip, program, options.ReasonCodeChecks, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.IgnoredReasonCode,
            verdict.Location,
            verdict.Others,
            verdict.Use is null ? null : OfEarlyUse,
            Explanations.What(verdict), Explanations.Remedy(response, RawAnswer.FamilyOf(operation, program))));
    }

    private static Verdict? OfTyped(IOperation operation, ProgramModel program, VipModel vip, SymbolNames checks) =>
        Acquisition.At(operation, vip, program, checks) is null ? null : Verdict.Of(operation, vip, program, checks);

    private static bool MayObtain(IOperation operation) => operation switch
    {
        IInvocationOperation => true,
        IConversionOperation conversion => !conversion.IsImplicit && conversion.OperatorMethod is null,
        IPropertyReferenceOperation property => property.Property.Name == "Result" && Acquisition.IsCompletedEvent(property.Property.ContainingType),
        _ => false,
    };
}
