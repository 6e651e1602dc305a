using System.Text.RegularExpressions;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.Environments;

/// <summary>Signs that a program uses a host of another environment on purpose: conditions, <c>#if</c>, and code whose job it is to look at all of them.</summary>
internal static class DeliberateSwitch
{
    private static readonly Regex EnvironmentWord = new(
        "stag(e|ing)|prod|pilot|sandbox|environment|\\benv\\b|preprod|prequal|develop|debug|isdev|\\bdev\\b|istest|testmode|usetest|release|\\blive\\b|islive|\\bqa\\b|\\buat\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex OverseerWord = new(
        "health|monitor|probe|smoke|diagnos|compar|migrat|mirror|warmup|ping|reachab|failover|fallback|allenv|eachenv|environments|bothenv",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether what happens at the place depends on a choice of environment, or belongs to code that watches environments.</summary>
    public static bool IsAt(SyntaxNode place)
    {
        if (IsInDirective(place))
            return true;
        for (var node = place; node is not null; node = node.Parent)
        {
            var condition = node.Parent switch
            {
                IfStatementSyntax statement when node != statement.Condition => statement.Condition,
                ElseClauseSyntax { Parent: IfStatementSyntax statement } => statement.Condition,
                ConditionalExpressionSyntax expression when node != expression.Condition => expression.Condition,
                SwitchSectionSyntax { Parent: SwitchStatementSyntax statement } => statement.Expression,
                SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax expression } => expression.GoverningExpression,
                _ => null,
            };
            if (condition is not null && EnvironmentWord.IsMatch(condition.ToString()))
                return true;
            var name = node switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                TypeDeclarationSyntax type => type.Identifier.ValueText,
                _ => "",
            };
            if (OverseerWord.IsMatch(name))
                return true;
        }

        return false;
    }

    /// <summary>Whether the place, or the declaration that it is part of, stands between <c>#if</c> and <c>#endif</c>.</summary>
    private static bool IsInDirective(SyntaxNode place)
    {
        var root = place.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
            return false;
        var depth = 0;
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < place.SpanStart; directive = directive.GetNextDirective())
        {
            if (directive.IsKind(SyntaxKind.IfDirectiveTrivia))
                depth++;
            else if (directive.IsKind(SyntaxKind.EndIfDirectiveTrivia))
                depth--;
        }

        return depth > 0;
    }

    /// <summary>Whether one of the two is done instead of the other: no path leads from the first to the second.</summary>
    public static bool Exclude(ProgramModel program, SyntaxNode first, SyntaxNode second) =>
        first.ExecutableBody() == second.ExecutableBody() && program.GraphOf(first) is { } graph
        && !graph.CanFollow(first, second) && !graph.CanFollow(second, first);
}
