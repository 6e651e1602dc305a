using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols.AdobePass;

public sealed class AnchorTests
{
    public static TheoryData<string> Strong { get; } =
    [
        "https://api.auth.adobe.com",
        "api.auth-staging.adobe.com/o/client/token",
        "https://\uFFFC.auth.adobe.com/",
        "https://sp-prequal.auth.adobe.com:443",
        "See api.auth.adobe.com.",
        "reggie/v1/",
        "\uFFFCreggie/v1/\uFFFC/regcode",
        "/api/v1/tokens/usermetadata?requestor=X",
        "api/v1/authenticate/freepreview",
        "/api/v1/X/profile-requests/Y",
        "/api/v1/\uFFFC/profile-requests/\uFFFC",
        "\uFFFC/api/v1/checkauthn",
        "/api/v1/checkauthn/CODE",
        "/api/v1/checkauthn.json?requestor=X",
        "/api/v1/checkauthn\uFFFC",
        "POST requestor_id=A, nonce=B, signature_method=HMAC-SHA1, request_time=1, request_uri=/x",
        "\uFFFC requestor_id=\uFFFC, signature_method=HMAC-SHA1, public_key=\uFFFC",
    ];

    [Theory]
    [MemberData(nameof(Strong))]
    public void A_strong_anchor_is_recognised_and_opens_the_source_gate(string text)
    {
        Assert.True(Anchors.IsStrong(text));
        Assert.Contains(Anchors.SourceText, anchor => text.Contains(anchor, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFFFC")]
    [InlineData("https://auth.adobe.com")]
    [InlineData(".auth.adobe.com")]
    [InlineData("https://api.auth.adobe.com.example.org")]
    [InlineData("https://api.auth.adobe.community")]
    [InlineData("https://ims-na1.adobelogin.com")]
    [InlineData("https://oauth.adobe.com")]
    [InlineData("/api/v1/checkAuthNum")]
    [InlineData("/api/v1/checkauthnum")]
    [InlineData("/api/v1/checkauthn.html")]
    [InlineData("https://id.fox.com/adobeauthn/v3/checkauthn/")]
    [InlineData("checkauthn")]
    [InlineData("myreggie/v1/x")]
    [InlineData("reggie/v2/x")]
    [InlineData("/api/v1/profile-requests/x")]
    [InlineData("/api/v1/tokens/media")]
    [InlineData("/api/v1/authorize")]
    [InlineData("/myapi/v1/checkauthn")]
    [InlineData("https://example.com/?next=/api/v1/checkauthn")]
    [InlineData("requestor_id=abc&customer_id=1")]
    [InlineData("xoauth_requestor_id=a, signature_method=HMAC-SHA1, request_uri=/x")]
    [InlineData("api_application=a, nonce=b, signature_method=HMAC-SHA1, request_time=1, authorisation=c")]
    [InlineData("requestor_id=a, signature_method=HMAC-SHA256, request_uri=/x")]
    public void A_look_alike_is_not_strong(string text) => Assert.False(Anchors.IsStrong(text));

    [Fact]
    public void Weak_pieces_are_not_strong() => Assert.All(Anchors.Weak, piece => Assert.False(Anchors.IsStrong(piece)));

    [Theory]
    [InlineData("https://api.auth.adobe.com/anything", true)]
    [InlineData("/reggie/v1/X/regcode", true)]
    [InlineData("\uFFFC/reggie/v1/X/regcode", true)]
    [InlineData("https://\uFFFC/reggie/v1/X/regcode", true)]
    [InlineData("https://example.com/reggie/v1/X/regcode", false)]
    [InlineData("https://\uFFFC.example.com/reggie/v1/X/regcode", false)]
    [InlineData("http://localhost:5000/reggie/v1/X/regcode", false)]
    [InlineData("https://gateway.example.com/api/v1/logout", true)]
    [InlineData("/api/v1/logout", false)]
    public void An_explicit_other_host_is_no_request_to_Adobe_Pass_unless_it_is_a_gateway(string url, bool expected) =>
        Assert.Equal(expected, Anchors.IsRequest(ServiceUrl.Parse(url), host => host == "gateway.example.com"));

    [Theory]
    [InlineData("api.auth.adobe.com", AdobePassEnvironment.Production, AdobePassRole.Api)]
    [InlineData("SP.Auth.Adobe.COM", AdobePassEnvironment.Production, AdobePassRole.ServiceProvider)]
    [InlineData("api.auth-staging.adobe.com", AdobePassEnvironment.Staging, AdobePassRole.Api)]
    [InlineData("sp.auth-staging.adobe.com", AdobePassEnvironment.Staging, AdobePassRole.ServiceProvider)]
    [InlineData("sp-prequal.auth.adobe.com", AdobePassEnvironment.PrequalProduction, AdobePassRole.ServiceProvider)]
    [InlineData("mgmt-prequal.auth-staging.adobe.com", AdobePassEnvironment.PrequalStaging, AdobePassRole.Management)]
    [InlineData("sp-preprod.auth.adobe.com", AdobePassEnvironment.Preproduction, AdobePassRole.ServiceProvider)]
    [InlineData("entitlement.auth.adobe.com", AdobePassEnvironment.Production, AdobePassRole.Entitlement)]
    [InlineData("console.auth.adobe.com", AdobePassEnvironment.Production, AdobePassRole.Console)]
    [InlineData("saml.sp.auth.adobe.com", AdobePassEnvironment.Production, AdobePassRole.Saml)]
    [InlineData("other.auth.adobe.com", AdobePassEnvironment.Production, AdobePassRole.Unknown)]
    [InlineData("\uFFFC.auth.adobe.com", AdobePassEnvironment.Unknown, AdobePassRole.Unknown)]
    [InlineData("sp\uFFFC.auth.adobe.com", AdobePassEnvironment.Unknown, AdobePassRole.Unknown)]
    internal void A_host_is_classified(string host, AdobePassEnvironment environment, AdobePassRole role) =>
        Assert.Equal(new(environment, role), AdobePassHosts.Classify(host));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("auth.adobe.com")]
    [InlineData(".auth.adobe.com")]
    [InlineData("api.auth\uFFFC.adobe.com")]
    [InlineData("sp.auth-dev.adobe.com")]
    [InlineData("oauth.adobe.com")]
    public void Any_other_host_is_none(string? host) => Assert.Null(AdobePassHosts.Classify(host));

    [Fact]
    public void Only_api_and_sp_serve_the_clientless_API()
    {
        Assert.True(AdobePassHosts.Classify("api.auth.adobe.com")!.ServesClientlessApi);
        Assert.True(AdobePassHosts.Classify("sp.auth.adobe.com")!.ServesClientlessApi);
        Assert.False(AdobePassHosts.Classify("mgmt.auth.adobe.com")!.ServesClientlessApi);
        Assert.False(AdobePassHosts.Classify("saml.sp.auth.adobe.com")!.ServesClientlessApi);
    }
}
