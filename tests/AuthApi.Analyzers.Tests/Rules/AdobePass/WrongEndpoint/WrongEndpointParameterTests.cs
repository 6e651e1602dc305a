using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint.WrongEndpointAnalyzer, AuthApi.Analyzers.CodeFixes.Rules.AdobePass.WrongEndpoint.WrongEndpointCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.WrongEndpoint;

public class WrongEndpointParameterTests
{
    [Theory]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/checkauthn?{|AUTH1006:requestor_id|}=R&deviceId=d\");", "await http.GetAsync(\"HOSTapi/v1/checkauthn?requestor=R&deviceId=d\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/authenticate?{|AUTH1006:requestor|}={p}&{|AUTH1006:regcode|}=C&mso_id=M\");", "await http.GetAsync($\"HOSTapi/v1/authenticate?requestor_id={p}&reg_code=C&mso_id=M\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/authorize?requestor=R&{|AUTH1006:device_id|}={p}&resource=X\");", "await http.GetAsync($\"HOSTapi/v1/authorize?requestor=R&deviceId={p}&resource=X\");")]
    [InlineData("await http.PostAsync(\"HOSTapi/v1/authenticate/freepreview?requestor_id=R&deviceId=d&domain_name=x&{|AUTH1006:mvpd|}=M\", null);", "await http.PostAsync(\"HOSTapi/v1/authenticate/freepreview?requestor_id=R&deviceId=d&domain_name=x&mso_id=M\", null);")]
    [InlineData("var url = \"HOSTapi/v1/mediatoken\" + \"?requestor=\" + p + \"&deviceId=\" + p + \"&{|AUTH1006:resources|}=\" + p; await http.GetAsync(url);", "var url = \"HOSTapi/v1/mediatoken\" + \"?requestor=\" + p + \"&deviceId=\" + p + \"&resource=\" + p; await http.GetAsync(url);")]
    [InlineData("await http.GetAsync($\"HOSTapi/v2/R/logout/M?{|AUTH1006:redirect_url|}={p}\");", "await http.GetAsync($\"HOSTapi/v2/R/logout/M?redirectUrl={p}\");")]
    public Task Name_of_another_endpoint_Renamed(string before, string after) => Verify.VerifyCodeFixAsync(InMethod(before), InMethod(after));

    [Theory]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/checkauthn?requestor=R&deviceId=d&deviceType=x&appId=y\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/authenticate?requestor_id=R&reg_code=C&mso_id=M&requestor=R\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/checkauthn?format=json&ap_vi=1&ast=2&device_info=3&custom=4\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/checkauthn?requestor_id=R&requestor=R\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/checkauthn?requestor_id=R&{p}\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/checkauthn?requestor_id=R\" + p);")]
    [InlineData("await http.PostAsync(\"HOSTreggie/v1/REQ/regcode?deviceId=d&mvpd=M&ttl=60\", null);")]
    [InlineData("await http.GetAsync(\"https://stats.example.com/sushi?requestor_id=R&regcode=1\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/authenticate/{p}?requestor_id=R\");")]
    [InlineData("Console.WriteLine(\"HOSTapi/v1/checkauthn?requestor_id=R\");")]
    public Task Right_name_or_another_parameter_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Fact]
    public Task Message_names_endpoint_and_right_name() => Verify.VerifyAnalyzerAsync(
        InMethod("await http.GetAsync(\"HOSTapi/v1/checkauthn?{|#0:requestor_id|}=R&deviceId=d\");"),
        Verify.Diagnostic(Descriptors.WrongEndpoint).WithLocation(0).WithLocation(0).WithArguments(
            "requestor_id", "is not a parameter of 'GET /api/v1/checkauthn', which answers 400 when 'requestor' is absent", "rename it to 'requestor'"));

    [Fact]
    public Task Known_miss_name_in_a_form_body_Silent() => Verify.VerifyAnalyzerAsync(
        InMethod("await http.PostAsync(\"HOSTapi/v1/authenticate/freepreview\", new FormUrlEncodedContent(new Dictionary<string, string> { [\"requestor\"] = p }));"));
}
