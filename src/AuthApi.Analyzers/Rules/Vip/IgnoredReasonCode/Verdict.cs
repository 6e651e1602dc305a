using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;

/// <summary>The state of a response along the paths of its body: unexamined until its code is read or it is passed on.</summary>
/// <param name="Acquisition">The expression that obtains the response.</param>
/// <param name="Use">The use of its content that comes too early; null when the code is never examined.</param>
/// <param name="Uses">The uses of its content, where there is no examination at all.</param>
internal sealed record Verdict(IOperation Acquisition, IOperation? Use, IReadOnlyList<IOperation> Uses)
{
    public Location Location => (Use ?? Acquisition).Syntax.GetLocation();

    /// <summary>The acquisition when a use is reported, else the uses.</summary>
    public IEnumerable<Location> Others => Use is null ? Uses.Select(static u => u.Syntax.GetLocation()) : [Acquisition.Syntax.GetLocation()];

    /// <summary>What is wrong with a response; null when nothing is, or it cannot be told.</summary>
    public static Verdict? Of(IOperation acquisition, VipModel vip, ProgramModel program, SymbolNames checks)
    {
        // The event style: the arguments of the event hold the response, as often as they are asked.
        if (acquisition is IPropertyReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var arguments } })
        {
            var all = ResponseUses.Of(arguments, vip, program, checks);
            var first = program.ReferencesTo(arguments).Select(static r => r.Parent).OfType<IPropertyReferenceOperation>().FirstOrDefault(static p => p.Property.Name == "Result");
            return first?.Syntax == acquisition.Syntax && !all.Any(IsEnough) && !IsJudgedByText(all, vip, program) ? new Verdict(acquisition, null, []) : null;
        }

        return Of(acquisition, ResponseUses.Of(acquisition, vip, program, checks), vip, program);
    }

    /// <summary>The same for uses that are known already.</summary>
    public static Verdict? Of(IOperation acquisition, IReadOnlyList<ResponseUse> uses, VipModel vip, ProgramModel program) =>
        Of(acquisition, uses.Where(static u => u.Kind != UseKind.Message).ToList(), program) is { } verdict && !IsJudgedByText(uses, vip, program) ? verdict : null;

    /// <summary>A text that decides in place of the code is one mistake, and AUTH2004 says where; comparing the code there mends both.</summary>
    private static bool IsJudgedByText(IReadOnlyList<ResponseUse> uses, VipModel vip, ProgramModel program) =>
        uses.Any(u => u.Kind is UseKind.Message or UseKind.Payload && MessageCondition.Judges(u.Operation, program, vip));

    private static Verdict? Of(IOperation acquisition, IReadOnlyList<ResponseUse> uses, ProgramModel program)
    {
        var body = acquisition.Syntax.ExecutableBody();
        if (uses.Any(u => IsEnough(u) && !IsInside(u.Operation.Syntax, body)))
            return null;
        if (program.GraphOf(acquisition.Syntax) is not { } graph)
            return uses.Any(IsEnough) ? null : new Verdict(acquisition, null, []);

        var marks = new Dictionary<SyntaxNode, ResponseUse>();
        var early = new List<IOperation>();
        foreach (var use in uses)
        {
            // What is read together with the code, in one expression, is mapped together with it.
            if (use.Kind == UseKind.Payload && uses.Any(o => IsEnough(o) && Whole(o.Operation.Syntax) == Whole(use.Operation.Syntax)))
                continue;
            var mark = IsEnough(use) ? FirstEvaluated(Whole(use.Operation.Syntax)) : use.Operation.Syntax;
            if (!marks.TryGetValue(mark, out var other) || other.Kind < use.Kind)
                marks[mark] = use;
        }

        // An examination in the very expression that obtains the response comes after it, however the graph is cut.
        if (uses.Any(u => IsEnough(u) && Whole(u.Operation.Syntax) == Whole(acquisition.Syntax)))
            return null;
        var examined = false;
        graph.WalkForward(acquisition.Syntax, marks.Keys, node =>
        {
            var use = marks[node];
            if (IsEnough(use))
            {
                examined = true;
                return BodyGraph.Visit.EndPath;
            }

            if (use.Kind == UseKind.Overwritten)
                return BodyGraph.Visit.EndPath;
            early.Add(use.Operation);
            return BodyGraph.Visit.Continue;
        });
        if (!examined)
            return new Verdict(acquisition, null, early);
        var tooEarly = early.Where(e => !IsAfterGuardedTry(acquisition.Syntax, e.Syntax, uses)).OrderBy(static e => e.Syntax.SpanStart).FirstOrDefault();
        return tooEarly is null ? null : new Verdict(acquisition, tooEarly, []);
    }

    private static bool IsEnough(ResponseUse use) => use.Kind is UseKind.Examined or UseKind.Escaped or UseKind.Returned;

    /// <summary>In the body, or in a lambda that it makes (which counts where it is made); a local function runs in an unknown order.</summary>
    private static bool IsInside(SyntaxNode node, SyntaxNode? body)
    {
        for (SyntaxNode? current = node.ExecutableBody(); current is not null; current = current.Parent?.ExecutableBody())
        {
            if (current == body)
                return true;
            if (current is not AnonymousFunctionExpressionSyntax)
                return false;
        }

        return false;
    }

    /// <summary>The outermost expression around a node, up to a lambda.</summary>
    private static SyntaxNode Whole(SyntaxNode node)
    {
        var whole = node;
        for (var current = node; current is not null and not StatementSyntax and not AnonymousFunctionExpressionSyntax; current = current.Parent)
        {
            if (current is ExpressionSyntax or PatternSyntax)
                whole = current;
        }

        return whole;
    }

    /// <summary>What an expression evaluates first: there an examination that is part of it begins (<c>answer != null &amp;&amp; answer.Status…</c>).</summary>
    private static SyntaxNode FirstEvaluated(SyntaxNode expression)
    {
        var token = expression.GetFirstToken();
        // The graph has no operation for a negation in a condition.
        while (token.Kind() is SyntaxKind.ExclamationToken or SyntaxKind.OpenParenToken && token.GetNextToken() is var next && expression.Span.Contains(next.Span))
            token = next;
        return token.Parent!;
    }

    /// <summary>The graph has a way from any place in a try to its handlers and beyond: not one on which the response was got and left alone.</summary>
    private static bool IsAfterGuardedTry(SyntaxNode acquisition, SyntaxNode use, IReadOnlyList<ResponseUse> uses)
    {
        foreach (var statement in acquisition.Ancestors().OfType<TryStatementSyntax>())
        {
            if (statement.Block.Span.Contains(acquisition.Span) && !statement.Block.Span.Contains(use.Span)
                && uses.Any(u => IsEnough(u) && statement.Block.Span.Contains(u.Operation.Syntax.Span)))
                return true;
        }

        return false;
    }
}
