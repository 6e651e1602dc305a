using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint.WrongEndpointAnalyzer, AuthApi.Analyzers.CodeFixes.Rules.AdobePass.WrongEndpoint.WrongEndpointCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.WrongEndpoint;

public class WrongEndpointPathTests
{
    [Theory]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/{|AUTH1006:chekauthn|}?requestor=R\");", "await http.GetAsync(\"HOSTapi/v1/checkauthn?requestor=R\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/{|AUTH1006:token|}/authz?requestor={p}\");", "await http.GetAsync($\"HOSTapi/v1/tokens/authz?requestor={p}\");")]
    [InlineData("await http.PostAsync(\"HOSTregg\" + \"ie/v1/\" + p + \"/{|AUTH1006:regcod|}\", null);", "await http.PostAsync(\"HOSTregg\" + \"ie/v1/\" + p + \"/regcode\", null);")]
    [InlineData("var url = string.Format(\"HOSTapi/v1/{|AUTH1006:authorise|}?resource={0}\", p); await http.GetAsync(url); await http.GetAsync(url);", "var url = string.Format(\"HOSTapi/v1/authorize?resource={0}\", p); await http.GetAsync(url); await http.GetAsync(url);")]
    [InlineData("await http.GetAsync(\"HOST{|AUTH1006:checkauthn|}\");", "await http.GetAsync(\"HOSTapi/v1/checkauthn\");")]
    [InlineData("await http.GetAsync(@\"HOSTapi/{|AUTH1006:v1|}/DEMO/sessions/ABC\");", "await http.GetAsync(@\"HOSTapi/v2/DEMO/sessions/ABC\");")]
    [InlineData("await http.PostAsync(new Uri(\"HOSTo/client/{|AUTH1006:tokens|}\"), null);", "await http.PostAsync(new Uri(\"HOSTo/client/token\"), null);")]
    public Task Misspelt_or_incomplete_path_Corrected(string before, string after) => Verify.VerifyCodeFixAsync(InMethod(before), InMethod(after));

    [Theory]
    [InlineData("await http.PostAsync(\"HOSTreggie/v1/{|AUTH1006:regcode|}\", null);")]
    [InlineData("await http.PostAsync($\"HOSTapi/v2/{p}/decisions/{|AUTH1006:authorize|}\", null);")]
    public Task Missing_parameter_of_the_path_Reported_without_fix(string statements) => Verify.VerifyCodeFixAsync(InMethod(statements), InMethod(statements));

    [Theory]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/checkauthn.json?requestor=R\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/somethingelse\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/identities\");")]
    [InlineData("await http.GetAsync(\"HOSTo/client/scopes\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v2/REQ/logout\");")]
    [InlineData("await http.GetAsync(\"https://entitlement.auth.adobe.com/entitlement/v4/AccessEnabler.js\");")]
    [InlineData("await http.DeleteAsync(\"https://mgmt.auth.adobe.com/reset-tempass/v3/reset?device_id=all\");")]
    [InlineData("await http.GetAsync(\"https://api.example.com/api/v1/chekauthn\");")]
    [InlineData("await http.GetAsync(\"https://api.auth.adobe.com.example.org/api/v1/chekauthn\");")]
    [InlineData("await http.GetAsync(\"/api/v1/chekauthn\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/tokens/{p}\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/chekauthn{p}\");")]
    [InlineData("await http.GetAsync(\"HOST\");")]
    [InlineData("Console.WriteLine(\"HOSTapi/v1/chekauthn\");")]
    [InlineData("var text = $\"GET requestor_id=R, nonce={p}, signature_method=HMAC-SHA1, request_time=1735689600123, request_uri=/chekauthn\"; var r = new HttpRequestMessage(HttpMethod.Get, \"HOSTapi/v1/checkauthn\"); r.Headers.TryAddWithoutValidation(\"Authorization\", text); await http.SendAsync(r);")]
    public Task Documented_or_foreign_path_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Fact]
    public Task Constant_of_another_type_Reported_at_its_use_and_corrected_where_it_stands() => Verify.VerifyCodeFixAsync(
        InClass("""public Task M() => http.GetAsync({|AUTH1006:Paths.Check|}); public Task N() => http.GetAsync({|AUTH1006:Paths.Check + "?requestor=R"|}); static class Paths { public const string Check = "HOSTapi/v1/checkautn"; } """),
        InClass("""public Task M() => http.GetAsync(Paths.Check); public Task N() => http.GetAsync(Paths.Check + "?requestor=R"); static class Paths { public const string Check = "HOSTapi/v1/checkauthn"; } """));

    [Fact]
    public Task Path_passed_to_a_helper_Reported_at_the_caller() => Verify.VerifyCodeFixAsync(
        InClass("""Task Get(string path) => http.GetAsync("HOSTapi/v1/" + path); public Task A() => Get("checkauthn"); public Task B() => Get("{|AUTH1006:authorise|}");"""),
        InClass("""Task Get(string path) => http.GetAsync("HOSTapi/v1/" + path); public Task A() => Get("checkauthn"); public Task B() => Get("authorize");"""));

    [Fact]
    public Task Message_shows_the_path_and_the_documented_one() => Verify.VerifyAnalyzerAsync(
        InMethod("await http.PostAsync($\"HOSTreggie/v1/{p}/{|#0:regcod|}\", null);"),
        Verify.Diagnostic(Descriptors.WrongEndpoint).WithLocation(0).WithLocation(0)
            .WithArguments("/reggie/v1/…/regcod", "is not a path of Adobe Pass, which answers 404", "did you mean '/reggie/v1/{requestor}/regcode'?"));

    [Fact]
    public Task Known_miss_two_letters_off_Silent() => Verify.VerifyAnalyzerAsync(InMethod("await http.GetAsync(\"HOSTapi/v1/chkautn\");"));
}
