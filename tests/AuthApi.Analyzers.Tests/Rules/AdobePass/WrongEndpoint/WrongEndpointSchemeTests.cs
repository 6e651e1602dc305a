using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint.WrongEndpointAnalyzer, AuthApi.Analyzers.CodeFixes.Rules.AdobePass.WrongEndpoint.WrongEndpointCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.WrongEndpoint;

public class WrongEndpointSchemeTests
{
    [Theory]
    [InlineData("public Task M() => http.GetAsync(\"{|AUTH1006:http://|}api.auth.adobe.com/api/v1/checkauthn\");")]
    [InlineData("public Task M(string p) => http.GetAsync($\"{|AUTH1006:http://|}sp.auth-staging.adobe.com/api/v1/checkauthn?deviceId={p}\");")]
    [InlineData("const string Root = \"{|AUTH1006:http://|}api.auth.adobe.com\"; public Task M() => http.GetAsync(Root + \"/api/v1/checkauthn\"); public Task N() => http.GetAsync(Root + \"/api/v1/authorize\");")]
    [InlineData("readonly HttpClient api = new HttpClient { BaseAddress = new Uri(\"{|AUTH1006:http://|}api.auth.adobe.com/\") };")]
    [InlineData("readonly Uri root; public Client(string p) { root = new Uri(p ?? \"{|AUTH1006:http://|}mgmt.auth.adobe.com/\"); }")]
    [InlineData("static string Root(bool test) => test ? \"{|AUTH1006:http://|}api.auth-staging.adobe.com\" : \"https://api.auth.adobe.com\"; public Task M() => http.GetAsync(Root(true) + \"/api/v1/checkauthn\");")]
    [InlineData("const string Host = \"api.auth.adobe.com\"; public Task M() => http.GetAsync(\"{|AUTH1006:http://|}\" + Host + \"/api/v1/checkauthn\");")]
    [InlineData("public string Address { get; set; } = \"{|AUTH1006:http://|}api.auth.adobe.com\"; public HttpRequestMessage Make() => new HttpRequestMessage(HttpMethod.Get, Address);")]
    public Task Address_without_TLS_Corrected(string members) =>
        Verify.VerifyCodeFixAsync(InClass(members), InClass(members.Replace("{|AUTH1006:http://|}", "https://")));

    [Theory]
    [InlineData("public Task M() => http.GetAsync(\"https://api.auth.adobe.com/api/v1/checkauthn\");")]
    [InlineData("public System.Xml.Linq.XNamespace N = \"http://saml.sp.auth.adobe.com\";")]
    [InlineData("public const string EntityId = \"http://saml.sp.auth.adobe.com\";")]
    [InlineData("public System.Xml.Linq.XNamespace N = \"http://sp.auth.adobe.com/schema\";")]
    [InlineData("public const string EntityId = \"http://sp.auth.adobe.com/adobe-services/\"; public bool Is(string id) => id == EntityId;")]
    [InlineData("public bool Is(string url) => url.StartsWith(\"http://api.auth.adobe.com\");")]
    [InlineData("public string Secure(string url) => url.Replace(\"http://api.auth.adobe.com\", \"https://api.auth.adobe.com\");")]
    [InlineData("public void M() => Console.WriteLine(\"http://api.auth.adobe.com/api/v1/checkauthn\");")]
    [InlineData("public Uri M() => new Uri(\"http://entitlement.auth.adobe.com/environment.html\");")]
    [InlineData("public Uri M() => new Uri(\"http://localhost:8080/api/v1/checkauthn\");")]
    [InlineData("public Uri M() => new Uri(\"http://api.auth.adobe.com.example.org/\");")]
    [InlineData("[Obsolete(\"http://api.auth.adobe.com/\")] public void M() { }")]
    public Task No_address_or_another_host_Silent(string members) => Verify.VerifyAnalyzerAsync(InClass(members));
}
