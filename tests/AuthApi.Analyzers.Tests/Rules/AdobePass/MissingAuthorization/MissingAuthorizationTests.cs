using AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization.MissingAuthorizationAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

public class MissingAuthorizationTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private const string Url = "\"https://api.auth.adobe.com/reggie/v1/REQ/regcode\"";

    private static Task InClass(string members) => Verify.VerifyAnalyzerAsync(Usings + $"public class Client {{ const string Url = {Url}; {members} }}");

    private static Task InProgram(string source) => Verify.VerifyAnalyzerAsync(Usings + source);

    [Theory]
    [InlineData("public Task<HttpResponseMessage> M() => [|new HttpClient().PostAsync(Url, null)|];")]
    [InlineData("public async Task M(HttpContent c) { using var client = new HttpClient(); await [|client.PostAsync(Url, c)|]; }")]
    [InlineData("readonly HttpClient client = new HttpClient(); public Task M() => [|client.PostAsJsonAsync(Url, 1)|];")]
    [InlineData("static readonly HttpClient client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) }; public Task M() => [|client.PostAsync(Url, null)|];")]
    [InlineData("readonly HttpClient client; public Client(HttpClient client) => this.client = client; public Task M() => [|client.PostAsync(Url, null)|];")]
    [InlineData("readonly HttpClient client; public Client(IHttpClientFactory f) => client = f.CreateClient(); public Task M() => [|client.PostAsync(Url, null)|];")]
    [InlineData("public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.Add(\"X-Device-Info\", \"x\"); await [|client.SendAsync(r)|]; }")]
    [InlineData("public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url); await [|client.SendAsync(r)|]; r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"t\"); }")]
    [InlineData("public async Task M(HttpClient client, HttpRequestMessage other) { var r = new HttpRequestMessage(HttpMethod.Post, Url); other.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"t\"); await [|client.SendAsync(r)|]; }")]
    [InlineData("public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"t\"); r.Headers.Authorization = null; await [|client.SendAsync(r)|]; }")]
    [InlineData("public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.Add(\"Authorization\", \"t\"); r.Headers.Remove(\"Authorization\"); await [|client.SendAsync(r)|]; }")]
    [InlineData("public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.Add(\"Authorization\", \"t\"); r.Headers.Clear(); await [|client.SendAsync(r)|]; }")]
    [InlineData("public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.TryAddWithoutValidation(\"X-Authorization\", \"t\"); await [|client.SendAsync(r)|]; }")]
    [InlineData("public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.ProxyAuthorization = new AuthenticationHeaderValue(\"Bearer\", \"t\"); await [|client.SendAsync(r)|]; }")]
    [InlineData("public async Task M(HttpClient client, string token) { var header = new AuthenticationHeaderValue(\"Bearer\", token); Console.WriteLine(header); await [|client.PostAsync(Url, null)|]; }")]
    [InlineData("public async Task M(HttpClient client, string token) { var body = new FormUrlEncodedContent(new Dictionary<string, string> { [\"Authorization\"] = token }); await [|client.PostAsync(Url, body)|]; }")]
    [InlineData("public async Task M(HttpClient client, bool b) { var r = new HttpRequestMessage(HttpMethod.Post, Url); if (b) { await [|client.SendAsync(r)|]; } else { r.Headers.Add(\"Authorization\", \"x\"); await client.SendAsync(r); } }")]
    [InlineData("public async Task M(HttpClient client) { await [|client.PostAsync(\"https://api.auth.adobe.com/api/v2/REF/sessions\", null)|]; await [|client.PostAsync(\"https://api.auth.adobe.com/api/v2/REF/decisions/authorize/Cablevision\", null)|]; }")]
    [InlineData("public async Task M(HttpClient client, string sp, string mvpd) { await [|client.PostAsync($\"https://api.auth.adobe.com/api/v2/{sp}/decisions/preauthorize/{mvpd}\", null)|]; }")]
    [InlineData("public async Task M(HttpClient client, Func<HttpRequestMessage> make) { var r = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(\"\") }; await [|client.SendAsync(r, CancellationToken.None)|]; }")]
    public Task Nothing_sets_the_header_Reported(string members) => InClass(members);

    [Theory]
    [InlineData("public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"t\"); await client.SendAsync(r); }")]
    [InlineData("public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url) { Headers = { Authorization = new AuthenticationHeaderValue(\"Bearer\", \"t\") } }; await client.SendAsync(r); }")]
    [InlineData("public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url) { Headers = { { \"authorization\", \"t\" } } }; await client.SendAsync(r); }")]
    [InlineData("public async Task M(HttpClient client, string s) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.TryAddWithoutValidation(\"AUTHORIZATION\", s); await client.SendAsync(r); }")]
    [InlineData("public async Task M(HttpClient client, string s) { var r = new HttpRequestMessage(HttpMethod.Post, Url); var h = r.Headers; h.Add(\"Authorization\", s); await client.SendAsync(r); }")]
    [InlineData("public async Task M(HttpClient client, string s) { client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", s); await client.PostAsync(Url, null); }")]
    [InlineData("public async Task M(string s) { var client = new HttpClient(); client.DefaultRequestHeaders.TryAddWithoutValidation(\"Authorization\", s); await client.PostAsync(Url, null); }")]
    [InlineData("readonly HttpClient client; public Client(HttpClient c, string s) { client = c; client.DefaultRequestHeaders.Add(\"Authorization\", s); } public Task M() => client.PostAsync(Url, null);")]
    [InlineData("readonly HttpClient client = new HttpClient(); public void Login(string s) => client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", s); public Task M() => client.PostAsync(Url, null);")]
    [InlineData("static HttpClient Make(string s) { var c = new HttpClient(); c.DefaultRequestHeaders.Add(\"Authorization\", s); return c; } public Task M(string s) => Make(s).PostAsync(Url, null);")]
    [InlineData("static void Sign(HttpRequestMessage r) => r.Headers.TryAddWithoutValidation(\"Authorization\", \"x\"); public async Task M(HttpClient client) { var r = new HttpRequestMessage(HttpMethod.Post, Url); Sign(r); await client.SendAsync(r); }")]
    [InlineData("static HttpRequestMessage Sign(HttpRequestMessage r) { r.Headers.TryAddWithoutValidation(\"Authorization\", \"x\"); return r; } public Task M(HttpClient client) => client.SendAsync(Sign(new HttpRequestMessage(HttpMethod.Post, Url)));")]
    [InlineData("static HttpRequestMessage New() { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.TryAddWithoutValidation(\"Authorization\", \"x\"); return r; } public Task M(HttpClient client) => client.SendAsync(New());")]
    [InlineData("public async Task M(HttpClient client, bool b) { var r = new HttpRequestMessage(HttpMethod.Post, Url); if (b) r.Headers.Add(\"Authorization\", \"x\"); await client.SendAsync(r); }")]
    [InlineData("public async Task M(HttpClient client, string name) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.Add(name, \"x\"); await client.SendAsync(r); }")]
    [InlineData("public async Task M(HttpClient client) { var headers = new Dictionary<string, string> { [\"Authorization\"] = \"x\" }; var r = new HttpRequestMessage(HttpMethod.Post, Url); foreach (var h in headers) r.Headers.TryAddWithoutValidation(h.Key, h.Value); await client.SendAsync(r); }")]
    [InlineData("public async Task M(HttpClient client) { var headers = new Dictionary<string, string>(); headers.Add(\"Authorization\", \"x\"); var r = new HttpRequestMessage(HttpMethod.Post, Url); foreach (var (k, v) in headers) r.Headers.TryAddWithoutValidation(k, v); await client.SendAsync(r); }")]
    [InlineData("class Auth : DelegatingHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) { request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"t\"); return base.SendAsync(request, ct); } } public Task M() => new HttpClient(new Auth { InnerHandler = new HttpClientHandler() }).PostAsync(Url, null);")]
    [InlineData("public async Task M(HttpClient client, Action<HttpRequestMessage> sign) { var r = new HttpRequestMessage(HttpMethod.Post, Url); sign(r); await client.SendAsync(r); }")]
    [InlineData("public Task M(HttpClient client, HttpRequestMessage r) { r.Method = HttpMethod.Post; r.RequestUri = new Uri(Url); return client.SendAsync(r); }")]
    [InlineData("public Task M(HttpMessageHandler handler) => new HttpClient(handler).PostAsync(Url, null);")]
    [InlineData("class Api : HttpClient { public Api() { DefaultRequestHeaders.TryAddWithoutValidation(\"Authorization\", \"x\"); } } public Task M() => new Api().PostAsync(Url, null);")]
    public Task Something_sets_the_header_Silent(string members) => InClass(members);

    [Theory]
    [InlineData("public Task M(HttpClient client) => client.GetAsync(Url);")]
    [InlineData("public Task M(HttpClient client) => client.DeleteAsync(Url + \"/CODE\");")]
    [InlineData("public Task M(HttpClient client) => client.PostAsync(\"https://api.auth.adobe.com/o/client/register\", null);")]
    [InlineData("public Task M(HttpClient client) => client.PostAsync(\"https://api.auth.adobe.com/o/client/token\", null);")]
    [InlineData("public Task M(HttpClient client) => client.PostAsync(\"https://api.example.com/reggie/v1/REQ/regcode\", null);")]
    [InlineData("public Task M(HttpClient client) => client.PostAsync(\"https://api.example.com/api/v2/x/sessions\", null);")]
    [InlineData("public Task M(HttpClient client) => client.PostAsync(\"/api/v2/x/sessions\", null);")]
    [InlineData("public Task M(Client client) => client.PostAsync(Url, null); Task PostAsync(string url, object o) => null;")]
    [InlineData("public void M() { Console.WriteLine(\"POST \" + Url); }")]
    public Task Not_such_a_request_Silent(string members) => InClass(members);

    [Fact]
    public Task Registered_typed_client_without_header_Reported() => InProgram("""
        public class AdobeClient
        {
            private readonly HttpClient http;
            public AdobeClient(HttpClient http) => this.http = http;
            public Task Register() => [|http.PostAsync("reggie/v1/REQ/regcode", null)|];
        }
        public static class Startup
        {
            public static void Configure(IServiceCollection services) =>
                services.AddHttpClient<AdobeClient>(c => c.BaseAddress = new Uri("https://api.auth.adobe.com/"));
        }
        """);

    [Theory]
    [InlineData("services.AddHttpClient<AdobeClient>(c => c.DefaultRequestHeaders.Add(\"Authorization\", \"x\"));")]
    [InlineData("services.AddHttpClient<AdobeClient>().ConfigureHttpClient(c => c.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", \"x\"));")]
    [InlineData("services.AddHttpClient<AdobeClient>().AddHttpMessageHandler<Auth>();")]
    [InlineData("services.AddHttpClient<AdobeClient>().AddHttpMessageHandler(() => new Auth());")]
    [InlineData("var builder = services.AddHttpClient<AdobeClient>(); builder.AddHttpMessageHandler<Auth>();")]
    [InlineData("services.AddHttpClient<AdobeClient>().ConfigurePrimaryHttpMessageHandler(() => new Auth { InnerHandler = new HttpClientHandler() });")]
    [InlineData("services.ConfigureHttpClientDefaults(b => b.AddHttpMessageHandler<Auth>());")]
    [InlineData("services.AddSingleton(new AdobeClient(new HttpClient(new Auth())));")]
    [InlineData("services.AddTransient<Auth>();")]
    public Task Registration_supplies_the_header_Silent(string registration) => InProgram($$"""
        public class AdobeClient
        {
            private readonly HttpClient http;
            public AdobeClient(HttpClient http) => this.http = http;
            public Task Register() => http.PostAsync("https://api.auth.adobe.com/reggie/v1/REQ/regcode", null);
        }
        public class Auth : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
            {
                request.Headers.TryAddWithoutValidation("Authorization", "x");
                return base.SendAsync(request, ct);
            }
        }
        public static class Startup
        {
            public static void Configure(IServiceCollection services) { {{registration}} }
        }
        """);

    // The helpers of the program, by which it registers and configures its clients.
    private const string RegistrationHelpers = """
        public class Auth : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
            {
                request.Headers.TryAddWithoutValidation("Authorization", "x");
                return base.SendAsync(request, ct);
            }
        }
        public class Trace : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
            {
                request.Headers.TryAddWithoutValidation("X-Trace", "x");
                return base.SendAsync(request, ct);
            }
        }
        public class OtherClient { public OtherClient(HttpClient http) { } }
        public static class Helpers
        {
            public static IHttpClientBuilder AddAdobe(this IServiceCollection services) => services.AddHttpClient<AdobeClient>();
            public static IHttpClientBuilder AddSigned<T>(this IServiceCollection services) where T : class => services.AddHttpClient<T>().AddHttpMessageHandler<Auth>();
            public static IHttpClientBuilder AddTraced<T>(this IServiceCollection services) where T : class => services.AddHttpClient<T>().AddHttpMessageHandler<Trace>();
            public static IHttpClientBuilder Sign(this IHttpClientBuilder builder) => builder.AddHttpMessageHandler(() => new Auth());
            public static IHttpClientBuilder Defaults(this IHttpClientBuilder builder) => builder.ConfigureHttpClient(c => c.DefaultRequestHeaders.Add("Authorization", "x"));
            public static IHttpClientBuilder Both(this IHttpClientBuilder builder) { builder.Observe<Trace>(); return builder.Sign(); }
            public static IHttpClientBuilder Observe<THandler>(this IHttpClientBuilder builder) where THandler : DelegatingHandler => builder.AddHttpMessageHandler<THandler>();
            public static void Plain(IHttpClientBuilder builder) { builder.AddHttpMessageHandler<Auth>(); }
            public static void Nothing(IHttpClientBuilder builder) { builder.AddHttpMessageHandler<Trace>(); }
        }

        """;

    [Theory]
    [InlineData("services.AddSigned<AdobeClient>();")]
    [InlineData("services.AddAdobe().AddHttpMessageHandler<Auth>();")]
    [InlineData("var builder = services.AddAdobe(); builder.Sign();")]
    [InlineData("services.AddHttpClient<AdobeClient>().Sign();")]
    [InlineData("services.AddHttpClient<AdobeClient>().Defaults();")]
    [InlineData("services.AddHttpClient<AdobeClient>().Both();")]
    [InlineData("services.AddHttpClient<AdobeClient>().Observe<Auth>();")]
    [InlineData("Helpers.Plain(services.AddHttpClient<AdobeClient>());")]
    public Task Registration_by_helpers_supplies_the_header_Silent(string registration) => InProgram(RegistrationHelpers + $$"""
        public class AdobeClient { private readonly HttpClient http; public AdobeClient(HttpClient http) => this.http = http; public Task Register() => http.PostAsync("https://api.auth.adobe.com/reggie/v1/REQ/regcode", null); }
        public static class Startup { public static void Configure(IServiceCollection services) { {{registration}} } }
        """);

    [Theory]
    [InlineData("services.AddTraced<AdobeClient>(); services.AddSigned<OtherClient>();")]
    [InlineData("services.AddAdobe().AddHttpMessageHandler<Trace>();")]
    [InlineData("services.AddHttpClient<AdobeClient>(); services.AddHttpClient<OtherClient>().Sign();")]
    [InlineData("services.AddHttpClient<AdobeClient>().Observe<Trace>(); services.AddHttpClient<OtherClient>().Observe<Auth>();")]
    [InlineData("Helpers.Nothing(services.AddHttpClient<AdobeClient>()); Helpers.Plain(services.AddHttpClient<OtherClient>());")]
    public Task Registration_by_helpers_of_other_clients_or_handlers_Reported(string registration) => InProgram(RegistrationHelpers + $$"""
        public class AdobeClient { private readonly HttpClient http; public AdobeClient(HttpClient http) => this.http = http; public Task Register() => [|http.PostAsync("https://api.auth.adobe.com/reggie/v1/REQ/regcode", null)|]; }
        public static class Startup { public static void Configure(IServiceCollection services) { {{registration}} } }
        """);

    [Theory]
    [InlineData("[FromKeyedServices(\"signed\")] HttpClient http", "http")]
    [InlineData("IServiceProvider services", "services.GetRequiredKeyedService<HttpClient>(\"signed\")")]
    public Task Keyed_client_with_header_Silent(string parameter, string client) => InProgram(RegistrationHelpers + KeyedClient(parameter, client, Post));

    [Theory]
    [InlineData("[FromKeyedServices(\"plain\")] HttpClient http", "http")]
    [InlineData("IServiceProvider services", "services.GetRequiredKeyedService<HttpClient>(\"plain\")")]
    public Task Keyed_client_without_header_Reported(string parameter, string client) => InProgram(RegistrationHelpers + KeyedClient(parameter, client, $"[|{Post}|]"));

    private const string Post = "http.PostAsync(\"https://api.auth.adobe.com/reggie/v1/REQ/regcode\", null)";

    private static string KeyedClient(string parameter, string client, string send) => $$"""
        public class AdobeClient
        {
            private readonly HttpClient http;
            public AdobeClient({{parameter}}) => this.http = {{client}};
            public Task Register() => {{send}};
        }
        public static class Startup
        {
            public static void Configure(IServiceCollection services)
            {
                services.AddHttpClient("signed", c => c.DefaultRequestHeaders.Add("Authorization", "x")).AddAsKeyed();
                services.AddHttpClient("plain").AddHttpMessageHandler<Trace>().AddAsKeyed();
            }
        }
        """;

    [Theory]
    [InlineData("services.AddHttpClient(\"adobe\", c => c.DefaultRequestHeaders.Add(\"Authorization\", \"x\")).AddTypedClient(http => new AdobeClient(http));", false)]
    [InlineData("services.AddHttpClient(\"adobe\").AddTypedClient((http, _) => new AdobeClient(http)).ConfigureHttpClient(c => c.DefaultRequestHeaders.Add(\"Authorization\", \"x\"));", false)]
    [InlineData("services.AddHttpClient(\"adobe\").AddTypedClient(http => new AdobeClient(http)); services.AddHttpClient(\"other\").Sign();", true)]
    public Task Typed_client_made_by_a_delegate(string registration, bool isReported) => InProgram(RegistrationHelpers + $$"""
        public class AdobeClient { private readonly HttpClient http; public AdobeClient(HttpClient http) => this.http = http; public Task Register() => {{(isReported ? $"[|{Post}|]" : Post)}}; }
        public static class Startup { public static void Configure(IServiceCollection services) { {{registration}} } }
        """);

    [Fact]
    public Task A_handler_that_sets_something_else_Reported() => InProgram("""
        public class AdobeClient
        {
            private readonly HttpClient http;
            public AdobeClient(HttpClient http) => this.http = http;
            public Task Register() => [|http.PostAsync("https://api.auth.adobe.com/reggie/v1/REQ/regcode", null)|];
        }
        public class Trace : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
            {
                request.Headers.TryAddWithoutValidation("X-Trace", "x");
                return base.SendAsync(request, ct);
            }
        }
        public static class Startup
        {
            public static void Configure(IServiceCollection services) => services.AddHttpClient<AdobeClient>().AddHttpMessageHandler<Trace>();
        }
        """);

    [Fact]
    public Task A_helper_that_sends_the_headers_it_is_given_Reported_at_the_caller() => InProgram("""
        public class Api
        {
            private readonly HttpClient http = new HttpClient();
            private Task Post(string path, Dictionary<string, string> headers)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/" + path);
                foreach (var header in headers)
                    request.Headers.TryAddWithoutValidation(header.Key, header.Value);
                return http.SendAsync(request);
            }

            public Task Good() => Post("reggie/v1/REQ/regcode", new Dictionary<string, string> { ["Authorization"] = "x" });
            public Task Bad() => [|Post("reggie/v1/REQ/regcode", new Dictionary<string, string> { ["Accept"] = "application/json" })|];
            public Task Other() => Post("o/client/token", new Dictionary<string, string>());
        }
        """);

    [Fact]
    public Task A_helper_that_sends_the_message_it_is_given_Reported_at_the_caller() => InProgram("""
        public class Api
        {
            private readonly HttpClient http = new HttpClient();
            private Task Send(HttpRequestMessage request) => http.SendAsync(request);
            public Task Good()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/reggie/v1/REQ/regcode");
                request.Headers.TryAddWithoutValidation("Authorization", "x");
                return Send(request);
            }

            public Task Bad()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/reggie/v1/REQ/regcode");
                return [|Send(request)|];
            }
        }
        """);

    [Fact]
    public Task A_message_that_is_only_built_Reported_at_its_creation() => InProgram("""
        public static class Requests
        {
            public static HttpRequestMessage RegistrationCode(string requestor) =>
                [|new HttpRequestMessage(HttpMethod.Post, $"https://api.auth.adobe.com/reggie/v1/{requestor}/regcode")|];
        }
        """);

    [Fact]
    public Task Top_level_statements_Reported()
    {
        var test = new Verify.Test
        {
            TestCode = Usings + "var client = new HttpClient(); await [|client.PostAsync(\"https://api.auth.adobe.com/reggie/v1/REQ/regcode\", null)|];",
        };
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.RunAsync();
    }

    [Fact]
    public Task A_helper_with_an_optional_header_Reported_at_the_caller_that_passes_none() => InProgram("""
        public abstract class ApiBase
        {
            protected HttpClient http = new HttpClient { BaseAddress = new Uri("https://api.auth.adobe.com") };
            protected async Task Send(HttpMethod method, string path, string authorization = null)
            {
                var request = new HttpRequestMessage(method, path);
                if (authorization != null)
                    request.Headers.TryAddWithoutValidation("Authorization", authorization);
                await http.SendAsync(request);
            }
        }
        public class Api : ApiBase
        {
            public Task Good(string header) => Send(HttpMethod.Post, "/reggie/v1/REQ/regcode", header);
            public Task Bad() => [|Send(HttpMethod.Post, "/reggie/v1/REQ/regcode")|];
            public Task Get() => Send(HttpMethod.Get, "/api/v1/checkauthn");
        }
        """);

    [Fact]
    public Task A_helper_with_a_flag_Reported_at_the_caller_that_switches_it_off() => InProgram("""
        public class Api
        {
            private readonly HttpClient http = new HttpClient();
            private Task Post(string path, bool sign)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/" + path);
                if (!sign)
                    return http.SendAsync(request);
                request.Headers.TryAddWithoutValidation("Authorization", "x");
                return http.SendAsync(request);
            }

            public Task Good() => Post("reggie/v1/REQ/regcode", true);
            public Task Token() => Post("o/client/token", false);
        }
        """);

    [Fact]
    public Task A_retry_helper_that_makes_each_message_by_a_delegate_Reported_at_the_caller() => InProgram("""
        public class Retry
        {
            static readonly HttpClient http = new HttpClient();
            public async Task<HttpResponseMessage> Post(Func<HttpRequestMessage> factory)
            {
                for (var i = 0; i < 3; i++)
                {
                    var response = await http.SendAsync(factory());
                    if (response.IsSuccessStatusCode) return response;
                }
                return null;
            }

            public Task Bad() => [|Post(() => new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/reggie/v1/R/regcode"))|];
            public Task Good() => Post(() =>
            {
                var message = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/reggie/v1/R/regcode");
                message.Headers.Add("Authorization", "Bearer x");
                return message;
            });
        }
        """);
}
