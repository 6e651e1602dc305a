using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter.InvalidRequestParameterAnalyzer, AuthApi.Analyzers.CodeFixes.Rules.AdobePass.InvalidRequestParameter.InvalidRequestParameterCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.InvalidRequestParameter;

public class LifetimeTests
{
    private const string Form = "await http.PostAsync(\"HOSTreggie/v1/R/regcode\", new FormUrlEncodedContent(new Dictionary<string, string> { [\"deviceId\"] = p, [\"ttl\"] = ";

    [Theory]
    [InlineData("await http.PostAsync(\"HOSTreggie/v1/R/regcode?deviceId=d&ttl={|AUTH1009:1800000|}\", null);", "await http.PostAsync(\"HOSTreggie/v1/R/regcode?deviceId=d&ttl=1800\", null);")]
    [InlineData("await http.PostAsync($\"HOSTreggie/v1/R/regcode?ttl={|AUTH1009:86400|}&deviceId={p}\", null);", "await http.PostAsync($\"HOSTreggie/v1/R/regcode?ttl=36000&deviceId={p}\", null);")]
    [InlineData("const int Ttl = 36001; await http.PostAsync($\"HOSTreggie/v1/R/regcode?deviceId={p}&ttl={{|AUTH1009:Ttl|}}\", null);", null)]
    [InlineData("await http.PostAsync($\"HOSTreggie/v1/R/regcode?deviceId={p}&ttl={{|AUTH1009:TimeSpan.FromHours(24).TotalSeconds|}}\", null);", null)]
    [InlineData("await http.PostAsync($\"HOSTreggie/v1/R/regcode?deviceId={p}&ttl={(int){|AUTH1009:TimeSpan.FromMinutes(30).TotalMilliseconds|}}\", null);", null)]
    [InlineData(Form + "{|AUTH1009:\"43200\"|} }));", Form + "\"36000\" }));")]
    [InlineData("await http.PostAsync(\"HOSTreggie/v1/R/regcode\", new FormUrlEncodedContent(new[] { new KeyValuePair<string, string>(\"ttl\", {|AUTH1009:\"3600000\"|}) }));", "await http.PostAsync(\"HOSTreggie/v1/R/regcode\", new FormUrlEncodedContent(new[] { new KeyValuePair<string, string>(\"ttl\", \"3600\") }));")]
    [InlineData("await http.PostAsJsonAsync(\"HOSTreggie/v1/R/regcode\", new { deviceId = p, ttl = {|AUTH1009:1800000|} });", "await http.PostAsJsonAsync(\"HOSTreggie/v1/R/regcode\", new { deviceId = p, ttl = 1800 });")]
    public Task Lifetime_above_the_maximum_Corrected(string before, string? after) =>
        after is null ? Verify.VerifyAnalyzerAsync(InMethod(before)) : Verify.VerifyCodeFixAsync(InMethod(before), InMethod(after));

    [Theory]
    [InlineData("await http.PostAsync(\"HOSTreggie/v1/R/regcode?deviceId=d&ttl=36000\", null);")]
    [InlineData("await http.PostAsync(\"HOSTreggie/v1/R/regcode?deviceId=d\", null);")]
    [InlineData("await http.PostAsync($\"HOSTreggie/v1/R/regcode?deviceId=d&ttl={p}\", null);")]
    [InlineData("await http.PostAsync($\"HOSTreggie/v1/R/regcode?deviceId=d&ttl={p}000\", null);")]
    [InlineData("await http.PostAsync($\"HOSTreggie/v1/R/regcode?deviceId=d&ttl={TimeSpan.FromHours(10).TotalSeconds}\", null);")]
    [InlineData(Form + "\"1800\" }));")]
    [InlineData("await http.PostAsync(\"https://dns.example.com/records?ttl=86400\", null);")]
    [InlineData("await http.PostAsync(\"HOSTapi/v2/R/sessions\", new FormUrlEncodedContent(new Dictionary<string, string> { [\"ttl\"] = \"86400\" }));")]
    [InlineData("var cache = new Dictionary<string, string> { [\"ttl\"] = \"86400\" }; await http.PostAsync(\"HOSTreggie/v1/R/regcode?deviceId=d\", null);")]
    [InlineData("Console.WriteLine(\"HOSTreggie/v1/R/regcode?ttl=86400\");")]
    public Task Lifetime_in_range_or_of_something_else_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Fact]
    public Task Message_names_value_and_unit() => Verify.VerifyAnalyzerAsync(
        InMethod("await http.PostAsync(\"HOSTreggie/v1/R/regcode?deviceId=d&ttl={|#0:1800000|}\", null);"),
        Verify.Diagnostic(Descriptors.InvalidRequestParameter).WithLocation(0).WithLocation(0).WithArguments(
            "ttl=1800000", "is above 36000 seconds (10 hours), so Adobe Pass answers 400", "the unit is seconds, write 1800"));
}
