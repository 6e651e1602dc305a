using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.TightPolling;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using AuthApi.Analyzers.Rules.AdobePass.TightPolling;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class TightPollingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("await Task.Delay(200, cancellationToken);")]
    public async Task A_fast_loop_is_refused_and_a_slow_one_is_not(string pause)
    {
        var proof = await BeforeAndAfterFix.RunAsync(Sample(pause), new TightPollingAnalyzer(), new TightPollingCodeFixProvider());
        Assert.Contains(429, proof.Before.Statuses);
        Assert.Equal("TooManyRequests", proof.Before.Answer);
        Assert.DoesNotContain(429, proof.After.Statuses);
        Assert.Equal("gave up", proof.After.Answer);
    }

    private static string Sample(string pause) => $$"""
        public static class Poller
        {
            public static async Task<string> Run(HttpClient client, TimeProvider time, CancellationToken cancellationToken)
            {
                client.DefaultRequestHeaders.Add("X-Device-Info", "{{DeviceInformation.EncodeV1()}}");
                for (var round = 0; round < 20; round++)
                {
                    using var response = await client.GetAsync("https://api.auth.adobe.com/api/v1/checkauthn?requestor=DEMO&deviceId=d1", cancellationToken);
                    if (response.StatusCode != System.Net.HttpStatusCode.Forbidden)
                    {
                        return response.StatusCode.ToString();
                    }

                    {{pause}}
                }

                return "gave up";
            }
        }
        """;
}
