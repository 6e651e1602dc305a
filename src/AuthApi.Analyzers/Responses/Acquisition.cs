using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Responses;

/// <summary>
/// Expressions that obtain a response nobody has examined yet: calls of a proxy or client, deserialization, and calls of the
/// program's own methods that hand on what they obtained so.
/// </summary>
internal static class Acquisition
{
    private const int MaxDepth = 6;

    /// <summary>The response that the expression obtains; null when it obtains none, or one that is examined where it comes from.</summary>
    public static ResponseType? At(IOperation operation, VipModel vip, ProgramModel program, SymbolNames checks)
    {
        var response = vip.ResponseIn(operation.Type);
        return response is not null && Obtains(operation, vip, program, checks, 0, []) ? response : null;
    }

    private static bool Obtains(IOperation operation, VipModel vip, ProgramModel program, SymbolNames checks, int depth, HashSet<ISymbol> open)
    {
        if (depth > MaxDepth)
            return false;
        switch (operation)
        {
            case IInvocationOperation invocation:
                return Obtains(invocation, vip, program, checks, depth, open);
            // (ActivateTokenResponseType)serializer.Deserialize(stream), (…)results[0] of Invoke.
            case IConversionOperation { OperatorMethod: null, IsImplicit: false, Operand: var operand }:
                return vip.ResponseIn(operand.Type) is null && IsUntypedSource(operand.Unwrap(), program);
            case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: { } arguments } }:
                return IsCompletedEvent(arguments);
            default:
                return false;
        }
    }

    /// <summary>Arguments of the event by which the event style of a proxy answers.</summary>
    public static bool IsCompletedEvent(ITypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Name == "AsyncCompletedEventArgs")
                return true;
        }

        return false;
    }

    private static bool Obtains(IInvocationOperation invocation, VipModel vip, ProgramModel program, SymbolNames checks, int depth, HashSet<ISymbol> open)
    {
        var method = invocation.TargetMethod;
        if (checks.MatchesMethod(method))
            return false;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            var targets = invocation.Instance is { } instance ? program.DelegateTargets(new Site(instance, null)).ToList() : [];
            return targets.Count > 0 && Yields(targets.Select(static t => t.Symbol), t => ProgramModel.ReturnedValues(targets.First(x => x.Symbol.Equals(t, SymbolEqualityComparer.Default)).Body));
        }

        var implementations = program.ImplementationsOf(method);
        if (implementations.Count > 0)
            return Yields(implementations, program.ReturnedValues);
        return IsSource(invocation, vip);

        // One that examines is enough to be silent (a decorator); one that merely makes an answer up (a fake) says nothing.
        bool Yields(IEnumerable<IMethodSymbol> targets, Func<IMethodSymbol, IEnumerable<IOperation>> returned)
        {
            var any = false;
            foreach (var target in targets)
            {
                if (!open.Add(target))
                {
                    // The proxy's own interface, called through its channel.
                    any = true;
                    continue;
                }

                if (vip.Examines(target, checks))
                    return false;
                any |= returned(target).Any(value => Leads(value, vip, program, checks, depth, open));
                open.Remove(target);
            }

            return any;
        }
    }

    /// <summary>Whether a returned value comes from something that obtains a response inside the method.</summary>
    private static bool Leads(IOperation value, VipModel vip, ProgramModel program, SymbolNames checks, int depth, HashSet<ISymbol> open)
    {
        var pending = new Stack<IOperation>();
        var seen = new HashSet<SyntaxNode>();
        pending.Push(value);
        while (pending.Count > 0 && seen.Count < 60)
        {
            var current = pending.Pop();
            if (current is IConversionOperation { IsImplicit: false } && vip.ResponseIn(current.Type) is not null && Obtains(current, vip, program, checks, depth + 1, open))
                return true;
            current = current.Unwrap();
            if (!seen.Add(current.Syntax))
                continue;
            switch (current)
            {
                case IInvocationOperation invocation when MayHold(invocation.Type, vip):
                    if (Obtains(invocation, vip, program, checks, depth + 1, open))
                        return true;
                    // What a lambda obtains is handed on by the call that gets it (Task.Run, Polly).
                    foreach (var argument in invocation.Arguments)
                        pending.Push(argument.Value);
                    if (invocation.Instance is { } instance)
                        pending.Push(instance);
                    break;
                case IAnonymousFunctionOperation lambda:
                    foreach (var inner in ProgramModel.ReturnedValues(lambda))
                        pending.Push(inner);
                    break;
                // A part of a wrapper: retVal.ActivateTokenResponse1.
                case IMemberReferenceOperation { Instance: { } whole } member when vip.ResponseIn(whole.Type) is not null && vip.ResponseIn(member.Type) is not null:
                    pending.Push(whole);
                    break;
                case IParameterReferenceOperation or IObjectCreationOperation or IFieldReferenceOperation:
                    break;
                default:
                    var step = program.StepBack(new Site(current, null));
                    if (!step.IsNone)
                    {
                        foreach (var next in step.Values)
                            pending.Push(next.Operation);
                    }

                    break;
            }
        }

        return false;
    }

    private static bool MayHold(ITypeSymbol? type, VipModel vip)
    {
        for (var level = 0; level < 4 && type is not null; level++)
        {
            if (type is ITypeParameterSymbol || vip.ResponseOf(type) is not null)
                return true;
            type = VipModel.ElementOf(type);
        }

        return false;
    }

    /// <summary>A method without source: one that declares to return the response, or a deserializer that is told to.</summary>
    private static bool IsSource(IInvocationOperation invocation, VipModel vip)
    {
        var method = invocation.TargetMethod;
        // It gives back, or picks from, what it was given: LINQ, mappers, Task.FromResult, Task.WhenAll.
        if (IsGiven(invocation.Instance, vip) || invocation.Arguments.Any(a => IsGiven(a.Value, vip)))
            return false;
        if (vip.ResponseIn(method.OriginalDefinition.ReturnType) is not null)
            return true;
        var name = method.Name;
        return name.Contains("Deserialize") || name.Contains("Json") || name.StartsWith("ReadAs", StringComparison.Ordinal) || name.StartsWith("ToObject", StringComparison.Ordinal)
            || IsHttpLibrary(method.ContainingType);
    }

    private static bool IsGiven(IOperation? value, VipModel vip) =>
        value?.Unwrap() switch
        {
            null => false,
            IAnonymousFunctionOperation lambda => MayHold(lambda.Symbol.ReturnType, vip) || lambda.Symbol.Parameters.Any(p => vip.ResponseIn(p.Type) is not null),
            IMethodReferenceOperation method => vip.ResponseIn(method.Method.ReturnType) is not null,
            { } collection when collection.ElementsInPlace() is { } elements => elements.Any(e => IsGiven(e, vip)),
            { Type: INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } } => vip.ResponseIn(invoke.ReturnType) is not null,
            var other => vip.ResponseIn(other.Type) is not null,
        };

    private static bool IsHttpLibrary(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return space.StartsWith("RestSharp", StringComparison.Ordinal) || space.StartsWith("Flurl", StringComparison.Ordinal) || space.StartsWith("Refit", StringComparison.Ordinal);
    }

    /// <summary>Whether an untyped value comes from a deserializer, or from the call of a web reference (<c>results[0]</c> of <c>Invoke</c>).</summary>
    private static bool IsUntypedSource(IOperation value, ProgramModel program) => program.LeadsBackTo(
        new Site(value, null),
        static site => site.Operation is IInvocationOperation { TargetMethod.Name: var name } && (name.Contains("Deserialize") || name is "ReadObject" or "Invoke" or "EndInvoke" or "ToObject") ? true : null,
        static operation => (operation as IArrayElementReferenceOperation)?.ArrayReference);
}
