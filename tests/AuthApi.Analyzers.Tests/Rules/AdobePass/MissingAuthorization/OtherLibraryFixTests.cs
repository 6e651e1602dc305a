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
}
