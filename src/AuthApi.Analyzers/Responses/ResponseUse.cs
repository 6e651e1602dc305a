using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Responses;

/// <summary>What a program does with a response at one place; what is not listed (logging, null checks) decides nothing.</summary>
internal enum UseKind
{
    /// <summary>The text for people is read, or a member that answers by it: no examination, but it may be what decides (AUTH2004).</summary>
    Message,

    /// <summary>A member besides status, message and ids is read: what a failed answer does not have.</summary>
    Payload,

    /// <summary>The variable gets another value: from here on this response is out of reach.</summary>
    Overwritten,

    /// <summary>Given to the caller of the method.</summary>
    Returned,

    /// <summary>Given to code that is not seen, or kept where others may look.</summary>
    Escaped,

    /// <summary>The reason code is read.</summary>
    Examined,
}

/// <summary>One use of a response.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Operation">Where it is.</param>
internal readonly record struct ResponseUse(UseKind Kind, IOperation Operation);
