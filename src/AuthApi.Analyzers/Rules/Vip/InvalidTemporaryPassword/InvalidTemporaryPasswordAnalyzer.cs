using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.Vip.InvalidTemporaryPassword;

/// <summary>AUTH2006: a temporary password whose length or whose expiration the service refuses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidTemporaryPasswordAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.InvalidTemporaryPassword);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var requests = VipRequests.For(context.Compilation, context.Options);
        context.RegisterOperationAction(operation => Report(operation, program, requests), VipRequests.Kinds);
    }

    private static void Report(OperationAnalysisContext context, ProgramModel program, VipRequests requests)
    {
        if (context.Operation.IsBroken())
            return;
        foreach (var (request, field) in requests.FieldsAt(context.Operation))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (request.Family == VipFamily.UserServices)
                continue;
            if (field.Name == "TemporaryPassword" && WrongLength.Of(field, program) is { } length)
            {
                Report(context, length.Place, length.Fix, field.Name, $"it has {length.Length} characters",
                    $"VIP answers {VipFamilies.InCaseOf(request.Family, "4952")} ({Meaning("4952")})", "send six characters, or none to clear it");
            }
            else if (field.Name == "ExpirationDate")
            {
                var isKnown = request.Operation is not null;
                if (isKnown && request.Operation!.MaximumExpirationDays is null)
                    continue;
                var limit = request.Operation?.MaximumExpirationDays ?? ValueConstraints.ExpirationDays;
                foreach (var wrong in WrongExpiration.In(field, limit, program))
                {
                    Report(context, wrong.Place, wrong.Fix, field.Name,
                        wrong.IsPast ? "it is not later than now" : $"it lies more than {limit} days from now",
                        limit == ValueConstraints.ExpirationDays
                            ? $"VIP answers {VipFamilies.InCaseOf(request.Family, "4953")} ({Meaning("4953")})"
                            : $"{request.Operation!.Name} allows at most {limit} days",
                        $"choose a time later than now and at most {limit} days ahead");
                }
            }
        }
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode place, SourceEdits? fix, string member, string problem, string answer, string remedy)
    {
        var (properties, locations) = SourceEdits.ToDiagnostic(fix);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.InvalidTemporaryPassword, place.GetLocation(), locations, properties, place.Excerpt(), member, problem, answer, remedy));
    }

    private static string Meaning(string code) => ReasonCodes.TryGet(code, ReasonFamily.Credential)?.Message?.TrimEnd('.') ?? code;
}
