using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches.ReasonCodeNeverMatchesAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.ReasonCodeNeverMatches;

/// <summary>Comparisons that can never be true and are not reported yet. A test that fails here is good news: move it to the reported ones.</summary>
public class KnownMissTests
{
    [Theory]
    [InlineData("""new System.Numerics.BigInteger(soap.ReasonCode).ToString("x") == "4e04" """)]
    [InlineData("""new[] { answer }.Select(a => a.Status.ReasonCode).Contains("0")""")]
    [InlineData("""new[] { answer }.Select(a => a.Status.ReasonCode).Any(code => code == "0")""")]
    [InlineData("""new[] { Success }.Contains(soap.ReasonCode)""")]
    [InlineData("""status.ReasonCode.AsSpan().SequenceEqual("0")""")]
    [InlineData("""System.Text.RegularExpressions.Regex.IsMatch(status.ReasonCode, "^49B5$")""")]
    public Task Not_seen(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition, "private static readonly byte[] Success = { 0, 0 };"));
}
