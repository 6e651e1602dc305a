using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.InvalidRequestValue;

/// <summary>The correction of a wrong value, where exactly one is right.</summary>
internal static class ValueFixes
{
    public static SourceEdits? For(WrongValue wrong)
    {
        if (wrong.Correct is { } correct)
        {
            return wrong.Field.Part is null && wrong.Text.Pieces is [{ Source.Operation: ILiteralOperation { Syntax: LiteralExpressionSyntax literal } }]
                ? new SourceEdits("Correct the value").Replace(literal, SymbolDisplay.FormatLiteral(correct, quote: true))
                : null;
        }

        // A GUID with dashes; without them it has 32 characters.
        return wrong.Text.Pieces.Where(static p => p.IsHole).ToList() is [{ Source.Operation: var source } piece]
            && wrong.Constraint.Accepts(string.Concat(wrong.Text.Pieces.Select(static p => p.Literal ?? Guid.Empty.ToString("N")))) == true
            ? WithoutDashes((piece.Use is { } use && wrong.Field.Value.Syntax.Span.Contains(use.Syntax.Span) ? use.Operation : source).Unwrap())
            : null;
    }

    private static SourceEdits? WithoutDashes(IOperation source)
    {
        var edits = new SourceEdits("Write the GUID without dashes");
        if (GuidTexts.FormatOf(source) is not null && source.Syntax is InvocationExpressionSyntax call)
            return edits.Replace(call.ArgumentList, "(\"N\")");
        return source.Syntax.Parent switch
        {
            InterpolationSyntax interpolation => edits.Replace(interpolation, "{" + interpolation.Expression + ":N}"),
            // "app_" + id
            BinaryExpressionSyntax when source is { Type.Name: "Guid", Syntax: IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax } => edits.InsertAfter(source.Syntax, ".ToString(\"N\")"),
            _ => null,
        };
    }
}
