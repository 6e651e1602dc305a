using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization.MissingAuthorizationAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization.MissingAuthorizationCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>The fix in a program that has nothing to authorize with.</summary>
public class GeneratedHeaderFixTests
{
    [Fact]
    public Task V1_gets_a_signer_whose_keys_are_open() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Client
        {
            private readonly HttpClient http = new HttpClient();

            public async Task<string> RegisterAsync(HttpContent content)
            {
                // Ask for a code.
                var response = await [|http.PostAsync("https://api.auth.adobe.com/reggie/v1/REQ/regcode", content)|];
                return await response.Content.ReadAsStringAsync();
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text;
        using System.Threading.Tasks;

        public class Client
        {
            private readonly HttpClient http = new HttpClient();

            public async Task<string> RegisterAsync(HttpContent content)
            {
                // Ask for a code.
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/reggie/v1/REQ/regcode")
                {
                    Content = content,
                };
                request.Headers.TryAddWithoutValidation("Authorization", CreateAuthorizationHeader("POST", "REQ", "/reggie/v1/REQ/regcode"));
                var response = await http.SendAsync(request);
                return await response.Content.ReadAsStringAsync();
            }

            private static string CreateAuthorizationHeader(string verb, string requestor, string path)
            {
                var time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
                var nonce = Guid.NewGuid();
                var text = FormattableString.Invariant(
                    $"{verb} requestor_id={requestor}, nonce={nonce}, signature_method=HMAC-SHA1, request_time={time}, request_uri={path}");
                using var mac = new HMACSHA1(Encoding.UTF8.GetBytes(SecretKey));
                var signature = Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text)));
                return $"{text}, public_key={PublicKey}, signature={signature}";
            }

            private static string PublicKey => throw new NotImplementedException("The public key of the key pair that Adobe issued.");

