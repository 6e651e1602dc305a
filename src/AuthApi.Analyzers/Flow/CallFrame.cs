using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// The call through which a body was entered: while a callee is looked at, its parameters and its <c>this</c> are those
/// of that call and of no other.
/// </summary>
internal sealed class CallFrame(IOperation call, IMethodSymbol target, CallFrame? parent)
{
    /// <summary>The deepest chain of calls that is followed.</summary>
    public const int MaxDepth = 6;

    /// <summary>An <see cref="IInvocationOperation"/>, <see cref="IObjectCreationOperation"/> or <see cref="IPropertyReferenceOperation"/>.</summary>
    public IOperation Call { get; } = call;

    /// <summary>The method whose body was entered: the implementation where the call names an interface or a base.</summary>
    public IMethodSymbol Target { get; } = target;

    public CallFrame? Parent { get; } = parent;

    public int Depth { get; } = (parent?.Depth ?? 0) + 1;

    /// <summary>Whether <paramref name="method"/> is already being looked at: recursion.</summary>
    public bool Contains(IMethodSymbol method)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Target, method))
                return true;
        }

        return false;
    }

    /// <summary>What the call passes for a parameter of <see cref="Target"/>; null when it cannot be told.</summary>
    public Site? Argument(IParameterSymbol parameter)
    {
        var arguments = Call switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation property => property.Arguments,
            _ => System.Collections.Immutable.ImmutableArray<IArgumentOperation>.Empty,
        };
        // The implementation of an interface has other parameter symbols than the interface: the place decides.
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == parameter.Ordinal)
                return new Site(argument.Value, Parent);
        }

        return null;
    }

    /// <summary>What <c>this</c> is inside <see cref="Target"/>; null for a creation and for static methods.</summary>
    public Site? Receiver => Call switch
    {
        IInvocationOperation { Instance: { } instance } => new Site(instance, Parent),
        IPropertyReferenceOperation { Instance: { } instance } => new Site(instance, Parent),
        IObjectCreationOperation creation => new Site(creation, Parent),
        _ => null,
    };
}

/// <summary>An operation as it is seen through a chain of calls; <see cref="Frame"/> is null where nothing is known of the caller.</summary>
internal readonly record struct Site(IOperation Operation, CallFrame? Frame)
{
    public SyntaxNode Syntax => Operation.Syntax;

    public Site With(IOperation operation) => new(operation, Frame);
}
