using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// The order in which one body does things: the compiler's control-flow graph, asked by syntax. "Before" and "after" are
/// meant along some path; loops therefore make a thing come before itself.
/// </summary>
internal sealed class BodyGraph
{
    private readonly ControlFlowGraph graph;
    private readonly List<(Microsoft.CodeAnalysis.Text.TextSpan Span, Place Place)> operations = [];

    private BodyGraph(ControlFlowGraph graph)
    {
        this.graph = graph;
        foreach (var block in graph.Blocks)
        {
            var index = 0;
            foreach (var operation in block.Operations)
                operations.Add((operation.Syntax.Span, new Place(block.Ordinal, index++)));
            if (block.BranchValue is { } value)
                operations.Add((value.Syntax.Span, new Place(block.Ordinal, index)));
        }
    }

    /// <summary>Where an operation stands: block, operation in the block.</summary>
    private readonly record struct Place(int Block, int Operation);

    /// <summary>What to do after a mark was visited.</summary>
    public enum Visit
    {
        /// <summary>Follow the path further.</summary>
        Continue,

        /// <summary>What lies beyond the mark on this path does not matter.</summary>
        EndPath,

        /// <summary>The question is answered.</summary>
        EndWalk,
    }

    public static BodyGraph? Create(SyntaxNode body, ProgramModel program)
    {
        try
        {
            return ControlFlowGraphOf(body, program) is { } graph ? new BodyGraph(graph) : null;
        }
        catch (ArgumentException)
        {
            // Not the root of an operation tree (half-typed code): no order is known.
            return null;
        }
    }

    /// <summary>
    /// Visits the <paramref name="marks"/> that come before <paramref name="from"/>, the nearest first on each path. Answers
    /// whether some path reached the beginning of the body (true also when <paramref name="from"/> is not in the graph).
    /// </summary>
    public bool WalkBack(SyntaxNode from, IEnumerable<SyntaxNode> marks, Func<SyntaxNode, Visit> visit) =>
        Walk(from, marks, visit, backwards: true);

    /// <summary>
    /// Visits the <paramref name="marks"/> that come after <paramref name="from"/>, the nearest first on each path. Answers
    /// whether some path reached the end of the body.
    /// </summary>
    public bool WalkForward(SyntaxNode from, IEnumerable<SyntaxNode> marks, Func<SyntaxNode, Visit> visit) =>
        Walk(from, marks, visit, backwards: false);

    /// <summary>Whether <paramref name="second"/> can happen after <paramref name="first"/> has.</summary>
    public bool CanFollow(SyntaxNode first, SyntaxNode second)
    {
        var found = false;
        WalkBack(second, [first], _ =>
        {
            found = true;
            return Visit.EndWalk;
        });
        return found;
    }

    /// <summary>Whether the node lies on a cycle of the graph: in a loop, whatever the loop is made of.</summary>
    public bool IsInLoop(SyntaxNode node) => CanFollow(node, node);

    private bool Walk(SyntaxNode from, IEnumerable<SyntaxNode> marks, Func<SyntaxNode, Visit> visit, bool backwards)
    {
        var byBlock = new Dictionary<int, List<(Place Place, SyntaxNode Node)>>();
        foreach (var mark in marks)
        {
            if (PlaceOf(mark) is not { } place)
                continue;
            if (!byBlock.TryGetValue(place.Block, out var list))
                byBlock.Add(place.Block, list = []);
            list.Add((place, mark));
        }

        foreach (var list in byBlock.Values)
        {
            list.Sort((a, b) => a.Place.Operation != b.Place.Operation
                ? a.Place.Operation.CompareTo(b.Place.Operation)
                : EvaluationOrder(a.Node).CompareTo(EvaluationOrder(b.Node)));
            if (backwards)
                list.Reverse();
        }

        if (PlaceOf(from) is not { } start)
            return true;
        var reachedEnd = false;
        var seen = new HashSet<int>();
        var pending = new Stack<int>();

        // The block of the start counts twice: the part on this side of it now, all of it when a loop comes back.
        if (VisitBlock(start.Block, mark => backwards ? IsBefore(mark, (start, from)) : IsBefore((start, from), mark)) is not { } open)
            return false;
        if (open)
            Push(start.Block);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (!seen.Add(block))
                continue;
            if (VisitBlock(block, static _ => true) is not { } goesOn)
                return false;
            if (goesOn)
                Push(block);
        }

        return reachedEnd;

        bool? VisitBlock(int ordinal, Func<(Place, SyntaxNode), bool> isWanted)
        {
            if (!byBlock.TryGetValue(ordinal, out var list))
                return true;
            foreach (var mark in list)
            {
                if (!isWanted(mark))
                    continue;
                switch (visit(mark.Node))
                {
                    case Visit.EndPath: return false;
                    case Visit.EndWalk: return null;
                }
            }

            return true;
        }

