using AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;
using AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode.Sources;
using static AuthApi.Analyzers.Tests.Responses.VipSources;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

public partial class FixTests
{
    private const string Types = """

        public interface IVipApi
        {
            Task<SendOtpAnswer> SendOtpAsync(string id);
            SendOtpAnswer SendOtp(string id);
        }

        """ + Rest;

    [Fact]
    public Task A_declared_answer_is_checked_after_it() => VerifyAsync(
        """
        class C
        {
            async Task<string> M(IVipApi api)
            {
                // The code for the phone.
                var answer = await [|api.SendOtpAsync("t")|];
                return answer.SendOTPResponse.OTP;
            }
        }
        """,
        """
        class C
        {
            async Task<string> M(IVipApi api)
            {
                // The code for the phone.
                var answer = await api.SendOtpAsync("t");
                if (answer.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {answer.SendOTPResponse.Status.ReasonCode}: {answer.SendOTPResponse.Status.StatusMessage}");
                }

                return answer.SendOTPResponse.OTP;
            }
        }
        """);

    [Fact]
    public Task Dropped_answers_get_a_name() => VerifyAsync(
        """
        class C
        {
            async Task M(IVipApi api)
            {
                await [|api.SendOtpAsync("1")|]; // first
                _ = await [|api.SendOtpAsync("2")|];
            }
        }
        """,
        """
        class C
        {
            async Task M(IVipApi api)
            {
                var response = await api.SendOtpAsync("1"); // first
                if (response.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {response.SendOTPResponse.Status.ReasonCode}: {response.SendOTPResponse.Status.StatusMessage}");
                }

                var answer = await api.SendOtpAsync("2");
                if (answer.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {answer.SendOTPResponse.Status.ReasonCode}: {answer.SendOTPResponse.Status.StatusMessage}");
                }
            }
        }
        """);

    [Fact]
    public Task A_nested_answer_is_taken_out() => VerifyAsync(
        """
        class C
        {
            string M(IVipApi api, bool sms)
            {
                if (sms)
                    return [|api.SendOtp("t")|]?.SendOTPResponse?.OTP;
                return null;
            }
        }
        """,
        """
        class C
        {
            string M(IVipApi api, bool sms)
            {
                if (sms)
                {
                    var response = api.SendOtp("t");
                    if (response.SendOTPResponse.Status.ReasonCode != "0000")
                    {
                        throw new InvalidOperationException($"VIP answered {response.SendOTPResponse.Status.ReasonCode}: {response.SendOTPResponse.Status.StatusMessage}");
                    }

                    return response?.SendOTPResponse?.OTP;
                }
                return null;
            }
        }
        """);

    [Fact]
    public Task Expression_bodies_become_blocks() => VerifyAsync(
        """
        class C
        {
            async Task<string> M(IVipApi api) => (await [|api.SendOtpAsync("t")|]).SendOTPResponse.OTP;

            Task N(IVipApi api) => [|api.SendOtpAsync("t")|];
        }
        """,
        """
        class C
        {
            async Task<string> M(IVipApi api)
            {
                var response = await api.SendOtpAsync("t");
                if (response.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {response.SendOTPResponse.Status.ReasonCode}: {response.SendOTPResponse.Status.StatusMessage}");
                }

                return response.SendOTPResponse.OTP;
            }

            async Task N(IVipApi api)
            {
                var response = await api.SendOtpAsync("t");
                if (response.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {response.SendOTPResponse.Status.ReasonCode}: {response.SendOTPResponse.Status.StatusMessage}");
                }
            }
        }
        """);

    [Fact]
    public Task Lambdas_become_blocks() => VerifyAsync(
        """
        class C
        {
            async Task M(IVipApi api, List<string> ids)
            {
                ids.ForEach(id => [|api.SendOtp(id)|]);
                await Task.WhenAll(ids.Select(id => [|api.SendOtpAsync(id)|]));
            }
        }
        """,
        """
        class C
        {
            async Task M(IVipApi api, List<string> ids)
            {
                ids.ForEach(id =>
                {
                    var response = api.SendOtp(id);
                    if (response.SendOTPResponse.Status.ReasonCode != "0000")
                    {
                        throw new InvalidOperationException($"VIP answered {response.SendOTPResponse.Status.ReasonCode}: {response.SendOTPResponse.Status.StatusMessage}");
                    }
                });
                await Task.WhenAll(ids.Select(async id =>
                {
                    var answer = await api.SendOtpAsync(id);
                    if (answer.SendOTPResponse.Status.ReasonCode != "0000")
                    {
                        throw new InvalidOperationException($"VIP answered {answer.SendOTPResponse.Status.ReasonCode}: {answer.SendOTPResponse.Status.StatusMessage}");
                    }

                    return answer;
                }));
            }
        }
        """);

