using System.Text.Json;

namespace AuthApi.Analyzers.ProtocolTests.Services.AdobePass;

/// <summary>Dynamic client registration. Source: the two pages of its API; both successes are 201.</summary>
internal sealed partial class AdobePassService
{
    private readonly Dictionary<string, string> _clients = [];

    private IEnumerable<ServiceEndpoint> EndpointsOfRegistration() =>
    [
        new("POST", "/o/client/register", RegisterClient),
        new("POST", "/o/client/token", IssueToken),
    ];

    private ServiceAnswer RegisterClient(ServiceRequest request)
    {
        if (request.Header("X-Device-Info") is null || request.MediaType != JsonType)
            return OAuthError("invalid_request");
        try
        {
            using var json = JsonDocument.Parse(request.Body);
            if (!json.RootElement.TryGetProperty("software_statement", out var statement))
                return OAuthError("invalid_request");
            if (statement.GetString() != DemoSoftwareStatement)
                return OAuthError("invalid_software_statement");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return OAuthError("invalid_request");
        }

        var (id, secret) = ($"client-{_clients.Count + 1}", Guid.NewGuid().ToString());
        _clients[id] = secret;
        return Json(201, new
        {
            client_id = id,
            client_secret = secret,
            client_id_issued_at = Milliseconds(Clock.GetUtcNow()),
            redirect_uris = Array.Empty<string>(),
            grant_types = new[] { "client_credentials" },
            scopes = new[] { "api:client:v2" },
        });
    }

    /// <summary><c>created_at</c> is in milliseconds, <c>expires_in</c> in seconds.</summary>
    private ServiceAnswer IssueToken(ServiceRequest request)
    {
        if (request.Header("X-Device-Info") is null || request.MediaType != FormType
            || MissingParameter(request, "client_id", "client_secret", "grant_type") is not null)
            return OAuthError("invalid_request");
        if (request.Parameter("grant_type") != "client_credentials")
            return OAuthError("unsupported_grant_type");
        if (!_clients.TryGetValue(request.Parameter("client_id")!, out var secret) || secret != request.Parameter("client_secret"))
            return OAuthError("invalid_client");

        var token = Guid.NewGuid().ToString("N");
        _accessTokens[token] = Clock.GetUtcNow() + AccessTokenLifetime;
        return Json(201, new
        {
            id = Guid.NewGuid(),
            access_token = token,
            created_at = Milliseconds(Clock.GetUtcNow()),
            expires_in = (long)AccessTokenLifetime.TotalSeconds,
            token_type = "bearer",
        });
    }

    private static ServiceAnswer OAuthError(string error) => Json(400, new { error });
}
