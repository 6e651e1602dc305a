using AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;
using AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;
using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode.Sources;
using static AuthApi.Analyzers.Tests.Responses.VipSources;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

/// <summary>The check looks like the code around it, although no option says how.</summary>
public class SurroundingsFixTests
{
    private const string Types = """

        public interface IVipApi
        {
            Task<SendOtpAnswer> SendOtpAsync(string id);
            SendOtpAnswer SendOtp(string id);
        }

        """ + Rest;

    private static Task Fix(string before, string after, Func<string, string>? layout = null, LanguageVersion version = LanguageVersion.Latest)
    {
        layout ??= static text => text;
        return new CSharpCodeFixVerifier<IgnoredReasonCodeAnalyzer, IgnoredReasonCodeCodeFixProvider>.Test
        {
            TestCode = layout(Usings + before + Types),
            FixedCode = layout(Usings + after + Types),
            CodeActionEquivalenceKey = "throw",
            LanguageVersion = version,
        }.RunAsync();
    }

    private const string Failed = """
        if (response.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {response.SendOTPResponse.Status.ReasonCode}: {response.SendOTPResponse.Status.StatusMessage}");
                }
        """;

    [Theory]
    [InlineData("\t")]
    [InlineData("  ")]
    public Task A_file_gets_its_own_indentation(string unit) => Fix(
        """
        class C
        {
            async Task M(IVipApi api)
            {
                await [|api.SendOtpAsync("t")|];
            }
        }
        """,
        $$"""
        class C
        {
            async Task M(IVipApi api)
            {
                var response = await api.SendOtpAsync("t");
                {{Failed}}
            }
        }
        """,
        text => text.Replace("    ", unit));

    [Fact]
    public Task A_new_await_is_configured_as_those_of_the_type() => Fix(
        """
        class C
        {
            async Task Other(Task<int> other) => await other.ConfigureAwait(false);

            Task M(IVipApi api) => [|api.SendOtpAsync("t")|];
        }
        """,
        $$"""
        class C
        {
            async Task Other(Task<int> other) => await other.ConfigureAwait(false);

            async Task M(IVipApi api)
            {
                var response = await api.SendOtpAsync("t").ConfigureAwait(false);
                {{Failed}}
            }
        }
        """);

    [Fact]
    public Task A_type_that_writes_types_gets_one() => Fix(
        """
        class C
        {
            void M(IVipApi api)
            {
                string id = "t";
                [|api.SendOtp(id)|];
            }
        }
        """,
        $$"""
        class C
        {
            void M(IVipApi api)
            {
                string id = "t";
                SendOtpAnswer response = api.SendOtp(id);
                {{Failed}}
            }
        }
        """);

    [Fact]
    public Task The_check_follows_the_test_for_null() => Fix(
        """
        #nullable enable
        public interface INullableApi
        {
            Task<SendOtpAnswer?> SendOtpAsync();
        }

        class C
        {
            async Task<string> M(INullableApi api)
            {
                var response = await [|api.SendOtpAsync()|];
                if (response is null)
                    throw new InvalidOperationException();

                return response.SendOTPResponse.OTP;
            }
        }
        #nullable disable
        """,
        $$"""
        #nullable enable
        public interface INullableApi
        {
            Task<SendOtpAnswer?> SendOtpAsync();
        }

        class C
        {
            async Task<string> M(INullableApi api)
            {
                var response = await api.SendOtpAsync();
                if (response is null)
                    throw new InvalidOperationException();

                {{Failed}}

                return response.SendOTPResponse.OTP;
            }
        }
        #nullable disable
        """);

    [Fact]
    public Task Bytes_that_may_be_null_are_none() => Fix(
        """
        #nullable enable
        public class SoapStatus { public byte[]? ReasonCode { get; set; } public string? StatusMessage { get; set; } }
        public class LockResponse { public string? RequestId { get; set; } public SoapStatus? Status { get; set; } }
        public interface ISoap { LockResponse Lock(string id); }

        class C
        {
            void M(ISoap soap) => Console.WriteLine([|soap.Lock("t")|].RequestId);
        }
        #nullable disable
        """,
        """
        #nullable enable
        public class SoapStatus { public byte[]? ReasonCode { get; set; } public string? StatusMessage { get; set; } }
        public class LockResponse { public string? RequestId { get; set; } public SoapStatus? Status { get; set; } }
        public interface ISoap { LockResponse Lock(string id); }

        class C
        {
            void M(ISoap soap)
            {
                var response = soap.Lock("t");
                if (Convert.ToHexString(response.Status?.ReasonCode ?? Array.Empty<byte>()) != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {Convert.ToHexString(response.Status?.ReasonCode ?? Array.Empty<byte>())}: {response.Status?.StatusMessage}");
                }

                Console.WriteLine(response.RequestId);
            }
        }
        #nullable disable
        """);

    [Fact]
    public Task A_task_whose_answer_may_be_missing() => Fix(
        """
        #nullable enable
        public interface INullableApi
        {
            Task<ValidateResponse?> ValidateAsync();
        }

        class C
        {
            Task M(INullableApi api) => [|api.ValidateAsync()|];
        }
        #nullable disable
        """,
        """
        #nullable enable
        public interface INullableApi
        {
            Task<ValidateResponse?> ValidateAsync();
        }

        class C
        {
            async Task M(INullableApi api)
            {
                var response = await api.ValidateAsync();
                if (response?.Status.ReasonCode != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {response?.Status.ReasonCode}: {response?.Status.StatusMessage}");
                }
            }
        }
        #nullable disable
        """);

    [Fact]
    public Task A_check_that_hands_back_what_it_is_given_is_called() => new CSharpCodeFixVerifier<IgnoredReasonCodeAnalyzer, IgnoredReasonCodeCodeFixProvider>.Test
    {
        TestCode = Usings + Chained("await [|api.SendOtpAsync(\"t\")|];") + Types,
        FixedCode = Usings + Chained("var response = await api.SendOtpAsync(\"t\");\n        response.EnsureSuccess();") + Types,
    }.RunAsync();

    private static string Chained(string body) => $$"""
        static class Checks
        {
            public static SendOtpAnswer EnsureSuccess(this SendOtpAnswer answer)
            {
                if (answer.SendOTPResponse.Status.ReasonCode != "0000")
                    throw new InvalidOperationException();
                return answer;
            }
        }

        class C
        {
            async Task M(IVipApi api)
            {
                {{body}}
            }
        }

        """;
}
