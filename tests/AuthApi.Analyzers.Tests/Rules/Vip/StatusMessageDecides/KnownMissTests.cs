using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.StatusMessageDecides.StatusMessageDecidesAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.StatusMessageDecides;

/// <summary>Decisions by the text that are not reported yet. A test that fails here is good news: move it to the reported ones.</summary>
public class KnownMissTests
{
    [Theory]
    [InlineData("""$"{status.ReasonCode} {status.StatusMessage}".Contains("locked")""")]
    [InlineData("""new[] { answer }.Select(a => a.Status.StatusMessage).Contains("Success")""")]
    [InlineData("""new[] { answer }.Select(a => a.Status.StatusMessage).Any(text => text == "Success")""")]
    [InlineData("""status.StatusMessage.Split(' ')[0] == "Success" """)]
    [InlineData("""new List<string> { status.StatusMessage }.Contains("Success")""")]
    [InlineData("""status.StatusMessage.AsSpan().StartsWith("Success")""")]
    public Task Not_seen(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));
}
