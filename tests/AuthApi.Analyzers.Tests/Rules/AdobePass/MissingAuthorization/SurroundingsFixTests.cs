using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization.MissingAuthorizationAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization.MissingAuthorizationCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>New code looks like the code around it, although no option says how.</summary>
public class SurroundingsFixTests
{
    private const string Head = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Threading.Tasks;

        public class Client
        {
            private const string Url = "https://api.auth.adobe.com/api/v2/REQ/sessions";
            private readonly HttpClient http = new HttpClient();
            private readonly string token = "";

        """;

    private const string Header = "request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);";

    private static Task Fix(string before, string after, Func<string, string>? layout = null, TestReferences references = TestReferences.Default, string usings = "")
    {
        layout ??= static text => text;
        return Verify.VerifyCodeFixAsync(layout(usings + Head + before + "\n}\n"), layout(usings + Head + after + "\n}\n"), references);
    }

    private const string Before = """
            public async Task Start(HttpContent content)
            {
                if (content != null)
                    await [|http.PostAsync(Url, content)|];
            }

            #region other
            public void Other()
            {
            }
            #endregion
        """;

    private const string After = $$"""
            public async Task Start(HttpContent content)
            {
                if (content != null)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = content };
                    {{Header}}
                    await http.SendAsync(request);
                }
            }

            #region other
            public void Other()
            {
            }
            #endregion
        """;

    [Fact]
    public Task A_file_of_tabs_gets_tabs() => Fix(Before, After, static text => text.Replace("    ", "\t"));

    [Fact]
    public Task A_file_of_two_blanks_gets_two() => Fix(Before, After, static text => text.Replace("    ", "  "));

    [Fact]
    public Task The_header_stays_out_of_a_conditional_section() => Fix(
        """
            public async Task Start(HttpContent content)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Url);
                request.Content = content;
        #if !RELEASE
                Console.WriteLine(request.RequestUri);
        #endif
                await [|http.SendAsync(request)|];
            }
        """,
        $$"""
            public async Task Start(HttpContent content)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Url);
                request.Content = content;
                {{Header}}
        #if !RELEASE
                Console.WriteLine(request.RequestUri);
        #endif
                await http.SendAsync(request);
            }
        """);

    [Fact]
    public Task A_message_made_in_a_conditional_section_gets_its_header_behind_it() => Fix(
        """
            public async Task Start(HttpContent content)
            {
        #if !RELEASE
                using var request = new HttpRequestMessage(HttpMethod.Post, Url);
        #else
                using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = content };
        #endif
                await [|http.SendAsync(request)|];
            }
        """,
        $$"""
            public async Task Start(HttpContent content)
            {
        #if !RELEASE
                using var request = new HttpRequestMessage(HttpMethod.Post, Url);
        #else
                using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = content };
        #endif
                {{Header}}
                await http.SendAsync(request);
            }
        """);

    [Theory]
    [InlineData("    ")]
    [InlineData("\t")]
    public Task A_new_await_is_configured_as_those_of_the_type(string unit) => Fix(
        """
            public Task<HttpResponseMessage> Start() => [|http.PostAsync(Url, null)|];

            private async Task<string> GetTokenAsync() => await Task.FromResult("").ConfigureAwait(false);
        """,
        """
            public async Task<HttpResponseMessage> Start()
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Url);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetTokenAsync().ConfigureAwait(false));
                return await http.SendAsync(request).ConfigureAwait(false);
            }

            private async Task<string> GetTokenAsync() => await Task.FromResult("").ConfigureAwait(false);
        """,
        text => text.Replace("    ", unit).Replace("\n", "\r\n"));

    [Fact]
    public Task A_chain_on_several_lines_gets_one_more_line() => Fix(
        """
            public Task Start()
            {
                return [|"https://api.auth.adobe.com/api/v2/REQ/sessions"
                    .WithHeader("Accept", "application/json")
                    .PostJsonAsync(1)|];
            }
        """,
        """
            public Task Start()
            {
                return "https://api.auth.adobe.com/api/v2/REQ/sessions"
                    .WithHeader("Accept", "application/json")
                    .WithOAuthBearerToken(token)
                    .PostJsonAsync(1);
            }
        """,
        references: TestReferences.Framework | TestReferences.Flurl, usings: "using Flurl.Http;\n");

    [Theory]
    [InlineData("private const string RequestorId = \"REF\";", "\"https://api.auth.adobe.com/reggie/v1/\" + RequestorId + \"/regcode\"", "RequestorId")]
    [InlineData("private readonly string _requestor = \"REF\";", "$\"https://api.auth.adobe.com/reggie/v1/{_requestor}/regcode\"", "_requestor")]
    public Task The_requestor_is_named_as_the_program_names_it(string member, string url, string name) => Fix(
        $$"""
            {{member}}
            private static string Sign(string verb, string requestor, string path) =>
                $"{verb} requestor_id={requestor}, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}, request_uri={path}, public_key=k, signature=s";

            public async Task Start()
            {
                var url = {{url}};
                await [|http.PostAsync(url, null)|];
            }
        """,
        $$"""
            {{member}}
            private static string Sign(string verb, string requestor, string path) =>
                $"{verb} requestor_id={requestor}, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}, request_uri={path}, public_key=k, signature=s";

            public async Task Start()
            {
                var url = {{url}};
                using var request = new HttpRequestMessage(HttpMethod.Post, url);
                request.Headers.TryAddWithoutValidation("Authorization", Sign("POST", {{name}}, $"/reggie/v1/{{{name}}}/regcode"));
                await http.SendAsync(request);
            }
        """);

    [Fact]
    public Task Blocks_open_where_those_of_the_file_do() => Fix(Before, After, static text => System.Text.RegularExpressions.Regex.Replace(text, "\n *\\{(?=\n)", " {"));

    [Fact]
    public Task A_lambda_that_becomes_asynchronous_awaits_what_it_sends() => Fix(
        """
            public Task Start(HttpContent content) => Twice(() => [|http.PostAsync(Url, content)|]);

            private static Task Twice(Func<Task<HttpResponseMessage>> send) => send();

            private static Task<string> GetTokenAsync() => Task.FromResult("");
        """,
        """
            public Task Start(HttpContent content) => Twice(async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = content };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetTokenAsync());
                return await http.SendAsync(request);
            });

            private static Task Twice(Func<Task<HttpResponseMessage>> send) => send();

            private static Task<string> GetTokenAsync() => Task.FromResult("");
        """);

    [Fact]
    public Task The_task_in_a_new_ValueTask_is_awaited() => Fix(
        """
            public ValueTask<HttpResponseMessage> Start(HttpContent content) => new([|http.PostAsync(Url, content)|]);

            private static Task<string> GetTokenAsync() => Task.FromResult("");
        """,
        """
            public async ValueTask<HttpResponseMessage> Start(HttpContent content)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = content };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetTokenAsync());
                return await http.SendAsync(request);
            }

            private static Task<string> GetTokenAsync() => Task.FromResult("");
        """);
}
