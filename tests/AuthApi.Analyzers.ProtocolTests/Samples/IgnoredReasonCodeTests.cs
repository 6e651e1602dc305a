using AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class IgnoredReasonCodeTests
{
    [Fact]
    public async Task A_wrong_security_code_lets_the_user_in_until_the_code_is_checked()
    {
        var proof = await RunAsync(RestLogin.Sample("""return status.StatusMessage is null ? "refused" : "welcome";"""), null);
        Assert.Equal(RestLogin.Welcome, proof.Before.Answer);
        Assert.Equal(200, Assert.Single(proof.Before.Statuses));
        Assert.Contains("49b5", Assert.IsType<InvalidOperationException>(proof.After.Failure).Message);
    }

    [Theory]
    [InlineData("throw")]
    [InlineData("return")]
    public async Task A_locked_credential_is_unlocked_only_in_the_log(string action)
    {
        var proof = await RunAsync("""
            using System.Net.Http.Json;

            public sealed record Status(string ReasonCode, string? StatusMessage);
            public sealed record SynchronizeResponse(string? RequestId, Status Status);
            public sealed record SynchronizeAnswer(SynchronizeResponse SynchronizeResponse);

            public static class HelpDesk
            {
                public static async Task<string> Run(HttpClient client) =>
                    await SynchronizeAsync(client, "VSST12345678") ? "synchronized" : "refused";

                private static async Task<bool> SynchronizeAsync(HttpClient client, string id)
                {
                    var request = new { Version = "5.0", Id = "sync1", TokenId = id, OTP1 = "999998", OTP2 = "999999" };
                    using var response = await client.PostAsync("https://api-auth.vip.symantec.com/rest/synchronize", JsonContent.Create(request, options: new System.Text.Json.JsonSerializerOptions()));
                    if (!response.IsSuccessStatusCode)
                        return false;
                    var answer = await response.Content.ReadFromJsonAsync<SynchronizeAnswer>();
                    Console.Error.WriteLine(answer?.SynchronizeResponse.Status.StatusMessage);
                    return true;
                }
            }
            """, action);
        Assert.Equal("synchronized", proof.Before.Answer);
        if (action == "throw")
            Assert.IsType<InvalidOperationException>(proof.After.Failure);
        else
            Assert.Equal("refused", proof.After.Answer);
    }

    private static Task<FixProof> RunAsync(string sample, string? action) => BeforeAndAfterFix.RunAsync(
        sample, new IgnoredReasonCodeAnalyzer(), new IgnoredReasonCodeCodeFixProvider(), new FixOptions { EquivalenceKey = action });
}
