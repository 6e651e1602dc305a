using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary><c>System.Net.Http</c>: <c>HttpClient</c>, <c>HttpMessageInvoker</c>, their JSON extensions, <c>HttpRequestMessage</c>.</summary>
internal sealed class HttpClientLibrary : HttpLibrary
{
    public static readonly HttpClientLibrary Instance = new();

    private static readonly string[] Names = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options"];

    private HttpClientLibrary()
    {
    }

    public override bool MaySend(string methodName) => methodName is "Send" or "SendAsync" || VerbOf(methodName) is not null;

    public override bool IsHeaderPart(IPropertyReferenceOperation property) => property.Property.Name is "Headers" or "DefaultRequestHeaders";

    public override bool IsCarrier(ITypeSymbol? type) =>
        IsClient(type) || IsMessage(type) || Derives(type, "HttpRequestHeaders", "System.Net.Http.Headers") || Derives(type, "HttpHeaders", "System.Net.Http.Headers");

    // Extension methods of the token libraries that most programs use.
    public override bool Authenticates(IMethodSymbol method) =>
        method.IsExtensionMethod && method.Name is "SetBearerToken" or "SetToken" or "SetBasicAuthentication" or "SetBasicAuthenticationOAuth";

    public override HttpRequest? Describe(ProgramModel program, Site call, IInvocationOperation invocation)
    {
        if (invocation.Receiver() is not { } client || !IsClient(client.Unwrap().Type))
            return null;
        IOperation? message = null, url = null, body = null;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { } parameter || argument.Value == client)
                continue;
            if (IsMessage(argument.Value.Unwrap().Type) || parameter.Name == "request")
                message ??= argument.Value;
            else if (parameter.Name is "requestUri" or "uri" or "address")
                url ??= argument.Value;
            else if (parameter.Name is "content" or "value" or "inputValue" or "jsonTypeInfo" && body is null && parameter.Name != "jsonTypeInfo")
                body = argument.Value;
        }

        if (message is null && (url is null || VerbOf(invocation.TargetMethod.Name) is null))
            return null;
        return message is not null
            ? OfMessage(program, call, call.With(client), call.With(message))
            : new HttpRequest
            {
                Send = call,
                Library = this,
                Verbs = [VerbOf(invocation.TargetMethod.Name)!],
                Urls = WithBaseAddress(program, program.TextsOf(call.With(url!)), call.With(client)),
                UrlSource = call.With(url!),
                Client = call.With(client),
                Body = body is null ? null : call.With(body),
            };
    }

    /// <summary>A message that is built here and sent elsewhere.</summary>
    public HttpRequest DescribeMessage(ProgramModel program, Site message) => OfMessage(program, message, null, message);

    private HttpRequest OfMessage(ProgramModel program, Site call, Site? client, Site site)
    {
        var verbs = PropertyQuery.Ask(program, site, "Method", "method");
        var urls = PropertyQuery.Ask(program, site, "RequestUri", "requestUri");
        var body = PropertyQuery.Ask(program, site, "Content");
        var texts = urls.Texts();
        return new HttpRequest
        {
            Send = call,
            Library = this,
            Verbs = verbs.Values.Count == 0 && !verbs.IsOpen ? [HttpVerb.Get] : verbs.Values.SelectMany(v => MethodsOf(program, v)).Distinct().ToList(),
            Urls = WithBaseAddress(program, texts.Count == 0 ? [TextValue.Unknown(site)] : texts, client),
            UrlSource = urls.Values.Count == 1 ? urls.Values[0] : null,
            Message = site,
            Client = client,
            Body = body.Values.Count == 1 ? body.Values[0] : null,
        };
    }

    /// <summary>The verbs of an <c>HttpMethod</c> expression; empty when unknown.</summary>
    private static IEnumerable<string> MethodsOf(ProgramModel program, Site method)
    {
        foreach (var origin in program.Origins(method, out _))
        {
            switch (origin.Operation)
            {
                case IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "HttpMethod", Name: var name } }:
                    yield return name.ToUpperInvariant();
                    break;
                case IObjectCreationOperation { Type.Name: "HttpMethod", Arguments: [{ Value: var text }] }:
                    foreach (var verb in program.TextsOf(origin.With(text)).Where(static t => t.IsComplete))
                        yield return verb.ToString().ToUpperInvariant();
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "HttpMethod" }, Arguments: [{ Value: var text }] }:
                    foreach (var verb in program.TextsOf(origin.With(text)).Where(static t => t.IsComplete))
                        yield return verb.ToString().ToUpperInvariant();
                    break;
            }
        }
    }

    private static IReadOnlyList<TextValue> WithBaseAddress(ProgramModel program, IReadOnlyList<TextValue> urls, Site? client)
    {
        if (client is null || urls.All(static u => UriTexts.IsAbsolute(u.ToString())))
            return urls;
        var query = PropertyQuery.Ask(program, client.Value, "BaseAddress");
        var addresses = query.Texts();
        return addresses.Count == 0 ? urls : UriTexts.Join(addresses, urls);
    }

    private static string? VerbOf(string methodName)
    {
        foreach (var name in Names)
        {
            if (methodName.StartsWith(name, StringComparison.Ordinal) && (methodName.EndsWith("Async", StringComparison.Ordinal) || methodName.EndsWith("AsyncEnumerable", StringComparison.Ordinal)))
                return name.ToUpperInvariant();
        }

        return null;
    }

    internal static bool IsClient(ITypeSymbol? type) => Derives(type, "HttpClient") || Derives(type, "HttpMessageInvoker");

    internal static bool IsMessage(ITypeSymbol? type) => Derives(type, "HttpRequestMessage");

    private static bool Derives(ITypeSymbol? type, string name, string space = "System.Net.Http")
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == name && type.ContainingNamespace?.ToDisplayString() == space)
                return true;
        }

        return false;
    }
}
