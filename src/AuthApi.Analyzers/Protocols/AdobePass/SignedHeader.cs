using System.Text.RegularExpressions;

namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>
/// The signed <c>Authorization</c> header of V1:
/// <c>VERB requestor_id=…, nonce=…, signature_method=HMAC-SHA1, request_time=…, request_uri=…, public_key=…, signature=…</c>.
/// No public page shows it; the form is that of about a dozen independent clients and was checked against a published unit-test vector.
/// The service does not check that verb and <c>request_uri</c> are those of the request.
/// </summary>
internal static class SignedHeader
{
    public const string RequestorId = "requestor_id";
    public const string Nonce = "nonce";
    public const string SignatureMethod = "signature_method";

    /// <summary>Milliseconds since 1970-01-01 UTC, an integer; any other unit is answered "Not Authorized" (error code page).</summary>
    public const string RequestTime = "request_time";

    public const string RequestUri = "request_uri";
    public const string PublicKey = "public_key";
    public const string Signature = "signature";

    /// <summary>The only value of <see cref="SignatureMethod"/>. CA5350 objects to the algorithm; the protocol leaves no choice.</summary>
    public const string Algorithm = "HMAC-SHA1";

    /// <summary>What stands between two fields.</summary>
    public const string Separator = ", ";

    /// <summary>Length of a <see cref="Signature"/>: 20 bytes in Base64, the last character being the one <c>=</c>.</summary>
    public const int SignatureLength = 28;

    /// <summary>Digits of a <see cref="RequestTime"/> between the years 2001 and 2286.</summary>
    public const int RequestTimeDigits = 13;

    /// <summary>Every field in the order that all clients use.</summary>
    public static IReadOnlyList<string> Fields { get; } = [RequestorId, Nonce, SignatureMethod, RequestTime, RequestUri, PublicKey, Signature];

    /// <summary>The fields inside the text that is signed, from the verb up to the value of <see cref="RequestUri"/>; no comma at its end.</summary>
    public static IReadOnlyList<string> SignedFields { get; } = [RequestorId, Nonce, SignatureMethod, RequestTime, RequestUri];

    /// <summary>A complete header without holes.</summary>
    public static Regex Complete { get; } = new(
        @"^(GET|POST|DELETE|PUT) requestor_id=[^,]+, nonce=[^,]+, signature_method=HMAC-SHA1, request_time=\d{13}, request_uri=[^,]+, public_key=[^,]+, signature=[A-Za-z0-9+/]{27}=$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>
    /// Whether the text is one of these headers or its signed part: it holds <c>requestor_id=</c> and <c>signature_method=HMAC-SHA1</c> and one of
    /// <c>request_uri=</c>, <c>public_key=</c>. Fewer of them also occur in other services.
    /// </summary>
    public static bool IsSignedText(string text) =>
        HasField(text, RequestorId + "=")
        && HasField(text, SignatureMethod + "=" + Algorithm)
        && (HasField(text, RequestUri + "=") || HasField(text, PublicKey + "="));

    // xoauth_requestor_id= is Google's.
    private static bool HasField(string text, string field)
    {
        for (var at = text.IndexOf(field, StringComparison.Ordinal); at >= 0; at = text.IndexOf(field, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !UnknownText.IsWordCharacter(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
