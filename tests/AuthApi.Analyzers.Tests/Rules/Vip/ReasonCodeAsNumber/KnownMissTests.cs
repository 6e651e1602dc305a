using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber.ReasonCodeAsNumberAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.ReasonCodeAsNumber;

/// <summary>Decimal reads that are not reported yet. A test that fails here is good news: move it to the reported ones.</summary>
public class KnownMissTests
{
    [Theory]
    [InlineData("""int.Parse(status.ReasonCode.AsSpan())""")]
    [InlineData("""new[] { answer }.Select(a => a.Status.ReasonCode).Select(int.Parse)""")]
    [InlineData("""new System.ComponentModel.Int32Converter().ConvertFromString(status.ReasonCode)""")]
    [InlineData("""Convert.ChangeType(status.ReasonCode, typeof(int))""")]
    public Task Not_seen(string expression) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(expression));
}
