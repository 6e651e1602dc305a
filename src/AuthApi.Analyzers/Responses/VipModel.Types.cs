using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.Responses;

/// <content>Types by their shape, attributes and neighbours (§5.1 and §6 of the facts about VIP).</content>
internal sealed partial class VipModel
{
    // JSON root in an envelope in an API response, or Envelope.Body.Response: more levels are not seen in practice.
    private const int MaxWrappers = 3;
    private const int MaxNeighbours = 400;

    private ResponseType? FindResponse(ITypeSymbol type, int depth)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Select(ResponseOf).FirstOrDefault(static r => r is not null) is { } bound ? bound with { Type = type } : null;
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named || IsFramework(named))
            return null;
        return Direct(named, null) ?? (depth > 0 ? Wrapper(named, depth) : null) ?? Listed(named);
    }

    /// <summary>The answer itself: <c>Status</c> with the code, or the code in User Services.</summary>
    /// <param name="type">The type.</param>
    /// <param name="wireName">The name of the member that holds it; null when not known.</param>
    private ResponseType? Direct(INamedTypeSymbol type, string? wireName)
    {
        var xml = WireNames.XmlFamilyOf(type);
        if (xml == VipFamily.UserServices)
        {
            return Member(type, "requestId") is not null && UserServicesStatus(type) is { } own
                ? new ResponseType(type, ImmutableArray<ISymbol>.Empty, own)
                : null;
        }

        if (Member(type, "Status") is not { } status || TypeOf(status) is not INamedTypeSymbol statusType || statusType.SpecialType != SpecialType.None
            || Member(statusType, "ReasonCode") is not { } code || FormOf(code) is not { } form)
        {
            return null;
        }

        var message = Member(statusType, "StatusMessage");
        var family = xml ?? WireNames.XmlFamilyOf(statusType)
            ?? (form == ReasonCodeForm.Bytes || IsReadFromXml(type) ? VipFamily.CredentialSoap : VipFamily.CredentialRest);
        var isKnown = WireNames.IsResponseLike(type.Name) || wireName is not null && WireNames.IsResponseLike(wireName) || XmlRootIsResponse(type);
        var hasRequestId = Member(type, "RequestId") is not null;
        // The two names together with a known answer or a request id; a program that names VIP's host may leave out what it does not need.
        var isVip = xml is not null || WireNames.XmlFamilyOf(statusType) is not null
            || message is not null && (isKnown || hasRequestId && mentionsVip.Value || IsNamedByHolder(type))
            || isKnown && hasRequestId
            || IsCertain && (isKnown || hasRequestId || IsNamedByHolder(type));
        return isVip ? new ResponseType(type, ImmutableArray.Create(status), new StatusType(statusType, family, code, form, message)) : null;
    }

    private ResponseType? Wrapper(INamedTypeSymbol type, int depth)
    {
        foreach (var member in Members(type))
        {
            if (TypeOf(member) is not INamedTypeSymbol { SpecialType: SpecialType.None } inner || SymbolEqualityComparer.Default.Equals(inner, type)
                || !Wraps(type, member))
            {
                continue;
            }

            if (!IsFramework(inner) && (Direct(inner, WireNames.Of(member)) ?? Wrapper(inner, depth - 1, member)) is { } response)
                return response with { Type = type, Path = response.Path.Insert(0, member) };
        }

        return null;

        ResponseType? Wrapper(INamedTypeSymbol inner, int left, ISymbol _) => left > 0 ? this.Wrapper(inner, left) : null;
    }

    /// <summary>Whether the type exists to carry that member: not an object of the program that happens to remember a response.</summary>
    private static bool Wraps(INamedTypeSymbol type, ISymbol member)
    {
        if (WireNames.IsResponseLike(WireNames.Of(member)) || WireNames.IsResponseLike(member.Name))
            return true;
        if (type.GetAttributes().Any(static a => a.AttributeClass?.Name == "MessageContractAttribute"))
            return true;
        if (type.Name.EndsWith("CompletedEventArgs", StringComparison.Ordinal) && member.Name == "Result")
            return true;
        if (WireNames.Of(member) is "Body" or "Envelope" && (type.Name.Contains("Envelope") || type.Name.Contains("Soap") || WireNames.XmlFamilyOf(type) is not null))
            return true;
        // ApiResponse<T>.Content, RestResponse<T>.Data, VipEnvelope<T>.Response.
        return type.IsGenericType && TypeOf(member.OriginalDefinition) is ITypeParameterSymbol;
    }

    private ResponseType? Listed(INamedTypeSymbol type)
    {
        if (!listed.Any(names => names.MatchesType(type)))
            return null;
        foreach (var member in Members(type))
        {
            if (WireNames.Is(member, "ReasonCode") && FormOf(member) is { } form)
                return new ResponseType(type, ImmutableArray<ISymbol>.Empty, new StatusType(type, VipFamily.CredentialRest, member, form, Member(type, "StatusMessage")));
            if (TypeOf(member) is INamedTypeSymbol { SpecialType: SpecialType.None } inner && !IsFramework(inner) && Member(inner, "ReasonCode") is { } code && FormOf(code) is { } innerForm)
                return new ResponseType(type, ImmutableArray.Create(member), new StatusType(inner, VipFamily.CredentialRest, code, innerForm, Member(inner, "StatusMessage")));
        }

        return UserServicesStatus(type) is { } own ? new ResponseType(type, ImmutableArray<ISymbol>.Empty, own) : null;
    }

    private StatusType? FindStatus(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named || IsFramework(named))
            return null;
        if (WireNames.XmlFamilyOf(named) is { } family)
        {
            if (family == VipFamily.UserServices)
                return UserServicesStatus(named);
            return Member(named, "ReasonCode") is { } code && FormOf(code) is { } form
                ? new StatusType(named, family, code, form, Member(named, "StatusMessage"))
                : null;
        }

        if (Member(named, "ReasonCode") is not { } reason || FormOf(reason) is null)
            return null;
        if (ResponseOf(named) is { Path.IsEmpty: true } self)
            return self.Status;
        foreach (var holder in Holders(named))
        {
            if (ResponseOf(holder) is { } response && response.Path.Length > 0 && SymbolEqualityComparer.Default.Equals(response.Status.Type.OriginalDefinition, named.OriginalDefinition))
                return response.Status;
        }

        return null;
    }

    private static StatusType? UserServicesStatus(INamedTypeSymbol type) =>
        Member(type, "status") is { } status && FormOf(status) is { } form && form != ReasonCodeForm.Number
            ? new StatusType(type, VipFamily.UserServices, status, form, Member(type, "statusMessage"))
            : null;

    /// <summary>Whether a member elsewhere, called like an answer of VIP, has this type: the JSON root above it.</summary>
    private bool IsNamedByHolder(INamedTypeSymbol type)
    {
        foreach (var holder in Holders(type))
        {
            foreach (var member in Members(holder))
            {
                if (SymbolEqualityComparer.Default.Equals(TypeOf(member), type) && WireNames.IsResponseLike(WireNames.Of(member)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The types that have a member of this type: found by name in the source, in the namespace for other assemblies.</summary>
    private IEnumerable<INamedTypeSymbol> Holders(INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.Length == 0)
        {
            foreach (var neighbour in (type.ContainingNamespace?.GetTypeMembers() ?? ImmutableArray<INamedTypeSymbol>.Empty).Take(MaxNeighbours))
            {
                if (Members(neighbour).Any(m => SymbolEqualityComparer.Default.Equals(TypeOf(m), type)))
                    yield return neighbour;
            }

            yield break;
        }

        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            foreach (var token in NameIndex.Of(tree).TokensNamed(type.Name))
            {
                var member = token.Parent?.FirstAncestorOrSelf<SyntaxNode>(static n => n is PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax or BlockSyntax);
                if (member is not (PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax { Parent.Parent: RecordDeclarationSyntax })
                    || member.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
                {
                    continue;
                }

                if (program.ModelFor(tree).GetDeclaredSymbol(declaration) is INamedTypeSymbol holder && seen.Add(holder))
                    yield return holder;
            }
        }
    }

    /// <summary>Whether attributes for XML, and none for JSON, stand on the type, or on the member of the SOAP body that holds it.</summary>
    private bool IsReadFromXml(INamedTypeSymbol type)
    {
        var own = Members(type).Prepend(type).ToList();
        if (own.Any(static s => Has(s, "Json")))
            return false;
        return own.Any(static s => Has(s, "Xml"))
            || Holders(type).SelectMany(static holder => Members(holder)).Any(m => SymbolEqualityComparer.Default.Equals(TypeOf(m), type) && Has(m, "Xml") && !Has(m, "Json"));

        static bool Has(ISymbol symbol, string prefix) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name.StartsWith(prefix, StringComparison.Ordinal) == true);
    }

    private static bool XmlRootIsResponse(INamedTypeSymbol type) => type.GetAttributes().Any(static a =>
        a.AttributeClass?.Name is "XmlRootAttribute" or "XmlTypeAttribute" && a.ConstructorArguments.Length > 0
        && a.ConstructorArguments[0].Value is string name && WireNames.IsResponseLike(name));

    /// <summary>The instance properties and fields that hold data, own and inherited.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, AssociatedSymbol: null }
                    && !(member is IFieldSymbol { DeclaredAccessibility: Accessibility.Private }) && !(member is IPropertySymbol { Name: "EqualityContract" }))
                {
                    yield return member;
                }
            }
        }

        if (type.TypeKind != TypeKind.Interface)
            yield break;
        foreach (var member in type.AllInterfaces.SelectMany(static i => i.GetMembers()))
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false })
                yield return member;
        }
    }

    private static ISymbol? Member(INamedTypeSymbol type, string wireName)
    {
        ISymbol? loose = null;
        foreach (var member in Members(type))
        {
            if (WireNames.Of(member) == wireName)
                return member;
            if (loose is null && WireNames.Is(member, wireName))
                loose = member;
        }

        return loose;
    }

    private static ITypeSymbol? TypeOf(ISymbol member)
    {
        var type = (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type?.WithNullableAnnotation(NullableAnnotation.None);
    }

    private static ReasonCodeForm? FormOf(ISymbol code) => TypeOf(code) switch
    {
        { SpecialType: SpecialType.System_String } => ReasonCodeForm.Text,
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => ReasonCodeForm.Bytes,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } or { TypeKind: TypeKind.Enum } => ReasonCodeForm.Number,
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } or { Name: "JsonElement" or "JsonNode" or "JToken" or "JValue" } => ReasonCodeForm.Node,
        _ => null,
    };

    private static bool IsFramework(INamedTypeSymbol type)
    {
        var root = type.ContainingNamespace;
        while (root is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            root = root.ContainingNamespace;
        return root?.Name is "System" or "Microsoft" or "Newtonsoft" && type.DeclaringSyntaxReferences.Length == 0;
    }
}
