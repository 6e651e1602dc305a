using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>Where a value comes from, one step back: its alternatives, and whether these are all there can be.</summary>
internal readonly record struct Step(ImmutableArray<Site> Values, bool Complete)
{
    /// <summary>Not a reference to a value that lies elsewhere: a creation, a literal, a call without source.</summary>
    public static readonly Step None = new(default, false);

    public bool IsNone => Values.IsDefault;

    public static Step One(Site value) => new(ImmutableArray.Create(value), true);

    public static Step Of(IEnumerable<Site> values, bool complete = true) => new(values.ToImmutableArray(), complete);
}

/// <summary>
/// "Where does this value come from": through locals (by the control-flow graph), parameters (by the call that was followed,
/// else by all callers), fields and properties (by all that is assigned to them in the compilation), methods with source,
/// conditionals, tuples, patterns, tasks. One evaluator for texts, times, objects and handlers.
/// </summary>
internal static partial class Values
{
    private const int MaxSteps = 200;
    private const int MaxLookedAt = 40;
    private const int MaxAlternatives = 24;

    /// <summary>The values that the expression may have, each followed to where it is made; the expression itself when it is made there.</summary>
    /// <param name="complete">False when some of the values lie outside the compilation or beyond the bounds.</param>
    public static IReadOnlyList<Site> Origins(this ProgramModel program, Site site, out bool complete)
    {
        var result = new List<Site>();
        var seen = new HashSet<(SyntaxNode, OperationKind, CallFrame?)>();
        var pending = new Stack<Site>();
        pending.Push(site);
        complete = true;
        for (var steps = 0; pending.Count > 0; steps++)
        {
            var current = pending.Pop();
            current = current.With(current.Operation.Unwrap());
            if (!seen.Add((current.Syntax, current.Operation.Kind, current.Frame)))
                continue;
            if (steps > MaxSteps || result.Count > MaxAlternatives)
            {
                complete = false;
                break;
            }

            var step = program.StepBack(current);
            complete &= step.IsNone || step.Complete;
            if (step.IsNone || step.Values.Length == 0)
            {
                result.Add(current);
                continue;
            }

            for (var i = step.Values.Length - 1; i >= 0; i--)
                pending.Push(step.Values[i]);
        }

        return result;
    }

    /// <summary>Whether the value is, or is taken out of, something wanted on one of the ways back to where it is made.</summary>
    /// <param name="isWanted">True ends the search, false this way; null goes on.</param>
    /// <param name="holder">What the operation takes the value out of (an array, a response); null where the value is followed as every other.</param>
    public static bool LeadsBackTo(this ProgramModel program, Site value, Func<Site, bool?> isWanted, Func<IOperation, IOperation?> holder)
    {
        var pending = new Stack<Site>();
        var seen = new HashSet<(SyntaxNode, CallFrame?)>();
        pending.Push(value);
        while (pending.Count > 0 && seen.Count < MaxLookedAt)
        {
            var current = pending.Pop();
            current = current.With(current.Operation.Unwrap());
            if (!seen.Add((current.Syntax, current.Frame)))
                continue;
            if (isWanted(current) is { } answer)
            {
                if (answer)
                    return true;
            }
            else if (holder(current.Operation) is { } held)
            {
                pending.Push(current.With(held));
            }
            else if (program.StepBack(current) is { IsNone: false } step)
            {
                foreach (var origin in step.Values)
                    pending.Push(origin);
            }
        }

        return false;
    }

    /// <summary>One step back from a reference to the expressions that give it its value; <see cref="Step.None"/> at an origin.</summary>
    public static Step StepBack(this ProgramModel program, Site site)
    {
        var operation = site.Operation.Unwrap();
        switch (operation)
        {
            case { ConstantValue.HasValue: true }:
                return Step.None;
            case IAwaitOperation await:
                return Step.One(site.With(await.Operation));
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Step.Of([site.With(conditional.WhenTrue), site.With(whenFalse)]);
            case ICoalesceOperation coalesce:
                return Step.Of([site.With(coalesce.Value), site.With(coalesce.WhenNull)]);
            case ISwitchExpressionOperation @switch:
                return Step.Of(@switch.Arms.Select(a => site.With(a.Value)));
            case IThrowOperation:
                return Step.Of([]);
            case ISimpleAssignmentOperation assignment:
                return Step.One(site.With(assignment.Value));
            case ICoalesceAssignmentOperation assignment:
                return Step.Of([site.With(assignment.Target), site.With(assignment.Value)]);
            case IConditionalAccessOperation access:
                return Step.One(site.With(access.WhenNotNull));
            case IConditionalAccessInstanceOperation:
                return ConditionalReceiver(operation) is { } receiver ? Step.One(site.With(receiver)) : Step.None;
            case ILocalReferenceOperation local:
                return program.LocalValues(local, local.Local, site.Frame);
            case IParameterReferenceOperation parameter:
                return program.ParameterValues(parameter, site.Frame);
            case IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } element:
                return program.TupleElement(site.With(tuple), element.Field);
            case IFieldReferenceOperation field:
                return program.MemberValues(site, field.Field, field.Instance);
            case IPropertyReferenceOperation property:
                return program.PropertyValues(site, property);
            case IInvocationOperation invocation:
                return program.ReturnValues(site, invocation);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
                when site.Frame?.Receiver is { } thisValue:
                return Step.One(thisValue);
            default:
                return Step.None;
        }
    }

    /// <summary>The lambdas, local functions and methods that a delegate expression may stand for.</summary>
    public static IEnumerable<(IOperation Body, IMethodSymbol Symbol, CallFrame? Frame)> DelegateTargets(this ProgramModel program, Site @delegate)
    {
        foreach (var origin in program.Origins(@delegate, out _))
        {
            switch (origin.Operation)
            {
                case IAnonymousFunctionOperation lambda:
                    yield return (lambda, lambda.Symbol, origin.Frame);
                    break;
                case IMethodReferenceOperation method:
                    foreach (var target in program.ImplementationsOf(method.Method))
                    {
                        foreach (var body in program.BodiesOf(target))
                            yield return (body, target, null);
                    }

                    break;
            }
        }
    }
}
