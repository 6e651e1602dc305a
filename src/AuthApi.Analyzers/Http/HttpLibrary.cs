using AuthApi.Analyzers.Flow;
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
}
