using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AuthApi.Analyzers.ProtocolTests.Services;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

/// <summary>An answer as the tests look at it.</summary>
internal sealed record Received(int Status, string Body, HttpResponseMessage Response)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

/// <summary>A production service per test with a clock at a fixed time, and raw requests to it.</summary>
public abstract class AdobePassTestBase : IAsyncLifetime
{
    internal const string Device = "deviceId=d1";
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    internal ManualClock Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    internal AdobePassService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await StartAsync(AdobePassEnvironment.Production);
        Service.Throttled = false;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _client.Dispose();
        await Service.DisposeAsync();
    }

    internal async Task<AdobePassService> StartAsync(AdobePassEnvironment environment)
    {
        var service = new AdobePassService(environment, Clock);
        await service.StartAsync();
        return service;
    }

    /// <summary>Sends with a bearer unless told otherwise: null sends none.</summary>
    internal async Task<Received> SendAsync(
        string verb, string pathAndQuery, string? authorization = "Bearer " + AdobePassService.DemoAccessToken,
        HttpContent? content = null, AdobePassService? to = null, params (string Name, string Value)[] headers)
    {
        // A relative reference keeps the query as written; escaping is what several tests are about.
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri((to ?? Service).Address, pathAndQuery)) { Content = content };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await _client.SendAsync(request);
        return new Received((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    /// <summary>A V1 call of a device, complete with its device information.</summary>
    internal Task<Received> DeviceAsync(string verb, string pathAndQuery, string? authorization = "Bearer " + AdobePassService.DemoAccessToken) =>
        SendAsync(verb, pathAndQuery, authorization, headers: ("X-Device-Info", DeviceInformation.EncodeV1()));

    internal async Task<string> NewCodeAsync(string requestor = "REQ", AdobePassService? from = null)
    {
        var received = await SendAsync("POST", $"/reggie/v1/{requestor}/regcode?{Device}", to: from, headers: ("X-Device-Info", DeviceInformation.EncodeV1()));
        Assert.Equal(201, received.Status);
        return received.Json.GetProperty("code").GetString()!;
    }

    internal static StringContent Content(string body, string mediaType) => new(body, Encoding.UTF8, new MediaTypeHeaderValue(mediaType));
}
