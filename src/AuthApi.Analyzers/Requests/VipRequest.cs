using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Requests;

/// <summary>A member of a request and what the program puts into it.</summary>
/// <param name="Name">Its name on the wire, in the spelling of the schema: <c>OTP1</c>, <c>requestId</c>, <c>type</c>.</param>
/// <param name="Value">The expression of the value; for a part of a text, the expression of the whole text.</param>
/// <param name="Member">The property or field of a typed request; null for keys and texts.</param>
/// <param name="Part">The value as a part of a text (raw XML or JSON); null where <paramref name="Value"/> is all of it.</param>
internal sealed record RequestField(string Name, Site Value, ISymbol? Member = null, TextValue? Part = null)
{
    /// <summary>The texts that the member may have.</summary>
    public IReadOnlyList<TextValue> Texts(ProgramModel program) => Part is { } part ? [part] : program.TextsOf(Value);
}

/// <summary>A request to VIP, or an object inside one (<c>TokenIdType</c>), as the program makes it.</summary>
/// <param name="Source">What makes it: a creation, an assignment to one of its members, a text.</param>
/// <param name="Family">The interface of VIP that it goes to.</param>
/// <param name="Operation">The operation; null when the source does not tell or it is a part of a request.</param>
/// <param name="Type">The type of a typed request; null for anonymous objects, dictionaries, documents and texts.</param>
/// <param name="Fields">The members that are set there, in the order of the source.</param>
internal sealed record VipRequest(IOperation Source, VipFamily Family, Operation? Operation, ITypeSymbol? Type, IReadOnlyList<RequestField> Fields)
{
    public RequestField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);
}
