using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber;

/// <summary>The constants that a number is compared with, written in another way.</summary>
internal static class ConstantRewrites
{
    /// <summary><c>4990</c> as <c>0x4990</c>: the digits were meant as hexadecimal ones. Null when they cannot be.</summary>
    public static string? ToHexadecimal(IOperation constant) => DigitsOf(constant) switch
    {
        null => null,
        "0000" => "0",
        var digits => "0x" + digits,
    };

    /// <summary><c>4990</c> as <c>"4990"</c>, <c>0</c> as <c>"0000"</c>, <c>0x4e04</c> as <c>"4e04"</c>, an enum member by its value.</summary>
    public static string? ToText(IOperation constant) => DigitsOf(constant) is { } digits ? "\"" + digits + "\"" : null;

    /// <summary>
    /// Adds the edits of the constants that this use is compared with, by <c>==</c>, <c>!=</c>, patterns and <c>switch</c>. False when the value is used in
    /// any other way, or a constant cannot be rewritten.
    /// </summary>
    public static bool OfUse(IOperation use, Func<IOperation, string?> write, SourceEdits edits)
    {
        var (parent, child) = use.OuterParent();
        while (parent is IConditionalAccessOperation access)
            (parent, child) = access.OuterParent();
        return parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                Rewrite(comparison.LeftOperand == child ? comparison.RightOperand : comparison.LeftOperand, write, edits),
            IIsPatternOperation match when match.Value == child => OfPattern(match.Pattern, write, edits),
            IPropertySubpatternOperation member => OfPattern(member.Pattern, write, edits),
            ISwitchExpressionOperation @switch when @switch.Value == child => @switch.Arms.All(a => OfPattern(a.Pattern, write, edits)),
            ISwitchOperation @switch when @switch.Value == child => @switch.Cases.SelectMany(static c => c.Clauses).All(clause => clause switch
            {
                ISingleValueCaseClauseOperation single => Rewrite(single.Value, write, edits),
                IPatternCaseClauseOperation pattern => OfPattern(pattern.Pattern, write, edits),
                IDefaultCaseClauseOperation => true,
                _ => false,
            }),
            _ => false,
        };
    }

    public static bool Rewrite(IOperation constant, Func<IOperation, string?> write, SourceEdits edits)
    {
        if (constant.IsNull())
            return true;
        var syntax = constant.Unwrap().Syntax;
        if (write(constant) is not { } text)
            return false;
        if (text != syntax.ToString())
            edits.Replace(syntax, text);
        return true;
    }

    private static bool OfPattern(IPatternOperation pattern, Func<IOperation, string?> write, SourceEdits edits) => pattern switch
    {
        IConstantPatternOperation constant => Rewrite(constant.Value, write, edits),
        INegatedPatternOperation negated => OfPattern(negated.Pattern, write, edits),
        IBinaryPatternOperation binary => OfPattern(binary.LeftPattern, write, edits) && OfPattern(binary.RightPattern, write, edits),
        IDiscardPatternOperation => true,
        _ => false,
    };

    /// <summary>The four digits of the code that a literal, or the value of an enum member, means.</summary>
    private static string? DigitsOf(IOperation constant)
    {
        var syntax = constant.Unwrap().Syntax;
        if (constant.Unwrap() is IFieldReferenceOperation { Field: { HasConstantValue: true } member })
        {
            syntax = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
            {
                EnumMemberDeclarationSyntax { EqualsValue.Value: { } value } => value,
                _ => null,
            };
        }

        if (syntax is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } literal)
            return null;
        var text = literal.Token.Text.Replace("_", "");
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.Substring(2).ToLowerInvariant() : text;
        return digits.Length <= 4 && digits.All(Uri.IsHexDigit) ? digits.PadLeft(4, '0') : null;
    }
}
