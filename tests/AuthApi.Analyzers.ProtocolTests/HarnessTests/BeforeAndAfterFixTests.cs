using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.HarnessTests;

public sealed class BeforeAndAfterFixTests
{
    private const string Time = "DateTimeOffset.UtcNow.ToUnixTimeSeconds()";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sample_is_refused_before_the_fix_and_succeeds_after_it(bool fixAll)
    {
        var proof = await RunAsync(Sample(Time), new FixOptions { FixAll = fixAll });
        Assert.Equal("Unauthorized", proof.Before.Answer);
        Assert.Contains("Not authorized", Assert.Single(proof.Before.Exchanges).Body);
        Assert.Equal("Created", proof.After.Answer);
        Assert.Contains("ToUnixTimeMilliseconds", proof.FixedSource);
        Assert.Contains("https://api.auth.adobe.com/", proof.FixedSource);
        Assert.Equal("TEST1", Assert.Single(proof.Diagnostics).Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_diagnostics_are_fixed(bool fixAll)
    {
        var proof = await RunAsync(Sample($"Math.Max({Time}, {Time})"), new FixOptions { FixAll = fixAll });
        Assert.Equal(2, proof.Diagnostics.Length);
        Assert.Equal("Created", proof.After.Answer);
    }

    [Theory]
    [InlineData("open", 0)]
    [InlineData(null, 1)]
    public async Task An_action_is_chosen_and_completed_as_the_user_would(string? key, int index)
    {
        var proof = await RunAsync(Sample(Time), new FixOptions
        {
            EquivalenceKey = key,
            ActionIndex = index,
            Completion = UserCompletion.FillIn(("Milliseconds", "DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()")),
        });
        Assert.Contains("NotImplementedException", proof.FixedSource);
        Assert.Equal("Created", proof.After.Answer);
    }

    [Fact]
    public async Task Without_completion_an_open_member_throws() => Assert.IsType<NotImplementedException>(
        (await RunAsync(Sample(Time), new FixOptions { EquivalenceKey = "open" })).After.Failure);

    [Fact]
    public async Task A_completion_that_no_longer_fits_is_an_error()
    {
        var options = new FixOptions { Completion = UserCompletion.FillIn(("Gone", "1")) };
        Assert.Contains("'Gone'", (await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(Sample(Time), options))).Message);
    }

    [Fact]
    public async Task A_sample_without_a_diagnostic_proves_nothing()
    {
        Assert.Contains("reports nothing", (await FailureAsync(Sample("1L"), new FixOptions())).Message);
        Assert.Contains("reports nothing", (await FailureAsync(Sample(Time), new FixOptions { EditorConfig = "root = true\n[*.cs]\ntest_seconds = off" })).Message);
    }

    [Fact]
    public async Task An_action_that_is_not_offered_is_an_error() =>
        Assert.Contains("milliseconds: Milliseconds", (await FailureAsync(Sample(Time), new FixOptions { EquivalenceKey = "other" })).Message);

    [Fact]
    public async Task Each_run_has_services_of_its_own_in_the_configured_state()
    {
        var configured = 0;
        await RunAsync(Sample(Time), new FixOptions { Configure = _ => configured++ });
        Assert.Equal(2, configured);
    }

    private static Task<FixProof> RunAsync(string source, FixOptions options) =>
        BeforeAndAfterFix.RunAsync(source, new SecondsAnalyzer(), new SecondsCodeFix(), options);

    private static Task<InvalidOperationException> FailureAsync(string source, FixOptions options) =>
        Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(source, options));

    private static string Sample(string time) => $$"""
        using System.Security.Cryptography;
        using System.Text;

        public static class RegistrationClient
        {
            public static async Task<string> Run(HttpClient client)
            {
                var text = $"POST requestor_id=DEMO, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={ {{time}} }, request_uri=/regcode";
                using var mac = new HMACSHA1(Encoding.UTF8.GetBytes("{{AdobePassService.DemoSecret}}"));
                var signature = Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text)));
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/reggie/v1/DEMO/regcode?deviceId=d1");
                request.Headers.TryAddWithoutValidation("Authorization", $"{text}, public_key={{AdobePassService.DemoPublicKey}}, signature={signature}");
                request.Headers.Add("X-Device-Info", "{{DeviceInformation.EncodeV1()}}");
                using var response = await client.SendAsync(request);
                return response.StatusCode.ToString();
            }
        }
        """;
}
