using System.Text.RegularExpressions;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.TightPolling;

/// <summary>Whether a call is repeated by a loop in its own body with too little time between two rounds.</summary>
internal sealed class PollingLoop(ProgramModel program, Waits waits)
{
    // Conditions that ask whether there is more to do: the loop works through a collection or answers events.
    private static readonly Regex MoreToDo = new("MoveNext|TryDequeue|TryTake|TryPop|TryPeek|TryRead|HasNext|HasMore|NextPage|\\.Read\\(|ReadLine|WaitToRead|\\.Count\\b|\\.Length\\b|\\.Any\\(|IsEmpty|IsCompleted", RegexOptions.CultureInvariant);

    /// <summary>The waits on the way, all of them too short, when the call is repeated too fast; null when it is not.</summary>
    public (SyntaxNode? Loop, IReadOnlyList<Wait> Short)? Around(SyntaxNode call)
    {
        if (call.ExecutableBody() is not { } body || program.GraphOf(call) is not { } graph || program.OperationAt(call) is not { } operation || waits.Of(operation)?.IsEnough == true)
            return null;
        var root = operation;
        while (root.Parent is { } parent && root is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            root = parent;
        var found = waits.In(root is IAnonymousFunctionOperation lambda ? lambda.Body : root is ILocalFunctionOperation { Body: { } local } ? local : root)
            .Where(w => w.Operation.Syntax.ExecutableBody() == body).ToList();
        var enough = found.Where(static w => w.Wait.IsEnough).Select(static w => w.Operation.Syntax).ToList();
        var tooShort = found.Where(static w => !w.Wait.IsEnough).ToList();
        var hasLoop = false;
        for (var node = call; node is not null && node != body; node = node.Parent!)
        {
            if (node is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax) || node is ForStatementSyntax { Declaration: { } start } && start.Span.Contains(call.Span))
                continue;
            hasLoop = true;
            if (IsOfCollection(node) || IsBounded(node) || !IsTight(graph, call, node, enough))
                continue;
            return (node, tooShort.Where(w => node.Span.Contains(w.Operation.Syntax.Span)).Select(static w => w.Wait).ToList());
        }

        // goto makes a loop without a statement for it.
        var jumps = body.DescendantNodes().OfType<GotoStatementSyntax>().Any(static g => g.IsKind(SyntaxKind.GotoStatement));
        return !hasLoop && jumps && !call.Ancestors().TakeWhile(n => n != body).Any(static n => n is CommonForEachStatementSyntax) && !IsBounded(body) && IsRepeated(graph, call, call, enough)
            ? (null, tooShort.Select(static w => w.Wait).ToList())
            : null;
    }

    /// <summary>Whether a path leads from the call round the loop to the call again and nowhere waits long enough.</summary>
    private bool IsTight(BodyGraph graph, SyntaxNode call, SyntaxNode loop, IReadOnlyList<SyntaxNode> enough)
    {
        var inLoop = enough.Where(e => loop.Span.Contains(e.Span)).ToList();
        if (inLoop.Count > 0)
        {
            // The graph does not draw that finally is on every way.
            if (inLoop.Exists(e => e.FirstAncestorOrSelf<FinallyClauseSyntax>() is { } clause && loop.Span.Contains(clause.Span)))
                return false;
            // A loop that does wait is reported only where it plainly does not: other work on the way, and what ends the loop, end the path.
            inLoop.AddRange(OtherEnds(call, loop, inLoop));
        }

        var head = Head(loop);
        if (head is not null && !head.Span.Contains(call.Span) && inLoop.Exists(e => e.Span.OverlapsWith(head.Span)))
            return false;
        return head is null || head.Span.Contains(call.Span)
            ? IsRepeated(graph, call, call, inLoop)
            : IsRepeated(graph, call, head, inLoop) && IsRepeated(graph, head, call, inLoop);
    }

    private static bool IsRepeated(BodyGraph graph, SyntaxNode from, SyntaxNode to, IReadOnlyList<SyntaxNode> ends)
    {
        var reached = false;
        graph.WalkForward(from, ends.Append(to), node =>
        {
            reached |= node == to;
            return node == to ? BodyGraph.Visit.EndWalk : BodyGraph.Visit.EndPath;
        });
        return reached;
    }

