using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AuthApi.Analyzers.Flow;

/// <summary>The rules of <c>System.Uri</c>, on texts with holes.</summary>
internal static class UriTexts
{
    /// <summary><c>new Uri(baseAddress, relative)</c>, for all alternatives of both.</summary>
    public static IReadOnlyList<TextValue> Join(IReadOnlyList<TextValue> baseAddresses, IReadOnlyList<TextValue> relatives)
    {
        var result = new List<TextValue>();
        foreach (var relative in relatives)
        {
            foreach (var baseAddress in baseAddresses)
            {
                if (result.Count < Texts.MaxAlternatives)
                    result.Add(Join(baseAddress, relative));
            }
        }

        return result;
    }

    /// <summary>
    /// RFC 3986 §5.2 as .NET does it: an absolute text wins; <c>/path</c> replaces the whole path; <c>path</c> replaces what
    /// stands after the last slash of the base; <c>?query</c> keeps the path of the base.
    /// </summary>
    public static TextValue Join(TextValue baseAddress, TextValue relative)
    {
        var text = relative.ToString();
        if (IsAbsolute(text) || text.Length > 0 && text[0] == TextValue.Hole && !IsSegment(relative))
            return relative;
        var address = baseAddress.ToString();
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var afterAuthority = scheme < 0 ? 0 : address.IndexOf('/', scheme + 3) is var slash and >= 0 ? slash : address.Length;
        var pathEnd = address.IndexOfAny(['?', '#']) is var query and >= 0 ? query : address.Length;
        int keep;
        if (text.Length == 0)
            keep = address.Length;
        else if (text[0] == '/')
            keep = scheme < 0 && address.IndexOf(TextValue.Hole) >= 0 ? KeptOfUnknownBase(address) : afterAuthority;
        else if (text[0] == '?')
            keep = pathEnd;
        else if (scheme >= 0 && afterAuthority == address.Length)
            return new TextValue(baseAddress.Pieces.Add(new TextPiece("/", relative.Pieces[0].Source)).AddRange(relative.Pieces));
        else
            keep = address.LastIndexOfAny(['/', TextValue.Hole], Math.Max(pathEnd - 1, 0)) + 1;
        var head = baseAddress.Slice(0, keep);
        while (text.StartsWith("../", StringComparison.Ordinal) || text.StartsWith("./", StringComparison.Ordinal))
        {
            if (text[1] == '.' && head.ToString().TrimEnd('/').LastIndexOf('/') is var up && up >= afterAuthority)
                head = head.Slice(0, up + 1);
            var skipped = text.IndexOf('/') + 1;
            relative = relative.Slice(skipped, text.Length - skipped);
            text = relative.ToString();
        }

        return head.Append(relative);
    }

    /// <summary>
    /// Whether a relative part that begins with a hole is a path: the hole is a segment (<c>$"{provider}/sessions"</c>), and neither its type nor its
    /// name says that it is an address. Otherwise it may be absolute, and is taken as the whole address.
    /// </summary>
    private static bool IsSegment(TextValue relative) =>
        relative.Pieces is [{ IsHole: true } hole, { Literal: ['/', not '/', ..] }, ..] && !IsAddress(hole.Source) && !(hole.Use is { } use && IsAddress(use));

    private static bool IsAddress(Site hole) => hole.Operation.Unwrap().Type?.Name is "Uri" or "UriBuilder" || AddressName.IsMatch(hole.Syntax.ToString());

    private static readonly Regex AddressName = new("uri|url|host|root|base|address|endpoint|server|gateway|domain|origin|prefix|site|https?|fqdn", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The URL with <c>name=value</c> at the end of its query; with a hole there when the name is null.</summary>
    public static TextValue WithParameter(TextValue url, TextValue? name, TextValue? value)
    {
        if (url.Pieces.IsEmpty)
            return url;
        var source = url.Pieces[url.Pieces.Length - 1].Source;
        var text = url.ToString();
        var joined = text.EndsWith("?", StringComparison.Ordinal) ? url : url.Append(TextValue.Known(text.IndexOf('?') >= 0 ? "&" : "?", source));
        return name is null
            ? joined.Append(TextValue.Unknown(source))
            : joined.Append(name).Append(TextValue.Known("=", source)).Append(value ?? TextValue.Empty);
    }

    /// <summary>The URL with a further path segment, exactly one slash between them, before its query.</summary>
    public static TextValue WithSegment(TextValue url, TextValue segment)
    {
        var text = url.ToString();
        var added = segment.ToString();
        if (added.Length == 0 || url.Pieces.IsEmpty)
            return added.Length == 0 ? url : segment;
        var end = text.IndexOfAny(['?', '#']) is var mark and >= 0 ? mark : text.Length;
        var head = url.Slice(0, end > 0 && text[end - 1] == '/' ? end - 1 : end);
        var tail = added[0] == '/' ? segment.Slice(1, added.Length - 1) : segment;
        return head.Append(TextValue.Known("/", segment.Pieces[0].Source)).Append(tail).Append(url.Slice(end, text.Length - end));
    }

    // An unknown base address keeps its unknown authority; what is known of its path is lost.
    private static int KeptOfUnknownBase(string address) => address.IndexOf(TextValue.Hole) + 1;

    public static bool IsAbsolute(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public static TextValue PathAndQuery(TextValue uri)
    {
        var start = AuthorityEnd(uri.ToString());
        return start < 0 ? uri : uri.Slice(start, uri.ToString().Length - start);
    }

    public static TextValue Path(TextValue uri)
    {
        var path = PathAndQuery(uri);
        var end = path.ToString().IndexOfAny(['?', '#']);
        return end < 0 ? path : path.Slice(0, end);
    }

    public static TextValue Host(TextValue uri)
    {
        var text = uri.ToString();
        var start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3)
            return uri;
        var end = AuthorityEnd(text);
        return uri.Slice(start, (end < 0 ? text.Length : end) - start);
    }

    /// <summary><c>Trim</c>, <c>TrimStart</c>, <c>TrimEnd</c> of one character (null: white space) on the known ends of a text.</summary>
    public static TextValue Trim(TextValue text, string method, char[]? characters)
    {
        if (text.Pieces.IsEmpty || characters is { Length: 0 })
            return text;
        var pieces = text.Pieces.ToBuilder();
        if (method != "TrimEnd" && pieces[0].Literal is { } first)
            pieces[0] = pieces[0] with { Literal = first.TrimStart(characters) };
        if (method != "TrimStart" && pieces[pieces.Count - 1].Literal is { } last)
            pieces[pieces.Count - 1] = pieces[pieces.Count - 1] with { Literal = last.TrimEnd(characters) };
        return new TextValue(pieces.ToImmutable());
    }

    private static int AuthorityEnd(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? -1 : text.IndexOfAny(['/', '?', '#'], scheme + 3);
    }
}
