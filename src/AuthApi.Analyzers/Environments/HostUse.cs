using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Environments;

/// <summary>A host of a service that a program certainly uses at some place: what two of them are compared by.</summary>
internal sealed class HostUse
{
    /// <summary>The host as it is written.</summary>
    public required string Host { get; init; }

    /// <summary>The environment that it belongs to, in the service's own word: <c>production</c>, <c>staging</c>, <c>pilot</c>, …</summary>
    public required string Environment { get; init; }

    /// <summary>The host's characters in a literal, or the reference to the constant that holds them.</summary>
    public required Location Location { get; init; }

    /// <summary>The call (or text) by which the program uses the host, in the member that decides for it.</summary>
    public required SyntaxNode Place { get; init; }

    /// <summary>What is asked of the host, without the parts that vary; the same call to two environments is made on purpose.</summary>
    public required string Call { get; init; }

    /// <summary>The parts of the call that tie it to others: <c>code:name</c>, <c>device:name</c>, by the names of the variables that hold them.</summary>
    public IReadOnlyCollection<string> Keys { get; init; } = [];

    /// <summary>The URL that is used, as far as it is known.</summary>
    public required TextValue Url { get; init; }
}
