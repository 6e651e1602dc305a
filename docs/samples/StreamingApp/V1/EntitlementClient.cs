using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace StreamingApp.V1;

/// <summary>What the viewer of this device may watch, by the first version of the API.</summary>
public sealed class EntitlementClient(
    HttpClient http, RequestSigner signer, DeviceIdentity device, IOptions<AdobePassOptions> options)
{
    private string Requestor => Uri.EscapeDataString(options.Value.Requestor);

    private string DeviceId => Uri.EscapeDataString(device.Id);

    /// <summary>403 is the normal answer of a device that nobody has logged in yet.</summary>
    public async Task<bool> IsAuthenticatedAsync(CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            HttpMethod.Get, "/api/v1/checkauthn", $"requestor={Requestor}&deviceId={DeviceId}", cancellationToken);
        return response.IsSuccessStatusCode;
    }

    public async Task<AuthorizationToken?> AuthorizeAsync(string resource, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            HttpMethod.Get,
            "/api/v1/authorize",
            $"requestor={Requestor}&deviceId={DeviceId}&resource={Uri.EscapeDataString(resource)}",
            cancellationToken);

        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<AuthorizationToken>(cancellationToken)
            : null;
    }

    /// <summary>For one playback; it lives a few minutes and is not kept.</summary>
    public async Task<MediaToken?> GetMediaTokenAsync(string resource, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            HttpMethod.Get,
            "/api/v1/mediatoken",
            $"requestor={Requestor}&deviceId={DeviceId}&resource={Uri.EscapeDataString(resource)}",
            cancellationToken);

        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<MediaToken>(cancellationToken)
            : null;
    }

    /// <summary>Ten minutes of viewing without a provider's account.</summary>
    public async Task<bool> StartFreePreviewAsync(string mvpd, CancellationToken cancellationToken)
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["requestor_id"] = options.Value.Requestor,
            ["deviceId"] = device.Id,
            ["mso_id"] = mvpd,
            ["domain_name"] = options.Value.DomainName,
            ["device_info"] = device.EscapedInfo,
        });

        using var response = await http.PostAsync("/api/v1/authenticate/freepreview", form, cancellationToken);
        return response.IsSuccessStatusCode;
    }

    public async Task<bool> LogoutAsync(CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            HttpMethod.Delete, "/api/v1/logout", $"requestor={Requestor}&deviceId={DeviceId}", cancellationToken);
        return response.StatusCode == HttpStatusCode.OK;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string query, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{path}?{query}");
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("X-Device-Info", device.EscapedInfo);
        request.Headers.TryAddWithoutValidation("Authorization", signer.CreateHeader(method.Method, path));
        return await http.SendAsync(request, cancellationToken);
    }
}
