using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Comparisons;

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

    /// <summary>
    /// Whether a condition on the text judges an answer: where the text is read, in the method that the text is handed to, or in the member of the
    /// answer that is asked.
    /// </summary>
    /// <param name="use">The read of the text, or the call of a member of the answer.</param>
    /// <param name="program">The program.</param>
    /// <param name="vip">What is a text of VIP.</param>
    public static bool Judges(IOperation use, ProgramModel program, VipModel vip)
    {
        if (vip.IsMessageRead(use))
        {
            var whole = use;
            while (whole.Parent is { } parent)
                whole = parent;
            if (ConditionsIn(whole).Any(c => c.Read.Syntax.Contains(use.Syntax)))
                return true;
        }

        var called = use switch
        {
            IInvocationOperation call => call.TargetMethod,
            IPropertyReferenceOperation { Property.GetMethod: { } getter } when !vip.IsMessageRead(use) => getter,
            _ => use.OuterParent().Parent is IArgumentOperation { Parent: IInvocationOperation given } ? given.TargetMethod : null,
        };
        return called is not null && program.ImplementationsOf(called).SelectMany(program.BodiesOf).SelectMany(ConditionsIn).Any();

        IEnumerable<MessageCondition> ConditionsIn(IOperation body) =>
            body.DescendantsAndSelf().Where(static o => Comparison.Kinds.Contains(o.Kind)).SelectMany(o => In(o, program, vip));
    }

    /// <summary>Where to point: the condition, or what a switch looks at.</summary>
    public SyntaxNode Syntax => Whole switch
    {
        ISwitchOperation or ISwitchExpressionOperation => Value.Syntax,
        IPropertySubpatternOperation => Whole.Syntax.FirstAncestorOrSelf<SubpatternSyntax>() ?? Whole.Syntax,
        _ => Whole.Syntax,
    };

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

    /// <summary>
    /// A look-up in a dictionary of texts translates the text for people; one in a set or list, or in a dictionary of flags and outcomes, decides.
    /// A position decides when it is compared.
    /// </summary>
    private static bool IsCondition(Comparison comparison)
    {
        if (comparison.Table is { } table)
        {
            return comparison.Whole is IInvocationOperation { TargetMethod.Name: "Contains" }
                || table.Type is INamedTypeSymbol { TypeArguments: [_, { } result] } && (result.SpecialType == SpecialType.System_Boolean || result.TypeKind == TypeKind.Enum);
        }

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
