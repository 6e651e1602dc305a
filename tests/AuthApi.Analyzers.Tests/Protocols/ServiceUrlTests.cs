using AuthApi.Analyzers.Protocols;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols;

public sealed class ServiceUrlTests
{
    [Theory]
    [InlineData("https://api.auth.adobe.com/api/v1/authorize", "https", "api.auth.adobe.com", "api|v1|authorize")]
    [InlineData("HTTPS://user:secret@api.auth.adobe.com:443/o/client/token", "https", "api.auth.adobe.com", "o|client|token")]
    [InlineData("api.auth.adobe.com/o/client/token", null, "api.auth.adobe.com", "o|client|token")]
    [InlineData("//api.auth.adobe.com/o", null, "api.auth.adobe.com", "o")]
    [InlineData("https://api.auth.adobe.com#/api/v1", "https", "api.auth.adobe.com", "")]
    [InlineData("\uFFFC://api.auth.adobe.com/o", null, "api.auth.adobe.com", "o")]
    [InlineData("https://api.auth.adobe.com\uFFFC/o", "https", "api.auth.adobe.com", "o")]
    [InlineData("https://\uFFFC/o", "https", "\uFFFC", "o")]
    [InlineData("/api/v1/authorize", null, null, "api|v1|authorize")]
    [InlineData("api//v1/", null, null, "api|v1")]
    [InlineData("\uFFFCapi/v1", null, null, "api|v1")]
    [InlineData("login?next=https://api.auth.adobe.com/o", null, null, "login")]
    [InlineData("", null, null, "")]
    [InlineData("://", "", "", "")]
    public void Host_and_path_are_read(string text, string? scheme, string? host, string segments)
    {
        var url = ServiceUrl.Parse(text);

        Assert.Equal(scheme, url.Scheme);
        Assert.Equal(host, url.Host);
        Assert.Equal(segments, string.Join("|", url.Segments.Select(segment => segment.Text)));
        Assert.All(url.Segments, segment => Assert.Equal(segment.Text, text.Substring(segment.Start, segment.Text.Length)));
    }

    [Theory]
    [InlineData("a?x=1&y=2", "x=1|y=2", false)]
    [InlineData("a?x=1&amp;y=2", "x=1|y=2", false)]
    [InlineData("a?x=\uFFFC&y=\uFFFC", "x=\uFFFC|y=\uFFFC", false)]
    [InlineData("a?re%67_code=1#&y=2", "reg_code=1", false)]
    [InlineData("a?x=1\uFFFC", "x=1\uFFFC", true)]
    [InlineData("a?\uFFFC", "", true)]
    [InlineData("a?x=1&\uFFFC", "x=1", true)]
    [InlineData("a?\uFFFC&x=1", "x=1", true)]
    [InlineData("a?\uFFFC=1", "", true)]
    [InlineData("a\uFFFC", "", true)]
    [InlineData("a/\uFFFC", "", true)]
    [InlineData("a/\uFFFC?x=1", "x=1", false)]
    [InlineData("a\uFFFC?x=1", "x=1", true)]
    [InlineData("a", "", false)]
    public void Query_is_read_and_is_open_where_a_hole_can_hold_more(string text, string query, bool isOpen)
    {
        var url = ServiceUrl.Parse(text);

        Assert.Equal(query, string.Join("|", url.Query.Select(parameter => parameter.Name + "=" + parameter.Value)));
        Assert.Equal(isOpen, url.QueryIsOpen);
        Assert.All(url.Query, parameter => Assert.EndsWith("=" + parameter.Value, text.Substring(parameter.Start, parameter.Length)));
    }

    [Fact]
    public void An_unknown_base_is_told_from_a_known_relative_path()
    {
        Assert.True(ServiceUrl.Parse("\uFFFC/api/v1/authorize").HasUnknownBase);
        Assert.True(ServiceUrl.Parse("https://\uFFFC/api/v1/authorize").HasUnknownBase);
        Assert.False(ServiceUrl.Parse("/api/v1/authorize").HasUnknownBase);
    }
}
