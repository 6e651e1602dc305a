using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.MisreadStatus;

/// <summary>AUTH1008: a success that is taken for a failure because it is not 200, or an ordinary answer that becomes an exception.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisreadStatusAnalyzer : AdobePassCallAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.MisreadStatus, Descriptors.MisreadStatusAdvice);

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        base.Register(context, program);
        context.RegisterOperationAction(operation => AnalyzeStatus(operation, program), OperationKind.PropertyReference);
        context.RegisterOperationAction(operation => AnalyzeEnsure(operation, program), OperationKind.Invocation);
    }

    /// <summary>A helper that throws on every answer but a success.</summary>
    private protected override void Analyze(IReadOnlyList<AdobePassCall> alternatives, AdobePassReport report)
    {
        var request = alternatives[0].Request;
        if (!request.ThrowsOnFailure || alternatives.Count < request.Urls.Count || request.Send.Operation is not IInvocationOperation send)
            return;
        var endpoints = alternatives.SelectMany(static c => c.Answering).Select(static m => m.Endpoint).ToList();
        if (alternatives.Any(static c => c.Answering.Count == 0) || !HaveNormalFailures(endpoints) || FailureHandlers.LookAtStatus(send, report.Program))
            return;
        report.At(Descriptors.MisreadStatusAdvice, AdobePassCall.NameOf(send), null, Thrown(send.TargetMethod.Name, endpoints));
    }

    private static void AnalyzeEnsure(OperationAnalysisContext context, ProgramModel program)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (invocation is not { TargetMethod: { Name: "EnsureSuccessStatusCode", DeclaringSyntaxReferences.Length: 0 }, Instance: { } response })
            return;
        var endpoints = AnsweredRequests.Of(program, Own(program, response), AuthApiOptions.For(context.Options, invocation.Syntax.SyntaxTree));
        if (!HaveNormalFailures(endpoints) || FailureHandlers.LookAtStatus(invocation, program) || FailureHandlers.StatusIsRead(invocation.Syntax))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.MisreadStatusAdvice, AdobePassCall.NameOf(invocation), Thrown(invocation.TargetMethod.Name, endpoints)));
    }

    private static bool HaveNormalFailures(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Count > 0 && endpoints.All(static e => e.IsDocumented && e.NormalAnswers.Count > 0);

    private static object[] Thrown(string method, IReadOnlyList<Endpoint> endpoints) =>
    [
        method,
        $"throws on {Codes(endpoints.SelectMany(static e => e.NormalAnswers))}, an ordinary answer of '{endpoints[0]}' (not logged in, expired or denied)",
        "look at StatusCode before the content",
    ];

    private static void AnalyzeStatus(OperationAnalysisContext context, ProgramModel program)
    {
        var status = (IPropertyReferenceOperation)context.Operation;
        if (status.Property is not { Name: "StatusCode", DeclaringSyntaxReferences.Length: 0, Type.Name: "HttpStatusCode" or "Int32" or "Nullable" }
            || Own(program, status) is not IPropertyReferenceOperation own)
            return;
        var options = AuthApiOptions.For(context.Options, status.Syntax.SyntaxTree);
        foreach (var test in StatusTest.Of(own, program))
        {
            if (AnsweredRequests.Of(program, test.Response, options) is not { Count: > 0 } endpoints
                || endpoints.Any(static e => e.Success[0] is not (201 or 204))
                || Recognizes(test, endpoints))
                continue;
            var certain = endpoints.All(static e => !e.Success.Contains(200));
            var (properties, locations) = SourceEdits.ToDiagnostic(StatusEdits.For(test, certain ? endpoints.Select(static e => e.Success[0]).Distinct().ToList() : []));
            context.ReportDiagnostic(Diagnostic.Create(
                certain ? Descriptors.MisreadStatus : Descriptors.MisreadStatusAdvice, test.Whole.Syntax.GetLocation(), locations, properties,
                test.Whole.Syntax.ToString(),
                certain
                    ? $"misses the success of '{endpoints[0]}', which is {Codes(endpoints.SelectMany(static e => e.Success))}"
                    : $"misses the success of '{endpoints[0]}', which was documented as 200 and is 201 now",
                "use IsSuccessStatusCode"));
        }
    }

    /// <summary>Whether the same condition, or another one of the member, knows the right status.</summary>
    private static bool Recognizes(StatusTest test, IReadOnlyList<Endpoint> endpoints)
    {
        var right = endpoints.SelectMany(static e => e.Success).Where(static s => s != 200).ToList();
        if (test.Others.Any(right.Contains))
            return true;
        var names = right.SelectMany(static s => new[] { s.ToString(System.Globalization.CultureInfo.InvariantCulture), s == 201 ? "Created" : "NoContent" }).ToList();
        var member = test.Whole.Syntax.ContainingMember();
        if (member is not null && member.DescendantTokens().Any(t => t.Parent is SimpleNameSyntax or LiteralExpressionSyntax && names.Contains(t.ValueText)))
            return true;
        var whole = test.Whole.Syntax;
        while (whole.Parent is BinaryExpressionSyntax or ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax)
            whole = whole.Parent;
        return whole.DescendantTokens().Any(static t => t.ValueText == "IsSuccessStatusCode");
    }

    // The instance of the program model, whose parents lead further than those of the driver's.
    private static IOperation Own(ProgramModel program, IOperation operation) =>
        program.OperationAt(operation.Syntax) is { } own && own.Unwrap() is { } plain && plain.Syntax == operation.Syntax && plain.Kind == operation.Kind ? plain : operation;

    private static string Codes(IEnumerable<int> codes) => string.Join(" or ", codes.Distinct().OrderBy(static c => c));
}
