using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.StatusMessageDecides;

/// <summary>A condition on the text of an answer.</summary>
/// <param name="Whole">The comparison, call, pattern match or switch.</param>
/// <param name="Value">The expression with the text; the governing expression of a switch.</param>
/// <param name="Read">Where the text is read from the answer.</param>
/// <param name="Texts">What it is compared with, in the order of the source.</param>
/// <param name="Constants">The expressions of these texts.</param>
/// <param name="Part">Which part of the text decides.</param>
internal sealed record MessageCondition(
    IOperation Whole, IOperation Value, Site Read, IReadOnlyList<string> Texts, IReadOnlyList<IOperation> Constants, TextPart Part)
{
    /// <summary>The conditions on a text of VIP that the operation consists of.</summary>
    public static IEnumerable<MessageCondition> In(IOperation operation, ProgramModel program, VipModel vip)
    {
        if (operation is IInvocationOperation { TargetMethod: { Name: "IsMatch" or "Match" or "Matches", ContainingType.Name: "Regex" } } match)
            return OfRegex(match, program, vip);
        return Comparison.In(operation, program)
            .Where(static c => c.Comparer != Comparer.Numeric && IsCondition(c))
            .GroupBy(static c => c.Value.Syntax)
            .Select(group => Of(operation, group.ToList(), program, vip))
            .OfType<MessageCondition>();
    }

    /// <summary>Where to point: the condition, or what a switch looks at.</summary>
    public SyntaxNode Syntax => Whole is ISwitchOperation or ISwitchExpressionOperation ? Value.Syntax : Whole.Syntax;

    private static MessageCondition? Of(IOperation operation, IReadOnlyList<Comparison> comparisons, ProgramModel program, VipModel vip)
    {
        var first = comparisons[0];
        var texts = new List<string>();
        var constants = new List<IOperation>();
        foreach (var other in comparisons.SelectMany(static c => c.Others))
        {
            if (TextOf(other, program) is { Length: > 0 } text)
            {
                texts.Add(text);
                constants.Add(other);
            }
        }

        if (texts.Count > 0)
        {
            return MessageValue.ReadOf(first.Value, program, vip) is { } read
                ? new MessageCondition(first.Value is IPropertySubpatternOperation ? first.Value : operation, first.Value, read, texts, constants, first.Part)
                : null;
        }

        // "Success" == status.StatusMessage
        return first.IsSymmetric && first.Others is [var message] && TextOf(first.Value, program) is { Length: > 0 } left && MessageValue.ReadOf(message, program, vip) is { } reverse
            ? new MessageCondition(operation, message, reverse, [left], [first.Value], first.Part)
            : null;
    }

    /// <summary>A look-up in a dictionary translates the text for people; one in a set or list decides. A position decides when it is compared.</summary>
    private static bool IsCondition(Comparison comparison)
    {
        if (comparison.Table is not null)
            return comparison.Whole is IInvocationOperation { TargetMethod.Name: "Contains" };
        return comparison.Whole is not IInvocationOperation { TargetMethod.Name: "IndexOf" or "LastIndexOf" } position
            || position.OuterParent().Parent is IBinaryOperation { OperatorKind: not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract) };
    }

    private static IEnumerable<MessageCondition> OfRegex(IInvocationOperation match, ProgramModel program, VipModel vip)
    {
        var isCondition = match.TargetMethod.Name == "IsMatch"
            || match.OuterParent().Parent is IPropertyReferenceOperation { Property.Name: "Success" or "Count" };
        if (!isCondition || match.Argument("input") is not { } input || input.ConstantValue.HasValue || MessageValue.ReadOf(input, program, vip) is not { } read)
            return [];
        var pattern = match.Argument("pattern")
            ?? (match.Instance is { } regex && program.Origins(new Site(regex, null), out _) is [{ Operation: IObjectCreationOperation { Arguments: [var made, ..] } }] ? made.Value : null);
        var text = pattern is null ? null : TextOf(pattern, program)?.TrimStart('^').TrimEnd('$');
        return [new MessageCondition(match, input, read, text is null ? [] : [text], [], TextPart.Anywhere)];
    }

    private static string? TextOf(IOperation other, ProgramModel program) =>
        other.ConstantText() ?? (other.ConstantValue is { HasValue: true } constant ? (constant.Value as char?)?.ToString() : program.KnownText(new Site(other, null)));
}

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
