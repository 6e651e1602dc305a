using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.RejectedAuthorizationValue.RejectedAuthorizationValueAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RejectedAuthorizationValue.RejectedAuthorizationValueCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.RejectedAuthorizationValue;

public class RejectedAuthorizationValueTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private const string Head = Usings + """
        public class TokenAnswer { [JsonPropertyName("access_token")] public string AccessToken { get; set; } }
        public class Client
        {
            private const string Url = "https://api.auth.adobe.com/api/v2/REQ/sessions";
            private static string Header(string verb, string path, string signature)
            {
                var text = $"{verb} requestor_id=REQ, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time=1, request_uri={path}";
                return text + ", public_key=KEY, signature=" + signature;
            }

        """;

    private static string In(string members) => Head + "    " + members + "\n}\n";

    private static Task Fix(string before, string after) => Verify.VerifyCodeFixAsync(In(before), In(after));

    private static Task NoFix(string members) => Verify.VerifyCodeFixAsync(In(members), In(members));

    private static Task Silent(string members) => Verify.VerifyAnalyzerAsync(In(members));

    [Theory]
    [InlineData(
        "var r = new HttpRequestMessage(HttpMethod.Get, \"\") { Headers = { Authorization = [|AuthenticationHeaderValue.Parse(Header(\"POST\", \"/regcode\", s))|] } };",
        "var r = new HttpRequestMessage(HttpMethod.Get, \"\");\n    r.Headers.TryAddWithoutValidation(\"Authorization\", Header(\"POST\", \"/regcode\", s));")]
    [InlineData(
        "var r = new HttpRequestMessage { Method = HttpMethod.Post, Headers = { Authorization = [|AuthenticationHeaderValue.Parse(Header(\"POST\", \"/regcode\", s))|] } }; // signed",
        "var r = new HttpRequestMessage { Method = HttpMethod.Post };\n    r.Headers.TryAddWithoutValidation(\"Authorization\", Header(\"POST\", \"/regcode\", s)); // signed")]
    [InlineData(
        "var r = new HttpRequestMessage(HttpMethod.Get, \"\") { Headers = { [|{ \"Authorization\", Header(\"POST\", \"/regcode\", s) }|], { \"Accept\", \"*/*\" } } };",
        "var r = new HttpRequestMessage(HttpMethod.Get, \"\") { Headers = { { \"Accept\", \"*/*\" } } };\n    r.Headers.TryAddWithoutValidation(\"Authorization\", Header(\"POST\", \"/regcode\", s));")]
    [InlineData(
        "var r = new HttpRequestMessage\n    {\n        Headers = { [|{ \"Authorization\", Header(\"POST\", \"/regcode\", s) }|] },\n    };",
        "var r = new HttpRequestMessage();\n    r.Headers.TryAddWithoutValidation(\"Authorization\", Header(\"POST\", \"/regcode\", s));")]
    public Task A_header_in_an_initializer_is_added_behind_it(string before, string after) => Fix($"void M(string s) {{\n    {before}\n    }}", $"void M(string s) {{\n    {after}\n    }}");

    [Theory]
    [InlineData("void M(HttpRequestMessage r, string s) { [|r.Headers.Add(\"Authorization\", Header(\"POST\", \"/regcode\", s))|]; }",
        "void M(HttpRequestMessage r, string s) { r.Headers.TryAddWithoutValidation(\"Authorization\", Header(\"POST\", \"/regcode\", s)); }")]
    [InlineData("void M(HttpClient c, string s) => [|c.DefaultRequestHeaders.Add(\"authorization\", Header(\"POST\", \"/regcode\", s))|];",
        "void M(HttpClient c, string s) => c.DefaultRequestHeaders.TryAddWithoutValidation(\"authorization\", Header(\"POST\", \"/regcode\", s));")]
    [InlineData("void M(HttpRequestMessage r, string s) { var h = r.Headers; var value = Header(\"POST\", \"/regcode\", s); [|h.Add(\"Authorization\", new[] { value })|]; }",
        "void M(HttpRequestMessage r, string s) { var h = r.Headers; var value = Header(\"POST\", \"/regcode\", s); h.TryAddWithoutValidation(\"Authorization\", new[] { value }); }")]
    [InlineData("static void Set(HttpHeaders h, string name, string value) => [|h.Add(name, value)|]; void M(HttpRequestMessage r, string s) => Set(r.Headers, \"Authorization\", Header(\"GET\", \"/x\", s));",
        "static void Set(HttpHeaders h, string name, string value) => h.TryAddWithoutValidation(name, value); void M(HttpRequestMessage r, string s) => Set(r.Headers, \"Authorization\", Header(\"GET\", \"/x\", s));")]
    [InlineData("void M(HttpRequestMessage r, string s) { r.Headers.Authorization = [|AuthenticationHeaderValue.Parse(Header(\"POST\", \"/regcode\", s))|]; }",
        "void M(HttpRequestMessage r, string s) { r.Headers.TryAddWithoutValidation(\"Authorization\", Header(\"POST\", \"/regcode\", s)); }")]
    [InlineData("void M(HttpRequestMessage r, string s) { r.Headers.Authorization = [|new AuthenticationHeaderValue(Header(\"POST\", \"/regcode\", s))|]; }",
        "void M(HttpRequestMessage r, string s) { r.Headers.TryAddWithoutValidation(\"Authorization\", Header(\"POST\", \"/regcode\", s)); }")]
    [InlineData("void M(HttpClient c, string s) { c.DefaultRequestHeaders.Authorization = [|new AuthenticationHeaderValue(\"Bearer\", Header(\"POST\", \"/regcode\", s))|]; }",
        "void M(HttpClient c, string s) { c.DefaultRequestHeaders.TryAddWithoutValidation(\"Authorization\", Header(\"POST\", \"/regcode\", s)); }")]
    public Task Signed_header_where_NET_checks_it_Reported_and_added_without_validation(string before, string after) => Fix(before, after);

    [Theory]
    [InlineData("HttpRequestMessage M(string s) => new HttpRequestMessage { Headers = { [|{ \"Authorization\", Header(\"POST\", \"/regcode\", s) }|] } };")]
    [InlineData("AuthenticationHeaderValue M(string s) => [|AuthenticationHeaderValue.Parse(Header(\"POST\", \"/regcode\", s))|];")]
    [InlineData("void M(HttpRequestMessage r, string s) { if ([|AuthenticationHeaderValue.TryParse(Header(\"POST\", \"/regcode\", s), out var value)|]) r.Headers.Authorization = value; }")]
    [InlineData("HttpRequestMessage M(string s) => new HttpRequestMessage { Headers = { Authorization = [|new AuthenticationHeaderValue(Header(\"POST\", \"/regcode\", s))|] } };")]
    public Task Signed_header_in_an_expression_Reported_without_a_fix(string members) => NoFix(members);

    [Theory]
    [InlineData("void M(HttpRequestMessage r, string s) => r.Headers.TryAddWithoutValidation(\"Authorization\", Header(\"POST\", \"/regcode\", s));")]
    [InlineData("void M(HttpRequestMessage r, string s) => r.Headers.Authorization = new AuthenticationHeaderValue(\"POST\", Header(\"POST\", \"/regcode\", s).Substring(5));")]
    [InlineData("void M(HttpRequestMessage r, string s) => r.Headers.Add(\"X-Signed\", Header(\"POST\", \"/regcode\", s));")]
    [InlineData("void M(WebHeaderCollection h, string s) => h.Add(\"Authorization\", Header(\"POST\", \"/regcode\", s));")]
    [InlineData("void M(HttpWebRequest r, string s) => r.Headers[\"Authorization\"] = Header(\"POST\", \"/regcode\", s);")]
    [InlineData("void M(Dictionary<string, string> h, string s) => h.Add(\"Authorization\", Header(\"POST\", \"/regcode\", s));")]
    [InlineData("void M(HttpRequestMessage r, string s) { try { r.Headers.Add(\"Authorization\", Header(\"POST\", \"/regcode\", s)); } catch (FormatException) { r.Headers.TryAddWithoutValidation(\"Authorization\", s); } }")]
    [InlineData("static void Throws<T>(Action a) { } class Assert { public static void Throws<T>(Action a) { } } void M(HttpRequestMessage r, string s) => Assert.Throws<FormatException>(() => r.Headers.Add(\"Authorization\", Header(\"POST\", \"/regcode\", s)));")]
    [InlineData("void M(HttpRequestMessage r, string s) { if (AuthenticationHeaderValue.TryParse(Header(\"POST\", \"/x\", s), out var v)) r.Headers.Authorization = v; else r.Headers.TryAddWithoutValidation(\"Authorization\", s); }")]
    [InlineData("void M(HttpRequestMessage r, string s) => r.Headers.Add(\"Authorization\", $\"OAuth realm=x, oauth_nonce={s}, oauth_signature_method=HMAC-SHA1, request_uri=/x\");")]
    [InlineData("void M(HttpRequestMessage r, string s) => r.Headers.Add(\"Authorization\", s);")]
    public Task Signed_header_where_NET_takes_it_or_another_header_Silent(string members) => Silent(members);

    private static string Sending(string value) => $"async Task M(HttpClient c, string token, TokenAnswer answer, JsonElement json) {{ var r = new HttpRequestMessage(HttpMethod.Post, Url); {value} await c.SendAsync(r); }}";

    [Theory]
    [InlineData("r.Headers.Authorization = [|new AuthenticationHeaderValue(\"Bearer\", \"Bearer \" + token)|];", "r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);")]
    [InlineData("r.Headers.Authorization = [|new AuthenticationHeaderValue(\"Bearer\", $\"Bearer {token}\")|];", "r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);")]
    [InlineData("var text = \"bearer \" + token; r.Headers.Authorization = [|new AuthenticationHeaderValue(\"Bearer\", text)|];", "var text = \"bearer \" + token; r.Headers.Authorization = AuthenticationHeaderValue.Parse(text);")]
    [InlineData("r.Headers.Authorization = [|new AuthenticationHeaderValue(\"Bearer \" + token)|];", "r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);")]
    [InlineData("r.Headers.Authorization = [|new AuthenticationHeaderValue($\"Bearer {token}\")|];", "r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);")]
    [InlineData("r.Headers.Authorization = [|new AuthenticationHeaderValue(\"Bearer \", token)|];", "r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);")]
    [InlineData("var h = [|new AuthenticationHeaderValue(\"Bearer \", token)|]; c.DefaultRequestHeaders.Authorization = h;", "var h = new AuthenticationHeaderValue(\"Bearer\", token); c.DefaultRequestHeaders.Authorization = h;")]
    [InlineData("[|r.Headers.Add(\"Authorization\", answer.AccessToken)|];", "r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", answer.AccessToken);")]
    [InlineData("[|r.Headers.TryAddWithoutValidation(\"Authorization\", json.GetProperty(\"access_token\").GetString())|];", "r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", json.GetProperty(\"access_token\").GetString());")]
    [InlineData("r.Headers.Authorization = [|new AuthenticationHeaderValue(answer.AccessToken)|];", "r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", answer.AccessToken);")]
    public Task Bearer_in_a_wrong_form_on_a_request_to_Adobe_Reported_and_corrected(string before, string after) => Fix(Sending(before), Sending(after));

    [Theory]
    [InlineData("r.Headers.Authorization = [|new AuthenticationHeaderValue(\"Bearer\", null)|];")]
    [InlineData("r.Headers.Authorization = [|new AuthenticationHeaderValue(\"Bearer\")|];")]
    [InlineData("[|r.Headers.TryAddWithoutValidation(\"Authorization\", \"Bearer \" + token + \"\\n\")|];")]
    [InlineData("r.Headers.Authorization = [|new AuthenticationHeaderValue(\"Bearer\", token + \"\\r\\n\")|];")]
    public Task Bearer_whose_right_form_cannot_be_told_Reported_without_a_fix(string statement) => NoFix(Sending(statement));

    [Theory]
    [InlineData("r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);")]
    [InlineData("r.Headers.Authorization = AuthenticationHeaderValue.Parse(\"Bearer \" + token);")]
    [InlineData("r.Headers.Add(\"Authorization\", \"Bearer \" + token);")]
    [InlineData("r.Headers.Add(\"Authorization\", token);")]
    [InlineData("r.Headers.Add(\"Authorization\", \"Bearer \" + answer.AccessToken);")]
    [InlineData("r.Headers.TryAddWithoutValidation(\"Authorization\", $\"Bearer {token}\");")]
    [InlineData("r.Headers.Authorization = string.IsNullOrEmpty(token) ? null : new AuthenticationHeaderValue(\"Bearer\", token);")]
    [InlineData("r.Headers.Authorization = new AuthenticationHeaderValue(token, null);")]
    [InlineData("r.Headers.Add(\"X-Device-Info\", answer.AccessToken);")]
    public Task Bearer_in_a_right_or_unknown_form_Silent(string statement) => Silent(Sending(statement));

    [Theory]
    [InlineData("async Task M(HttpClient c, string token) { var r = new HttpRequestMessage(HttpMethod.Post, \"https://api.example.com/x\"); r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"Bearer \" + token); await c.SendAsync(r); }")]
    [InlineData("async Task M(HttpClient a, HttpClient b) { b.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", null); await a.PostAsync(Url, null); await b.GetAsync(\"https://api.example.com/\"); }")]
    [InlineData("AuthenticationHeaderValue M(string token) => new AuthenticationHeaderValue(\"Bearer \" + token);")]
    public Task Wrong_bearer_of_another_service_Silent(string members) => Silent(members);

    [Fact]
    public Task Wrong_bearer_in_the_handler_of_the_client_Reported() => Fix(
        "class Auth : DelegatingHandler { public string Token; protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken t) { r.Headers.Authorization = [|new AuthenticationHeaderValue(\"Bearer\", \"Bearer \" + Token)|]; return base.SendAsync(r, t); } } Task M() => new HttpClient(new Auth()).PostAsync(Url, null);",
        "class Auth : DelegatingHandler { public string Token; protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken t) { r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", Token); return base.SendAsync(r, t); } } Task M() => new HttpClient(new Auth()).PostAsync(Url, null);");

    /// <summary>Known miss: how long the value is cannot be told, and a short one has no break.</summary>
    [Fact]
    public Task Base64_with_line_breaks_of_unknown_length_Silent() => Silent(Sending("r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", Convert.ToBase64String(Encoding.UTF8.GetBytes(token), Base64FormattingOptions.InsertLineBreaks));"));

    /// <summary>Known miss: a variable of that name may hold the scheme as well.</summary>
    [Fact]
    public Task Parameter_named_access_token_Silent() => Silent("async Task M(HttpClient c, string accessToken) { c.DefaultRequestHeaders.Add(\"Authorization\", accessToken); await c.PostAsync(Url, null); }");
}
