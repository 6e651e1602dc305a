using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter.InvalidRequestParameterAnalyzer, AuthApi.Analyzers.CodeFixes.Rules.AdobePass.InvalidRequestParameter.InvalidRequestParameterCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.InvalidRequestParameter;

public class BodyAndRedirectTests
{
    private const string Login = "HOSTapi/v1/authenticate?requestor_id=R&mso_id=M&reg_code=C&domain_name=x.com&noflash=true&no_iframe=true";

    [Theory]
    [InlineData("await http.PostAsJsonAsync(\"HOSTo/client/token\", {|AUTH1009:new { client_id = p, client_secret = p, grant_type = \"client_credentials\" }|});", "await http.PostAsync(\"HOSTo/client/token\", new FormUrlEncodedContent(new Dictionary<string, string> { [\"client_id\"] = p, [\"client_secret\"] = p, [\"grant_type\"] = \"client_credentials\" }));")]
    [InlineData("await http.PostAsync(\"HOSTo/client/register\", {|AUTH1009:new StringContent(p)|});", "await http.PostAsync(\"HOSTo/client/register\", new StringContent(p, Encoding.UTF8, \"application/json\"));")]
    [InlineData("await http.PostAsync(\"HOSTo/client/token\", {|AUTH1009:new StringContent($\"client_id={p}\")|});", "await http.PostAsync(\"HOSTo/client/token\", new StringContent($\"client_id={p}\", Encoding.UTF8, \"application/x-www-form-urlencoded\"));")]
    [InlineData("await http.PostAsync(\"HOSTo/client/register\", {|AUTH1009:new FormUrlEncodedContent(new Dictionary<string, string> { [\"software_statement\"] = p })|});", null)]
    [InlineData("await http.PostAsync(\"HOSTo/client/token\", {|AUTH1009:new StringContent(p, Encoding.UTF8, \"application/json\")|});", null)]
    [InlineData("await http.PostAsync(\"HOSTo/client/token\", {|AUTH1009:JsonContent.Create(new { client_id = p })|});", "await http.PostAsync(\"HOSTo/client/token\", new FormUrlEncodedContent(new Dictionary<string, string> { [\"client_id\"] = p }));")]
    [InlineData("await http.PostAsync(\"HOSTo/client/token\", {|AUTH1009:new StringContent(System.Text.Json.JsonSerializer.Serialize(new { client_id = p }), Encoding.UTF8, \"application/json\")|});", "await http.PostAsync(\"HOSTo/client/token\", new FormUrlEncodedContent(new Dictionary<string, string> { [\"client_id\"] = p }));")]
    [InlineData("var f = new Dictionary<string, string> { [\"client_id\"] = p }; await http.PostAsJsonAsync(\"HOSTo/client/token\", {|AUTH1009:f|}, CancellationToken.None);", "var f = new Dictionary<string, string> { [\"client_id\"] = p }; await http.PostAsync(\"HOSTo/client/token\", new FormUrlEncodedContent(f), CancellationToken.None);")]
    [InlineData("\nvar json = System.Text.Json.JsonSerializer.Serialize(new\n{\n    client_id = p, // id\n    p,\n});\nawait http.PostAsync(\"HOSTo/client/token\", {|AUTH1009:new StringContent(json, Encoding.UTF8, \"application/json\")|});", "\nawait http.PostAsync(\"HOSTo/client/token\", new FormUrlEncodedContent(new Dictionary<string, string>\n{\n    [\"client_id\"] = p, // id\n    [\"p\"] = p,\n}));")]
    [InlineData("var o = new { client_id = p }; var c = new StringContent(System.Text.Json.JsonSerializer.Serialize(o), Encoding.UTF8, \"application/json\"); await http.PostAsync(\"HOSTo/client/token\", {|AUTH1009:c|});", "var o = new Dictionary<string, string> { [\"client_id\"] = p }; var c = new FormUrlEncodedContent(o); await http.PostAsync(\"HOSTo/client/token\", c);")]
    [InlineData("await http.PostAsync(\"HOSTo/client/token\", {|AUTH1009:JsonContent.Create(new { client_id = p, lifetime = 5 })|});", null)]
    public Task Body_in_another_format_Reported(string before, string? after) => Verify.VerifyCodeFixAsync(InMethod(before), InMethod(after ?? before));

