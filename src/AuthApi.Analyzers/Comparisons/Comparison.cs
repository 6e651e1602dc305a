using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Comparisons;

/// <summary>How two values are compared.</summary>
internal enum Comparer
{
    /// <summary>Text, character by character; also the cultures' comparisons that tell the cases apart.</summary>
    Ordinal,
    IgnoreCase,

    /// <summary>Two objects: true for the very same one only.</summary>
    Identity,

    /// <summary>Numbers.</summary>
    Numeric,

    /// <summary>Chosen at run time, or by code that is not seen.</summary>
    Unknown,
}

/// <summary>A condition that compares one value with others.</summary>
/// <param name="Whole">What is true or false: the comparison, the pattern, the case label, the look-up.</param>
/// <param name="Value">One side; the governing expression of a pattern or switch; what is looked up.</param>
/// <param name="Others">The other side, the constant of the pattern, the elements or keys of the table.</param>
/// <param name="Comparer">How they are compared.</param>
/// <param name="Part">What part of the value has to be equal.</param>
/// <param name="IsSymmetric">Whether the value and the other may stand for each other.</param>
/// <param name="Table">The creation of the table that is looked up; null for comparisons with a single value.</param>
internal sealed record Comparison(
    IOperation Whole, IOperation Value, IReadOnlyList<IOperation> Others, Comparer Comparer,
    TextPart Part = TextPart.Whole, bool IsSymmetric = false, IOperation? Table = null)
{
    /// <summary>The operations that <see cref="In"/> takes apart.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(
        OperationKind.Binary, OperationKind.Invocation, OperationKind.IsPattern, OperationKind.Switch, OperationKind.SwitchExpression,
        OperationKind.PropertyReference);

    /// <summary>Where to point: the label without <c>case</c>.</summary>
    public SyntaxNode Syntax => Whole is ISingleValueCaseClauseOperation label ? label.Value.Syntax : Whole.Syntax;

    public bool IsNegated => Whole is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals };

    public static IEnumerable<Comparison> In(IOperation operation, ProgramModel program) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary => OfOperator(binary),
        IInvocationOperation call => OfCall(call, program),
        IIsPatternOperation match => OfPattern(match.Value, match.Pattern),
        ISwitchExpressionOperation @switch => @switch.Arms.SelectMany(arm => OfPattern(@switch.Value, arm.Pattern)),
        ISwitchOperation @switch => @switch.Cases.SelectMany(static c => c.Clauses).SelectMany(clause => OfClause(@switch.Value, clause)),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } table, Arguments: { Length: 1 } arguments } indexer when !indexer.IsAssignmentTarget() =>
            Tables.Lookup(indexer, table, arguments[0].Value, null, program),
        _ => [],
    };

    private static IEnumerable<Comparison> OfOperator(IBinaryOperation binary)
    {
        // string.Compare(a, b) == 0, a.CompareTo(b) == 0
        if (binary.RightOperand.Unwrap().ConstantValue.Value is 0 && binary.LeftOperand.Unwrap() is IInvocationOperation compare && OfCompare(binary, compare) is { } compared)
            return [compared];
        var left = binary.LeftOperand.Type;
        var comparer = left?.SpecialType switch
        {
            SpecialType.System_String => Comparer.Ordinal,
            SpecialType.System_Object => Comparer.Identity,
            >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => Comparer.Numeric,
            _ => left is IArrayTypeSymbol || binary.OperatorMethod is null && left is { IsReferenceType: true } ? Comparer.Identity : Comparer.Unknown,
        };
        if (left is IDynamicTypeSymbol || binary.RightOperand.Type is IDynamicTypeSymbol)
            comparer = Comparer.Ordinal;
        return [new Comparison(binary, binary.LeftOperand, [binary.RightOperand], comparer, IsSymmetric: true)];
    }

    private static Comparison? OfCompare(IOperation whole, IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType?.SpecialType != SpecialType.System_String)
            return null;
        return call.TargetMethod.Name switch
        {
            "Compare" or "CompareOrdinal" when call.Argument("strA") is { } first && call.Argument("strB") is { } second && call.Argument("length") is null =>
                new(whole, first, [second], ComparerOf(call), IsSymmetric: true),
            "CompareTo" when call.Instance is { } self => new(whole, self, [call.Arguments[0].Value], Comparer.Ordinal, IsSymmetric: true),
            _ => null,
        };
    }

    private static IEnumerable<Comparison> OfCall(IInvocationOperation call, ProgramModel program)
    {
        var method = call.TargetMethod;
        if (method.DeclaringSyntaxReferences.Length > 0 || call.Arguments.Length == 0)
            return [];
        var first = call.Arguments[0].Value;
        var type = method.ContainingType;
        if (method.Name == "Equals" && method.ReturnType.SpecialType == SpecialType.System_Boolean)
        {
            if (type?.SpecialType == SpecialType.System_String)
            {
                return call.Instance is { } self
                    ? [new(call, self, [first], ComparerOf(call), IsSymmetric: true)]
                    : call.Arguments.Length >= 2 ? [new(call, first, [call.Arguments[1].Value], ComparerOf(call), IsSymmetric: true)] : [];
            }

            if (type?.Name is "StringComparer" or "EqualityComparer" && call.Arguments.Length == 2)
                return [new(call, first, [call.Arguments[1].Value], ByTypes(first, ComparerIn(call.Instance, program)), IsSymmetric: true)];
            if (method.IsStatic && type?.SpecialType == SpecialType.System_Object && call.Arguments.Length == 2)
                return [new(call, first, [call.Arguments[1].Value], ByTypes(first, Comparer.Ordinal), IsSymmetric: true)];
            if (!method.IsStatic && call.Instance is { } instance && call.Arguments.Length == 1)
                return [new(call, instance, [first], ByTypes(instance, Comparer.Ordinal), IsSymmetric: true)];
            return [];
        }

        if (type?.SpecialType == SpecialType.System_String && call.Instance is { } text && first.Type?.SpecialType == SpecialType.System_String)
        {
            return method.Name switch
            {
                "StartsWith" => [new(call, text, [first], ComparerOf(call), TextPart.Start)],
                "EndsWith" => [new(call, text, [first], ComparerOf(call), TextPart.End)],
                "Contains" or "IndexOf" or "LastIndexOf" => [new(call, text, [first], ComparerOf(call), TextPart.Anywhere)],
                _ => [],
            };
        }

        if (method is { Name: "ValueEquals", ContainingType.Name: "JsonElement" or "JsonProperty" } && call.Instance is { } element)
            return [new(call, element, [first], Comparer.Ordinal)];
        if (method.Name == "SequenceEqual" && call.Receiver() is { } sequence && call.Arguments.Length > (method.IsExtensionMethod ? 1 : 0))
            return [new(call, sequence, [call.Arguments[method.IsExtensionMethod ? 1 : 0].Value], Comparer.Unknown, IsSymmetric: true)];
        return Tables.InCall(call, program);
    }

    /// <summary>Arrays, nodes and other objects without an <c>Equals</c> of their own compare by identity.</summary>
    private static Comparer ByTypes(IOperation value, Comparer texts) =>
        value.Unwrap().Type is { SpecialType: SpecialType.System_String } or IDynamicTypeSymbol ? texts
        : value.Unwrap().Type is { IsValueType: true } and not { Name: "JsonElement" } ? Comparer.Numeric
        : Comparer.Identity;

    /// <summary>By the <c>StringComparison</c>, the <c>ignoreCase</c> or the name of the call.</summary>
    private static Comparer ComparerOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.Name is "StringComparison")
                return argument.Value.ConstantValue.Value is int kind ? kind % 2 == 1 ? Comparer.IgnoreCase : Comparer.Ordinal : Comparer.Unknown;
            if (argument.Parameter?.Name == "ignoreCase")
                return argument.Value.ConstantValue.Value is bool ignores ? ignores ? Comparer.IgnoreCase : Comparer.Ordinal : Comparer.Unknown;
            if (argument.Parameter?.Type.Name is "CompareOptions" or "CultureInfo")
                return Comparer.Unknown;
        }

        return Comparer.Ordinal;
    }

    /// <summary>The comparer that an <c>IEqualityComparer&lt;string&gt;</c> is; <see cref="Comparer.Ordinal"/> for none.</summary>
    public static Comparer ComparerIn(IOperation? comparer, ProgramModel program)
    {
        if (comparer is null || comparer.IsNull())
            return Comparer.Ordinal;
        foreach (var origin in program.Origins(new Site(comparer, null), out _))
        {
            if (origin.Operation is not IPropertyReferenceOperation { Property: { IsStatic: true } property })
                return Comparer.Unknown;
            return property.ContainingType.Name switch
            {
                "StringComparer" => property.Name.EndsWith("IgnoreCase", StringComparison.Ordinal) ? Comparer.IgnoreCase : Comparer.Ordinal,
                "EqualityComparer" => Comparer.Ordinal,
                _ => Comparer.Unknown,
            };
        }

        return Comparer.Unknown;
    }

    private static IEnumerable<Comparison> OfClause(IOperation value, ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => [new(single, value, [single.Value], ComparerOf(value))],
        IPatternCaseClauseOperation pattern => OfPattern(value, pattern.Pattern),
        _ => [],
    };

    /// <summary>Each constant in a pattern, with the value or member that it is matched against.</summary>
    private static IEnumerable<Comparison> OfPattern(IOperation value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return [new(constant, value, [constant.Value], ComparerOf(value))];
            case INegatedPatternOperation negated:
                return OfPattern(value, negated.Pattern);
            case IBinaryPatternOperation binary:
                return OfPattern(value, binary.LeftPattern).Concat(OfPattern(value, binary.RightPattern));
            case IRecursivePatternOperation recursive:
                var members = recursive.PropertySubpatterns.SelectMany(static p => OfPattern(p, p.Pattern));
                return value.Unwrap() is ITupleOperation tuple && tuple.Elements.Length == recursive.DeconstructionSubpatterns.Length
                    ? members.Concat(tuple.Elements.Zip(recursive.DeconstructionSubpatterns, static (e, p) => (e, p)).SelectMany(static x => OfPattern(x.e, x.p)))
                    : members;
            default:
                return [];
        }
    }

    private static Comparer ComparerOf(IOperation value) =>
        (value is IPropertySubpatternOperation { Member: { } member } ? member : value).Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64
            ? Comparer.Numeric
            : Comparer.Ordinal;
}
