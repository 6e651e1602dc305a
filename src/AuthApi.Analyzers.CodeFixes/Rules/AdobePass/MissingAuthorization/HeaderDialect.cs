namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>How a client library's request is given the header.</summary>
/// <param name="Whole">The code that sends a text as the header: from the request and the text.</param>
/// <param name="Bearer">The code that sends an access token: from the request and the token.</param>
internal sealed record HeaderDialect(Func<string, string, string> Whole, Func<string, string, string> Bearer)
{
    /// <summary>What a new local is called that holds the request.</summary>
    public string Name { get; private init; } = "request";

    /// <summary>Whether that local is to be disposed of.</summary>
    public bool IsDisposable { get; private init; }

    /// <summary><c>HttpRequestMessage</c>: .NET takes the signed header only without validation.</summary>
    public static readonly HeaderDialect Message = new(
        static (message, text) => $"{message}.Headers.TryAddWithoutValidation(\"Authorization\", {text});",
        static (message, token) => $"{message}.Headers.Authorization = new global::System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", {token});") { IsDisposable = true };

    /// <summary><c>HttpWebRequest</c>: its collection takes any text, but nothing once the body is being written.</summary>
    public static readonly HeaderDialect WebRequest = new(
        static (request, text) => $"{request}.Headers[\"Authorization\"] = {text};",
        static (request, token) => $"{request}.Headers[\"Authorization\"] = \"Bearer \" + {token};");

    /// <summary><c>WebClient</c>: the same collection, on the client.</summary>
    public static readonly HeaderDialect WebClient = WebRequest with { Name = "client", IsDisposable = true };

    /// <summary><c>Windows.Web.Http.HttpRequestMessage</c>: typed values, and a way past them.</summary>
    public static readonly HeaderDialect Windows = new(
        static (message, text) => $"{message}.Headers.TryAppendWithoutValidation(\"Authorization\", {text});",
        static (message, token) => $"{message}.Headers.Authorization = new global::Windows.Web.Http.Headers.HttpCredentialsHeaderValue(\"Bearer\", {token});") { IsDisposable = true };

    public static readonly HeaderDialect Unity = new(
        static (request, text) => $"{request}.SetRequestHeader(\"Authorization\", {text});",
        static (request, token) => $"{request}.SetRequestHeader(\"Authorization\", \"Bearer \" + {token});") { IsDisposable = true };

    public static readonly HeaderDialect RestSharp = new(
        static (request, text) => $"{request}.AddHeader(\"Authorization\", {text});",
        static (request, token) => $"{request}.AddHeader(\"Authorization\", \"Bearer \" + {token});");

    /// <summary>A link of the chain: an expression, no statement.</summary>
    public static readonly HeaderDialect Flurl = new(
        static (chain, text) => $"{chain}.WithHeader(\"Authorization\", {text})",
        static (chain, token) => $"{chain}.WithOAuthBearerToken({token})");

    /// <summary>The code for a header; null when the library cannot be given one of this form.</summary>
    /// <param name="request">The request, message or chain.</param>
    /// <param name="header">The header.</param>
    public string? Code(string request, AuthorizationHeader header)
    {
        var expression = header.Expression.Replace(AuthorizationHeader.Message, request);
        return header.Form switch
        {
            HeaderForm.Text => Whole(request, expression),
            HeaderForm.Token => Bearer(request, expression),
            HeaderForm.Value when this == Message => $"{request}.Headers.Authorization = {expression};",
            HeaderForm.Call when this == Message => expression + ";",
            _ => null,
        };
    }
}
