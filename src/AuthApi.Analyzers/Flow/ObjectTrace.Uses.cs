using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>Forwards: what is done with the object at a reference to it.</content>
internal sealed partial class ObjectTrace
{
    /// <summary>What the members of a class, its source bases included, do to <c>this</c>.</summary>
    private void UseOfThis(CallFrame? frame, INamedTypeSymbol type)
    {
        for (var current = type; current is { DeclaringSyntaxReferences.Length: > 0 }; current = current.BaseType)
        {
            foreach (var method in current.GetMembers().OfType<IMethodSymbol>())
            {
                // Of several constructors only the one that was called runs.
                if (method.IsStatic || method.MethodKind == MethodKind.Constructor && frame?.Call is IObjectCreationOperation { Constructor: { } called }
                    && SymbolEqualityComparer.Default.Equals(called.ContainingType, current) && !SymbolEqualityComparer.Default.Equals(called, method))
                    continue;
                foreach (var body in program.BodiesOf(method))
                {
                    foreach (var self in body.Descendants().OfType<IInstanceReferenceOperation>())
                    {
                        if (self.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance)
                            Use(new Site(self, frame is not null && method.MethodKind == MethodKind.Constructor ? frame : null));
                    }
                }
            }
        }
    }

    /// <summary>Forwards from a reference to the object: what is done with it there.</summary>
    private Effect Use(Site reference)
    {
        if (!Enter(used, reference))
            return Effect.None;
        var (parent, child) = reference.Operation.OuterParent();
        switch (parent)
        {
            case IPropertyReferenceOperation property when property.Instance == child && query.IsPart(property):
                return property.IsAssignmentTarget() ? Shown(reference, property) : Use(reference.With(property));
            case IMemberReferenceOperation member when member.Instance == child:
                return Shown(reference, member);
            case IInvocationOperation invocation when invocation.Instance == child:
                return UseByCall(reference, invocation, null);
            case IConditionalAccessOperation access when access.Operation == child:
                var instance = access.WhenNotNull.OwnDescendants().OfType<IConditionalAccessInstanceOperation>().FirstOrDefault();
                return instance is null ? Effect.None : Use(reference.With(instance));
            case IArgumentOperation { Parent: IInvocationOperation invocation } argument:
                return UseByCall(reference, invocation, argument);
            case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } creation } argument:
                return UseByCallee(reference, creation, constructor, argument);
            case IArgumentOperation argument:
                return Passed(reference, argument);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return UseAlias(reference, declarator.Symbol);
            case ISimpleAssignmentOperation assignment when assignment.Value == child:
                return assignment.Target switch
                {
                    ILocalReferenceOperation local => UseAlias(reference, local.Local),
                    IFieldReferenceOperation field => UseAlias(reference, field.Field),
                    IPropertyReferenceOperation { Property.DeclaringSyntaxReferences.Length: > 0 } property => UseAlias(reference, property.Property),
                    _ => Effect.None,
                };
            case IObjectOrCollectionInitializerOperation or IMemberInitializerOperation:
                return Effect.None;
            case not null when IteratedBy(reference.Operation) is { } element:
                return UseAlias(reference, element);
            default:
                return Effect.None;
        }
    }

    /// <summary>The variable of a loop over a list that is written out and holds the object: <c>foreach (var client in new[] { first, second })</c>.</summary>
    private static ILocalSymbol? IteratedBy(IOperation element)
    {
        var list = element.Parent;
        while (list is IConversionOperation or IArrayInitializerOperation)
            list = list.Parent;
        if (list?.ElementsInPlace() is null)
            return null;
        var loop = list.Parent;
        while (loop is IConversionOperation)
            loop = loop.Parent;
        return loop is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var local } } ? local : null;
    }

    private Effect Shown(Site reference, IOperation member)
    {
        var effect = query.OnMember(reference, member);
        Note(effect);
        return effect;
    }

    private Effect Passed(Site reference, IArgumentOperation argument)
    {
        var effect = query.OnArgument(reference, argument);
        Note(effect);
        return effect;
    }

    private Effect UseByCall(Site reference, IInvocationOperation invocation, IArgumentOperation? argument)
    {
        var isReceiver = argument is null || invocation.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0;
        if (isReceiver && Shown(reference, invocation) is var effect and not Effect.None)
            return effect;
        if (invocation.TargetMethod.MethodKind == MethodKind.DelegateInvoke && argument is not null && invocation.Instance is { } @delegate)
        {
            var any = false;
            foreach (var (_, symbol, _) in program.DelegateTargets(reference.With(@delegate)))
            {
                any = true;
                UseParameter(new CallFrame(invocation, symbol, reference.Frame), symbol, argument.Parameter!.Ordinal);
            }

            return any ? Effect.None : Passed(reference, argument);
        }

        var result = UseByCallee(reference, invocation, invocation.TargetMethod, argument);
        if (result == Effect.None && isReceiver && query.IsFluent(invocation))
            return Use(reference.With(invocation));
        return result;
    }

    private Effect UseByCallee(Site reference, IOperation call, IMethodSymbol method, IArgumentOperation? argument)
    {
        var targets = call is IInvocationOperation invoked ? program.TargetsOf(reference.With(invoked)) : program.ImplementationsOf(method);
        if (targets.Count == 0)
            return argument is null ? Effect.None : Passed(reference, argument);
        foreach (var target in targets)
        {
            if (reference.Frame?.Contains(target) == true || (reference.Frame?.Depth ?? 0) >= CallFrame.MaxDepth)
                continue;
            var frame = new CallFrame(call, target, reference.Frame);
            if (argument?.Parameter is { } parameter)
                UseParameter(frame, target, parameter.Ordinal);
        }

        // The callee gives back what it was given: the chain goes on with the same object.
        if (call is IInvocationOperation && call.Type is { } type && argument?.Value.Unwrap().Type is { } passed && SymbolEqualityComparer.Default.Equals(type, passed))
            return Use(reference.With(call));
        return Effect.None;
    }

    private void UseParameter(CallFrame frame, IMethodSymbol target, int ordinal)
    {
        if (ordinal >= target.Parameters.Length)
            return;
        foreach (var reference in program.ReferencesTo(target.Parameters[ordinal]))
            Use(new Site(reference, frame));
    }

    private Effect UseAlias(Site reference, ISymbol alias)
    {
        foreach (var other in program.ReferencesTo(alias))
        {
            if (!other.IsAssignmentTarget())
                Use(other.Syntax.ContainingMember() == reference.Syntax.ContainingMember() ? reference.With(other) : new Site(other, null));
        }

        return Effect.None;
    }
}
