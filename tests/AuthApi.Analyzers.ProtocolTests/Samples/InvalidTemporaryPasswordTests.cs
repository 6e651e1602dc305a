using AuthApi.Analyzers.CodeFixes.Rules.Vip.InvalidTemporaryPassword;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.Vip.InvalidTemporaryPassword;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class InvalidTemporaryPasswordTests
{
    [Theory]
    [InlineData("set-temporary-password", """new { SetTemporaryPasswordRequest = new { Version = "5.0", TokenId = "VSST12345678", TemporaryPassword = "123456", ExpirationDate = clock.GetUtcNow().AddDays(90) } }""", "4953")]
    [InlineData("set-temporary-password", """new { Version = "5.0", TokenId = "VSST12345678", TemporaryPassword = "123456", ExpirationDate = clock.GetUtcNow().AddMonths(3).ToString("o") }""", "4953")]
    [InlineData("generate-temporary-password", """new { GenerateTemporaryPasswordRequest = new { Version = "5.0", TokenId = "VSST12345678", ExpirationDate = clock.GetUtcNow().UtcDateTime.AddDays(30) } }""", "4953")]
    [InlineData("set-temporary-password", """new { Version = "5.0", TokenId = "VSST12345678", TemporaryPassword = System.Security.Cryptography.RandomNumberGenerator.GetString("0123456789", 8) }""", "4952")]
    public async Task A_password_is_refused_before_the_fix_and_set_after_it(string operation, string request, string code)
    {
        var proof = await BeforeAndAfterFix.RunAsync(VipCall.Rest(operation, request), new InvalidTemporaryPasswordAnalyzer(), new InvalidTemporaryPasswordCodeFixProvider());
        Assert.Equal(code, proof.Before.Answer);
        Assert.Equal("0000", proof.After.Answer);
    }
}
