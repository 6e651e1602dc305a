using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

public sealed class AuthorizationHeaderTests : AdobePassTestBase
{
    private const string Regcode = "/reggie/v1/REQ/regcode?deviceId=d1";

    [Fact]
    public void The_published_vector_is_reproduced() => Assert.Equal(
        "f2WXvZ00hPL81BL0L9J8xHxxZp0=",
        SignedHeader.Sign(
            "POST requestor_id=rqd, nonce=8bab0b10-3cf6-4a95-94b6-0a0b14d19a33, signature_method=HMAC-SHA1, request_time=1531234280000, request_uri=/path",
            "sec"));

    [Fact]
    public void The_vector_of_our_own_reference_is_reproduced()
    {
        var header = SignedHeader.Parse(
            "POST requestor_id=DEMOCHANNEL, nonce=5d3f0c1e-7a44-4f0b-9a53-2f6c1f0e8b11, signature_method=HMAC-SHA1, request_time=1735689600123, request_uri=/regcode, public_key=demoPublicKey456, signature=GECavP8u+hTyA9eMrAjM+BbofkE=");
        Assert.NotNull(header);
        Assert.True(header.IsValid(AdobePassService.DemoSecret, DateTimeOffset.FromUnixTimeMilliseconds(1735689600123)));
        Assert.False(header.IsValid("anotherSecret", DateTimeOffset.FromUnixTimeMilliseconds(1735689600123)));
    }

    [Fact]
    public async Task A_right_signature_is_accepted() => Assert.Equal(201, (await DeviceAsync("POST", Regcode, Signed())).Status);

    [Fact]
    public async Task Verb_and_path_inside_the_text_are_not_compared_with_the_request()
    {
        var header = SignedHeader.Create(
            "REQ", Clock.GetUtcNow(), AdobePassService.DemoPublicKey, AdobePassService.DemoSecret, "GET", "https://elsewhere.example/any?x=1");
        Assert.Equal(201, (await DeviceAsync("POST", Regcode, header)).Status);
    }

    [Fact]
    public async Task A_post_without_the_header_is_not_authorized()
    {
        var received = await DeviceAsync("POST", Regcode, authorization: null);
        Assert.Equal(401, received.Status);
        Assert.Equal("Not authorized", received.Json.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("/reggie/v1/REQ/regcode?deviceId=d1")]
    [InlineData("/api/v1/authenticate/freepreview?requestor_id=REQ&deviceId=d1&mso_id=M&domain_name=d")]
    [InlineData("/api/v1/tokens/authn?requestor=REQ&deviceId=d1&mvpd=M&deviceType=iOS&SAMLResponse=s")]
    public async Task Every_V1_post_needs_the_header(string path)
    {
        Assert.Equal(401, (await DeviceAsync("POST", path, authorization: null)).Status);
        Assert.InRange((await DeviceAsync("POST", path, Signed())).Status, 201, 204);
    }

    [Fact]
    public async Task Request_time_in_seconds_is_not_authorized()
    {
        var text = $"POST requestor_id=REQ, nonce=n, signature_method=HMAC-SHA1, request_time={Clock.GetUtcNow().ToUnixTimeSeconds()}, request_uri=/regcode";
        Assert.Equal(401, (await DeviceAsync("POST", Regcode, Complete(text))).Status);
    }

    [Theory]
    [InlineData("1767323045000.25")]
    [InlineData("1,767,323,045,000")]
    [InlineData("639029342450000000")]
    public async Task Request_time_that_is_no_13_digit_number_is_not_authorized(string time)
    {
        var text = $"POST requestor_id=REQ, nonce=n, signature_method=HMAC-SHA1, request_time={time}, request_uri=/regcode";
        Assert.Equal(401, (await DeviceAsync("POST", Regcode, Complete(text))).Status);
    }

    [Theory]
    [InlineData(-11)]
    [InlineData(11)]
    [InlineData(-120)]
    public async Task Request_time_far_from_now_is_not_authorized(int minutes) =>
        Assert.Equal(401, (await DeviceAsync("POST", Regcode, Signed(TimeSpan.FromMinutes(minutes)))).Status);

    [Fact]
    public async Task A_signature_that_does_not_fit_is_not_authorized()
    {
        var valid = Signed();
        foreach (var wrong in new[]
        {
            valid.Replace("requestor_id=REQ", "requestor_id=OTHER"),
            valid.Replace(AdobePassService.DemoPublicKey, "unknownKey"),
            valid.Replace(", public_key", ",public_key"),
            valid[..valid.IndexOf(", public_key", StringComparison.Ordinal)],
        })
        {
            Assert.Equal(401, (await DeviceAsync("POST", Regcode, wrong)).Status);
        }
    }

    [Theory]
    [InlineData("Bearer unknown")]
    [InlineData("Bearer Bearer demo-access-token")]
    [InlineData("Bearer")]
    [InlineData("demo-access-token")]
    public async Task A_wrong_bearer_is_refused(string header) =>
        Assert.Equal(401, (await DeviceAsync("POST", Regcode, header)).Status);

    [Fact]
    public async Task An_expired_bearer_is_denied()
    {
        Assert.Equal(201, (await DeviceAsync("POST", Regcode)).Status);
        Clock.Advance(AdobePassService.AccessTokenLifetime);
        var received = await DeviceAsync("POST", Regcode);
        Assert.Equal(401, received.Status);
        Assert.Contains("access_denied", received.Body);
    }

    [Fact]
    public async Task The_signed_form_is_no_authorization_for_V2() =>
        Assert.Equal(401, (await SendAsync("GET", "/api/v2/REQ/profiles/code/X", Signed())).Status);

    private string Signed(TimeSpan offset = default) => SignedHeader.Create(
        "REQ", Clock.GetUtcNow() + offset, AdobePassService.DemoPublicKey, AdobePassService.DemoSecret);

    private static string Complete(string text) =>
        $"{text}, public_key={AdobePassService.DemoPublicKey}, signature={SignedHeader.Sign(text, AdobePassService.DemoSecret)}";
}
