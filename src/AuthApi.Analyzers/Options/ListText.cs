namespace AuthApi.Analyzers.Options;

/// <summary>The entries of a list option.</summary>
internal static class ListText
{
    /// <summary>
    /// Splits at <c>|</c> and <c>,</c>, except at commas inside brackets: the documentation id of a method holds commas
    /// between its parameters. Entries are trimmed, empty ones dropped. Brackets that do not match lose nothing.
    /// </summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '|';
            if (c is '(' or '{' or '<' or '[')
            {
                depth++;
            }
            else if (c is ')' or '}' or '>' or ']')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (c == '|' || (c == ',' && depth == 0))
            {
                var entry = text.Substring(start, i - start).Trim();
                if (entry.Length > 0)
                {
                    yield return entry;
                }

                start = i + 1;
                depth = 0;
            }
        }
    }
}