        void Push(int ordinal)
        {
            var neighbours = backwards ? Before(graph.Blocks[ordinal]) : After(graph.Blocks[ordinal]);
            var any = false;
            foreach (var neighbour in neighbours)
            {
                any = true;
                pending.Push(neighbour);
            }

            if (!any || graph.Blocks[ordinal].Kind == (backwards ? BasicBlockKind.Entry : BasicBlockKind.Exit))
                reachedEnd = true;
        }
    }

    private static bool IsBefore((Place Place, SyntaxNode Node) first, (Place Place, SyntaxNode Node) second) =>
        first.Place.Operation != second.Place.Operation
            ? first.Place.Operation < second.Place.Operation
            : first.Node != second.Node && EvaluationOrder(first.Node) < EvaluationOrder(second.Node);

    // Inside one statement operands are evaluated from left to right, and the target of an assignment gets its value last.
    private static int EvaluationOrder(SyntaxNode node)
    {
        var position = node.SpanStart;
        if (node is VariableDeclaratorSyntax { Initializer: { } initializer })
            return initializer.Span.End;
        if (node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node)
            return assignment.Span.End;
        return position;
    }

    private Place? PlaceOf(SyntaxNode node)
    {
        Place? best = null;
        var length = int.MaxValue;
        foreach (var (span, place) in operations)
        {
            if (span.Contains(node.Span) && span.Length < length)
            {
                best = place;
                length = span.Length;
            }
        }

        return best;
    }

    private IEnumerable<int> Before(BasicBlock block)
    {
        foreach (var branch in block.Predecessors)
        {
            yield return branch.Source.Ordinal;
            foreach (var region in branch.FinallyRegions)
            {
                for (var i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
                    yield return i;
            }
        }

        // A handler is entered from anywhere in its try, which the graph does not draw.
        if (HandlerStartingAt(block) is { } protectedRegion)
        {
            for (var i = protectedRegion.FirstBlockOrdinal; i <= protectedRegion.LastBlockOrdinal; i++)
                yield return i;
            foreach (var branch in graph.Blocks[protectedRegion.FirstBlockOrdinal].Predecessors)
                yield return branch.Source.Ordinal;
        }
    }

    private IEnumerable<int> After(BasicBlock block)
    {
        foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
        {
            if (branch?.Destination is { } destination)
                yield return destination.Ordinal;
            if (branch is null)
                continue;
            foreach (var region in branch.FinallyRegions)
                yield return region.FirstBlockOrdinal;
        }

        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } statement)
                continue;
            foreach (var sibling in statement.NestedRegions)
            {
                if (sibling != region)
                    yield return sibling.FirstBlockOrdinal;
            }
        }
    }

    private static ControlFlowRegion? HandlerStartingAt(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null && region.FirstBlockOrdinal == block.Ordinal; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                return region.EnclosingRegion?.NestedRegions.FirstOrDefault(static r => r.Kind == ControlFlowRegionKind.Try);
        }

        return null;
    }

    private static ControlFlowGraph? ControlFlowGraphOf(SyntaxNode body, ProgramModel program)
    {
        switch (body)
        {
            case AnonymousFunctionExpressionSyntax:
                if (body.Parent?.ExecutableBody() is not { } outer || ControlFlowGraphOf(outer, program) is not { } around)
                    return null;
                foreach (var block in around.Blocks)
                {
                    foreach (var operation in block.Operations.Concat(block.BranchValue is { } value ? [value] : Array.Empty<IOperation>()))
                    {
                        foreach (var descendant in operation.OwnDescendants())
                        {
                            if (descendant is IFlowAnonymousFunctionOperation lambda && lambda.Syntax == body)
                                return around.GetAnonymousFunctionControlFlowGraph(lambda);
                        }
                    }
                }

                return null;
            case LocalFunctionStatementSyntax:
                return body.Parent?.ExecutableBody() is { } container && ControlFlowGraphOf(container, program) is { } enclosing
                    && program.ModelFor(body.SyntaxTree).GetDeclaredSymbol(body) is IMethodSymbol symbol && enclosing.LocalFunctions.Contains(symbol)
                    ? enclosing.GetLocalFunctionControlFlowGraph(symbol)
                    : null;
            case PropertyDeclarationSyntax property:
                body = property.ExpressionBody!;
                break;
            case IndexerDeclarationSyntax indexer:
                body = indexer.ExpressionBody!;
                break;
        }

        return program.OperationAt(body) switch
        {
            IMethodBodyOperation method => ControlFlowGraph.Create(method),
            IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
            IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block),
            IFieldInitializerOperation field => ControlFlowGraph.Create(field),
            IPropertyInitializerOperation property => ControlFlowGraph.Create(property),
            _ => null,
        };
    }
}
