using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>What a use does to the object that a question is about.</summary>
internal enum Effect
{
    /// <summary>Nothing that the question is about.</summary>
    None,

    /// <summary>What happened before on this path no longer counts: a header removed, a property overwritten.</summary>
    EndsPath,

    /// <summary>The question is answered; the search can stop.</summary>
    Answered,
}

/// <summary>
/// A question about the history of one object up to the expression that uses it ("was a header set on this request?").
/// <see cref="ObjectTrace"/> finds the uses, wherever they are; the query says what they mean.
/// </summary>
internal abstract class ObjectQuery
{
    /// <summary>Whether a property is a part of the object through which the object itself is changed: <c>request.Headers</c>.</summary>
    public virtual bool IsPart(IPropertyReferenceOperation property) => false;

    /// <summary>Whether a call without source gives back the object it was called on, or one that carries all of it on.</summary>
    public virtual bool IsFluent(IInvocationOperation invocation) =>
        invocation.Receiver() is { } receiver && invocation.Type is { } type
        && SymbolEqualityComparer.Default.Equals(receiver.Unwrap().Type, type);

    /// <summary>
    /// A member of the object is used: an <see cref="IPropertyReferenceOperation"/> (perhaps an assignment target, an
    /// indexer), an <see cref="IFieldReferenceOperation"/> or an <see cref="IInvocationOperation"/> on it, extension methods
    /// included. For calls with source the callee is looked into as well, unless the query says that the path ends.
    /// </summary>
    public abstract Effect OnMember(Site reference, IOperation member);

    /// <summary>The object is passed to a method, constructor or delegate of which the compilation has no body.</summary>
    public virtual Effect OnArgument(Site reference, IArgumentOperation argument) => Effect.None;

    /// <summary>
    /// The object is made here, or comes from where the compilation cannot look: an object creation (its initializer has been
    /// shown to <see cref="OnMember"/>), a call without source, a parameter that nobody passes, a field that nobody assigns.
    /// </summary>
    public abstract Effect OnOrigin(Site origin);

    /// <summary>References elsewhere to the object that an origin hands out: the delegates that configure an injected client.</summary>
    public virtual IEnumerable<Site> OtherUses(Site origin) => [];

    /// <summary>The search stopped at one of its bounds.</summary>
    public virtual void OnGivenUp() { }
}
