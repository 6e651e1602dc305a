using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

public sealed class ClientRegistrationTests : AdobePassTestBase
{
    private const string Json = "application/json";
    private const string Statement = $$"""{"software_statement":"{{AdobePassService.DemoSoftwareStatement}}"}""";
    private static readonly (string, string) s_device = ("X-Device-Info", DeviceInformation.EncodeV2());

    [Fact]
    public async Task A_registered_client_gets_a_token_that_is_accepted()
    {
        var client = (await RegisterAsync(Statement, Json)).Json;
        var token = await TokenAsync(client.GetProperty("client_id").GetString()!, client.GetProperty("client_secret").GetString()!);
        Assert.Equal(201, token.Status);
        Assert.Equal(Clock.GetUtcNow().ToUnixTimeMilliseconds(), token.Json.GetProperty("created_at").GetInt64());
        Assert.Equal(21600, token.Json.GetProperty("expires_in").GetInt64());

        var bearer = "Bearer " + token.Json.GetProperty("access_token").GetString();
        Assert.Equal(201, (await DeviceAsync("POST", $"/reggie/v1/REQ/regcode?{Device}", bearer)).Status);
    }

    [Theory]
    [InlineData("{}", Json, "invalid_request")]
    [InlineData("software_statement=x", "application/x-www-form-urlencoded", "invalid_request")]
    [InlineData("not json", Json, "invalid_request")]
    [InlineData("""{"software_statement":"other"}""", Json, "invalid_software_statement")]
    public async Task A_wrong_registration_is_refused(string body, string type, string error) => AssertError(await RegisterAsync(body, type), error);

    [Fact]
    public async Task Registration_needs_device_information() => AssertError(
        await SendAsync("POST", "/o/client/register", null, Content(Statement, Json)), "invalid_request");

    [Fact]
    public async Task A_wrong_token_request_is_refused()
    {
        AssertError(await TokenAsync("unknown", "s"), "invalid_client");
        AssertError(await TokenAsync("c", "s", "password"), "unsupported_grant_type");
        AssertError(await SendAsync("POST", "/o/client/token", null, Content("{}", Json), headers: s_device), "invalid_request");
    }

    [Theory]
    [InlineData("/o/client/register")]
    [InlineData("/o/client/token")]
    public async Task Registration_is_by_post(string path) => Assert.Equal(405, (await SendAsync("GET", path)).Status);

    private Task<Received> RegisterAsync(string body, string type) =>
        SendAsync("POST", "/o/client/register", null, Content(body, type), headers: s_device);

    private Task<Received> TokenAsync(string id, string secret, string grant = "client_credentials") => SendAsync(
        "POST", "/o/client/token", null,
        new FormUrlEncodedContent([new("client_id", id), new("client_secret", secret), new("grant_type", grant)]), headers: s_device);

    private static void AssertError(Received received, string error)
    {
        Assert.Equal(400, received.Status);
        Assert.Equal(error, received.Json.GetProperty("error").GetString());
    }
}