    [Theory]
    [InlineData("var c = new WebClient(); c.Headers[\"Content-Type\"] = {|AUTH1009:\"application/json\"|}; c.UploadString(\"HOSTo/client/token\", p);")]
    [InlineData("var c = new WebClient(); c.Headers[HttpRequestHeader.ContentType] = {|AUTH1009:\"application/json; charset=utf-8\"|}; c.UploadString(\"HOSTo/client/token\", \"POST\", p);")]
    [InlineData("var r = WebRequest.CreateHttp(\"HOSTo/client/register\"); r.Method = \"POST\"; r.ContentType = {|AUTH1009:\"application/x-www-form-urlencoded\"|}; r.GetResponse();")]
    public Task Media_type_in_a_header_of_its_own_Reported(string statements) => Verify.VerifyAnalyzerAsync("#pragma warning disable SYSLIB0014\n" + InMethod(statements + " await Task.Yield();"));

    [Theory]
    [InlineData("var c = new WebClient(); c.Headers[\"Content-Type\"] = \"application/x-www-form-urlencoded\"; c.UploadString(\"HOSTo/client/token\", p);")]
    [InlineData("var c = new WebClient(); c.UploadValues(\"HOSTo/client/token\", new System.Collections.Specialized.NameValueCollection { { \"client_id\", p } });")]
    [InlineData("var c = new WebClient(); c.Headers[\"Content-Type\"] = p; c.UploadString(\"HOSTo/client/token\", p);")]
    [InlineData("var r = WebRequest.CreateHttp(\"HOSTo/client/register\"); r.Method = \"POST\"; r.ContentType = \"application/json\"; r.GetResponse();")]
    [InlineData("var r = WebRequest.CreateHttp(\"https://login.example.com/o/client/token\"); r.Method = \"POST\"; r.ContentType = \"application/json\"; r.GetResponse();")]
    public Task Media_type_in_a_header_of_its_own_right_Silent(string statements) => Verify.VerifyAnalyzerAsync("#pragma warning disable SYSLIB0014\n" + InMethod(statements + " await Task.Yield();"));

