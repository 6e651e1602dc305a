using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>AUTH1001 by the place where the header is set: each place once with it (silent) and once without (reported).</summary>
public class EvidenceTests : AuthorizationTest
{
    private const string New = "var r = new HttpRequestMessage(HttpMethod.Post, Url);";

    /// <summary>Members in which <c>NAME</c> stands for the header's name: silent with it, reported at the marked place with another.</summary>
    private static async Task Both(string members, string usings = "", string rest = "")
    {
        await InClass(members.Replace("NAME", "Authorization").Replace("[|", "").Replace("|]", ""), usings: usings, rest: rest.Replace("NAME", "Authorization"));
        await InClass(members.Replace("NAME", "X-Authorization"), usings: usings, rest: rest.Replace("NAME", "X-Authorization"));
    }

    [Fact]
    public Task Header_by_Add() => Both($"Task M(HttpClient c) {{ {New} r.Headers.Add(\"NAME\", \"x\"); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_by_Add_with_several_values() => Both($"Task M(HttpClient c) {{ {New} r.Headers.Add(\"NAME\", new[] {{ \"x\" }}); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_by_TryAddWithoutValidation() => Both($"Task M(HttpClient c) {{ {New} if (!r.Headers.TryAddWithoutValidation(\"NAME\", \"x\")) throw new Exception(); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_in_a_collection_initializer() => Both("Task M(HttpClient c) => [|c.SendAsync(new HttpRequestMessage(HttpMethod.Post, Url) { Headers = { { \"NAME\", \"x\" }, { \"Accept\", \"y\" } } })|];");

    [Fact]
    public Task Header_named_by_a_constant() => Both($"private const string Name = \"NAME\"; Task M(HttpClient c) {{ {New} r.Headers.TryAddWithoutValidation(Name, \"x\"); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_named_by_a_constant_of_another_class() => Both($"Task M(HttpClient c) {{ {New} r.Headers.TryAddWithoutValidation(Names.Auth, \"x\"); return [|c.SendAsync(r)|]; }}", rest: "static class Names { public static readonly string Auth = \"NAME\"; }");

    [Fact]
    public Task Header_on_the_client_initializer() => Both("readonly HttpClient c = new HttpClient { DefaultRequestHeaders = { { \"NAME\", \"x\" } } }; Task M() => [|c.PostAsync(Url, null)|];");

    [Fact]
    public Task Header_on_a_static_client() => Both("static readonly HttpClient c = new(); static Client() { c.DefaultRequestHeaders.TryAddWithoutValidation(\"NAME\", \"x\"); } Task M() => [|c.PostAsync(Url, null)|];");

    [Fact]
    public Task Header_on_a_lazy_client() => Both("static readonly Lazy<HttpClient> c = new(() => { var h = new HttpClient(); h.DefaultRequestHeaders.Add(\"NAME\", \"x\"); return h; }); Task M() => [|c.Value.PostAsync(Url, null)|];");

    [Fact]
    public Task Header_on_a_client_made_on_first_use() => Both("HttpClient c; HttpClient Http { get { if (c == null) { c = new HttpClient(); c.DefaultRequestHeaders.Add(\"NAME\", \"x\"); } return c; } } Task M() => [|Http.PostAsync(Url, null)|];");

    [Fact]
    public Task Header_on_a_client_by_coalescing_assignment() => Both("HttpClient c; HttpClient Http => c ??= Make(); static HttpClient Make() { var h = new HttpClient(); h.DefaultRequestHeaders.Add(\"NAME\", \"x\"); return h; } Task M() => [|Http.PostAsync(Url, null)|];");

    [Fact]
    public Task Header_by_a_helper() => Both($"static void Sign(HttpRequestMessage m, string v) {{ m.Headers.TryAddWithoutValidation(\"NAME\", v); }} Task M(HttpClient c) {{ {New} Sign(r, \"x\"); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_by_a_helper_of_another_object() => Both($"readonly Signer signer = new(); Task M(HttpClient c) {{ {New} signer.Sign(r); return [|c.SendAsync(r)|]; }}", rest: "class Signer { public void Sign(HttpRequestMessage m) => m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); }");

    [Fact]
    public Task Header_by_an_injected_helper() => Both($"readonly ISigner signer; public Client(ISigner s) => signer = s; async Task M(HttpClient c) {{ {New} await signer.SignAsync(r); await [|c.SendAsync(r)|]; }}",
        rest: "public interface ISigner { Task SignAsync(HttpRequestMessage m); } class Signer : ISigner { public async Task SignAsync(HttpRequestMessage m) { await Task.Yield(); m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); } }");

    [Fact]
    public Task Header_by_an_extension_method() => Both($"Task M(HttpClient c) {{ {New} return [|c.SendAsync(r.Signed())|]; }}", rest: "static class Extensions { public static HttpRequestMessage Signed(this HttpRequestMessage m) { m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); return m; } }");

    [Fact]
    public Task Header_by_an_extension_method_on_headers() => Both($"Task M(HttpClient c) {{ {New} r.Headers.Sign(); return [|c.SendAsync(r)|]; }}", rest: "static class Extensions { public static void Sign(this HttpRequestHeaders h) => h.TryAddWithoutValidation(\"NAME\", \"x\"); }");

    [Fact]
    public Task Header_by_a_local_function() => Both($"Task M(HttpClient c) {{ {New} Sign(r); return [|c.SendAsync(r)|]; void Sign(HttpRequestMessage m) => m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); }}");

    [Fact]
    public Task Header_by_a_local_function_that_captures_the_message() => Both($"Task M(HttpClient c) {{ {New} Sign(); return [|c.SendAsync(r)|]; void Sign() => r.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); }}");

    [Fact]
    public Task Header_by_a_lambda() => Both($"Task M(HttpClient c) {{ Action<HttpRequestMessage> sign = m => m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); {New} sign(r); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_by_a_delegate_field() => Both($"readonly Action<HttpRequestMessage> sign = static m => m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); Task M(HttpClient c) {{ {New} sign(r); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_by_a_delegate_property_from_the_constructor() => Both($"Action<HttpRequestMessage> Sign {{ get; }} public Client() {{ Sign = Add; }} void Add(HttpRequestMessage m) {{ m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); }} Task M(HttpClient c) {{ {New} Sign?.Invoke(r); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_by_a_virtual_method_of_the_base_class() => Both(
        "abstract class Base { protected readonly HttpClient http = new(); protected virtual HttpRequestMessage CreateRequest(HttpMethod m, string u) { var r = new HttpRequestMessage(m, u); r.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); return r; } } class Api : Base { Task M() => [|http.SendAsync(CreateRequest(HttpMethod.Post, Url))|]; }");

    [Fact]
    public Task Header_by_an_override() => Both(
        "abstract class Base { protected readonly HttpClient http = new(); protected virtual void Prepare(HttpRequestMessage m) { } protected Task Post(string u) { var r = new HttpRequestMessage(HttpMethod.Post, u); Prepare(r); return [|http.SendAsync(r)|]; } } class Api : Base { protected override void Prepare(HttpRequestMessage m) => m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); Task M() => Post(Url); }");

    [Fact]
    public Task Header_by_the_constructor_of_the_base_class() => Both(
        "abstract class Base { protected readonly HttpClient http; protected Base(HttpClient c) { http = c; http.DefaultRequestHeaders.TryAddWithoutValidation(\"NAME\", \"x\"); } } class Api : Base { public Api(HttpClient c) : base(c) { } Task M() => [|http.PostAsync(Url, null)|]; }");

    [Fact]
    public Task Header_by_a_factory() => Both("Task M(HttpClient c) => [|c.SendAsync(Factory.Create(\"REQ\"))|];", rest: "static class Factory { public static HttpRequestMessage Create(string q) { var r = new HttpRequestMessage(HttpMethod.Post, $\"https://api.auth.adobe.com/reggie/v1/{q}/regcode\"); r.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); return r; } }");

    [Fact]
    public Task Header_by_an_asynchronous_factory() => Both("async Task M(HttpClient c) { using var r = await CreateAsync().ConfigureAwait(false); await [|c.SendAsync(r)|]; } async Task<HttpRequestMessage> CreateAsync() { var r = new HttpRequestMessage(HttpMethod.Post, Url); await Task.Yield(); r.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); return r; }");

    [Fact]
    public Task Header_by_a_fluent_builder_of_the_program() => Both("Task M(HttpClient c) => [|c.SendAsync(new Builder(HttpMethod.Post, Url).With(\"NAME\", \"x\").With(\"Accept\", \"y\").Build())|];",
        rest: "class Builder { readonly HttpRequestMessage m; public Builder(HttpMethod v, string u) { m = new HttpRequestMessage(v, u); } public Builder With(string n, string v) { m.Headers.TryAddWithoutValidation(n, v); return this; } public HttpRequestMessage Build() => m; }");

    [Fact]
    public Task Header_by_a_builder_that_collects_headers() => Both("Task M(HttpClient c) => [|c.SendAsync(new Builder().Header(\"NAME\", \"x\").Build())|]; ",
        rest: "class Builder { readonly Dictionary<string, string> headers = new(); public Builder Header(string n, string v) { headers[n] = v; return this; } public HttpRequestMessage Build() { var m = new HttpRequestMessage(HttpMethod.Post, \"https://api.auth.adobe.com/reggie/v1/REQ/regcode\"); foreach (var h in headers) m.Headers.TryAddWithoutValidation(h.Key, h.Value); return m; } }");

    [Fact]
    public Task Header_in_another_part_of_a_partial_type() => Both("HttpClient http = new(); Task M() => [|http.SendAsync(Create(Url))|];", rest: "public partial class Client { HttpRequestMessage Create(string u) { var r = new HttpRequestMessage(HttpMethod.Post, u); r.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); return r; } }");

    [Fact]
    public Task Header_in_a_generic_method() => Both("async Task<T> Send<T>(HttpRequestMessage m) where T : class { m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); using var c = new HttpClient(); await c.SendAsync(m); return null; } Task M() => [|Send<string>(new HttpRequestMessage(HttpMethod.Post, Url))|];");

    [Fact]
    public Task Header_by_an_iterator_of_pairs() => Both($"IEnumerable<(string Name, string Value)> All() {{ yield return (\"Accept\", \"y\"); yield return (\"NAME\", \"x\"); }} Task M(HttpClient c) {{ {New} foreach (var (n, v) in All()) r.Headers.TryAddWithoutValidation(n, v); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_in_a_dictionary_field() => Both($"static readonly Dictionary<string, string> Common = new() {{ {{ \"NAME\", \"x\" }} }}; Task M(HttpClient c) {{ {New} foreach (var h in Common) r.Headers.TryAddWithoutValidation(h.Key, h.Value); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_in_a_dictionary_from_a_method() => Both($"Dictionary<string, string> Headers() {{ var h = new Dictionary<string, string>(); h[\"NAME\"] = \"x\"; return h; }} Task M(HttpClient c) {{ {New} foreach (var (k, v) in Headers()) r.Headers.TryAddWithoutValidation(k, v); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_in_a_list_of_pairs() => Both($"Task M(HttpClient c) {{ var list = new List<KeyValuePair<string, string>> {{ new(\"NAME\", \"x\") }}; {New} list.ForEach(p => r.Headers.TryAddWithoutValidation(p.Key, p.Value)); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_in_an_array_of_tuples() => Both($"Task M(HttpClient c) {{ {New} foreach (var (name, value) in new[] {{ (\"Accept\", \"y\"), (\"NAME\", \"x\") }}) r.Headers.TryAddWithoutValidation(name, value); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Header_copied_from_another_message() => Both("Task M(HttpClient c) { var template = new HttpRequestMessage(); template.Headers.Add(\"NAME\", \"x\"); var r = new HttpRequestMessage(HttpMethod.Post, Url); foreach (var h in template.Headers) r.Headers.TryAddWithoutValidation(h.Key, h.Value); return [|c.SendAsync(r)|]; }");

    [Fact]
    public Task Header_in_a_handler_with_an_inner_handler() => Both("class H : DelegatingHandler { public H(HttpMessageHandler inner) : base(inner) { } protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage m, CancellationToken t) { m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); return base.SendAsync(m, t); } } static readonly HttpClient c = new(new H(new HttpClientHandler())); Task M() => [|c.PostAsync(Url, null)|];");

    [Fact]
    public Task Header_in_a_handler_by_its_own_helper() => Both("class H : DelegatingHandler { public H() : base(new HttpClientHandler()) { } protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage m, CancellationToken t) { await Sign(m); return await base.SendAsync(m, t); } async Task Sign(HttpRequestMessage m) { await Task.Yield(); m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); } } Task M() => [|new HttpClient(new H()).PostAsync(Url, null)|];");

    [Fact]
    public Task Header_in_the_base_class_of_a_handler() => Both("abstract class B : DelegatingHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage m, CancellationToken t) { m.Headers.TryAddWithoutValidation(\"NAME\", Value()); return base.SendAsync(m, t); } protected abstract string Value(); } class H : B { public H() { InnerHandler = new HttpClientHandler(); } protected override string Value() => \"x\"; } Task M() => [|new HttpClient(new H()).PostAsync(Url, null)|];");

    [Fact]
    public Task Header_in_a_client_subclass() => Both("class Api : HttpClient { public override Task<HttpResponseMessage> SendAsync(HttpRequestMessage m, CancellationToken t) { m.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); return base.SendAsync(m, t); } } Task M() => [|new Api().PostAsync(Url, null)|];");

    [Fact]
    public Task Header_through_HttpMessageInvoker() => Both($"Task M() {{ {New} r.Headers.TryAddWithoutValidation(\"NAME\", \"x\"); return [|new HttpMessageInvoker(new HttpClientHandler()).SendAsync(r, CancellationToken.None)|]; }}");

    [Theory]
    [InlineData("r.Headers.TryAddWithoutValidation(Microsoft.Net.Http.Headers.HeaderNames.Authorization, \"x\");")]
    [InlineData("r.Headers.Add(nameof(HttpRequestHeader.Authorization), \"x\");")]
    [InlineData("r.Headers.Add(HttpRequestHeader.Authorization.ToString(), \"x\");")]
    [InlineData("r.Headers.Authorization = AuthenticationHeaderValue.Parse(\"Bearer x\");")]
    [InlineData("r.Headers.TryAddWithoutValidation(\"aUTHORIZATION\", \"x\");")]
    [InlineData("r.Headers.TryAddWithoutValidation(\"Auth\" + \"orization\", \"x\");")]
    public Task Name_of_the_header_Silent(string statement) => InClass($"Task M(HttpClient c) {{ {New} {statement} return c.SendAsync(r); }}");

    [Theory]
    [InlineData("r.Headers.TryAddWithoutValidation(Microsoft.Net.Http.Headers.HeaderNames.ProxyAuthorization, \"x\");")]
    [InlineData("r.Headers.Add(nameof(HttpRequestHeader.Accept), \"x\");")]
    [InlineData("r.Headers.ProxyAuthorization = AuthenticationHeaderValue.Parse(\"Bearer x\");")]
    [InlineData("r.Headers.TryAddWithoutValidation(\"Authorisation\", \"x\");")]
    [InlineData("r.Headers.TryAddWithoutValidation(\"WWW-Authenticate\", \"x\");")]
    [InlineData("r.Headers.TryGetValues(\"Authorization\", out _);")]
    [InlineData("_ = r.Headers.Contains(\"Authorization\");")]
    [InlineData("if (r.Headers.Authorization == null) Console.WriteLine(\"none\");")]
    [InlineData("r.Content = new StringContent(\"Authorization: Bearer x\");")]
    [InlineData("r.Content = new FormUrlEncodedContent(new Dictionary<string, string> { [\"Authorization\"] = \"x\" });")]
    [InlineData("r.Content = new StringContent(\"\"); r.Content.Headers.TryAddWithoutValidation(\"Content-Language\", \"Authorization\");")]
    [InlineData("var auth = new AuthenticationHeaderValue(\"Bearer\", \"x\"); Console.WriteLine(auth);")]
    [InlineData("var other = new HttpRequestMessage(); other.Headers.Add(\"Authorization\", \"x\");")]
    [InlineData("r.Headers.Add(\"Authorization\", \"x\"); r.Headers.Authorization = null;")]
    [InlineData("r.Headers.Add(\"Authorization\", \"x\"); r = new HttpRequestMessage(HttpMethod.Post, Url);")]
    [InlineData("r.Options.Set(new HttpRequestOptionsKey<string>(\"Authorization\"), \"x\");")]
    [InlineData("new HttpClient().DefaultRequestHeaders.Add(\"Authorization\", \"x\");")]
    public Task What_does_not_count_Reported(string statement) => InClass($"Task M(HttpClient c) {{ {New} {statement} return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task A_header_on_the_content_is_no_header_of_the_request_Reported() =>
        InClass($"Task M(HttpClient c) {{ {New} r.Content = new StringContent(\"\"); r.Content.Headers.TryAddWithoutValidation(\"Authorization\", \"x\"); return [|c.SendAsync(r)|]; }}");

    [Fact]
    public Task Two_clients_of_one_class_Reported_for_the_one_without() => InClass(
        "readonly HttpClient plain = new(); readonly HttpClient signed = new(); public Client() { signed.DefaultRequestHeaders.Add(\"Authorization\", \"x\"); } Task A() => signed.PostAsync(Url, null); Task B() => [|plain.PostAsync(Url, null)|];");

    [Fact]
    public Task Header_set_in_a_loop_before_the_send_Silent() =>
        InClass($"async Task M(HttpClient c) {{ for (var i = 0; i < 3; i++) {{ using {New} r.Headers.Add(\"Authorization\", \"x\"); await c.SendAsync(r); }} }}");

    [Fact]
    public Task Header_in_try_with_the_send_after_it_Silent() =>
        InClass($"async Task M(HttpClient c) {{ {New} try {{ r.Headers.Add(\"Authorization\", \"x\"); }} catch (FormatException) {{ r.Headers.TryAddWithoutValidation(\"Authorization\", \"x\"); }} await c.SendAsync(r); }}");

    // The name is that of the part of a message that holds its headers; here it is a member of the program.
    [Theory]
    [InlineData("protected abstract Dictionary<string, string> Headers { get; }", "protected override Dictionary<string, string> Headers => new() { [\"NAME\"] = \"x\" };")]
    [InlineData("protected abstract Dictionary<string, string> Headers { get; }", "protected override Dictionary<string, string> Headers { get; } = new() { [\"NAME\"] = \"x\" };")]
    [InlineData("protected virtual IEnumerable<KeyValuePair<string, string>> Headers => new Dictionary<string, string>();", "protected override IEnumerable<KeyValuePair<string, string>> Headers { get { yield return new(\"NAME\", \"x\"); } }")]
    [InlineData("protected Dictionary<string, string> Headers { get; set; } = new();", "public Call() { Headers = new() { { \"NAME\", \"x\" } }; }")]
    [InlineData("protected Dictionary<string, string> Headers { get; } = new();", "public Call() { Headers[\"NAME\"] = \"x\"; }")]
    public Task Headers_of_the_program_s_own(string declared, string given) => Both(
        $"static readonly Call call = new(); Task M() => call.M(Url); public abstract class Base {{ readonly HttpClient c = new(); {declared} protected Task Send(string url) {{ var r = new HttpRequestMessage(HttpMethod.Post, url); foreach (var h in Headers) r.Headers.TryAddWithoutValidation(h.Key, h.Value); return [|c.SendAsync(r)|]; }} }}"
        + $"public class Call : Base {{ {given} public Task M(string url) => Send(url); }}");

    // A class of requests: the session's code is asked with GET, and only the POST needs the header.
    [Theory]
    [InlineData("HttpMethod.Get", "https://api.auth.adobe.com/api/v2/R/sessions/CODE")]
    [InlineData("HttpMethod.Post", "https://example.com/sessions")]
    public Task Another_object_of_the_same_class_Silent(string verb, string url) => InProgram($$"""
        public sealed class Request { public Request(HttpMethod verb, string url) { Verb = verb; Url = url; } public HttpMethod Verb { get; } public string Url { get; } public HttpRequestMessage Make() => new HttpRequestMessage(Verb, Url); }
        public class Client
        {
            readonly HttpClient c = new HttpClient();
            Task Signed(Request q) { var r = q.Make(); r.Headers.TryAddWithoutValidation("Authorization", "x"); return c.SendAsync(r); }
            Task Plain(Request q) => c.SendAsync(q.Make());
            Task Create() => Signed(new Request(HttpMethod.Post, "https://api.auth.adobe.com/api/v2/R/sessions"));
            Task Find() => Plain(new Request({{verb}}, "{{url}}"));
        }
        """);

    [Fact]
    public Task One_object_of_a_class_of_requests_Reported() => InProgram("""
        public sealed class Request { public Request(HttpMethod verb, string url) { Verb = verb; Url = url; } public HttpMethod Verb { get; } public string Url { get; } public HttpRequestMessage Make() => new HttpRequestMessage(Verb, Url); }
        public class Client
        {
            readonly HttpClient c = new HttpClient();
            Task Plain(Request q) => [|c.SendAsync(q.Make())|];
            Task Create() => Plain(new Request(HttpMethod.Post, "https://api.auth.adobe.com/api/v2/R/sessions"));
            Task Find() => Plain(new Request(HttpMethod.Get, "https://api.auth.adobe.com/api/v2/R/sessions/CODE"));
        }
        """);

    // A path that answers two verbs, with a verb that is one of several.
    [Fact]
    public Task Session_by_code_with_one_of_two_verbs_Silent() => InClass("Task M(HttpClient c, bool b) => c.SendAsync(new HttpRequestMessage(b ? HttpMethod.Post : HttpMethod.Get, \"https://api.auth.adobe.com/api/v2/R/sessions/CODE\"));");
}
