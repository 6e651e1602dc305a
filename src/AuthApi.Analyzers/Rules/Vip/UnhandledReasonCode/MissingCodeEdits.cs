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
        var (line, indentation) = Layout(statement.Sections[0]);
        var inner = indentation + "    ";
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
        var (line, indentation) = Layout(last);
        var isDefault = last is { Pattern: DiscardPatternSyntax or VarPatternSyntax, WhenClause: null };
        // Arms on one line have no room for a comment behind them.
        if (!isDefault || last.Pattern is VarPatternSyntax || IsOnOneLine(expression))
            return null;
        return new SourceEdits(Title).InsertBefore(last, string.Concat(missing.Select(m => $"{Comment(m)}{line}{indentation}\"{m.Code}\" => {last.Expression},{line}{indentation}")));
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
        var (line, indentation) = Layout(last.Parent is ElseClauseSyntax ? selection.Chain[0].Syntax : last);
        var inner = indentation + "    ";
        var edits = new SourceEdits(Title);
        if (last.Else is { } other)
        {
            var body = BodyOf(other.Statement, line, inner);
            return edits.InsertBefore(other, string.Concat(missing.Select(m => $"else if ({With(m.Code)}){line}{indentation}{{{line}{inner}{Comment(m)}{line}{body}{indentation}}}{line}{indentation}")));
        }

        // What comes behind is the default of all.
        var isChain = last.Parent is ElseClauseSyntax || selection.Chain.Count == 1;
        var keyword = isChain ? "else if" : "if";
        return edits.InsertAfter(last, string.Concat(missing.Select(m =>
            $"{line}{(isChain ? "" : line)}{indentation}{keyword} ({With(m.Code)}){line}{indentation}{{{line}{inner}{Comment(m)}{line}{indentation}}}")));
    }

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

        var (line, indentation) = Layout(last);
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

    private static (string Line, string Indentation) Layout(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var own = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        var first = text.Lines[0];
        var line = text.ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
        return (line.Length == 0 ? "\n" : line, own.Substring(0, own.Length - own.TrimStart().Length));
    }
}
