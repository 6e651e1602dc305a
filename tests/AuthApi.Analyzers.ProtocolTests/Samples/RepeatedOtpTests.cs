using AuthApi.Analyzers.ProtocolTests.Harness;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

/// <summary>The rule has no fix: both programs are written here.</summary>
public sealed class RepeatedOtpTests
{
    [Theory]
    [InlineData("012345", "49b5")]
    [InlineData("098765", "0000")]
    public async Task Only_two_consecutive_codes_bring_a_drifted_credential_back(string second, string code)
    {
        await using var simulation = await Simulation.StartAsync(s => s.Vip.Credential(Simulation.DemoTokenId).OutOfSync = true);
        var outcome = await SampleProgram.RunAsync(
            VipCall.Rest("synchronize", $"new {{ Version = \"5.0\", TokenId = \"VSST12345678\", OTP1 = \"012345\", OTP2 = \"{second}\" }}"), simulation);
        Assert.Equal(code, outcome.Answer);
    }
}
