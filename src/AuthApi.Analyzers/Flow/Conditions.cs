using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// Conditions that a caller decides: <c>if (authorization is not null)</c>, <c>if (sign)</c>. Seen through the followed call
/// they have one value, and what they guard happens or does not.
/// </summary>
internal static class Conditions
{
    private const int MaxDepth = 8;

    /// <summary>Whether the operation cannot run for the callers in its frame, since a condition around it never holds.</summary>
    public static bool NeverRuns(this ProgramModel program, Site site)
    {
        for (var child = site.Operation; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalOperation conditional && child != conditional.Condition
                && program.Decide(site.With(conditional.Condition)) is { } holds && holds != (child == conditional.WhenTrue))
                return true;
            if (parent is IMethodBodyBaseOperation or IAnonymousFunctionOperation)
                return false;
            // if (token is null) return; … in front of it, in the same block.
            if (parent is IBlockOperation block && LeavesBefore(block, child, c => program.Decide(site.With(c)) == true))
                return true;
        }

        return false;
    }

    /// <summary>Whether the condition is certainly true or certainly false; null when it may be either.</summary>
    public static bool? Decide(this ProgramModel program, Site condition, int depth = 0)
    {
        var operation = condition.Operation.Unwrap();
        if (depth > MaxDepth || ChangesLater(program, condition, depth))
            return null;
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: bool constant } }:
                return constant;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !program.Decide(condition.With(not.Operand), depth + 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and:
                return Both(program.Decide(condition.With(and.LeftOperand), depth + 1), program.Decide(condition.With(and.RightOperand), depth + 1), false);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
                return Both(program.Decide(condition.With(or.LeftOperand), depth + 1), program.Decide(condition.With(or.RightOperand), depth + 1), true);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                var equal = comparison.RightOperand.IsNull() ? program.IsNull(condition.With(comparison.LeftOperand))
                    : comparison.LeftOperand.IsNull() ? program.IsNull(condition.With(comparison.RightOperand))
                    : program.SameConstant(condition.With(comparison.LeftOperand), condition.With(comparison.RightOperand));
                return comparison.OperatorKind == BinaryOperatorKind.Equals ? equal : !equal;
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } match when value.IsNull():
                return program.IsNull(condition.With(match.Value));
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } } match when value.IsNull():
                return !program.IsNull(condition.With(match.Value));
            case IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } } empty:
                return program.IsNull(condition.With(empty.Arguments[0].Value)) == true || program.KnownText(condition.With(empty.Arguments[0].Value)) == "" ? true : null;
            case IParameterReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation:
                bool? common = null;
                foreach (var origin in program.Origins(condition.With(operation), out var complete))
                {
                    if (!complete || origin.Operation == operation || program.Decide(origin, depth + 1) is not { } value || common is { } other && other != value)
                        return null;
                    common = value;
                }

                return common;
            default:
                return null;
        }
    }

    /// <summary>Whether the value is always null (true), never null (false: something is made or written there), or either.</summary>
    public static bool? IsNull(this ProgramModel program, Site value)
    {
        bool? result = null;
        if (ChangesLater(program, value, 0))
            return null;
        foreach (var origin in program.Origins(value, out var complete))
        {
            bool? isNull = !complete ? null
                : origin.Operation.IsNull() ? true
                : origin.Operation is IObjectCreationOperation or IInterpolatedStringOperation or IBinaryOperation || origin.Operation.ConstantValue.HasValue ? false
                : null;
            if (isNull is null || result is { } other && other != isNull)
                return null;
            result = isNull;
        }

        return result;
    }

    /// <summary>A field or property that is set after its object was made has its default value before: <c>if (client == null)</c>.</summary>
    private static bool ChangesLater(ProgramModel program, Site value, int depth)
    {
        switch (value.Operation.Unwrap())
        {
            case IFieldReferenceOperation { Field: { IsReadOnly: false, IsConst: false, ContainingType.IsTupleType: false } }:
            case IPropertyReferenceOperation { Property.SetMethod.IsInitOnly: false }:
                return true;
            case ILocalReferenceOperation or IParameterReferenceOperation when depth < MaxDepth && program.StepBack(value) is { IsNone: false, Values: var values }:
                foreach (var source in values)
                {
                    if (ChangesLater(program, source, depth + 1))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }

    private static bool? Both(bool? left, bool? right, bool decisive) =>
        left == decisive || right == decisive ? decisive : left is null || right is null ? null : !decisive;

    private static bool? SameConstant(this ProgramModel program, Site left, Site right)
    {
        var (first, second) = (program.Origins(left, out var firstComplete), program.Origins(right, out var secondComplete));
        return firstComplete && secondComplete && first is [{ Operation.ConstantValue: { HasValue: true, Value: var a } }] && second is [{ Operation.ConstantValue: { HasValue: true, Value: var b } }]
            ? Equals(a, b)
            : null;
    }

    private static bool LeavesBefore(IBlockOperation block, IOperation statement, Func<IOperation, bool> holds)
    {
        foreach (var earlier in block.Operations)
        {
            if (earlier.Syntax == statement.Syntax)
                return false;
            if (earlier is IConditionalOperation { WhenFalse: null } guard && Leaves(guard.WhenTrue) && holds(guard.Condition))
                return true;
        }

        return false;
    }

    private static bool Leaves(IOperation statement) => statement switch
    {
        IReturnOperation => statement.Kind == OperationKind.Return,
        IThrowOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation { Operations: { Length: > 0 } inner } => Leaves(inner[inner.Length - 1]),
        _ => false,
    };
}
