using System.Text.Json.Serialization;

namespace StreamingApp.V2;

public sealed record ClientCredentials(
    [property: JsonPropertyName("client_id")] string ClientId,
    [property: JsonPropertyName("client_secret")] string ClientSecret);

/// <param name="CreatedAt">Milliseconds since 1970.</param>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record AccessToken(
    [property: JsonPropertyName("access_token")] string Value,
    [property: JsonPropertyName("created_at")] long CreatedAt,
    [property: JsonPropertyName("expires_in")] long ExpiresIn)
{
    public DateTimeOffset Expires => DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt).AddSeconds(ExpiresIn);
}

public sealed record Session(
    [property: JsonPropertyName("code")] string? Code,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("actionName")] string ActionName);

public sealed record ProfilesAnswer(
    [property: JsonPropertyName("profiles")] IReadOnlyDictionary<string, Profile> Profiles);

public sealed record Profile(
    [property: JsonPropertyName("notAfter")] long NotAfter,
    [property: JsonPropertyName("issuer")] string Issuer);

public sealed record DecisionRequest([property: JsonPropertyName("resources")] IReadOnlyList<string> Resources);

public sealed record DecisionAnswer(
    [property: JsonPropertyName("decisions")] IReadOnlyList<Decision> Decisions);

public sealed record Decision(
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("authorized")] bool Authorized,
    [property: JsonPropertyName("token")] DecisionToken? Token);

public sealed record DecisionToken([property: JsonPropertyName("serializedToken")] string SerializedToken);
