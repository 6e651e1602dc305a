using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint.WrongEndpointAnalyzer, AuthApi.Analyzers.CodeFixes.Rules.AdobePass.WrongEndpoint.WrongEndpointCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.WrongEndpoint;

public class WrongEndpointJoinTests
{
    private static string With(string baseAddress, string statements) =>
        InClass($"readonly HttpClient api = new HttpClient {{ BaseAddress = new Uri(\"{baseAddress}\") }}; public async Task M(string p) {{ {statements} }}");

    [Theory]
    [InlineData("HOSTapi/v1/", "await api.GetAsync(\"{|AUTH1006:/checkauthn|}?requestor=R\");", "HOSTapi/v1/", "await api.GetAsync(\"checkauthn?requestor=R\");")]
    [InlineData("HOSTapi/v1", "await api.GetAsync(\"{|AUTH1006:checkauthn|}?requestor=R\");", "HOSTapi/v1/", "await api.GetAsync(\"checkauthn?requestor=R\");")]
    [InlineData("HOSTapi/v1", "await api.GetAsync($\"{|AUTH1006:/tokens/authn|}?deviceId={p}\"); await api.GetAsync(\"{|AUTH1006:checkauthn|}\");", "HOSTapi/v1/", "await api.GetAsync($\"tokens/authn?deviceId={p}\"); await api.GetAsync(\"checkauthn\");")]
    [InlineData("HOSTreggie/v1/REQ/", "await api.PostAsync(\"{|AUTH1006:/regcode|}\", null);", "HOSTreggie/v1/REQ/", "await api.PostAsync(\"regcode\", null);")]
    [InlineData("HOSTapi/v2/REQ", "await api.PostAsync(\"{|AUTH1006:sessions|}\", null);", "HOSTapi/v2/REQ/", "await api.PostAsync(\"sessions\", null);")]
    [InlineData("HOSTapi/v1/", "await api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, \"{|AUTH1006:/logout|}\"));", "HOSTapi/v1/", "await api.SendAsync(new HttpRequestMessage(HttpMethod.Delete, \"logout\"));")]
    public Task Join_that_loses_a_segment_Corrected(string baseAddress, string before, string right, string after) =>
        Verify.VerifyCodeFixAsync(With(baseAddress, before), With(right, after));

    [Theory]
    [InlineData("HOSTapi/v1/", "await api.GetAsync(\"checkauthn\");")]
    [InlineData("HOSTapi/v1/", "await api.GetAsync(\"./checkauthn\");")]
    [InlineData("HOSTapi/v1/", "await api.GetAsync(\"/api/v1/checkauthn\"); await api.PostAsync(\"/reggie/v1/REQ/regcode\", null);")]
    [InlineData("HOSTapi/v1", "await api.GetAsync(\"v1/checkauthn\");")]
    [InlineData("https://api.auth.adobe.com", "await api.GetAsync(\"/api/v1/checkauthn\"); await api.GetAsync(\"api/v1/checkauthn\");")]
    [InlineData("HOSTapi/v1/", "await api.GetAsync(\"HOSTapi/v1/checkauthn\");")]
    [InlineData("https://gateway.example.com/pass/", "await api.GetAsync(\"/checkauthn\");")]
    [InlineData("HOSTapi/v1/", "await api.GetAsync(p); await api.GetAsync(\"/\" + p);")]
    public Task Right_join_Silent(string baseAddress, string statements) => Verify.VerifyAnalyzerAsync(With(baseAddress, statements));

    [Fact]
    public Task Registered_client_Corrected() => Verify.VerifyCodeFixAsync(Registered("https://api.auth.adobe.com/api/v1", "{|AUTH1006:checkauthn|}"), Registered("https://api.auth.adobe.com/api/v1/", "checkauthn"));

    private static string Registered(string baseAddress, string path) => Usings + $$"""
        public class AdobeClient
        {
            private readonly HttpClient http;
            public AdobeClient(HttpClient http) => this.http = http;
            public Task<HttpResponseMessage> Check() => http.GetAsync("{{path}}");
        }
        public static class Startup
        {
            public static void Configure(IServiceCollection services) => services.AddHttpClient<AdobeClient>(c => c.BaseAddress = new Uri("{{baseAddress}}"));
        }
        """;

    [Fact]
    public Task Message_shows_both_parts_and_what_becomes_of_them() => Verify.VerifyAnalyzerAsync(
        With("HOSTapi/v1/", "await api.GetAsync(\"{|#0:{|#1:/|}checkauthn|}\");"),
        Verify.Diagnostic(Descriptors.WrongEndpoint).WithLocation(0).WithLocation(1).WithArguments(
            "/checkauthn",
            "joined with the base address 'https://api.auth.adobe.com/api/v1/' is 'https://api.auth.adobe.com/checkauthn', which Adobe Pass answers 404",
            "write it without the leading '/'"));

    [Fact]
    public Task Base_address_chosen_at_run_time_with_one_right_pair_Silent() => Verify.VerifyAnalyzerAsync(InClass("""
        readonly HttpClient api = new HttpClient();
        public Client(bool old) { if (old) api.BaseAddress = new Uri("HOSTapi/v1/"); else api.BaseAddress = new Uri("HOST"); }
        public Task M() => api.GetAsync("api/v1/checkauthn");
        """));
}