            private static string SecretKey => throw new NotImplementedException("The secret key of the key pair that Adobe issued.");
        }
        """);

    [Fact]
    public Task V2_gets_a_token_provider_and_the_function_becomes_asynchronous() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;

        namespace App
        {
            public class Client
            {
                private readonly HttpClient http = new HttpClient();

                public Task<HttpResponseMessage> StartAsync(string provider, object body, CancellationToken cancellationToken) =>
                    [|http.PostAsJsonAsync($"https://api.auth.adobe.com/api/v2/{provider}/sessions", body, cancellationToken)|];
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;

        namespace App
        {
            public class Client
            {
                private readonly HttpClient http = new HttpClient();

                public async Task<HttpResponseMessage> StartAsync(string provider, object body, CancellationToken cancellationToken)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, $"https://api.auth.adobe.com/api/v2/{provider}/sessions")
                    {
                        Content = JsonContent.Create(body),
                    };
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetAccessTokenAsync(cancellationToken));
                    return await http.SendAsync(request, cancellationToken);
                }

                private static Task<string> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
                    throw new NotImplementedException("The access token of Adobe's client registration (POST /o/client/token).");
            }
        }
        """);

    [Fact]
    public Task A_type_gets_one_signer_for_all_its_requests() => Verify.VerifyCodeFixAsync(
        Usings + """
        public class Client
        {
            public async Task RegisterAsync(HttpClient http, string requestor)
            {
                await [|http.PostAsync($"https://api.auth.adobe.com/reggie/v1/{requestor}/regcode", null)|];
            }

            public Task PreviewAsync(HttpClient http, HttpContent form) =>
                [|http.PostAsync("https://api.auth.adobe.com/api/v1/authenticate/freepreview", form)|];
        }
        """,
        Usings + """
        public class Client
        {
            public async Task RegisterAsync(HttpClient http, string requestor)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"https://api.auth.adobe.com/reggie/v1/{requestor}/regcode");
                request.Headers.TryAddWithoutValidation("Authorization", CreateAuthorizationHeader("POST", requestor, $"/reggie/v1/{requestor}/regcode"));
                await http.SendAsync(request);
            }

            private static string CreateAuthorizationHeader(string verb, string requestor, string path)
            {
                var time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
                var nonce = Guid.NewGuid();
                var text = FormattableString.Invariant(
                    $"{verb} requestor_id={requestor}, nonce={nonce}, signature_method=HMAC-SHA1, request_time={time}, request_uri={path}");
                using var mac = new HMACSHA1(Encoding.UTF8.GetBytes(SecretKey));
                var signature = Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text)));
                return $"{text}, public_key={PublicKey}, signature={signature}";
            }

            private static string PublicKey => throw new NotImplementedException("The public key of the key pair that Adobe issued.");

            private static string SecretKey => throw new NotImplementedException("The secret key of the key pair that Adobe issued.");

            public Task PreviewAsync(HttpClient http, HttpContent form)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/api/v1/authenticate/freepreview")
                {
                    Content = form,
                };
                request.Headers.TryAddWithoutValidation("Authorization", CreateAuthorizationHeader("POST", RequestorId, "/api/v1/authenticate/freepreview"));
                return http.SendAsync(request);
            }

            private static string RequestorId => throw new NotImplementedException("The requestor id that Adobe assigned.");
        }
        """);

    [Fact]
    public Task Keys_of_an_options_object_are_used() => Verify.VerifyCodeFixAsync(
        Usings + """
        public class AdobeOptions
        {
            public string RequestorId { get; set; } = "";
            public string PublicKey { get; set; } = "";
            public string SecretKey { get; set; } = "";
        }

        public class Client
        {
            private readonly HttpClient http;
            private readonly AdobeOptions options;

            public Client(HttpClient http, AdobeOptions options)
            {
                this.http = http;
                this.options = options;
            }

            public async Task Preview(HttpContent form)
            {
                await [|http.PostAsync("https://api.auth.adobe.com/api/v1/authenticate/freepreview", form)|];
            }
        }
        """,
        Usings + """
        public class AdobeOptions
        {
            public string RequestorId { get; set; } = "";
            public string PublicKey { get; set; } = "";
            public string SecretKey { get; set; } = "";
        }

        public class Client
        {
            private readonly HttpClient http;
            private readonly AdobeOptions options;

            public Client(HttpClient http, AdobeOptions options)
            {
                this.http = http;
                this.options = options;
            }

            public async Task Preview(HttpContent form)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/api/v1/authenticate/freepreview")
                {
                    Content = form,
                };
                request.Headers.TryAddWithoutValidation("Authorization", CreateAuthorizationHeader("POST", options.RequestorId, "/api/v1/authenticate/freepreview"));
                await http.SendAsync(request);
            }

            private string CreateAuthorizationHeader(string verb, string requestor, string path)
            {
                var time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
                var nonce = Guid.NewGuid();
                var text = FormattableString.Invariant(
                    $"{verb} requestor_id={requestor}, nonce={nonce}, signature_method=HMAC-SHA1, request_time={time}, request_uri={path}");
                using var mac = new HMACSHA1(Encoding.UTF8.GetBytes(options.SecretKey));
                var signature = Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text)));
                return $"{text}, public_key={options.PublicKey}, signature={signature}";
            }
        }
        """);

    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text;
        using System.Threading.Tasks;

        """;

    [Fact]
    public Task An_old_language_gets_no_default_literal() => new Verify.Test
    {
        TestCode = """
            using System;
            using System.Net.Http;
            using System.Threading;
            using System.Threading.Tasks;

            public class Client
            {
                public Task<HttpResponseMessage> Start(HttpClient http) => [|http.PostAsync("https://api.auth.adobe.com/api/v2/REQ/sessions", null)|];
            }
            """,
        FixedCode = """
            using System;
            using System.Net.Http;
            using System.Net.Http.Headers;
            using System.Threading;
            using System.Threading.Tasks;

            public class Client
            {
                public async Task<HttpResponseMessage> Start(HttpClient http)
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/api/v2/REQ/sessions");
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetAccessTokenAsync());
                    return await http.SendAsync(request);
                }

                private static Task<string> GetAccessTokenAsync(CancellationToken cancellationToken = default(CancellationToken)) =>
                    throw new NotImplementedException("The access token of Adobe's client registration (POST /o/client/token).");
            }
            """,
        LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7,
    }.RunAsync();
}
