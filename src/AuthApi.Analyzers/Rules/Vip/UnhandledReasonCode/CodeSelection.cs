using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.UnhandledReasonCode;

/// <summary>A construct that tells reason codes apart.</summary>
/// <param name="Name">What it is, for the message.</param>
/// <param name="Operation">The construct.</param>
/// <param name="Keyword">Where to point.</param>
/// <param name="Comparisons">The comparisons of the code with constants; for a table its one look-up is none, and this is empty.</param>
/// <param name="Handled">The codes that it names, or the beginnings of codes.</param>
/// <param name="Family">The interface that answers.</param>
/// <param name="Answering">The operation that answers; null when the source does not tell.</param>
internal sealed record CodeSelection(
    string Name, IOperation Operation, SyntaxToken Keyword, IReadOnlyList<Comparison> Comparisons, IReadOnlyList<string> Handled, VipFamily Family, Operation? Answering)
{
    /// <summary>The statements of a chain: an <c>if</c> with its <c>else if</c>s, or several that follow each other and leave the body.</summary>
    public IReadOnlyList<IConditionalOperation> Chain { get; init; } = [];

    public static CodeSelection? At(IOperation operation, ProgramModel program, VipModel vip) => operation switch
    {
        ISwitchOperation { Syntax: SwitchStatementSyntax syntax } @switch => Of(
            "switch", @switch, syntax.SwitchKeyword, Comparison.In(@switch, program).Where(c => c.Value.Syntax == @switch.Value.Syntax).ToList(), @switch.Value, program, vip),
        ISwitchExpressionOperation { Syntax: SwitchExpressionSyntax syntax } @switch => Of(
            "switch", @switch, syntax.SwitchKeyword, Comparison.In(@switch, program).Where(c => c.Value.Syntax == @switch.Value.Syntax).ToList(), @switch.Value, program, vip),
        IConditionalOperation { Syntax: IfStatementSyntax syntax } conditional when IsHead(conditional, program) => OfChain(conditional, syntax, program, vip),
        IObjectCreationOperation { Syntax: BaseObjectCreationExpressionSyntax syntax, Type.Name: "Dictionary" or "SortedDictionary" } table => OfTable(table, syntax, vip),
        _ => null,
    };

    private static CodeSelection? Of(
        string name, IOperation operation, SyntaxToken keyword, IReadOnlyList<Comparison> comparisons, IOperation value, ProgramModel program, VipModel vip)
    {
        // A guard, or a condition that asks in a way of its own, may handle any code.
        if (HasOpenArm(operation))
            return null;
        var handled = CodesIn(comparisons);
        // Success against everything else tells no failures apart.
        if (handled.Count(static c => c != ReasonCodes.Success) == 0 || handled.Count < 2 || ReadOf(value, program, vip) is not { IsPushStatus: false } read)
            return null;
        return new(name, operation, keyword, comparisons, handled, read.Family, OperationOf(read, program));
    }

    private static bool HasOpenArm(IOperation operation) => operation switch
    {
        ISwitchExpressionOperation @switch => @switch.Arms.Any(static arm => arm.Guard is not null || !IsClosed(arm.Pattern)),
        ISwitchOperation @switch => @switch.Cases.SelectMany(static c => c.Clauses).OfType<IPatternCaseClauseOperation>().Any(static c => c.Guard is not null || !IsClosed(c.Pattern)),
        _ => false,
    };

    /// <summary>A constant, several of them, or what stands for all that is left.</summary>
    private static bool IsClosed(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation or IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => true,
        INegatedPatternOperation negated => IsClosed(negated.Pattern),
        IBinaryPatternOperation binary => IsClosed(binary.LeftPattern) && IsClosed(binary.RightPattern),
        _ => pattern is IDeclarationPatternOperation or ITypePatternOperation,
    };

    private static CodeSelection? OfChain(IConditionalOperation head, IfStatementSyntax syntax, ProgramModel program, VipModel vip)
    {
        var chain = ChainFrom(head);
        var comparisons = chain.SelectMany(c => ConditionsOf(c.Condition, program)).ToList();
        if (comparisons.Count > 0 && chain.Exists(c => AsksOtherwise(c.Condition, comparisons[0].Value, program)))
            return null;
        return comparisons.Count < 2 ? null
            : Of("chain of conditions", head, syntax.IfKeyword, comparisons, comparisons[0].Value, program, vip) is { } selection ? selection with { Chain = chain } : null;
    }

    /// <summary>A table of texts or actions by code: enough of them to know what it is.</summary>
    private static CodeSelection? OfTable(IObjectCreationOperation table, BaseObjectCreationExpressionSyntax syntax, VipModel vip)
    {
        var keys = (table.Initializer?.Initializers ?? System.Collections.Immutable.ImmutableArray<IOperation>.Empty).Select(static element => element switch
        {
            IInvocationOperation { Arguments.Length: 2 } add => add.Arguments[0].Value.ConstantText(),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var index] } } => index.Value.ConstantText(),
            _ => null,
        }).ToList();
        if (keys.Count < 3 || keys.Contains(null) || !keys.TrueForAll(static k => ReasonCodes.TryGet(k!, ReasonFamily.Credential) is not null))
            return null;
        // Without a letter or the 49 of a token's state four digits may be anything.
        return vip.IsCertain || VipEvidence.Of(table.Syntax.SyntaxTree).NamesAnswer
            ? new("table", table, syntax.NewKeyword, [], keys.Select(static k => k!.ToLowerInvariant()).ToList(), VipFamily.CredentialRest, null)
            : null;
    }

    private static bool IsHead(IConditionalOperation conditional, ProgramModel program)
    {
        if (conditional.Syntax.Parent is ElseClauseSyntax || !ConditionsOf(conditional.Condition, program).Any())
            return false;
        return Previous(conditional) is not { } previous || !Leaves(previous) || !ConditionsOf(previous.Condition, program).Any();
    }

    private static IConditionalOperation? Previous(IConditionalOperation conditional) =>
        conditional.Parent is IBlockOperation block && block.Operations.IndexOf(conditional) is > 0 and var index ? block.Operations[index - 1] as IConditionalOperation : null;

    private static List<IConditionalOperation> ChainFrom(IConditionalOperation head)
    {
        var chain = new List<IConditionalOperation>();
        for (IOperation? current = head; current is IConditionalOperation conditional && chain.Count < 64;)
        {
            chain.Add(conditional);
            current = conditional.WhenFalse is { } other ? other as IConditionalOperation
                : Leaves(conditional) && conditional.Parent is IBlockOperation block && block.Operations.IndexOf(conditional) is >= 0 and var index && index + 1 < block.Operations.Length
                    ? block.Operations[index + 1] : null;
        }

        return chain;
    }

    /// <summary>Whether the body ends with a return or throw, so that what follows is an else.</summary>
    private static bool Leaves(IConditionalOperation conditional) => conditional.WhenFalse is null && conditional.WhenTrue switch
    {
        IBlockOperation { Operations: [.., var last] } => last is IReturnOperation or IThrowOperation || last is IExpressionStatementOperation { Operation: IThrowOperation },
        IReturnOperation or IThrowOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    /// <summary>Whether the condition hands the code to something that answers for more codes than are written there: <c>IsFinal(code)</c>.</summary>
    private static bool AsksOtherwise(IOperation condition, IOperation code, ProgramModel program) =>
        code.Unwrap() is ILocalReferenceOperation { Local: var local }
        && condition.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => call.Type?.SpecialType == SpecialType.System_Boolean
            && !Comparison.In(call, program).Any()
            && call.Arguments.Select(static a => a.Value).Append(call.Instance).Any(v => v?.Unwrap() is ILocalReferenceOperation { Local: var passed } && SymbolEqualityComparer.Default.Equals(passed, local)));

    /// <summary>The comparisons that a condition is made of; none when it asks for something else too.</summary>
    private static IEnumerable<Comparison> ConditionsOf(IOperation condition, ProgramModel program)
    {
        condition = condition.Unwrap();
        return condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either
            ? ConditionsOf(either.LeftOperand, program).Concat(ConditionsOf(either.RightOperand, program))
            : Comparison.In(condition, program).Where(static c => !c.IsNegated && CodesIn([c]).Count > 0);
    }

    private static List<string> CodesIn(IEnumerable<Comparison> comparisons) => comparisons
        .Where(static c => c.Part is TextPart.Whole or TextPart.Start)
        .SelectMany(static c => c.Others.Concat(c.IsSymmetric ? [c.Value] : []).Select(o => (Text: o.Unwrap().ConstantText()?.ToLowerInvariant(), c.Part)))
        .Where(static x => x.Text is not null && (x.Part == TextPart.Start ? x.Text.Length is 2 or 3 : ReasonCodes.HasCodeForm(x.Text)))
        .Select(static x => x.Text!)
        .Distinct()
        .ToList();

    private static ReasonCodeRead? ReadOf(IOperation value, ProgramModel program, VipModel vip)
    {
        var site = new Site(value is IPropertySubpatternOperation { Member: { } member } ? member : value, null);
        var reads = vip.ReasonCodesIn(site);
        if (reads.Count > 0)
            return reads[0];
        var code = CodeValues.Of(program, vip, site);
        return code.Shapes.IsEmpty ? null : code.Shapes[0].Read;
    }

    /// <summary>By the types and keys on the way to the code.</summary>
    private static Operation? OperationOf(ReasonCodeRead read, ProgramModel program)
    {
        var names = new List<string>();
        for (var current = (read.Operation as IMemberReferenceOperation)?.Instance?.Unwrap(); current is not null && names.Count < 8;)
        {
            if (current.Type is { } type)
                names.Add(type.Name);
            current = current switch
            {
                IMemberReferenceOperation member => member.Instance?.Unwrap(),
                IConditionalAccessInstanceOperation => null,
                _ => null,
            };
        }

        if (names.Count == 0)
            names.AddRange(DocumentKeys.ChainOf(read.Operation, program));
        return names.SelectMany(Protocols.Vip.Operations.ByResponse).FirstOrDefault(o => o.Reasons == VipFamilies.ReasonsOf(read.Family));
    }
}
