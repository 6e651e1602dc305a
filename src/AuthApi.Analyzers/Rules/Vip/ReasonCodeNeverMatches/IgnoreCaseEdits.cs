using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches;

/// <summary>Lets a comparison disregard the case of letters, in the way that fits its form.</summary>
internal static class IgnoreCaseEdits
{
    public const string Title = "Compare the reason code without letter case";

    private const string Argument = "StringComparison.OrdinalIgnoreCase";
    private const string TableArgument = "StringComparer.OrdinalIgnoreCase";

    public static SourceEdits? Of(NeverMatch found, ProgramModel program) => found.Comparison.Whole switch
    {
        IPatternOperation or ICaseClauseOperation => OfPattern(found, program),
        IBinaryOperation { LeftOperand.Type.SpecialType: SpecialType.System_String, Syntax: BinaryExpressionSyntax binary } =>
            OfOperator(binary, found.Comparison.IsNegated),
        IBinaryOperation { LeftOperand: var left } when left.Unwrap() is IInvocationOperation compare => OfCall(compare),
        IInvocationOperation call => OfCall(call),
        _ => null,
    };

    private static SourceEdits OfOperator(BinaryExpressionSyntax binary, bool isNegated) =>
        new SourceEdits(Title).Using("System.StringComparison")
            .InsertBefore(binary, isNegated ? "!string.Equals(" : "string.Equals(")
            .ReplaceBetween(binary.Left, binary.OperatorToken, binary.Right, ",")
            .InsertAfter(binary, $", {Argument})");

    private static SourceEdits? OfCall(IInvocationOperation call)
    {
        if (call.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } syntax)
            return null;
        var edits = new SourceEdits(Title).Using("System.StringComparison");
        var name = call.TargetMethod.Name;
        var type = call.TargetMethod.ContainingType;
        if (type.Name == "StringComparer")
        {
            return syntax.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var comparer } chosen } && comparer.ToString().EndsWith("StringComparer", StringComparison.Ordinal)
                ? new SourceEdits(Title).Replace(chosen.Name, "OrdinalIgnoreCase")
                : null;
        }

        var given = call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.Name == "StringComparison");
        if (given is { ArgumentKind: ArgumentKind.Explicit })
            return edits.Replace(given.Value.Syntax, Argument);
        if (type.SpecialType == SpecialType.System_Object && call.TargetMethod.IsStatic && name == "Equals")
            edits.Replace(syntax.Expression, "string.Equals");
        else if (name == "CompareOrdinal")
            edits.Replace(syntax.Expression, "string.Compare");
        else if (type.SpecialType != SpecialType.System_String || name is not ("Equals" or "StartsWith" or "EndsWith" or "Contains" or "IndexOf" or "LastIndexOf" or "Compare") || arguments.Count > 2)
            return null;
        return edits.InsertAfter(arguments[arguments.Count - 1], ", " + Argument);
    }

    /// <summary>Brings the value of a switch or pattern into one case, and the labels that are in the other one after it.</summary>
    private static SourceEdits? OfPattern(NeverMatch found, ProgramModel program)
    {
        if (found.Code.Syntax is not ExpressionSyntax value)
            return null;
        IOperation? matching = found.Comparison.Whole.Parent;
        while (matching is not null and not (IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation))
            matching = matching.Parent;
        if (matching is null)
            return null;
        var labels = Comparison.In(matching, program).Where(c => c.Value.Syntax == value).SelectMany(static c => c.Others).Where(static o => o.ConstantText() is not null).ToList();
        var isUpper = labels.Count(static l => HasLetter(l, 'A', 'F')) >= labels.Count(static l => HasLetter(l, 'a', 'f'));
        var edits = new SourceEdits(Title);
        foreach (var label in labels)
        {
            var text = label.ConstantText()!;
            var wanted = isUpper ? text.ToUpperInvariant() : text.ToLowerInvariant();
            if (wanted == text || CodeShape.Code(text) is null)
                continue;
            if (label.Unwrap().Syntax is not LiteralExpressionSyntax literal)
                return null;
            edits.Replace(literal, "\"" + wanted + "\"");
        }

        var isSimple = value is MemberAccessExpressionSyntax or IdentifierNameSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax;
        if (!isSimple)
            edits.InsertBefore(value, "(");
        var isNeverNull = program.ModelFor(value.SyntaxTree).GetTypeInfo(value).Nullability.FlowState == NullableFlowState.NotNull;
        return edits.InsertAfter(value, (isSimple ? "" : ")") + (isNeverNull ? "." : "?.") + (isUpper ? "ToUpperInvariant()" : "ToLowerInvariant()"));

        static bool HasLetter(IOperation label, char from, char to) => label.ConstantText()!.Any(c => c >= from && c <= to);
    }

    /// <summary>Gives the table a comparer where it is made; an array or list, which has none, gets it where it is searched.</summary>
    public static SourceEdits? OfTable(Comparison comparison)
    {
        var edits = new SourceEdits(Title).Using("System.StringComparer");
        var lookup = comparison.Whole as IInvocationOperation;
        if (comparison.Table is IObjectCreationOperation { Type.Name: not "List" } creation && creation.Constructor?.ContainingType.Constructors.Any(TakesComparer) == true)
        {
            switch (creation.Syntax)
            {
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }:
                    return creation.Arguments.FirstOrDefault(static a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Type.Name == "IEqualityComparer") is { } given
                        ? edits.Replace(given.Value.Syntax, TableArgument)
                        : edits.InsertAfter(arguments[arguments.Count - 1], ", " + TableArgument);
                case BaseObjectCreationExpressionSyntax { ArgumentList: { } list }:
                    return edits.Replace(list, $"({TableArgument})");
                case ObjectCreationExpressionSyntax made:
                    return edits.InsertAfter(made.Type, $"({TableArgument})");
            }
        }

        return comparison.Table is { Type: IArrayTypeSymbol or INamedTypeSymbol { Name: "List" } }
            && lookup is { TargetMethod.Name: "Contains", Syntax: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } sought } }
            ? edits.Using("System.Linq.Enumerable").InsertAfter(sought[0], ", " + TableArgument)
            : null;

        static bool TakesComparer(IMethodSymbol constructor) => constructor.Parameters.Any(static p => p.Type.Name == "IEqualityComparer");
    }
}
