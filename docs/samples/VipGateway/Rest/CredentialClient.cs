using System.Text.Json;

namespace VipGateway.Rest;

/// <summary>The credential management API of VIP in JSON.</summary>
public sealed class CredentialClient(HttpClient http, ILogger<CredentialClient> log)
{
    private const string ApiVersion = "5.0";

    /// <summary>The defaults of the web serializer would write names in camel case, which VIP does not know.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General);

    public async Task ActivateAsync(string tokenId, string otp, CancellationToken cancellationToken)
    {
        var answer = await PostAsync<ActivateToken, ActivateTokenAnswer>(
            "activate-token", new(ApiVersion, NewId(), tokenId, otp), cancellationToken);
        VipException.ThrowIfFailed(answer.ActivateTokenResponse);
    }

    public async Task<bool> ValidateAsync(string tokenId, string otp, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            "validate", new Validate(ApiVersion, NewId(), tokenId, otp), Json, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return false;
        }

        var answer = await response.Content.ReadFromJsonAsync<ValidateAnswer>(Json, cancellationToken);
        log.LogInformation("Validated {TokenId}: {Message}", tokenId, answer?.ValidateResponse.Status.StatusMessage);
        return answer is not null;
    }

    public async Task UnlockAsync(string tokenId, CancellationToken cancellationToken)
    {
        await PostAsync<UnlockToken, UnlockTokenAnswer>(
            "unlock-token", new(ApiVersion, NewId(), tokenId), cancellationToken);
        log.LogInformation("Unlocked {TokenId}", tokenId);
    }

    public async Task<TokenInformation> GetInformationAsync(string tokenId, CancellationToken cancellationToken)
    {
        var answer = await PostAsync<GetTokenInformation, GetTokenInformationAnswer>(
            "get-token-information", new(ApiVersion, NewId(), tokenId), cancellationToken);
        return answer.GetTokenInformationResponse.TokenInformation;
    }

    private async Task<TAnswer> PostAsync<TRequest, TAnswer>(
        string operation, TRequest request, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(operation, request, Json, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<TAnswer>(Json, cancellationToken)
            ?? throw new InvalidOperationException($"The answer to {operation} is empty.");
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
