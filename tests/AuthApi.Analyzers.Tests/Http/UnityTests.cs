using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

public class UnityTests
{
    [Theory]
    [InlineData("UnityWebRequest.Post(\"https://h/a\", new WWWForm()).SendWebRequest();", "POST https://h/a")]
    [InlineData("var r = UnityWebRequest.PostWwwForm(\"https://h/\" + p, \"\"); r.SendWebRequest();", "POST https://h/*")]
    [InlineData("using (var r = new UnityWebRequest(\"https://h/a\", \"POST\")) r.SendWebRequest();", "POST https://h/a")]
    [InlineData("var r = new UnityWebRequest(\"https://h/a\", UnityWebRequest.kHttpVerbPOST, new DownloadHandlerBuffer(), null); r.SendWebRequest();", "POST https://h/a")]
    [InlineData("var r = UnityWebRequest.Put(\"https://h/a\", \"{}\"); r.method = \"POST\"; r.SendWebRequest();", "POST https://h/a")]
    [InlineData("var r = new UnityWebRequest(); r.url = \"https://h/a\"; r.method = \"POST\"; r.SendWebRequest();", "POST https://h/a")]
    [InlineData("UnityWebRequest.Get(\"https://h/a\").SendWebRequest();", "GET https://h/a")]
    [InlineData("new UnityWebRequest(\"https://h/a\").SendWebRequest();", "GET https://h/a")]
    public void A_request(string body, string expected) =>
        Assert.Equal([expected], RequestSource.InMethod(body, TestReferences.Unity, "using UnityEngine; using UnityEngine.Networking;"));
}
