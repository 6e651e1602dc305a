using System.Text.RegularExpressions;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization.MissingAuthorizationAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>Each endpoint of the catalogue: those that must carry the header are reported without it, and no other is.</summary>
public class EveryEndpointTests
{
    private static IEnumerable<Endpoint> Required => Endpoints.All.Where(static e => e.Verb == HttpVerb.Post && e.Authorization == AuthorizationNeed.Required);

    public static TheoryData<string> RequiredPaths => new(Required.Select(PathOf).Distinct());

    public static TheoryData<string, string> OtherCalls
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (verb, path) in Endpoints.All.Except(Required).Select(static e => (e.Verb, PathOf(e))).Distinct())
                data.Add(verb, path);
            return data;
        }
    }

    public static TheoryData<string, string> RequiredPathsAndWays
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var path in Required.Select(PathOf).Distinct())
            {
                data.Add(path, "request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);");
                data.Add(path, "request.Headers.TryAddWithoutValidation(\"authorization\", token);");
                data.Add(path, "client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);");
                data.Add(path, "Sign(request, token);");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(RequiredPaths))]
    public Task Post_without_the_header_Reported(string path) => Verify.VerifyAnalyzerAsync(Source("POST", "https://api.auth.adobe.com" + path, "", "[|client.SendAsync(request)|]"));

    [Theory]
    [MemberData(nameof(RequiredPathsAndWays))]
    public Task Post_with_the_header_Silent(string path, string way) => Verify.VerifyAnalyzerAsync(Source("POST", "https://api.auth.adobe.com" + path, way));

    [Theory]
    [MemberData(nameof(RequiredPaths))]
    public Task Post_to_another_host_Silent(string path) => Verify.VerifyAnalyzerAsync(Source("POST", "https://api.example.com" + path, ""));

    [Theory]
    [MemberData(nameof(OtherCalls))]
    public Task Call_that_need_not_carry_it_Silent(string verb, string path) => Verify.VerifyAnalyzerAsync(Source(verb, "https://api.auth.adobe.com" + path, ""));

    private static string PathOf(Endpoint endpoint) => "/" + Regex.Replace(endpoint.Path, @"\{[^}]*\}", "X1").TrimStart('/');

    private static string Source(string verb, string url, string statement, string send = "client.SendAsync(request)") => $$"""
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Threading.Tasks;

        public class Client
        {
            public const string Host = "https://api.auth.adobe.com";

            public async Task Call(HttpClient client, string token)
            {
                var request = new HttpRequestMessage(new HttpMethod("{{verb}}"), "{{url}}");
                {{statement}}
                await {{send}};
            }

            private static void Sign(HttpRequestMessage message, string header) => message.Headers.TryAddWithoutValidation("Authorization", header);
        }
        """;
}
