using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.RepeatedOtp;

/// <summary>AUTH2009: one security code as OTP1 and OTP2, where the service wants two consecutive ones.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedOtpAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.RepeatedOtp);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var requests = VipRequests.For(context.Compilation, context.Options);
        if (!VipRequests.IsTestProject(context.Compilation))
            context.RegisterOperationAction(operation => Report(operation, program, requests), VipRequests.Kinds);
    }

    private static void Report(OperationAnalysisContext context, ProgramModel program, VipRequests requests)
    {
        if (context.Operation.IsBroken())
            return;
        var pairs = new OtpPairs(program, requests);
        foreach (var (value, place) in pairs.At(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RepeatedOtp, place.GetLocation(), value.Syntax.ToString()));
    }
}
