using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.Vip.RepeatedOtp;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class RepeatedOtpTests
{
    /// <summary>The device shows 012345 now and 098765 next.</summary>
    [Fact]
    public async Task Only_two_consecutive_codes_bring_a_drifted_credential_back()
    {
        var (before, after) = await BeforeAndAfterCorrection.RunAsync(
            Synchronize("shown"), Synchronize("next"), new RepeatedOtpAnalyzer(), s => s.Vip.Credential(Simulation.DemoTokenId).OutOfSync = true);
        Assert.Equal("49b5", before.Answer);
        Assert.Equal("0000", after.Answer);
    }

    private static string Synchronize(string second) => VipCall.Rest(
        "synchronize", $"new {{ Version = \"5.0\", TokenId = \"VSST12345678\", OTP1 = shown, OTP2 = {second} }}", "var shown = \"012345\"; var next = \"098765\";");
}
