using AuthApi.Analyzers.Protocols.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols.AdobePass;

public sealed class EndpointMatchTests
{
    [Theory]
    [InlineData("https://api.auth.adobe.com/reggie/v1/DEMO/regcode?deviceId=\uFFFC", "POST /reggie/v1/{requestor}/regcode")]
    [InlineData("https://api.auth.adobe.com/reggie/v1/\uFFFC/regcode.json", "POST /reggie/v1/{requestor}/regcode")]
    [InlineData("reggie/v1/X/regcode", "POST /reggie/v1/{requestor}/regcode")]
    [InlineData("\uFFFC/api/v1/checkauthn?requestor=\uFFFC", "GET /api/v1/checkauthn")]
    [InlineData("\uFFFCapi/v1/checkauthn", "GET /api/v1/checkauthn")]
    [InlineData("https://api.auth.adobe.com/\uFFFCapi/v1/checkauthn", "GET /api/v1/checkauthn")]
    [InlineData("https://gateway.example.com/adobe/api/v1/logout", "DELETE /api/v1/logout")]
    [InlineData("/api/v1/checkauthn/\uFFFC.xml", "GET /api/v1/checkauthn/{code}")]
    [InlineData("/api/v1/authenticate/freepreview", "POST /api/v1/authenticate/freepreview")]
    [InlineData("/api/v1/tokens/authn", "GET /api/v1/tokens/authn|POST /api/v1/tokens/authn")]
    [InlineData("/reggie/v1/X/regcode/Y", "GET /reggie/v1/{requestor}/regcode/{code}|DELETE /reggie/v1/{requestor}/regcode/{code}")]
    [InlineData("https://api.auth.adobe.com/api/v2/X/profiles/code/Y", "GET /api/v2/{serviceProvider}/profiles/code/{code}")]
    [InlineData("https://api.auth.adobe.com/api/v2/\uFFFC/decisions/authorize/\uFFFC", "POST /api/v2/{serviceProvider}/decisions/authorize/{mvpd}")]
    [InlineData("https://api.auth.adobe.com/reggie/v1/X/regcode\uFFFC",
        "POST /reggie/v1/{requestor}/regcode|GET /reggie/v1/{requestor}/regcode/{code}|DELETE /reggie/v1/{requestor}/regcode/{code}")]
    public void A_documented_path_names_its_endpoints(string url, string expected) => Assert.Equal(expected, Named(url));

    [Theory]
    [InlineData("")]
    [InlineData("\uFFFC")]
    [InlineData("\uFFFC/checkauthn")]
    [InlineData("https://api.auth.adobe.com/\uFFFC")]
    [InlineData("https://api.auth.adobe.com/api/v1/\uFFFC")]
    [InlineData("https://api.auth.adobe.com/api/v1/tokens/\uFFFC")]
    [InlineData("https://api.auth.adobe.com/api/v1/auth\uFFFC")]
    [InlineData("https://api.auth.adobe.com/api/v1/api/v1/checkauthn")]
    [InlineData("https://api.auth.adobe.com/api/v1/CheckAuthn")]
    [InlineData("https://example.com/api/v1/checkAuthNum")]
    [InlineData("https://id.fox.com/adobeauthn/v3/checkauthn/X")]
    [InlineData("?requestor=X")]
    public void An_unknown_or_undocumented_path_names_none(string url) => Assert.Equal("", Named(url));

    [Fact]
    public void Parameters_of_the_path_are_read()
    {
        var match = Endpoints.Match("https://api.auth.adobe.com/reggie/v1/DEMO/regcode/\uFFFC.json")[0];

        Assert.Equal("DEMO", match.PathParameters["requestor"]);
        Assert.Equal("\uFFFC", match.PathParameters["code"]);
    }

    [Theory]
    [InlineData("api/v1/authorize?requestor=A&deviceId=B", "resource")]
    [InlineData("api/v1/authorize", "requestor|deviceId|resource")]
    [InlineData("api/v1/authorize?requestor=A&deviceId=B\uFFFC", "")]
    [InlineData("api/v1/authorize\uFFFC", "")]
    [InlineData("api/v1/checkauthn?deviceId=B", "")]
    [InlineData("api/v1/logout?deviceId=B", "")]
    public void Missing_mandatory_parameters_are_named_only_where_the_query_is_known(string url, string missing) =>
        Assert.Equal(missing, string.Join("|", Endpoints.Match(url)[0].MissingMandatoryQueryParameters().Select(parameter => parameter.Name)));

    private static string Named(string url) => string.Join("|", Endpoints.Match(url).Select(match => match.Endpoint.ToString()));
}
