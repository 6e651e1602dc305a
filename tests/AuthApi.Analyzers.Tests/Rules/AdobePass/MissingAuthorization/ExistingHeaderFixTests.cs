using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization.MissingAuthorizationAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization.MissingAuthorizationCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>The fix in a program that has what it takes: other requests with the header, tokens, providers, signers.</summary>
public class ExistingHeaderFixTests
{
    private const string Head = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Options;

        public class AdobeOptions { public string AccessToken { get; set; } public string Requestor { get; set; } }
        public interface ITokenProvider { Task<string> GetAccessTokenAsync(CancellationToken cancellationToken); }
        public class TokenAnswer { public string AccessToken { get; set; } }
        public class TokenService { public ValueTask<TokenAnswer> GetTokenAsync() => default; }
        public class Signer
        {
            public string CreateHeader(string verb, string path) =>
                $"{verb} requestor_id=REQ, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time=1, request_uri={path}, public_key=x, signature=y";
        }

        public partial class Client
        {
            private const string Root = "https://api.auth.adobe.com";
            private readonly HttpClient http = new HttpClient();

        """;

    private static Task Fix(string before, string after) => Verify.VerifyCodeFixAsync(Head + before + "\n}\n", Head + after + "\n}\n");

    [Fact]
    public Task Signed_as_another_request_of_the_type_with_verb_and_path_of_this_one() => Fix(
        """
            private readonly Signer signer = new Signer();

            public Task<HttpResponseMessage> Check(CancellationToken ct)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, Root + "/api/v1/checkauthn");
                request.Headers.TryAddWithoutValidation("Authorization", signer.CreateHeader("GET", "/api/v1/checkauthn"));
                return http.SendAsync(request, ct);
            }

            public async Task<string> Register(HttpContent content, CancellationToken ct)
            {
                using var response = await [|http.PostAsync(Root + "/reggie/v1/REQ/regcode", content, ct)|].ConfigureAwait(false);
                return await response.Content.ReadAsStringAsync(ct).ConfigureAwait(false);
            }
        """,
        """
            private readonly Signer signer = new Signer();

            public Task<HttpResponseMessage> Check(CancellationToken ct)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, Root + "/api/v1/checkauthn");
                request.Headers.TryAddWithoutValidation("Authorization", signer.CreateHeader("GET", "/api/v1/checkauthn"));
                return http.SendAsync(request, ct);
            }

            public async Task<string> Register(HttpContent content, CancellationToken ct)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Root + "/reggie/v1/REQ/regcode") { Content = content };
                request.Headers.TryAddWithoutValidation("Authorization", signer.CreateHeader("POST", "/reggie/v1/REQ/regcode"));
                using var response = await http.SendAsync(request, ct).ConfigureAwait(false);
                return await response.Content.ReadAsStringAsync(ct).ConfigureAwait(false);
            }
        """);

    [Fact]
    public Task Token_of_another_request_that_asks_a_provider_goes_after_the_last_header() => Fix(
        """
            private readonly ITokenProvider tokens;

            public async Task<HttpResponseMessage> Profiles(CancellationToken cancellationToken)
            {
                var accessToken = await tokens.GetAccessTokenAsync(cancellationToken);
                using var request = new HttpRequestMessage(HttpMethod.Get, Root + "/api/v2/REQ/profiles");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
                return await http.SendAsync(request, cancellationToken);
            }

            public async Task<HttpResponseMessage> Authorize(CancellationToken ct)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Root + "/api/v2/REQ/decisions/authorize/Cablevision");
                request.Headers.Add("X-Device-Info", "x");

                // The decision.
                return await [|http.SendAsync(request, ct)|];
            }
        """,
        """
            private readonly ITokenProvider tokens;

            public async Task<HttpResponseMessage> Profiles(CancellationToken cancellationToken)
            {
                var accessToken = await tokens.GetAccessTokenAsync(cancellationToken);
                using var request = new HttpRequestMessage(HttpMethod.Get, Root + "/api/v2/REQ/profiles");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
                return await http.SendAsync(request, cancellationToken);
            }

            public async Task<HttpResponseMessage> Authorize(CancellationToken ct)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Root + "/api/v2/REQ/decisions/authorize/Cablevision");
                request.Headers.Add("X-Device-Info", "x");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAccessTokenAsync(ct));

                // The decision.
                return await [|http.SendAsync(request, ct)|];
            }
        """.Replace("[|", "").Replace("|]", ""));

    [Theory]
    [InlineData("private readonly string _accessToken = \"\";", "_accessToken")]
    [InlineData("public string Token { get; set; }", "Token")]
    [InlineData("private readonly AdobeOptions options;", "options.AccessToken")]
    [InlineData("private readonly IOptions<AdobeOptions> options;", "options.Value.AccessToken")]
    [InlineData("private readonly IOptionsMonitor<AdobeOptions> options;", "options.CurrentValue.AccessToken")]
    [InlineData("private static string GetAccessToken() => \"\";", "GetAccessToken()")]
    [InlineData("private readonly Func<string> getToken;", "getToken()")]
    public Task A_token_in_the_type_is_sent_as_bearer(string member, string token) => Fix(
        $$"""
            {{member}}

            public Task Start() => [|http.PostAsJsonAsync(Root + "/api/v2/REQ/sessions", 1)|];
        """,
        $$"""
            {{member}}

            public Task Start()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Root + "/api/v2/REQ/sessions") { Content = JsonContent.Create(1) };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", {{token}});
                return http.SendAsync(request);
            }
        """);

    [Theory]
    [InlineData("private readonly ITokenProvider tokens;", "await tokens.GetAccessTokenAsync(CancellationToken.None)")]
    [InlineData("private readonly TokenService tokens;", "(await tokens.GetTokenAsync()).AccessToken")]
    [InlineData("private Task<string> GetTokenAsync(CancellationToken ct = default) => null;", "await GetTokenAsync()")]
    [InlineData("private readonly Func<CancellationToken, Task<string>> accessToken;", "await accessToken(CancellationToken.None)")]
    public Task A_provider_is_awaited_and_the_function_becomes_asynchronous(string member, string token) => Fix(
        $$"""
            {{member}}

            public Task Start(bool skip)
            {
                if (skip)
                    return Task.CompletedTask;
                return [|http.PostAsync(Root + "/api/v2/REQ/sessions", null)|];
            }
        """,
        $$"""
            {{member}}

            public async Task Start(bool skip)
            {
                if (skip)
                    return;
                using var request = new HttpRequestMessage(HttpMethod.Post, Root + "/api/v2/REQ/sessions");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", {{token}});
                await http.SendAsync(request);
            }
        """);

    [Theory]
    [InlineData("private static void Sign(HttpRequestMessage message) => message.Headers.TryAddWithoutValidation(\"Authorization\", \"x\");", "Sign(request);")]
    [InlineData("private readonly Signer signer = new Signer();", "request.Headers.TryAddWithoutValidation(\"Authorization\", signer.CreateHeader(\"POST\", \"/reggie/v1/REQ/regcode\"));")]
    public Task A_signing_member_is_called(string member, string statement) => Fix(
        $$"""
            {{member}}

            public async Task Start()
            {
                await [|http.SendAsync(new HttpRequestMessage(HttpMethod.Post, Root + "/reggie/v1/REQ/regcode"))|];
            }
        """,
        $$"""
            {{member}}

            public async Task Start()
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Root + "/reggie/v1/REQ/regcode");
                {{statement}}
                await http.SendAsync(request);
            }
        """);
}
