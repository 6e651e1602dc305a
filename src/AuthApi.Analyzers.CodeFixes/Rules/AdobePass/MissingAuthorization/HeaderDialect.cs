namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>How a client library's request is given the header.</summary>
/// <param name="Whole">The code that sends a text as the header: from the request and the text.</param>
/// <param name="Bearer">The code that sends an access token: from the request and the token.</param>
internal sealed record HeaderDialect(Func<string, string, string> Whole, Func<string, string, string> Bearer)
{
    /// <summary><c>HttpRequestMessage</c>: .NET takes the signed header only without validation.</summary>
    public static readonly HeaderDialect Message = new(
        static (message, text) => $"{message}.Headers.TryAddWithoutValidation(\"Authorization\", {text});",
        static (message, token) => $"{message}.Headers.Authorization = new global::System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", {token});");

    /// <summary><c>HttpWebRequest</c>: its collection takes any text, but nothing once the body is being written.</summary>
    public static readonly HeaderDialect WebRequest = new(
        static (request, text) => $"{request}.Headers[\"Authorization\"] = {text};",
        static (request, token) => $"{request}.Headers[\"Authorization\"] = \"Bearer \" + {token};");

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
