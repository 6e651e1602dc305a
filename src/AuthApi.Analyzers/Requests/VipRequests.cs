using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Requests;

/// <summary>
/// Finds the requests that a program makes for VIP: objects of generated proxies (by XML namespace), DTOs, anonymous objects,
/// dictionaries and JSON objects (by the members and the root or the host), XML elements and raw text. The counterpart of
/// <see cref="VipModel"/>, and one for all rules about requests.
/// </summary>
internal sealed partial class VipRequests
{
    /// <summary>What <see cref="At"/> takes apart.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.ObjectCreation, OperationKind.AnonymousObjectCreation, OperationKind.SimpleAssignment, OperationKind.Invocation,
        OperationKind.PropertyInitializer, OperationKind.With,
        OperationKind.Literal, OperationKind.InterpolatedString, OperationKind.Binary);

    private static readonly ConditionalWeakTable<Compilation, VipRequests> Instances = new();

    private readonly ProgramModel program;
    private readonly VipModel vip;
    private readonly Lazy<bool> isLikely;
    private readonly ImmutableArray<HostNames> gateways;
    private readonly ConcurrentDictionary<ITypeSymbol, (VipFamily Family, Operation? Operation)?> types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(SyntaxNode, OperationKind), VipRequest?> found = new();

    private VipRequests(Compilation compilation, AnalyzerOptions? options)
    {
        program = ProgramModel.For(compilation, options);
        vip = VipModel.For(compilation, options);
        gateways = options is null ? ImmutableArray<HostNames>.Empty : AuthApiOptions.AllIn(options, compilation).Select(static o => o.VipHosts).ToImmutableArray();
        isLikely = new(() => vip.IsCertain || compilation.SyntaxTrees.Any(static t => VipEvidence.Of(t).NamesAnswer));
    }

    /// <summary>Whether the compilation refers to a test framework: constants there are often wrong on purpose.</summary>
    public static bool IsTestProject(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(static a =>
        a.Name is "xunit.core" or "xunit.v3.core" or "xunit.assert" or "xunit.v3.assert" or "nunit.framework" or "TUnit.Core" or "Microsoft.VisualStudio.TestPlatform.TestFramework"
            or "MSTest.TestFramework");

    public static VipRequests For(Compilation compilation, AnalyzerOptions? options) =>
        Instances.TryGetValue(compilation, out var known) ? known : Instances.GetValue(compilation, c => new VipRequests(c, options));

    /// <summary>The request that the operation makes, or sets a member of; null when it does neither.</summary>
    public VipRequest? At(IOperation operation) =>
        IsText(operation) && !MayBeMessage(operation)
            ? null
            : found.GetOrAdd((operation.Syntax, operation.Kind), _ => Find(operation));

    private static bool IsText(IOperation operation) =>
        operation is ILiteralOperation or IInterpolatedStringOperation or IBinaryOperation || operation is IInvocationOperation call && IsFormat(call);

    private VipRequest? Find(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation creation when IsDictionary(creation.Type):
                return Document(creation, KeyedElements(creation));
            case IObjectCreationOperation creation when creation.Type?.Name == "XElement":
                return XmlElement(creation);
            case IObjectCreationOperation { Type: { } type } creation:
                return RequestOf(type) is var (family, known) ? new(creation, family, known, type, TypedFields(creation, family)) : null;
            case IWithOperation { Type: { } type } copy:
                return RequestOf(type) is var (copyFamily, copied) ? new(copy, copyFamily, copied, type, InitializerFields(copy.Initializer, copyFamily, null)) : null;
            case IAnonymousObjectCreationOperation anonymous:
                return Document(anonymous, anonymous.Initializers.OfType<ISimpleAssignmentOperation>()
                    .Where(static a => a.Target is IPropertyReferenceOperation)
                    .Select(static a => (((IPropertyReferenceOperation)a.Target).Property.Name, a.Value)));
            case ISimpleAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation, Target: IMemberReferenceOperation { Instance: { Type: { } holder } } member } assignment
                when RequestOf(holder) is var (ofHolder, held) && FieldOf(member.Member, assignment.Value, ofHolder, null) is { } field:
                return new(assignment, ofHolder, held, holder, [field]);
            case ISimpleAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation, Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } table } indexer } assignment
                when IsDictionary(table.Type):
                return LaterEntry(assignment, table, indexer.Arguments[0].Value, assignment.Value);
            case IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Instance: { } table, Arguments.Length: 2 } add when IsDictionary(table.Type) && add.Parent is not IObjectOrCollectionInitializerOperation:
                return LaterEntry(add, table, add.Arguments[0].Value, add.Arguments[1].Value);
            case IPropertyInitializerOperation { InitializedProperties: [var property] } initializer
                when RequestOf(property.ContainingType) is var (ofContainer, contained) && FieldOf(property, initializer.Value, ofContainer, null) is { } initial:
                return new(initializer, ofContainer, contained, property.ContainingType, [initial]);
            case var text when IsText(text):
                return RawText(operation);
            default:
                return null;
        }
    }

    /// <summary>What the type is as a request, or as a part of one: its family, and its operation where it is known.</summary>
    public (VipFamily Family, Operation? Operation)? RequestOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAnonymousType: false, SpecialType: SpecialType.None } named
            ? types.GetOrAdd(named, t => FindType((INamedTypeSymbol)t))
            : null;

    private (VipFamily Family, Operation? Operation)? FindType(INamedTypeSymbol type)
    {
        if (IsOfFramework(type) || IsAnswer(type))
            return null;
        if (WireNames.XmlFamilyOf(type) is { } family)
            return (family, RequestNames.OperationOf(type.Name, family));
        // A DTO of the REST API: called like an operation, with the token id that all of them have (or the profile), in a program of VIP.
        if (RequestNames.OperationOf(type.Name, VipFamily.CredentialRest) is not { } operation || !isLikely.Value)
            return null;
        var members = DataMembers(type).Select(static m => RequestNames.CredentialMember(WireNames.Of(m))).OfType<string>().ToList();
        return members.Contains("TokenId") || members.Contains("TokenIds") || members.Contains("ACProfile") ? (VipFamily.CredentialRest, operation) : null;
    }

    private bool IsAnswer(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.Name.Contains("Response") || current.Name is "TokenInformationType" or "StatusType" or "PushTransactionStatusType")
                return true;
        }

        return vip.ResponseOf(type) is not null || vip.StatusOf(type) is not null;
    }

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        var root = type.ContainingNamespace;
        while (root is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            root = root.ContainingNamespace;
        return root?.Name is "System" or "Microsoft" or "Newtonsoft" && type.DeclaringSyntaxReferences.Length == 0;
    }

    private static IEnumerable<ISymbol> DataMembers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public })
                    yield return member;
            }
        }
    }
}
