using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols;
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
        context.RegisterOperationAction(operation => AnalyzeCall(operation, program), OperationKind.Invocation);
        context.RegisterOperationAction(operation => AnalyzeCreation(operation, program), OperationKind.ObjectCreation);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, ProgramModel program)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (!HttpRequests.MaySend(invocation))
            return;
        var options = AuthApiOptions.For(context.Options, invocation.Syntax.SyntaxTree);
        var requests = HttpRequests.For(program).At(invocation);
        if (requests.All(r => Endpoint(r, options) is null))
            return;
        // Every caller is asked, those of other endpoints too: they tell whether the helper or its caller adds the header.
        var answers = requests.Select(r => (Request: r, Headers: HeaderQuery.Ask(program, r, "Authorization", options, context.CancellationToken))).ToList();
        var reported = new HashSet<SyntaxNode>();
        foreach (var (request, (answer, madeAt)) in answers)
        {
            if (answer.Kind != AnswerKind.No || Endpoint(request, options) is not { } endpoint)
                continue;
            var place = Maker(request, madeAt) ?? Decider(request, answers.Select(static a => (a.Request, a.Headers.Answer)).ToList());
            if (reported.Add(place))
                Report(context, place, endpoint, invocation.TargetMethod.Name);
        }
    }

    /// <summary>A message that is only built and handed out: no call in the compilation sends it.</summary>
    private static void AnalyzeCreation(OperationAnalysisContext context, ProgramModel program)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!HttpClientLibrary.Instance.IsMessage(creation.Type) || context.ContainingSymbol is not IMethodSymbol method || method.DeclaredAccessibility == Accessibility.Private
            || program.CallsOf(method).Any())
            return;
        var options = AuthApiOptions.For(context.Options, creation.Syntax.SyntaxTree);
        foreach (var returned in ProgramModel.ReturnedValues(program.BodiesOf(method).FirstOrDefault() ?? creation))
        {
            var site = new Site(returned, null);
            if (program.Origins(site, out _).All(o => o.Syntax != creation.Syntax)
                || HttpClientLibrary.Instance.DescribeMessage(program, site) is not { } request
                || Endpoint(request, options) is not { } endpoint
                || HeaderQuery.Ask(program, request, "Authorization", options, context.CancellationToken).Answer.Kind != AnswerKind.No)
                continue;
            Report(context, creation.Syntax, endpoint, method.Name);
            return;
        }
    }

    /// <summary>The documented POST that the request certainly or possibly is, and that must carry the header.</summary>
    private static Endpoint? Endpoint(HttpRequest request, AuthApiOptions options)
    {
        if (!request.Verbs.Contains(HttpVerb.Post))
            return null;
        foreach (var text in request.Urls)
        {
            var url = ServiceUrl.Parse(text.ToString());
            if (!Anchors.IsRequest(url, options.AdobePassHosts.Contains))
                continue;
            foreach (var match in Endpoints.Match(url))
            {
                if (HttpVerb.Same(match.Endpoint.Verb, HttpVerb.Post) && match.Endpoint.Authorization == AuthorizationNeed.Required)
                    return match.Endpoint;
            }
        }

        return null;
    }

    /// <summary>The caller's call, when a helper sends the message or the headers that its caller made.</summary>
    private static SyntaxNode? Maker(HttpRequest request, IReadOnlyList<Site> madeAt)
    {
        var sender = request.Send.Syntax.ContainingMember();
        for (var frame = request.Send.Frame; frame is not null; frame = frame.Parent)
        {
            foreach (var origin in madeAt)
            {
                if (origin.Syntax.ContainingMember() is var maker && maker != sender && maker == frame.Call.Syntax.ContainingMember())
                    return frame.Call.Syntax;
            }
        }

        return null;
    }

    /// <summary>
    /// The innermost call all of whose requests lack the header: the send itself, unless some caller makes the helper add
    /// one; then the call of the caller that does not.
    /// </summary>
    private static SyntaxNode Decider(HttpRequest request, IReadOnlyList<(HttpRequest Request, Answer Answer)> answers)
    {
        var through = answers;
        var place = request.Send.Syntax;
        for (var frame = request.Send.Frame; frame is not null && through.Any(static a => a.Answer.Kind == AnswerKind.Yes); frame = frame.Parent)
        {
            place = frame.Call.Syntax;
            through = through.Where(a => Calls(a.Request).Contains(place)).ToList();
        }

        return place;
    }

    private static IEnumerable<SyntaxNode> Calls(HttpRequest request)
    {
        for (var frame = request.Send.Frame; frame is not null; frame = frame.Parent)
            yield return frame.Call.Syntax;
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode place, Endpoint endpoint, string sender) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.MissingAuthorization,
            place.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(ApiProperty, endpoint.Api.ToString()),
            endpoint.ToString(),
            sender,
            endpoint.Api == AdobePassApi.V1
                ? "Send the signed header, or 'Bearer' and a DCR access token; if a handler of another assembly does it, name it in authapi_analyzers.authorization_handlers."
                : "Send 'Bearer' and a DCR access token; if a handler of another assembly does it, name it in authapi_analyzers.authorization_handlers."));
}
