using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using VipOperations = AuthApi.Analyzers.Protocols.Vip.Operations;

namespace AuthApi.Analyzers.Responses;

/// <summary>How types and members are called on the wire, and what that tells.</summary>
internal static class WireNames
{
    private static readonly HashSet<string> ResponseNames = new(VipOperations.All.Select(static o => o.ResponseName), StringComparer.Ordinal);

    private static readonly string[] TypeSuffixes = ["Type", "Dto", "DTO", "Body", "Model", "Payload", "Data", "Content", "Element", "1"];

    /// <summary>Whether the name is the root of an operation's answer: <c>ActivateTokenResponse</c>.</summary>
    public static bool IsResponse(string name) => ResponseNames.Contains(name);

    /// <summary>The same for names of C# types and members, which often carry an ending (<c>ActivateTokenResponseType</c>, <c>ActivateTokenResponse1</c>) or the service's name.</summary>
    public static bool IsResponseLike(string name)
    {
        if (name.StartsWith("Vip", StringComparison.OrdinalIgnoreCase) && name.Length > 3)
            name = name.Substring(3);
        if (name.Length > 0 && char.IsLower(name[0]))
            name = char.ToUpperInvariant(name[0]) + name.Substring(1);
        if (IsResponse(name))
            return true;
        foreach (var suffix in TypeSuffixes)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal) && IsResponse(name.Substring(0, name.Length - suffix.Length)))
                return true;
        }

        return false;
    }

    /// <summary>The name that the serializers give to a property or field; its own name where no attribute says otherwise.</summary>
    public static string Of(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            var named = attribute.AttributeClass?.Name switch
            {
                "JsonPropertyNameAttribute" => First(attribute),
                "JsonPropertyAttribute" => First(attribute) ?? Named(attribute, "PropertyName"),
                "DataMemberAttribute" or "MessageBodyMemberAttribute" => Named(attribute, "Name"),
                "XmlElementAttribute" => First(attribute) ?? Named(attribute, "ElementName"),
                "XmlAttributeAttribute" => First(attribute) ?? Named(attribute, "AttributeName"),
                _ => null,
            };
            if (!string.IsNullOrEmpty(named))
                return named!;
        }

        return member.Name;
    }

    /// <summary>Whether the member is written so on the wire, or in the C# way of writing it (<c>reasonCode</c> by web defaults).</summary>
    public static bool Is(ISymbol member, string name) =>
        string.Equals(Of(member), name, StringComparison.OrdinalIgnoreCase) || string.Equals(member.Name, name, StringComparison.Ordinal);

    /// <summary>The family that the XML namespaces on a type, its bases and its members tell; null without one.</summary>
    public static VipFamily? XmlFamilyOf(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (FamilyIn(current) is { } ofType)
                return ofType;
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol && FamilyIn(member) is { } ofMember)
                    return ofMember;
            }
        }

        return null;
    }

    private static VipFamily? FamilyIn(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if ((XmlNamespaces.FamilyOf(Named(attribute, "Namespace")) ?? XmlNamespaces.FamilyOf(Named(attribute, "WrapperNamespace"))) is { } family)
                return family;
        }

        return null;
    }

    private static string? First(AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string : null;

    private static string? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value.Value as string;
        }

        return null;
    }
}
