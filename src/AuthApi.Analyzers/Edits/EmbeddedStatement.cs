using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Edits;

/// <summary>Company for a statement that stands alone behind an <c>if</c>, <c>else</c> or loop: a block around both.</summary>
internal static class EmbeddedStatement
{
    /// <summary>Puts the statement into a block. What it says, its place and its comments stay.</summary>
    /// <param name="edits">Where the edits go.</param>
    /// <param name="statement">The statement; not in a block.</param>
    /// <param name="before">C# that goes before it; empty for none.</param>
    /// <param name="after">C# that goes behind it; empty for none.</param>
    public static SourceEdits WithBlock(SourceEdits edits, StatementSyntax statement, string before, string after)
    {
        var layout = SourceLayout.Of(statement.SyntaxTree);
        var text = statement.SyntaxTree.GetText();
        var line = layout.NewLine + SourceLayout.Indentation(statement.Parent is ElseClauseSyntax { Parent: { } whole } ? whole : statement.Parent!);
        var inner = line + layout.Unit;
        var head = statement.GetFirstToken().GetPreviousToken();
        // A comment behind the condition stays there.
        var between = text.ToString(TextSpan.FromBounds(head.Span.End, statement.SpanStart)).TrimEnd();
        edits.Replace(statement.SyntaxTree, TextSpan.FromBounds(head.Span.End, statement.SpanStart), between + (layout.OpensOnLine && between.Length == 0 ? " {" : line + "{") + (before.Length > 0 ? inner + before : "") + inner);

        // So does one behind the statement.
        var endOfLine = text.Lines.GetLineFromPosition(statement.Span.End).End;
        var rest = text.ToString(TextSpan.FromBounds(statement.Span.End, endOfLine)).Trim();
        var end = rest.Length == 0 || rest.StartsWith("//", StringComparison.Ordinal) ? endOfLine : statement.Span.End;
        return edits.Replace(statement.SyntaxTree, new TextSpan(end, 0), (after.Length > 0 ? inner + after : "") + line + "}");
    }
}
