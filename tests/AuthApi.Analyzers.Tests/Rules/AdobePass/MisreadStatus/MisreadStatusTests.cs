using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.MisreadStatus.MisreadStatusAnalyzer, AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MisreadStatus.MisreadStatusCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MisreadStatus;

public class MisreadStatusTests
{
    private const string Created = "var r = await http.PostAsync(\"HOSTreggie/v1/R/regcode?deviceId=d\", null); ";
    private const string Deleted = "using var r = await http.DeleteAsync($\"HOSTapi/v1/logout?deviceId={p}\").ConfigureAwait(false); ";

    [Theory]
    [InlineData(Created + "if ({|AUTH1008:r.StatusCode == HttpStatusCode.OK|}) return;", Created + "if (r.IsSuccessStatusCode) return;")]
    [InlineData(Created + "if ({|AUTH1008:HttpStatusCode.OK != r.StatusCode|}) throw new Exception();", Created + "if (!r.IsSuccessStatusCode) throw new Exception();")]
    [InlineData(Deleted + "var ok = {|AUTH1008:(int)r.StatusCode == 200|};", Deleted + "var ok = r.IsSuccessStatusCode;")]
    [InlineData(Deleted + "var ok = {|AUTH1008:r.StatusCode is HttpStatusCode.OK|} || p == null;", Deleted + "var ok = r.IsSuccessStatusCode || p == null;")]
    [InlineData(Deleted + "if ({|AUTH1008:r.StatusCode is not HttpStatusCode.OK|}) return;", Deleted + "if (!r.IsSuccessStatusCode) return;")]
    [InlineData(Created + "if ({|AUTH1008:r.StatusCode.Equals(HttpStatusCode.OK)|}) return;", Created + "if (r.IsSuccessStatusCode) return;")]
    [InlineData(Created + "if (r is { {|AUTH1008:StatusCode: HttpStatusCode.OK|} }) return;", Created + "if (r is { IsSuccessStatusCode: true }) return;")]
    [InlineData("if ({|AUTH1008:(await http.DeleteAsync(\"HOSTreggie/v1/R/regcode/C\")).StatusCode == HttpStatusCode.OK|}) return;", "if ((await http.DeleteAsync(\"HOSTreggie/v1/R/regcode/C\")).IsSuccessStatusCode) return;")]
    [InlineData(Created + "if (!({|AUTH1008:r.StatusCode == HttpStatusCode.OK|})) return;", Created + "if (!r.IsSuccessStatusCode) return;")]
    public Task Success_is_missed_IsSuccessStatusCode(string before, string after) => Verify.VerifyCodeFixAsync(InMethod(before), InMethod(after));

    [Theory]
    [InlineData(Created + "var status = r.StatusCode; if ({|AUTH1008:status == HttpStatusCode.OK|}) return;", Created + "var status = r.StatusCode; if (status == HttpStatusCode.Created) return;")]
    [InlineData(Created + "switch (r.StatusCode) { case {|AUTH1008:HttpStatusCode.OK|}: return; default: throw new Exception(); }", Created + "switch (r.StatusCode) { case HttpStatusCode.Created: return; default: throw new Exception(); }")]
    [InlineData(Deleted + "var text = (int)r.StatusCode switch { {|AUTH1008:200|} => \"ok\", 400 => \"bad\", _ => \"?\" };", Deleted + "var text = (int)r.StatusCode switch { 204 => \"ok\", 400 => \"bad\", _ => \"?\" };")]
    public Task Success_is_missed_Documented_status(string before, string after) => Verify.VerifyCodeFixAsync(InMethod(before), InMethod(after));