    private IEnumerable<SyntaxNode> OtherEnds(SyntaxNode call, SyntaxNode loop, IReadOnlyList<SyntaxNode> enough)
    {
        var condition = ConditionOf(loop);
        var names = condition is null ? [] : new HashSet<string>(condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static n => n.Identifier.ValueText));
        foreach (var node in loop.DescendantNodes())
        {
            switch (node)
            {
                case AwaitExpressionSyntax await when !await.Span.Contains(call.Span) && !Regex.IsMatch(await.ToString(), "\\.Content\\b|ReadAs|ReadFrom|Deserialize|Log"):
                    yield return await;
                    break;
                case AssignmentExpressionSyntax assignment when names.Contains(assignment.Left.ToString()) && !assignment.Span.Contains(call.Span)
                    && (assignment.Right is LiteralExpressionSyntax || assignment.Ancestors().TakeWhile(n => n != loop).Any(static n => n is IfStatementSyntax or SwitchSectionSyntax)):
                    yield return assignment;
                    break;
                case IfStatementSyntax statement when enough.Any(e => statement.Span.Contains(e.Span) && !statement.Condition.Span.Contains(e.Span)) && !statement.Span.Contains(call.Span)
                    && statement.Else is null:
                    // if (!done) await Task.Delay(…): the other way is the end of the loop.
                    yield return FirstEvaluated(statement.Condition);
                    break;
            }
        }
    }

    /// <summary>The part of a condition that is evaluated first; the graph has no place for the operators around it.</summary>
    private static ExpressionSyntax FirstEvaluated(ExpressionSyntax condition)
    {
        while (true)
        {
            switch (condition)
            {
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand }: condition = operand; break;
                case ParenthesizedExpressionSyntax { Expression: var inner }: condition = inner; break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression, Left: var left }: condition = left; break;
                default: return condition;
            }
        }
    }

    private static ExpressionSyntax? ConditionOf(SyntaxNode loop) => loop switch
    {
        WhileStatementSyntax statement => statement.Condition,
        DoStatementSyntax statement => statement.Condition,
        ForStatementSyntax statement => statement.Condition,
        _ => null,
    };

    private static bool IsOfCollection(SyntaxNode loop) => ConditionOf(loop) is { } condition && MoreToDo.IsMatch(condition.ToString());

    /// <summary>
    /// Whether the number of rounds is bounded by ten or by something unknown: a counter that the loop changes is compared with a
    /// number. Ten requests are the burst that the throttle lets through.
    /// </summary>
    private bool IsBounded(SyntaxNode loop)
    {
        var counters = new HashSet<string>();
        foreach (var node in loop.DescendantNodes())
        {
            var changed = node switch
            {
                PostfixUnaryExpressionSyntax { Operand: var operand } when node.IsKind(SyntaxKind.PostIncrementExpression) || node.IsKind(SyntaxKind.PostDecrementExpression) => operand,
                PrefixUnaryExpressionSyntax { Operand: var operand } when node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression) => operand,
                AssignmentExpressionSyntax { Left: var left } when node.IsKind(SyntaxKind.AddAssignmentExpression) || node.IsKind(SyntaxKind.SubtractAssignmentExpression) => left,
                _ => null,
            };
            if (changed is not null && program.OperationAt(changed)?.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt32)
                counters.Add(changed.ToString());
        }

        foreach (var comparison in loop.DescendantNodes().OfType<BinaryExpressionSyntax>())
        {
            if (!comparison.IsKind(SyntaxKind.LessThanExpression) && !comparison.IsKind(SyntaxKind.LessThanOrEqualExpression) && !comparison.IsKind(SyntaxKind.GreaterThanExpression)
                && !comparison.IsKind(SyntaxKind.GreaterThanOrEqualExpression) && !comparison.IsKind(SyntaxKind.EqualsExpression) && !comparison.IsKind(SyntaxKind.NotEqualsExpression))
                continue;
            var (counter, bound) = IsCounter(comparison.Left) ? (comparison.Left, comparison.Right) : IsCounter(comparison.Right) ? (comparison.Right, comparison.Left) : (null, null);
            if (counter is null)
                continue;
            var limit = NumberOf(bound!);
            // Counting down: the start decides.
            if (limit is 0 or -1)
                limit = Start(counter, loop);
            if (limit is null || Math.Abs(limit.Value) <= Protocols.AdobePass.Limits.Burst)
                return true;
        }

        return false;

        bool IsCounter(ExpressionSyntax expression) => counters.Contains(expression switch
        {
            PostfixUnaryExpressionSyntax { Operand: var operand } => operand.ToString(),
            PrefixUnaryExpressionSyntax { Operand: var operand } => operand.ToString(),
            _ => expression.ToString(),
        });
    }

    private double? NumberOf(ExpressionSyntax expression) => program.OperationAt(expression) is { } operation ? program.LargestNumber(new Site(operation, null)) : null;

    private double? Start(ExpressionSyntax counter, SyntaxNode loop)
    {
        var name = counter switch { PostfixUnaryExpressionSyntax { Operand: var o } => o.ToString(), PrefixUnaryExpressionSyntax { Operand: var o } => o.ToString(), _ => counter.ToString() };
        var declared = (loop.ExecutableBody() ?? loop).DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(v => v.Identifier.ValueText == name);
        return declared?.Initializer is { Value: var value } ? NumberOf(value) : null;
    }

    /// <summary>The first expression of a round, which every round evaluates.</summary>
    private static SyntaxNode? Head(SyntaxNode loop)
    {
        var body = loop switch { WhileStatementSyntax s => s.Statement, DoStatementSyntax s => s.Statement, ForStatementSyntax s => s.Statement, _ => null };
        while (true)
        {
            switch (body)
            {
                case BlockSyntax { Statements: [var first, ..] }: body = first; continue;
                case TryStatementSyntax { Block: var block }: body = block; continue;
                case UsingStatementSyntax { Expression: { } resource }: return resource;
                case UsingStatementSyntax { Declaration.Variables: [var variable, ..] }: return variable;
                case ExpressionStatementSyntax { Expression: var expression }: return expression;
                case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: not null } variable, ..] }: return variable;
                case IfStatementSyntax { Condition: var condition }: return FirstEvaluated(condition);
                case SwitchStatementSyntax { Expression: var value }: return value;
                case CommonForEachStatementSyntax { Expression: var collection }: return collection;
                default: return null;
            }
        }
    }
}
