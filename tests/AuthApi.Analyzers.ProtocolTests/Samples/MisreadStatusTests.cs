using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MisreadStatus;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using AuthApi.Analyzers.Rules.AdobePass.MisreadStatus;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class MisreadStatusTests
{
    [Theory]
    [InlineData("client.DeleteAsync(\"https://api.auth.adobe.com/api/v1/logout?deviceId=d1\")")]
    [InlineData("client.PostAsync(\"https://api.auth.adobe.com/reggie/v1/DEMO/regcode?deviceId=d1\", null)")]
    public async Task Success_is_missed_before_the_fix_and_seen_after_it(string send)
    {
        var proof = await BeforeAndAfterFix.RunAsync(Sample(send), new MisreadStatusAnalyzer(), new MisreadStatusCodeFixProvider());
        Assert.Equal("failed", proof.Before.Answer);
        Assert.Equal("done", proof.After.Answer);
    }

    private static string Sample(string send) => $$"""
        using System.Net;

        public static class PassClient
        {
            public static async Task<string> Run(HttpClient client)
            {
                client.DefaultRequestHeaders.Add("Authorization", "Bearer {{AdobePassService.DemoAccessToken}}");
                client.DefaultRequestHeaders.Add("X-Device-Info", "{{DeviceInformation.EncodeV1()}}");
                using var response = await {{send}};
                return response.StatusCode == HttpStatusCode.OK ? "done" : "failed";
            }
        }
        """;
}
