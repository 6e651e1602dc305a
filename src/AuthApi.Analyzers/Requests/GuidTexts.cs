using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Requests;

/// <summary>The form of a GUID's text, whose length and punctuation are known although its digits are not.</summary>
internal static class GuidTexts
{
    /// <summary>The text with a GUID of zeros for each GUID; other holes stay.</summary>
    public static string Render(TextValue text) => string.Concat(text.Pieces.Select(static piece =>
        piece.Literal ?? FormOf(piece) ?? TextValue.Hole.ToString()));

    /// <summary>The format letter of a GUID written by <c>ToString</c>; <c>D</c> without one; null for anything else.</summary>
    public static string? FormatOf(IOperation operation) => operation.Unwrap() switch
    {
        IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType.Name: "Guid" }, Arguments: var arguments } =>
            arguments.Length == 0 || arguments[0].Value.IsNull() ? "D" : arguments[0].Value.ConstantText() is { } format ? format == "" ? "D" : format : null,
        _ => null,
    };

    /// <summary>A GUID of zeros in the form of the piece; null when it is no GUID.</summary>
    public static string? FormOf(TextPiece piece)
    {
        var source = piece.Source.Operation.Unwrap();
        var format = IsGuid(source.Type) ? piece.Format ?? "D" : FormatOf(source);
        if (format is null || piece.IsChanged || IsChangedAfterwards(source))
            return null;
        try
        {
            return Guid.Empty.ToString(format);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsGuid(ITypeSymbol? type) => type is { Name: "Guid", ContainingNamespace.Name: "System" };

    /// <summary>A method called on the text (<c>Replace("-", "")</c>) makes another text of it.</summary>
    private static bool IsChangedAfterwards(IOperation source) =>
        source.OuterParent() is (IInvocationOperation { TargetMethod.Name: not "ToString" } call, var child) && call.Instance == child;
}
