using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

public sealed class AdobePassV1Tests : AdobePassTestBase
{
    private const string Query = "requestor=REQ&deviceId=d1";

    [Theory]
    [InlineData("GET", "/reggie/v1/regcode", 404)]
    [InlineData("GET", "/api/v1/checkauth?requestor=REQ&deviceId=d1", 404)]
    [InlineData("GET", "/v1/checkauthn", 404)]
    [InlineData("GET", "/reggie/v1/REQ/regcode", 405)]
    [InlineData("POST", "/api/v1/checkauthn", 405)]
    [InlineData("GET", "/api/v1/logout?deviceId=d1", 405)]
    [InlineData("POST", "/api/v1/authorize", 405)]
    [InlineData("GET", "/api/v1/authenticate/freepreview", 405)]
    [InlineData("POST", "/api/v1/config/REQ", 405)]
    public async Task Unknown_paths_and_wrong_verbs(string verb, string path, int status) =>
        Assert.Equal(status, (await DeviceAsync(verb, path)).Status);

    [Theory]
    [InlineData("POST", "/reggie/v1/REQ/regcode", "deviceId")]
    [InlineData("GET", "/api/v1/checkauthn?deviceId=d1", "requestor")]
    [InlineData("GET", "/api/v1/checkauthn?requestor_id=REQ&deviceId=d1", "requestor")]
    [InlineData("GET", "/api/v1/checkauthn?requestor=REQ", "deviceId")]
    [InlineData("GET", "/api/v1/authorize?requestor=REQ&deviceId=d1", "resource")]
    [InlineData("GET", "/api/v1/checkauthn/CODE", "requestor")]
    [InlineData("GET", "/api/v1/preauthorize/CODE?requestor=REQ", "resource")]
    [InlineData("DELETE", "/api/v1/logout?requestor=REQ", "deviceId")]
    [InlineData("POST", "/api/v1/authenticate/freepreview?requestor=REQ&deviceId=d1&mso_id=M&domain_name=d", "requestor_id")]
    public async Task A_missing_mandatory_parameter_is_named(string verb, string path, string parameter)
    {
        var received = await DeviceAsync(verb, path);
        Assert.Equal(400, received.Status);
        Assert.Contains($"'{parameter}'", received.Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Parameters_of_a_post_may_stand_in_a_form()
    {
        var form = new FormUrlEncodedContent([new("deviceId", "d1"), new("device_info", DeviceInformation.EncodeV1())]);
        Assert.Equal(201, (await SendAsync("POST", "/reggie/v1/REQ/regcode", content: form)).Status);
    }

    [Theory]
    [InlineData("36000", 201)]
    [InlineData("36001", 400)]
    [InlineData("1800000", 400)]
    public async Task Ttl_is_in_seconds_and_limited(string ttl, int status) =>
        Assert.Equal(status, (await DeviceAsync("POST", $"/reggie/v1/REQ/regcode?{Device}&ttl={ttl}")).Status);

    [Fact]
    public async Task A_code_can_be_read_and_deleted()
    {
        var code = await NewCodeAsync();
        Assert.Equal(200, (await SendAsync("GET", $"/reggie/v1/REQ/regcode/{code}.json")).Status);
        Assert.Equal(204, (await SendAsync("DELETE", $"/reggie/v1/REQ/regcode/{code}")).Status);
        Assert.Equal(404, (await SendAsync("GET", $"/reggie/v1/REQ/regcode/{code}")).Status);
    }

    [Fact]
    public async Task Expiry_is_a_number_in_the_record_and_a_text_in_tokens()
    {
        var record = (await DeviceAsync("POST", $"/reggie/v1/REQ/regcode?{Device}")).Json;
        Assert.Equal((Clock.GetUtcNow() + AdobePassService.DefaultCodeLifetime).ToUnixTimeMilliseconds(), record.GetProperty("expires").GetInt64());

        Service.LogIn("REQ", "d1");
        var token = (await DeviceAsync("GET", $"/api/v1/tokens/authn?{Query}")).Json;
        Assert.Equal(
            (Clock.GetUtcNow() + AdobePassService.AuthenticationLifetime).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            token.GetProperty("expires").GetString());
    }

    [Theory]
    [InlineData("/api/v1/checkauthn?requestor=REQ&deviceId=d1", 403)]
    [InlineData("/api/v1/checkauthn/UNKNOWN?requestor=REQ", 403)]
    [InlineData("/api/v1/tokens/authn?requestor=REQ&deviceId=d1", 404)]
    [InlineData("/api/v1/authorize?requestor=REQ&deviceId=d1&resource=r", 403)]
    [InlineData("/api/v1/tokens/authz?requestor=REQ&deviceId=d1&resource=r", 412)]
    [InlineData("/api/v1/mediatoken?requestor=REQ&deviceId=d1&resource=r", 403)]
    [InlineData("/api/v1/tokens/media?requestor=REQ&deviceId=d1&resource=r", 403)]
    [InlineData("/api/v1/preauthorize?requestor=REQ&deviceId=d1&resource=r", 412)]
    [InlineData("/api/v1/tokens/usermetadata?requestor=REQ&deviceId=d1", 412)]
    public async Task Not_logged_in_is_an_error_status(string path, int status) =>
        Assert.Equal(status, (await DeviceAsync("GET", path)).Status);

    [Fact]
    public async Task A_logged_in_device_goes_through_the_whole_flow()
    {
        Assert.True(Service.LogIn(await NewCodeAsync()));
        Assert.Equal(200, (await DeviceAsync("GET", $"/api/v1/checkauthn?{Query}")).Status);
        Assert.Equal(404, (await DeviceAsync("GET", $"/api/v1/tokens/authz?{Query}&resource=r")).Status);
        Assert.Equal(403, (await DeviceAsync("GET", $"/api/v1/mediatoken?{Query}&resource=r")).Status);
        Assert.Equal(200, (await DeviceAsync("GET", $"/api/v1/authorize?{Query}&resource=r")).Status);
        Assert.Equal(200, (await DeviceAsync("GET", $"/api/v1/tokens/authz?{Query}&resource=r")).Status);
        Assert.NotEmpty((await DeviceAsync("GET", $"/api/v1/mediatoken?{Query}&resource=r")).Json.GetProperty("serializedToken").GetBytesFromBase64());
        Assert.Equal(200, (await DeviceAsync("GET", "/api/v1/tokens/usermetadata?deviceId=d1")).Status);
        Assert.Equal(204, (await DeviceAsync("DELETE", "/api/v1/logout?deviceId=d1")).Status);
        Assert.Equal(403, (await DeviceAsync("GET", $"/api/v1/checkauthn?{Query}")).Status);
    }

    [Fact]
    public async Task Expired_tokens_are_gone()
    {
        Service.LogIn("REQ", "d1");
        await DeviceAsync("GET", $"/api/v1/authorize?{Query}&resource=r");
        Clock.Advance(AdobePassService.AuthorizationLifetime);
        var signed = SignedHeader.Create("REQ", Clock.GetUtcNow(), AdobePassService.DemoPublicKey, AdobePassService.DemoSecret);
        Assert.Equal(410, (await DeviceAsync("GET", $"/api/v1/tokens/authz?{Query}&resource=r", signed)).Status);

        Clock.Advance(AdobePassService.AuthenticationLifetime);
        Assert.Equal(410, (await DeviceAsync("GET", $"/api/v1/tokens/authn?{Query}", authorization: null)).Status);
        Assert.Equal(403, (await DeviceAsync("GET", $"/api/v1/checkauthn?{Query}", authorization: null)).Status);
    }

    [Fact]
    public async Task A_denied_resource_is_forbidden()
    {
        Service.LogIn("REQ", "d1");
        Service.DeniedResources.Add("r");
        Assert.Equal(403, (await DeviceAsync("GET", $"/api/v1/authorize?{Query}&resource=r")).Status);
        Assert.Equal(200, (await DeviceAsync("GET", $"/api/v1/authorize?{Query}&resource=other")).Status);
    }

    [Fact]
    public async Task Free_preview_logs_in()
    {
        Assert.Equal(204, (await DeviceAsync("POST", $"/api/v1/authenticate/freepreview?requestor_id=REQ&{Device}&mso_id=M&domain_name=d")).Status);
        Assert.Equal(200, (await DeviceAsync("GET", $"/api/v1/checkauthn?{Query}")).Status);
    }

    [Theory]
    [InlineData("a,b,c,d,e", 200)]
    [InlineData("a,b,c,d,e,f", 403)]
    public async Task Preauthorize_takes_five_resources(string resources, int status)
    {
        Service.LogIn("REQ", "d1");
        var received = await DeviceAsync("GET", $"/api/v1/preauthorize?{Query}&resource={resources}");
        Assert.Equal(status, received.Status);
        Assert.Equal(status == 403, received.Body.Contains("too_many_resources", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"model":"TV","osName":"webOS"}""", 400)]
    [InlineData("eyJtb2RlbCI6IlRWIn0%3D", 400)]
    [InlineData("eyJtb2RlbCI6IlRWIiwib3NOYW1lIjoid2ViT1MifQ%3D%3D", 200)]
    public async Task Device_information_is_json_in_percent_encoded_base64(string value, int status)
    {
        Service.LogIn("REQ", "d1");
        var received = await SendAsync("GET", $"/api/v1/checkauthn?{Query}", headers: ("X-Device-Info", value));
        Assert.Equal(status, received.Status);
        Assert.Equal(status == 400, received.Body.Contains("invalid_device_info", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Device_information_is_mandatory() =>
        Assert.Contains("device_info", (await SendAsync("GET", $"/api/v1/checkauthn?{Query}")).Body);

    [Theory]
    [InlineData("tvOS", 200)]
    [InlineData("Roku", 400)]
    public async Task Profile_requests_are_for_Apple(string deviceType, int status) =>
        Assert.Equal(status, (await SendAsync("GET", $"/api/v1/REQ/profile-requests/M?deviceType={deviceType}")).Status);
}
