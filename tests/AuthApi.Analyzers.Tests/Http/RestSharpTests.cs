using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

public class RestSharpTests
{
    [Theory]
    [InlineData("await c.ExecuteAsync(new RestRequest(\"a\", Method.Post));", "POST https://h/api/a")]
    [InlineData("await c.PostAsync(new RestRequest(\"/a\"));", "POST https://h/api/a")]
    [InlineData("await c.PostAsync<string>(new RestRequest(\"a\"));", "POST https://h/api/a")]
    [InlineData("await c.ExecutePostAsync(new RestRequest(\"a\"));", "POST https://h/api/a")]
    [InlineData("await c.ExecuteAsync(new RestRequest(\"a\"), Method.Post);", "POST https://h/api/a")]
    [InlineData("await c.PostJsonAsync(\"a\", new { x = 1 });", "POST https://h/api/a")]
    [InlineData("c.Execute(new RestRequest(\"a\"));", "GET https://h/api/a")]
    [InlineData("var r = new RestRequest(\"a\"); r.Method = Method.Put; c.Execute(r);", "PUT https://h/api/a")]
    [InlineData("var r = new RestRequest { Resource = \"a\", Method = Method.Post }; c.Execute(r);", "POST https://h/api/a")]
    [InlineData("var r = new RestRequest(\"x/{id}/y\", Method.Post).AddUrlSegment(\"id\", \"42\").AddQueryParameter(\"k\", p); await c.ExecuteAsync(r);", "POST https://h/api/x/42/y?k=*")]
    [InlineData("var r = new RestRequest(\"a\", Method.Post); r.AddParameter(\"k\", \"v\"); await c.ExecuteAsync(r);", "POST https://h/api/a")]
    [InlineData("await c.ExecuteAsync(new RestRequest(\"https://other/a\", Method.Post));", "POST https://other/a")]
    public void A_request(string body, string expected) =>
        Assert.Equal([expected], RequestSource.InMethod("var c = new RestClient(\"https://h/api\"); " + body, TestReferences.RestSharp, "using RestSharp;"));

    [Theory]
    [InlineData("new RestClient(new RestClientOptions(\"https://h/v1/\"))", "GET https://h/v1/a")]
    [InlineData("new RestClient(new RestClientOptions { BaseUrl = new Uri(\"https://h\") })", "GET https://h/a")]
    [InlineData("new RestClient(new Uri(\"https://h/\"))", "GET https://h/a")]
    [InlineData("new RestClient(new HttpClient { BaseAddress = new Uri(\"https://h/v1\") })", "GET https://h/v1/a")]
    [InlineData("new RestClient(o => o.BaseUrl = new Uri(\"https://h/v2\"))", "GET https://h/v2/a")]
    [InlineData("new RestClient()", "GET a")]
    public void Base_url(string client, string expected) =>
        Assert.Equal([expected], RequestSource.InMethod($"var c = {client}; c.Execute(new RestRequest(\"a\"));", TestReferences.RestSharp, "using RestSharp;"));

    [Theory]
    [InlineData("IRestRequest r = new RestRequest(\"a\", Method.POST); c.Execute(r);", "POST https://h/a")]
    [InlineData("c.Execute(new RestRequest(Method.POST));", "POST https://h")]
    [InlineData("c.Execute<string>(new RestRequest(\"a\", Method.POST).AddHeader(\"k\", \"v\"));", "POST https://h/a")]
    [InlineData("c.Post(new RestRequest(\"a\"));", "POST https://h/a")]
    [InlineData("await c.ExecuteTaskAsync(new RestRequest(\"a\", Method.DELETE));", "DELETE https://h/a")]
    public void The_old_shape(string body, string expected) =>
        Assert.Equal([expected], RequestSource.InMethod("IRestClient c = new RestClient(\"https://h\"); " + body, TestReferences.RestSharp106, "using RestSharp;"));

    [Fact]
    public void Base_url_set_later() => Assert.Equal(
        ["POST https://h/a"], RequestSource.InMethod("var c = new RestClient(); c.BaseUrl = new Uri(\"https://h\"); c.Execute(new RestRequest(\"a\", Method.POST));", TestReferences.RestSharp106, "using RestSharp;"));
}
