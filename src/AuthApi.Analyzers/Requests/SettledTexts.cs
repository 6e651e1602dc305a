using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.Requests;

/// <summary>
/// Which constants that flow to a value really get there. The first value of a settable property does not (model binding, options and
/// deserializers replace it), so it proves nothing; one of several values proves something only where it stands next to the use.
/// </summary>
internal static class SettledTexts
{
    /// <summary>The texts that are certain to be sent on some path, each with the expression to point at.</summary>
    public static IEnumerable<(TextValue Text, SyntaxNode Place)> SettledIn(this RequestField field, ProgramModel program)
    {
        var texts = field.Texts(program);
        foreach (var text in texts)
        {
            if (texts.Count == 1 ? text.Pieces.All(p => p.IsHole || !IsReplaceable(p.Source.Syntax, field.Value.Syntax)) : text.Pieces.All(p => p.IsHole || IsBeside(p.Source.Syntax, field.Value.Syntax)))
                yield return (text, PlaceOf(text, field));
        }
    }

    /// <summary>The literal itself where it is a part of the value's expression, else that expression.</summary>
    private static SyntaxNode PlaceOf(TextValue text, RequestField field)
    {
        var source = text.Pieces.Length > 0 ? text.Pieces[0].Source.Syntax : null;
        // A part of an interpolated text stands for the text.
        if (source is InterpolatedStringTextSyntax || source?.Parent is InterpolationSyntax)
            source = source.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>();
        return source is not null && (text.Pieces.Length == 1 || field.Part is not null) && field.Value.Syntax.Span.Contains(source.Span) ? source : field.Value.Syntax;
    }

    private static bool IsReplaceable(SyntaxNode source, SyntaxNode use) =>
        source.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            // The first value of a member of the request itself is what is asked about.
            { } member when member.Span.Contains(use.Span) && member.SyntaxTree == use.SyntaxTree => false,
            // An initializer, not a body.
            PropertyDeclarationSyntax property => property.ExpressionBody is null && property.Initializer?.Span.Contains(source.Span) == true,
            FieldDeclarationSyntax field => !field.Modifiers.Any(static m => m.ValueText is "const" or "readonly"),
            _ => source.FirstAncestorOrSelf<ParameterSyntax>() is not null,
        };

    private static bool IsBeside(SyntaxNode source, SyntaxNode use) =>
        source.ExecutableBody() is { } body && body == use.ExecutableBody() || source.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field && field.Modifiers.Any(static m => m.ValueText == "const");
}
