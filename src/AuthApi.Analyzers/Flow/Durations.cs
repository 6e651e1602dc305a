using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// How long a waiting time can be: constants, <c>TimeSpan</c> factories and arithmetic, through everything that <see cref="Values"/>
/// can follow. A value that anybody may change (a settable property, a delay that grows) is unknown.
/// </summary>
internal static class Durations
{
    private const int MaxDepth = 24;

    /// <summary>The longest duration that the expression can have, in milliseconds; infinite waits are positive infinity; null when unknown.</summary>
    /// <param name="program">The compilation.</param>
    /// <param name="site">A number of milliseconds, a <see cref="TimeSpan"/>, or what a coroutine of Unity waits by.</param>
    public static double? LongestMilliseconds(this ProgramModel program, Site site) =>
        site.Operation.Unwrap() is IObjectCreationOperation { Type.Name: "WaitForSeconds" or "WaitForSecondsRealtime", Arguments: [{ Value: var seconds }, ..] } ? Number(program, site.With(seconds), 0) * 1000
        : IsTimeSpan(site.Operation.Unwrap().Type) ? Span(program, site, 0) : Number(program, site, 0) is { } number ? number < 0 ? double.PositiveInfinity : number : null;

    /// <summary>The largest number that the expression can be; null when unknown.</summary>
    public static double? LargestNumber(this ProgramModel program, Site site) => Number(program, site, 0);

    public static bool IsTimeSpan(ITypeSymbol? type) =>
        type is { Name: "TimeSpan", ContainingNamespace.Name: "System" }
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ Name: "TimeSpan" }] };

    private static double? Span(ProgramModel program, Site site, int depth)
    {
        site = site.With(site.Operation.Unwrap());
        if (depth > MaxDepth)
            return null;
        switch (site.Operation)
        {
            case IDefaultValueOperation or IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } }:
                return 0;
            case IFieldReferenceOperation { Field: { Name: "InfiniteTimeSpan", ContainingType.Name: "Timeout" } or { Name: "MaxValue", ContainingType.Name: "TimeSpan" } }:
                return double.PositiveInfinity;
            case IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", Name: var name }, Arguments: var arguments } when UnitOf(name) is { } unit:
                return Sum(arguments.Select((a, i) => a.ArgumentKind == ArgumentKind.DefaultValue ? 0 : Number(program, site.With(a.Value), depth + 1) * (i == 0 ? unit : SmallerUnit(unit, i))));
            case IObjectCreationOperation { Type.Name: "TimeSpan", Arguments: { Length: > 0 } parts }:
                return Created(parts.Select(p => Number(program, site.With(p.Value), depth + 1)).ToList());
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum:
                return Span(program, site.With(sum.LeftOperand), depth + 1) is { } left && Span(program, site.With(sum.RightOperand), depth + 1) is { } right
                    ? sum.OperatorKind == BinaryOperatorKind.Add ? left + right : left - right
                    : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } scaled:
                var (time, factor) = IsTimeSpan(scaled.LeftOperand.Unwrap().Type) ? (scaled.LeftOperand, scaled.RightOperand) : (scaled.RightOperand, scaled.LeftOperand);
                return Span(program, site.With(time), depth + 1) is { } base0 && Number(program, site.With(factor), depth + 1) is { } times
                    ? scaled.OperatorKind == BinaryOperatorKind.Multiply ? base0 * times : base0 / times
                    : null;
            default:
                return Largest(program, site, s => Span(program, s, depth + 1));
        }
    }

    private static double? Number(ProgramModel program, Site site, int depth)
    {
        site = site.With(site.Operation.Unwrap());
        if (depth > MaxDepth)
            return null;
        if (site.Operation.ConstantValue is { HasValue: true, Value: { } constant })
            return constant is IConvertible and not string and not bool and not char ? Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture) : null;
        return site.Operation switch
        {
            IBinaryOperation binary when Number(program, site.With(binary.LeftOperand), depth + 1) is { } left && Number(program, site.With(binary.RightOperand), depth + 1) is { } right => binary.OperatorKind switch
            {
                BinaryOperatorKind.Add => left + right,
                BinaryOperatorKind.Subtract => left - right,
                BinaryOperatorKind.Multiply => left * right,
                BinaryOperatorKind.Divide when right != 0 => left / right,
                _ => null,
            },
            IBinaryOperation => null,
            IPropertyReferenceOperation { Property: { Name: "TotalMilliseconds", ContainingType.Name: "TimeSpan" }, Instance: { } span } => Span(program, site.With(span), depth + 1),
            _ => Largest(program, site, s => Number(program, s, depth + 1)),
        };
    }

    private static double? Largest(ProgramModel program, Site site, Func<Site, double?> evaluate)
    {
        var symbol = (site.Operation as IMemberReferenceOperation)?.Member ?? (ISymbol?)(site.Operation as IParameterReferenceOperation)?.Parameter;
        // delay *= 2 in another place: the value grows.
        if (symbol is not null && program.ReferencesTo(symbol).Any(static r => r.Parent is ICompoundAssignmentOperation or IIncrementOrDecrementOperation))
            return null;
        // Configuration is bound to properties, init-only ones too; what stands in the source is a default.
        if (site.Operation is IPropertyReferenceOperation { Property.SetMethod: { DeclaredAccessibility: not Accessibility.Private } })
            return null;
        var step = program.StepBack(site);
        if (step.IsNone || !step.Complete || step.Values.Length == 0)
            return null;
        double? largest = null;
        foreach (var value in step.Values)
        {
            if (evaluate(value) is not { } one)
                return null;
            largest = largest is { } known ? Math.Max(known, one) : one;
        }

        return largest;
    }

    private static double? Sum(IEnumerable<double?> parts) => parts.Aggregate((double?)0, static (a, b) => a + b);

    private static double? UnitOf(string factory) => factory switch
    {
        "FromDays" => 86_400_000,
        "FromHours" => 3_600_000,
        "FromMinutes" => 60_000,
        "FromSeconds" => 1000,
        "FromMilliseconds" => 1,
        "FromMicroseconds" => 0.001,
        "FromTicks" => 0.0001,
        _ => null,
    };

    // TimeSpan.FromMinutes(minutes, seconds, milliseconds, …)
    private static double SmallerUnit(double unit, int index)
    {
        double[] units = [86_400_000, 3_600_000, 60_000, 1000, 1, 0.001];
        var place = Array.IndexOf(units, unit) + index;
        return place < units.Length ? units[place] : 0;
    }

    private static double? Created(IReadOnlyList<double?> parts) => parts.Count switch
    {
        1 => parts[0] * 0.0001,
        3 => parts[0] * 3_600_000 + parts[1] * 60_000 + parts[2] * 1000,
        _ => parts[0] * 86_400_000 + parts[1] * 3_600_000 + parts[2] * 60_000 + parts[3] * 1000 + (parts.Count > 4 ? parts[4] : 0),
    };
}
