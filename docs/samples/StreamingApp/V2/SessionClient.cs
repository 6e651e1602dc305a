using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace StreamingApp.V2;

/// <summary>Login, profiles and decisions by the second version of the API.</summary>
public sealed class SessionClient(
    HttpClient http, AccessTokenProvider tokens, DeviceIdentity device, IOptions<AdobePassOptions> options)
{
    private string Root => $"/api/v2/{options.Value.Requestor}";

    public async Task<Session> CreateSessionAsync(string mvpd, CancellationToken cancellationToken)
    {
        var accessToken = await tokens.GetAsync(cancellationToken);
        using var request = CreateRequest(HttpMethod.Post, $"{Root}/sessions");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["mvpd"] = mvpd,
            ["domainName"] = options.Value.DomainName,
            ["redirectUrl"] = $"https://{options.Value.DomainName}/done",
        });

        return await SendAsync<Session>(request, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, Profile>> GetProfilesAsync(string code, CancellationToken cancellationToken)
    {
        var accessToken = await tokens.GetAsync(cancellationToken);
        using var request = CreateRequest(HttpMethod.Get, $"{Root}/profiles/code/{code}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);

        return (await SendAsync<ProfilesAnswer>(request, cancellationToken)).Profiles;
    }

    /// <returns>The media token, or null when the provider says no, which is a 200 as well.</returns>
    public async Task<string?> AuthorizeAsync(string mvpd, string resource, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(HttpMethod.Post, $"{Root}/decisions/authorize/{mvpd}");
        request.Content = JsonContent.Create(new DecisionRequest([resource]));

        var answer = await SendAsync<DecisionAnswer>(request, cancellationToken);
        return answer.Decisions.FirstOrDefault(decision => decision.Authorized)?.Token?.SerializedToken;
    }

    private HttpRequestMessage CreateRequest(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("AP-Device-Identifier", device.Identifier);
        request.Headers.Add("X-Device-Info", device.Info);
        return request;
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<T>(cancellationToken)
            ?? throw new InvalidOperationException($"The answer of {request.RequestUri} is empty.");
    }
}
