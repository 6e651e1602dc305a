using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>
/// For a value that other code uses as it is: a second expression at the place of signing, from the same clock where that can
/// be reached, else seconds multiplied, else the plain expression.
/// </summary>
internal static class SecondExpression
{
    public static Change? Of(Place place)
    {
        if (place.Blamed is not ExpressionSyntax use)
            return null;
        if (place.Culprit is ExpressionSyntax culprit && CanStandAt(culprit, place)
            && Clocks.MillisecondsOfClockIn(culprit, place.Model) is { } milliseconds)
        {
            return PlainExpression.Put(new Change { Title = $"Use '{milliseconds}' here" }, use, milliseconds, place.BlamedModel);
        }

        var type = place.BlamedModel.GetTypeInfo(use).Type?.SpecialType;
        if (place.Rate == Rational.One && type is SpecialType.System_Int64 or SpecialType.System_Int32)
        {
            var product = Clocks.Parse($"{Clocks.Primary(use)} * 1000{(type == SpecialType.System_Int32 ? "L" : "")}");
            return new Change { Title = "Multiply by 1000 here" }.Replace(use, use.Parent is BinaryExpressionSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(product) : product);
        }

        return null;
    }

    /// <summary>Whether everything that the culprit names means the same at the place of use.</summary>
    private static bool CanStandAt(ExpressionSyntax culprit, Place place)
    {
        foreach (var name in culprit.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
                continue;
            switch (place.Model.GetSymbolInfo(name).Symbol)
            {
                case INamespaceOrTypeSymbol:
                    continue;
                case { IsStatic: true }:
                    continue;
                case ILocalSymbol or IParameterSymbol when culprit.SyntaxTree == place.Blamed.SyntaxTree && culprit.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } method && method.Contains(place.Blamed):
                    continue;
                case IFieldSymbol or IPropertySymbol when culprit.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.Contains(place.Blamed)
                    && place.Blamed.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && !member.Modifiers.Any(SyntaxKind.StaticKeyword):
                    continue;
                default:
                    return false;
            }
        }

        return true;
    }
}
