using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.InvalidDeviceInfo.InvalidDeviceInfoAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.InvalidDeviceInfo.InvalidDeviceInfoCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.InvalidDeviceInfo;

public class InvalidDeviceInfoTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private const string Fields = "const string V1 = \"https://api.auth.adobe.com/api/v1/checkauthn?requestor=R&deviceId=d\", V2 = \"https://api.auth.adobe.com/api/v2/R/profiles\"; readonly HttpClient http = new HttpClient(); readonly object device = new { model = \"TV\", osName = \"webOS\" }; ";

    private static string Source(string members) => Usings + $"public class Client {{ {Fields}{members} }}";

    private static string Send(string url, string header, string value) =>
        $"public Task M(string id, string unknown) {{ var request = new HttpRequestMessage(HttpMethod.Get, {url}); request.Headers.Add(\"{header}\", {value}); return http.SendAsync(request); }}";

    private static Task InClass(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    private static Task Fixed(string before, string after) => Verify.VerifyCodeFixAsync(Source(before), Source(after));

    [Theory]
    [InlineData("V1", "[|JsonSerializer.Serialize(device)|]")]
    [InlineData("V2", "[|JsonSerializer.Serialize(device)|]")]
    [InlineData("V2", "[|\"{\\\"model\\\":\\\"TV\\\"}\"|]")]
    [InlineData("V2", "[|$\"{{\\\"model\\\":\\\"{id}\\\"}}\"|]")]
    [InlineData("V1", "Uri.EscapeDataString([|JsonSerializer.Serialize(device)|])")]
    [InlineData("V2", "Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(device), [|Base64FormattingOptions.InsertLineBreaks|])")]
    [InlineData("V2", "[|Uri.EscapeDataString(Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(device)))|]")]
    [InlineData("V2", "[|WebUtility.UrlEncode(Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(device)))|]")]
    public Task Device_information_in_a_wrong_form_Reported(string url, string value) => InClass(Send(url, "X-Device-Info", value));

    [Theory]
    [InlineData("[|Convert.ToBase64String(Encoding.UTF8.GetBytes(id))|]")]
    [InlineData("[|$\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(id))}\"|]")]
    [InlineData("[|\"fingerprint\" + Convert.ToBase64String(Encoding.UTF8.GetBytes(id))|]")]
    [InlineData("[|\"device \" + id|]")]
    [InlineData("[|Guid.NewGuid().ToString()|]")]
    public Task An_identifier_without_its_first_word_Reported(string value) => InClass(Send("V2", "AP-Device-Identifier", value));

    [Theory]
    [InlineData("public async Task M() { var json = JsonSerializer.Serialize(device); http.DefaultRequestHeaders.TryAddWithoutValidation(\"X-Device-Info\", [|json|]); await http.GetAsync(V2); }")]
    [InlineData("public Client() => http.DefaultRequestHeaders.Add(\"x-device-info\", [|JsonSerializer.Serialize(device)|]); public Task M() => http.GetAsync(V2);")]
    [InlineData("string Info() => JsonSerializer.Serialize(device); public Task M() { var r = new HttpRequestMessage(HttpMethod.Get, V2) { Headers = { { \"X-Device-Info\", [|Info()|] } } }; return http.SendAsync(r); }")]
    [InlineData("static void Set(HttpRequestMessage r, string name, string value) => r.Headers.TryAddWithoutValidation(name, value); public Task M() { var r = new HttpRequestMessage(HttpMethod.Get, V2); Set(r, \"X-Device-Info\", [|JsonSerializer.Serialize(device)|]); return http.SendAsync(r); }")]
    [InlineData("public Task M() { var r = new HttpRequestMessage(HttpMethod.Get, V2); r.Headers.Add(\"X-Device-Info\", new[] { [|JsonSerializer.Serialize(device)|] }); return http.SendAsync(r); }")]
    [InlineData("public Task M() { var r = new HttpRequestMessage(HttpMethod.Get, V2); var headers = new Dictionary<string, string> { [\"X-Device-Info\"] = [|JsonSerializer.Serialize(device)|] }; foreach (var h in headers) r.Headers.Add(h.Key, h.Value); return http.SendAsync(r); }")]
    [InlineData("public Task M() => http.GetAsync($\"https://api.auth.adobe.com/api/v1/checkauthn?requestor=R&deviceId=d&device_info={[|JsonSerializer.Serialize(device)|]}\");")]
    [InlineData("public Task M() => http.PostAsync(\"https://api.auth.adobe.com/reggie/v1/R/regcode\", new FormUrlEncodedContent(new Dictionary<string, string> { [\"deviceId\"] = \"d\", [\"device_info\"] = [|JsonSerializer.Serialize(device)|] }));")]
    [InlineData("public Task M() => http.PostAsync(\"https://api.auth.adobe.com/reggie/v1/R/regcode\", new FormUrlEncodedContent(new[] { new KeyValuePair<string, string>(\"device_info\", [|JsonSerializer.Serialize(device)|]) }));")]
    public Task By_every_way_of_writing_a_header_Reported(string members) => InClass(members);

    [Theory]
    [InlineData("V1", "Uri.EscapeDataString(Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(device)))")]
    [InlineData("V1", "Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(device))")]
    [InlineData("V2", "Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(device))")]
    [InlineData("V2", "Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(device)))")]
    [InlineData("V2", "Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(device), Base64FormattingOptions.None)")]
    [InlineData("V2", "Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(device), Base64FormattingOptions.InsertLineBreaks).Replace(\"\\r\\n\", \"\")")]
    [InlineData("V2", "unknown")]
    [InlineData("V2", "Uri.EscapeDataString(unknown)")]
    [InlineData("V2", "\"eyJtb2RlbCI6IlRWIn0=\"")]
    [InlineData("\"https://api.example.com/api/v2/R/profiles\"", "JsonSerializer.Serialize(device)")]
    public Task Device_information_in_the_right_form_Silent(string url, string value) => InClass(Send(url, "X-Device-Info", value));

    [Theory]
    [InlineData("V2", "X-Device-Information", "JsonSerializer.Serialize(device)")]
    [InlineData("V2", "AP-Device-Identifier", "\"fingerprint \" + Convert.ToBase64String(Encoding.UTF8.GetBytes(id))")]
    [InlineData("V2", "AP-Device-Identifier", "$\"fingerprint {Convert.ToBase64String(Encoding.UTF8.GetBytes(id))}\"")]
    [InlineData("V2", "AP-Device-Identifier", "unknown")]
    [InlineData("V2", "AP-Device-Identifier", "$\"{unknown} {id}\"")]
    [InlineData("V2", "AP-Device-Identifier", "string.Join(\" \", \"fingerprint\", id)")]
    [InlineData("V1", "AP-Device-Identifier", "Guid.NewGuid().ToString()")]
    [InlineData("V2", "AP-Visitor-Identifier", "Guid.NewGuid().ToString()")]
    [InlineData("V2", "X-Request-Context", "JsonSerializer.Serialize(device)")]
    [InlineData("V2", "X-Trace-Id", "Guid.NewGuid().ToString()")]
    [InlineData("V2", "Device-Info", "Uri.EscapeDataString(id)")]
    [InlineData("V1", "X-Forwarded-For", "unknown")]
    public Task Other_headers_and_right_identifiers_Silent(string url, string header, string value) => InClass(Send(url, header, value));

    [Theory]
    // One encoder for both APIs: what is wrong for one is right for the other.
    [InlineData("string Info() => Uri.EscapeDataString(Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(device))); HttpRequestMessage Get(string url) { var r = new HttpRequestMessage(HttpMethod.Get, url); r.Headers.Add(\"X-Device-Info\", Info()); return r; } public async Task M() { await http.SendAsync(Get(V1)); await http.SendAsync(Get(V2)); }")]
    // Removed before it is sent; put on a request to another service; JSON as the body.
    [InlineData("public Task M() { var r = new HttpRequestMessage(HttpMethod.Get, V2); r.Headers.Add(\"X-Device-Info\", JsonSerializer.Serialize(device)); r.Headers.Remove(\"X-Device-Info\"); return http.SendAsync(r); }")]
    [InlineData("public async Task M(HttpClient own) { var r = new HttpRequestMessage(HttpMethod.Get, \"https://id.example.com/checkauthn\"); r.Headers.Add(\"X-Device-Info\", JsonSerializer.Serialize(device)); await own.SendAsync(r); await http.GetAsync(V2); }")]
    [InlineData("public Task M() => http.PostAsync(\"https://api.auth.adobe.com/api/v2/R/decisions/authorize/m\", new StringContent(JsonSerializer.Serialize(device)));")]
    [InlineData("public Task M(string info) => http.GetAsync($\"https://api.auth.adobe.com/api/v1/checkauthn?requestor=R&deviceId=d&device_info={info}\");")]
    public Task Nothing_that_Adobe_Pass_refuses_Silent(string members) => InClass(members);

    [Fact]
    public Task Known_miss_a_handler_sets_the_header() => Verify.VerifyAnalyzerAsync(Usings + """
        public class DeviceHandler : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, System.Threading.CancellationToken token)
            {
                request.Headers.Add("X-Device-Info", JsonSerializer.Serialize(new { model = "TV" }));
                return base.SendAsync(request, token);
            }
        }
        public class Client { readonly HttpClient http = new HttpClient(new DeviceHandler()); public Task M() => http.GetAsync("https://api.auth.adobe.com/api/v2/R/profiles"); }
        """);

    [Theory]
    [InlineData("V1", "[|JsonSerializer.Serialize(device)|]", "Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(device))))")]
    [InlineData("V2", "[|JsonSerializer.Serialize(device)|]", "Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(device)))")]
    [InlineData("V1", "Uri.EscapeDataString([|JsonSerializer.Serialize(device)|])", "Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(device))))")]
    [InlineData("V2", "Convert.ToBase64String(new byte[60], [|Base64FormattingOptions.InsertLineBreaks|])", "Convert.ToBase64String(new byte[60])")]
    [InlineData("V2", "[|Uri.EscapeDataString(Convert.ToBase64String(new byte[60]))|]", "Convert.ToBase64String(new byte[60])")]
    public Task Device_information_is_encoded(string url, string before, string after) => Fixed(Send(url, "X-Device-Info", before), Send(url, "X-Device-Info", after));

    [Theory]
    [InlineData("[|Convert.ToBase64String(Encoding.UTF8.GetBytes(id))|]", "\"fingerprint \" + Convert.ToBase64String(Encoding.UTF8.GetBytes(id))")]
    [InlineData("[|$\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(id))}\"|]", "$\"fingerprint {Convert.ToBase64String(Encoding.UTF8.GetBytes(id))}\"")]
    [InlineData("[|$\"fingerprint{Convert.ToBase64String(Encoding.UTF8.GetBytes(id))}\"|]", "$\"fingerprint {Convert.ToBase64String(Encoding.UTF8.GetBytes(id))}\"")]
    [InlineData("[|\"fingerprint\" + Convert.ToBase64String(Encoding.UTF8.GetBytes(id))|]", "\"fingerprint \" + Convert.ToBase64String(Encoding.UTF8.GetBytes(id))")]
    [InlineData("[|\"ZGV2aWNl\"|]", "\"fingerprint ZGV2aWNl\"")]
    public Task The_first_word_of_an_identifier_is_added(string before, string after) => Fixed(Send("V2", "AP-Device-Identifier", before), Send("V2", "AP-Device-Identifier", after));

    [Fact]
    public Task Missing_usings_are_added() => Verify.VerifyCodeFixAsync(
        "using System.Net.Http;\nusing System.Text.Json;\nclass C { void M(HttpClient http) { http.DefaultRequestHeaders.Add(\"X-Device-Info\", [|JsonSerializer.Serialize(1)|]); http.GetAsync(\"https://api.auth.adobe.com/api/v2/R/profiles\"); } }",
        "using System;\nusing System.Net.Http;\nusing System.Text;\nusing System.Text.Json;\nclass C { void M(HttpClient http) { http.DefaultRequestHeaders.Add(\"X-Device-Info\", Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(1)))); http.GetAsync(\"https://api.auth.adobe.com/api/v2/R/profiles\"); } }");

    [Fact]
    public Task Json_of_Newtonsoft_Reported()
    {
        var test = new Verify.Test { References = TestReferences.Framework | TestReferences.Newtonsoft };
        test.TestState.Sources.Add("using Newtonsoft.Json; using Newtonsoft.Json.Linq; " + Source("public async Task M(JObject o) { var r = new HttpRequestMessage(HttpMethod.Get, V2); r.Headers.Add(\"X-Device-Info\", [|JsonConvert.SerializeObject(device)|]); await http.SendAsync(r); var s = new HttpRequestMessage(HttpMethod.Get, V2); s.Headers.Add(\"X-Device-Info\", [|o.ToString()|]); await http.SendAsync(s); }"));
        test.CodeActionEquivalenceKey = "none";
        return test.RunAsync();
    }
}
