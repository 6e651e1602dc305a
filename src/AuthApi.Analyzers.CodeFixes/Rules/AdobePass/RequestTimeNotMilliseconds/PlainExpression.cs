using AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>The whole calculation replaced by <c>DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()</c>.</summary>
internal static class PlainExpression
{
    public static Change? Of(Place place)
    {
        var node = place.Blamed is InterpolationSyntax interpolation ? interpolation.Expression : place.Blamed;
        if (node is not ExpressionSyntax expression || expression is AssignmentExpressionSyntax)
            return null;
        var whole = WholeOf(expression, place.BlamedModel);
        var plain = Clocks.Plain(place.BlamedModel, whole.SpanStart);
        var change = Put(new Change { Title = $"Use '{plain}'{(place.IsShared ? " here" : "")}" }, whole, plain, place.BlamedModel);
        return place.Blamed is InterpolationSyntax ? change.Rewrite(place.Blamed, static i => ((InterpolationSyntax)i).WithFormatClause(null)) : change;
    }

    /// <summary>Puts in a <c>long</c>, as text where the place needs one.</summary>
    public static Change Put(Change change, ExpressionSyntax place, ExpressionSyntax milliseconds, SemanticModel model)
    {
        var needsText = model.GetTypeInfo(place).Type?.SpecialType == SpecialType.System_String
            && place.Parent is not InterpolationSyntax
            && !(place.Parent is BinaryExpressionSyntax binary && model.GetTypeInfo(binary.Left == place ? binary.Right : binary.Left).Type?.SpecialType == SpecialType.System_String);
        if (place.Parent is InterpolationSyntax { FormatClause: not null } interpolation)
            change.Rewrite(interpolation, static i => ((InterpolationSyntax)i).WithFormatClause(null));
        return change.Replace(place, needsText ? Clocks.Parse(milliseconds + ".ToString()") : milliseconds);
    }

    /// <summary>The calculation around an expression, up to the variable, argument, text or member that takes its result.</summary>
    private static ExpressionSyntax WholeOf(ExpressionSyntax expression, SemanticModel model)
    {
        var current = expression;
        while (true)
        {
            switch (current.Parent)
            {
                // How the number is written stays: x.ToString(CultureInfo.InvariantCulture).
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var provider }] } }
                    when model.GetTypeInfo(current).Type?.SpecialType == SpecialType.System_Int64 && model.GetTypeInfo(provider).Type?.SpecialType != SpecialType.System_String:
                    return current;
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or CheckedExpressionSyntax:
                case BinaryExpressionSyntax binary when model.GetTypeInfo(binary).Type?.SpecialType != SpecialType.System_String && !binary.IsKind(SyntaxKind.CoalesceExpression) && !IsComparison(binary):
                case MemberAccessExpressionSyntax access when access.Expression == current:
                case InvocationExpressionSyntax invocation when invocation.Expression == current:
                    current = (ExpressionSyntax)current.Parent;
                    continue;
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } when model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType.Name: "Math" or "Convert" or "Decimal" or "Int64" or "DateTime" or "DateTimeOffset" or "TimeSpan" }:
                    current = call;
                    continue;
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ObjectCreationExpressionSyntax creation } } when Clocks.TypeName(creation, model) is "DateTimeOffset" or "DateTime" or "TimeSpan" or "BigInteger":
                    current = creation;
                    continue;
                default:
                    return current;
            }
        }
    }

    private static bool IsComparison(BinaryExpressionSyntax binary) => binary.Kind()
        is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
        or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;
}
