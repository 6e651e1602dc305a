using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MixedEnvironments;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using AuthApi.Analyzers.Rules.AdobePass.MixedEnvironments;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class MixedEnvironmentsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_code_is_unknown_in_the_other_environment(bool fixAll)
    {
        var proof = await BeforeAndAfterFix.RunAsync(Sample, new MixedEnvironmentsAnalyzer(), new MixedEnvironmentsCodeFixProvider(), new FixOptions { FixAll = fixAll });
        Assert.Equal("NotFound", proof.Before.Answer);
        Assert.Equal("OK", proof.After.Answer);
        Assert.DoesNotContain("auth-staging", proof.FixedSource);
    }

    private static readonly string Sample = $$"""
        using System.Net.Http.Headers;
        using System.Text.Json;

        public static class Login
        {
            public static async Task<string> Run(HttpClient client)
            {
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "{{AdobePassService.DemoAccessToken}}");
                client.DefaultRequestHeaders.Add("X-Device-Info", "{{DeviceInformation.EncodeV1()}}");
                using var created = await client.PostAsync("https://api.auth.adobe.com/reggie/v1/DEMO/regcode?deviceId=d1", null);
                using var record = JsonDocument.Parse(await created.Content.ReadAsStringAsync());
                var code = record.RootElement.GetProperty("code").GetString();
                using var found = await client.GetAsync($"https://api.auth-staging.adobe.com/reggie/v1/DEMO/regcode/{code}");
                return found.StatusCode.ToString();
            }
        }
        """;
}
