using System.Globalization;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.InvalidTemporaryPassword;

/// <summary>
/// How far from now an expression lies: clocks plus constants. Apart from <see cref="Times"/>, whose question is the unit, and for
/// which a time of unknown origin is as good as now; here it is unknown.
/// </summary>
internal sealed class Distances(ProgramModel program)
{
    private const int MaxDepth = 24;

    private static readonly IReadOnlyList<Distance?> Unknown = [null];

    private readonly HashSet<(SyntaxNode, OperationKind, CallFrame?)> open = [];

    /// <summary>The alternatives; null stands for an unknown one.</summary>
    public IReadOnlyList<Distance?> Of(Site site)
    {
        site = site.With(site.Operation.Unwrap());
        if (site.Operation.ConstantText() is { } text)
            return [Distance.OfText(text)];
        var key = (site.Syntax, site.Operation.Kind, site.Frame);
        if (open.Count > MaxDepth || !open.Add(key))
            return Unknown;
        try
        {
            return Compute(site);
        }
        finally
        {
            open.Remove(key);
        }
    }

    private IReadOnlyList<Distance?> Compute(Site site)
    {
        switch (site.Operation)
        {
            case IPropertyReferenceOperation property when OfProperty(site, property) is { } result:
                return result;
            case IInvocationOperation call when OfCall(site, call) is { } result:
                return result;
            case IObjectCreationOperation creation:
                return OfCreation(site, creation);
            case IFieldReferenceOperation { Field: { Name: "MaxValue" or "MinValue", ContainingType.Name: "DateTime" or "DateTimeOffset" } bound }:
                return [Distance.OfYear(bound.Name == "MaxValue" ? 9999 : 1)];
            case IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } }:
                return [Distance.Now];
            case IDefaultValueOperation { Type.Name: "DateTime" or "DateTimeOffset" }:
                return Unknown;
            case IConversionOperation { OperatorMethod: not null, Operand: var operand } when IsTime(operand.Type):
                return Of(site.With(operand));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsTime(sum.LeftOperand.Type):
                return Sums(site, sum.LeftOperand, Of(site.With(sum.RightOperand)));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference when IsTime(difference.LeftOperand.Type) && difference.RightOperand.Type?.Name == "TimeSpan":
                return Sums(site, difference.LeftOperand, Of(site.With(difference.RightOperand)).Select(static d => d?.Negate()).ToList());
            case IInterpolatedStringOperation when program.TextsOf(site) is [{ Pieces: [{ IsHole: true } hole] }] && hole.Source.Syntax != site.Syntax:
                return Of(hole.Source);
        }

        if (!IsSettled(site.Operation))
            return Unknown;
        var step = program.StepBack(site);
        return step.IsNone || step.Values.Length == 0 || !step.Complete ? Unknown : step.Values.SelectMany(Of).ToList();
    }

    /// <summary>Whether nothing outside the compilation gives the member another value.</summary>
    private static bool IsSettled(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: var field } => field.IsConst || field.IsReadOnly,
        IPropertyReferenceOperation { Property.SetMethod: { IsInitOnly: false } } => false,
        _ => true,
    };

    private static bool IsTime(ITypeSymbol? type) => type?.Name is "DateTime" or "DateTimeOffset" or "TimeSpan"
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ Name: "DateTime" or "DateTimeOffset" }] };

    private IReadOnlyList<Distance?>? OfProperty(Site site, IPropertyReferenceOperation property)
    {
        var (type, name) = (property.Property.ContainingType, property.Property.Name);
        if (type.Name is "DateTime" or "DateTimeOffset")
        {
            return name switch
            {
                "UtcNow" or "Now" => [Distance.Now],
                // Some midnight of the last day, wherever the program runs.
                "Today" => [new(-1.6, 0.6)],
                "Date" when property.Instance is { } time => Of(site.With(time)).Select(static d => d?.Add(new(-1, 0))).ToList(),
                "UtcDateTime" or "LocalDateTime" or "DateTime" when property.Instance is { } time => Of(site.With(time)),
                _ => Unknown,
            };
        }

        return name is "UtcNow" or "Now" && IsTime(property.Type) && IsClock(type) ? [Distance.Now]
            : type.Name == "Nullable" && name == "Value" && property.Instance is { } nullable ? Of(site.With(nullable))
            : null;
    }

    /// <summary><c>TimeProvider</c>, <c>ISystemClock</c>, <c>IClock</c>, <c>IDateTimeProvider</c>.</summary>
    private static bool IsClock(ITypeSymbol type) =>
        type.Name.IndexOf("Clock", StringComparison.OrdinalIgnoreCase) >= 0 || type.Name.IndexOf("Time", StringComparison.Ordinal) >= 0;

    private IReadOnlyList<Distance?>? OfCall(Site site, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (IsTime(method.ReturnType) && IsClock(method.ContainingType) && method.Name is "GetUtcNow" or "GetLocalNow" or "UtcNow" or "Now" && call.Arguments.Length == 0)
            return [Distance.Now];
        if (method.ContainingType.Name is "TimeSpan" && UnitOf(method.Name, "From") is { } span && call.Arguments.Length >= 1)
            return Amounts(site, call, span);
        if (method.ContainingType.Name is "DateTime" or "DateTimeOffset")
        {
            if (call.Instance is { } time && method.Name.StartsWith("Add", StringComparison.Ordinal) && call.Arguments is [var argument, ..])
                return Sums(site, time, method.Name == "Add" ? Of(site.With(argument.Value)) : UnitOf(method.Name, "Add") is { } unit ? Amounts(site, call, unit) : Unknown);
            return (method.Name, call) switch
            {
                ("Subtract", { Instance: { } from, Arguments: [{ Value.Type.Name: "TimeSpan" } less] }) => Sums(site, from, Of(site.With(less.Value)).Select(static d => d?.Negate()).ToList()),
                ("ToUniversalTime" or "ToLocalTime" or "ToOffset" or "ToString", { Instance: { } self }) => Of(site.With(self)),
                ("SpecifyKind" or "Parse", { Arguments: [var first, ..] }) => Of(site.With(first.Value)),
                _ => Unknown,
            };
        }

        return method.ContainingType.Name == "XmlConvert" && method.Name is "ToString" or "ToDateTime" or "ToDateTimeOffset" && call.Arguments.Length > 0 ? Of(site.With(call.Arguments[0].Value)) : null;
    }

    private IReadOnlyList<Distance?> OfCreation(Site site, IObjectCreationOperation creation)
    {
        var arguments = creation.Arguments;
        switch (creation.Type?.Name)
        {
            case "DateTimeOffset" when arguments.Length is 1 or 2 && arguments[0].Value.Type?.Name == "DateTime":
                return Of(site.With(arguments[0].Value));
            case "DateTime" or "DateTimeOffset" when arguments.Length >= 3 && arguments[0].Value.ConstantValue.Value is int year:
                return [Distance.OfYear(year)];
            case "TimeSpan" when arguments.Length is 3 or 4 && arguments.All(static a => a.Value.ConstantValue.Value is int):
                var parts = arguments.Select(static a => (int)a.Value.ConstantValue.Value!).ToList();
                var days = parts.Count == 4 ? parts[0] : 0;
                parts = parts.Skip(parts.Count - 3).ToList();
                var length = days + (parts[0] / 24.0) + (parts[1] / 1440.0) + (parts[2] / 86400.0);
                return [new(length, length)];
            case "Nullable" when arguments.Length == 1:
                return Of(site.With(arguments[0].Value));
            default:
                return Unknown;
        }
    }

    /// <summary>Days in the unit at least and at most, and how many of it are a day.</summary>
    private static (double Low, double High, int? PerDay)? UnitOf(string method, string prefix) => method.StartsWith(prefix, StringComparison.Ordinal)
        ? method.Substring(prefix.Length) switch
        {
            "Days" => (1, 1, 1),
            "Hours" => (1 / 24.0, 1 / 24.0, 24),
            "Minutes" => (1 / 1440.0, 1 / 1440.0, 1440),
            "Seconds" => (1 / 86400.0, 1 / 86400.0, 86400),
            "Months" => (28, 31, null),
            "Years" => (365, 366, null),
            _ => null,
        }
        : null;

    private IReadOnlyList<Distance?> Amounts(Site site, IInvocationOperation call, (double Low, double High, int? PerDay) unit)
    {
        var argument = call.Arguments[0].Value;
        if (call.Arguments.Skip(1).Any(static a => a.ArgumentKind == ArgumentKind.Explicit))
            return Unknown;
        return Numbers(site.With(argument), 0).Select(n => n is not { } number ? null
            : number >= 0 ? new Distance(number * unit.Low, number * unit.High, new Amount(call.Syntax, argument, unit.PerDay))
            : new Distance(number * unit.High, number * unit.Low)).ToList();
    }

    private IReadOnlyList<double?> Numbers(Site site, int depth)
    {
        var operation = site.Operation;
        if (operation.ConstantValue is { HasValue: true, Value: IConvertible constant and not string and not bool })
            return [constant.ToDouble(CultureInfo.InvariantCulture)];
        operation = operation.Unwrap();
        if (operation.ConstantValue is { HasValue: true, Value: IConvertible inner and not string and not bool })
            return [inner.ToDouble(CultureInfo.InvariantCulture)];
        if (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } negation)
            return Numbers(site.With(negation.Operand), depth + 1).Select(static n => -n).ToList();
        if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product && Numbers(site.With(product.LeftOperand), depth + 1) is [{ } left] && Numbers(site.With(product.RightOperand), depth + 1) is [{ } right])
            return [left * right];
        if (depth > 8 || !IsSettled(operation))
            return [null];
        var step = program.StepBack(site.With(operation));
        return step.IsNone || !step.Complete || step.Values.Length == 0 ? [null] : step.Values.SelectMany(v => Numbers(v, depth + 1)).ToList();
    }

    private IReadOnlyList<Distance?> Sums(Site site, IOperation time, IReadOnlyList<Distance?> added)
    {
        var starts = Of(site.With(time));
        return starts.Count * added.Count > 16 ? Unknown : starts.SelectMany(s => added.Select(a => s is null || a is null ? null : s.Add(a))).ToList();
    }
}
