using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthApi.Analyzers.ProtocolTests.Services;

/// <summary>One received request, with its body read, so that the rules of a service are plain functions of it.</summary>
internal sealed class ServiceRequest(HttpContext context, string body)
{
    private readonly Dictionary<string, Microsoft.Extensions.Primitives.StringValues> _form =
        context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? QueryHelpers.ParseQuery(body)
            : [];

    public string Verb => context.Request.Method;

    /// <summary>The path as it was routed: without the <c>.json</c>/<c>.xml</c> suffix that only chooses the format.</summary>
    public string Path => context.Request.Path.Value ?? "";

    /// <summary>The query as sent, still percent-encoded, with its question mark.</summary>
    public string RawQuery => context.Request.QueryString.Value ?? "";

    public string Body => body;

    public string MediaType => (context.Request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    public string Client => Header("X-Forwarded-For") ?? context.Connection.RemoteIpAddress?.ToString() ?? "";

    public string? Header(string name) =>
        context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public string Route(string name) => (string?)context.Request.RouteValues[name] ?? "";

    /// <summary>
    /// The value from the query or, failing that, from a form body: no page prescribes the place. Null when absent or empty.
    /// </summary>
    public string? Parameter(string name)
    {
        var value = context.Request.Query[name].ToString();
        if (value.Length == 0 && _form.TryGetValue(name, out var posted))
            value = posted.ToString();
        return value.Length == 0 ? null : value;
    }
}

/// <summary>What a service answers. A null body is an empty one.</summary>
internal sealed record ServiceAnswer(int Status, string? Body = null, string ContentType = "application/json")
{
    public string? Location { get; init; }
}

/// <summary>One line of a service's interface. ASP.NET Core answers 404 for other paths and 405 for other verbs.</summary>
internal sealed record ServiceEndpoint(string Verb, string Template, Func<ServiceRequest, ServiceAnswer> Answer);

/// <summary>One request with its answer, as a test wants to see it; <c>Order</c> grows over all services.</summary>
internal sealed record Exchange(long Order, string Service, string Verb, string PathAndQuery, int Status, string Body)
{
    public override string ToString() => $"{Service}: {Verb} {PathAndQuery} -> {Status} {Body}";
}