    [Theory]
    [InlineData("await http.PostAsJsonAsync(\"HOSTo/client/register\", new { software_statement = p });")]
    [InlineData("await http.PostAsync(\"HOSTo/client/token\", new FormUrlEncodedContent(new Dictionary<string, string> { [\"client_id\"] = p }));")]
    [InlineData("await http.PostAsync(\"HOSTo/client/token\", new StringContent(p, Encoding.UTF8, \"application/x-www-form-urlencoded\"));")]
    [InlineData("var c = new StringContent(p); c.Headers.ContentType = new MediaTypeHeaderValue(\"application/json\"); await http.PostAsync(\"HOSTo/client/register\", c);")]
    [InlineData("var r = new HttpRequestMessage(HttpMethod.Post, \"HOSTo/client/register\") { Content = new StringContent(p) }; r.Content.Headers.ContentType = new MediaTypeHeaderValue(\"application/json\"); await http.SendAsync(r);")]
    [InlineData("await http.PostAsync(\"HOSTreggie/v1/R/regcode\", new StringContent(p));")]
    [InlineData("await http.PostAsync(\"HOSTo/client/register\", new StringContent(p, Encoding.UTF8, p));")]
    [InlineData("await http.PostAsJsonAsync(\"https://login.example.com/o/client/token\", new { client_id = p });")]
    [InlineData("await http.PostAsync(\"HOSTo/client/token\", null);")]
    public Task Body_in_the_documented_format_or_unknown_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Theory]
    [InlineData("var url = $\"" + Login + "&{|AUTH1009:redirect_url|}=https://x.com/done\";", "var url = $\"" + Login + "&redirect_url=https%3A%2F%2Fx.com%2Fdone\";")]
    [InlineData("var done = new Uri(p); var url = $\"" + Login + "&{|AUTH1009:redirect_url|}={done}\";", "var done = new Uri(p); var url = $\"" + Login + "&redirect_url={Uri.EscapeDataString(done.ToString())}\";")]
    [InlineData("var done = new Uri(p); var url = \"" + Login + "&{|AUTH1009:redirect_url|}=\" + done.AbsoluteUri;", "var done = new Uri(p); var url = \"" + Login + "&redirect_url=\" + Uri.EscapeDataString(done.AbsoluteUri);")]
    [InlineData("var url = $\"HOSTapi/v1/authenticate?requestor_id=R&{|AUTH1009:redirect_url|}={Uri.EscapeDataString(p)}&reg_code=C\";", "var url = $\"HOSTapi/v1/authenticate?requestor_id=R&reg_code=C&redirect_url={Uri.EscapeDataString(p)}\";")]
    [InlineData("var done = new Uri(p); var s = new StringBuilder(\"" + Login + "\"); s.Append(\"&{|AUTH1009:redirect_url|}=\").Append(done); var url = s.ToString();", "var done = new Uri(p); var s = new StringBuilder(\"" + Login + "\"); s.Append(\"&redirect_url=\").Append(Uri.EscapeDataString(done.ToString())); var url = s.ToString();")]
    public Task Redirect_address_raw_or_not_last_Corrected(string before, string after) => Verify.VerifyCodeFixAsync(InMethod(before), InMethod(after));

    [Theory]
    [InlineData("var url = $\"" + Login + "&redirect_url={Uri.EscapeDataString(p)}\";")]
    [InlineData("var url = $\"" + Login + "&redirect_url={WebUtility.UrlEncode(p)}\";")]
    [InlineData("var url = $\"" + Login + "&redirect_url={p}\";")]
    [InlineData("var url = \"" + Login + "&redirect_url=https%3A%2F%2Fx.com\";")]
    [InlineData("var url = $\"https://login.example.com/authorize?redirect_url=https://x.com&state={p}\";")]
    [InlineData("var url = $\"HOSTapi/v2/R/logout/M?redirect_url=https://x.com&x={p}\";")]
    [InlineData("var done = Uri.EscapeDataString(\"https://x.com\"); var url = $\"" + Login + "&redirect_url={done}\";")]
    [InlineData("var name = \"redirect_url=\";")]
    [InlineData("var s = new StringBuilder(\"" + Login + "\"); s.Append(\"&redirect_url=\").Append(Uri.EscapeDataString(p)); var url = s.ToString();")]
    [InlineData("var s = new StringBuilder(\"" + Login + "\"); s.Append(\"&redirect_url=\").Append(Uri.EscapeDataString(p)); if (p != null) s.Append('#').Append(p); var url = s.ToString();")]
    [InlineData("var s = new StringBuilder(\"https://x.com/login?a=b\"); s.Append(\"&redirect_url=\").Append(new Uri(p)); var url = s.ToString();")]
    public Task Redirect_address_encoded_last_or_foreign_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    // Nobody knows whether a text parameter was encoded before it came here.
    [Fact]
    public Task Known_miss_text_parameter_that_is_raw_Silent() => Verify.VerifyAnalyzerAsync(InClass(
        "string Url(string done) => $\"" + Login + "&redirect_url={done}\"; public string M(string p) => Url(p);"));

    [Theory]
    [InlineData("new RestRequest(\"token\", Method.Post).AddJsonBody({|AUTH1009:new { client_id = p }|})")]
    [InlineData("new RestRequest(\"token\", Method.Post).AddParameter(\"client_id\", p)")]
    [InlineData("new RestRequest(\"register\", Method.Post).AddJsonBody(new { software_statement = p })")]
    public Task RestSharp_body(string request) => Verify.VerifyAnalyzerAsync(
        "using RestSharp; using System.Threading.Tasks; class C { readonly RestClient client = new RestClient(\"https://api.auth.adobe.com/o/client\"); Task M(string p) => client.ExecuteAsync(" + request + "); }",
        TestReferences.Default | TestReferences.RestSharp);

    [Theory]
    [InlineData("\"https://api.auth.adobe.com/o/client/token\".PostJsonAsync({|AUTH1009:new { client_id = p }|})")]
    [InlineData("\"https://api.auth.adobe.com/o/client/token\".PostUrlEncodedAsync(new { client_id = p })")]
    [InlineData("\"https://api.auth.adobe.com/o/client/register\".PostJsonAsync(new { software_statement = p })")]
    public Task Flurl_body(string call) => Verify.VerifyAnalyzerAsync(
        "using Flurl.Http; using System.Threading.Tasks; class C { Task M(string p) => " + call + "; }",
        TestReferences.Default | TestReferences.Flurl);

    [Fact]
    public Task Body_that_a_caller_passes_Reported_there() => Verify.VerifyAnalyzerAsync(InClass("""
        Task Send(string path, HttpContent body) { var r = new HttpRequestMessage(HttpMethod.Post, "HOST" + path); r.Content = body; return http.SendAsync(r); }
        public Task M(string p) => Send("o/client/register", {|AUTH1009:new StringContent(p)|});
        public Task N(string p) => Send("o/client/register", new StringContent(p, Encoding.UTF8, "application/json"));
        """));
}
