using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>AUTH1001 over several files and several projects.</summary>
public class SolutionTests : AuthorizationTest
{
    private const string Sender = """
        public class Api
        {
            private readonly HttpClient http = new HttpClient { BaseAddress = new Uri("https://api.auth.adobe.com/") };
            public Task PostAsync(string path, IDictionary<string, string> headers = null)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, path);
                if (headers != null)
                    foreach (var header in headers)
                        request.Headers.TryAddWithoutValidation(header.Key, header.Value);
                return http.SendAsync(request);
            }
        }
        """;

    [Fact]
    public Task A_caller_in_another_file_Reported_there() => InFiles(
        Sender,
        """
        public class Flow
        {
            private readonly Api api = new Api();
            public Task Bad() => [|api.PostAsync("reggie/v1/REQ/regcode")|];
            public Task Good() => api.PostAsync("reggie/v1/REQ/regcode", new Dictionary<string, string> { ["Authorization"] = "x" });
            public Task Other() => api.PostAsync("o/client/token");
        }
        """);

    [Fact]
    public Task A_caller_of_an_interface_in_another_file_Reported_there() => InFiles(
        "public interface ISender { Task<HttpResponseMessage> Send(HttpRequestMessage message); } public class Sender : ISender { readonly HttpClient c = new(); public Task<HttpResponseMessage> Send(HttpRequestMessage message) => c.SendAsync(message); }",
        $"class C {{ readonly ISender s; public C(ISender s) => this.s = s; Task Bad() => [|s.Send(new HttpRequestMessage(HttpMethod.Post, \"{Url}\"))|]; Task Good() {{ var m = new HttpRequestMessage(HttpMethod.Post, \"{Url}\"); m.Headers.Add(\"Authorization\", \"x\"); return s.Send(m); }} }}");

    [Fact]
    public Task Helpers_of_helpers_in_three_files_Reported_at_the_outermost_that_decides() => InFiles(
        Sender,
        "public class Middle { readonly Api api = new(); public Task Reggie(string requestor, IDictionary<string, string> headers) => api.PostAsync($\"reggie/v1/{requestor}/regcode\", headers); }",
        "class Outer { readonly Middle m = new(); Task Bad() => [|m.Reggie(\"R\", new Dictionary<string, string>())|]; Task Good() => m.Reggie(\"R\", new Dictionary<string, string> { [\"Authorization\"] = \"x\" }); }");

    [Fact]
    public Task A_helper_that_gives_nobody_a_header_Reported_at_its_send() => InFiles(
        "public class Api { readonly HttpClient http = new(); public Task Post(string path) => [|http.PostAsync(\"https://api.auth.adobe.com/\" + path, null)|]; }",
        "class A { Task M(Api api) => api.Post(\"reggie/v1/REQ/regcode\"); } class B { Task M(Api api) => api.Post(\"reggie/v1/OTHER/regcode\"); }");

    [Fact]
    public Task Handler_registration_and_client_in_three_files_Silent() => InFiles(
        $"public class AdobeClient {{ readonly HttpClient http; public AdobeClient(HttpClient http) => this.http = http; public Task Register() => http.PostAsync(\"{Url}\", null); }}",
        "static class Startup { static void Configure(IServiceCollection s) => s.AddHttpClient<AdobeClient>().AddHttpMessageHandler<Auth>(); }",
        Handlers);

    [Fact]
    public Task Route_constants_in_another_file_Reported() => InFiles(
        "static class Routes { public const string Host = \"https://api.auth.adobe.com\"; public static string RegCode(string requestor) => $\"{Host}/reggie/v1/{requestor}/regcode\"; }",
        "class C { Task M(HttpClient c) => [|c.PostAsync(Routes.RegCode(\"REQ\"), null)|]; }");

    // What lies in a referenced project is metadata for the rule: each case has its answer.

