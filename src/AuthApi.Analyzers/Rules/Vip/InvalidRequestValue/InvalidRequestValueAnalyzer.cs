using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.Vip.InvalidRequestValue;

/// <summary>AUTH2005: a value in a request that the schema or the table of reason codes excludes, and operations sent to a URL that does not offer them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidRequestValueAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.InvalidRequestValue);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var requests = VipRequests.For(context.Compilation, context.Options);
        var isTest = VipRequests.IsTestProject(context.Compilation);
        context.RegisterOperationAction(operation => ReportValues(operation, program, requests, isTest), VipRequests.Kinds);
        context.RegisterOperationAction(operation => ReportUrl(operation, program, requests), OperationKind.Invocation);
    }

    private static void ReportValues(OperationAnalysisContext context, ProgramModel program, VipRequests requests, bool isTest)
    {
        if (context.Operation.IsBroken())
            return;
        foreach (var (request, field) in requests.FieldsAt(context.Operation))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (WrongValue.Of(field, request, program, isTest) is not { } wrong)
                continue;
            var (properties, locations) = SourceEdits.ToDiagnostic(ValueFixes.For(wrong));
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.InvalidRequestValue, wrong.Place.GetLocation(), locations, properties,
                wrong.Shown, field.Name, $"it must be {wrong.Constraint.Requirement}", Answer(wrong.Constraint.FailureCode, request), wrong.Remedy));
        }
    }

    private static void ReportUrl(OperationAnalysisContext context, ProgramModel program, VipRequests requests)
    {
        if (WrongGroup.Of((Microsoft.CodeAnalysis.Operations.IInvocationOperation)context.Operation, program, requests) is not { } wrong)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.InvalidRequestValue, context.Operation.Syntax.GetLocation(),
            wrong.Url, $"URL for {wrong.Operation.Name}", $"{wrong.Group}/soap does not offer it",
            "4e10 (This URL does not support this operation)", "send it to " + string.Join(" or ", wrong.Operation.Paths.Select(static p => p + "/soap"))));
    }

    private static string Answer(string code, VipRequest request) =>
        Protocols.Vip.ReasonCodes.TryGet(code, Protocols.Vip.VipFamilies.ReasonsOf(request.Family)) is { } known
            ? $"{Protocols.Vip.VipFamilies.InCaseOf(request.Family, code)} ({(known.Message ?? known.Cause).TrimEnd('.')})"
            : code;
}
