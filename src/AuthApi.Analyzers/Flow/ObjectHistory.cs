using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// The calls that an object of the program gets between its creation and a use, where all of them are in sight: <c>new Builder(root).Post(path).Header(name, value)</c>.
/// What one object collects is then not mixed with what others of its class do.
/// </summary>
internal static class ObjectHistory
{
    private const int MaxSteps = 40;

    /// <summary>The constructor and the methods that ran on the object, in no order; null where it may have got other calls.</summary>
    public static IReadOnlyList<CallFrame>? HistoryOf(this ProgramModel program, Site @object)
    {
        var result = new List<CallFrame>();
        var current = @object.With(@object.Operation.Unwrap());
        for (var step = 0; step < MaxSteps; step++)
        {
            switch (current.Operation)
            {
                case IObjectCreationOperation { Constructor: { } constructor } creation when program.IsOwn(constructor):
                    result.Add(new CallFrame(creation, constructor, current.Frame));
                    return result;
                case IInvocationOperation { Instance: { } receiver } call when ReturnsThis(program, call) is { } target:
                    result.Add(new CallFrame(call, target, current.Frame));
                    current = current.With(receiver.Unwrap());
                    continue;
                // An extension method that hands on what it was given.
                case IInvocationOperation { Instance: null, Arguments: [{ Value: var receiver }, ..] } call when ReturnsFirst(program, call) is { } target:
                    var frame = new CallFrame(call, target, current.Frame);
                    if (current.Frame?.Contains(target) == true || !AddCallsOn(program, program.ReferencesTo(target.Parameters[0]), frame, result))
                        return null;
                    current = current.With(receiver.Unwrap());
                    continue;
                case ILocalReferenceOperation { Local: var local } when !AddCallsOn(program, program.ReferencesTo(local), current.Frame, result):
                case IParameterReferenceOperation { Parameter: var parameter } when !AddCallsOn(program, program.ReferencesTo(parameter), current.Frame, result):
                case IMemberReferenceOperation { Instance: not null } or IFieldReferenceOperation:
                    return null;
            }

            if (program.StepBack(current) is not { IsNone: false, Complete: true, Values: [var only] })
                return null;
            current = only.With(only.Operation.Unwrap());
        }

        return null;
    }

    /// <summary>Adds the calls that a variable gets; false when it is used in another way, by which the object may get more.</summary>
    private static bool AddCallsOn(ProgramModel program, IReadOnlyList<IOperation> references, CallFrame? frame, List<CallFrame> result)
    {
        foreach (var reference in references)
        {
            var (parent, child) = reference.OuterParent();
            switch (parent)
            {
                case IReturnOperation or null:
                    continue;
                case IPropertyReferenceOperation property when property.Instance == child && !property.IsAssignmentTarget():
                    continue;
                case IInvocationOperation call when call.Instance == child && program.TargetsOf(new Site(call, frame)) is [var target]:
                    result.Add(new CallFrame(call, target, frame));
                    // builder.A().B(): the rest of the chain.
                    IInvocationOperation last = call;
                    while (ReturnsThis(program, last) is not null && last.OuterParent() is { Parent: IInvocationOperation next, Child: var before } && next.Instance == before && program.TargetsOf(next) is [var following])
                    {
                        result.Add(new CallFrame(next, following, frame));
                        last = next;
                    }

                    continue;
                // The use that was asked about, or one that only reads: passed to a method of the program that is followed with its own frame.
                case IArgumentOperation { Parent: IInvocationOperation passed } argument when program.TargetsOf(passed) is [var user] && argument.Parameter is { } formal && frame?.Contains(user) != true
                    && (frame?.Depth ?? 0) < CallFrame.MaxDepth && formal.Ordinal < user.Parameters.Length:
                    if (!AddCallsOn(program, program.ReferencesTo(user.Parameters[formal.Ordinal]), new CallFrame(passed, user, frame), result))
                        return false;
                    continue;
                default:
                    return false;
            }
        }

        return true;
    }

    private static IMethodSymbol? ReturnsThis(ProgramModel program, IInvocationOperation call) =>
        call.Instance is not null && program.TargetsOf(call) is [var target] && program.ReturnedValues(target).ToList() is { Count: > 0 } values
        && values.TrueForAll(static v => v.Unwrap() is IInstanceReferenceOperation) ? target
        // return Header(name, value): a method of this kind hands on to another.
        : call.Instance is not null && program.TargetsOf(call) is [var outer] && program.ReturnedValues(outer).ToList() is [var single]
            && single.Unwrap() is IInvocationOperation { Instance: IInstanceReferenceOperation } inner && !SymbolEqualityComparer.Default.Equals(inner.TargetMethod, call.TargetMethod)
            && program.TargetsOf(inner) is [var final] && program.ReturnedValues(final).ToList() is { Count: > 0 } others && others.TrueForAll(static v => v.Unwrap() is IInstanceReferenceOperation) ? outer
        : null;

    private static IMethodSymbol? ReturnsFirst(ProgramModel program, IInvocationOperation call) =>
        call.TargetMethod.IsExtensionMethod && program.TargetsOf(call) is [{ Parameters.Length: > 0 } target] && program.ReturnedValues(target).ToList() is { Count: > 0 } values
        && values.TrueForAll(v => ChainRoot(v) is IParameterReferenceOperation { Parameter.Ordinal: 0 }) ? target : null;

    private static IOperation ChainRoot(IOperation value)
    {
        value = value.Unwrap();
        while (value is IInvocationOperation { Instance: { } receiver })
            value = receiver.Unwrap();
        return value;
    }

    /// <summary>
    /// The references to a member of <c>this</c> in the bodies that these calls run, methods that they call on the same object and the constructors of
    /// bases included, each as it is seen through its call.
    /// </summary>
    public static IReadOnlyList<Site> MemberUses(this ProgramModel program, IReadOnlyList<CallFrame> history, ISymbol member)
    {
        var result = new List<Site>();
        var seen = new HashSet<(SyntaxNode, IMethodSymbol)>();
        var pending = new Stack<CallFrame>(history);
        while (pending.Count > 0)
        {
            var frame = pending.Pop();
            if (!seen.Add((frame.Call.Syntax, frame.Target)) || frame.Depth > CallFrame.MaxDepth)
                continue;
            foreach (var operation in program.BodiesOf(frame.Target).SelectMany(static b => b.Descendants()))
            {
                switch (operation)
                {
                    case IMemberReferenceOperation { Instance: IInstanceReferenceOperation } reference when SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member.OriginalDefinition):
                        result.Add(new Site(reference, frame));
                        break;
                    case IInvocationOperation { Instance: IInstanceReferenceOperation } call:
                        foreach (var target in program.TargetsOf(new Site(call, frame)))
                            pending.Push(new CallFrame(call, target, frame));
                        break;
                }
            }
        }

        return result;
    }
}
