using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>AUTH1001 by the way in which verb and URL are written.</summary>
public class VerbAndUrlTests : AuthorizationTest
{
    private static Task Reported(string url, string members = "", string rest = "") =>
        InClass($"{members} Task M(HttpClient c, string requestor, bool b) => [|c.PostAsync({url}, null)|];", rest: rest, usings: "using Microsoft.AspNetCore.WebUtilities;");

    private static Task Silent(string url, string members = "", string rest = "") =>
        InClass($"{members} Task M(HttpClient c, string requestor, bool b) => c.PostAsync({url}, null);", rest: rest, usings: "using Microsoft.AspNetCore.WebUtilities;");

    [Fact]
    public Task Url_by_interpolation() => Reported("$\"https://api.auth.adobe.com/reggie/v1/{requestor}/regcode\"");

    [Fact]
    public Task Url_by_concatenation() => Reported("\"https://api.auth.adobe.com\" + \"/reggie/v1/\" + requestor + \"/regcode\"");

    [Fact]
    public Task Url_by_Format() => Reported("string.Format(\"https://{0}/reggie/v1/{1}/regcode\", \"api.auth.adobe.com\", requestor)");

    [Fact]
    public Task Url_by_Join() => Reported("string.Join(\"/\", \"https://api.auth.adobe.com\", \"reggie\", \"v1\", requestor, \"regcode\")");

    [Fact]
    public Task Url_by_raw_string() => Reported("\"\"\"https://api.auth.adobe.com/reggie/v1/REQ/regcode\"\"\"");

    [Fact]
    public Task Url_by_raw_interpolation() => Reported("$$\"\"\"https://api.auth.adobe.com/reggie/v1/{{requestor}}/regcode\"\"\"");

    [Fact]
    public Task Url_by_nameof() => Reported("$\"https://api.auth.adobe.com/{nameof(reggie)}/v1/{requestor}/{nameof(regcode)}\"", "int reggie, regcode;");

    [Fact]
    public Task Url_by_StringBuilder() => InClass("Task M(HttpClient c, string q) { var b = new StringBuilder(\"https://api.auth.adobe.com\"); b.Append(\"/reggie/v1/\").Append(q); b.Append(\"/regcode\"); return [|c.PostAsync(b.ToString(), null)|]; }");

    [Fact]
    public Task Url_by_Uri_of_two_parts() => Reported("new Uri(new Uri(\"https://api.auth.adobe.com/x/\"), \"/reggie/v1/REQ/regcode\")");

    [Fact]
    public Task Url_by_UriBuilder() => Reported("new UriBuilder(\"https\", \"api.auth.adobe.com\") { Path = $\"reggie/v1/{requestor}/regcode\", Query = \"format=json\" }.Uri");

    [Fact]
    public Task Url_by_UriBuilder_statements() => InClass("Task M(HttpClient c, string q) { var b = new UriBuilder(\"https://api.auth.adobe.com\"); b.Path = \"/reggie/v1/\" + q + \"/regcode\"; return [|c.PostAsync(b.Uri, null)|]; }");

    [Fact]
    public Task Url_by_QueryHelpers() => Reported("QueryHelpers.AddQueryString(\"https://api.auth.adobe.com/reggie/v1/REQ/regcode\", new Dictionary<string, string> { [\"ttl\"] = \"60\" })");

    [Fact]
    public Task Url_by_escaped_segment() => Reported("$\"https://api.auth.adobe.com/reggie/v1/{Uri.EscapeDataString(requestor)}/regcode\"");

    [Fact]
    public Task Url_by_conditional_is_all_alternatives() => Reported("b ? \"https://api.auth.adobe.com/reggie/v1/REQ/regcode\" : \"https://api.auth-staging.adobe.com/reggie/v1/REQ/regcode\"");

    [Fact]
    public Task Url_by_switch_expression() => Reported("Host(requestor) + \"/reggie/v1/REQ/regcode\"", "static string Host(string e) => e switch { \"prod\" => \"https://api.auth.adobe.com\", _ => \"https://api.auth-staging.adobe.com\" };");

    [Fact]
    public Task Url_by_options_with_defaults() => Reported("options.BaseUrl + options.Path", "readonly Options options = new();", "class Options { public string BaseUrl { get; set; } = \"https://api.auth.adobe.com\"; public string Path { get; init; } = \"/reggie/v1/REQ/regcode\"; }");

