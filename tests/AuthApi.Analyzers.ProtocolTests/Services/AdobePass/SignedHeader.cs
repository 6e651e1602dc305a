using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AuthApi.Analyzers.ProtocolTests.Services.AdobePass;

/// <summary>
/// The legacy signed Authorization header: <c>VERB requestor_id=…, nonce=…, signature_method=HMAC-SHA1, request_time=…,
/// request_uri=…, public_key=…, signature=…</c>. The signed text is everything before <c>, public_key=</c>, the key is the
/// secret's characters as UTF-8, the result standard Base64. Rebuilt from independent clients and one published vector;
/// the public pages only say "HMAC-SHA1" and "request time in milliseconds". Verb and path inside the text are not
/// compared with the request: working clients send other ones.
/// </summary>
internal sealed partial class SignedHeader
{
    /// <summary>How far <c>request_time</c> may be from now. The real skew is undocumented; this is our choice.</summary>
    public static readonly TimeSpan PermittedSkew = TimeSpan.FromMinutes(10);

    private SignedHeader(Match match)
    {
        Text = match.Groups["text"].Value;
        RequestTime = match.Groups["time"].Value;
        PublicKey = match.Groups["key"].Value;
        Signature = match.Groups["signature"].Value;
    }

    public string Text { get; }

    public string RequestTime { get; }

    public string PublicKey { get; }

    public string Signature { get; }

    public static SignedHeader? Parse(string header)
    {
        var match = Form().Match(header);
        return match.Success ? new SignedHeader(match) : null;
    }

    public static string Sign(string text, string secret) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    /// <summary>A complete header for tests: what a right client sends.</summary>
    public static string Create(
        string requestor, DateTimeOffset time, string publicKey, string secret, string verb = "POST", string uri = "/regcode")
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{verb} requestor_id={requestor}, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={time.ToUnixTimeMilliseconds()}, request_uri={uri}");
        return $"{text}, public_key={publicKey}, signature={Sign(text, secret)}";
    }

    /// <summary>True when the time is a 13-digit number of milliseconds near now and the signature fits the text.</summary>
    public bool IsValid(string secret, DateTimeOffset now) =>
        RequestTime.Length == 13
        && long.TryParse(RequestTime, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && (now - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).Duration() <= PermittedSkew
        && Signature == Sign(Text, secret);

    [GeneratedRegex(
        @"^(?<text>(GET|POST|DELETE|PUT) requestor_id=[^,]+, nonce=[^,]+, signature_method=HMAC-SHA1, request_time=(?<time>[^,]+), request_uri=[^,]+), public_key=(?<key>[^,]+), signature=(?<signature>[^,\s]+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
