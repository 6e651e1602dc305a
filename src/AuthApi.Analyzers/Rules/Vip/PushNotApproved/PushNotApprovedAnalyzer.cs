using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.PushNotApproved;

/// <summary>AUTH2012: the outer status of a push request taken for the user's answer, or the answer "sent" taken for a failure.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PushNotApprovedAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.PushNotApproved);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var vip = VipModel.For(context.Compilation, context.Options);
        context.RegisterOperationAction(
            operation => Report(operation, program, vip),
            OperationKind.PropertyReference, OperationKind.FieldReference, OperationKind.PropertySubpattern, OperationKind.Invocation);
    }

    private static void Report(OperationAnalysisContext context, ProgramModel program, VipModel vip)
    {
        if (PushStatus.Of(context.Operation, program, vip) is not { } status || context.Operation.IsBroken())
            return;
        var (effect, remedy) = status.IsPoll
            ? ("is 0000 whether the user approved, denied or has not answered yet", "examine transactionStatus, where only 7000 (approved by the user) is the approval")
            : ("is 6040 (push request sent) when the request was accepted, so it never equals 0000", "compare it with 6040, then ask pollPushStatus for the user's answer");
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.PushNotApproved, status.Place.GetLocation(), status.Place.ToString(), effect, remedy));
    }
}
