using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace StreamingApp.V1;

/// <summary>Registration codes: shown on the TV, typed in on the second screen.</summary>
public sealed class RegistrationClient(
    HttpClient http, RequestSigner signer, DeviceIdentity device, IOptions<AdobePassOptions> options)
{
    private string Path => $"/reggie/v1/{options.Value.Requestor}/regcode";

    public async Task<RegistrationCode> CreateAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["deviceId"] = device.Id,
                ["ttl"] = "1800",
            }),
        };
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("X-Device-Info", device.EscapedInfo);

        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<RegistrationCode>(cancellationToken)
            ?? throw new InvalidOperationException("The answer to the code request is empty.");
    }

    public async Task<RegistrationCode?> FindAsync(string code, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}/{code}");
        request.Headers.Add("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", signer.CreateHeader("GET", Path));

        using var response = await http.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<RegistrationCode>(cancellationToken)
            : null;
    }

    public async Task DeleteAsync(string code, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{Path}/{code}");
        request.Headers.TryAddWithoutValidation("Authorization", signer.CreateHeader("DELETE", Path));

        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
