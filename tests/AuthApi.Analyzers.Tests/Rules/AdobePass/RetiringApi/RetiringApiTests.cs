using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.RetiringApi.RetiringApiAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.RetiringApi;

public class RetiringApiTests
{
    [Theory]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/[|checkauthn|]?requestor=R\");")]
    [InlineData("await http.PostAsync($\"HOSTreggie/v1/{p}/[|regcode|]\", null);")]
    [InlineData("await http.DeleteAsync($\"HOSTreggie/v1/{p}/[|regcode|]/{p}\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/\" + p + \"/[|profile-requests|]/\" + p);")]
    [InlineData("var r = new HttpRequestMessage(HttpMethod.Delete, \"HOSTapi/v1/[|logout|]\"); await http.SendAsync(r); await http.SendAsync(r);")]
    [InlineData("await http.GetAsync(p + \"/api/v1/tokens/[|usermetadata|]\");")]
    [InlineData("await http.GetStringAsync(p == null ? \"HOSTapi/v1/[|authorize|]\" : \"https://api.auth-staging.adobe.com/api/v1/authorize\");")]
    public Task Request_to_V1_Reported(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Theory]
    [InlineData("await http.GetAsync(\"HOSTapi/v2/R/profiles\");")]
    [InlineData("await http.PostAsync(\"HOSTapi/v2/R/sessions\", null);")]
    [InlineData("await http.PostAsync(\"HOSTo/client/token\", null);")]
    [InlineData("await http.GetAsync(\"https://api.example.com/api/v1/authorize\");")]
    [InlineData("await http.GetAsync(\"/api/v1/authorize\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/unknown\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/{p}/authorize\");")]
    [InlineData("await http.PatchAsync(\"HOSTapi/v1/checkauthn\", null);")]
    [InlineData("await http.GetAsync(\"https://mgmt.auth.adobe.com/reset-tempass/v1/reset\");")]
    [InlineData("var login = $\"HOSTapi/v1/authenticate?reg_code={p}\"; Console.WriteLine(login);")]
    [InlineData("System.Diagnostics.Process.Start(\"HOSTapi/v1/authenticate?reg_code=\" + p);")]
    [InlineData("const string Old = \"HOSTapi/v1/checkauthn\"; await http.GetAsync(\"HOSTapi/v2/R/profiles\");")]
    public Task Other_request_or_none_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Fact]
    public Task Message_names_the_successor() => Verify.VerifyAnalyzerAsync(
        InMethod("await http.PostAsync(\"HOSTreggie/v1/R/{|#0:regcode|}\", null);"),
        Verify.Diagnostic().WithLocation(0).WithArguments("POST /reggie/v1/{requestor}/regcode", "V2 has 'POST /api/v2/{serviceProvider}/sessions'"));

    [Fact]
    public Task Call_without_successor_says_so() => Verify.VerifyAnalyzerAsync(
        InMethod("await http.DeleteAsync(\"HOSTreggie/v1/R/{|#0:regcode|}/C\");"),
        Verify.Diagnostic().WithLocation(0).WithArguments("DELETE /reggie/v1/{requestor}/regcode/{code}", "V2 has no such call"));

    [Fact]
    public Task Constant_of_another_type_Reported_at_each_use() => Verify.VerifyAnalyzerAsync(InClass(
        "public Task M() => http.GetAsync([|Paths.Check|]); public Task N() => http.GetAsync([|Paths.Check|]); static class Paths { public const string Check = \"HOSTapi/v1/checkauthn\"; }"));

    [Fact]
    public Task Helper_Reported_at_the_callers_that_name_V1() => Verify.VerifyAnalyzerAsync(InClass("""
        Task Get(string path) => http.GetAsync("HOSTapi/" + path);
        public Task A() => Get("v1/[|checkauthn|]");
        public Task B() => Get("v2/R/profiles");
        """));
}
