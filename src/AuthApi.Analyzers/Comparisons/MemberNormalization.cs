using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Comparisons;

/// <summary>
/// What the member of a response does to the code before a program sees it: most do nothing, some bring the letters into one
/// case, and a converter of the program's own may do anything.
/// </summary>
internal static class MemberNormalization
{
    /// <summary>The case of the letters after the member; null when the member may change more than that.</summary>
    public static LetterCase? LetterCaseOf(ProgramModel program, ISymbol member, LetterCase sent)
    {
        if (HasConverter(member) || HasConverter(member.ContainingType))
            return null;
        var result = (LetterCase?)sent;
        foreach (var declaration in member.DeclaringSyntaxReferences)
        {
            if (declaration.GetSyntax() is not PropertyDeclarationSyntax property)
                continue;
            foreach (var body in Bodies(property))
                result = result is { } current ? Changed(body, current) : null;
        }

        return result;
    }

    public static bool HasConverter(ISymbol symbol) => symbol.GetAttributes().Any(static a => a.AttributeClass?.Name is "JsonConverterAttribute");

    private static IEnumerable<SyntaxNode> Bodies(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is { } expression)
            yield return expression;
        if (property.Initializer is { } initializer)
            yield return initializer;
        foreach (var accessor in property.AccessorList?.Accessors ?? [])
        {
            if (((SyntaxNode?)accessor.Body ?? accessor.ExpressionBody) is { } body)
                yield return body;
        }
    }

    /// <summary>An accessor that calls nothing passes the code on; one that only brings it into a case does just that.</summary>
    private static LetterCase? Changed(SyntaxNode body, LetterCase current)
    {
        foreach (var call in body.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            var name = call.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
                IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                _ => "",
            };
            switch (name)
            {
                case "ToUpperInvariant" or "ToUpper": current = LetterCase.Upper; break;
                case "ToLowerInvariant" or "ToLower": current = LetterCase.Lower; break;
                // INotifyPropertyChanged in generated proxies.
                case "Trim" or "Equals" or "ReferenceEquals" or "RaisePropertyChanged" or "OnPropertyChanged" or "SetProperty" or "nameof": break;
                default: return null;
            }
        }

        return current;
    }
}
