using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

public class FlurlTests
{
    [Theory]
    [InlineData("await \"https://h/a\".PostJsonAsync(new { x = 1 });", "POST https://h/a")]
    [InlineData("await \"https://h\".AppendPathSegment(\"a\").AppendPathSegments(\"b\", p).PostUrlEncodedAsync(new { x = 1 });", "POST https://h/a/b/*")]
    [InlineData("await \"https://h/\".AppendPathSegment(\"/a\").SetQueryParam(\"k\", \"v\").WithHeader(\"X\", \"y\").PostStringAsync(\"\");", "POST https://h/a?k=v")]
    [InlineData("await \"https://h/a\".SetQueryParams(new { k = 1, l = p }).GetStringAsync();", "GET https://h/a?k=1&l=*")]
    [InlineData("await \"https://h/a\".WithHeader(\"X\", \"y\").SendAsync(HttpMethod.Post);", "POST https://h/a")]
    [InlineData("await \"https://h/a\".SendJsonAsync(new HttpMethod(\"PUT\"), null);", "PUT https://h/a")]
    [InlineData("await new Url(\"https://h\").AppendPathSegment(\"a\").PostAsync(null);", "POST https://h/a")]
    [InlineData("var url = new Url(\"https://h\"); url.AppendPathSegment(\"a\"); url.SetQueryParam(\"k\", 1); await url.PostAsync(null);", "POST https://h/a?k=1")]
    [InlineData("var r = \"https://h\".AppendPathSegment(\"a\").WithTimeout(5); await r.PostJsonAsync(null);", "POST https://h/a")]
    [InlineData("await new FlurlRequest(\"https://h/a\").PostAsync(null);", "POST https://h/a")]
    [InlineData("await new FlurlClient(\"https://h/api\").Request(\"a\", p).PostJsonAsync(null);", "POST https://h/api/a/*")]
    [InlineData("IFlurlClient c = new FlurlClient(\"https://h\").WithHeader(\"X\", \"y\"); await c.Request(\"https://other/a\").PostAsync(null);", "POST https://other/a")]
    [InlineData("var c = new FlurlClient { BaseUrl = \"https://h\" }; await c.Request().AppendPathSegment(\"a\").PostAsync(null);", "POST https://h/a")]
    public void A_request(string body, string expected) => Assert.Equal([expected], RequestSource.InMethod(body, TestReferences.Flurl, "using Flurl; using Flurl.Http;"));

    [Fact]
    public void Nothing_is_sent() => Assert.Empty(RequestSource.InMethod("var r = \"https://h/a\".WithHeader(\"X\", \"y\");", TestReferences.Flurl, "using Flurl; using Flurl.Http;"));
}
