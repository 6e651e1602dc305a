using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.MisreadStatus;

/// <summary>How to write a condition for success: <c>IsSuccessStatusCode</c> where the response has it, else the documented status.</summary>
internal static class StatusEdits
{
    /// <param name="test">The condition.</param>
    /// <param name="success">The status codes that mean success; only a single one can be written in place of 200.</param>
    public static SourceEdits? For(StatusTest test, IReadOnlyList<int> success)
    {
        if (test.IsDirect && test.Response.Unwrap().Type is { } type && HasProperty(type) && ByProperty(test) is { } edits)
            return edits;
        if (success.Count != 1)
            return null;
        var byStatus = new SourceEdits("Compare with the documented status");
        return test.Constant.Syntax switch
        {
            MemberAccessExpressionSyntax access => byStatus.Replace(access.Name, NameOf(success[0])),
            IdentifierNameSyntax { Identifier.ValueText: "OK" } name => byStatus.Replace(name, NameOf(success[0])),
            LiteralExpressionSyntax literal => byStatus.Replace(literal, success[0].ToString(System.Globalization.CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private static SourceEdits? ByProperty(StatusTest test)
    {
        var edits = new SourceEdits("Use IsSuccessStatusCode");
        switch (test.Whole)
        {
            case IPropertySubpatternOperation { Syntax: SubpatternSyntax subpattern }:
                return edits.Replace(subpattern, "IsSuccessStatusCode: true");
            case IBinaryOperation { OperatorKind: var kind } comparison when Access(test) is { } access:
                // !(response.StatusCode == HttpStatusCode.OK) needs no parentheses any more.
                var whole = comparison.Syntax.Parent is ParenthesizedExpressionSyntax { Parent: PrefixUnaryExpressionSyntax } parenthesized && kind == BinaryOperatorKind.Equals ? parenthesized : comparison.Syntax;
                return edits.Replace(whole, (kind == BinaryOperatorKind.NotEquals ? "!" : "") + access);
            case IIsPatternOperation match when Access(test) is { } access:
                return edits.Replace(match.Syntax, (match.Pattern is INegatedPatternOperation ? "!" : "") + access);
            case IInvocationOperation call when Access(test) is { } access:
                return edits.Replace(call.Syntax, access);
            default:
                return null;
        }
    }

    // (await …) keeps its parentheses; a response?.StatusCode has no simple counterpart.
    private static string? Access(StatusTest test) =>
        test.Response.Syntax is ExpressionSyntax { Parent: MemberAccessExpressionSyntax } or IdentifierNameSyntax ? test.Response.Syntax + ".IsSuccessStatusCode"
        : test.Response.Syntax.Parent is ParenthesizedExpressionSyntax { Parent: MemberAccessExpressionSyntax } parenthesized ? parenthesized + ".IsSuccessStatusCode"
        : null;

    private static bool HasProperty(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("IsSuccessStatusCode").Any(static m => m is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean }))
                return true;
        }

        return false;
    }

    private static string NameOf(int status) => status == 201 ? "Created" : "NoContent";
}