    [Fact]
    public Task Url_by_IOptions_with_defaults() => InClass("readonly Options o; public Client(Microsoft.Extensions.Options.IOptions<Options> o) => this.o = o.Value; Task M(HttpClient c) => [|c.PostAsync($\"{o.BaseUrl}/reggie/v1/{o.Requestor}/regcode\", null)|];", rest: "public class Options { public string BaseUrl { get; set; } = \"https://api.auth.adobe.com\"; public string Requestor { get; set; } = \"\"; }");

    [Fact]
    public Task Url_by_unknown_host_and_known_path() => Reported("$\"{host}/reggie/v1/{requestor}/regcode\"", "readonly string host = Environment.GetEnvironmentVariable(\"ADOBE_HOST\");");

    [Fact]
    public Task Url_by_record_of_endpoints() => Reported("endpoints.RegCode", "readonly Endpoints endpoints = new(\"https://api.auth.adobe.com/reggie/v1/REQ/regcode\");", "record Endpoints(string RegCode);");

    [Fact]
    public Task Url_by_dictionary_of_routes_is_not_known_Silent() => Silent("Routes[\"regcode\"]", "static readonly Dictionary<string, string> Routes = new() { [\"regcode\"] = \"https://api.auth.adobe.com/reggie/v1/REQ/regcode\" };");

    [Fact]
    public Task Url_from_configuration_is_not_known_Silent() => Silent("config[\"Adobe:RegCodeUrl\"]", "readonly Microsoft.Extensions.Configuration.IConfiguration config; const string Seen = \"api.auth.adobe.com\";");

    [Fact]
    public Task Url_with_an_explicit_other_host_Silent() => Silent("$\"https://gateway.example.com/reggie/v1/{requestor}/regcode\"");

    [Fact]
    public Task Url_through_callers_Silent_for_other_paths() => InClass(
        "readonly HttpClient c = new(); Task Post(string path) => c.PostAsync(\"https://api.auth.adobe.com/\" + path, null); Task A() => Post(\"o/client/token\"); Task B() => Post(\"o/client/register\");");

    [Fact]
    public Task Verb_by_parameter_Silent_for_GET() => InClass(
        "readonly HttpClient c = new(); Task Send(HttpMethod m, string u) => c.SendAsync(new HttpRequestMessage(m, u)); Task A() => Send(HttpMethod.Get, Url); Task B() => Send(HttpMethod.Delete, Url);");

    [Fact]
    public Task Verb_by_parameter_Reported_for_POST() => InClass(
        "readonly HttpClient c = new(); Task Send(HttpMethod m, string u) => [|c.SendAsync(new HttpRequestMessage(m, u))|]; Task A() => Send(HttpMethod.Post, Url);");

    [Theory]
    [InlineData("new HttpMethod(\"POST\")")]
    [InlineData("HttpMethod.Parse(\"post\")")]
    [InlineData("b ? HttpMethod.Post : HttpMethod.Put")]
    [InlineData("new HttpMethod(verb)")]
    public Task Verb_by_expression_Reported(string verb) => InClass($"const string verb = \"POST\"; Task M(HttpClient c, bool b) => [|c.SendAsync(new HttpRequestMessage({verb}, Url))|];");

    [Theory]
    [InlineData("new HttpMethod(verb)")]
    [InlineData("HttpMethod.Get")]
    [InlineData("new HttpMethod(\"DELETE\")")]
    public Task Verb_that_is_unknown_or_another_Silent(string verb) => InClass($"public Task M(HttpClient c, string verb) => c.SendAsync(new HttpRequestMessage({verb}, Url));");

    [Theory]
    [InlineData("https://api.auth.adobe.com/", "reggie/v1/REQ/regcode", true)]
    [InlineData("https://api.auth.adobe.com", "/reggie/v1/REQ/regcode", true)]
    [InlineData("https://api.auth.adobe.com/api/", "v2/REQ/sessions", true)]
    [InlineData("https://api.auth.adobe.com/api", "v2/REQ/sessions", false)]
    [InlineData("https://api.auth.adobe.com/api/v2/", "/REQ/sessions", false)]
    [InlineData("https://api.auth.adobe.com/", "https://other.example.com/reggie/v1/REQ/regcode", false)]
    public Task Base_address_by_the_real_rules(string address, string relative, bool isReported)
    {
        var send = $"c.PostAsync(\"{relative}\", null)";
        return InClass($"readonly HttpClient c = new() {{ BaseAddress = new Uri(\"{address}\") }}; Task M() => {(isReported ? $"[|{send}|]" : send)};");
    }
}
