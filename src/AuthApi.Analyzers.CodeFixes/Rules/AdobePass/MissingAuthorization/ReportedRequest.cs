using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>A reported request: which variable holds its message, or which new local shall, and what becomes of the call.</summary>
internal sealed class ReportedRequest
{
    /// <summary>From so many characters of URL and content on, the content gets lines of its own.</summary>
    private const int WideCreation = 55;

    private ReportedRequest(ProgramModel program, Scope scope, ExpressionSyntax place) => (Program, Scope, Place) = (program, scope, place);

    public ProgramModel Program { get; }

    public Scope Scope { get; }

    /// <summary>The reported expression: the call that sends, or the creation of the message.</summary>
    public ExpressionSyntax Place { get; }

    /// <summary>The variable that holds the message; null when there is none yet.</summary>
    public ExpressionSyntax? Variable { get; private set; }

    /// <summary>The expression that becomes a local of its own, or that is replaced by a call with that local; null with a <see cref="Variable"/>.</summary>
    public ExpressionSyntax? Replaced { get; private set; }

    /// <summary>Gives <see cref="Replaced"/> anew, from the name of the local.</summary>
    public Func<string, ExpressionSyntax>? Replacement { get; private set; }

    /// <summary>How the header is written.</summary>
    public HeaderDialect Dialect { get; private set; } = HeaderDialect.Message;

    /// <summary>The part of a chain of calls after which the header is set; null for other libraries.</summary>
    public ExpressionSyntax? Chain { get; private set; }

    /// <summary>The full name of the new local's type; null when it is not known.</summary>
    public string? CreatedType { get; private set; }

    /// <summary>The value of the new local.</summary>
    public string? Creation { get; private set; }

    /// <summary>Comments that stood between the parts of the call.</summary>
    public IReadOnlyList<string> Comments { get; private set; } = [];

    /// <summary>The URLs that the request may have.</summary>
    public IReadOnlyList<TextValue> Urls { get; private set; } = [];

    /// <summary>The URL as it is written; null when that cannot be told.</summary>
    public ExpressionSyntax? UrlExpression { get; private set; }

    /// <summary>The token that the call is given, or that is in scope; null without one.</summary>
    public string? CancellationToken { get; private set; }

    /// <summary>The request at the reported node; null for a form that the fix does not know.</summary>
    public static ReportedRequest? At(SemanticModel model, ProgramModel program, SyntaxNode node)
    {
        if (node is not ExpressionSyntax place)
            return null;
        var host = Hosting.HostOf(place);
        var request = new ReportedRequest(program, new Scope(model, host is StatementSyntax ? host : place), place);
        request.CancellationToken = request.Scope.CancellationToken;
        if (model.GetOperation(place) is IInvocationOperation sent && request.ReadLink(sent))
            return request;
        if (host is null)
            return null;
        return model.GetOperation(place) switch
        {
            IInvocationOperation call when request.ReadCall(call) => request,
            IObjectCreationOperation creation when HttpClientLibrary.Instance.IsMessage(creation.Type) && request.ReadCreation(creation) => request,
            _ => null,
        };
    }

    private bool ReadCall(IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(static a => Scope.IsCancellationToken(a.Parameter?.Type) && a.ArgumentKind == ArgumentKind.Explicit) is { Value.Syntax: IdentifierNameSyntax token })
            CancellationToken = token.ToString();
        // A sync call has no use for a token, and one of another type is none of a send.
        foreach (var argument in call.Arguments)
        {
            if (!HttpClientLibrary.Instance.IsMessage(argument.Value.Unwrap().Type) || argument.Value.Unwrap().Syntax is not ExpressionSyntax message)
                continue;
            var described = HttpClientLibrary.Instance.DescribeMessage(Program, new Site(argument.Value.Unwrap(), null));
            var sent = HttpRequests.For(Program).At(call).FirstOrDefault() ?? described;
            (Urls, UrlExpression) = (sent.Urls, sent.UrlSource?.Syntax as ExpressionSyntax);
            if (message is IdentifierNameSyntax or MemberAccessExpressionSyntax)
            {
                Variable = message;
                return true;
            }

            Extract(message, argument.Value.Unwrap());
            return true;
        }

