using AuthApi.Analyzers.Protocols.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols.AdobePass;

public sealed class NearestPathTests
{
    private const string Host = "https://api.auth.adobe.com/";

    [Theory]
    [InlineData("api/v1/chekauthn?requestor=A", "api/v1/checkauthn?requestor=A")]
    [InlineData("api/v1/checkauthnn", "api/v1/checkauthn")]
    [InlineData("api/v1/checkatuhn", "api/v1/checkauthn")]
    [InlineData("api/v1/authorise", "api/v1/authorize")]
    [InlineData("API/v1/authorize", "api/v1/authorize")]
    [InlineData("api/v1/CheckAuthN.json", "api/v1/checkauthn.json")]
    [InlineData("regie/v1/\uFFFC/regcode", "reggie/v1/\uFFFC/regcode")]
    [InlineData("reggie/v1/DEMO/reg-code", "reggie/v1/DEMO/regcode")]
    [InlineData("reggie/v1/DEMO", "reggie/v1/DEMO/regcode")]
    [InlineData("api/v1/token/authz", "api/v1/tokens/authz")]
    [InlineData("api/v1/usermetadata", "api/v1/tokens/usermetadata")]
    [InlineData("api/v1/authorize/now", "api/v1/authorize")]
    [InlineData("api/v1/api/v1/checkauthn", "api/v1/checkauthn")]
    [InlineData("api/checkauthn", "api/v1/checkauthn")]
    [InlineData("checkauthn", "api/v1/checkauthn")]
    [InlineData("api/v1/DEMO/sessions", "api/v2/DEMO/sessions")]
    [InlineData("api/v2/DEMO/session/\uFFFC", "api/v2/DEMO/sessions/\uFFFC")]
    [InlineData("o/client/tokens", "o/client/token")]
    public void A_path_one_edit_away_is_corrected(string written, string right)
    {
        var suggestion = Endpoints.Nearest(Host + written);

        Assert.Equal(Host + right, suggestion?.Apply(Host + written));
        Assert.Contains(Endpoints.Match(Host + right), match => match.Endpoint.Path == suggestion!.Path);
    }

    [Theory]
    [InlineData("reggie/v1/regcode", "reggie/v1/{requestor}/regcode")]
    [InlineData("api/v2/DEMO/decisions/authorize", "api/v2/{serviceProvider}/decisions/authorize/{mvpd}")]
    [InlineData("api/v2/decisions/authorize/MVPD", "api/v2/{serviceProvider}/decisions/authorize/{mvpd}")]
    [InlineData("sessions", "api/v2/{serviceProvider}/sessions")]
    public void A_missing_parameter_is_named_and_not_invented(string written, string path)
    {
        var suggestion = Endpoints.Nearest(Host + written)!;

        Assert.Equal(path, suggestion.Path);
        Assert.Null(suggestion.Apply(Host + written));
    }

    [Fact]
    public void A_misspelt_path_behind_an_unknown_base_is_corrected_where_the_rest_is_strong() => Assert.Equal(
        "\uFFFC/x/reggie/v1/\uFFFC/regcode", Endpoints.Nearest("\uFFFC/x/reggie/v1/\uFFFC/regcod")?.Apply("\uFFFC/x/reggie/v1/\uFFFC/regcod"));

    [Fact]
    public void A_gateway_of_the_user_counts_as_Adobe_Pass()
    {
        var url = AuthApi.Analyzers.Protocols.ServiceUrl.Parse("https://gateway.example.com/pass/api/v1/logot");

        Assert.Null(Endpoints.Nearest(url));
        Assert.Equal("api/v1/logout", Endpoints.Nearest(url, host => host == "gateway.example.com")?.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("api/v1/authorize")]
    [InlineData("api/v1/identities")]
    [InlineData("api/v1/authenticate/CODE")]
    [InlineData("api/v2/DEMO/profiles/code")]
    [InlineData("api/v2/DEMO/logout")]
    [InlineData("api/v1")]
    [InlineData("api/v2/DEMO")]
    [InlineData("api/v1/whatever")]
    [InlineData("api/v1/DEMO/whatever")]
    [InlineData("api/v2/DEMO/whatever/X")]
    [InlineData("api/v1/tokens")]
    [InlineData("api/v1/tokens/auth")]
    [InlineData("o/client")]
    [InlineData("o/client/scopes")]
    [InlineData("o/client/validate")]
    [InlineData("environment.html")]
    [InlineData("adobe-services/1.0/sessionDevice")]
    [InlineData("entitlement/v4/AccessEnabler.js")]
    [InlineData("reggie/v1/\uFFFC")]
    [InlineData("api/v1/\uFFFC")]
    [InlineData("api/v2/\uFFFC/authorize/\uFFFC")]
    [InlineData("api/v1/authorize/\uFFFC")]
    [InlineData("api/v1/chekauthn\uFFFC")]
    [InlineData("\uFFFC/checkauthn")]
    public void A_path_that_is_documented_or_far_away_or_partly_unknown_is_left_alone(string written) => Assert.Null(Endpoints.Nearest(Host + written));

    [Theory]
    [InlineData("https://example.com/api/v1/chekauthn")]
    [InlineData("https://example.com/reggie/v1/X/regcod")]
    [InlineData("https://mgmt.auth.adobe.com/api/v1/logot")]
    [InlineData("https://sp.auth.adobe.com/authorize")]
    [InlineData("/api/v1/logot")]
    [InlineData("\uFFFC/api/v1/chekauthn")]
    public void Another_service_is_left_alone(string url) => Assert.Null(Endpoints.Nearest(url));
}
