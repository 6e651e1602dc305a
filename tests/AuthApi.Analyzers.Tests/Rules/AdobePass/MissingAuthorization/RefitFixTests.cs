using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization.MissingAuthorizationAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization.MissingAuthorizationCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>The fix for requests that a Refit interface declares.</summary>
public class RefitFixTests
{
    private static Task Fix(string before, string after, string? key = null) => new Verify.Test
    {
        TestCode = "using System;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Refit;\n" + before,
        FixedCode = "using System;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Refit;\n" + after,
        References = TestReferences.Framework | TestReferences.Refit,
        CodeActionEquivalenceKey = key,
    }.RunAsync();

    [Fact]
    public Task Without_a_client_in_sight_the_attribute_is_all() => Fix(
        """
        public interface IApi
        {
            /// <summary>Starts a login.</summary>
            [Post("/reggie/v1/{sp}/regcode")]
            Task<string> [|CreateAsync|](string sp);

            [Headers("Accept: application/json")]
            [Post("/reggie/v1/{sp}/regcode")]
            Task<string> [|AuthorizeAsync|](string sp);
        }
        """,
        """
        public interface IApi
        {
            /// <summary>Starts a login.</summary>
            [Headers("Authorization: Bearer")]
            [Post("/reggie/v1/{sp}/regcode")]
            Task<string> CreateAsync(string sp);

            [Headers("Accept: application/json", "Authorization: Bearer")]
            [Post("/reggie/v1/{sp}/regcode")]
            Task<string> AuthorizeAsync(string sp);
        }
        """);

    [Fact]
    public Task The_settings_of_the_client_get_a_member_that_throws() => Fix(
        """
        public interface IApi
        {
            [Post("/api/v2/REQ/sessions")]
            Task<string> [|CreateAsync|]();
        }

        class Login
        {
            readonly IApi api = RestService.For<IApi>("https://api.auth.adobe.com");

            Task<string> StartAsync() => api.CreateAsync();
        }
        """,
        """
        public interface IApi
        {
            [Headers("Authorization: Bearer")]
            [Post("/api/v2/REQ/sessions")]
            Task<string> CreateAsync();
        }

        class Login
        {
            readonly IApi api = RestService.For<IApi>("https://api.auth.adobe.com", new RefitSettings { AuthorizationHeaderValueGetter = (_, _) => throw new NotImplementedException("The access token of Adobe's client registration (POST /o/client/token).") });

            Task<string> StartAsync() => api.CreateAsync();
        }
        """);

    [Fact]
    public Task Callers_that_have_a_token_pass_it() => Fix(
        """
        public interface IApi
        {
            [Post("/reggie/v1/{sp}/regcode")]
            Task<string> [|CreateAsync|](string sp, CancellationToken cancellationToken = default);
        }

        class Login
        {
            Task<string> StartAsync(IApi api, string accessToken, CancellationToken ct) => api.CreateAsync("REQ", ct);
        }
        """,
        """
        public interface IApi
        {
            [Post("/reggie/v1/{sp}/regcode")]
            Task<string> CreateAsync(string sp, [Authorize("Bearer")] string accessToken, CancellationToken cancellationToken = default);
        }

        class Login
        {
            Task<string> StartAsync(IApi api, string accessToken, CancellationToken ct) => api.CreateAsync("REQ", accessToken, ct);
        }
        """);

    [Fact]
    public Task Where_others_have_the_attribute_it_is_all() => Fix(
        """
        public interface IApi
        {
            [Headers("Authorization: Bearer")]
            [Post("/reggie/v1/REQ/regcode")]
            Task<string> CreateAsync();

            [Post("/reggie/v1/REQ/regcode")] Task<string> [|AgainAsync|]();
        }

        class Login
        {
            readonly IApi api = RestService.For<IApi>("https://api.auth.adobe.com");
        }
        """,
        """
        public interface IApi
        {
            [Headers("Authorization: Bearer")]
            [Post("/reggie/v1/REQ/regcode")]
            Task<string> CreateAsync();

            [Headers("Authorization: Bearer")] [Post("/reggie/v1/REQ/regcode")] Task<string> AgainAsync();
        }

        class Login
        {
            readonly IApi api = RestService.For<IApi>("https://api.auth.adobe.com");
        }
        """);
}
