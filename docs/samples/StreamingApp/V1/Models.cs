using System.Text.Json.Serialization;

namespace StreamingApp.V1;

/// <param name="Expires">Milliseconds since 1970.</param>
public sealed record RegistrationCode(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("requestor")] string Requestor,
    [property: JsonPropertyName("expires")] long Expires);

/// <param name="Expires">Milliseconds since 1970, as text.</param>
public sealed record AuthorizationToken(
    [property: JsonPropertyName("mvpd")] string Mvpd,
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("expires")] string Expires);

public sealed record MediaToken([property: JsonPropertyName("serializedToken")] string SerializedToken);
