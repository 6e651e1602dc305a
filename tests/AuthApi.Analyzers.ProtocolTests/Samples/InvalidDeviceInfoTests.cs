using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.InvalidDeviceInfo;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using AuthApi.Analyzers.Rules.AdobePass.InvalidDeviceInfo;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class InvalidDeviceInfoTests
{
    private const string Base64 = "Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Json))";
    private const string Identifier = "\"fingerprint \" + Convert.ToBase64String(new byte[20])";

    [Theory]
    [InlineData("Json", Identifier)]
    [InlineData("Uri.EscapeDataString(" + Base64 + ")", Identifier)]
    [InlineData(Base64, "Convert.ToBase64String(new byte[20])")]
    [InlineData("Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Json), Base64FormattingOptions.InsertLineBreaks)", Identifier)]
    public async Task V2_reads_the_fixed_form_only(string information, string identifier)
    {
        var proof = await RunAsync(Sample("https://api.auth.adobe.com/api/v2/DEMO/profiles", information, identifier));
        Assert.True(proof.Before.Answer == "BadRequest" || proof.Before.Failure is FormatException, proof.Before.ToString());
        Assert.Equal("OK", proof.After.Answer);
    }

    [Fact]
    public async Task V1_refuses_json()
    {
        // 403 is the documented answer "not authenticated".
        var proof = await RunAsync(Sample("https://api.auth.adobe.com/api/v1/checkauthn?requestor=DEMO&deviceId=d1", "Json", Identifier));
        Assert.Equal("BadRequest", proof.Before.Answer);
        Assert.Equal("Forbidden", proof.After.Answer);
        Assert.Contains("Uri.EscapeDataString(Convert.ToBase64String", proof.FixedSource);
    }

    private static Task<FixProof> RunAsync(string source) =>
        BeforeAndAfterFix.RunAsync(source, new InvalidDeviceInfoAnalyzer(), new InvalidDeviceInfoCodeFixProvider());

    private static string Sample(string url, string information, string identifier) => $$"""
        using System.Net.Http.Headers;

        public static class Device
        {
            private const string Json = "{\"model\":\"TV\",\"version\":\"1\",\"osName\":\"webOS\",\"osVersion\":\"6\",\"connectionType\":\"WiFi\"}";

            public static async Task<string> Run(HttpClient client)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "{{url}}");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "{{AdobePassService.DemoAccessToken}}");
                request.Headers.Add("X-Device-Info", {{information}});
                request.Headers.Add("AP-Device-Identifier", {{identifier}});
                using var response = await client.SendAsync(request);
                return response.StatusCode.ToString();
            }
        }
        """;
}
