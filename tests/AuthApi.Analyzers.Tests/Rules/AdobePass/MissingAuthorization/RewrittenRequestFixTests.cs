using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization.MissingAuthorizationAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization.MissingAuthorizationCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>How the source of the request changes, whatever the header is: always the token of a field here.</summary>
public class RewrittenRequestFixTests
{
    private const string Head = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        public class Client
        {
            private const string Url = "https://api.auth.adobe.com/api/v2/REQ/sessions";
            private readonly HttpClient http = new HttpClient();
            private readonly string token = "";

        """;

    private const string Header = "request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", token);";

    private static Task Fix(string before, string after, LanguageVersion version = LanguageVersion.Latest) => new Verify.Test
    {
        TestCode = Head + before + "\n}\n",
        FixedCode = Head + after + "\n}\n",
        LanguageVersion = version,
    }.RunAsync();

    private static Task NoFix(string members) => Fix(members, members);

    [Fact]
    public Task Json_options_and_type_argument_are_kept() => Fix(
        """
            public async Task Start(object body, JsonSerializerOptions options) => await [|http.PostAsJsonAsync<object>(Url, body, options, CancellationToken.None)|].ConfigureAwait(false);
        """,
        $$"""
            public async Task Start(object body, JsonSerializerOptions options)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = JsonContent.Create<object>(body, options: options) };
                {{Header}}
                await http.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
            }
        """);

    [Fact]
    public Task Embedded_statement_gets_a_block() => Fix(
        """
            public async Task Start(bool now)
            {
                if (now)
                    await [|http.PostAsync(Url, null)|];
            }
        """,
        $$"""
            public async Task Start(bool now)
            {
                if (now)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, Url);
                    {{Header}}
                    await http.SendAsync(request);
                }
            }
        """);

    [Fact]
    public Task Lambda_gets_a_block() => Fix(
        """
            public Func<Task<HttpResponseMessage>> Start() => () => [|http.PostAsync(Url, null)|];
        """,
        $$"""
            public Func<Task<HttpResponseMessage>> Start() => () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Url);
                {{Header}}
                return http.SendAsync(request);
            };
        """);

    [Fact]
    public Task Async_lambda_without_result_gets_a_statement() => Fix(
        """
            public Func<Task> Start()
            {
                return async () => await [|http.PostAsync(Url, null)|];
            }
        """,
        $$"""
            public Func<Task> Start()
            {
                return async () =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, Url);
                    {{Header}}
                    await http.SendAsync(request);
                };
            }
        """);

    [Fact]
    public Task Comments_of_statement_and_arguments_stay() => Fix(
        """
            public async Task Start(HttpContent content)
            {
                // First the code.
                using var response = await [|http.PostAsync(
                    Url, // the endpoint
                    content)|]; // and wait
                response.EnsureSuccessStatusCode();
            }
        """,
        $$"""
            public async Task Start(HttpContent content)
            {
                // First the code.
                // the endpoint
                using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = content };
                {{Header}}
                using var response = await http.SendAsync(request); // and wait
                response.EnsureSuccessStatusCode();
            }
        """);

    [Fact]
    public Task Content_of_several_lines_keeps_them() => Fix(
        """
            public async Task Start()
            {
                await [|http.PostAsync(
                    Url,
                    new FormUrlEncodedContent(new System.Collections.Generic.Dictionary<string, string>
                    {
                        ["mvpd"] = "m",
                    }))|];
            }
        """,
        $$"""
            public async Task Start()
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Url)
                {
                    Content = new FormUrlEncodedContent(new System.Collections.Generic.Dictionary<string, string>
                    {
                        ["mvpd"] = "m",
                    }),
                };
                {{Header}}
                await http.SendAsync(request);
            }
        """);

    [Fact]
    public Task A_name_that_is_taken_is_not_used() => Fix(
        """
            public async Task Start(object request)
            {
                await [|http.PostAsJsonAsync(Url, request)|];
            }
        """,
        """
            public async Task Start(object request)
            {
                using var message = new HttpRequestMessage(HttpMethod.Post, Url) { Content = JsonContent.Create(request) };
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                await http.SendAsync(message);
            }
        """);

    [Fact]
    public Task Locals_are_declared_as_elsewhere_in_the_type() => Fix(
        """
            public async Task Start()
            {
                HttpResponseMessage response = await [|http.PostAsync(Url, null)|];
                response.Dispose();
            }
        """,
        $$"""
            public async Task Start()
            {
                using HttpRequestMessage request = new HttpRequestMessage(HttpMethod.Post, Url);
                {{Header}}
                HttpResponseMessage response = await http.SendAsync(request);
                response.Dispose();
            }
        """);

    [Fact]
    public Task Old_language_has_no_using_declaration() => Fix(
        """
            public async Task Start()
            {
                await [|http.PostAsync(Url, null)|];
            }
        """,
        $$"""
            public async Task Start()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Url);
                {{Header}}
                await http.SendAsync(request);
            }
        """,
        LanguageVersion.CSharp7_3);

    [Fact]
    public Task Message_of_a_synchronous_send_gets_the_header() => Fix(
        """
            public HttpResponseMessage Start()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Url);
                request.Content = new StringContent("");
                return [|http.Send(request)|];
            }
        """,
        $$"""
            public HttpResponseMessage Start()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Url);
                request.Content = new StringContent("");
                {{Header}}
                return http.Send(request);
            }
        """);

    [Fact]
    public Task Message_that_is_only_built_becomes_a_local() => Fix(
        """
            public HttpRequestMessage Make() => [|new HttpRequestMessage(HttpMethod.Post, Url)|];
        """,
        $$"""
            public HttpRequestMessage Make()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Url);
                {{Header}}
                return request;
            }
        """);

    [Fact]
    public Task Message_that_is_built_in_a_local_gets_the_header_after_the_others() => Fix(
        """
            public HttpRequestMessage Make()
            {
                var message = [|new HttpRequestMessage(HttpMethod.Post, Url)|];
                message.Headers.Add("Accept", "application/json");

                return message;
            }
        """,
        """
            public HttpRequestMessage Make()
            {
                var message = new HttpRequestMessage(HttpMethod.Post, Url);
                message.Headers.Add("Accept", "application/json");
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

                return message;
            }
        """);

    [Fact]
    public Task Message_that_a_helper_sends_gets_the_header_at_the_caller() => Fix(
        """
            private Task Send(HttpRequestMessage message) => http.SendAsync(message);

            public Task Start()
            {
                return [|Send(new HttpRequestMessage(HttpMethod.Post, Url))|];
            }
        """,
        $$"""
            private Task Send(HttpRequestMessage message) => http.SendAsync(message);

            public Task Start()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Url);
                {{Header}}
                return Send(request);
            }
        """);

    [Fact]
    public Task Local_token_that_is_only_computed_is_sent() => Fix(
        """
            public async Task Start()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Url);
                var header = new AuthenticationHeaderValue("Bearer", "x");
                await [|http.SendAsync(request)|];
            }
        """,
        """
            public async Task Start()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Url);
                var header = new AuthenticationHeaderValue("Bearer", "x");
                request.Headers.Authorization = header;
                await http.SendAsync(request);
            }
        """);

    [Fact]
    public Task Line_ends_of_the_document_are_kept()
    {
        const string before = "    public async Task Start()\n    {\n        await [|http.PostAsync(Url, null)|];\n    }";
        var after = $"    public async Task Start()\n    {{\n        using var request = new HttpRequestMessage(HttpMethod.Post, Url);\n        {Header}\n        await http.SendAsync(request);\n    }}";
        return Verify.VerifyCodeFixAsync((Head + before + "\n}\n").ReplaceLineEndings("\r\n"), (Head + after + "\n}\n").ReplaceLineEndings("\r\n"));
    }

    /// <summary>The message would be made, and the header asked for, more or less often than the request is sent.</summary>
    [Theory]
    [InlineData("public async Task Start(bool b) { var r = b ? await [|http.PostAsync(Url, null)|] : null; }")]
    [InlineData("public async Task Start() { while ((await [|http.PostAsync(Url, null)|]).IsSuccessStatusCode) { } }")]
    [InlineData("public async Task Start(bool b) { if (b && (await [|http.PostAsync(Url, null)|]).IsSuccessStatusCode) { } }")]
    [InlineData("public async Task Start(HttpResponseMessage r) { r ??= await [|http.PostAsync(Url, null)|]; }")]
    public Task No_fix_where_statements_in_front_would_run_at_other_times(string members) => NoFix(members);

    [Fact]
    public Task Top_level_statements_get_local_functions()
    {
        const string usings = "using System;\nusing System.Net.Http;\nusing System.Net.Http.Headers;\nusing System.Threading;\nusing System.Threading.Tasks;\n\n";
        var test = new Verify.Test
        {
            TestCode = usings + """
                var client = new HttpClient();
                using var response = await [|client.PostAsync("https://api.auth.adobe.com/api/v2/REQ/sessions", null)|];
                Console.WriteLine(response.StatusCode);

                """,
            FixedCode = usings + """
                var client = new HttpClient();
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/api/v2/REQ/sessions");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetAccessTokenAsync());
                using var response = await client.SendAsync(request);
                Console.WriteLine(response.StatusCode);

                static Task<string> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
                    throw new NotImplementedException("The access token of Adobe's client registration (POST /o/client/token).");

                """,
        };
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.RunAsync();
    }

    [Fact]
    public Task Partial_types_in_two_files_get_one_provider()
    {
        const string usings = "using System;\nusing System.Net.Http;\nusing System.Net.Http.Headers;\nusing System.Threading;\nusing System.Threading.Tasks;\n";
        const string call = "client.PostAsync(\"https://api.auth.adobe.com/api/v2/REQ/sessions\", null)";
        var test = new Verify.Test();
        test.TestState.Sources.Add(usings + "partial class C\n{\n    public async Task A(HttpClient client)\n    {\n        await [|" + call + "|];\n    }\n}\n");
        test.TestState.Sources.Add(usings + "partial class C\n{\n    public async Task B(HttpClient client)\n    {\n        await [|" + call + "|];\n    }\n}\n");
        const string sent = """
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/api/v2/REQ/sessions");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetAccessTokenAsync());
                await client.SendAsync(request);
        """;
        test.FixedState.Sources.Add(usings + "partial class C\n{\n    public async Task A(HttpClient client)\n    {\n" + sent + "\n    }\n\n    private static Task<string> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>\n        throw new NotImplementedException(\"The access token of Adobe's client registration (POST /o/client/token).\");\n}\n");
        test.FixedState.Sources.Add(usings + "partial class C\n{\n    public async Task B(HttpClient client)\n    {\n" + sent + "\n    }\n}\n");
        return test.RunAsync();
    }
}
