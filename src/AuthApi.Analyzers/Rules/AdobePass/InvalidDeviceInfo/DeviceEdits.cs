using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidDeviceInfo;

/// <summary>The edits of the fix, by problem.</summary>
internal static class DeviceEdits
{
    /// <param name="finding">What is wrong.</param>
    /// <param name="isPercentEncoded">Whether the API wants percent-encoding around the Base64.</param>
    public static SourceEdits? For(DeviceFinding finding, bool isPercentEncoded)
    {
        var node = finding.Wrong.Syntax;
        switch (finding.Problem)
        {
            case DeviceProblem.RawJson:
                var escape = isPercentEncoded && !finding.IsEncoded;
                var edits = new SourceEdits(escape ? "Send Base64, percent-encoded" : "Send Base64").Using("System.Convert").Using("System.Text.Encoding");
                if (escape)
                    edits.Using("System.Uri");
                return edits.InsertBefore(node, (escape ? "Uri.EscapeDataString(" : "") + "Convert.ToBase64String(Encoding.UTF8.GetBytes(").InsertAfter(node, escape ? ")))" : "))");
            // Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks): without it, the text has none.
            case DeviceProblem.LineBreaks when node.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [var bytes, var options] } } argument && options == argument:
                return new SourceEdits("Send Base64 without line breaks").Replace(node.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(bytes.Span.End, argument.Span.End), "");
            case DeviceProblem.LineBreaks:
                return new SourceEdits("Send Base64 without line breaks").Using("System.Base64FormattingOptions").Replace(node, "Base64FormattingOptions.None");
            case DeviceProblem.PercentEncoded when finding.Wrong is IInvocationOperation { Arguments: [{ Value.Syntax: var inner }, ..] }:
                return new SourceEdits("Send the Base64 alone").Replace(node, inner.ToString());
            case DeviceProblem.NoPrefix:
                return Prefixed(node);
            default:
                return null;
        }
    }

    private static SourceEdits? Prefixed(SyntaxNode value)
    {
        var edits = new SourceEdits($"Begin with '{DeviceInfo.IdentifierPrefix.Trim()}'");
        var start = value switch
        {
            InterpolatedStringExpressionSyntax { Contents: [var first, ..] } => first,
            LiteralExpressionSyntax => value,
            BinaryExpressionSyntax binary => LeftMost(binary),
            _ => null,
        };
        // "fingerprint" + base64 lacks the blank only.
        var word = DeviceInfo.IdentifierPrefix.Trim();
        if (start is InterpolatedStringTextSyntax text && text.ToString() == word || start is LiteralExpressionSyntax && start.ToString() == $"\"{word}\"")
            return edits.Replace(start.SyntaxTree, new(start.Span.End - (start is LiteralExpressionSyntax ? 1 : 0), 0), " ");
        return value switch
        {
            InterpolatedStringExpressionSyntax interpolated => edits.Replace(value.SyntaxTree, new(interpolated.StringStartToken.Span.End, 0), DeviceInfo.IdentifierPrefix),
            LiteralExpressionSyntax literal when literal.Token.Text.StartsWith("\"", StringComparison.Ordinal) && !literal.Token.Text.StartsWith("\"\"\"", StringComparison.Ordinal) =>
                edits.Replace(value.SyntaxTree, new(value.SpanStart + 1, 0), DeviceInfo.IdentifierPrefix),
            ConditionalExpressionSyntax or BinaryExpressionSyntax { RawKind: not (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.AddExpression } or AssignmentExpressionSyntax =>
                edits.InsertBefore(value, $"\"{DeviceInfo.IdentifierPrefix}\" + (").InsertAfter(value, ")"),
            _ => edits.InsertBefore(value, $"\"{DeviceInfo.IdentifierPrefix}\" + "),
        };
    }

    private static SyntaxNode LeftMost(BinaryExpressionSyntax binary)
    {
        ExpressionSyntax current = binary;
        while (current is BinaryExpressionSyntax { Left: var left })
            current = left;
        return current;
    }
}
