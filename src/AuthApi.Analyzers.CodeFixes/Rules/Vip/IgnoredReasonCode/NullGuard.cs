using AuthApi.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;

/// <summary>The test for null with which a program begins to look at an answer: <c>if (answer is null) return …;</c>. A check of the code belongs behind it.</summary>
/// <param name="Statement">The test.</param>
/// <param name="NotNull">What is certainly there behind it: <c>answer</c>, <c>answer.Status</c>.</param>
internal sealed record NullGuard(StatementSyntax Statement, IReadOnlyCollection<string> NotNull)
{
    /// <summary>The guard of a variable right behind the statement that sets it; null when there is none.</summary>
    public static NullGuard? Behind(StatementSyntax statement, string name)
    {
        var siblings = Hosting.Siblings(statement);
        var next = siblings.SkipWhile(s => s != statement).Skip(1).FirstOrDefault();
        if (next is not IfStatementSyntax { Else: null } test || !Leaves(test.Statement))
            return null;
        var known = new HashSet<string>(StringComparer.Ordinal);
        return Collect(test.Condition, name, known) ? new(next, known) : null;
    }

    private static bool Leaves(StatementSyntax body) => body switch
    {
        BlockSyntax { Statements: [.., var last] } => Leaves(last),
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax => true,
        _ => false,
    };

    /// <summary>Whether the condition tests parts of the variable for null and nothing else.</summary>
    private static bool Collect(ExpressionSyntax condition, string name, ISet<string> known) => condition switch
    {
        ParenthesizedExpressionSyntax parenthesized => Collect(parenthesized.Expression, name, known),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or => Collect(or.Left, name, known) && Collect(or.Right, name, known),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } equals => Add(equals.Left, name, known),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } equals => Add(equals.Right, name, known),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } match => Add(match.Expression, name, known),
        _ => false,
    };

    private static bool Add(ExpressionSyntax tested, string name, ISet<string> known)
    {
        var parts = tested.ToString().Replace("?", "").Replace("!", "").Split('.');
        if (parts[0] != name || parts.Any(static p => !SyntaxFacts.IsValidIdentifier(p)))
            return false;
        for (var length = 1; length <= parts.Length; length++)
            known.Add(string.Join(".", parts.Take(length)));
        return true;
    }
}
