using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>Locals, pattern variables, out variables and tuples.</content>
internal static partial class Values
{
    private static IOperation? ConditionalReceiver(IOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(instance.Syntax.Span) | access.Operation.Syntax == instance.Syntax)
                return access.Operation;
        }

        return null;
    }

    private static Step LocalValues(this ProgramModel program, IOperation use, ILocalSymbol local, CallFrame? frame)
    {
        var writes = Writes(program, local);
        var body = use.Syntax.ExecutableBody();
        // A captured local, or one with a single write, needs no order.
        if (writes.Count > 1 && writes.All(w => w.Syntax.ExecutableBody() == body) && program.GraphOf(use.Syntax) is { } graph)
        {
            var reaching = new HashSet<SyntaxNode>();
            graph.WalkBack(use.Syntax, writes.Select(static w => w.Syntax), node =>
            {
                reaching.Add(node);
                return BodyGraph.Visit.EndPath;
            });
            if (reaching.Count > 0)
                writes = writes.Where(w => reaching.Contains(w.Syntax)).ToList();
        }

        var values = new List<Site>();
        var complete = true;
        foreach (var (_, value) in writes)
        {
            if (value is null)
                complete = false;
            else
                values.AddRange(value(frame));
        }

        return values.Count == 0 ? Step.None : Step.Of(values, complete);
    }

    /// <summary>Each place that gives a local its value; the value is null where it cannot be told (foreach, out of a method without source).</summary>
    private static List<(SyntaxNode Syntax, Func<CallFrame?, IEnumerable<Site>>? Value)> Writes(ProgramModel program, ILocalSymbol local)
    {
        var result = new List<(SyntaxNode, Func<CallFrame?, IEnumerable<Site>>?)>();
        foreach (var declaration in local.DeclaringSyntaxReferences)
        {
            var syntax = declaration.GetSyntax();
            switch (program.OperationAt(syntax))
            {
                case IVariableDeclaratorOperation { Initializer.Value: { } value }:
                    result.Add((syntax, frame => [new Site(value, frame)]));
                    break;
                case IDeclarationPatternOperation pattern when MatchedValue(pattern) is { } value:
                    result.Add((syntax, frame => [new Site(value, frame)]));
                    break;
                case IVariableDeclaratorOperation { Parent: IForEachLoopOperation } or IDeclarationPatternOperation:
                    result.Add((syntax, null));
                    break;
                case { } designation and not IVariableDeclaratorOperation:
                    AddWrite(designation, syntax);
                    break;
                case null when syntax.Parent is DeclarationPatternSyntax or RecursivePatternSyntax or VarPatternSyntax
                    && program.OperationAt(syntax.Parent) is IPatternOperation matched && MatchedValue(matched) is { } value:
                    result.Add((syntax, frame => [new Site(value, frame)]));
                    break;
                case null when syntax.Parent is DeclarationExpressionSyntax expression && program.OperationAt(expression) is { } declared:
                    AddWrite(declared, syntax);
                    break;
                case null when syntax is ForEachStatementSyntax or SingleVariableDesignationSyntax:
                    result.Add((syntax, null));
                    break;
            }
        }

        foreach (var reference in program.ReferencesTo(local))
        {
            if (!result.Exists(r => r.Item1.Span.Contains(reference.Syntax.Span) && r.Item1 is not ForEachStatementSyntax))
                AddWrite(reference, reference.Syntax);
        }

        return result;

        void AddWrite(IOperation target, SyntaxNode syntax)
        {
            var outer = target.Parent is IDeclarationExpressionOperation expression ? expression : target;
            if (target.AssignedValue() is { } value)
            {
                result.Add((syntax, frame => [new Site(value, frame)]));
            }
            else if (outer.Parent is IArgumentOperation { Parameter: { RefKind: RefKind.Out } parameter, Parent: IInvocationOperation call })
            {
                result.Add((syntax, OutValues(program, call, parameter)));
            }
            else if (DeconstructedElement(outer) is { } element)
            {
                result.Add((syntax, frame => program.ElementAt(new Site(element.Tuple, frame), element.Index)));
            }
            else if (target.Parent is IIncrementOrDecrementOperation)
            {
                result.Add((syntax, null));
            }
        }
    }

    private static IOperation? MatchedValue(IPatternOperation pattern)
    {
        IOperation? current = pattern;
        while (current?.Parent is INegatedPatternOperation or IBinaryPatternOperation)
            current = current.Parent;
        return current?.Parent switch
        {
            IIsPatternOperation match => match.Value,
            IPropertySubpatternOperation { Member: IMemberReferenceOperation } => null,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation @switch } => @switch.Value,
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation @switch } => @switch.Value,
            _ => null,
        };
    }

    private static Func<CallFrame?, IEnumerable<Site>>? OutValues(ProgramModel program, IInvocationOperation call, IParameterSymbol parameter)
    {
        var targets = program.ImplementationsOf(call.TargetMethod);
        if (targets.Count == 0)
            return null;
        return frame => targets.SelectMany(target =>
        {
            var inner = new CallFrame(call, target, frame);
            return inner.Depth > CallFrame.MaxDepth || frame?.Contains(target) == true
                ? []
                : program.ReferencesTo(target.Parameters[parameter.Ordinal])
                    .Select(static r => r.AssignedValue()).OfType<IOperation>().Select(v => new Site(v, inner));
        });
    }

    private static (IOperation Tuple, int Index)? DeconstructedElement(IOperation target)
    {
        if (target.Parent is not ITupleOperation tuple)
            return null;
        var assignment = tuple.Parent is IDeclarationExpressionOperation declaration ? declaration.Parent : tuple.Parent;
        return assignment is IDeconstructionAssignmentOperation deconstruction
            ? (deconstruction.Value, tuple.Elements.IndexOf(target))
            : null;
    }

    private static IEnumerable<Site> ElementAt(this ProgramModel program, Site tuple, int index)
    {
        foreach (var origin in program.Origins(tuple, out _))
        {
            if (origin.Operation is ITupleOperation literal && index < literal.Elements.Length)
                yield return origin.With(literal.Elements[index]);
            else if (origin.Operation is IObjectCreationOperation { Constructor.ContainingType.IsRecord: true } creation && index < creation.Arguments.Length)
                yield return origin.With(creation.Arguments[index].Value);
        }
    }

    private static Step TupleElement(this ProgramModel program, Site tuple, IFieldSymbol element)
    {
        var place = tuple.Operation.Type is INamedTypeSymbol type
            ? type.TupleElements.IndexOf(type.TupleElements.FirstOrDefault(e => e.Name == element.Name || SymbolEqualityComparer.Default.Equals(e.CorrespondingTupleField, element.CorrespondingTupleField))!)
            : -1;
        var values = place < 0 ? [] : program.ElementAt(tuple, place).ToList();
        return values.Count == 0 ? Step.None : Step.Of(values);
    }
}
