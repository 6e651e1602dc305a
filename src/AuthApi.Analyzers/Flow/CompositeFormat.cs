using System.Globalization;
using System.Text;

namespace AuthApi.Analyzers.Flow;

/// <summary>The composite format of <c>string.Format</c>: literal parts and numbered holes with their formats.</summary>
internal static class CompositeFormat
{
    /// <summary>The parts in order; a malformed format gives its text as one literal.</summary>
    public static IEnumerable<(string Literal, int? Hole, string? Format)> Parse(string format)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c is '{' or '}' && i + 1 < format.Length && format[i + 1] == c)
            {
                literal.Append(c);
                i++;
                continue;
            }

            var end = c == '{' ? format.IndexOf('}', i) : -1;
            if (end < 0)
            {
                literal.Append(c);
                continue;
            }

            var hole = format.Substring(i + 1, end - i - 1);
            var colon = hole.IndexOf(':');
            var number = (colon < 0 ? hole : hole.Substring(0, colon)).Split(',')[0].Trim();
            if (literal.Length > 0)
                yield return (literal.ToString(), null, null);
            literal.Clear();
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                yield return ("", index, colon < 0 ? null : hole.Substring(colon + 1));
            else
                yield return ("{" + hole + "}", null, null);
            i = end;
        }

        if (literal.Length > 0)
            yield return (literal.ToString(), null, null);
    }
}
