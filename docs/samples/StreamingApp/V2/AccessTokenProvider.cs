using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace StreamingApp.V2;

/// <summary>Registers this installation once and keeps its access token until shortly before the end.</summary>
public sealed class AccessTokenProvider(
    IHttpClientFactory clients, DeviceIdentity device, IOptions<AdobePassOptions> options, TimeProvider? clock = null)
{
    public const string ClientName = "dynamic-client-registration";

    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly SemaphoreSlim gate = new(1, 1);
    private ClientCredentials? credentials;
    private AccessToken? token;

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (token is null || token.Expires < clock.GetUtcNow().AddMinutes(1))
            {
                credentials ??= await RegisterAsync(cancellationToken);
                token = await RequestTokenAsync(credentials, cancellationToken);
            }

            return token.Value;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<ClientCredentials> RegisterAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/o/client/register")
        {
            Content = JsonContent.Create(new { software_statement = options.Value.SoftwareStatement }),
        };
        return await SendAsync<ClientCredentials>(request, cancellationToken);
    }

    private async Task<AccessToken> RequestTokenAsync(ClientCredentials client, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/o/client/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = client.ClientId,
                ["client_secret"] = client.ClientSecret,
            }),
        };
        return await SendAsync<AccessToken>(request, cancellationToken);
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("X-Device-Info", device.Info);
        using var response = await clients.CreateClient(ClientName).SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<T>(cancellationToken)
            ?? throw new InvalidOperationException($"The answer of {request.RequestUri} is empty.");
    }
}
