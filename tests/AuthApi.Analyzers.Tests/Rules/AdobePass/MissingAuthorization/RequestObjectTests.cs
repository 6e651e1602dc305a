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

    // Each class has its own path, verb and headers behind the same members of the base.
    [Theory]
    [InlineData("new Signed()", "", "")]
    [InlineData("new Plain()", "[|", "|]")]
    [InlineData("new Lookup()", "", "")]
    public Task Class_of_the_object_decides_which_override_runs(string call, string open, string close) => InProgram($$"""
        public abstract class Call
        {
            protected abstract HttpMethod Verb { get; }
            protected virtual string Path => "sessions";
            protected virtual void Prepare(HttpRequestMessage r) { }
            public HttpRequestMessage Make() { var r = new HttpRequestMessage(Verb, "https://api.auth.adobe.com/api/v2/R/" + Path); Prepare(r); return r; }
        }
        public class Plain : Call { protected override HttpMethod Verb => HttpMethod.Post; }
        public class Signed : Plain { protected override void Prepare(HttpRequestMessage r) => r.Headers.TryAddWithoutValidation("Authorization", "x"); }
        public class Lookup : Call { protected override HttpMethod Verb => HttpMethod.Get; protected override string Path => "sessions/CODE"; }
        public class Client
        {
            readonly HttpClient c = new();
            Task Send(Call call) => c.SendAsync(call.Make());
            Task M() => {{open}}Send({{call}}){{close}};
            Task Other() => Send(new Signed());
        }
        """);

    [Theory]
    [InlineData("services.AddSingleton<ISender>(new Signed(new Plain()));")]
    [InlineData("services.AddSingleton<ISender, Plain>();")]
    public Task Decorator_that_may_stand_before_the_sender_Silent(string registration) => InProgram($$"""
        public interface ISender { Task Send(HttpRequestMessage m); }
        public class Plain : ISender { readonly HttpClient c = new(); public Task Send(HttpRequestMessage m) => c.SendAsync(m); }
        public class Signed : ISender { readonly ISender inner; public Signed(ISender i) => inner = i; public Task Send(HttpRequestMessage m) { m.Headers.TryAddWithoutValidation("Authorization", "x"); return inner.Send(m); } }
        public class Api { readonly ISender sender; public Api(ISender s) => sender = s; public Task M() => sender.Send(new HttpRequestMessage(HttpMethod.Post, "{{Url}}")); }
        public static class Start { public static void Add(IServiceCollection services) { {{registration}} } }
        """);

    [Fact]
    public Task Decorator_that_only_logs_Reported() => InProgram($$"""
        public interface ISender { Task Send(HttpRequestMessage m); }
        public class Plain : ISender { readonly HttpClient c = new(); public Task Send(HttpRequestMessage m) => c.SendAsync(m); }
        public class Logged : ISender { readonly ISender inner; public Logged(ISender i) => inner = i; public Task Send(HttpRequestMessage m) { Console.WriteLine(m.RequestUri); return inner.Send(m); } }
        public class Api { readonly ISender sender; public Api(ISender s) => sender = s; public Task M() => [|sender.Send(new HttpRequestMessage(HttpMethod.Post, "{{Url}}"))|]; }
        """);

    // The object is the request, and sends itself.
    [Theory]
    [InlineData("New(HttpMethod.Post, \"sessions\").Bearer().Send()", "", "")]
    [InlineData("New(HttpMethod.Post, \"sessions\").Body().Send()", "[|", "|]")]
    [InlineData("New(HttpMethod.Get, \"sessions/CODE\").Send()", "", "")]
    public Task Request_that_sends_itself(string call, string open, string close) => InProgram($$"""
        public class Request
        {
            readonly HttpClient c = new();
            readonly HttpRequestMessage message;
            public Request(HttpMethod verb, string path) => message = new HttpRequestMessage(verb, "https://api.auth.adobe.com/api/v2/R/" + path);
            public Request Bearer() { message.Headers.TryAddWithoutValidation("Authorization", "x"); return this; }
            public Request Body() { message.Content = new StringContent(""); return this; }
            public Task Send() => c.SendAsync(message);
        }
        public class Client
        {
            static Request New(HttpMethod verb, string path) => new Request(verb, path);
            Task M() => {{open}}{{call}}{{close}};
            Task Other() => New(HttpMethod.Post, "decisions/authorize/M").Bearer().Send();
        }
        """);
}
