using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.HarnessTests;

public sealed class SampleProgramTests
{
    private const string Config = "https://api.auth.adobe.com/api/v1/config/REQ";

    [Theory]
    [InlineData("HttpClient client", "client.GetStringAsync(\"" + Config + "\")")]
    [InlineData("HttpMessageHandler handler", "new HttpClient(handler).GetStringAsync(\"" + Config + "\")")]
    [InlineData("IHttpClientFactory clients", "clients.CreateClient(\"adobe\").GetStringAsync(\"" + Config + "\")")]
    [InlineData("", "new HttpClient().GetStringAsync(\"" + Config + "\")")]
    [InlineData("", "new HttpClient { BaseAddress = new Uri(\"https://sp.auth.adobe.com/\") }.GetStringAsync($\"api/v1/config/{\"REQ\"}\")")]
    [InlineData("", "new HttpClient().GetStringAsync($\"https://{Host}/api/v1/config/REQ\")")]
    [InlineData("", "new HttpClient().GetStringAsync(\"https://\" + Host + \"/api/v1/config/REQ\")")]
    [InlineData("", "new HttpClient().GetStringAsync(@\"https://api.auth.adobe.com/api/v1/config/REQ\")")]
    public async Task A_request_to_a_public_host_reaches_its_simulation(string parameter, string request)
    {
        var outcome = await RunAsync($$"""
            static class Sample
            {
                private const string Host = "api.auth.adobe.com";
                public static async Task<string> Run({{parameter}}) => await {{request}} + Host.Length;
            }
            """);
        Assert.Null(outcome.Failure);
        Assert.Equal([200], outcome.Statuses);
        Assert.Equal("/api/v1/config/REQ", outcome.Exchanges[0].PathAndQuery);
    }

    [Fact]
    public async Task HttpWebRequest_reaches_the_simulation_too()
    {
        var outcome = await RunAsync("""
            using System.Net;
            static class Sample
            {
                public static async Task<string> Run()
                {
            #pragma warning disable SYSLIB0014
                    var request = (HttpWebRequest)WebRequest.Create("https://api.auth-staging.adobe.com/api/v1/config/REQ");
                    using var response = (HttpWebResponse)await request.GetResponseAsync();
                    return response.StatusCode.ToString();
                }
            }
            """);
        Assert.Equal("OK", outcome.Answer);
        Assert.Equal("Adobe Pass Staging", Assert.Single(outcome.Exchanges).Service);
    }

    [Theory]
    [InlineData("HttpClient client", "client")]
    [InlineData("", "new HttpClient()")]
    public async Task No_other_host_can_be_reached(string parameter, string client)
    {
        var outcome = await RunAsync($$"""
            static class Sample
            {
                public static Task<string> Run({{parameter}}) => {{client}}.GetStringAsync("http://service.example.com/");
            }
            """);
        Assert.IsType<HttpRequestException>(outcome.Failure);
        Assert.Empty(outcome.Exchanges);
    }

    [Fact]
    public async Task Delays_move_the_clock_of_the_simulation()
    {
        await using var simulation = await Simulation.StartAsync();
        var start = simulation.Clock.GetUtcNow();
        var outcome = await SampleProgram.RunAsync("""
            static class Sample
            {
                public static async Task<string> Run(TimeProvider time, CancellationToken stop)
                {
                    await Task.Delay(TimeSpan.FromMinutes(5), stop);
                    await Task.Delay(60_000).ConfigureAwait(false);
                    Thread.Sleep(1000);
                    return time.GetUtcNow().ToString("O");
                }
            }
            """, simulation);
        Assert.Equal(TimeSpan.FromSeconds(361), simulation.Clock.GetUtcNow() - start);
        Assert.Equal(simulation.Clock.GetUtcNow().ToString("O"), outcome.Answer);
    }

    [Fact]
    public async Task A_sample_that_waits_for_ever_fails()
    {
        var outcome = await RunAsync("""
            static class Sample
            {
                public static async Task<string> Run()
                {
                    while (true)
                        await Task.Delay(TimeSpan.FromMinutes(1));
                }
            }
            """);
        Assert.IsType<TimeoutException>(outcome.Failure);
    }

    [Fact]
    public async Task An_exception_of_the_sample_is_its_outcome()
    {
        var outcome = await RunAsync("""
            static class Sample
            {
                public static Task<string> Run() => throw new FormatException("mine");
            }
            """);
        Assert.Equal("mine", Assert.IsType<FormatException>(outcome.Failure).Message);
    }

    [Theory]
    [InlineData("static class Sample { public static Task<string> Run() => Task.FromResult(missing); }", "does not compile")]
    [InlineData("static class Sample { public static string Run() => \"\"; }", "this one has 0")]
    [InlineData("static class Sample { public static Task<string> Run(int i) => null!; }", "cannot ask for")]
    public async Task A_source_that_is_no_sample_is_an_error_of_the_test(string source, string message) =>
        Assert.Contains(message, (await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(source))).Message);

    [Fact]
    public async Task Exchanges_of_several_services_are_in_order()
    {
        var outcome = await RunAsync("""
            static class Sample
            {
                public static async Task<string> Run(HttpClient client)
                {
                    foreach (var host in new[] { "api.auth.adobe.com", "api.auth-staging.adobe.com", "api.auth.adobe.com" })
                        await client.GetAsync($"https://{host}/unknown");
                    return "";
                }
            }
            """);
        Assert.Equal(["Adobe Pass Production", "Adobe Pass Staging", "Adobe Pass Production"], outcome.Exchanges.Select(exchange => exchange.Service));
        Assert.Equal([404, 404, 404], outcome.Statuses);
    }

    private static async Task<SampleOutcome> RunAsync(string source)
    {
        await using var simulation = await Simulation.StartAsync();
        return await SampleProgram.RunAsync(source, simulation);
    }
}
