using System.Collections.Concurrent;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Requests;

/// <content>
/// Helpers that put what they are given into a request: each call is asked about by itself, where the value stands, so that one caller's value
/// is not mixed with another's.
/// </content>
internal sealed partial class VipRequests
{
    private const int MaxHelpers = 4;

    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<PassedRequest>> passed = new(SymbolEqualityComparer.Default);

    /// <summary>The requests that the called method of the program makes, each with the members that get an argument of this call.</summary>
    public IEnumerable<VipRequest> PassedBy(IInvocationOperation call)
    {
        if (call.Arguments.IsEmpty || call.TargetMethod.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction) || call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
            yield break;
        foreach (var request in PassedIn(call.TargetMethod))
        {
            var fields = new List<RequestField>();
            foreach (var (field, ordinal) in request.Fields)
            {
                if (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal && a.ArgumentKind == ArgumentKind.Explicit) is { } argument)
                    fields.Add(new(field.Name, new Site(argument.Value, null), field.Member));
            }

            if (fields.Count > 0)
                yield return request.Made with { Source = call, Fields = fields };
        }
    }

    /// <summary>
    /// The members that are settled at the operation, with their requests: set there to anything but a parameter that callers fill, or
    /// passed there to a helper.
    /// </summary>
    public IEnumerable<(VipRequest Request, RequestField Field)> FieldsAt(IOperation operation)
    {
        if (At(operation) is { } request)
            return request.Fields.Where(f => !IsPassed(f)).Select(f => (request, f));
        return operation is IInvocationOperation call ? PassedBy(call).SelectMany(r => r.Fields.Where(f => !IsPassed(f)).Select(f => (r, f))) : [];
    }

    /// <summary>Whether the value is what the callers of a method of the program pass to it: then <see cref="PassedBy"/> answers for each of them.</summary>
    private bool IsPassed(RequestField field) =>
        ParameterIn(field) is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method }
        && PassedIn(method).Any(request => request.Fields.Any(f => f.Field.Value.Syntax == field.Value.Syntax && f.Field.Name == field.Name))
        && program.CallsOf(method).Any(static call => call is IInvocationOperation);

    private IReadOnlyList<PassedRequest> PassedIn(IMethodSymbol method)
    {
        var isCut = false;
        return PassedIn(method, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default), ref isCut);
    }

    /// <param name="method">The method that is asked about.</param>
    /// <param name="open">The methods that are being asked about.</param>
    /// <param name="isCut">Set where recursion or the depth cut the answer short: such an answer is kept only for the method that was asked first.</param>
    private IReadOnlyList<PassedRequest> PassedIn(IMethodSymbol method, HashSet<IMethodSymbol> open, ref bool isCut)
    {
        method = ProgramModel.Definition(method);
        if (passed.TryGetValue(method, out var known))
            return known;
        if (open.Count >= MaxHelpers || !open.Add(method))
        {
            isCut = true;
            return [];
        }

        var isOwnCut = false;
        var result = new List<PassedRequest>();
        foreach (var target in program.ImplementationsOf(method))
        {
            foreach (var operation in program.BodiesOf(target).SelectMany(static b => b.Descendants()).Where(static o => Kinds.Contains(o.Kind)))
            {
                if (At(operation) is { } made)
                {
                    AddIfPassed(result, target, made, made.Fields);
                }
                else if (operation is IInvocationOperation inner && inner.TargetMethod.DeclaringSyntaxReferences.Length > 0
                    && inner.Arguments.Any(a => IsParameterOf(target, ParameterIn(a.Value))))
                {
                    foreach (var further in PassedIn(inner.TargetMethod, open, ref isOwnCut))
                        AddIfPassed(result, target, further.Made, Through(inner, further));
                }
            }
        }

        open.Remove(method);
        isCut |= isOwnCut;
        var answer = WithoutAlternatives(result);
        return isOwnCut && open.Count > 0 ? answer : passed.GetOrAdd(method, answer);
    }

    /// <summary>A parameter that goes into requests of several operations is bound to the limits of the one that is sent, which is not known.</summary>
    private static IReadOnlyList<PassedRequest> WithoutAlternatives(List<PassedRequest> requests)
    {
        var ambiguous = requests.SelectMany(static r => r.Fields.Select(f => (f.Ordinal, f.Field.Name, Operation: r.Made.Operation?.Name))).Distinct()
            .GroupBy(static f => (f.Ordinal, f.Name)).Where(static g => g.Count() > 1).Select(static g => g.Key).ToList();
        return ambiguous.Count == 0 ? requests : requests.Select(r => r with { Fields = r.Fields.Where(f => !ambiguous.Contains((f.Ordinal, f.Field.Name))).ToList() }).ToList();
    }

    private static IEnumerable<RequestField> Through(IInvocationOperation call, PassedRequest request)
    {
        foreach (var (field, ordinal) in request.Fields)
        {
            if (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal) is { } argument)
                yield return field with { Value = new Site(argument.Value, null), Part = null };
        }
    }

    private static void AddIfPassed(List<PassedRequest> result, IMethodSymbol target, VipRequest made, IEnumerable<RequestField> fields)
    {
        var own = new List<(RequestField, int)>();
        foreach (var field in fields)
        {
            if (ParameterIn(field) is { } parameter && IsParameterOf(target, parameter))
                own.Add((field, parameter.Ordinal));
        }

        if (own.Count > 0)
            result.Add(new(made, own));
    }

    private static bool IsParameterOf(IMethodSymbol method, IParameterSymbol? parameter) => SymbolEqualityComparer.Default.Equals(parameter?.ContainingSymbol, method);

    private static IParameterSymbol? ParameterIn(RequestField field) =>
        ParameterIn(field.Part is { Pieces: [{ IsHole: true } hole] } ? (hole.Use ?? hole.Source).Operation : field.Value.Operation);

    /// <summary>The parameter that the value is, but for blanks around it.</summary>
    private static IParameterSymbol? ParameterIn(IOperation value)
    {
        value = value.Unwrap();
        if (value is IInvocationOperation { TargetMethod: { Name: "Trim", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text })
            value = text.Unwrap();
        return value is IParameterReferenceOperation { Parameter: var parameter } ? parameter : null;
    }

    /// <summary>A request that a method makes, with those of its members whose value is a parameter of the method.</summary>
    private sealed record PassedRequest(VipRequest Made, IReadOnlyList<(RequestField Field, int Ordinal)> Fields);
}
