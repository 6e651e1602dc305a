using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Requests;

/// <content>Objects of proxies and DTOs.</content>
internal sealed partial class VipRequests
{
    private static IReadOnlyList<RequestField> TypedFields(IObjectCreationOperation creation, VipFamily family)
    {
        var fields = new List<RequestField>();
        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is { } parameter && MemberOf(parameter, creation.Type!) is { } member
                && FieldOf(member, argument.Value, family, null) is { } field)
            {
                fields.Add(field);
            }
        }

        fields.AddRange(InitializerFields(creation.Initializer, family, null));
        return fields;
    }

    private static IReadOnlyList<RequestField> InitializerFields(IObjectOrCollectionInitializerOperation? initializer, VipFamily family, CallFrame? frame)
    {
        var fields = new List<RequestField>();
        foreach (var element in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (element is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } member } assignment
                && FieldOf(member.Member, assignment.Value, family, frame) is { } field)
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    /// <summary>The member that a constructor parameter fills, by name: positional records, and classes that are written so.</summary>
    private static ISymbol? MemberOf(IParameterSymbol parameter, ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } && string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
                    return member;
            }
        }

        return null;
    }

    private static RequestField? FieldOf(ISymbol member, IOperation value, VipFamily family, CallFrame? frame)
    {
        var name = WireNames.Of(member);
        if (family == VipFamily.CredentialRest && (name = RequestNames.CredentialMember(name) ?? "") == "")
            return null;
        return new(name, new Site(value, frame), member);
    }
}
