using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RejectedAuthorizationValue;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.AdobePass.RejectedAuthorizationValue;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class RejectedAuthorizationValueTests
{
    [Fact]
    public async Task A_signed_header_is_refused_by_NET_and_then_accepted_by_the_service()
    {
        var proof = await RunAsync("""
            using System.Security.Cryptography;
            using System.Text;

            public static class Program
            {
                public static async Task<string> Run(HttpClient http, TimeProvider clock)
                {
                    var text = $"POST requestor_id=DEMOCHANNEL, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={clock.GetUtcNow().ToUnixTimeMilliseconds()}, request_uri=/regcode";
                    using var mac = new HMACSHA1(Encoding.UTF8.GetBytes("demoSecretKey123"));
                    var header = $"{text}, public_key=demoPublicKey456, signature={Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text)))}";

                    using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/reggie/v1/DEMOCHANNEL/regcode?deviceId=device1");
                    request.Headers.Add("Authorization", header);
                    request.Headers.Add("X-Device-Info", "eyJtb2RlbCI6IlRWIiwib3NOYW1lIjoid2ViT1MifQ%3D%3D");
                    using var response = await http.SendAsync(request);
                    return response.StatusCode.ToString();
                }
            }
            """);

        Assert.IsType<FormatException>(proof.Before.Failure);
        Assert.Empty(proof.Before.Exchanges);
        Assert.Equal("Created", proof.After.Answer);
    }

    [Fact]
    public async Task A_token_that_is_sent_after_two_schemes_is_not_found_and_then_is()
    {
        var proof = await RunAsync("""
            using System.Net.Http.Headers;

            public static class Program
            {
                public static async Task<string> Run(HttpClient http)
                {
                    var token = "Bearer demo-access-token";
                    using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.auth.adobe.com/api/v2/DEMOCHANNEL/configuration");
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                    request.Headers.Add("X-Device-Info", "eyJtb2RlbCI6IlRWIiwidmVyc2lvbiI6IjEiLCJvc05hbWUiOiJ3ZWJPUyIsIm9zVmVyc2lvbiI6IjYiLCJjb25uZWN0aW9uVHlwZSI6IldpRmkifQ==");
                    request.Headers.Add("AP-Device-Identifier", "fingerprint ZDE=");
                    using var response = await http.SendAsync(request);
                    return response.StatusCode.ToString();
                }
            }
            """);

        Assert.Equal("Unauthorized", proof.Before.Answer);
        Assert.Equal("OK", proof.After.Answer);
    }

    private static Task<FixProof> RunAsync(string sample) =>
        BeforeAndAfterFix.RunAsync(sample, new RejectedAuthorizationValueAnalyzer(), new RejectedAuthorizationValueCodeFixProvider());
}
