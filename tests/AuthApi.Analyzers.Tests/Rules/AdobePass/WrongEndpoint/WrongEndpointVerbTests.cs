using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint.WrongEndpointAnalyzer, AuthApi.Analyzers.CodeFixes.Rules.AdobePass.WrongEndpoint.WrongEndpointCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.WrongEndpoint;

public class WrongEndpointVerbTests
{
    private const string Regcode = "HOSTreggie/v1/REQ/regcode?deviceId=d";

    [Theory]
    [InlineData("await http.{|AUTH1006:GetAsync|}(\"" + Regcode + "\");", "await http.PostAsync(\"" + Regcode + "\", null);")]
    [InlineData("await http.{|AUTH1006:PutAsync|}(\"" + Regcode + "\", null);", "await http.PostAsync(\"" + Regcode + "\", null);")]
    [InlineData("await http.{|AUTH1006:PostAsync|}(\"HOSTapi/v1/logout?deviceId=d\", null);", "await http.DeleteAsync(\"HOSTapi/v1/logout?deviceId=d\");")]
    [InlineData("await http.{|AUTH1006:PostAsync|}($\"HOSTapi/v1/checkauthn?requestor=R&deviceId={p}\", null, CancellationToken.None);", "await http.GetAsync($\"HOSTapi/v1/checkauthn?requestor=R&deviceId={p}\", CancellationToken.None);")]
    [InlineData("await http.{|AUTH1006:DeleteAsync|}(new Uri(\"HOSTapi/v1/authorize?requestor=R&deviceId=d&resource=r\"));", "await http.GetAsync(new Uri(\"HOSTapi/v1/authorize?requestor=R&deviceId=d&resource=r\"));")]
    [InlineData("await http.SendAsync(new HttpRequestMessage({|AUTH1006:HttpMethod.Get|}, \"HOSTapi/v1/authenticate/freepreview\"));", "await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"HOSTapi/v1/authenticate/freepreview\"));")]
    [InlineData("var r = new HttpRequestMessage { Method = {|AUTH1006:HttpMethod.Post|}, RequestUri = new Uri(\"HOSTapi/v1/mediatoken?x=1\") }; http.Send(r);", "var r = new HttpRequestMessage { Method = HttpMethod.Get, RequestUri = new Uri(\"HOSTapi/v1/mediatoken?x=1\") }; http.Send(r);")]
    [InlineData("await http.SendAsync(new HttpRequestMessage({|AUTH1006:new HttpMethod(\"PUT\")|}, $\"HOSTo/client/token\"));", "await http.SendAsync(new HttpRequestMessage(new HttpMethod(\"POST\"), $\"HOSTo/client/token\"));")]
    [InlineData("await http.{|AUTH1006:GetAsync|}($\"HOSTapi/v2/{p}/decisions/authorize/Cable\");", "await http.PostAsync($\"HOSTapi/v2/{p}/decisions/authorize/Cable\", null);")]
    [InlineData("await http.{|AUTH1006:DeleteAsync|}($\"HOSTapi/v2/{p}/logout/Cable\");", "await http.GetAsync($\"HOSTapi/v2/{p}/logout/Cable\");")]
    [InlineData("await http.{|AUTH1006:GetAsync|}(\"HOSTo/client/register\");", "await http.PostAsync(\"HOSTo/client/register\", null);")]
    public Task Wrong_verb_Replaced(string before, string after) => Verify.VerifyCodeFixAsync(InMethod(before), InMethod(after));

    [Theory]
    [InlineData("await http.{|AUTH1006:PostAsync|}(\"HOSTapi/v1/checkauthn\", new StringContent(\"requestor=R\"));")]
    [InlineData("await http.{|AUTH1006:GetStringAsync|}(\"HOSTreggie/v1/REQ/regcode\");")]
    [InlineData("await http.{|AUTH1006:PostAsJsonAsync|}(\"HOSTapi/v1/authorize\", new { requestor = 1 });")]
    [InlineData("await http.{|AUTH1006:PostAsync|}(\"HOSTreggie/v1/REQ/regcode/ABC\", null);")]
    public Task Wrong_verb_whose_change_needs_more_Reported_without_fix(string statements) => Verify.VerifyCodeFixAsync(InMethod(statements), InMethod(statements));

