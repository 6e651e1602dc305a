using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

public sealed class ThrottleTests : AdobePassTestBase
{
    private const string Poll = "/api/v1/checkauthn/CODE?requestor=REQ";

    [Fact]
    public async Task One_per_second_and_ten_once()
    {
        Service.Throttled = true;
        for (var i = 0; i < 11; i++)
            Assert.Equal(403, (await SendAsync("GET", Poll)).Status);

        var refused = await SendAsync("GET", Poll);
        Assert.Equal(429, refused.Status);
        Assert.Equal("text/html", refused.Response.Content.Headers.ContentType?.MediaType);
        Assert.Null(refused.Response.Headers.RetryAfter);

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(403, (await SendAsync("GET", Poll)).Status);
        Assert.Equal(429, (await SendAsync("GET", Poll)).Status);
    }

    [Fact]
    public async Task The_burst_does_not_come_back()
    {
        Service.Throttled = true;
        for (var i = 0; i < 11; i++)
            await SendAsync("GET", Poll);
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(403, (await SendAsync("GET", Poll)).Status);
        Assert.Equal(429, (await SendAsync("GET", Poll)).Status);
    }

    [Fact]
    public async Task Devices_are_told_apart_by_the_forwarded_address()
    {
        Service.Throttled = true;
        for (var i = 0; i < 12; i++)
            await SendAsync("GET", Poll, headers: ("X-Forwarded-For", "192.0.2.1"));
        Assert.Equal(429, (await SendAsync("GET", Poll, headers: ("X-Forwarded-For", "192.0.2.1"))).Status);
        Assert.Equal(403, (await SendAsync("GET", Poll, headers: ("X-Forwarded-For", "192.0.2.2"))).Status);
    }

    [Fact]
    public async Task The_page_in_the_browser_is_not_throttled()
    {
        Service.Throttled = true;
        for (var i = 0; i < 20; i++)
            Assert.Equal(400, (await SendAsync("GET", "/api/v1/authenticate")).Status);
    }

    [Fact]
    public async Task Throttling_can_be_switched_off()
    {
        Assert.False(Service.Throttled);
        for (var i = 0; i < 20; i++)
            Assert.Equal(403, (await SendAsync("GET", Poll)).Status);
    }
}
