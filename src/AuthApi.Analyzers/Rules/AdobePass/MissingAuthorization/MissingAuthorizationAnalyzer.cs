using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization;

/// <summary>AUTH1001: a POST that must carry <c>Authorization</c> is sent and nothing in the program gives it one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingAuthorizationAnalyzer : AuthApiAnalyzer
{
    /// <summary>Property of the diagnostic: <c>V1</c> or <c>V2</c>, so that the fix knows which header to write.</summary>
    internal const string ApiProperty = "Api";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.MissingAuthorization);

    private protected override Service Service => Service.AdobePass;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var unsigned = new UnsignedRequests(program, context.Options);
        context.RegisterOperationAction(operation => AnalyzeCall(operation, program, unsigned), OperationKind.Invocation);
        context.RegisterOperationAction(operation => AnalyzeCreation(operation, program), OperationKind.ObjectCreation);
        context.RegisterSymbolAction(symbol => AnalyzeDeclaration(symbol, program), SymbolKind.Method);
    }

    /// <summary>A call that sends, or a call of a helper that sends what this call leaves out: each is reported while its own file is analysed.</summary>
    private static void AnalyzeCall(OperationAnalysisContext context, ProgramModel program, UnsignedRequests unsigned)
    {
        var invocation = (IInvocationOperation)context.Operation;
        var sends = invocation.TargetMethod is var helper && program.IsOwn(helper) ? HttpRequests.For(program).SendsOf(helper) : [];
        if (HttpRequests.MaySend(invocation))
            sends = [invocation, .. sends];
        foreach (var send in sends)
        {
            foreach (var (place, endpoint) in unsigned.SentBy(send, context.CancellationToken))
            {
                if (place != invocation.Syntax)
                    continue;
                Report(context.ReportDiagnostic, place.GetLocation(), endpoint, send.TargetMethod.Name);
                return;
            }
        }
    }

    /// <summary>A method of an interface whose attributes are the request (Refit).</summary>
    private static void AnalyzeDeclaration(SymbolAnalysisContext context, ProgramModel program)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.ContainingType?.TypeKind != TypeKind.Interface || HttpRequests.For(program).DeclaredBy(method) is not { } request)
            return;
        var options = AuthApiOptions.For(context.Options, request.Send.Syntax.SyntaxTree);
        if (UnsignedRequests.Endpoint(request, options) is { } endpoint
            && HeaderQuery.Ask(program, request, "Authorization", options, context.CancellationToken).Answer.Kind == AnswerKind.No)
            Report(context.ReportDiagnostic, method.Locations[0], endpoint, method.Name);
    }

    /// <summary>A message that is only built and handed out: no call in the compilation sends it.</summary>
    private static void AnalyzeCreation(OperationAnalysisContext context, ProgramModel program)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!HttpClientLibrary.Instance.IsMessage(creation.Type) || context.ContainingSymbol is not IMethodSymbol method || method.DeclaredAccessibility == Accessibility.Private)
            return;
        var options = AuthApiOptions.For(context.Options, creation.Syntax.SyntaxTree);
        foreach (var returned in ProgramModel.ReturnedValues(program.BodiesOf(method).FirstOrDefault() ?? creation))
        {
            var site = new Site(returned, null);
            if (program.Origins(site, out _).All(o => o.Syntax != creation.Syntax)
                || HttpClientLibrary.Instance.DescribeMessage(program, site) is not { } request
                || UnsignedRequests.Endpoint(request, options) is not { } endpoint
                || program.CallsOf(method).Any()
                || HeaderQuery.Ask(program, request, "Authorization", options, context.CancellationToken).Answer.Kind != AnswerKind.No)
                continue;
            Report(context.ReportDiagnostic, creation.Syntax.GetLocation(), endpoint, method.Name);
            return;
        }
    }

    private static void Report(Action<Diagnostic> report, Location place, Endpoint endpoint, string sender) =>
        report(Diagnostic.Create(
            Descriptors.MissingAuthorization,
            place,
            ImmutableDictionary<string, string?>.Empty.Add(ApiProperty, endpoint.Api.ToString()),
            endpoint.ToString(),
            sender,
            endpoint.Api == AdobePassApi.V1
                ? "Send the signed header, or 'Bearer' and a DCR access token; if a handler of another assembly does it, name it in authapi_analyzers.authorization_handlers."
                : "Send 'Bearer' and a DCR access token; if a handler of another assembly does it, name it in authapi_analyzers.authorization_handlers."));
}
