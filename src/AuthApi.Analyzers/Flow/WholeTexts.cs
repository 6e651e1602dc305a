using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>From a part of a text to the text that it is part of.</summary>
internal static class WholeTexts
{
    /// <summary>
    /// The outermost expression around a piece of text that is still one text: concatenation, interpolation,
    /// <c>string.Format</c>, <c>Join</c>, methods of strings. The piece itself when it stands alone.
    /// </summary>
    public static IOperation WholeText(this IOperation piece)
    {
        var result = piece;
        for (var current = piece; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation:
                case { Kind: Operations.CollectionExpression }:
                case IInterpolatedStringTextOperation or IInterpolationOperation or IInterpolatedStringAppendOperation:
                case IArgumentOperation { Parent: IInvocationOperation call } when IsText(call, current):
                    // Part of a text only if what comes around it is one.
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation { Parent: IInterpolatedStringAppendOperation } }:
                case IInvocationOperation { Parent: IInterpolatedStringAppendOperation }:
                    continue;
                case IBinaryOperation { Type.SpecialType: SpecialType.System_String }:
                case IInterpolatedStringOperation or IInterpolatedStringAdditionOperation or IInterpolatedStringHandlerCreationOperation:
                case IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation:
                case IInvocationOperation invocation when IsText(invocation, current):
                    result = parent;
                    continue;
                case ISwitchExpressionArmOperation:
                    continue;
            }

            break;
        }

        return result;
    }

    private static bool IsText(IInvocationOperation call, IOperation part) => call.TargetMethod switch
    {
        { ContainingType.SpecialType: SpecialType.System_String } method =>
            method.ReturnType.SpecialType == SpecialType.System_String && (method.IsStatic || call.Instance == part || method.Name == "Replace"),
        { ContainingType.Name: "FormattableString" or "FormattableStringFactory" } => true,
        _ => false,
    };
}
