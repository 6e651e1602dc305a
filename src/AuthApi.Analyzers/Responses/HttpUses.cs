using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Responses;

/// <summary>
/// Whether anybody gets to see the body of an HTTP response. Its status, its disposal and the success test are no look at the body; a body that is
/// only logged, or read into a class without any place for the code, is not examined either.
/// </summary>
internal static class HttpUses
{
    private const int MaxValues = 200;

    public static IReadOnlyList<ResponseUse> Of(IInvocationOperation send, ProgramModel program, VipModel vip)
    {
        var uses = new List<ResponseUse>();
        var seen = new HashSet<(SyntaxNode, OperationKind)>();
        var pending = new Stack<IOperation>();
        pending.Push(send);
        while (pending.Count > 0)
        {
            var value = pending.Pop();
            if (!seen.Add((value.Syntax, value.Kind)))
                continue;
            if (seen.Count > MaxValues || !Follow(value, pending, program, vip))
                return [new ResponseUse(UseKind.Escaped, send)];
        }

        return uses;
    }

    /// <summary>One step of the value; false when it gets where its body may be examined.</summary>
    private static bool Follow(IOperation value, Stack<IOperation> pending, ProgramModel program, VipModel vip)
    {
        var (parent, child) = value.OuterParent();
        switch (parent)
        {
            case IExpressionStatementOperation or IUsingOperation or IDiscardOperation or ISimpleAssignmentOperation { Target: IDiscardOperation }:
                return true;
            case IAwaitOperation:
                pending.Push(parent);
                return true;
            case IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" or "StatusCode" or "ReasonPhrase" or "Headers" or "Version" or "StatusDescription" or "ContentType" or "ContentLength"
                or "IsSuccessful" or "IsSuccess" or "ResponseStatus" or "ErrorMessage" or "ErrorException" } property when property.Instance == child:
                return true;
            case IPropertyReferenceOperation { Property.Name: "Content" or "Result" } property when property.Instance == child:
            case IInvocationOperation { TargetMethod.Name: "EnsureSuccessStatusCode" or "ConfigureAwait" or "GetAwaiter" or "GetResult" or "ReadAsStringAsync" } call when call.Instance == child:
                pending.Push(parent);
                return true;
            case IInvocationOperation { TargetMethod.Name: "Dispose" or "Wait" or "Close" } call when call.Instance == child:
                return true;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ReadFromJsonAsync", IsGenericMethod: true } read } }:
                return read.TypeArguments.Length == 1 && HasNoPlaceForCode(read.TypeArguments[0], vip, 0);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return FollowLocal(declarator.Symbol, pending, program);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local, Parent: IExpressionStatementOperation }:
                return FollowLocal(local.Local, pending, program);
            default:
                return parent is not null && Conventions.IsLogged(parent);
        }
    }

    private static bool FollowLocal(ILocalSymbol local, Stack<IOperation> pending, ProgramModel program)
    {
        foreach (var reference in program.ReferencesTo(local))
        {
            if (!reference.IsAssignmentTarget())
                pending.Push(reference);
        }

        return true;
    }

    /// <summary>A class of the program for answers that leaves the code out.</summary>
    private static bool HasNoPlaceForCode(ITypeSymbol type, VipModel vip, int depth)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.Length: > 0 } named || vip.ResponseOf(type) is not null)
            return false;
        for (INamedTypeSymbol? current = named; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is not (IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false }) || member.Name == "EqualityContract")
                    continue;
                var wire = WireNames.Of(member);
                var inner = (member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type;
                if (wire.IndexOf("code", StringComparison.OrdinalIgnoreCase) >= 0 || wire.IndexOf("status", StringComparison.OrdinalIgnoreCase) >= 0 && depth > 0
                    || wire.IndexOf("success", StringComparison.OrdinalIgnoreCase) >= 0 || wire.IndexOf("error", StringComparison.OrdinalIgnoreCase) >= 0)
                    return false;
                if (inner.SpecialType == SpecialType.None && inner.TypeKind != TypeKind.Enum && inner.Name is not ("DateTime" or "DateTimeOffset" or "Nullable" or "Guid")
                    && (depth >= 3 || !HasNoPlaceForCode(inner, vip, depth + 1)))
                    return false;
                if (inner.SpecialType == SpecialType.System_Object)
                    return false;
            }
        }

        return true;
    }
}
