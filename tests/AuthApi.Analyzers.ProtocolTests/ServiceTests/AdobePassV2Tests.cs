using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

public sealed class AdobePassV2Tests : AdobePassTestBase
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Identifier = "fingerprint ZDE=";

    [Theory]
    [InlineData("GET", "/api/v2/REQ/sessions", 405)]
    [InlineData("POST", "/api/v2/REQ/profiles", 405)]
    [InlineData("DELETE", "/api/v2/REQ/logout/M", 405)]
    [InlineData("GET", "/api/v2/REQ/profile", 404)]
    [InlineData("GET", "/api/v2/REQ/configuration", 200)]
    [InlineData("GET", "/api/v2/REQ/profiles", 200)]
    [InlineData("GET", "/api/v2/REQ/logout/M?redirectUrl=x", 200)]
    [InlineData("GET", "/api/v2/REQ/logout/M", 400)]
    public async Task Paths_and_verbs(string verb, string path, int status) => Assert.Equal(status, (await CallAsync(verb, path)).Status);

    [Theory]
    [InlineData("GET", "/api/v2/REQ/profiles")]
    [InlineData("GET", "/api/v2/REQ/configuration")]
    [InlineData("GET", "/api/v2/REQ/profiles/code/X")]
    [InlineData("POST", "/api/v2/REQ/sessions")]
    [InlineData("POST", "/api/v2/REQ/decisions/authorize/M")]
    public async Task A_bearer_is_needed(string verb, string path) =>
        Assert.Equal(401, (await CallAsync(verb, path, authorization: null)).Status);

    [Fact]
    public async Task Not_logged_in_is_an_empty_map()
    {
        Assert.Empty((await CallAsync("GET", "/api/v2/REQ/profiles")).Json.GetProperty("profiles").EnumerateObject());
        Service.LogIn("REQ", Identifier);
        Assert.Single((await CallAsync("GET", "/api/v2/REQ/profiles")).Json.GetProperty("profiles").EnumerateObject());
        Assert.Single((await CallAsync("GET", "/api/v2/REQ/profiles/" + AdobePassService.DemoMvpd)).Json.GetProperty("profiles").EnumerateObject());
        Assert.Empty((await CallAsync("GET", "/api/v2/REQ/profiles/Other")).Json.GetProperty("profiles").EnumerateObject());
    }

    [Fact]
    public async Task A_session_is_created_opened_and_polled()
    {
        var session = (await CallAsync("POST", "/api/v2/REQ/sessions", content: Content("mvpd=M&domainName=d&redirectUrl=x", Form))).Json;
        var code = session.GetProperty("code").GetString();
        Assert.Equal("authenticate", session.GetProperty("actionName").GetString());
        Assert.Equal(200, (await SendAsync("GET", $"/api/v2/REQ/sessions/{code}")).Status);
        Assert.Empty((await SendAsync("GET", $"/api/v2/REQ/profiles/code/{code}")).Json.GetProperty("profiles").EnumerateObject());

        Service.UserLogsInAtOnce = true;
        Assert.Equal(302, (await SendAsync("GET", $"/api/v2/authenticate/REQ/{code}", authorization: null)).Status);
        Assert.Single((await SendAsync("GET", $"/api/v2/REQ/profiles/code/{code}")).Json.GetProperty("profiles").EnumerateObject());
    }

    [Fact]
    public async Task Missing_parameters_of_a_session_are_resumed_later()
    {
        var session = (await CallAsync("POST", "/api/v2/REQ/sessions", content: Content("mvpd=M", Form))).Json;
        Assert.Equal("resume", session.GetProperty("actionName").GetString());
        var resumed = await SendAsync("POST", "/api/v2/REQ/sessions/" + session.GetProperty("code").GetString(), content: Content("domainName=d", Form));
        Assert.Equal("authenticate", resumed.Json.GetProperty("actionName").GetString());
    }

    [Fact]
    public async Task A_session_of_the_other_environment_is_unknown()
    {
        await using var staging = await StartAsync(AdobePassEnvironment.Staging);
        var session = await CallAsync("POST", "/api/v2/REQ/sessions", content: Content("", Form), to: staging);
        var code = session.Json.GetProperty("code").GetString();
        Assert.Equal(400, (await SendAsync("GET", $"/api/v2/authenticate/REQ/{code}", authorization: null)).Status);
        Assert.Equal(400, (await SendAsync("GET", $"/api/v2/OTHER/sessions/{code}", to: staging)).Status);
        Assert.Equal(200, (await SendAsync("GET", $"/api/v2/REQ/sessions/{code}", to: staging)).Status);
    }

    [Theory]
    [InlineData("ZDE=", 400)]
    [InlineData("fingerprint d1", 400)]
    [InlineData("fingerprint", 400)]
    [InlineData(Identifier, 200)]
    public async Task The_device_identifier_is_fingerprint_and_base64(string identifier, int status)
    {
        var received = await SendAsync("GET", "/api/v2/REQ/profiles",
            headers: [("AP-Device-Identifier", identifier), ("X-Device-Info", DeviceInformation.EncodeV2())]);
        Assert.Equal(status, received.Status);
        Assert.Equal(status == 400, received.Body.Contains("invalid_header_device_identifier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Device_information_is_plain_base64_with_five_keys()
    {
        foreach (var wrong in new[]
        {
            Uri.EscapeDataString(DeviceInformation.EncodeV2()),
            DeviceInformation.EncodeV2("""{"model":"TV","osName":"webOS"}"""),
            """{"model":"TV"}""",
        })
        {
            var received = await SendAsync("GET", "/api/v2/REQ/profiles", headers: [("AP-Device-Identifier", Identifier), ("X-Device-Info", wrong)]);
            Assert.Equal(400, received.Status);
            Assert.Contains("invalid_header_device_info", received.Body);
        }
    }

    [Fact]
    public void The_escaped_and_the_plain_form_differ() =>
        Assert.NotEqual(DeviceInformation.EncodeV2(), Uri.EscapeDataString(DeviceInformation.EncodeV2()));

    [Fact]
    public async Task A_denial_is_a_decision_with_status_200()
    {
        const string body = """{"resources":["a","b"]}""";
        var before = await DecideAsync("authorize", body);
        Assert.All(before.Json.GetProperty("decisions").EnumerateArray(), decision => Assert.False(decision.GetProperty("authorized").GetBoolean()));

        Service.LogIn("REQ", Identifier);
        Service.DeniedResources.Add("b");
        var after = await DecideAsync("authorize", body);
        Assert.Equal([true, false], after.Json.GetProperty("decisions").EnumerateArray().Select(decision => decision.GetProperty("authorized").GetBoolean()));
    }

    [Fact]
    public async Task Preauthorize_takes_five_resources()
    {
        Assert.Equal(200, (await DecideAsync("preauthorize", """{"resources":["1","2","3","4","5"]}""")).Status);
        var received = await DecideAsync("preauthorize", """{"resources":["1","2","3","4","5","6"]}""");
        Assert.Equal(403, received.Status);
        Assert.Contains("too_many_resources", received.Body);
    }

    [Theory]
    [InlineData("""{"resources":"a"}""")]
    [InlineData("""{"resource":["a"]}""")]
    [InlineData("resources=a")]
    public async Task A_decision_needs_a_json_array(string body) => Assert.Equal(400, (await DecideAsync("authorize", body)).Status);

    [Fact]
    public async Task Content_types_are_checked()
    {
        Assert.Equal(400, (await CallAsync("POST", "/api/v2/REQ/sessions", content: Content("{}", "application/json"))).Status);
        Assert.Equal(400, (await CallAsync("POST", "/api/v2/REQ/decisions/authorize/M", content: Content("""{"resources":["a"]}""", "text/plain"))).Status);
    }

    [Fact]
    public async Task Partner_single_sign_on_needs_the_framework_status()
    {
        Assert.Equal(400, (await CallAsync("POST", "/api/v2/REQ/profiles/sso/Apple", content: Content("", Form))).Status);
        var received = await SendAsync("POST", "/api/v2/REQ/profiles/sso/Apple", content: Content("", Form), headers:
            [("AP-Device-Identifier", Identifier), ("X-Device-Info", DeviceInformation.EncodeV2()), ("AP-Partner-Framework-Status", "e30=")]);
        Assert.Equal(201, received.Status);
    }

    private Task<Received> DecideAsync(string kind, string body) =>
        CallAsync("POST", $"/api/v2/REQ/decisions/{kind}/M", content: Content(body, "application/json"));

    private Task<Received> CallAsync(
        string verb, string path, string? authorization = "Bearer " + AdobePassService.DemoAccessToken, HttpContent? content = null, AdobePassService? to = null) =>
        SendAsync(verb, path, authorization, content, to, ("AP-Device-Identifier", Identifier), ("X-Device-Info", DeviceInformation.EncodeV2()));
}
