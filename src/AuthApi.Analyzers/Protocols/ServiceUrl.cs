namespace AuthApi.Analyzers.Protocols;

/// <summary>A part of a URL's text.</summary>
/// <param name="Text">The part as written, holes included.</param>
/// <param name="Start">Index of its first character in the URL's text.</param>
internal sealed record UrlPart(string Text, int Start);

/// <summary>One <c>name=value</c> of a URL's query.</summary>
/// <param name="Name">The name, percent-decoded.</param>
/// <param name="Value">The value as written, not decoded, holes included; empty when there is no <c>=</c>.</param>
/// <param name="Start">Index of the name's first character in the URL's text.</param>
/// <param name="Length">Length of name, <c>=</c> and value.</param>
internal sealed record QueryParameter(string Name, string Value, int Start, int Length);

/// <summary>
/// A URL whose text may have holes, split into host, path and query (RFC 3986). Works for absolute URLs, for relative ones,
/// for an unknown base followed by a known path, and for a host written without a scheme. Never fails: what makes no sense becomes path.
/// </summary>
internal sealed class ServiceUrl
{
    private ServiceUrl(string text) => Text = text;

    /// <summary>The text that was parsed.</summary>
    public string Text { get; }

    /// <summary><c>https</c>, <c>http</c>, … in lower case; null when there is none or it is unknown.</summary>
    public string? Scheme { get; private set; }

    /// <summary>The host as written, without user and port, possibly with holes; null when the URL is relative or starts with an unknown base.</summary>
    public string? Host { get; private set; }

    /// <summary>The host when every character of it is known; null otherwise.</summary>
    public string? KnownHost => Host is not null && !UnknownText.HasHole(Host) ? Host : null;

    /// <summary>Whether something unknown stands before the first segment of the path: an unknown base, which may hold a host and segments.</summary>
    public bool HasUnknownBase { get; private set; }

    /// <summary>The non-empty segments of the path, in order. Text of a segment that follows an unknown base without <c>/</c> starts after that base.</summary>
    public IReadOnlyList<UrlPart> Segments { get; private set; } = [];

    /// <summary>
    /// Whether the path ends with a hole that is glued to known text (<c>checkauthn</c>+hole), so that it can go on with other
    /// characters, other segments or a query.
    /// </summary>
    public bool PathIsOpen { get; private set; }

    /// <summary>The parameters of the query whose names are known, in order.</summary>
    public IReadOnlyList<QueryParameter> Query { get; private set; } = [];

    /// <summary>
    /// Whether there can be more parameters than <see cref="Query"/> shows: a hole where a parameter or its name would stand,
    /// a hole after known text of the last value, or a path that ends with a hole. A value that is one hole is a value, nothing more.
    /// </summary>
    public bool QueryIsOpen { get; private set; }

    /// <summary>Splits the text.</summary>
    /// <param name="text">A URL in the form of <see cref="UnknownText"/>.</param>
    public static ServiceUrl Parse(string text)
    {
        var url = new ServiceUrl(text);
        var end = text.IndexOf('#') is >= 0 and var fragment ? fragment : text.Length;
        var queryMark = text.IndexOf('?', 0, end);
        var pathEnd = queryMark >= 0 ? queryMark : end;
        var pathStart = url.ReadBase(pathEnd);
        url.ReadPath(pathStart, pathEnd, hasQuery: queryMark >= 0);
        if (queryMark >= 0)
        {
            url.ReadQuery(queryMark + 1, end);
        }

        return url;
    }

    /// <summary>Reads scheme, host or unknown base; returns where the path starts.</summary>
    private int ReadBase(int pathEnd)
    {
        var scheme = Text.IndexOf("://", 0, pathEnd, StringComparison.Ordinal);
        if (scheme >= 0 && Text.IndexOf('/', 0, pathEnd) == scheme + 1)
        {
            Scheme = UnknownText.HasHole(Text.Substring(0, scheme)) ? null : Text.Substring(0, scheme).Trim().ToLowerInvariant();
            return ReadHost(scheme + 3, pathEnd);
        }

        if (Text.StartsWith("//", StringComparison.Ordinal) && LooksLikeHost(FirstSegment(2, pathEnd)))
        {
            return ReadHost(2, pathEnd);
        }

        if (LooksLikeHost(FirstSegment(0, pathEnd)))
        {
            return ReadHost(0, pathEnd);
        }

        var start = 0;
        while (start < pathEnd && Text[start] == UnknownText.Hole)
        {
            start++;
        }

        HasUnknownBase = start > 0;
        return start;
    }

    private int ReadHost(int start, int pathEnd)
    {
        var authority = FirstSegment(start, pathEnd);
        var host = authority.Substring(authority.LastIndexOf('@') + 1);
        var port = host.IndexOf(':');
        Host = (port >= 0 ? host.Substring(0, port) : host).Trim().TrimEnd('.');
        // https://api.auth.adobe.com + hole: what can sensibly follow the top-level domain is a port or a path.
        if (Host.TrimEnd(UnknownText.Hole) is var known && LooksLikeHost(known))
        {
            Host = known;
        }

        HasUnknownBase = UnknownText.HasHole(authority);
        return start + authority.Length;
    }

    private string FirstSegment(int start, int pathEnd)
    {
        var slash = Text.IndexOf('/', start, pathEnd - start);
        return Text.Substring(start, (slash >= 0 ? slash : pathEnd) - start);
    }

    // A host written without a scheme. Both services live under .com, and a first path segment that ends like this is rare.
    private static bool LooksLikeHost(string segment)
    {
        var port = segment.IndexOf(':');
        var host = port >= 0 ? segment.Substring(0, port) : segment;
        return host.EndsWith(".com", StringComparison.OrdinalIgnoreCase) && host.IndexOf(' ') < 0;
    }

    private void ReadPath(int start, int end, bool hasQuery)
    {
        var segments = new List<UrlPart>();
        for (var at = start; at < end;)
        {
            var segment = FirstSegment(at, end);
            if (segment.Trim().Length > 0)
            {
                segments.Add(new(segment, at));
            }

            at += segment.Length + 1;
        }

        Segments = segments;
        var endsWithHole = end > 0 && Text[end - 1] == UnknownText.Hole;
        PathIsOpen = endsWithHole && (segments.Count == 0 || !UnknownText.IsOnlyHoles(segments[segments.Count - 1].Text));
        QueryIsOpen = endsWithHole && (PathIsOpen || !hasQuery);
    }

    private void ReadQuery(int start, int end)
    {
        var parameters = new List<QueryParameter>();
        var last = "";
        for (var at = start; at <= end;)
        {
            var ampersand = at < end ? Text.IndexOf('&', at, end - at) : -1;
            var next = ampersand >= 0 ? ampersand : end;
            // In text meant for HTML the separator is &amp;
            var from = at > start && string.CompareOrdinal(Text, at, "amp;", 0, 4) == 0 ? at + 4 : at;
            last = from < next ? Text.Substring(from, next - from) : "";
            var equals = last.IndexOf('=');
            var name = equals >= 0 ? last.Substring(0, equals) : last;
            if (UnknownText.HasHole(name))
            {
                QueryIsOpen = true;
            }
            else if (name.Length > 0)
            {
                parameters.Add(new(Uri.UnescapeDataString(name), equals >= 0 ? last.Substring(equals + 1) : "", from, last.Length));
            }

            at = next + 1;
        }

        var value = last.Substring(last.IndexOf('=') + 1);
        QueryIsOpen |= value.Length > 1 && value[value.Length - 1] == UnknownText.Hole;
        Query = parameters;
    }
}
