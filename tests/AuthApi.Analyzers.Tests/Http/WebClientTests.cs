using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

public class WebClientTests
{
    [Theory]
    [InlineData("c.UploadString(\"https://h/a\", \"x\");", "POST https://h/a")]
    [InlineData("await c.UploadStringTaskAsync(new Uri(\"https://h/a\"), \"PUT\", \"x\");", "PUT https://h/a")]
    [InlineData("c.UploadValues(\"https://h/a\", null, new NameValueCollection());", "POST https://h/a")]
    [InlineData("c.UploadData($\"https://h/{p}\", \"POST\", new byte[0]);", "POST https://h/*")]
    [InlineData("c.DownloadString(\"https://h/a\");", "GET https://h/a")]
    [InlineData("c.OpenWrite(\"https://h/a\");", "POST https://h/a")]
    [InlineData("c.BaseAddress = \"https://h/x/\"; c.UploadString(\"a\", \"\");", "POST https://h/x/a")]
    [InlineData("c.QueryString.Add(\"k\", \"v\"); c.UploadString(\"https://h/a\", \"\");", "POST https://h/a?k=v")]
    [InlineData("c.QueryString[\"k\"] = p; c.UploadString(\"https://h/a\", \"\");", "POST https://h/a?k=*")]
    [InlineData("c.QueryString = new NameValueCollection(); c.DownloadString(\"https://h/a\");", "GET https://h/a?*")]
    public void A_request(string body, string expected) => Assert.Equal([expected], RequestSource.InMethod("var c = new WebClient(); " + body, TestReferences.Framework));

    [Fact]
    public void A_subclass_is_a_client() => Assert.Equal(
        ["POST https://h/a"], RequestSource.Requests("class Api : WebClient { public string Post() => UploadString(\"https://h/a\", \"\"); }"));
}
