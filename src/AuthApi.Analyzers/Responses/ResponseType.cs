using System.Collections.Immutable;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Responses;

/// <summary>In what form a program holds a reason code.</summary>
internal enum ReasonCodeForm
{
    /// <summary>Four hexadecimal digits.</summary>
    Text,

    /// <summary>The two bytes of xs:hexBinary, as generated SOAP proxies have them.</summary>
    Bytes,

    /// <summary>A numeric or enum member: a mistake of its own (AUTH2003).</summary>
    Number,

    /// <summary>A node of a JSON or XML document that holds the code (<c>JsonElement</c>, <c>JToken</c>, <c>XElement</c>), or a dynamic value.</summary>
    Node,
}

/// <summary>A type whose member <see cref="Code"/> is the reason code of VIP.</summary>
/// <param name="Type">The type that declares or inherits the member.</param>
/// <param name="Family">The interface of VIP that it belongs to.</param>
/// <param name="Code">Property or field with the code: <c>ReasonCode</c>, or <c>status</c> in User Services.</param>
/// <param name="Form">The form of the code, by the member's type.</param>
/// <param name="Message">Property or field with the text for humans (<c>StatusMessage</c>); null when the type has none.</param>
internal sealed record StatusType(ITypeSymbol Type, VipFamily Family, ISymbol Code, ReasonCodeForm Form, ISymbol? Message);

/// <summary>A type that is the answer of a VIP operation, or wraps one.</summary>
/// <param name="Type">The type asked about.</param>
/// <param name="Path">
/// The properties or fields from the type to the object that has the code: <c>ActivateTokenResponse1.Status</c>, <c>Status</c>; empty in User Services,
/// where the answer itself has it.
/// </param>
/// <param name="Status">The type at the end of the path.</param>
internal sealed record ResponseType(ITypeSymbol Type, ImmutableArray<ISymbol> Path, StatusType Status)
{
    public VipFamily Family => Status.Family;

    public ReasonCodeForm Form => Status.Form;

    /// <summary>From a value of the type to the code, as C# writes it: <c>.ActivateTokenResponse1.Status.ReasonCode</c>.</summary>
    public string CodePath => string.Concat(Path.Add(Status.Code).Select(static m => "." + m.Name));

    /// <summary>From a value of the type to the text for humans; null when there is none.</summary>
    public string? MessagePath => Status.Message is { } message ? string.Concat(Path.Add(message).Select(static m => "." + m.Name)) : null;
}

/// <summary>An expression that yields a reason code.</summary>
/// <param name="Operation">The read itself: member reference, indexer, call.</param>
/// <param name="Family">The interface of VIP that answers.</param>
/// <param name="Form">The form in which the expression has the code.</param>
/// <param name="IsPushStatus">Whether it is the inner status of <c>pollPushStatus</c>, whose codes are a space of their own.</param>
internal sealed record ReasonCodeRead(IOperation Operation, VipFamily Family, ReasonCodeForm Form, bool IsPushStatus = false);