        return ReadPost(call) || ReadOther(call);
    }

    /// <summary>Flurl: <c>url.WithHeader(…).PostAsync()</c>.</summary>
    private bool ReadLink(IInvocationOperation call)
    {
        if (HttpRequests.For(Program).At(call).FirstOrDefault() is not { Library: FlurlLibrary, Message: { Frame: null, Operation: var chain } } sent || chain.Unwrap().Syntax is not ExpressionSyntax expression
            || !Place.Span.Contains(expression.Span))
        {
            return false;
        }

        (Chain, Dialect, Urls, UrlExpression) = (expression, HeaderDialect.Flurl, sent.Urls, sent.UrlSource?.Syntax as ExpressionSyntax);
        return true;
    }

    /// <summary>Libraries whose request is an object of its own, and the client that is one at a time.</summary>
    private bool ReadOther(IInvocationOperation call)
    {
        if (HttpRequests.For(Program).At(call).FirstOrDefault() is not { } sent || (sent.Message ?? (sent.Library is WebClientLibrary ? sent.Client : null)) is not { Operation: var message }
            || message.Unwrap().Syntax is not ExpressionSyntax expression || !Place.Span.Contains(expression.Span))
        {
            return false;
        }

        var dialect = sent.Library switch
        {
            RestSharpLibrary => HeaderDialect.RestSharp,
            WebRequestLibrary => HeaderDialect.WebRequest,
            WebClientLibrary => HeaderDialect.WebClient,
            WindowsHttpLibrary => HeaderDialect.Windows,
            UnityLibrary => HeaderDialect.Unity,
            _ => null,
        };
        if (dialect is null)
            return false;
        (Dialect, Urls, UrlExpression) = (dialect, sent.Urls, sent.UrlSource?.Syntax as ExpressionSyntax);
        if (expression is IdentifierNameSyntax or MemberAccessExpressionSyntax)
            Variable = expression;
        else
            Extract(expression, message.Unwrap());
        return true;
    }

    private bool ReadCreation(IObjectCreationOperation creation)
    {
        var described = HttpClientLibrary.Instance.DescribeMessage(Program, new Site(creation, null));
        (Urls, UrlExpression) = (described.Urls, described.UrlSource?.Syntax as ExpressionSyntax);
        if (Place.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator })
            Variable = SyntaxFactory.IdentifierName(declarator.Identifier.WithoutTrivia());
        else if (Place.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable, Parent: ExpressionStatementSyntax } && Place.Parent is AssignmentExpressionSyntax assignment && assignment.Right == Place)
            Variable = variable;
        else
            Extract(Place, creation);
        return true;
    }

    private void Extract(ExpressionSyntax message, IOperation operation)
    {
        Replaced = message;
        CreatedType = operation.Type is { } type ? "global::" + type.ToDisplayString() : null;
        // new(…) needs a type to aim at.
        Creation = message is ImplicitObjectCreationExpressionSyntax implicitCreation
            ? $"new global::{operation.Type!.ToDisplayString()}{implicitCreation.ArgumentList}{(implicitCreation.Initializer is { } initializer ? " " + initializer : "")}"
            : message.ToString();
        Replacement = static name => SyntaxFactory.IdentifierName(name);
    }

    /// <summary><c>client.PostAsync(url, content)</c> and its JSON sibling: the message that they make themselves is written out.</summary>
    private bool ReadPost(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isJson = method is { Name: "PostAsJsonAsync", ContainingType: { Name: "HttpClientJsonExtensions" } };
        var space = isJson ? "System.Net.Http" : method.ContainingNamespace.ToDisplayString();
        var isWindows = space == "Windows.Web.Http";
        if (!isJson && (method is not { Name: "PostAsync" or "TryPostAsync", ContainingType.Name: "HttpClient" } || space != "System.Net.Http" && !isWindows)
            || call.Syntax is not InvocationExpressionSyntax invocation || Text(call, isWindows ? "uri" : "requestUri") is not { } url)
        {
            return false;
        }

        if (isWindows)
            Dialect = HeaderDialect.Windows;

        var content = isJson ? JsonContent(call, invocation) : Text(call, "content");
        if (isJson && content is null)
            return false;
        var initializer = content is null or "null" or "default"
            ? ""
            : content.Contains('\n') || url.Length + content.Replace("global::System.Net.Http.Json.", "").Length > WideCreation ? $"\n{{\nContent = {content},\n}}" : $" {{ Content = {content} }}";
        Creation = $"new global::{space}.HttpRequestMessage(global::{space}.HttpMethod.Post, {url}){initializer}";
        var address = call.Argument(isWindows ? "uri" : "requestUri")!;
        UrlExpression = address.Unwrap().Syntax as ExpressionSyntax;
        Urls = HttpRequests.For(Program).At(call).FirstOrDefault()?.Urls ?? Program.TextsOf(new Site(address, null));

        var arguments = invocation.ArgumentList;
        Comments = arguments.DescendantTrivia().Where(t => Hosting.IsComment(t) && !arguments.Arguments.Any(a => a.Span.Contains(t.Span))).Select(static t => t.ToString()).ToList();
        var token = Text(call, "cancellationToken");
        Replaced = invocation;
        CreatedType = $"global::{space}.HttpRequestMessage";
        Replacement = name => invocation
            .WithExpression(Send(invocation.Expression, call))
            .WithArgumentList(SyntaxFactory.ParseArgumentList(token is null ? $"({name})" : $"({name}, {token})").WithTriviaFrom(arguments));
        return true;
    }

    private static ExpressionSyntax Send(ExpressionSyntax called, IInvocationOperation call)
    {
        var method = call.TargetMethod.Name switch { "TryPostAsync" => "TrySendRequestAsync", _ when call.TargetMethod.ContainingNamespace.ToDisplayString() == "Windows.Web.Http" => "SendRequestAsync", _ => "SendAsync" };
        var name = SyntaxFactory.IdentifierName(method);
        return called switch
        {
            // HttpClientJsonExtensions.PostAsJsonAsync(client, …)
            MemberAccessExpressionSyntax when call.TargetMethod is { IsExtensionMethod: true, MethodKind: not MethodKind.ReducedExtension } && call.Arguments[0].Syntax is ArgumentSyntax { Expression: var client } argument && argument.Parent is ArgumentListSyntax =>
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, client.WithoutTrivia(), name),
            MemberAccessExpressionSyntax member => member.WithName(name.WithTriviaFrom(member.Name)),
            _ => name.WithTriviaFrom(called),
        };
    }

    private static string? JsonContent(IInvocationOperation call, InvocationExpressionSyntax invocation)
    {
        var value = Text(call, "value");
        var name = invocation.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax generic } ? "Create" + generic.TypeArgumentList : "Create";
        var typeInfo = Text(call, "jsonTypeInfo");
        var options = Text(call, "options");
        return value is null
            ? null
            : $"global::System.Net.Http.Json.JsonContent.{name}({value}{(typeInfo is not null ? ", " + typeInfo : options is not null ? ", options: " + options : "")})";
    }

    /// <summary>The argument as it is written; null when it is left out.</summary>
    private static string? Text(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter && a.ArgumentKind == ArgumentKind.Explicit)?.Syntax switch
        {
            ArgumentSyntax argument => argument.Expression.ToString(),
            _ => null,
        };
}
