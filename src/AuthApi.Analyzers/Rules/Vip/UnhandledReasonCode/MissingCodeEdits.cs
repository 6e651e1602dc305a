using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.UnhandledReasonCode;

/// <summary>
/// Arms for the codes that are missing, which do what the default does until somebody writes what they should, with the documented
/// remedy as comment.
/// </summary>
internal static class MissingCodeEdits
{
    private const string Title = "Add the codes that have a remedy";

    public static SourceEdits? For(CodeSelection selection, IReadOnlyList<ReasonCode> missing) => selection.Operation.Syntax switch
    {
        SwitchStatementSyntax statement => OfStatement(statement, missing),
        SwitchExpressionSyntax expression => OfExpression(expression, missing),
        IfStatementSyntax => OfChain(selection, missing),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => OfTable(initializer, missing, selection),
        _ => null,
    };

    private static SourceEdits? OfStatement(SwitchStatementSyntax statement, IReadOnlyList<ReasonCode> missing)
    {
        if (statement.Sections.Count == 0)
            return null;
        var @default = statement.Sections.FirstOrDefault(static s => s.Labels.Any(static l => l is DefaultSwitchLabelSyntax));
        var (line, indentation, inner) = Layout(statement.Sections[0]);
        var arms = string.Concat(missing.Select(m =>
            $"case \"{m.Code}\":{line}{inner}{Comment(m)}{line}{inner}{(@default is null ? "break;" : "goto default;")}{line}{indentation}"));
        var edits = new SourceEdits(Title);
        return @default is not null
            ? edits.InsertBefore(@default, arms)
            : edits.InsertAfter(statement.Sections[statement.Sections.Count - 1], line + indentation + arms.TrimEnd());
    }

    private static SourceEdits? OfExpression(SwitchExpressionSyntax expression, IReadOnlyList<ReasonCode> missing)
    {
        if (expression.Arms.LastOrDefault() is not { } last)
            return null;
        var (line, indentation, _) = Layout(last);
        // Arms on one line have no room for a comment behind them.
        if (IsOnOneLine(expression) || DefaultValue(last, expression.GoverningExpression) is not { } value)
            return null;
        return new SourceEdits(Title).InsertBefore(last, string.Concat(missing.Select(m => $"{Comment(m)}{line}{indentation}\"{m.Code}\" => {value},{line}{indentation}")));
    }

    /// <summary>What the arm for everything else says, where other arms can say it; null when it is none or has a variable that they lack.</summary>
    private static string? DefaultValue(SwitchExpressionArmSyntax arm, ExpressionSyntax governing)
    {
        if (arm.WhenClause is not null)
            return null;
        if (arm.Pattern is DiscardPatternSyntax)
            return arm.Expression.ToString();
        if (arm.Pattern is not VarPatternSyntax { Designation: SingleVariableDesignationSyntax { Identifier.ValueText: var name } }
            || governing.DescendantNodesAndSelf().Any(static n => n is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax)))
        {
            return null;
        }