    [Fact]
    public Task Too_early_a_use_is_mended_where_the_answer_is_obtained() => VerifyAsync(
        """
        class C
        {
            void M(IVipApi api)
            {
                var answer = api.SendOtp("t");
                Console.WriteLine([|answer.SendOTPResponse.OTP|]);
                if (answer.SendOTPResponse.Status.ReasonCode != "0000") throw new Exception();
            }
        }
        """,
        """
        class C
        {
            void M(IVipApi api)
            {
                var answer = api.SendOtp("t");
                if (answer.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {answer.SendOTPResponse.Status.ReasonCode}: {answer.SendOTPResponse.Status.StatusMessage}");
                }

                Console.WriteLine(answer.SendOTPResponse.OTP);
                if (answer.SendOTPResponse.Status.ReasonCode != "0000") throw new Exception();
            }
        }
        """);

    [Fact]
    public Task Bytes_of_a_proxy() => VerifyAsync(
        """
        class C
        {
            async Task M(VipProxy.vipSoapInterfaceClient vip)
            {
                await [|vip.SendOTPAsync(new VipProxy.SendOTPType())|];
            }
        }
        """,
        """
        class C
        {
            async Task M(VipProxy.vipSoapInterfaceClient vip)
            {
                var response = await vip.SendOTPAsync(new VipProxy.SendOTPType());
                if (Convert.ToHexString(response.SendOTPResponse1.Status.ReasonCode) != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {Convert.ToHexString(response.SendOTPResponse1.Status.ReasonCode)}: {response.SendOTPResponse1.Status.StatusMessage}");
                }
            }
        }
        """,
        types: WebServices);

    [Fact]
    public Task Nullable_answers_are_checked_with_care() => VerifyAsync(
        """
        #nullable enable
        class C
        {
            async Task<string> M(HttpClient http)
            {
                var answer = await [|http.GetFromJsonAsync<SendOtpAnswer>("send-otp")|];
                return answer!.SendOTPResponse.OTP;
            }
        }
        """,
        """
        #nullable enable
        class C
        {
            async Task<string> M(HttpClient http)
            {
                var answer = await http.GetFromJsonAsync<SendOtpAnswer>("send-otp");
                if (answer?.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {answer?.SendOTPResponse.Status.ReasonCode}: {answer?.SendOTPResponse.Status.StatusMessage}");
                }

                return answer!.SendOTPResponse.OTP;
            }
        }
        """);

    [Theory]
    [InlineData("var ok = DateTime.Now.Hour > 5 && [|api.SendOtp(\"t\")|].SendOTPResponse.OTP != null;")]
    [InlineData("Console.WriteLine(string.Concat(Console.ReadLine(), [|api.SendOtp(\"t\")|].SendOTPResponse.OTP));")]
    public Task No_fix_where_the_order_would_change(string body)
    {
        var source = $$"""
            class C
            {
                void M(IVipApi api)
                {
                    {{body}}
                }
            }
            """;
        return VerifyAsync(source, source);
    }

    private static Task VerifyAsync(string source, string fixedSource, string? key = null, string types = Types)
    {
        var test = new CSharpCodeFixVerifier<IgnoredReasonCodeAnalyzer, IgnoredReasonCodeCodeFixProvider>.Test
        {
            TestCode = Usings + source + "\n" + types,
            FixedCode = Usings + fixedSource + "\n" + types,
            References = TestReferences.Framework | TestReferences.Newtonsoft | TestReferences.Wcf,
            CodeActionEquivalenceKey = key,
        };
        return test.RunAsync();
    }
}
