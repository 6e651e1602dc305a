using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// What text an expression may have: constants, concatenation, interpolation, <c>string.Format</c>, <c>Join</c>,
/// <c>StringBuilder</c>, <c>Uri</c>, <c>UriBuilder</c>, query helpers, and whatever <see cref="Values"/> can follow. What it
/// cannot tell is a hole that remembers its expression.
/// </summary>
internal static partial class Texts
{
    /// <summary>More alternatives than this are folded into a hole.</summary>
    public const int MaxAlternatives = 16;

    private const int MaxDepth = 40;

    /// <summary>The alternatives, at least one; a wholly unknown text is one hole.</summary>
    /// <param name="isEnough">Whether the beginning of a text tells all that is wanted, so that its other parts may stay holes; null to evaluate everything.</param>
    public static IReadOnlyList<TextValue> TextsOf(this ProgramModel program, Site site, Func<TextValue, bool>? isEnough = null)
    {
        var evaluation = new Evaluation(program, MaxAlternatives, isEnough);
        var texts = evaluation.Of(site, 0);
        // Parts with many alternatives each (a verb and a path that many callers pass) have too many products. With one hole for
        // each such part, what is known of the rest of the text is not lost.
        if (evaluation.HasOverflowed)
            texts = new Evaluation(program, 1, isEnough).Of(site, 0);
        return texts.Count > 0 ? texts : [TextValue.Unknown(site)];
    }

    /// <summary>The text, where there is exactly one alternative without holes; null otherwise.</summary>
    public static string? KnownText(this ProgramModel program, Site site) =>
        program.TextsOf(site) is [{ IsComplete: true } single] ? single.ToString() : null;

    /// <summary>One evaluation: the places on the way, so that cycles end.</summary>
    private sealed partial class Evaluation(ProgramModel program, int alternativesOfPart, Func<TextValue, bool>? isEnough)
    {
        /// <summary>Whether something became a hole because it had too many alternatives.</summary>
        public bool HasOverflowed { get; private set; }

        private readonly HashSet<(SyntaxNode, OperationKind, CallFrame?)> open = [];

        /// <summary>The alternatives; none for what is always null.</summary>
        public IReadOnlyList<TextValue> Of(Site asked, int depth)
        {
            var site = asked.With(asked.Operation.Unwrap());
            if (site.Operation.IsNull())
                return [];
            if (site.Operation.ConstantValue is { HasValue: true } constant)
                return [TextValue.Known(Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "", site)];
            if (depth > MaxDepth || !open.Add((site.Syntax, site.Operation.Kind, site.Frame)))
                return [TextValue.Unknown(site)];
            try
            {
                var texts = Compute(site, depth + 1);
                return IsComposition(site.Operation) ? texts : Map(texts, t => t.UsedBy(asked));
            }
            finally
            {
                open.Remove((site.Syntax, site.Operation.Kind, site.Frame));
            }
        }

        // What puts texts together is no use of the one hole that it may consist of.
        private static bool IsComposition(IOperation operation) => operation switch
        {
            IInterpolatedStringOperation or IInterpolatedStringHandlerCreationOperation or IInterpolatedStringAdditionOperation => true,
            IBinaryOperation or ICompoundAssignmentOperation => operation.Type?.SpecialType == SpecialType.System_String,
            IInvocationOperation { Instance: null, TargetMethod: { Name: "Concat" or "Format" or "Join" or "Create" or "Invariant" } } => true,
            _ => false,
        };

