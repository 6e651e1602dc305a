using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Edits;

/// <summary>How a file is laid out, learnt from its text: new lines in it look like the old ones, whatever the options say.</summary>
internal sealed class SourceLayout
{
    // Enough to know a file's ways.
    private const int MaxLines = 2000;

    private SourceLayout(string newLine, string? unit, bool opensOnLine) => (NewLine, KnownUnit, OpensOnLine) = (newLine, unit, opensOnLine);

    /// <summary>What ends the first line; a line feed in a file of one line.</summary>
    public string NewLine { get; }

    /// <summary>By how much the first line of a block is indented more than the line with its brace, in most blocks; null without blocks.</summary>
    public string? KnownUnit { get; }

    /// <summary>Whether a block opens at the end of the line that it belongs to, and not on a line of its own.</summary>
    public bool OpensOnLine { get; }

    public string Unit => KnownUnit ?? "    ";

    public static SourceLayout Of(SyntaxTree tree) => Of(tree.GetText());

    public static SourceLayout Of(SourceText text)
    {
        var first = text.Lines[0];
        var newLine = text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
        var units = new Dictionary<string, int>(StringComparer.Ordinal);
        var outer = default(string);
        var (own, shared) = (0, 0);
        foreach (var line in text.Lines.Take(MaxLines))
        {
            var content = line.ToString();
            if (string.IsNullOrWhiteSpace(content))
                continue;
            var indentation = Indentation(content);
            if (outer is not null && indentation.Length > outer.Length && indentation.StartsWith(outer, StringComparison.Ordinal))
                units[indentation.Substring(outer.Length)] = units.TryGetValue(indentation.Substring(outer.Length), out var count) ? count + 1 : 1;
            content = content.Trim();
            own += content == "{" ? 1 : 0;
            shared += content.EndsWith(") {", StringComparison.Ordinal) || content.EndsWith("else {", StringComparison.Ordinal) || content == "try {" ? 1 : 0;
            outer = content.EndsWith("{", StringComparison.Ordinal) ? indentation : null;
        }

        return new(newLine.Length == 0 ? "\n" : newLine, units.Count == 0 ? null : units.OrderByDescending(static u => u.Value).First().Key, shared > own);
    }

    /// <summary>The blanks in front of the line in which a node begins.</summary>
    public static string Indentation(SyntaxNode node) => Indentation(node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString());

    private static string Indentation(string line) => line.Substring(0, line.Length - line.TrimStart().Length);
}
