using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.InvalidRequestSignature;
using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using AuthApi.Analyzers.Rules.AdobePass.InvalidRequestSignature;
using AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

/// <summary>AUTH1002 and AUTH1004: the service answers "Not authorized" before the fix and 201 after it.</summary>
public sealed class SignedHeaderTests
{
    private const string RightTime = "DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()";
    private const string RightSignature = "Convert.ToBase64String(new HMACSHA1(Encoding.UTF8.GetBytes(Secret)).ComputeHash(Encoding.UTF8.GetBytes(text)))";

    [Theory]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds()")]
    [InlineData("(int)(DateTime.UtcNow - new DateTime(1970, 1, 1)).TotalSeconds")]
    [InlineData("DateTime.UtcNow.Ticks")]
    [InlineData("DateTime.UtcNow.Ticks / TimeSpan.TicksPerMillisecond")]
    [InlineData("(DateTime.UtcNow.Ticks - 621355968000000000) / 10000000")]
    [InlineData("Environment.TickCount64")]
    [InlineData("DateTime.UtcNow.Millisecond")]
    [InlineData("(int)DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()")]
    [InlineData("(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds / 1000")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(\"N0\")")]
    [InlineData("DateTime.UtcNow.ToString(\"o\")")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString().Substring(0, 10)")]
    public Task Request_time_by_the_smallest_change(string time) => ProveAsync(time, RequestTimeNotMillisecondsCodeFixProvider.SmallestKey);

    [Theory]
    [InlineData("(int)(DateTime.UtcNow - new DateTime(1970, 1, 1)).TotalSeconds")]
    [InlineData("(DateTime.UtcNow.Ticks - 621355968000000000) / 10000000")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(\"N0\")")]
    public Task Request_time_by_the_plain_expression(string time) => ProveAsync(time, RequestTimeNotMillisecondsCodeFixProvider.PlainKey);

    private static async Task ProveAsync(string time, string key) => AssertProof(
        await BeforeAndAfterFix.RunAsync(
            Sample(time, RightSignature), new RequestTimeNotMillisecondsAnalyzer(), new RequestTimeNotMillisecondsCodeFixProvider(), new FixOptions { EquivalenceKey = key }),
        "AUTH1002");

    [Theory]
    [InlineData("Convert.ToBase64String(new HMACSHA256(Encoding.UTF8.GetBytes(Secret)).ComputeHash(Encoding.UTF8.GetBytes(text)))")]
    [InlineData("Convert.ToHexString(new HMACSHA1(Encoding.UTF8.GetBytes(Secret)).ComputeHash(Encoding.UTF8.GetBytes(text)))")]
    [InlineData("Convert.ToBase64String(HMACSHA1.HashData(Encoding.Unicode.GetBytes(Secret), Encoding.UTF8.GetBytes(text)))")]
    [InlineData("Convert.ToBase64String(new HMACSHA1(Encoding.UTF8.GetBytes(Secret)).ComputeHash(Encoding.Unicode.GetBytes(text)))")]
    public async Task Signature(string signature) => AssertProof(
        await BeforeAndAfterFix.RunAsync(Sample(RightTime, signature), new InvalidRequestSignatureAnalyzer(), new InvalidRequestSignatureCodeFixProvider()), "AUTH1004");

    private static void AssertProof(FixProof proof, string id)
    {
        Assert.Equal("Unauthorized", proof.Before.Answer);
        Assert.Contains("Not authorized", Assert.Single(proof.Before.Exchanges).Body);
        Assert.Equal("Created", proof.After.Answer);
        Assert.All(proof.Diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));
    }

    private static string Sample(string time, string signature) => $$"""
        using System.Security.Cryptography;
        using System.Text;

        public static class RegistrationClient
        {
            private const string Secret = "{{AdobePassService.DemoSecret}}";

            public static async Task<string> Run(HttpClient client)
            {
                var text = $"POST requestor_id=DEMO, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={ {{time}} }, request_uri=/regcode";
                var signature = {{signature}};
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.auth.adobe.com/reggie/v1/DEMO/regcode?deviceId=d1");
                request.Headers.TryAddWithoutValidation("Authorization", $"{text}, public_key={{AdobePassService.DemoPublicKey}}, signature={signature}");
                request.Headers.Add("X-Device-Info", "{{DeviceInformation.EncodeV1()}}");
                using var response = await client.SendAsync(request);
                return response.StatusCode.ToString();
            }
        }
        """;
}
