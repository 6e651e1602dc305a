using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>One HTTP client library: which calls send, and what they send. Stateless; one instance for all compilations.</summary>
internal abstract class HttpLibrary
{
    /// <summary>The libraries, in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<HttpLibrary> All = [HttpClientLibrary.Instance];

    /// <summary>Whether a method of this name may send a request: the cheap test before everything else.</summary>
    public abstract bool MaySend(string methodName);

    /// <summary>The request that the call sends; null when it sends none by this library.</summary>
    public abstract HttpRequest? Describe(ProgramModel program, Site call, IInvocationOperation invocation);

    /// <summary>Whether a property of the client or of the request leads to its headers.</summary>
    public abstract bool IsHeaderPart(IPropertyReferenceOperation property);

    /// <summary>Whether a call hands on the request or client it was made on, so that a chain of calls is one object's history.</summary>
    public virtual bool IsFluent(IInvocationOperation invocation) => false;

    /// <summary>Whether an object of this type carries headers: a message, a request, a client, a header collection.</summary>
    public abstract bool IsCarrier(ITypeSymbol? type);

    /// <summary>Whether setting this property makes the library send <c>Authorization</c>: an authenticator, credentials for a signing handler.</summary>
    public virtual bool Authenticates(IPropertySymbol property) => false;

    /// <summary>Whether this method of the library (or of a well-known companion) sets <c>Authorization</c> without naming it.</summary>
    public virtual bool Authenticates(IMethodSymbol method) => false;

    /// <summary>Whether an object created like this brings <c>Authorization</c> along: a request or client made with an authenticator.</summary>
    public virtual bool Authenticates(IObjectCreationOperation creation) => false;

    /// <summary>Whether the assembly is the library's own, whose methods set no header unless they say so.</summary>
    public virtual bool IsOwnAssembly(string assemblyName) => false;
}
