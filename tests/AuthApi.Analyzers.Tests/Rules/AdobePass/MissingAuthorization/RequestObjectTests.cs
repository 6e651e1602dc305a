using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>AUTH1001 on request classes and builders of the program: what one object collects is its own.</summary>
public class RequestObjectTests : AuthorizationTest
{
    private const string Builder = """
        public class Builder
        {
            private readonly Dictionary<string, string> headers = new();
            private HttpMethod verb = HttpMethod.Get;
            private string path = "";
            public Builder Post(string path) { verb = HttpMethod.Post; this.path = path; return this; }
            public Builder Get(string path) { verb = HttpMethod.Get; this.path = path; return this; }
            public Builder Header(string name, string value) { headers[name] = value; return this; }
            public Builder Bearer(string token) => Header("Authorization", "Bearer " + token);
            public HttpRequestMessage Build()
            {
                var r = new HttpRequestMessage(verb, "https://api.auth.adobe.com/" + path);
                foreach (var h in headers) r.Headers.TryAddWithoutValidation(h.Key, h.Value);
                return r;
            }
        }
        public static class BuilderExtensions
        {
            public static Builder Signed(this Builder b) { b.Header("Authorization", "x"); return b; }
            public static Builder Json(this Builder b) { b.Header("Accept", "application/json"); return b; }
        }

        """;

    private static Task WithBuilder(string body, string members = "") =>
        InProgram(Builder + $"public class Client {{ readonly HttpClient c = new(); {members} Task Other() => c.SendAsync(new Builder().Post(\"api/v2/R/sessions\").Bearer(\"t\").Build()); Task M(bool b) {{ {body} }} }}");

    [Theory]
    [InlineData("return [|c.SendAsync(new Builder().Post(\"reggie/v1/R/regcode\").Build())|];")]
    [InlineData("return [|c.SendAsync(new Builder().Post(\"reggie/v1/R/regcode\").Header(\"Accept\", \"x\").Json().Build())|];")]
    [InlineData("var q = new Builder().Post(\"reggie/v1/R/regcode\"); q.Header(\"Accept\", \"x\"); return [|c.SendAsync(q.Build())|];")]
    [InlineData("return [|c.SendAsync(New().Post(\"reggie/v1/R/regcode\").Build())|];", "static Builder New() => new Builder().Header(\"Accept\", \"x\");")]
    [InlineData("return [|c.SendAsync(Adobe.Post(\"reggie/v1/R/regcode\").Build())|];", "static Builder Adobe => new();")]
    public Task Builder_without_the_header_Reported(string body, string members = "") => WithBuilder(body, members);

    [Theory]
    [InlineData("return c.SendAsync(new Builder().Post(\"reggie/v1/R/regcode\").Bearer(\"t\").Build());")]
    [InlineData("return c.SendAsync(new Builder().Bearer(\"t\").Json().Post(\"reggie/v1/R/regcode\").Build());")]
    [InlineData("return c.SendAsync(new Builder().Post(\"reggie/v1/R/regcode\").Signed().Build());")]
    [InlineData("var q = new Builder().Post(\"reggie/v1/R/regcode\"); if (b) q.Bearer(\"t\"); return c.SendAsync(q.Build());")]
    [InlineData("var q = new Builder().Post(\"reggie/v1/R/regcode\"); Sign(q); return c.SendAsync(q.Build());", "static void Sign(Builder q) => q.Bearer(\"t\");")]
    [InlineData("return c.SendAsync(New().Post(\"reggie/v1/R/regcode\").Build());", "static Builder New() => new Builder().Bearer(\"t\");")]
    [InlineData("return c.SendAsync(field.Post(\"reggie/v1/R/regcode\").Build());", "readonly Builder field = new(); public Client() { field.Bearer(\"t\"); }")]
    [InlineData("return c.SendAsync(new Builder().Get(\"api/v2/R/sessions/CODE\").Build());")]
    public Task Builder_with_the_header_or_another_request_Silent(string body, string members = "") => WithBuilder(body, members);

    [Theory]
    [InlineData("New(\"sessions\").Authorized()", "", "")]
    [InlineData("New(\"sessions\").Device().Authorized().Device()", "", "")]
    [InlineData("New(\"sessions\").Device()", "[|", "|]")]
    public Task Record_that_is_copied(string request, string open, string close) => InProgram($$"""
        public sealed record Request(string Path)
        {
            public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
            public Request Authorized() => this with { Headers = new Dictionary<string, string>(Headers) { ["Authorization"] = "x" } };
            public Request Device() => this with { Headers = new Dictionary<string, string>(Headers) { ["AP-Device-Identifier"] = "fingerprint x" } };
        }
        public class Client
        {
            readonly HttpClient c = new();
            static Request New(string path) => new(path);
            Task Send(Request q)
            {
                var r = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/api/v2/R/" + q.Path);
                foreach (var (name, value) in q.Headers) r.Headers.TryAddWithoutValidation(name, value);
                return c.SendAsync(r);
            }
            Task M() => {{open}}Send({{request}}){{close}};
            Task Other() => Send(New("sessions").Authorized());
        }
        """);

    // A proxy copies the headers of these names from the request that it got.
    [Theory]
    [InlineData("Authorization", "", "")]
    [InlineData("X-Authorization", "[|", "|]")]
    public Task Names_of_a_list_are_copied(string name, string open, string close) => InClass($$"""
        static readonly string[] names = { "Accept", "{{name}}" };
        Task M(HttpClient c, Dictionary<string, string> incoming)
        {
            var r = new HttpRequestMessage(HttpMethod.Post, Url);
            foreach (var n in names) { if (incoming.TryGetValue(n, out var value)) r.Headers.TryAddWithoutValidation(n, value); }
            return {{open}}c.SendAsync(r){{close}};
        }
        """);

    [Theory]
    [InlineData("Authorization", "", "")]
    [InlineData("Accept", "[|", "|]")]
    public Task Clients_of_a_list_are_configured_in_a_loop(string name, string open, string close) => InClass($$"""
        readonly HttpClient first = new(), second = new();
        public Client() { foreach (var client in new[] { first, second }) client.DefaultRequestHeaders.TryAddWithoutValidation("{{name}}", "x"); }
        Task M() => {{open}}first.PostAsync(Url, null){{close}};
        """);
}
