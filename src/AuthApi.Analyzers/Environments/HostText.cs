using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Environments;

/// <summary>Where in the source a known part of a text is written.</summary>
internal static class HostText
{
    /// <summary>
    /// The place of a part of a text: its characters where a literal holds them, the name where a constant does, else the
    /// expression that yields it.
    /// </summary>
    /// <param name="program">The compilation.</param>
    /// <param name="text">The text.</param>
    /// <param name="part">The part, which has no holes.</param>
    /// <param name="start">Where it begins in the text.</param>
    public static Location Locate(ProgramModel program, TextValue text, string part, int start)
    {
        start = Math.Max(start, 0);
        // The end of a host decides about its owner, so the piece that holds the end stands for it.
        var syntax = text.PieceAt(start + part.Length - 1).Source.Syntax;
        var all = text.ToString();
        var before = all.Substring(0, start);
        before = before.Substring(Math.Max(before.LastIndexOf(TextValue.Hole) + 1, Math.Max(0, start - 8)));
        return InLiteral(syntax, before + part, before.Length) ?? InConstant(program, syntax, part) ?? InLiteral(syntax, part, 0) ?? syntax.GetLocation();
    }

    private static Location? InLiteral(SyntaxNode syntax, string text, int skipped)
    {
        foreach (var node in syntax.DescendantNodesAndSelf())
        {
            if (node is InterpolatedStringTextSyntax or LiteralExpressionSyntax && node.ToString().IndexOf(text, StringComparison.Ordinal) is >= 0 and var at)
                return Location.Create(node.SyntaxTree, new TextSpan(node.SpanStart + at + skipped, text.Length - skipped));
        }

        return null;
    }

    private static Location? InConstant(ProgramModel program, SyntaxNode syntax, string part)
    {
        foreach (var node in syntax.DescendantNodesAndSelf())
        {
            if (node is MemberAccessExpressionSyntax or IdentifierNameSyntax && program.OperationAt(node)?.ConstantText() is { } constant && constant.IndexOf(part, StringComparison.Ordinal) >= 0)
                return node.GetLocation();
        }

        return null;
    }

    /// <summary>
    /// What has to stand at the location so that <paramref name="host"/> becomes <paramref name="wanted"/>: the other host in a
    /// literal; for a constant the one that already holds the wanted address, or the address itself. Null when the place allows no exchange.
    /// </summary>
    public static string? Replacement(ProgramModel program, Location location, string host, Location wantedLocation, string wanted)
    {
        if (string.Equals(location.SourceTree!.GetText().ToString(location.SourceSpan), host, StringComparison.OrdinalIgnoreCase))
            return wanted;
        if (ConstantAt(program, location) is not { } constant)
            return null;
        var address = ReplaceHost(constant, host, wanted);
        return ConstantAt(program, wantedLocation) == address && wantedLocation.SourceTree == location.SourceTree
            ? wantedLocation.SourceTree!.GetRoot().FindNode(wantedLocation.SourceSpan, getInnermostNodeForTie: true).ToString()
            : Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(address, quote: true);
    }

    private static string? ConstantAt(ProgramModel program, Location location) =>
        location.SourceTree!.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax and not LiteralExpressionSyntax and var node
            ? program.OperationAt(node)?.ConstantText()
            : null;

    private static string ReplaceHost(string text, string host, string wanted)
    {
        var at = text.IndexOf(host, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : text.Substring(0, at) + wanted + text.Substring(at + host.Length);
    }
}
