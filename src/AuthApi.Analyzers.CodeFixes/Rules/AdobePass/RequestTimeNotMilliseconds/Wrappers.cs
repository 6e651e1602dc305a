using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>The casts, roundings and conversions around a number, from the inside out.</summary>
internal sealed class Wrappers
{
    private Wrappers(ExpressionSyntax number, IReadOnlyList<ExpressionSyntax> around) => (Number, Around) = (number, around);

    public ExpressionSyntax Number { get; }

    public IReadOnlyList<ExpressionSyntax> Around { get; }

    public ExpressionSyntax Outermost => Around.Count > 0 ? Around[Around.Count - 1] : Number;

    public static Wrappers Of(ExpressionSyntax number)
    {
        var around = new List<ExpressionSyntax>();
        for (var current = number; Next(current) is { } next; current = next)
            around.Add(next);
        return new(number, around);
    }

    /// <summary>Puts in a <c>long</c>: what only made an integer of the number before goes.</summary>
    public Change ReplaceByLong(Change change, ExpressionSyntax replacement, bool wasLong)
    {
        var keepsWrappers = wasLong && !Around.Any(static w => IsNarrowing(w) || w is InvocationExpressionSyntax);
        return change.Replace(keepsWrappers ? Number : Outermost, replacement);
    }

    /// <summary>Makes sure that the number, a <c>double</c>, ends as a 64-bit integer.</summary>
    public Change MakeIntegral(Change change)
    {
        var isIntegral = false;
        foreach (var wrapper in Around)
        {
            switch (wrapper)
            {
                case CastExpressionSyntax cast when IsNarrowing(cast):
                    change.Rewrite(cast.Type, static t => LongType.WithTriviaFrom(t));
                    isIntegral = true;
                    break;
                case CastExpressionSyntax { Type: PredefinedTypeSyntax type }:
                    isIntegral |= type.Keyword.Kind() is SyntaxKind.LongKeyword or SyntaxKind.ULongKeyword;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } call:
                    if (method.Name.Identifier.ValueText is "ToInt32" or "ToUInt32" && IsConvert(call))
                        change.Rewrite(method.Name, static n => SyntaxFactory.IdentifierName("ToInt64").WithTriviaFrom(n));
                    isIntegral |= IsConvert(call) ? method.Name.Identifier.ValueText is not ("ToDouble" or "ToDecimal" or "ToString") : call.ArgumentList.Arguments.Count == 1;
                    break;
            }
        }

        if (!isIntegral && !HasWholeFormat(Outermost))
            WrapInLong(change, Outermost);
        return change;
    }

    public static void WrapInLong(Change change, ExpressionSyntax number) => change.Rewrite(number, static rewritten =>
    {
        var inner = (ExpressionSyntax)rewritten.WithoutTrivia();
        var operand = inner is BinaryExpressionSyntax or ConditionalExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(inner) : inner;
        ExpressionSyntax cast = SyntaxFactory.CastExpression(LongType, operand);
        return cast.WithTriviaFrom(rewritten);
    }).Rewrite(number, r => number.Parent is MemberAccessExpressionSyntax access && access.Expression == number
        ? SyntaxFactory.ParenthesizedExpression(((ExpressionSyntax)r).WithoutTrivia()).WithTriviaFrom(r)
        : r);

    public static TypeSyntax LongType => SyntaxFactory.ParseTypeName("long");

    private static bool IsNarrowing(ExpressionSyntax wrapper) => wrapper switch
    {
        CastExpressionSyntax { Type: PredefinedTypeSyntax type } =>
            type.Keyword.Kind() is SyntaxKind.IntKeyword or SyntaxKind.UIntKeyword or SyntaxKind.ShortKeyword or SyntaxKind.UShortKeyword or SyntaxKind.FloatKeyword,
        _ => false,
    };

    private static ExpressionSyntax? Next(ExpressionSyntax number) => number.Parent switch
    {
        ParenthesizedExpressionSyntax parenthesized => parenthesized,
        CastExpressionSyntax cast => cast,
        CheckedExpressionSyntax @checked => @checked,
        ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument
            when call.ArgumentList.Arguments[0] == argument && (IsConvert(call) && !IsToString(call) || IsRounding(call)) => call,
        _ => null,
    };

    private static bool IsToString(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" };

    private static bool IsConvert(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var type } && LastName(type) == "Convert";

    private static bool IsRounding(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: "Floor" or "Ceiling" or "Round" or "Truncate" }
        && LastName(type) is "Math" or "decimal" or "Decimal";

    private static string LastName(ExpressionSyntax type) =>
        type is MemberAccessExpressionSyntax qualified ? qualified.Name.Identifier.ValueText : type.ToString();

    /// <summary>Whether the format drops the fraction: <c>:F0</c>, <c>ToString("0")</c>.</summary>
    private static bool HasWholeFormat(ExpressionSyntax number)
    {
        var format = number.Parent switch
        {
            InterpolationSyntax { FormatClause.FormatStringToken.ValueText: var clause } => clause,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax literal }, ..] } } => literal.Token.ValueText,
            _ => null,
        };
        return format is "F0" or "f0" or "0" or "#";
    }
}
