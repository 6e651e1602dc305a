using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.RejectedAuthorizationValue;

/// <summary>
/// What .NET really does with the values that AUTH1003 is about: the ground that the rule and its fix stand on. What is sent is read
/// from a socket.
/// </summary>
public class DotNetHeaderTests
{
    /// <summary>A made-up header in the right form.</summary>
    private const string Signed =
        "POST requestor_id=DEMOCHANNEL, nonce=5d3f0c1e-7a44-4f0b-9a53-2f6c1f0e8b11, signature_method=HMAC-SHA1, request_time=1735689600123, request_uri=/regcode, public_key=demoPublicKey456, signature=GECavP8u+hTyA9eMrAjM+BbofkE=";

    [Fact]
    public void Add_of_a_signed_header_throws_on_messages_and_on_clients()
    {
        using var message = new HttpRequestMessage();
        using var client = new HttpClient();
        Assert.Throws<FormatException>(() => message.Headers.Add("Authorization", Signed));
        Assert.Throws<FormatException>(() => client.DefaultRequestHeaders.Add("Authorization", Signed));
        Assert.Throws<FormatException>(() => new HttpRequestMessage { Headers = { { "Authorization", Signed } } });
    }

    [Fact]
    public void Either_the_signature_or_the_path_is_enough_for_the_exception()
    {
        using var message = new HttpRequestMessage();
        Assert.Throws<FormatException>(() => message.Headers.Add("Authorization", Signed.Replace("request_uri=/regcode", "request_uri=regcode")));
        Assert.Throws<FormatException>(() => message.Headers.Add("Authorization", Signed[..Signed.IndexOf(", signature=", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Parse_throws_and_TryParse_is_false()
    {
        Assert.Throws<FormatException>(() => AuthenticationHeaderValue.Parse(Signed));
        Assert.False(AuthenticationHeaderValue.TryParse(Signed, out _));
    }

    [Fact]
    public async Task TryAddWithoutValidation_sends_the_text_as_it_is_and_the_typed_property_stays_null()
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "http://localhost/");
        Assert.True(message.Headers.TryAddWithoutValidation("Authorization", Signed));
        Assert.Equal([Signed], await SentAsync(m => m.Headers.TryAddWithoutValidation("Authorization", Signed)));
        Assert.Null(message.Headers.Authorization);
    }

    [Fact]
    public async Task Verb_as_scheme_and_the_rest_as_parameter_is_sent_exactly() =>
        Assert.Equal([Signed], await SentAsync(m => m.Headers.Authorization = new AuthenticationHeaderValue("POST", Signed["POST ".Length..])));

    [Fact]
    public void Old_web_requests_take_it()
    {
#pragma warning disable SYSLIB0014 // the obsolete class is what the row is about
        var request = (HttpWebRequest)WebRequest.Create("http://localhost/");
#pragma warning restore SYSLIB0014
        request.Headers["Authorization"] = Signed;
        Assert.Equal(Signed, request.Headers["Authorization"]);
    }

    [Fact]
    public async Task Bearer_in_both_arguments_is_sent_twice() =>
        Assert.Equal(["Bearer Bearer abc"], await SentAsync(m => m.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "Bearer abc")));

    [Fact]
    public async Task A_signed_header_after_a_scheme_is_sent_with_both() =>
        Assert.Equal(["Bearer " + Signed], await SentAsync(m => m.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Signed)));

    [Theory]
    [InlineData("Bearer abc")]
    [InlineData("Bearer ")]
    [InlineData(Signed)]
    public void A_blank_in_the_scheme_throws(string scheme)
    {
        Assert.Throws<FormatException>(() => new AuthenticationHeaderValue(scheme));
        Assert.Throws<FormatException>(() => new AuthenticationHeaderValue(scheme, "abc"));
    }

    [Fact]
    public async Task A_scheme_without_parameter_is_sent_alone()
    {
        Assert.Equal(["Bearer"], await SentAsync(m => m.Headers.Authorization = new AuthenticationHeaderValue("Bearer", null)));
        Assert.Equal(["Bearer"], await SentAsync(m => m.Headers.Authorization = new AuthenticationHeaderValue("Bearer")));
    }

    [Fact]
    public async Task A_raw_token_becomes_the_scheme()
    {
        using var message = new HttpRequestMessage();
        message.Headers.Add("Authorization", "eyJhbGciOi");
        Assert.Equal(("eyJhbGciOi", null), (message.Headers.Authorization!.Scheme, message.Headers.Authorization.Parameter));
        Assert.Equal(["eyJhbGciOi"], await SentAsync(m => m.Headers.Add("Authorization", "eyJhbGciOi")));
    }

    [Theory]
    [InlineData("Bearer abc\ndef")]
    [InlineData("Bearer abc\r\ndef")]
    [InlineData("Bearer abc\r\n")]
    public void A_line_break_throws_where_values_are_checked(string value)
    {
        using var message = new HttpRequestMessage();
        Assert.Throws<FormatException>(() => message.Headers.Add("Authorization", value));
        Assert.Throws<FormatException>(() => new AuthenticationHeaderValue("Bearer", value["Bearer ".Length..]));
    }

    [Fact]
    public async Task A_line_break_in_an_unchecked_value_does_not_arrive_as_it_was_meant() =>
        Assert.NotEqual(["Bearer abc\r\ndef"], await SentAsync(m => m.Headers.TryAddWithoutValidation("Authorization", "Bearer abc\r\ndef")));

    [Fact]
    public void InsertLineBreaks_breaks_no_hash_but_longer_values()
    {
        Assert.DoesNotContain("\n", Convert.ToBase64String(new byte[20], Base64FormattingOptions.InsertLineBreaks), StringComparison.Ordinal);
        Assert.Contains("\r\n", Convert.ToBase64String(new byte[58], Base64FormattingOptions.InsertLineBreaks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_sent_once()
    {
        using var client = new HttpClient(new Answering());
        using var message = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        await client.SendAsync(message, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(message, TestContext.Current.CancellationToken));
    }

    /// <summary>The values of the Authorization lines that arrive.</summary>
    private static async Task<string[]> SentAsync(Action<HttpRequestMessage> prepare)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        prepare(message);
        var sending = client.SendAsync(message, cancellationToken);
        using var socket = await listener.AcceptTcpClientAsync(cancellationToken);
        var stream = socket.GetStream();
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (!received.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        await stream.WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellationToken);
        (await sending).Dispose();
        return [.. received.ToString().Split("\r\n").Where(line => line.StartsWith("Authorization: ", StringComparison.Ordinal)).Select(line => line["Authorization: ".Length..])];
    }

    private sealed class Answering : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
    }
}
