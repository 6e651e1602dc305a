using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Flow;

/// <summary>Where the characters of an evaluated text stand in the source, so that a diagnostic or a fix can point at a part of a literal.</summary>
internal static class TextPlaces
{
    /// <summary>
    /// The span in the source that spells the characters from <paramref name="start"/> on (in characters of <see cref="TextValue.ToString"/>); an
    /// empty one for an insertion. Null when they do not stand together in one literal without escapes.
    /// </summary>
    public static Location? PlaceOf(this ProgramModel program, TextValue text, int start, int length)
    {
        var position = 0;
        foreach (var piece in text.Pieces)
        {
            var size = piece.Literal?.Length ?? 1;
            // An insertion at the end of a piece belongs to it, unless it is a hole and the next is none.
            if (piece.Literal is { } literal && start >= position && start + length <= position + size
                && piece.Source.Operation.ConstantText() is { } whole
                && whole.IndexOf(literal, StringComparison.Ordinal) is >= 0 and var at && whole.IndexOf(literal, at + 1, StringComparison.Ordinal) < 0)
            {
                return Resolve(program, piece.Source.Operation, at + start - position, length, 0);
            }

            position += size;
        }

        return null;
    }

    private static Location? Resolve(ProgramModel program, IOperation constant, int start, int length, int depth)
    {
        constant = constant.Unwrap();
        if (depth > 20)
            return null;
        switch (constant)
        {
            case ILiteralOperation:
                return InLiteral(constant, start, length);
            case IBinaryOperation { LeftOperand: var left, RightOperand: var right } when left.ConstantText() is { } head:
                return start + length <= head.Length && (start < head.Length || length > 0)
                    ? Resolve(program, left, start, length, depth + 1)
                    : start >= head.Length ? Resolve(program, right, start - head.Length, length, depth + 1) : null;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    var content = part switch
                    {
                        IInterpolatedStringTextOperation text => text.Text,
                        IInterpolationOperation { FormatString: null, Alignment: null } hole => hole.Expression,
                        _ => part,
                    };
                    if (content.ConstantText() is not { } shown)
                        return null;
                    if (start + length <= shown.Length && start >= 0)
                        return Resolve(program, content, start, length, depth + 1);
                    start -= shown.Length;
                }

                return null;
            case IFieldReferenceOperation field:
                return Declared(program, field.Field, start, length, depth);
            case ILocalReferenceOperation local:
                return Declared(program, local.Local, start, length, depth);
            default:
                return null;
        }
    }

    private static Location? Declared(ProgramModel program, ISymbol constant, int start, int length, int depth) =>
        constant.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && program.OperationAt(value) is { } initial
            ? Resolve(program, initial, start, length, depth + 1)
            : null;

    private static Location? InLiteral(IOperation literal, int start, int length)
    {
        if (literal.ConstantText() is not { } value)
            return null;
        var (text, at) = literal.Syntax switch
        {
            InterpolatedStringTextSyntax part => (part.TextToken.Text, part.SpanStart),
            LiteralExpressionSyntax expression => (expression.Token.Text, expression.SpanStart),
            _ => ("", 0),
        };
        // Quotes before the content: ", @", """. An escape makes content and value differ.
        var content = 0;
        while (literal.Syntax is LiteralExpressionSyntax && content < text.Length && text[content] is '"' or '@')
            content++;
        if (literal.Syntax is LiteralExpressionSyntax && value.Length == 0)
            content = Math.Min(content, 1);
        return content + value.Length <= text.Length && string.CompareOrdinal(text, content, value, 0, value.Length) == 0
            ? Location.Create(literal.Syntax.SyntaxTree, new TextSpan(at + content + start, length))
            : null;
    }
}
