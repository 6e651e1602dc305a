using AuthApi.Analyzers.CodeFixes.Rules.Vip.ReasonCodeAsNumber;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class ReasonCodeAsNumberTests
{
    // Who fails open lets in whatever cannot be parsed, which is every code with a letter.
    [Fact]
    public async Task A_parse_that_fails_open_lets_a_wrong_security_code_in_until_it_is_in_base_16()
    {
        var proof = await RunAsync(RestLogin.Sample("""
            try
            {
                if (int.Parse(status.ReasonCode) != 0)
                    return "refused";
            }
            catch (FormatException)
            {
                // never seen in the tests
            }

            return "welcome";
            """));
        Assert.Equal(RestLogin.Welcome, proof.Before.Answer);
        Assert.Equal(RestLogin.Refused, proof.After.Answer);
    }

    [Fact]
    public async Task A_numeric_member_cannot_be_read_until_it_is_text()
    {
        var proof = await RunAsync(RestLogin.Sample("""return status.ReasonCode == 0 ? "welcome" : "refused";""", "int"));
        Assert.IsType<System.Text.Json.JsonException>(proof.Before.Failure);
        Assert.Equal(RestLogin.Refused, proof.After.Answer);
    }

    private static Task<FixProof> RunAsync(string sample) =>
        BeforeAndAfterFix.RunAsync(sample, new ReasonCodeAsNumberAnalyzer(), new ReasonCodeAsNumberCodeFixProvider());
}
