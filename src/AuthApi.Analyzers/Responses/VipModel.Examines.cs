using System.Collections.Concurrent;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Responses;

/// <content>Methods that look at a reason code themselves or let others do so.</content>
internal sealed partial class VipModel
{
    private const int MaxCalls = 5;

    private readonly ConcurrentDictionary<IMethodSymbol, bool> examining = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether a body of the method, or of a method that it hands an answer to or gets one from, reads a reason code: in whatever
    /// order and of whatever response, so that "yes" only ever silences.
    /// </summary>
    public bool Examines(IMethodSymbol method, SymbolNames checks)
    {
        method = ProgramModel.Definition(method);
        if (examining.TryGetValue(method, out var known))
            return known;
        var answer = Examines(method, checks, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default), 0);
        return examining.GetOrAdd(method, answer);
    }

    private bool Examines(IMethodSymbol method, SymbolNames checks, HashSet<IMethodSymbol> seen, int depth)
    {
        if (depth > MaxCalls || !seen.Add(ProgramModel.Definition(method)))
            return false;
        foreach (var body in program.BodiesOf(method))
        {
            foreach (var operation in body.Descendants())
            {
                if (operation is IPropertyReferenceOperation or IFieldReferenceOperation or IPropertySubpatternOperation or IInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation
                    && ReadAt(operation) is not null && !operation.IsAssignmentTarget())
                    return true;
                if (operation is IInvocationOperation call && (checks.MatchesMethod(call.TargetMethod)
                    || CarriesAnswer(call) && program.ImplementationsOf(call.TargetMethod).Any(t => Examines(t, checks, seen, depth + 1))))
                    return true;
                if (operation is IPropertyReferenceOperation { Property.GetMethod: { } getter, Instance.Type: { } holder } && (ResponseIn(holder) is not null || StatusOf(holder) is not null)
                    && program.ImplementationsOf(getter).Any(t => Examines(t, checks, seen, depth + 1)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the call gives or takes what may be an answer: a response, a type parameter, the raw text, the HTTP response.</summary>
    private bool CarriesAnswer(IInvocationOperation call) =>
        MayBeAnswer(call.Type) || call.Instance is { } instance && MayBeAnswer(instance.Type) || call.Arguments.Any(a => MayBeAnswer(a.Value.Unwrap().Type))
        || call.TargetMethod.Parameters.Any(static p => p.Type.TypeKind == TypeKind.Delegate);

    private bool MayBeAnswer(ITypeSymbol? type)
    {
        for (var level = 0; level < 4 && type is not null; level++)
        {
            if (type is ITypeParameterSymbol or IDynamicTypeSymbol or { SpecialType: SpecialType.System_String or SpecialType.System_Object }
                || type.Name is "HttpResponseMessage" or "Stream" || DocumentKeys.IsNode(type) || ResponseOf(type) is not null || StatusOf(type) is not null)
                return true;
            type = ElementOf(type);
        }

        return false;
    }
}
