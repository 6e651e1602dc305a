using AuthApi.Analyzers.CodeFixes.Rules.Vip.StatusMessageDecides;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.Vip.StatusMessageDecides;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class StatusMessageDecidesTests
{
    // The full stop is the documentation's habit in some texts; the service sends this one without.
    [Theory]
    [InlineData("""return status.StatusMessage == "Failed with an invalid security code." ? "refused" : "welcome";""")]
    [InlineData("""switch (status.StatusMessage) { case "Failed with an invalid security code.": return "refused"; default: return "welcome"; }""")]
    [InlineData("""var text = status.StatusMessage; Console.WriteLine(text); return text.Contains("an Invalid Security Code") ? "refused" : "welcome";""")]
    public async Task A_text_that_differs_a_little_lets_a_wrong_security_code_in(string decision)
    {
        var proof = await BeforeAndAfterFix.RunAsync(RestLogin.Sample(decision), new StatusMessageDecidesAnalyzer(), new StatusMessageDecidesCodeFixProvider());
        Assert.Equal(RestLogin.Welcome, proof.Before.Answer);
        Assert.Equal(RestLogin.Refused, proof.After.Answer);
    }
}
