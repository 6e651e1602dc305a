using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>Code that looks like an unsigned request to Adobe Pass and is none.</summary>
public class LookalikeTests : AuthorizationTest
{
    private const string Anchor = "// https://api.auth.adobe.com/reggie/v1/REQ/regcode\n";

    private static Task Silent(string source) => InProgram(Anchor + source);

    [Theory]
    [InlineData("class C { void M() { var t = new MediaTypeHeaderValue(\"application/json\"); Console.WriteLine(t); } }")]
    [InlineData("class C { async Task M(HttpClient c, HttpContent x) { x.Headers.ContentType = new MediaTypeHeaderValue(\"application/json\"); await c.PostAsync(\"https://login.example.com/oauth/token\", x); } }")]
    [InlineData("class C { Task M(HttpClient c) => c.PostAsync(\"https://api.auth.adobe.com/o/client/token\", new FormUrlEncodedContent(new Dictionary<string, string> { [\"grant_type\"] = \"client_credentials\" })); }")]
    [InlineData("class C { Task M(HttpClient c) => c.PostAsJsonAsync(\"https://api.auth.adobe.com/o/client/register\", new { software_statement = \"x\" }); }")]
    [InlineData("class C { Task M(HttpClient c) => c.PostAsync(\"https://api.stripe.com/v1/charges\", null); }")]
    [InlineData("class C { Task M(HttpClient c) => c.PostAsync(\"https://ims-na1.adobelogin.com/ims/token/v3\", null); }")]
    [InlineData("class C { Task M(HttpClient c) => c.PostAsync(\"https://myaccount.blob.core.windows.net/reggie\", null); }")]
    [InlineData("class C { Task M(HttpClient c) => c.PostAsync(\"https://api.auth.adobe.com.example.org/reggie/v1/REQ/regcode\", null); }")]
    [InlineData("class C { Task M(HttpClient c) => c.PostAsync(\"http://localhost:5000/reggie/v1/REQ/regcode\", null); }")]
    [InlineData("class C { Task M(HttpClient c) => c.GetAsync(\"https://api.auth.adobe.com/api/v1/checkauthn?requestor=REQ\"); }")]
    [InlineData("class C { Task M(HttpClient c) => c.DeleteAsync(\"https://api.auth.adobe.com/api/v1/logout\"); }")]
    [InlineData("class C { Task M(HttpClient c) => c.PostAsync(\"https://api.auth.adobe.com/unknown/path\", null); }")]
    [InlineData("class Fake { public Task PostAsync(string u, HttpContent c) => Task.CompletedTask; } class C { Task M(Fake c) => c.PostAsync(\"https://api.auth.adobe.com/reggie/v1/REQ/regcode\", null); }")]
    [InlineData("namespace Other { class HttpClient { public Task PostAsync(string u, object c) => null; } } class C { Task M(Other.HttpClient c) => c.PostAsync(\"https://api.auth.adobe.com/reggie/v1/REQ/regcode\", null); }")]
    [InlineData("class C { string M(string code) => $\"POST https://api.auth.adobe.com/reggie/v1/{code}/regcode\"; }")]
    [InlineData("class C { HttpRequestMessage M() => new HttpRequestMessage(HttpMethod.Get, \"https://api.auth.adobe.com/reggie/v1/REQ/regcode/CODE\"); }")]
    public Task Other_requests_Silent(string source) => Silent(source);

    [Fact]
    public Task A_server_that_receives_such_requests_Silent() => Silent("""
        public static class Server
        {
            public static void Map(Microsoft.AspNetCore.Builder.WebApplication app)
            {
                Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapPost(app, "/reggie/v1/{requestor}/regcode", (string requestor) => "code");
            }
        }
        [Microsoft.AspNetCore.Mvc.Route("reggie/v1")]
        public class ReggieController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            [Microsoft.AspNetCore.Mvc.HttpPost("{requestor}/regcode")]
            public string Post(string requestor) => Request.Headers.ContainsKey("Authorization") ? "code" : null;
        }
        """);

    [Fact]
    public Task A_test_double_that_answers_requests_Silent() => Silent("""
        public class FakeAdobe : HttpMessageHandler
        {
            public List<HttpRequestMessage> Requests { get; } = new();
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
            {
                Requests.Add(request);
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created));
            }
        }
        public class Tests
        {
            public async Task Answers()
            {
                var client = new HttpClient(new FakeAdobe());
                await client.PostAsync("https://api.auth.adobe.com/reggie/v1/REQ/regcode", null);
            }
        }
        """);

    [Fact]
    public Task A_test_that_sends_no_header_to_its_own_server_Silent() => Silent("""
        public class Tests
        {
            readonly HttpClient client = new HttpClient { BaseAddress = new Uri("http://localhost") };
            public async Task No_header_is_401() { var answer = await client.PostAsync("/reggie/v1/REQ/regcode", null); }
        }
        """);

    [Fact]
    public Task A_proxy_that_forwards_what_it_gets_Silent() => Silent("""
        public class Proxy
        {
            readonly HttpClient client = new HttpClient();
            public Task<HttpResponseMessage> Forward(Microsoft.AspNetCore.Http.HttpRequest request)
            {
                var message = new HttpRequestMessage(new HttpMethod(request.Method), "https://api.auth.adobe.com" + request.Path);
                foreach (var header in request.Headers)
                    message.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
                return client.SendAsync(message);
            }
        }
        """);

    [Fact]
    public Task A_proxy_for_one_path_that_copies_the_headers_Silent() => Silent("""
        public class Proxy
        {
            readonly HttpClient client = new HttpClient();
            public Task<HttpResponseMessage> RegCode(Microsoft.AspNetCore.Http.HttpContext context, string requestor)
            {
                var message = new HttpRequestMessage(HttpMethod.Post, $"https://api.auth.adobe.com/reggie/v1/{requestor}/regcode");
                foreach (var header in context.Request.Headers)
                    message.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
                return client.SendAsync(message);
            }
        }
        """);

    [Fact]
    public Task Generated_code_Silent()
    {
        var test = new Verifiers.CSharpAnalyzerVerifier<Analyzers.Rules.AdobePass.MissingAuthorization.MissingAuthorizationAnalyzer>.Test();
        test.TestState.Sources.Add(("/0/Client.g.cs", $"class C {{ System.Threading.Tasks.Task M(System.Net.Http.HttpClient c) => c.PostAsync(\"{Url}\", null); }}"));
        return test.RunAsync();
    }
}
