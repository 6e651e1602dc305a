using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization.MissingAuthorizationAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization.MissingAuthorizationCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>The fix for requests that HttpClient does not send.</summary>
public class OtherLibraryFixTests
{
    private const string Usings = "using System.Net;\nusing System.Threading.Tasks;\n";

    private static Task Fix(string usings, string before, string after, TestReferences references) => Verify.VerifyCodeFixAsync(
        Usings + usings + "class C\n{\n    readonly string token = \"\";\n    static Task<string> GetHeader() => null;\n" + before + "\n}\n",
        Usings + usings + "class C\n{\n    readonly string token = \"\";\n    static Task<string> GetHeader() => null;\n" + after + "\n}\n",
        references);

    [Fact]
    public Task Flurl_gets_one_more_link() => Fix(
        "using Flurl.Http;\n",
        "    Task M() => [|\"https://api.auth.adobe.com/api/v2/REQ/sessions\".WithHeader(\"Accept\", \"application/json\").PostJsonAsync(1)|];",
        "    Task M() => \"https://api.auth.adobe.com/api/v2/REQ/sessions\".WithHeader(\"Accept\", \"application/json\").WithOAuthBearerToken(token).PostJsonAsync(1);",
        TestReferences.Framework | TestReferences.Flurl);

    [Fact]
    public Task RestSharp_gets_a_header_on_the_request() => Fix(
        "using RestSharp;\n",
        """
            async Task M()
            {
                var client = new RestClient("https://api.auth.adobe.com");
                var request = new RestRequest("/api/v2/REQ/sessions", Method.Post);
                request.AddHeader("Accept", "application/json");
                await [|client.ExecuteAsync(request)|];
            }
        """,
        """
            async Task M()
            {
                var client = new RestClient("https://api.auth.adobe.com");
                var request = new RestRequest("/api/v2/REQ/sessions", Method.Post);
                request.AddHeader("Accept", "application/json");
                request.AddHeader("Authorization", "Bearer " + token);
                await client.ExecuteAsync(request);
            }
        """,
        TestReferences.Framework | TestReferences.RestSharp);

    [Fact]
    public Task Web_request_gets_the_header_before_its_body_is_written() => Fix(
        "",
        """
            void M()
            {
        #pragma warning disable SYSLIB0014
                var request = WebRequest.CreateHttp("https://api.auth.adobe.com/api/v2/REQ/sessions");
                request.Method = "POST";
                using (var body = request.GetRequestStream())
                    body.WriteByte(1);
                using var response = [|request.GetResponse()|];
            }
        """,
        """
            void M()
            {
        #pragma warning disable SYSLIB0014
                var request = WebRequest.CreateHttp("https://api.auth.adobe.com/api/v2/REQ/sessions");
                request.Method = "POST";
                request.Headers["Authorization"] = "Bearer " + token;
                using (var body = request.GetRequestStream())
                    body.WriteByte(1);
                using var response = request.GetResponse();
            }
        """,
        TestReferences.Default);

    [Fact]
    public Task WebClient_gets_a_header_on_the_client() => Fix(
        "",
        """
            void M()
            {
        #pragma warning disable SYSLIB0014
                using (var client = new WebClient())
                {
                    client.Headers.Add("Accept", "application/json");
                    var body = "mvpd=x";
                    [|client.UploadString("https://api.auth.adobe.com/api/v2/REQ/sessions", body)|];
                }
            }
        """,
        """
            void M()
            {
        #pragma warning disable SYSLIB0014
                using (var client = new WebClient())
                {
                    client.Headers.Add("Accept", "application/json");
                    client.Headers["Authorization"] = "Bearer " + token;
                    var body = "mvpd=x";
                    client.UploadString("https://api.auth.adobe.com/api/v2/REQ/sessions", body);
                }
            }
        """,
        TestReferences.Default);

    [Fact]
    public Task WebClient_without_a_name_gets_one() => Fix(
        "",
        """
            string M()
            {
        #pragma warning disable SYSLIB0014
                return [|new WebClient().UploadString("https://api.auth.adobe.com/api/v2/REQ/sessions", "")|];
            }
        """,
        """
            string M()
            {
        #pragma warning disable SYSLIB0014
                var client = new WebClient();
                client.Headers["Authorization"] = "Bearer " + token;
                return client.UploadString("https://api.auth.adobe.com/api/v2/REQ/sessions", "");
            }
        """,
        TestReferences.Default);

    [Fact]
    public Task Unity_gets_a_header_on_the_request() => Fix(
        "using UnityEngine;\nusing UnityEngine.Networking;\n",
        """
            System.Collections.IEnumerator M(WWWForm form)
            {
                using (var www = UnityWebRequest.Post("https://api.auth.adobe.com/api/v2/REQ/sessions", form))
                {
                    www.SetRequestHeader("Accept", "application/json");
                    yield return [|www.SendWebRequest()|];
                }
            }
        """,
        """
            System.Collections.IEnumerator M(WWWForm form)
            {
                using (var www = UnityWebRequest.Post("https://api.auth.adobe.com/api/v2/REQ/sessions", form))
                {
                    www.SetRequestHeader("Accept", "application/json");
                    www.SetRequestHeader("Authorization", "Bearer " + token);
                    yield return www.SendWebRequest();
                }
            }
        """,
        TestReferences.Framework | TestReferences.Unity);

    [Fact]
    public Task Windows_gets_a_typed_header() => Fix(
        "using System;\nusing Windows.Web.Http;\nusing Windows.Web.Http.Headers;\n",
        """
            async Task M(HttpClient client, IHttpContent content)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://api.auth.adobe.com/api/v2/REQ/sessions"));
                request.Content = content;
                await [|client.SendRequestAsync(request)|];
            }

            async Task N(HttpClient client, IHttpContent content)
            {
                await [|client.TryPostAsync(new Uri("https://api.auth.adobe.com/api/v2/REQ/sessions"), content)|];
            }
        """,
        """
            async Task M(HttpClient client, IHttpContent content)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://api.auth.adobe.com/api/v2/REQ/sessions"));
                request.Content = content;
                request.Headers.Authorization = new HttpCredentialsHeaderValue("Bearer", token);
                await client.SendRequestAsync(request);
            }

            async Task N(HttpClient client, IHttpContent content)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://api.auth.adobe.com/api/v2/REQ/sessions"))
                {
                    Content = content,
                };
                request.Headers.Authorization = new HttpCredentialsHeaderValue("Bearer", token);
                await client.TrySendRequestAsync(request);
            }
        """,
        TestReferences.Framework | TestReferences.WindowsHttp);

    [Theory]
    [InlineData("var r = new RestRequest(Url, Method.Post); r.AddHeader(\"Authorization\", \"Bearer \" + Token); await client.ExecuteAsync(r);", "await [|client.ExecuteAsync(other)|];", "other.AddHeader(\"Authorization\", \"Bearer \" + Token);\n        await client.ExecuteAsync(other);")]
    public Task As_other_requests_of_the_library_do(string first, string second, string fixedSecond)
    {
        string Source(string body) => Usings + $$"""
            using RestSharp;
            class C
            {
                const string Url = "https://api.auth.adobe.com/api/v2/REQ/sessions";
                static string Token => "";
                async Task First(RestClient client) { {{first}} }
                async Task M(RestClient client, string accessToken)
                {
                    var other = new RestRequest(Url, Method.Post);
                    {{body}}
                }
            }
            """;
        return Verify.VerifyCodeFixAsync(Source(second), Source(fixedSecond), TestReferences.Framework | TestReferences.RestSharp);
    }
}
