using AuthApi.Analyzers.CodeFixes.Rules.Vip.OtpAsNumber;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.Vip.OtpAsNumber;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class OtpAsNumberTests
{
    [Theory]
    [InlineData("code.ToString()")]
    [InlineData("code")]
    [InlineData("$\"{code}\"")]
    public async Task A_code_with_a_leading_zero_is_wrong_before_the_fix_and_right_after_it(string otp)
    {
        var request = $"new {{ Version = \"5.0\", TokenId = \"VSST12345678\", OTP = {otp} }}";
        var proof = await BeforeAndAfterFix.RunAsync(
            VipCall.Rest("validate", request, "var code = int.Parse(\"012345\");"), new OtpAsNumberAnalyzer(), new OtpAsNumberCodeFixProvider());
        Assert.Equal("49b5", proof.Before.Answer);
        Assert.Equal("0000", proof.After.Answer);
    }
}