        var value = arm.Expression.ReplaceNodes(
            arm.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == name && !(n.Parent is MemberAccessExpressionSyntax access && access.Name == n)),
            (old, _) => governing.WithTriviaFrom(old));
        return value.ToString();
    }

    private static SourceEdits? OfChain(CodeSelection selection, IReadOnlyList<ReasonCode> missing)
    {
        // The condition of one code, with another code in it.
        var model = selection.Chain.FirstOrDefault(static c => c.Condition.Unwrap() is not IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } && LiteralIn(c) is not null);
        if (model is null || selection.Chain[selection.Chain.Count - 1].Syntax is not IfStatementSyntax last)
            return null;
        var literal = LiteralIn(model)!;
        var condition = model.Condition.Syntax.ToString();
        var start = literal.SpanStart - model.Condition.Syntax.SpanStart;
        string With(string code) => condition.Substring(0, start) + $"\"{code}\"" + condition.Substring(start + literal.Span.Length);
        var (line, indentation, inner) = Layout(last.Parent is ElseClauseSyntax ? selection.Chain[0].Syntax : last);
        var edits = new SourceEdits(Title);
        var open = SourceLayout.Of(last.SyntaxTree).OpensOnLine ? " {" : line + indentation + "{";
        if (last.Else is { } other)
        {
            var body = BodyOf(other.Statement, line, inner);
            // } else {
            var isShared = last.Statement.GetLastToken() is var end && end.IsKind(SyntaxKind.CloseBraceToken) && !end.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
            return edits.InsertBefore(other, string.Concat(missing.Select(m => $"else if ({With(m.Code)}){open}{line}{inner}{Comment(m)}{line}{body}{indentation}}}{(isShared ? " " : line + indentation)}")));
        }

        // What comes behind is the default of all.
        var isChain = last.Parent is ElseClauseSyntax || selection.Chain.Count == 1;
        var keyword = isChain ? "else if" : "if";
        var isSpaced = !isChain && (IsSpaced(last) || last.Statement is BlockSyntax);
        var arms = string.Concat(missing.Select((m, i) =>
            $"{line}{(isChain || !isSpaced && i == 0 ? "" : line)}{indentation}{keyword} ({With(m.Code)}){open}{line}{inner}{Comment(m)}{line}{indentation}}}"));
        // A block is set off from what follows it.
        var next = last.GetLastToken().GetNextToken();
        return edits.InsertAfter(last, isChain || next.IsKind(SyntaxKind.CloseBraceToken) || next.LeadingTrivia.FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia) ? arms : arms + line);
    }

    private static bool IsSpaced(SyntaxNode statement) => statement.GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);

    private static SyntaxNode? LiteralIn(IConditionalOperation conditional) =>
        conditional.Condition.DescendantsAndSelf().OfType<ILiteralOperation>().Where(static l => l.ConstantText() is { } text && ReasonCodes.HasCodeForm(text)).ToList() is [var only] ? only.Syntax : null;

    private static string BodyOf(StatementSyntax statement, string line, string indentation) => statement is BlockSyntax block
        ? string.Concat(block.Statements.Select(s => indentation + s.ToString() + line))
        : indentation + statement + line;

    private static SourceEdits? OfTable(InitializerExpressionSyntax initializer, IReadOnlyList<ReasonCode> missing, CodeSelection selection)
    {
        if (selection.Operation.Type is not INamedTypeSymbol { TypeArguments: [_, { SpecialType: SpecialType.System_String }] }
            || initializer.Expressions.LastOrDefault() is not { } last || IsOnOneLine(initializer))
        {
            return null;
        }

        var (line, indentation, _) = Layout(last);
        var isIndexer = last is AssignmentExpressionSyntax;
        var entries = missing.Select(m =>
        {
            var text = SymbolDisplay.FormatLiteral(m.Message ?? m.Cause, quote: true);
            return $",{line}{indentation}{Comment(m)}{line}{indentation}" + (isIndexer ? $"[\"{m.Code}\"] = {text}" : $"{{ \"{m.Code}\", {text} }}");
        });
        return new SourceEdits(Title).InsertAfter(last, string.Concat(entries));
    }

    private static string Comment(ReasonCode reason) => $"// {(reason.Message ?? reason.Cause).TrimEnd('.')}. {reason.Remedy}";

    private static bool IsOnOneLine(SyntaxNode node) => node.GetLocation().GetLineSpan() is var span && span.StartLinePosition.Line == span.EndLinePosition.Line;

    private static (string Line, string Indentation, string Inner) Layout(SyntaxNode node)
    {
        var layout = SourceLayout.Of(node.SyntaxTree);
        var indentation = SourceLayout.Indentation(node);
        return (layout.NewLine, indentation, indentation + layout.Unit);
    }
}
