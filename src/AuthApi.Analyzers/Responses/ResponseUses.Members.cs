using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using VipOperations = AuthApi.Analyzers.Protocols.Vip.Operations;

namespace AuthApi.Analyzers.Responses;

/// <content>Members of the response that are read, methods that are called on it.</content>
internal sealed partial class ResponseUses
{
    private static readonly HashSet<string> PayloadNames = new(VipOperations.All.SelectMany(static o => o.Response), StringComparer.OrdinalIgnoreCase);

    private void FollowMember(IMemberReferenceOperation member, IOperation holder)
    {
        if (member.IsAssignmentTarget())
            return;
        if (member is IMethodReferenceOperation or IEventReferenceOperation)
        {
            if (Holds(holder.Type) && vip.ResponseOf(holder.Type) is not null)
                Add(UseKind.Escaped, member);
            return;
        }

        if (vip.ReadAt(member) is not null)
        {
            if (!IsDropped(member))
                Add(UseKind.Examined, member);
            return;
        }

        if (Holds(member.Type))
            Follow(member);
        else
            FollowOther(member, holder.Type, member);
    }

    /// <summary>A member that is neither the code nor on the way to it.</summary>
    private void FollowOther(IMemberReferenceOperation member, ITypeSymbol? holder, IOperation use)
    {
        if (vip.IsMessageRead(use))
        {
            Add(UseKind.Message, use);
            return;
        }

        if (vip.ResponseOf(holder) is null && vip.StatusOf(holder) is null)
            return;
        var name = WireNames.Of(member.Member);
        if (name is "RequestId" or "requestId" or "Version" or "Id" or "StatusMessage" or "ErrorDetail" || name.EndsWith("Specified", StringComparison.Ordinal))
            return;
        if (member.Member is IPropertySymbol { GetMethod: { } getter } && getter.DeclaringSyntaxReferences.Length > 0 && program.ImplementationsOf(getter).Count > 0
            && !Conventions.IsFieldBacked(program.ImplementationsOf(getter)[0]))
        {
            Add(program.ImplementationsOf(getter).Any(i => vip.Examines(i, checks)) ? UseKind.Examined : UseKind.Message, use);
            return;
        }

        if (Conventions.IsTransport(name))
            return;
        // A flag that is no documented part of an answer may be somebody's summary of the code.
        if (member.Type?.SpecialType == SpecialType.System_Boolean && !PayloadNames.Contains(name))
            Add(UseKind.Escaped, use);
        else
            FollowPayload(use);
    }

    /// <summary>A payload that is only kept in a local counts where the local is used; logged or compared with null it counts for nothing.</summary>
    private void FollowPayload(IOperation payload)
    {
        var top = payload;
        while (true)
        {
            var (parent, child) = top.OuterParent();
            if (parent is IMemberReferenceOperation member && member.Instance == child
                || parent is IConditionalAccessOperation or ICoalesceOperation or IArrayElementReferenceOperation
                || isDocument && IsText(parent))
            {
                top = parent is IArgumentOperation { Parent: { } call } ? call : parent!;
                continue;
            }

            if (parent is IPropertySubpatternOperation or IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation }
                or INameOfOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: null } }
                || IsDropped(top) || Conventions.IsLogged(top))
            {
                return;
            }

            var kept = parent switch
            {
                IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation local, Parent: IExpressionStatementOperation } => local.Local,
                _ => null,
            };
            if (kept is null)
                Add(UseKind.Payload, payload);
            else if (symbols.Add(kept))
            {
                foreach (var reference in program.ReferencesTo(kept))
                {
                    if (!reference.IsAssignmentTarget())
                        FollowPayload(reference);
                }
            }

            return;
        }
    }

    /// <summary>The text of a node: <c>GetString()</c>, <c>Value&lt;string&gt;()</c>, a conversion.</summary>
    private static bool IsText(IOperation? parent) =>
        parent is IConversionOperation or IInvocationOperation { Arguments.Length: 0 } or IDynamicInvocationOperation or IDynamicMemberReferenceOperation
        || parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments.Length: 1 } };

    private static bool IsDropped(IOperation operation) =>
        operation.OuterParent().Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    private void FollowReceiver(IInvocationOperation invocation, IOperation receiver)
    {
        var method = invocation.TargetMethod;
        if (checks.MatchesMethod(method))
        {
            Add(UseKind.Examined, invocation);
            return;
        }

        if (method.ContainingType.SpecialType == SpecialType.System_Object || method.Name is "ToString" or "GetHashCode" or "GetType" or "Dispose" or "Equals")
        {
            if (method.Name is "ToString" or "Equals" && !Conventions.IsLogged(invocation))
                Add(UseKind.Escaped, invocation);
            return;
        }

        var implementations = program.ImplementationsOf(method);
        if (implementations.Count > 0)
        {
            if (implementations.Any(i => vip.Examines(i, checks)))
                Add(UseKind.Examined, invocation);
            else if (Holds(invocation.Type))
                Follow(invocation);
            else
                Add(UseKind.Payload, invocation);
            return;
        }

        if (vip.ResponseOf(receiver.Type) is not null || vip.StatusOf(receiver.Type) is not null)
            Add(UseKind.Escaped, invocation);
        else if (receiver.Type?.TypeKind == TypeKind.Delegate)
            Add(UseKind.Escaped, invocation);
        else
            FollowFramework(invocation, null);
    }
}
