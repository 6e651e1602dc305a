using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A place that a test source marks: <c>[|…|]</c> (no name), <c>{|AUTH1001:…|}</c> or <c>{|#0:…|}</c>.</summary>
internal readonly record struct MarkedSpan(string Name, TextSpan Span)
{
    public bool IsKey => Name.StartsWith('#');
}

/// <summary>Takes the marks out of a test source.</summary>
internal static class TestMarkup
{
    /// <exception cref="InvalidOperationException">A mark is opened and not closed, or the reverse.</exception>
    public static (string Text, List<MarkedSpan> Spans) Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new List<MarkedSpan>();
        var open = new Stack<(string? Name, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (At(marked, i, "[|"))
            {
                open.Push((null, text.Length));
                i++;
            }
            else if (At(marked, i, "{|") && NameAt(marked, i + 2) is { } name)
            {
                open.Push((name, text.Length));
                i += name.Length + 2;
            }
            else if (At(marked, i, "|]") && open.TryPeek(out var square) && square.Name is null)
            {
                open.Pop();
                spans.Add(new("", TextSpan.FromBounds(square.Start, text.Length)));
                i++;
            }
            else if (At(marked, i, "|}") && open.TryPeek(out var curly) && curly.Name is not null)
            {
                open.Pop();
                foreach (var part in curly.Name.Split(','))
                    spans.Add(new(part.Trim(), TextSpan.FromBounds(curly.Start, text.Length)));
                i++;
            }
            else if (At(marked, i, "|]") || At(marked, i, "|}"))
            {
                throw new InvalidOperationException($"A mark is closed that was not opened: {Around(marked, i)}");
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (open.TryPop(out var left))
            throw new InvalidOperationException($"The mark {(left.Name is null ? "[|" : "{|" + left.Name + ":")} is not closed.");
        spans.Sort((a, b) => a.Span.CompareTo(b.Span));
        return (text.ToString(), spans);
    }

    private static bool At(string text, int index, string mark) =>
        index + 1 < text.Length && text[index] == mark[0] && text[index + 1] == mark[1];

    /// <summary>The ids or the key up to the colon; null where this is not a mark.</summary>
    private static string? NameAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '#' or ',' or ' ' or '_'))
            end++;
        return end > start && end < text.Length && text[end] == ':' ? text[start..end] : null;
    }

    private static string Around(string text, int index) => text[Math.Max(0, index - 30)..Math.Min(text.Length, index + 10)];
}
