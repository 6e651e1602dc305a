using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Tests.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

public class HttpRequestsTests
{
    /// <summary>All requests of the source as "VERB url", holes as <c>*</c>, sorted.</summary>
    private static string[] Requests(string source)
    {
        var (program, tree) = FlowSource.CompileOnly(source);
        return tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(program.OperationAt).OfType<IInvocationOperation>()
            .SelectMany(HttpRequests.For(program).At)
            .SelectMany(static r => r.Urls.Select(u => $"{(r.Verbs.Count == 0 ? "?" : string.Join("|", r.Verbs))} {u.ToString().Replace(TextValue.Hole, '*')}"))
            .Distinct().Order(StringComparer.Ordinal).ToArray();
    }

    private static string[] InMethod(string body, string members = "") =>
        Requests($"class C {{ {members} async Task M(HttpClient client, string p) {{ {body} }} }}");

    [Theory]
    [InlineData("await client.PostAsync(\"https://h/a\", null);", "POST https://h/a")]
    [InlineData("await client.GetStringAsync($\"https://h/{p}\");", "GET https://h/*")]
    [InlineData("await client.DeleteAsync(new Uri(\"https://h/a\"));", "DELETE https://h/a")]
    [InlineData("await client.PostAsJsonAsync(\"https://h/a\", new { x = 1 });", "POST https://h/a")]
    [InlineData("await client.GetFromJsonAsync<string>(\"https://h/a\");", "GET https://h/a")]
    [InlineData("await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"https://h/a\"));", "POST https://h/a")]
    [InlineData("using var r = new HttpRequestMessage(HttpMethod.Put, \"https://h/a\"); await client.SendAsync(r);", "PUT https://h/a")]
    [InlineData("var r = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri(\"https://h/a\") }; client.Send(r);", "POST https://h/a")]
    [InlineData("var r = new HttpRequestMessage(); r.Method = new HttpMethod(\"post\"); r.RequestUri = new Uri(\"https://h/a\"); client.Send(r);", "POST https://h/a")]
    [InlineData("var r = new HttpRequestMessage(); r.RequestUri = new Uri(\"https://h/a\"); client.Send(r);", "GET https://h/a")]
    [InlineData("var r = new HttpRequestMessage(HttpMethod.Get, \"https://h/old\"); r.RequestUri = new Uri(\"https://h/new\"); client.Send(r);", "GET https://h/new")]
    public void A_request(string body, string expected) => Assert.Equal([expected], InMethod(body));

    [Theory]
    [InlineData("readonly HttpClient http = new HttpClient { BaseAddress = new Uri(\"https://h/api/\") };", "await http.PostAsync(\"a\", null);", "POST https://h/api/a")]
    [InlineData("readonly HttpClient http = new HttpClient { BaseAddress = new Uri(\"https://h/api/\") };", "await http.PostAsync(\"/a\", null);", "POST https://h/a")]
    [InlineData("readonly HttpClient http; public C(HttpClient c) { http = c; http.BaseAddress = new Uri(\"https://h/api\"); }", "await http.PostAsync(\"a\", null);", "POST https://h/a")]
    [InlineData("readonly HttpClient http; public C(HttpClient c) { http = c; c.BaseAddress = new Uri(\"https://h/api/\"); }", "await http.GetAsync(\"a\");", "GET https://h/api/a")]
    [InlineData("static HttpClient Make() { var c = new HttpClient(); c.BaseAddress = new Uri(\"https://h\"); return c; }", "await Make().GetAsync(\"a\");", "GET https://h/a")]
    [InlineData("static HttpRequestMessage New(HttpMethod m, string path) => new HttpRequestMessage(m, \"https://h/\" + path);", "await client.SendAsync(New(HttpMethod.Post, \"a\"));", "POST https://h/a")]
    [InlineData("static HttpRequestMessage Clone(HttpRequestMessage o) => new HttpRequestMessage(o.Method, o.RequestUri);", "await client.SendAsync(Clone(new HttpRequestMessage(HttpMethod.Post, \"https://h/a\")));", "POST https://h/a")]
    [InlineData("", "await client.GetAsync(\"a\");", "GET a")]
    [InlineData("readonly HttpClient http = new HttpClient { BaseAddress = new Uri(\"https://h/api/\") };", "await http.GetAsync($\"{p}/a\");", "GET https://h/api/*/a")]
    [InlineData("readonly HttpClient http = new HttpClient { BaseAddress = new Uri(\"https://h/api/\") };", "await http.GetAsync(p);", "GET *")]
    [InlineData("readonly HttpClient http = new HttpClient { BaseAddress = new Uri(\"https://h/api/\") };", "await http.GetAsync(p + \"?a=b\");", "GET *?a=b")]
    [InlineData("readonly HttpClient http = new HttpClient { BaseAddress = new Uri(\"https://h/api/\") }; string baseUrl;", "await http.GetAsync(baseUrl + \"/a\");", "GET */a")]
    [InlineData("readonly HttpClient http = new HttpClient { BaseAddress = new Uri(\"https://h/api/\") };", "await http.GetAsync(new Uri(p) + \"/a\");", "GET */a")]
    public void Joined_with_the_base_address(string members, string body, string expected) => Assert.Equal([expected], InMethod(body, members));

    [Fact]
    public void A_helper_gives_one_request_for_each_caller() => Assert.Equal(
        ["GET https://h/b", "POST https://h/a"],
        Requests("""
            class C
            {
                HttpClient http = new HttpClient();
                Task<HttpResponseMessage> Send(HttpMethod method, string path) => http.SendAsync(new HttpRequestMessage(method, "https://h/" + path));
                Task A() => Send(HttpMethod.Post, "a");
                Task B() => Send(HttpMethod.Get, "b");
            }
            """));

    [Fact]
    public void Two_levels_of_helpers() => Assert.Equal(
        ["POST https://h/v1/a", "POST https://h/v1/b"],
        Requests("""
            class C
            {
                HttpClient http = new HttpClient();
                Task Post(string url) => http.PostAsync(url, null);
                Task PostApi(string path) => Post("https://h/v1/" + path);
                Task A() => PostApi("a");
                Task B() => PostApi("b");
            }
            """));

    [Fact]
    public void A_verb_chosen_at_run_time_gives_all() => Assert.Equal(
        ["POST|GET https://h/a"], InMethod("await client.SendAsync(new HttpRequestMessage(p == null ? HttpMethod.Post : HttpMethod.Get, \"https://h/a\"));"));

    [Theory]
    [InlineData("class MyClient { public Task PostAsync(string url, object o) => null; } class C { Task M(MyClient c) => c.PostAsync(\"https://h\", null); }")]
    [InlineData("class C { Task M(HttpClient c) { c.CancelPendingRequests(); return c.GetType() == null ? null : Task.CompletedTask; } }")]
    public void No_request(string source) => Assert.Empty(Requests(source));

    [Theory]
    [InlineData("class Call { public Call(HttpMethod method, string path) { Method = method; Path = path; } public HttpMethod Method { get; } public string Path { get; } HttpRequestMessage }")]
    [InlineData("class Call { public Call(HttpMethod method, string path) => (Method, Path) = (method, path); public HttpMethod Method { get; } public string Path { get; } HttpRequestMessage }")]
    [InlineData("class Call { readonly HttpMethod m; readonly string p; public Call(HttpMethod method, string path) { m = method; p = path; } HttpMethod Method => m; string Path => p; HttpRequestMessage }")]
    [InlineData("class Call { public Call(HttpMethod method, string path, int more) { Method = method; Path = path; } public Call(HttpMethod method, string path) : this(method, path, 1) { } public HttpMethod Method { get; } public string Path { get; } HttpRequestMessage }")]
    [InlineData("class Start { protected Start(HttpMethod method, string path) { Method = method; Path = path; } protected HttpMethod Method { get; } protected string Path { get; } } class Call : Start { public Call(HttpMethod method, string path) : base(method, path) { } HttpRequestMessage }")]
    [InlineData("class Call { readonly HttpMethod Method = HttpMethod.Get; readonly string Path; public Call(HttpMethod method, string path) { Path = path; if (path == \"a\") { } Method = method; } HttpRequestMessage }")]
    public void Objects_of_one_class_are_not_mixed(string type) => Assert.Equal(["GET https://h/g", "POST https://h/p"], Requests(
        type.Replace("HttpRequestMessage", "public HttpRequestMessage ToMessage() => new HttpRequestMessage(Method, \"https://h/\" + Path);") + """
         static class Calls { public static Call Get(string path) => new Call(HttpMethod.Get, path); public static Call Post(string path) => new Call(HttpMethod.Post, path); }
         class C { readonly HttpClient http = new HttpClient(); Task Send(Call call) => http.SendAsync(call.ToMessage()); Task A() => Send(Calls.Get("g")); Task B() => Send(Calls.Post("p")); }
        """));

    [Fact]
    public void A_member_that_changes_later_has_all_its_values() => Assert.Equal(["GET|POST https://h/"], Requests("""
        class Call { public HttpMethod Method { get; private set; } public Call(HttpMethod method) { Method = method; } public void Turn() { Method = HttpMethod.Post; } public HttpRequestMessage ToMessage() => new HttpRequestMessage(Method, "https://h/"); }
        class C { readonly HttpClient http = new HttpClient(); Task Send(Call call) => http.SendAsync(call.ToMessage()); Task A() { var call = new Call(HttpMethod.Get); call.Turn(); return Send(call); } }
        """));
}
