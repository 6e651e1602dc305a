using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

/// <content>What is done about a failure: the program's own exception and check, an early return.</content>
public partial class FixTests
{
    [Fact]
    public Task The_own_exception_is_thrown() => VerifyAsync(
        """
        public class VipException : Exception { public VipException(string reasonCode, string message) : base(message) { } }
        class C
        {
            void M(IVipApi api)
            {
                var answer = [|api.SendOtp("t")|];
            }
        }
        """,
        """
        public class VipException : Exception { public VipException(string reasonCode, string message) : base(message) { } }
        class C
        {
            void M(IVipApi api)
            {
                var answer = api.SendOtp("t");
                if (answer.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    throw new VipException(answer.SendOTPResponse.Status.ReasonCode, answer.SendOTPResponse.Status.StatusMessage);
                }
            }
        }
        """);

    [Fact]
    public Task The_own_check_comes_first() => VerifyAsync(
        """
        class C
        {
            static void Ensure(Status status) { if (status.ReasonCode != "0000") throw new Exception(status.StatusMessage); }

            string M(IVipApi api)
            {
                return [|api.SendOtp("t")|].SendOTPResponse.OTP;
            }
        }
        """,
        """
        class C
        {
            static void Ensure(Status status) { if (status.ReasonCode != "0000") throw new Exception(status.StatusMessage); }

            string M(IVipApi api)
            {
                var response = api.SendOtp("t");
                Ensure(response.SendOTPResponse.Status);
                return response.SendOTPResponse.OTP;
            }
        }
        """);

    [Fact]
    public Task An_early_return_where_a_bool_is_returned() => VerifyAsync(
        """
        class C
        {
            async Task<bool> M(IVipApi api)
            {
                var answer = await [|api.SendOtpAsync("t")|];
                return answer != null;
            }
        }
        """,
        """
        class C
        {
            async Task<bool> M(IVipApi api)
            {
                var answer = await api.SendOtpAsync("t");
                if (answer.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    return false;
                }

                return answer != null;
            }
        }
        """,
        "return");

    [Fact]
    public Task An_early_return_of_the_failed_result() => VerifyAsync(
        """
        public sealed record SendResult(bool Ok, string Code, string Message)
        {
            public static SendResult Failed(string reasonCode, string message) => new(false, reasonCode, message);
        }
        class C
        {
            SendResult M(IVipApi api)
            {
                var answer = [|api.SendOtp("t")|];
                return new SendResult(true, null, null);
            }
        }
        """,
        """
        public sealed record SendResult(bool Ok, string Code, string Message)
        {
            public static SendResult Failed(string reasonCode, string message) => new(false, reasonCode, message);
        }
        class C
        {
            SendResult M(IVipApi api)
            {
                var answer = api.SendOtp("t");
                if (answer.SendOTPResponse.Status.ReasonCode != "0000")
                {
                    return SendResult.Failed(answer.SendOTPResponse.Status.ReasonCode, answer.SendOTPResponse.Status.StatusMessage);
                }

                return new SendResult(true, null, null);
            }
        }
        """,
        "return");
}
