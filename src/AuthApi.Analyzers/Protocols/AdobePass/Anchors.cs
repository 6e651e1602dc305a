namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>
/// What shows that a text talks about Adobe Pass. The strong anchors were checked against look-alikes found in public code:
/// SUSHI statistics clients (<c>requestor_id=</c>), British Library document supply (signed headers with <c>request_time=</c>),
/// <c>checkAuthNum</c>, Fox's <c>/adobeauthn/v3/checkauthn/</c>, and many services with <c>/api/v1/authorize</c> or <c>X-Device-Info</c>.
/// </summary>
internal static class Anchors
{
    /// <summary>
    /// Pieces of source text, one of which stands in every source that spells out a strong anchor. Search them ordinally.
    /// Not seen: a host written in capitals, an anchor put together from smaller pieces, or one that lies in another assembly.
    /// </summary>
    public static IReadOnlyList<string> SourceText { get; } =
    [
        "auth.adobe.com", "auth-staging.adobe.com", "reggie/v1/", "tokens/usermetadata", "authenticate/freepreview",
        "/profile-requests/", "checkauthn", "requestor_id=",
    ];

    /// <summary>Pieces that count only when a strong anchor reaches the same request, such as the base address of its client.</summary>
    public static IReadOnlyList<string> Weak { get; } =
    [
        "/api/v1/authenticate", "/api/v1/authorize", "/api/v1/logout", "/api/v1/config", "/api/v1/tokens/media", "/api/v1/preauthorize",
        "regcode", "requestor_id", "deviceId", "X-Device-Info", "nonce=", "public_key=", "request_time=",
    ];

    /// <summary>Whether the text holds a strong anchor; it alone says nothing about an explicit other host (see <see cref="IsRequest"/>).</summary>
    /// <param name="text">A URL, a header value or any other text, in the form of <see cref="UnknownText"/>.</param>
    public static bool IsStrong(string text) => HasHost(text) || HasPath(text) || SignedHeader.IsSignedText(text);

    /// <summary>
    /// Whether a request to this URL goes to Adobe Pass: its host is one, or no other host is written and the path is a strong anchor.
    /// An explicit other host means no, unless it is one of the user's gateways.
    /// </summary>
    /// <param name="url">The request's URL, possibly with holes.</param>
    /// <param name="isGateway">Whether the user's options name this host as a gateway to Adobe Pass.</param>
    public static bool IsRequest(ServiceUrl url, Func<string, bool>? isGateway = null) =>
        AdobePassHosts.IsAdobePassHost(url.Host)
        || (url.Host is { } host && host.Length > 0 && host[host.Length - 1] != UnknownText.Hole ? isGateway?.Invoke(host) == true : HasPath(url.Text));

    private static bool HasHost(string text) => HasHost(text, AdobePassHosts.ProductionDomain) || HasHost(text, AdobePassHosts.StagingDomain);

    // api.auth.adobe.com, but neither auth.adobe.com alone nor api.auth.adobe.com.example.org.
    private static bool HasHost(string text, string domain)
    {
        for (var at = text.IndexOf(domain, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(domain, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + domain.Length;
            var labelBefore = at > 0 && (UnknownText.IsWordCharacter(text[at - 1]) || text[at - 1] == UnknownText.Hole);
            var endsThere = end == text.Length
                || (!UnknownText.IsWordCharacter(text[end]) && (text[end] != '.' || end + 1 == text.Length || !UnknownText.IsWordCharacter(text[end + 1])));
            if (labelBefore && endsThere)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPath(string text)
    {
        var path = text.IndexOf('?') is >= 0 and var query ? text.Substring(0, query) : text;
        return Occurs(path, "reggie/v1/", static (_, _) => true)
            || Occurs(path, "api/v1/tokens/usermetadata", EndsSegment)
            || Occurs(path, "api/v1/authenticate/freepreview", EndsSegment)
            || Occurs(path, "api/v1/checkauthn", EndsSegment)
            || Occurs(path, "api/v1/", IsProfileRequest);
    }

    // A whole piece of the path: what precedes it is no word character.
    private static bool Occurs(string text, string piece, Func<string, int, bool> continuesWell)
    {
        for (var at = text.IndexOf(piece, StringComparison.Ordinal); at >= 0; at = text.IndexOf(piece, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !UnknownText.IsWordCharacter(text[at - 1])) && continuesWell(text, at + piece.Length))
            {
                return true;
            }
        }

        return false;
    }

    // The hole after a whole segment is a query, a suffix or more segments; nobody completes a word of the path at run time.
    private static bool EndsSegment(string text, int end) =>
        end == text.Length
        || text[end] is '/' or '?' or '#' or UnknownText.Hole
        || string.CompareOrdinal(text, end, ".json", 0, 5) == 0
        || string.CompareOrdinal(text, end, ".xml", 0, 4) == 0;

    private static bool IsProfileRequest(string text, int afterVersion)
    {
        var slash = text.IndexOf('/', afterVersion);
        return slash > afterVersion && string.CompareOrdinal(text, slash, "/profile-requests/", 0, "/profile-requests/".Length) == 0;
    }
}
