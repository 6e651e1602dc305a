using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

/// <summary>A code exists for one requestor in one environment: everything else is SC 400.</summary>
public sealed class RegistrationCodeTests : AdobePassTestBase
{
    private const string Redirect = "redirect_url=https%3A%2F%2Fapp.example%2Fdone";

    [Fact]
    public async Task A_known_code_redirects_to_the_mvpd()
    {
        var received = await AuthenticateAsync(await NewCodeAsync());
        Assert.Equal(302, received.Status);
        Assert.NotNull(received.Response.Headers.Location);
    }

    [Fact]
    public async Task A_code_of_the_other_environment_is_unknown()
    {
        await using var staging = await StartAsync(AdobePassEnvironment.Staging);
        var code = await NewCodeAsync(from: staging);
        AssertUnknown(await AuthenticateAsync(code));
        Assert.Equal(302, (await AuthenticateAsync(code, to: staging)).Status);
    }

    [Fact]
    public async Task A_code_of_another_requestor_is_unknown() => AssertUnknown(await AuthenticateAsync(await NewCodeAsync("OTHER")));

    [Fact]
    public async Task An_expired_code_is_unknown()
    {
        var code = await NewCodeAsync();
        Clock.Advance(AdobePassService.DefaultCodeLifetime);
        AssertUnknown(await AuthenticateAsync(code));
        Assert.False(Service.LogIn(code));
    }

    [Fact]
    public async Task Checkauthn_of_a_code_sees_the_login()
    {
        var code = await NewCodeAsync();
        Assert.Equal(403, (await SendAsync("GET", $"/api/v1/checkauthn/{code}?requestor=REQ", authorization: null)).Status);
        Service.UserLogsInAtOnce = true;
        await AuthenticateAsync(code);
        Assert.Equal(200, (await SendAsync("GET", $"/api/v1/checkauthn/{code}?requestor=REQ", authorization: null)).Status);
        Assert.Equal(403, (await SendAsync("GET", $"/api/v1/checkauthn/{code}?requestor=OTHER", authorization: null)).Status);
    }

    [Theory]
    [InlineData("redirect_url=https://app.example/done")]
    [InlineData(Redirect + "&extra=1")]
    public async Task The_redirect_url_must_be_last_and_encoded(string tail)
    {
        var received = await AuthenticateAsync(await NewCodeAsync(), tail);
        Assert.Equal(400, received.Status);
        Assert.DoesNotContain("SC 400", received.Body);
    }

    private Task<Received> AuthenticateAsync(string code, string tail = Redirect, AdobePassService? to = null) => SendAsync(
        "GET", $"/api/v1/authenticate?reg_code={code}&requestor_id=REQ&mso_id=M&domain_name=d&noflash=true&no_iframe=true&{tail}",
        authorization: null, to: to);

    private static void AssertUnknown(Received received)
    {
        Assert.Equal(400, received.Status);
        Assert.Contains("SC 400", received.Body);
    }
}
