using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

public class WindowsHttpTests
{
    [Theory]
    [InlineData("await c.PostAsync(new Uri(\"https://h/a\"), null);", "POST https://h/a")]
    [InlineData("await c.TryPostAsync(new Uri(\"https://h/a\"), null);", "POST https://h/a")]
    [InlineData("await c.SendRequestAsync(new Web.HttpRequestMessage(Web.HttpMethod.Post, new Uri(\"https://h/a\")));", "POST https://h/a")]
    [InlineData("var r = new Web.HttpRequestMessage { RequestUri = new Uri(\"https://h/a\"), Method = new Web.HttpMethod(\"POST\") }; await c.SendRequestAsync(r);", "POST https://h/a")]
    [InlineData("await c.GetAsync(new Uri(\"https://h/a\"));", "GET https://h/a")]
    public void A_request(string body, string expected) =>
        Assert.Equal([expected], RequestSource.InMethod("var c = new Web.HttpClient(); " + body, TestReferences.WindowsHttp, "using Web = Windows.Web.Http;"));
}
