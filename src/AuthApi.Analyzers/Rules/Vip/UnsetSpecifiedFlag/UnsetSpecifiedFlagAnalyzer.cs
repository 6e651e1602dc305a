using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.UnsetSpecifiedFlag;

/// <summary>AUTH2007: an optional value of a generated request whose <c>…Specified</c> flag nobody sets, so that it is never sent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsetSpecifiedFlagAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnsetSpecifiedFlag);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var requests = VipRequests.For(context.Compilation, context.Options);
        context.RegisterOperationAction(
            operation => Report(operation, program, requests), OperationKind.ObjectCreation, OperationKind.SimpleAssignment);
    }

    private static void Report(OperationAnalysisContext context, ProgramModel program, VipRequests requests)
    {
        if (requests.At(context.Operation) is not { Type: not null } request || context.Operation.IsBroken())
            return;
        foreach (var field in request.Fields)
        {
            if (field.Member is not { } member || SpecifiedFlags.Of(member) is not { } flag || SpecifiedFlags.IsDefault(field, program))
                continue;
            if (field.Value.Operation.Parent is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation } assignment
                || SpecifiedFlags.MayBeSet(assignment, request, member, flag, program, context.CancellationToken))
            {
                continue;
            }

            var (properties, locations) = SourceEdits.ToDiagnostic(SpecifiedFlags.Fix(assignment, flag));
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UnsetSpecifiedFlag, assignment.Syntax.GetLocation(), locations, properties,
                member.Name, flag.Name, SpecifiedFlags.Consequence(member.Name)));
        }
    }
}
