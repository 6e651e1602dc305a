using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

public class WebRequestTests
{
    [Theory]
    [InlineData("var r = (HttpWebRequest)WebRequest.Create(\"https://h/a\"); r.Method = \"POST\"; using var x = r.GetResponse();", "POST https://h/a")]
    [InlineData("var r = WebRequest.CreateHttp(\"https://h/\" + p); r.Method = \"post\"; using var x = await r.GetResponseAsync();", "POST https://h/*")]
    [InlineData("var r = WebRequest.Create(new Uri(\"https://h/a\")) as HttpWebRequest; r.Method = WebRequestMethods.Http.Post; r.BeginGetResponse(null, null);", "POST https://h/a")]
    [InlineData("var r = HttpWebRequest.Create(\"https://h/a\"); using var x = r.GetResponse();", "GET https://h/a")]
    [InlineData("var r = WebRequest.CreateHttp(\"https://h/a\"); r.Method = HttpMethod.Post.Method; using (var s = r.GetRequestStream()) { } using var x = r.GetResponse();", "POST https://h/a")]
    [InlineData("WebRequest Make(string m) { var r = WebRequest.Create(\"https://h/a\"); r.Method = m; return r; } Make(\"PUT\").GetResponse();", "PUT https://h/a")]
    public void A_request(string body, string expected) => Assert.Equal([expected], RequestSource.InMethod(body, TestReferences.Framework));

    [Theory]
    [InlineData("var r = WebRequest.Create(\"https://h/a\"); r.Method = \"POST\"; r.GetRequestStream();")]
    [InlineData("var r = WebRequest.Create(\"ftp://h/a\"); r.Abort();")]
    public void Nothing_is_sent(string body) => Assert.Empty(RequestSource.InMethod(body, TestReferences.Framework));
}
