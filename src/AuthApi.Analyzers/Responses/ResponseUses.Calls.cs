using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Responses;

/// <content>Calls that get the response: methods of the program, LINQ and tasks, delegates.</content>
internal sealed partial class ResponseUses
{
    private void FollowArgument(IArgumentOperation argument, IOperation value)
    {
        if (argument.Parameter is not { RefKind: RefKind.None or RefKind.In } parameter || argument.Parent is not IInvocationOperation invocation)
        {
            Add(UseKind.Escaped, argument);
            return;
        }

        var method = invocation.TargetMethod;
        if (checks.MatchesMethod(method))
        {
            Add(UseKind.Examined, invocation);
            return;
        }

        if (Conventions.IsLogged(argument) || Conventions.IsNullGuard(method))
            return;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            FollowTargets(invocation, invocation.Instance, parameter.Ordinal);
            return;
        }

        var implementations = program.ImplementationsOf(method);
        if (implementations.Count > 0)
            Merge(invocation, implementations.Select(i => UsesInCallee(i, parameter.Ordinal)));
        else if (Conventions.IsCollectionAdd(method) && invocation.Instance is ILocalReferenceOperation collection)
            FollowSymbol(collection.Local, value);
        else
            FollowFramework(invocation, argument);
    }

    private void FollowTargets(IInvocationOperation invocation, IOperation? @delegate, int ordinal)
    {
        var targets = @delegate is null ? [] : program.DelegateTargets(new Site(@delegate, null)).ToList();
        if (targets.Count == 0)
            Add(UseKind.Escaped, invocation);
        else
            Merge(invocation, targets.Select(t => UsesInCallee(t.Symbol, ordinal)));
    }

    private IReadOnlyList<ResponseUse>? UsesInCallee(IMethodSymbol method, int ordinal)
    {
        if (ordinal >= method.Parameters.Length || callees.Contains(method.Parameters[ordinal]))
            return [];
        if (depth >= MaxDepth)
            return null;
        var inner = new ResponseUses(vip, program, checks, callees.Add(method.Parameters[ordinal]), depth + 1, isDocument);
        inner.FollowSymbol(method.Parameters[ordinal], null);
        return inner.found;
    }

    /// <summary>What a call does with the response, by what happens to it inside.</summary>
    private void Merge(IInvocationOperation call, IEnumerable<IReadOnlyList<ResponseUse>?> alternatives)
    {
        var returned = false;
        var payload = false;
        foreach (var uses in alternatives)
        {
            if (uses is null || uses.Any(static u => u.Kind == UseKind.Escaped))
            {
                Add(UseKind.Escaped, call);
                return;
            }

            if (uses.Any(static u => u.Kind == UseKind.Examined))
            {
                Add(UseKind.Examined, call);
                return;
            }

            found.AddRange(uses.Where(static u => u.Kind == UseKind.Message));
            returned |= uses.Any(static u => u.Kind == UseKind.Returned);
            payload |= uses.Any(static u => u.Kind == UseKind.Payload);
        }

        if (returned)
            Follow(call);
        if (payload && !Conventions.IsLogged(call))
            Add(UseKind.Payload, call);
    }

    /// <summary>LINQ, tasks and collections: their lambdas get the elements, their result holds them still.</summary>
    private void FollowFramework(IInvocationOperation invocation, IArgumentOperation? argument)
    {
        var method = invocation.TargetMethod;
        if (!Conventions.KeepsElements(method))
        {
            Add(UseKind.Escaped, argument ?? (IOperation)invocation);
            return;
        }

        foreach (var other in invocation.Arguments)
        {
            if (other == argument || other.Parameter?.Type.TypeKind != TypeKind.Delegate && other.Parameter?.Type.Name != "Expression")
                continue;
            foreach (var (_, symbol, _) in program.DelegateTargets(new Site(other.Value, null)))
            {
                foreach (var parameter in symbol.Parameters)
                {
                    if (Holds(parameter.Type))
                        FollowLambdaParameter(other, symbol, parameter);
                }
            }
        }

        if (Holds(invocation.Type))
            Follow(invocation);
    }

    private void FollowLambdaParameter(IArgumentOperation argument, IMethodSymbol target, IParameterSymbol parameter)
    {
        if (target.MethodKind == MethodKind.AnonymousFunction)
        {
            FollowSymbol(parameter, null);
            return;
        }

        foreach (var use in UsesInCallee(target, parameter.Ordinal) ?? [new ResponseUse(UseKind.Escaped, argument)])
        {
            if (use.Kind is UseKind.Examined or UseKind.Escaped or UseKind.Payload)
                Add(use.Kind, argument);
        }
    }

    /// <summary>A delegate whose result is the response: who calls it?</summary>
    private void FollowDelegate(IOperation @delegate, IOperation value)
    {
        var (parent, child) = @delegate.OuterParent();
        switch (parent)
        {
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == child:
                Follow(call);
                break;
            case IArgumentOperation { Parent: IInvocationOperation invocation, Parameter: { } parameter }:
                var implementations = program.ImplementationsOf(invocation.TargetMethod);
                if (implementations.Count > 0)
                    Merge(invocation, implementations.Select(i => UsesOfResult(i, parameter.Ordinal, value)));
                else if (Holds(invocation.Type) || invocation.Type is not null && SymbolEqualityComparer.Default.Equals(invocation.Type, (@delegate.Type as INamedTypeSymbol)?.DelegateInvokeMethod?.ReturnType))
                    Follow(invocation);
                else
                    Add(UseKind.Escaped, value);
                break;
            // A local function by another name: the answer is obtained where the variable is called.
            default:
                Add(UseKind.Returned, value);
                break;
        }
    }

    /// <summary>What a method does with the results of a delegate that it is given.</summary>
    private IReadOnlyList<ResponseUse>? UsesOfResult(IMethodSymbol method, int ordinal, IOperation value)
    {
        if (ordinal >= method.Parameters.Length || callees.Contains(method.Parameters[ordinal]))
            return [];
        if (depth >= MaxDepth)
            return null;
        var parameter = method.Parameters[ordinal];
        var inner = new ResponseUses(vip, program, checks, callees.Add(parameter), depth + 1, isDocument);
        foreach (var reference in program.ReferencesTo(parameter))
        {
            if (reference.OuterParent().Parent is IBinaryOperation or IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ThrowIfNull" } })
                continue;
            inner.FollowDelegate(reference, reference);
        }

        return inner.found;
    }
}
