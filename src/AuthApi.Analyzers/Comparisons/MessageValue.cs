using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Comparisons;

/// <summary>Which expressions hold the text of an answer.</summary>
internal static class MessageValue
{
    private const int MaxSteps = 60;

    /// <summary>The read of the text that the expression comes from; null when it comes from anywhere else, too.</summary>
    public static Site? ReadOf(IOperation value, ProgramModel program, VipModel vip)
    {
        if (value is not IPropertySubpatternOperation && value.Unwrap().Type is not { SpecialType: SpecialType.System_String } && value.Unwrap().Type is not IDynamicTypeSymbol
            && !DocumentKeys.IsNode(value.Unwrap().Type))
        {
            return null;
        }

        Site? read = null;
        var seen = new HashSet<(SyntaxNode, OperationKind, CallFrame?)>();
        var pending = new Stack<Site>();
        pending.Push(new Site(value, null));
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            current = current.With(current.Operation.Unwrap());
            if (current.Operation.ConstantValue.HasValue || !seen.Add((current.Syntax, current.Operation.Kind, current.Frame)))
                continue;
            if (seen.Count > MaxSteps)
                return null;
            if (current.Operation is not IConditionalAccessOperation && vip.IsMessageRead(current.Operation))
            {
                read ??= current;
                continue;
            }

            if (Same(current.Operation) is { } inner)
            {
                pending.Push(current.With(inner));
                continue;
            }

            var step = program.StepBack(current);
            if (step.IsNone)
                return null;
            foreach (var origin in step.Values)
                pending.Push(origin);
        }

        return read;
    }

    /// <summary>The text that a call only trims, cuts or brings into another case.</summary>
    private static IOperation? Same(IOperation operation) => operation is IInvocationOperation
    {
        TargetMethod:
        {
            ContainingType.SpecialType: SpecialType.System_String,
            Name: "Trim" or "TrimEnd" or "TrimStart" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "Normalize" or "ToString" or "Substring" or "Replace",
        },
        Instance: { } text,
    } ? text : null;

    /// <summary>The interface of VIP that the text is read from.</summary>
    public static StatusType? StatusOf(IOperation read, VipModel vip) => read switch
    {
        IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } reference when !DocumentKeys.IsNode(reference.Instance?.Type) =>
            vip.StatusOf(reference.Instance?.Type ?? reference.Member.ContainingType) ?? vip.StatusOf(reference.Member.ContainingType),
        IPropertySubpatternOperation { Member: IMemberReferenceOperation member } =>
            vip.StatusOf(member.Instance?.Type ?? member.Member.ContainingType) ?? vip.StatusOf(member.Member.ContainingType),
        _ => null,
    };

    public static VipFamily FamilyOf(IOperation read, VipModel vip)
    {
        if (StatusOf(read, vip) is { } status)
            return status.Family;
        if (read.Syntax.ToString() is var source && (source.Contains("statusMessage") || source.Contains("detailMessage")) && IsXml(read))
            return VipFamily.UserServices;
        return IsXml(read) ? VipFamily.CredentialSoap : VipFamily.CredentialRest;
    }

    private static bool IsXml(IOperation read)
    {
        for (IOperation? current = read; current is not null; current = DocumentKeys.ReceiverOf(current.Unwrap()))
        {
            if (DocumentKeys.IsXml(current.Unwrap()))
                return true;
        }

        return false;
    }
}