    [Theory]
    [InlineData(Created + "if (r.StatusCode == HttpStatusCode.Created) return;")]
    [InlineData(Created + "if (r.IsSuccessStatusCode) return;")]
    [InlineData(Created + "if (r.StatusCode == HttpStatusCode.OK || r.StatusCode == HttpStatusCode.Created) return;")]
    [InlineData(Created + "if (r.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created) return;")]
    [InlineData(Created + "switch ((int)r.StatusCode) { case 200: case 201: return; }")]
    [InlineData(Created + "if (r.StatusCode == HttpStatusCode.OK || r.IsSuccessStatusCode) return;")]
    [InlineData(Created + "if (r.StatusCode == HttpStatusCode.BadRequest) return;")]
    [InlineData(Created + "if ((int)r.StatusCode >= 200) return;")]
    [InlineData("var r = await http.GetAsync(\"HOSTapi/v1/checkauthn?requestor=R&deviceId=d\"); if (r.StatusCode == HttpStatusCode.OK) return;")]
    [InlineData("var r = await http.PostAsync(\"HOSTapi/v2/R/sessions\", null); if (r.StatusCode == HttpStatusCode.OK) return;")]
    [InlineData("var r = await http.PostAsync(\"https://api.example.com/reggie/v1/R/regcode\", null); if (r.StatusCode == HttpStatusCode.OK) return;")]
    [InlineData("var r = await http.PostAsync(p, null); if (r.StatusCode == HttpStatusCode.OK) return;")]
    [InlineData("var r = await http.GetAsync($\"HOSTreggie/v1/R/regcode/{p}\"); if (r.StatusCode == HttpStatusCode.OK) return;")]
    [InlineData("var r = p == null ? await http.GetAsync(\"https://example.com\") : await http.DeleteAsync(\"HOSTapi/v1/logout?deviceId=d\"); if (r.StatusCode == HttpStatusCode.OK) return;")]
    [InlineData(Created + "var other = new HttpResponseMessage(); if (other.StatusCode == HttpStatusCode.OK) return;")]
    public Task Success_is_recognized_or_is_200_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Fact]
    public Task Token_was_documented_with_200_Advice() => Verify.VerifyCodeFixAsync(
        InMethod("var r = await http.PostAsync(\"HOSTo/client/token\", null); if ({|#0:r.StatusCode == HttpStatusCode.OK|}) return;"),
        Verify.Diagnostic(Descriptors.MisreadStatusAdvice).WithLocation(0).WithLocation(0).WithArguments(
            "r.StatusCode == HttpStatusCode.OK", "misses the success of 'POST /o/client/token', which was documented as 200 and is 201 now", "use IsSuccessStatusCode"),
        InMethod("var r = await http.PostAsync(\"HOSTo/client/token\", null); if (r.IsSuccessStatusCode) return;"));

    [Fact]
    public Task Response_of_a_helper_belongs_to_the_call() => Verify.VerifyAnalyzerAsync(InClass("""
        async Task<HttpResponseMessage> Send(HttpMethod verb, string path) => await http.SendAsync(new HttpRequestMessage(verb, "HOST" + path));
        public async Task<bool> LogOut() => {|AUTH1008:(await Send(HttpMethod.Delete, "api/v1/logout?deviceId=d")).StatusCode == HttpStatusCode.OK|};
        public async Task<bool> Check() => (await Send(HttpMethod.Get, "api/v1/checkauthn?requestor=R&deviceId=d")).StatusCode == HttpStatusCode.OK;
        """));

    [Fact]
    public Task Response_passed_to_a_common_check_of_several_calls_Silent() => Verify.VerifyAnalyzerAsync(InClass("""
        static bool Ok(HttpResponseMessage r) => r.StatusCode == HttpStatusCode.OK;
        public async Task<bool> LogOut() => Ok(await http.DeleteAsync("HOSTapi/v1/logout?deviceId=d"));
        public async Task<bool> Check() => Ok(await http.GetAsync("HOSTapi/v1/checkauthn?requestor=R&deviceId=d"));
        """));

    [Fact]
    public Task Field_Reported() => Verify.VerifyAnalyzerAsync(InClass("""
        HttpResponseMessage last;
        public async Task M() { last = await http.DeleteAsync("HOSTapi/v1/logout?deviceId=d"); }
        public bool Worked => {|AUTH1008:last.StatusCode == HttpStatusCode.OK|};
        """));

    [Fact]
    public Task RestSharp_Reported() => Verify.VerifyAnalyzerAsync("""
        using System.Net; using System.Threading.Tasks; using RestSharp;
        class C
        {
            readonly RestClient client = new RestClient("https://api.auth.adobe.com/");
            async Task<bool> M() { var r = await client.ExecuteAsync(new RestRequest("api/v1/logout", Method.Delete)); return {|AUTH1008:r.StatusCode == HttpStatusCode.OK|}; }
        }
        """, TestReferences.Default | TestReferences.RestSharp);

    [Fact]
    public Task Message_names_status_and_endpoint() => Verify.VerifyAnalyzerAsync(
        InMethod(Created + "if ({|#0:r.StatusCode == HttpStatusCode.OK|}) return;"),
        Verify.Diagnostic(Descriptors.MisreadStatus).WithLocation(0).WithLocation(0).WithArguments(
            "r.StatusCode == HttpStatusCode.OK", "misses the success of 'POST /reggie/v1/{requestor}/regcode', which is 201", "use IsSuccessStatusCode"));
}
