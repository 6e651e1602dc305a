using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.MixedEnvironments.MixedEnvironmentsAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MixedEnvironments.MixedEnvironmentsCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MixedEnvironments;

public class MixedEnvironmentsTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;

        """;

    private const string Hosts = "public static class Hosts { public const string Production = \"https://api.auth.adobe.com\"; public const string Staging = \"https://api.auth-staging.adobe.com\"; } ";

    private static string Source(string members) => Usings + Hosts + $"public class Client {{ readonly HttpClient http = new HttpClient(); {members} }}";

    private static Task InClass(string members) => Verify.VerifyAnalyzerAsync(Source(members).Replace("{|H:", "{|AUTH1005:"));

    private static Task Fixed(string before, string after) => Verify.VerifyCodeFixAsync(Source(before).Replace("{|H:", "{|AUTH1005:"), Source(after));

    [Theory]
    [InlineData("public async Task M(string code, string d) { await http.PostAsync($\"https://api.auth.adobe.com/reggie/v1/REQ/regcode?deviceId={d}\", null); await http.GetAsync($\"https://{|H:api.auth-staging.adobe.com|}/api/v1/checkauthn/{code}?requestor=REQ\"); }")]
    [InlineData("public async Task M(string d) { await http.GetAsync(\"https://sp.auth-staging.adobe.com/api/v1/tokens/authn?requestor=REQ&deviceId=\" + d); await http.GetAsync(\"https://{|H:api.auth.adobe.com|}/api/v1/authorize?requestor=REQ&resource=R&deviceId=\" + d); }")]
    [InlineData("public async Task M(string c) { await http.PostAsync(Hosts.Production + \"/api/v2/REQ/sessions\", null); await http.GetAsync({|H:Hosts.Staging|} + \"/api/v2/REQ/profiles/code/\" + c); }")]
    [InlineData("public async Task M(string c) { await http.PostAsync($\"{Hosts.Production}/api/v2/REQ/sessions\", null); await http.GetAsync($\"{{|H:Hosts.Staging|}}/api/v2/REQ/profiles/code/{c}\"); }")]
    [InlineData("public async Task M(string d) { await http.PostAsync($\"https://api.auth.adobe.com/reggie/v1/REQ/regcode?deviceId={d}\", null); await http.GetAsync($\"https://{|H:sp-preprod.auth.adobe.com|}/api/v1/checkauthn?requestor=REQ&deviceId={d}\"); }")]
    [InlineData("public async Task M(string d) { await http.PostAsync($\"https://api.auth.adobe.com/reggie/v1/REQ/regcode?deviceId={d}\", null); await http.GetAsync($\"https://{|H:sp-prequal.auth.adobe.com|}/api/v1/checkauthn?requestor=REQ&deviceId={d}\"); }")]
    public Task Two_environments_in_one_method_Reported(string members) => InClass(members);

    [Theory]
    [InlineData("readonly string deviceId = \"d\"; public Task A() => http.PostAsync($\"https://api.auth.adobe.com/reggie/v1/REQ/regcode?deviceId={deviceId}\", null); public Task B() => http.GetAsync($\"https://{|H:api.auth-staging.adobe.com|}/api/v1/checkauthn?requestor=REQ&deviceId={deviceId}\");")]
    [InlineData("public Task A() => http.PostAsync(\"https://api.auth.adobe.com/api/v2/REQ/sessions\", null); public Task B(string code) => http.GetAsync($\"https://{|H:api.auth-staging.adobe.com|}/api/v2/REQ/profiles/code/{code}\");")]
    [InlineData("public Task A(string d) => http.PostAsync(\"https://api.auth.adobe.com/reggie/v1/REQ/regcode?deviceId=\" + Uri.EscapeDataString(d), null); public string Login(string code) => $\"https://{|H:api.auth-staging.adobe.com|}/api/v1/authenticate?reg_code={code}&requestor_id=REQ\";")]
    public Task Two_environments_in_calls_of_a_type_about_one_code_or_device_Reported(string members) => InClass(members);

    [Fact]
    public Task An_absolute_address_beside_the_base_address_Reported() => Verify.VerifyAnalyzerAsync(Usings + """
        public class Client
        {
            readonly HttpClient http;
            public Client() => http = new HttpClient { BaseAddress = new Uri("https://api.auth.adobe.com/") };
            public async Task M(string code)
            {
                await http.PostAsync("api/v2/REQ/sessions", null);
                await http.GetAsync($"https://{|AUTH1005:api.auth-staging.adobe.com|}/api/v2/REQ/profiles/code/{code}");
            }
        }
        """);

    [Fact]
    public Task Defaults_of_options_that_contradict_each_other_Reported() => Verify.VerifyAnalyzerAsync(Usings + """
        public class PassOptions
        {
            public string Codes { get; set; } = "https://api.auth.adobe.com";
            public string Tokens { get; set; } = "https://api.auth-staging.adobe.com";
        }
        public class Client
        {
            readonly HttpClient http = new HttpClient();
            readonly PassOptions options;
            public Client(PassOptions options) => this.options = options;
            public async Task M(string d)
            {
                await http.PostAsync(options.Codes + "/reggie/v1/REQ/regcode?deviceId=" + d, null);
                await http.GetAsync(options.Tokens.TrimEnd('/') + "/api/v1/tokens/authn?requestor=REQ&deviceId=" + d);
            }
        }
        """.Replace("= \"https://api.auth-staging.adobe.com\"", "= \"https://{|AUTH1005:api.auth-staging.adobe.com|}\""));

    [Fact]
    public Task The_host_passed_to_a_helper_Reported() => InClass("""
        Task<HttpResponseMessage> Get(string host, string path) => http.GetAsync("https://" + host + path);
        public async Task M(string d)
        {
            await Get("api.auth.adobe.com", "/api/v1/checkauthn?requestor=R&deviceId=" + d);
            await Get("{|H:api.auth-staging.adobe.com|}", "/api/v1/tokens/media?requestor=R&resource=r&deviceId=" + d);
        }
        """);

    [Theory]
    [InlineData("public async Task M(string d) { await http.PostAsync($\"https://api.auth.adobe.com/reggie/v1/REQ/regcode?deviceId={d}\", null); await http.GetAsync($\"https://api.auth.adobe.com/api/v1/checkauthn?requestor={|H:OTHER|}&deviceId={d}\"); }")]
    [InlineData("public async Task M(string d) { await http.PostAsync($\"https://api.auth.adobe.com/reggie/v1/a/regcode?deviceId={d}\", null); await http.GetAsync($\"https://api.auth.adobe.com/api/v1/checkauthn?requestor={|H:e|}&deviceId={d}\"); }")]
    [InlineData("const string A = \"REQ\", B = \"OTHER\"; public Task Code(string d) => http.PostAsync($\"https://api.auth.adobe.com/reggie/v1/{A}/regcode?deviceId={d}\", null); public Task Check(string code) => http.GetAsync($\"https://api.auth.adobe.com/api/v1/checkauthn/{code}?requestor={{|H:B|}}\");")]
    public Task Two_requestors_about_one_code_or_device_Reported(string members) => InClass(members);

    [Theory]
    // One environment under two names.
    [InlineData("public async Task M(string d) { await http.PostAsync($\"https://api.auth.adobe.com/reggie/v1/REQ/regcode?deviceId={d}\", null); await http.GetAsync($\"https://sp.auth.adobe.com/api/v1/checkauthn?requestor=REQ&deviceId={d}\"); }")]
    // A choice at run time.
    [InlineData("public async Task M(string d, bool staging) { var host = staging ? Hosts.Staging : Hosts.Production; await http.PostAsync(host + \"/api/v2/REQ/sessions\", null); await http.GetAsync(Hosts.Production + \"/api/v2/REQ/profiles/code/\" + d); }")]
    [InlineData("public async Task M(string c, string environment) { if (environment == \"staging\") { await http.PostAsync(Hosts.Staging + \"/api/v2/REQ/sessions\", null); } await http.GetAsync(Hosts.Production + \"/api/v2/REQ/profiles/code/\" + c); }")]
    [InlineData("public async Task M(string c, bool first) { if (first) { await http.PostAsync(Hosts.Staging + \"/api/v2/REQ/sessions\", null); } else { await http.GetAsync(Hosts.Production + \"/api/v2/REQ/profiles/code/\" + c); } }")]
    [InlineData("readonly Dictionary<string, string> hosts = new() { [\"p\"] = Hosts.Production, [\"s\"] = Hosts.Staging }; public async Task M(string c, string e) { await http.PostAsync(hosts[e] + \"/api/v2/REQ/sessions\", null); await http.GetAsync(hosts[e] + \"/api/v2/REQ/profiles/code/\" + c); }")]
    [InlineData("public enum Env { P, S } string Host(Env e) => e switch { Env.P => Hosts.Production, _ => Hosts.Staging }; public async Task M(string c, Env e) { await http.PostAsync(Host(e) + \"/api/v2/REQ/sessions\", null); await http.GetAsync(Host(e) + \"/api/v2/REQ/profiles/code/\" + c); }")]
    [InlineData("readonly string host; public Client(bool staging) { if (staging) { host = Hosts.Staging; } else { host = Hosts.Production; } } public async Task M(string c) { await http.PostAsync(host + \"/api/v2/REQ/sessions\", null); await http.GetAsync(host + \"/api/v2/REQ/profiles/code/\" + c); }")]
    [InlineData("public async Task M(string c, IConfiguration config) { await http.PostAsync(config[\"Codes\"] + \"/reggie/v1/REQ/regcode\", null); await http.GetAsync(Hosts.Staging + \"/api/v1/checkauthn/\" + c); }")]
    [InlineData("public async Task M(string c, IConfiguration config) { await http.PostAsync((config[\"Codes\"] ?? Hosts.Production) + \"/reggie/v1/REQ/regcode\", null); await http.GetAsync(Hosts.Staging + \"/api/v1/checkauthn/\" + c); }")]
    // Code that looks at all environments.
    [InlineData("public async Task CheckHealth(string c) { await http.GetAsync(Hosts.Production + \"/api/v2/REQ/profiles/code/\" + c); await http.GetAsync(Hosts.Staging + \"/api/v2/REQ/sessions/\" + c); }")]
    [InlineData("public async Task M(string c) { foreach (var host in new[] { Hosts.Production, Hosts.Staging }) await http.GetAsync(host + \"/api/v2/REQ/profiles/code/\" + c); }")]
    [InlineData("public async Task M(string c) { await http.GetAsync(Hosts.Production + \"/api/v2/REQ/profiles/code/\" + c); await http.GetAsync(Hosts.Staging + \"/api/v2/REQ/profiles/code/\" + c); }")]
    // Nothing of a code or device: the list of MVPDs, the registration of the client.
    [InlineData("public async Task M(string d) { await http.GetAsync(Hosts.Production + \"/api/v1/config/REQ\"); await http.GetAsync(Hosts.Staging + \"/api/v1/checkauthn?requestor=REQ&deviceId=\" + d); }")]
    // Calls of one type that share nothing.
    [InlineData("public Task A(string first) => http.GetAsync(Hosts.Production + \"/api/v1/checkauthn?requestor=REQ&deviceId=\" + first); public Task B(string second) => http.GetAsync(Hosts.Staging + \"/api/v1/tokens/authn?requestor=REQ&deviceId=\" + second);")]
    // Variants of one call for both environments.
    [InlineData("public Task ProductionCode(string d) => http.PostAsync(Hosts.Production + \"/reggie/v1/REQ/regcode?deviceId=\" + d, null); public Task StagingCode(string d) => http.PostAsync(Hosts.Staging + \"/reggie/v1/REQ/regcode?deviceId=\" + d, null); public Task Check(string d) => http.GetAsync(Hosts.Production + \"/api/v1/checkauthn?requestor=REQ&deviceId=\" + d);")]
    // Other services, and hosts that are only mentioned.
    [InlineData("public async Task M(string d) { await http.GetAsync(\"https://api.example.com/api/v1/checkauthn?deviceId=\" + d); await http.GetAsync(Hosts.Staging + \"/api/v1/tokens/authn?requestor=REQ&deviceId=\" + d); }")]
    [InlineData("public async Task M(string d) { Console.WriteLine(\"not https://api.auth.adobe.com/api/v1/checkauthn\"); await http.GetAsync(Hosts.Staging + \"/api/v1/tokens/authn?requestor=REQ&deviceId=\" + d); }")]
    [InlineData("public async Task M(string d) { await http.GetAsync(\"https://mgmt.auth.adobe.com/reset-tempass/v2/reset?device_id=\" + d); await http.GetAsync(Hosts.Staging + \"/api/v1/tokens/authn?requestor=REQ&deviceId=\" + d); }")]
    // Requestors: unknown, of several brands by the same call, or without a shared code or device.
    [InlineData("public async Task M(string d, string r) { await http.PostAsync($\"https://api.auth.adobe.com/reggie/v1/REQ/regcode?deviceId={d}\", null); await http.GetAsync($\"https://api.auth.adobe.com/api/v1/checkauthn?requestor={r}&deviceId={d}\"); }")]
    [InlineData("public async Task M(string d) { await http.GetAsync($\"https://api.auth.adobe.com/api/v1/checkauthn?requestor=ONE&deviceId={d}\"); await http.GetAsync($\"https://api.auth.adobe.com/api/v1/checkauthn?requestor=TWO&deviceId={d}\"); }")]
    [InlineData("public async Task M(string a, string b) { await http.GetAsync($\"https://api.auth.adobe.com/api/v1/tokens/authn?requestor=ONE&deviceId={a}\"); await http.GetAsync($\"https://api.auth.adobe.com/api/v1/checkauthn?requestor=TWO&deviceId={b}\"); }")]
    public Task One_environment_or_a_deliberate_choice_Silent(string members) => InClass(members);

    [Fact]
    public Task A_choice_by_the_preprocessor_Silent() => InClass("""
        public async Task M(string c)
        {
        #if RELEASE
            await http.PostAsync(Hosts.Production + "/api/v2/REQ/sessions", null);
        #else
            await http.PostAsync(Hosts.Staging + "/api/v2/REQ/sessions", null);
        #endif
            await http.GetAsync(Hosts.Production + "/api/v2/REQ/profiles/code/" + c);
        }
        """);

    [Fact]
    public Task Known_miss_a_token_of_the_other_environment() => InClass(
        "public async Task M(string d) { await http.PostAsync(Hosts.Production + \"/o/client/token\", null); await http.PostAsync(Hosts.Staging + \"/api/v2/REQ/sessions\", null); }");

    [Fact]
    public Task The_host_in_a_literal_is_exchanged() => Fixed(
        "public async Task M(string c) { await http.PostAsync(\"https://api.auth.adobe.com/api/v2/REQ/sessions\", null); await http.GetAsync($\"https://{|H:api.auth-staging.adobe.com|}/api/v2/REQ/profiles/code/{c}\"); await http.GetAsync(\"https://{|H:sp.auth-staging.adobe.com|}/api/v2/REQ/sessions/\" + c); }",
        "public async Task M(string c) { await http.PostAsync(\"https://api.auth.adobe.com/api/v2/REQ/sessions\", null); await http.GetAsync($\"https://api.auth.adobe.com/api/v2/REQ/profiles/code/{c}\"); await http.GetAsync(\"https://sp.auth.adobe.com/api/v2/REQ/sessions/\" + c); }");

    [Fact]
    public Task The_constant_is_exchanged_for_the_other_constant() => Fixed(
        "public async Task M(string c) { await http.PostAsync(Hosts.Production + \"/api/v2/REQ/sessions\", null); await http.GetAsync({|H:Hosts.Staging|} + \"/api/v2/REQ/profiles/code/\" + c); }",
        "public async Task M(string c) { await http.PostAsync(Hosts.Production + \"/api/v2/REQ/sessions\", null); await http.GetAsync(Hosts.Production + \"/api/v2/REQ/profiles/code/\" + c); }");

    [Fact]
    public Task The_constant_is_corrected_where_no_other_has_the_address() => Fixed(
        "const string Poll = \"https://api.auth-staging.adobe.com/api/v2/REQ/profiles/code/\"; public async Task M(string c) { await http.PostAsync(\"https://api.auth.adobe.com/api/v2/REQ/sessions\", null); await http.GetAsync($\"{{|H:Poll|}}{c}\"); }",
        "const string Poll = \"https://api.auth.adobe.com/api/v2/REQ/profiles/code/\"; public async Task M(string c) { await http.PostAsync(\"https://api.auth.adobe.com/api/v2/REQ/sessions\", null); await http.GetAsync($\"{Poll}{c}\"); }");

    [Fact]
    public Task No_fix_is_offered_for_requestors()
    {
        var source = Source("public async Task M(string d) { await http.PostAsync($\"https://api.auth.adobe.com/reggie/v1/REQ/regcode?deviceId={d}\", null); await http.GetAsync($\"https://api.auth.adobe.com/api/v1/checkauthn?requestor={|AUTH1005:OTHER|}&deviceId={d}\"); }");
        return Verify.VerifyCodeFixAsync(source, source);
    }
}