        private IReadOnlyList<TextValue> Compute(Site site, int depth)
        {
            switch (site.Operation)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } concatenation:
                    return Continued(Of(site.With(concatenation.LeftOperand), depth), site.With(concatenation.RightOperand), site, depth);
                case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } append:
                    return Continued(Of(site.With(append.Target), depth), site.With(append.Value), site, depth);
                case IInterpolatedStringOperation interpolated:
                    return Interpolated(site, interpolated, depth);
                case IInterpolatedStringHandlerCreationOperation handler:
                    // Its content has the same syntax, and so would look like a cycle.
                    return Compute(site.With(handler.Content), depth);
                case IInterpolatedStringAdditionOperation addition:
                    return Continued(Of(site.With(addition.Left), depth), site.With(addition.Right), site, depth);
                // What is made of a text can change its beginning.
                case IInvocationOperation invocation when Whole(() => Call(site, invocation, depth)) is { } result:
                    return result;
                case IObjectCreationOperation { Type.Name: "Uri", Arguments: [{ Value: var address }] }:
                    return Of(site.With(address), depth);
                case IObjectCreationOperation creation when Whole(() => Creation(site, creation, depth)) is { } result:
                    return result;
                case IPropertyReferenceOperation property when Whole(() => Property(site, property, depth)) is { } result:
                    return result;
                case ILocalReferenceOperation { Type.SpecialType: SpecialType.System_String } local when Appended(site, local, depth) is { } result:
                    return result;
                case ILocalReferenceOperation { Type.Name: "NameValueCollection" or "QueryBuilder" } query when QueryOf(site, depth) is { } result:
                    return result;
                case IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } }:
                    return [TextValue.Empty];
            }

            var step = program.StepBack(site);
            if (step.IsNone || step.Values.Length == 0)
                return [TextValue.Unknown(site)];
            var alternatives = new List<TextValue>();
            foreach (var value in step.Values)
            {
                foreach (var possible in Of(value, depth))
                {
                    // An empty default of something that others can set stands for a value that comes from configuration.
                    var text = !step.Complete && possible is { IsComplete: true } && possible.ToString().Length == 0 ? TextValue.Unknown(site) : possible;
                    // A number, a time: the hole is the expression that the caller asked about, not its innermost source.
                    if (!alternatives.Exists(a => a.ToString() == text.ToString()) || !text.IsComplete)
                        alternatives.Add(text);
                }

                if (alternatives.Count > alternativesOfPart)
                    return Overflow(site);
            }

            // private string code = "": what it is before it gets its value.
            if (alternatives.Count > 1 && site.Operation is IMemberReferenceOperation && alternatives.Exists(static a => !a.IsComplete || a.ToString().Length > 0))
                alternatives.RemoveAll(static a => a.IsComplete && a.ToString().Length == 0);
            return alternatives;
        }

        /// <summary><c>text += part</c>: the statements that lengthen a local before it is used, in source order.</summary>
        private IReadOnlyList<TextValue>? Appended(Site site, ILocalReferenceOperation use, int depth)
        {
            var appends = program.ReferencesTo(use.Local)
                .Where(r => r.Parent is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } append && append.Target == r)
                .Where(r => r.Syntax.ExecutableBody() == use.Syntax.ExecutableBody() && r.Syntax.SpanStart < use.Syntax.SpanStart)
                .ToList();
            if (appends.Count == 0)
                return null;
            var graph = program.GraphOf(use.Syntax);
            if (graph is null || appends.Exists(a => graph.IsInLoop(a.Syntax)))
                return [TextValue.Unknown(site)];
            var step = program.StepBack(site.With(appends[0]));
            IReadOnlyList<TextValue> result = step.IsNone ? [TextValue.Unknown(site)] : Union(step.Values.Select(v => Of(v, depth)), site);
            foreach (var append in appends)
            {
                var longer = Continued(result, site.With(((ICompoundAssignmentOperation)append.Parent!).Value), site, depth);
                // An append that some path leaves out gives both.
                result = IsOnEveryPath(graph, append.Syntax, use.Syntax) ? longer : Union([result, longer], site);
            }

            return result;
        }

        /// <summary>Whether no path to <paramref name="end"/> avoids <paramref name="node"/>.</summary>
        private static bool IsOnEveryPath(BodyGraph graph, SyntaxNode node, SyntaxNode end) =>
            !graph.WalkBack(end, [node], static _ => BodyGraph.Visit.EndPath);

        private IReadOnlyList<TextValue> Interpolated(Site site, IInterpolatedStringOperation interpolated, int depth)
        {
            IReadOnlyList<TextValue> result = [TextValue.Empty];
            foreach (var part in interpolated.Parts)
            {
                result = part switch
                {
                    IInterpolatedStringTextOperation text => Product(result, [TextValue.Known(text.Text.ConstantText() ?? "", site.With(text.Text))], site),
                    IInterpolationOperation { FormatString: { } format } hole => Product(result, [TextValue.Unknown(site.With(hole.Expression), format.ConstantText())], site),
                    IInterpolationOperation hole => Continued(result, site.With(hole.Expression), site, depth),
                    // Handlers of newer compilers wrap each part in an append call.
                    IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var first, ..] rest } } append => append.Kind == OperationKind.InterpolatedStringAppendLiteral || rest.Length == 1
                        ? Continued(result, site.With(first.Value), site, depth)
                        : Product(result, [TextValue.Unknown(site.With(first.Value), rest.Select(static a => a.Value.ConstantText()).FirstOrDefault(static f => f is not null))], site),
                    _ => Product(result, [TextValue.Unknown(site.With(part))], site),
                };
            }

            return result;
        }

        /// <summary>The beginning and the part after it, which is not evaluated when the beginning is enough.</summary>
        private IReadOnlyList<TextValue> Continued(IReadOnlyList<TextValue> beginning, Site part, Site whole, int depth)
        {
            if (isEnough is null || beginning.All(static t => t.Pieces.IsEmpty))
                return Product(beginning, Of(part, depth), whole);
            if (beginning.All(isEnough))
                return Product(beginning, [TextValue.Unknown(part)], whole);
            // What a part begins with is in the middle of the text.
            return Whole(() => Product(beginning, Of(part, depth), whole));
        }

        private T Whole<T>(Func<T> evaluate)
        {
            var wanted = isEnough;
            isEnough = null;
            try
            {
                return evaluate();
            }
            finally
            {
                isEnough = wanted;
            }
        }

        private IReadOnlyList<TextValue> Product(IReadOnlyList<TextValue> left, IReadOnlyList<TextValue> right, Site whole)
        {
            // Null adds nothing to a text.
            if (left.Count == 0)
                return right;
            if (right.Count == 0)
                return left;
            if (left.Count * right.Count > MaxAlternatives)
            {
                HasOverflowed = true;
                if (right.Count > 1 && left.Count <= MaxAlternatives)
                    right = [TextValue.Unknown(whole)];
                else
                    return [TextValue.Unknown(whole)];
            }

            var result = new List<TextValue>(left.Count * right.Count);
            foreach (var first in left)
            {
                foreach (var second in right)
                    result.Add(first.Append(second));
            }

            return result;
        }

        private IReadOnlyList<TextValue> Overflow(Site whole)
        {
            HasOverflowed = true;
            return [TextValue.Unknown(whole)];
        }

        private IReadOnlyList<TextValue> Union(IEnumerable<IReadOnlyList<TextValue>> alternatives, Site whole)
        {
            var result = alternatives.SelectMany(static a => a).ToList();
            return result.Count > MaxAlternatives ? Overflow(whole) : result;
        }

        private static IReadOnlyList<TextValue> Map(IReadOnlyList<TextValue> texts, Func<TextValue, TextValue> change) => texts.Select(change).ToList();

        /// <summary>Changes fully known texts; one with holes stays what it was before the change, as one hole.</summary>
        private static IReadOnlyList<TextValue> MapKnown(IReadOnlyList<TextValue> texts, Site whole, Func<string, string> change) =>
            Map(texts, t => t.IsComplete ? TextValue.Known(change(t.ToString()), whole) : TextValue.Unknown(whole));
    }
}
