using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter.InvalidRequestParameterAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.InvalidRequestParameter;

public class MissingParameterTests
{
    [Theory]
    [InlineData("await http.GetAsync({|AUTH1009:\"HOSTapi/v1/checkauthn?requestor=R\"|});")]
    [InlineData("await http.GetAsync({|AUTH1009:$\"HOSTapi/v1/authorize?requestor=R&deviceId={p}\"|});")]
    [InlineData("await http.GetAsync({|AUTH1009:\"HOSTapi/v1/tokens/authn\"|});")]
    [InlineData("await http.GetAsync({|AUTH1009:\"HOSTapi/v1/preauthorize/CODE?requestor=R\"|});")]
    [InlineData("await http.PostAsync({|AUTH1009:\"HOSTreggie/v1/R/regcode\"|}, null);")]
    [InlineData("await http.PostAsync({|AUTH1009:$\"HOSTreggie/v1/{p}/regcode?ttl=60\"|}, null);")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, {|AUTH1009:\"HOSTapi/v1/R/profile-requests/M\"|}));")]
    [InlineData("await http.GetAsync({|AUTH1009:p == null ? \"HOSTapi/v1/checkauthn\" : \"https://api.auth-staging.adobe.com/api/v1/checkauthn\"|});")]
    [InlineData("var q = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder { { \"requestor\", p } }; q.Add(\"x\", p); await http.GetAsync({|AUTH1009:\"HOSTapi/v1/checkauthn\" + q.ToQueryString()|});")]
    [InlineData("var q = System.Web.HttpUtility.ParseQueryString(\"\"); q[\"requestor\"] = p; await http.GetAsync({|AUTH1009:$\"HOSTapi/v1/checkauthn?{q}\"|});")]
    [InlineData("var b = new UriBuilder(\"HOSTapi/v1/checkauthn\"); var q = System.Web.HttpUtility.ParseQueryString(b.Query); q[\"requestor\"] = p; b.Query = q.ToString(); await http.GetAsync({|AUTH1009:b.Uri|});")]
    public Task Mandatory_parameter_is_absent_Reported(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Theory]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/checkauthn?requestor=R&deviceId=d\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/checkauthn?deviceId=d\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/mediatoken?deviceId=d&resource=r\");")]
    [InlineData("await http.DeleteAsync(\"HOSTapi/v1/logout?deviceId=d\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/tokens/usermetadata?deviceId=d\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/checkauthn?{p}\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/checkauthn\" + p);")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/checkauthn?requestor=R&\" + p);")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/checkauthn?requestor=R&device_id=d\");")]
    [InlineData("var u = new UriBuilder(\"HOSTapi/v1/checkauthn\") { Query = p }; await http.GetAsync(u.Uri);")]
    [InlineData("await http.PostAsync(\"HOSTreggie/v1/R/regcode\", new StringContent(p));")]
    [InlineData("var r = new HttpRequestMessage(HttpMethod.Post, \"HOSTreggie/v1/R/regcode\"); r.Content = new StringContent(p); await http.SendAsync(r);")]
    [InlineData("await http.PostAsync(\"HOSTapi/v2/R/sessions\", null);")]
    [InlineData("await http.GetAsync(\"https://api.example.com/api/v1/checkauthn\");")]
    [InlineData("await http.PostAsync(\"HOSTapi/v1/checkauthn\", null);")]
    [InlineData("Console.WriteLine(\"HOSTapi/v1/checkauthn\");")]
    [InlineData("var parameters = new Dictionary<string, string> { [\"requestor\"] = \"R\", [\"deviceId\"] = p }; await http.GetAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(\"HOSTapi/v1/checkauthn\", parameters));")]
    [InlineData("var url = new StringBuilder(\"HOSTapi/v1/checkauthn?requestor=R\"); url.Append(\"&deviceId=\").Append(p); await http.GetAsync(url.ToString());")]
    [InlineData("var url = \"HOSTapi/v1/checkauthn?requestor=R\"; url += \"&deviceId=\" + p; await http.GetAsync(url);")]
    [InlineData("var q = System.Web.HttpUtility.ParseQueryString(\"\"); q[\"requestor\"] = p; q.Add(\"deviceId\", p); await http.GetAsync($\"HOSTapi/v1/checkauthn?{q}\");")]
    [InlineData("var q = System.Web.HttpUtility.ParseQueryString(p); q[\"requestor\"] = p; await http.GetAsync($\"HOSTapi/v1/checkauthn?{q}\");")]
    [InlineData("var q = System.Web.HttpUtility.ParseQueryString(\"\"); Add(q); await http.GetAsync($\"HOSTapi/v1/checkauthn?{q}\"); void Add(System.Collections.Specialized.NameValueCollection c) => c[\"deviceId\"] = p;")]
    [InlineData("System.Collections.Specialized.NameValueCollection With(System.Collections.Specialized.NameValueCollection c) { c[\"deviceId\"] = p; return c; } var q = With(System.Web.HttpUtility.ParseQueryString(\"\")); q[\"requestor\"] = p; await http.GetAsync($\"HOSTapi/v1/checkauthn?{q}\");")]
    [InlineData("var q = new Microsoft.AspNetCore.Http.Extensions.QueryBuilder(); foreach (var n in new[] { \"requestor\", \"deviceId\" }) q.Add(n, p); await http.GetAsync(\"HOSTapi/v1/checkauthn\" + q);")]
    [InlineData("var b = new UriBuilder(p + \"/api/v1/checkauthn\"); var q = System.Web.HttpUtility.ParseQueryString(b.Query); q[\"deviceId\"] = p; b.Query = q.ToString(); await http.GetAsync(b.Uri);")]
    [InlineData("Dictionary<string, string> Common() => new() { [\"requestor\"] = p }; var q = Common(); q[\"deviceId\"] = p; await http.GetAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(\"HOSTapi/v1/checkauthn\", q));")]
    [InlineData("var q = new Dictionary<string, string>(); Add(q); await http.GetAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(\"HOSTapi/v1/checkauthn\", q)); void Add(Dictionary<string, string> c) => c[\"deviceId\"] = p;")]
    public Task Present_or_not_visible_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Fact]
    public Task Constant_of_another_type_Reported_at_the_call() => Verify.VerifyAnalyzerAsync(InClass(
        "public Task M() => http.{|AUTH1009:GetAsync|}(Paths.Check); static class Paths { public const string Check = \"HOSTapi/v1/checkauthn\"; }"));

    [Fact]
    public Task Message_names_the_parameters() => Verify.VerifyAnalyzerAsync(
        InMethod("await http.GetAsync({|#0:\"HOSTapi/v1/authorize?requestor=R\"|});"),
        Verify.Diagnostic(Descriptors.InvalidRequestParameter).WithLocation(0).WithArguments(
            "deviceId', 'resource", "are mandatory parameters of 'GET /api/v1/authorize' and not in this URL, so Adobe Pass answers 400 \"Required parameter is not present\"", "add it to the query"));

    [Theory]
    [InlineData("new RestRequest(\"api/v1/checkauthn\").AddParameter(\"deviceId\", p)")]
    [InlineData("new RestRequest(\"api/v1/checkauthn\").AddQueryParameter(\"deviceId\", p)")]
    [InlineData("new RestRequest(\"api/v1/checkauthn\").AddObject(new { deviceId = p })")]
    public Task RestSharp_adds_parameters_Silent(string request) => Verify.VerifyAnalyzerAsync(
        "using RestSharp; using System.Threading.Tasks; class C { readonly RestClient client = new RestClient(\"https://api.auth.adobe.com/\"); Task M(string p) => client.ExecuteAsync(" + request + "); }",
        TestReferences.Default | TestReferences.RestSharp);

    [Theory]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/preauthorize?requestor=R&deviceId=d&{|#0:resource=a,b,c,d,e,f|}\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/preauthorize?requestor=R&deviceId=d&{|#0:resource=a%2Cb%2Cc%2Cd%2Ce%2Cf|}\");")]
    [InlineData("await http.PostAsJsonAsync(\"HOSTapi/v2/R/decisions/preauthorize/M\", new { resources = {|#0:new[] { \"a\", \"b\", \"c\", \"d\", \"e\", \"f\" }|} });")]
    [InlineData("var body = System.Text.Json.JsonSerializer.Serialize(new { resources = {|#0:new[] { \"a\", \"b\", \"c\", \"d\", \"e\", \"f\" }|} }); var r = new HttpRequestMessage(HttpMethod.Post, \"HOSTapi/v2/R/decisions/preauthorize/M\") { Content = new StringContent(body, Encoding.UTF8, \"application/json\") }; await http.SendAsync(r);")]
    [InlineData("await http.PostAsJsonAsync(\"HOSTapi/v2/R/decisions/preauthorize/M\", new { resources = {|#0:All|} }); } static readonly string[] All = { \"a\", \"b\", \"c\", \"d\", \"e\", \"f\" }; void N() {")]
    public Task More_than_five_resources_Advice(string statements) =>
        Verify.VerifyAnalyzerAsync(InMethod(statements), Verify.Diagnostic(Descriptors.TooManyResources).WithLocation(0).WithMessage(null));

    [Theory]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/preauthorize?requestor=R&deviceId=d&resource=a,b,c,d,e\");")]
    [InlineData("await http.GetAsync($\"HOSTapi/v1/preauthorize?requestor=R&deviceId=d&resource={p}\");")]
    [InlineData("await http.GetAsync(\"HOSTapi/v1/authorize?requestor=R&deviceId=d&resource=a,b,c,d,e,f\");")]
    [InlineData("await http.PostAsJsonAsync(\"HOSTapi/v2/R/decisions/authorize/M\", new { resources = new[] { \"a\", \"b\", \"c\", \"d\", \"e\", \"f\" } });")]
    public Task Five_resources_or_another_call_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Theory]
    [InlineData("new HttpClient(new Fake())")]
    [InlineData("new HttpClient(new Retry(new Fake()))")]
    public Task A_test_double_answers_Silent(string client) => Verify.VerifyAnalyzerAsync(InMethod($"var c = {client}; await c.GetAsync(\"HOSTapi/v1/checkauthn\");") + Handlers);

    [Theory]
    [InlineData("new HttpClient(new Retry(new HttpClientHandler()))")]
    [InlineData("new HttpClient(new SocketsHttpHandler())")]
    public Task A_handler_that_sends_on_Reported(string client) => Verify.VerifyAnalyzerAsync(InMethod($"var c = {client}; await c.GetAsync({{|AUTH1009:\"HOSTapi/v1/checkauthn\"|}});") + Handlers);

    [Fact]
    public Task A_handler_that_adds_to_the_query_Silent() => Verify.VerifyAnalyzerAsync(InMethod("await http.GetAsync(\"HOSTapi/v1/checkauthn\");") + """
        public class Common : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
            {
                request.RequestUri = new Uri(request.RequestUri + "?requestor=R&deviceId=d");
                return base.SendAsync(request, ct);
            }
        }
        """);

    private const string Handlers = """
        public class Fake : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) => Task.FromResult(new HttpResponseMessage());
        }
        public class Retry : DelegatingHandler
        {
            public Retry(HttpMessageHandler inner) : base(inner) { }
        }
        """;
}
