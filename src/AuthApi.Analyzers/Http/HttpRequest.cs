using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Http;

/// <summary>
/// A request that the program sends, as far as the source tells: the call that sends it, seen through the callers that
/// decide about it, with all that can be known of verb, URL and the objects that carry headers and body.
/// </summary>
internal sealed class HttpRequest
{
    /// <summary>The call that sends. Its frame says for which callers this description holds; null for all.</summary>
    public required Site Send { get; init; }

    /// <summary>The client library, for questions about its headers.</summary>
    public required HttpLibrary Library { get; init; }

    /// <summary>The method whose attributes declare the request (Refit); null when code makes it.</summary>
    public IMethodSymbol? Declaration { get; init; }

    /// <summary>The verbs that the request may have, in capitals; empty when unknown.</summary>
    public required IReadOnlyList<string> Verbs { get; init; }

    /// <summary>
    /// The URLs that it may have, joined with the client's base address where there is one; never empty. Of a request to another service
    /// (<see cref="OtherServices"/>) everything after the host may be a hole, and nothing else of the request need be known.
    /// </summary>
    public required IReadOnlyList<TextValue> Urls { get; init; }

    /// <summary>The expression of the URL in the source (argument, property value), where a diagnostic about the URL belongs; null when there is none.</summary>
    public Site? UrlSource { get; init; }

    /// <summary>The base addresses that <see cref="Urls"/> were joined with by the rules of RFC 3986; empty where the library joins otherwise, or nothing was joined.</summary>
    public IReadOnlyList<TextValue> BaseAddresses { get; init; } = [];

    /// <summary>The expression that chooses the verb; null when the name of the sending method does, or it is not known.</summary>
    public Site? VerbSource { get; init; }

    /// <summary>Whether the send itself throws when the service answers with an error status, before the caller sees an answer.</summary>
    public bool ThrowsOnFailure { get; init; }

    /// <summary>The object that carries this request's headers (a message, a request); null when the call itself makes it.</summary>
    public Site? Message { get; init; }

    /// <summary>The client whose default headers and handlers apply; null when there is none.</summary>
    public Site? Client { get; init; }

    /// <summary>The body: content, or the object that is serialised; null when there is none or it is unknown.</summary>
    public Site? Body { get; init; }

    /// <summary>Headers that the call itself names (a header dictionary argument).</summary>
    public Site? Headers { get; init; }
}
