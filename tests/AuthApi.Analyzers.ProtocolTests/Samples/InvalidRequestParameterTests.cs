using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.InvalidRequestParameter;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class InvalidRequestParameterTests
{
    [Theory]
    [InlineData("client.PostAsync(\"https://api.auth.adobe.com/reggie/v1/DEMO/regcode?deviceId=d1&ttl=1800000\", null)")]
    [InlineData("client.PostAsync(\"https://api.auth.adobe.com/o/client/register\", new StringContent(\"{\\\"software_statement\\\":\\\"" + AdobePassService.DemoSoftwareStatement + "\\\"}\"))")]
    public async Task Refused_before_the_fix_and_created_after_it(string send)
    {
        var proof = await BeforeAndAfterFix.RunAsync(Sample(send), new InvalidRequestParameterAnalyzer(), new InvalidRequestParameterCodeFixProvider());
        Assert.Equal("BadRequest", proof.Before.Answer);
        Assert.Equal("Created", proof.After.Answer);
    }

    private static string Sample(string send) => $$"""
        public static class PassClient
        {
            public static async Task<string> Run(HttpClient client)
            {
                client.DefaultRequestHeaders.Add("Authorization", "Bearer {{AdobePassService.DemoAccessToken}}");
                client.DefaultRequestHeaders.Add("X-Device-Info", "{{DeviceInformation.EncodeV1()}}");
                using var response = await {{send}};
                return response.StatusCode.ToString();
            }
        }
        """;
}
