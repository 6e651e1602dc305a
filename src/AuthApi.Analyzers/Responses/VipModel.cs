using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Responses;

/// <summary>
/// What is a response of VIP in a compilation, and what reads its reason code. By the evidence of the shape (a status with
/// <c>ReasonCode</c> on an answer with <c>RequestId</c> or of a known operation) or of the XML namespace; a name alone proves nothing.
/// </summary>
internal sealed partial class VipModel
{
    private static readonly ConditionalWeakTable<Compilation, VipModel> Models = new();

    private readonly ProgramModel program;
    private readonly ImmutableArray<SymbolNames> listed;
    private readonly ConcurrentDictionary<ITypeSymbol, ResponseType?> responses = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, StatusType?> statuses = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> isCertain;
    private readonly Lazy<bool> mentionsVip;

    private VipModel(Compilation compilation, AnalyzerOptions? options)
    {
        program = ProgramModel.For(compilation, options);
        listed = options is null
            ? ImmutableArray<SymbolNames>.Empty
            : AuthApiOptions.AllIn(options, compilation).Select(static o => o.VipResponseTypes).Where(static n => !n.IsEmpty).ToImmutableArray();
        isCertain = new(() => options is not null && AuthApiOptions.AllIn(options, compilation).Any(static o => o.AssumeVip || !o.VipHosts.IsEmpty)
            || compilation.SyntaxTrees.Any(static t => VipEvidence.Of(t).IsCertain));
        mentionsVip = new(() => isCertain.Value || compilation.AssemblyName?.IndexOf("vip", StringComparison.OrdinalIgnoreCase) >= 0
            || compilation.SyntaxTrees.Any(static t => VipEvidence.Of(t).NamesVip)
            || compilation.SyntaxTrees.Any(static t => VipEvidence.Of(t).MentionsVip) && !compilation.SyntaxTrees.Any(static t => VipEvidence.Of(t).NamesOtherHost));
    }

    /// <summary>Whether the program names a host or XML namespace of VIP, or its options say that it talks to VIP.</summary>
    public bool IsCertain => isCertain.Value;

    /// <summary>The model of a compilation; the options add what <c>vip_response_types</c>, <c>vip_hosts</c> and <c>assume_vip</c> say.</summary>
    public static VipModel For(Compilation compilation, AnalyzerOptions? options) =>
        Models.TryGetValue(compilation, out var known) ? known : Models.GetValue(compilation, c => new VipModel(c, options));

    /// <summary>
    /// What the type is as a response: the answer itself, a wrapper of one (message contract, JSON root, SOAP envelope, event
    /// arguments, generic envelope), a type parameter constrained to one. Null when it is none. Tasks and collections are not unwrapped.
    /// </summary>
    public ResponseType? ResponseOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type is null or IErrorTypeSymbol or { SpecialType: not SpecialType.None })
            return null;
        type = type.WithNullableAnnotation(NullableAnnotation.None);
        return responses.GetOrAdd(type, t => FindResponse(t, MaxWrappers));
    }

    /// <summary>The status that the type is: it has the code as a member, and belongs to a response of VIP. Null when it is none.</summary>
    public StatusType? StatusOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type is null or IErrorTypeSymbol or { SpecialType: not SpecialType.None })
            return null;
        type = type.WithNullableAnnotation(NullableAnnotation.None);
        return statuses.GetOrAdd(type, FindStatus);
    }

    /// <summary>The response in a task, an array or a collection of such, at any depth (<c>Task&lt;ValidateResponse[]&gt;</c>); null when there is none.</summary>
    public ResponseType? ResponseIn(ITypeSymbol? type)
    {
        for (var depth = 0; depth < 5 && type is not null; depth++)
        {
            if (ResponseOf(type) is { } response)
                return response;
            type = ElementOf(type);
        }

        return null;
    }

    /// <summary>What a task yields or a collection holds; null for other types.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        if (type is not INamedTypeSymbol { TypeArguments.Length: > 0 } named)
            return null;
        if (named.Name is "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "Lazy" or "IGrouping" or "KeyValuePair" or "Dictionary"
            || named.Name.EndsWith("Awaiter", StringComparison.Ordinal))
            return named.TypeArguments[named.TypeArguments.Length - 1];
        return named.TypeArguments.Length == 1 && (named.Name is "IAsyncEnumerable" or "IEnumerable" || named.AllInterfaces.Any(static i => i.Name is "IEnumerable" or "IAsyncEnumerable"))
            ? named.TypeArguments[0]
            : null;
    }
}