    [Fact]
    public Task Project_helper_that_signs_is_metadata_Silent() => InProjects(
        "public static class Signing { public static void Sign(HttpRequestMessage m) => m.Headers.TryAddWithoutValidation(\"Authorization\", \"x\"); }",
        $"class C {{ Task M(HttpClient c) {{ var r = new HttpRequestMessage(HttpMethod.Post, \"{Url}\"); Signing.Sign(r); return c.SendAsync(r); }} }}");

    [Fact]
    public Task Project_handler_is_metadata_Silent() => InProjects(
        Handlers, $"class C {{ Task M() => new HttpClient(new Auth()).PostAsync(\"{Url}\", null); }}");

    [Fact]
    public Task Project_factory_of_messages_is_metadata_Silent() => InProjects(
        "public static class Factory { public static HttpRequestMessage Signed(HttpMethod m, string u) { var r = new HttpRequestMessage(m, u); r.Headers.Add(\"Authorization\", \"x\"); return r; } }",
        $"class C {{ Task M(HttpClient c) => c.SendAsync(Factory.Signed(HttpMethod.Post, \"{Url}\")); }}");

    [Fact]
    public Task Project_factory_of_clients_is_metadata_Silent() => InProjects(
        "public static class Clients { public static HttpClient Create() { var c = new HttpClient(); c.DefaultRequestHeaders.Add(\"Authorization\", \"x\"); return c; } }",
        $"class C {{ Task M() => Clients.Create().PostAsync(\"{Url}\", null); }}");

    [Fact]
    public Task Project_base_class_with_a_client_is_metadata_Silent() => InProjects(
        "public abstract class ApiBase { protected HttpClient Http { get; } = new(); protected ApiBase() => Http.DefaultRequestHeaders.Add(\"Authorization\", \"x\"); }",
        $"class C : ApiBase {{ Task M() => Http.PostAsync(\"{Url}\", null); }}");

    [Fact]
    public Task Project_sender_is_metadata_Silent() => InProjects(
        "public class Sender { readonly HttpClient c = new(); public Task Send(HttpRequestMessage m) { m.Headers.Add(\"Authorization\", \"x\"); return c.SendAsync(m); } }",
        $"class C {{ Task M(Sender s) => s.Send(new HttpRequestMessage(HttpMethod.Post, \"{Url}\")); }}");

    [Fact]
    public Task Project_registration_that_is_an_extension_method_is_metadata_Silent() => InProjects(
        Handlers + "public static class Registration { public static IHttpClientBuilder AddSigning(this IHttpClientBuilder b) => b.AddHttpMessageHandler<Auth>(); }",
        $"class AdobeClient {{ readonly HttpClient http; public AdobeClient(HttpClient http) => this.http = http; public Task Register() => http.PostAsync(\"{Url}\", null); }} class S {{ void M(IServiceCollection s) => s.AddHttpClient<AdobeClient>().AddSigning(); }}");

    /// <summary>The library alone does not show its handler; the message names the option.</summary>
    [Fact]
    public Task Project_that_registers_the_client_of_a_library_is_not_seen_from_the_library_Reported() => InProjects(
        $"public class AdobeClient {{ readonly HttpClient http; public AdobeClient(HttpClient http) => this.http = http; public Task Register() => [|http.PostAsync(\"{Url}\", null)|]; }}",
        Handlers + "class S { void M(IServiceCollection s) => s.AddHttpClient<AdobeClient>().AddHttpMessageHandler<Auth>(); }");

    [Fact]
    public Task Project_constant_of_the_url_is_known_Reported() => InProjects(
        $"public static class Routes {{ public const string RegCode = \"{Url}\"; }}",
        "class C { Task M(HttpClient c) { Console.WriteLine(\"POST https://api.auth.adobe.com\"); return [|c.PostAsync(Routes.RegCode, null)|]; } }");

    [Fact]
    public Task Project_constant_of_the_header_name_is_known_Silent() => InProjects(
        "public static class Names { public const string Auth = \"Authorization\"; }",
        $"class C {{ Task M(HttpClient c) {{ var r = new HttpRequestMessage(HttpMethod.Post, \"{Url}\"); r.Headers.Add(Names.Auth, \"x\"); return c.SendAsync(r); }} }}");
}
