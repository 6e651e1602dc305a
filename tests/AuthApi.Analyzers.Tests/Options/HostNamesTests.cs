using AuthApi.Analyzers.Options;
using Xunit;

namespace AuthApi.Analyzers.Tests.Options;

public class HostNamesTests
{
    [Theory]
    [InlineData("gateway.example.com", "gateway.example.com", true)]
    [InlineData("Gateway.Example.com", "GATEWAY.example.com", true)]
    [InlineData("gateway.example.com", "api.gateway.example.com", false)]
    [InlineData("*.example.com", "api.gateway.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*.example.com", "badexample.com", false)]
    [InlineData("a.example | localhost, 10.0.0.1", "10.0.0.1", true)]
    public void A_host_is_found_whatever_its_case(string configured, string host, bool expected) =>
        Assert.Equal(expected, Read(configured).Contains(host));

    [Theory]
    [InlineData("a.example=production", HostEnvironment.Production)]
    [InlineData("a.example = Staging", HostEnvironment.Staging)]
    [InlineData("a.example", HostEnvironment.Unspecified)]
    internal void The_mark_gives_the_environment(string configured, HostEnvironment expected)
    {
        Assert.True(Read(configured).TryGet("a.example", out var environment));
        Assert.Equal(expected, environment);
    }

    [Theory]
    [InlineData("https://a.example")]
    [InlineData("a.example:8080")]
    [InlineData("a.example/path")]
    [InlineData("a.example=pilot")]
    [InlineData("a.example=unspecified")]
    [InlineData("a..example")]
    [InlineData("*")]
    [InlineData("-a.example")]
    public void What_is_no_host_name_is_unreadable(string configured) =>
        Assert.Single(OptionCatalog.AdobePassHosts.FindUnreadable(new DictionaryOptions((OptionCatalog.AdobePassHosts.Key, configured))));

    private static HostNames Read(string configured) =>
        OptionCatalog.AdobePassHosts.Read(new DictionaryOptions((OptionCatalog.AdobePassHosts.Key, configured)));
}
