using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Http;

/// <summary><c>System.Net.Http</c>: <c>HttpClient</c>, <c>HttpMessageInvoker</c>, their JSON extensions, <c>HttpRequestMessage</c>.</summary>
internal sealed class HttpClientLibrary : MessageLibrary
{
    private const string Space = "System.Net.Http";

    public static readonly HttpClientLibrary Instance = new();

    private HttpClientLibrary() : base(Space)
    {
    }

    public override bool MaySend(IMethodSymbol method) =>
        method.Name is "Send" or "SendAsync" || VerbOf(method.Name) is not null && method.Name.IndexOf("Async", StringComparison.Ordinal) > 0;

    public override bool IsClient(ITypeSymbol? type) => base.IsClient(type) || Derives(type, "HttpMessageInvoker", Space);

    public override bool IsCarrier(ITypeSymbol? type) => IsClient(type) || IsMessage(type) || Derives(type, "HttpHeaders", Space);

    public override bool IsHook(ITypeSymbol type) => Derives(type, "HttpMessageHandler", Space);

    public override AnswerKind? Sets(ITypeSymbol hook) =>
        hook.Name is "HttpMessageHandler" or "DelegatingHandler" ? null
        : IsIn(hook, Space) || IsIn(hook, "Microsoft.Extensions.Http") || IsIn(hook, "Polly") ? AnswerKind.No : null;

    // Extension methods of the token libraries that most programs use.
    public override bool Authenticates(IMethodSymbol method) =>
        method.IsExtensionMethod && method.Name is "SetBearerToken" or "SetToken" or "SetBasicAuthentication" or "SetBasicAuthenticationOAuth";
}