    [Theory]
    [InlineData("await http.PostAsync(\"HOSTreggie/v1/REQ/regcode\", null);")]
    [InlineData("await http.GetAsync($\"HOSTreggie/v1/REQ/regcode/{p}\");")]
    [InlineData("await http.DeleteAsync($\"HOSTreggie/v1/REQ/regcode/{p}\");")]
    [InlineData("await http.GetAsync($\"HOSTreggie/v1/REQ/regcode{p}\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/tokens/authn?x=1\"); await http.PostAsync(\"HOSTapi/v1/tokens/authn\", null);")]
    [InlineData("await http.PostAsync($\"HOSTapi/v2/REQ/sessions/{p}\", null); await http.GetAsync($\"HOSTapi/v2/REQ/sessions/{p}\");")]
    [InlineData("await http.PostAsync($\"HOSTapi/v2/REQ/profiles/sso/{p}\", null); await http.GetAsync($\"HOSTapi/v2/REQ/profiles/{p}\");")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, \"HOSTapi/v1/checkauthn\"));")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(new HttpMethod(p), \"HOSTapi/v1/checkauthn\"));")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(p == null ? HttpMethod.Get : HttpMethod.Post, \"HOSTapi/v1/checkauthn\"));")]
    [InlineData("await http.PostAsync(\"https://api.example.com/api/v1/authorize\", null);")]
    [InlineData("await http.PostAsync(\"/api/v1/tokens/media\", null);")]
    [InlineData("await http.PostAsync(p + \"/api/v1/logout\", null);")]
    [InlineData("await http.PostAsync($\"HOSTapi/v1/{p}\", null);")]
    [InlineData("await http.PostAsync($\"HOSTapi/v1/authenticate/{p}\", null);")]
    [InlineData("await http.PostAsync(\"https://id.fox.com/adobeauthn/v3/checkauthn/\", null);")]
    [InlineData("Console.WriteLine(\"GET HOSTreggie/v1/REQ/regcode\");")]
    [InlineData("var text = $\"GET requestor_id=R, nonce={p}, signature_method=HMAC-SHA1, request_time=1735689600123, request_uri=/reggie/v1/REQ/regcode\"; var r = new HttpRequestMessage(HttpMethod.Post, \"HOSTreggie/v1/REQ/regcode\"); r.Headers.TryAddWithoutValidation(\"Authorization\", text); await http.SendAsync(r);")]
    public Task Right_or_unknown_verb_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    // The page of the endpoint says DELETE, the migration table of the V2 FAQ says GET.
    [Fact]
    public Task Logout_of_V1_by_GET_Silent() => Verify.VerifyAnalyzerAsync(InMethod("await http.GetAsync(\"HOSTapi/v1/logout?deviceId=d\");"));

    [Fact]
    public Task Message_names_verb_path_and_remedy() => Verify.VerifyAnalyzerAsync(
        InMethod("await http.{|#0:GetAsync|}(\"HOSTreggie/v1/REQ/regcode\"{|#1:|});"),
        Verify.Diagnostic(Descriptors.WrongEndpoint).WithLocation(0).WithLocation(0).WithLocation(1)
            .WithArguments("GET", "is not a verb of '/reggie/v1/{requestor}/regcode', so Adobe Pass answers 405", "send POST"));

    [Fact]
    public Task Helper_is_judged_for_each_caller() => Verify.VerifyAnalyzerAsync(InClass("""
        Task<HttpResponseMessage> Send(HttpMethod verb, string path) => http.SendAsync(new HttpRequestMessage(verb, "HOST" + path));
        public Task Right() => Send(HttpMethod.Delete, "api/v1/logout?deviceId=d");
        public Task Wrong() => Send({|AUTH1006:HttpMethod.Post|}, "api/v1/logout?deviceId=d");
        """));
}
