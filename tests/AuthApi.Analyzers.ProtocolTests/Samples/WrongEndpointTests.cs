using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.WrongEndpoint;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class WrongEndpointTests
{
    private const string Code = "https://api.auth.adobe.com/reggie/v1/DEMO/regcode?deviceId=d1";

    [Theory]
    [InlineData("client.GetAsync(\"" + Code + "\")", "MethodNotAllowed", "Created")]
    [InlineData("client.PostAsync(\"https://api.auth.adobe.com/reggie/v1/DEMO/regcod?deviceId=d1\", null)", "NotFound", "Created")]
    [InlineData("client.PostAsync(\"https://api.auth.adobe.com/api/v1/logout?deviceId=d1\", null)", "MethodNotAllowed", "NoContent")]
    [InlineData("client.GetAsync(\"https://api.auth.adobe.com/api/v1/tokens/authn?requestor_id=DEMO&deviceId=d1\")", "BadRequest", "NotFound")]
    public async Task Refused_before_the_fix_and_answered_after_it(string send, string before, string after)
    {
        var proof = await BeforeAndAfterFix.RunAsync(Sample(send), new WrongEndpointAnalyzer(), new WrongEndpointCodeFixProvider());
        Assert.Equal(before, proof.Before.Answer);
        Assert.Equal(after, proof.After.Answer);
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
