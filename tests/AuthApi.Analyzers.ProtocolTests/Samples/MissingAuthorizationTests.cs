using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class MissingAuthorizationTests
{
    private const string RegistrationCode = """
        public static class Program
        {
            public static async Task<string> Run(HttpClient http)
            {
                using var response = await http.PostAsync("https://api.auth.adobe.com/reggie/v1/DEMOCHANNEL/regcode?deviceId=device1&device_info=eyJtb2RlbCI6IlRWIiwib3NOYW1lIjoid2ViT1MifQ%253D%253D", null);
                return response.StatusCode.ToString();
            }
        }
        """;

    private const string Session = """
        public static class Program
        {
            public static async Task<string> Run(HttpClient http, CancellationToken cancellationToken)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/api/v2/DEMOCHANNEL/sessions");
                request.Headers.Add("X-Device-Info", "eyJtb2RlbCI6IlRWIiwidmVyc2lvbiI6IjEiLCJvc05hbWUiOiJ3ZWJPUyIsIm9zVmVyc2lvbiI6IjYiLCJjb25uZWN0aW9uVHlwZSI6IldpRmkifQ==");
                request.Headers.Add("AP-Device-Identifier", "fingerprint ZDE=");
                request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["mvpd"] = "DemoMvpd", ["domainName"] = "example.com", ["redirectUrl"] = "https://example.com" });
                using var response = await http.SendAsync(request, cancellationToken);
                return response.StatusCode.ToString();
            }
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task V1_is_answered_after_the_user_has_filled_in_the_keys_of_the_generated_signer(bool fixAll)
    {
        var proof = await RunAsync(RegistrationCode, new()
        {
            FixAll = fixAll,
            Completion = UserCompletion.FillIn(("PublicKey", "\"demoPublicKey456\""), ("SecretKey", "\"demoSecretKey123\"")),
        });

        Assert.Equal("Unauthorized", proof.Before.Answer);
        Assert.Equal("Created", proof.After.Answer);
    }

    [Fact]
    public async Task V1_takes_a_bearer_as_well()
    {
        var proof = await RunAsync(RegistrationCode, new()
        {
            EquivalenceKey = "GenerateTokenProvider",
            Completion = UserCompletion.FillIn(("GetAccessTokenAsync", "Task.FromResult(\"demo-access-token\")")),
        });

        Assert.Equal("Unauthorized", proof.Before.Answer);
        Assert.Equal("Created", proof.After.Answer);
    }

    [Fact]
    public async Task V2_is_answered_after_the_user_has_filled_in_the_generated_provider()
    {
        var proof = await RunAsync(Session, new() { Completion = UserCompletion.FillIn(("GetAccessTokenAsync", "Task.FromResult(\"demo-access-token\")")) });

        Assert.Equal("Unauthorized", proof.Before.Answer);
        Assert.Equal("OK", proof.After.Answer);
    }

    [Fact]
    public async Task What_is_left_open_fails_loudly()
    {
        var proof = await RunAsync(RegistrationCode, new());

        Assert.IsType<NotImplementedException>(proof.After.Failure);
        Assert.Empty(proof.After.Exchanges);
    }

    private static Task<FixProof> RunAsync(string sample, FixOptions options) =>
        BeforeAndAfterFix.RunAsync(sample, new MissingAuthorizationAnalyzer(), new MissingAuthorizationCodeFixProvider(), options);
}
