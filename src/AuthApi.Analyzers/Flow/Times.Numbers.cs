using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>Operators, conversions, <c>Math</c> and <c>Convert</c>.</content>
internal static partial class Times
{
    private sealed partial class Evaluation
    {
        /// <summary>Adding more than this to a number moves its epoch rather than correcting a clock: a year of seconds.</summary>
        private static readonly Rational EpochShift = 31_536_000;

        private IReadOnlyList<TimeValue?> Binary(Site site, BinaryOperatorKind kind, IOperation left, IOperation right)
        {
            var syntax = site.Syntax;
            var type = TypeOf(site.Operation);
            var isInteger = TimeValue.IsIntegerType(type) || KnownName(site.Operation.Type) == "BigInteger";
            return Combine(site, left, right, (a, b) => kind switch
            {
                BinaryOperatorKind.Add => Sum(a, b, syntax)?.Fit(type, syntax),
                BinaryOperatorKind.Subtract => Difference(a, b, site.Operation)?.Fit(type, syntax),
                BinaryOperatorKind.Multiply => Product(a, b, syntax)?.Fit(type, syntax),
                BinaryOperatorKind.Divide => Quotient(a, b, isInteger, syntax)?.Fit(type, syntax),
                BinaryOperatorKind.Remainder => Remainder(a, b, syntax),
                _ => null,
            });
        }

        private static TimeValue? Sum(TimeValue? a, TimeValue? b, SyntaxNode syntax)
        {
            if (a is null || b is null)
                return (a ?? b)?.AddUnknown();
            if (a.Form is TimeForm.Text || b.Form is TimeForm.Text)
                return null;
            return TimeValue.Add(a, b) is { } sum ? ShiftedBy(sum, a.Rate.IsZero ? a : b, syntax) with { Form = FormOfSum(a, b), Kind = a.Kind } : null;
        }

        private static TimeForm FormOfSum(TimeValue a, TimeValue b) => a.Form == TimeForm.Span ? b.Form : a.Form;

        private static TimeValue? Difference(TimeValue? a, TimeValue? b, IOperation operation)
        {
            if (a is null || b is null)
                return b is null ? a?.AddUnknown() : b.Negate().AddUnknown();
            if (a.Form is TimeForm.Text || b.Form is TimeForm.Text)
                return null;
            // Subtraction of two DateTimes does not look at their Kind.
            var isInterval = a.Form is TimeForm.Date or TimeForm.Instant && b.Form == a.Form;
            return TimeValue.Add(a, b.Negate()) is { } difference
                ? ShiftedBy(difference, b, operation.Syntax) with { Form = isInterval ? TimeForm.Span : a.Form, Kind = a.Kind }
                : null;
        }

        private static TimeValue ShiftedBy(TimeValue sum, TimeValue addend, SyntaxNode syntax) =>
            sum.Form == TimeForm.Number && !sum.Rate.IsZero && addend is { Rate.IsZero: true, Offset: { } offset } && Rational.Abs(offset) > EpochShift * Rational.Abs(sum.Rate)
                ? sum with { UnitSource = syntax }
                : sum;

        private static TimeValue? Product(TimeValue? a, TimeValue? b, SyntaxNode syntax)
        {
            if (a is { Form: TimeForm.Text } || b is { Form: TimeForm.Text })
                return null;
            if (a is null || b is null)
                return (a ?? b)?.ScaleUnknown();
            var (value, factor) = b.IsConstant ? (a, b) : (b, a);
            if (!factor.IsConstant || factor.Form == TimeForm.Span && value.Form == TimeForm.Span)
                return null;
            // TimeSpan * number and number * TimeSpan.
            var form = factor.Form == TimeForm.Span ? TimeForm.Span : value.Form;
            return Scaled(value, factor.Offset!.Value, syntax) with { Form = form, IsIntegral = value.IsIntegral && factor.IsIntegral };
        }

        private static TimeValue? Quotient(TimeValue? a, TimeValue? b, bool isInteger, SyntaxNode syntax)
        {
            if (a is null || b is null)
                return b is null && a is not { Form: TimeForm.Text } ? a?.ScaleUnknown() : null;
            if (!b.IsConstant || b.Offset is not { IsZero: false } divisor || a.Form is TimeForm.Text || b.Form is TimeForm.Text)
                return null;
            var result = Scaled(a, Rational.One / divisor, syntax) with
            {
                Form = b.Form == TimeForm.Span ? TimeForm.Number : a.Form,
                IsIntegral = false,
            };
            return isInteger ? result.Truncate() : result.Form == TimeForm.Span ? result with { Noise = result.Noise + Tick } : result;
        }

        private static TimeValue Scaled(TimeValue value, Rational factor, SyntaxNode syntax) =>
            value.Scale(factor) with { UnitSource = factor == Rational.One ? value.UnitSource : syntax };

        private static TimeValue? Remainder(TimeValue? a, TimeValue? b, SyntaxNode syntax) =>
            a is null || a.Rate.IsZero || b is not { IsConstant: true } || a.Form == TimeForm.Text ? null : Component(a, Rational.Abs(b.Offset!.Value), syntax) with { Form = a.Form };

        /// <summary>A number that runs from 0 to below <paramref name="limit"/> and starts again.</summary>
        private static TimeValue Component(TimeValue of, Rational limit, SyntaxNode syntax) => new()
        {
            Noise = limit,
            IsIntegral = true,
            Flaw = TimeFlaw.Component,
            FlawSource = syntax,
            NumberType = of.NumberType,
            Path = of.Path,
        };

        private TimeValue? Converted(TimeValue? value, IConversionOperation conversion)
        {
            if (value is null)
            {
                // object -> DateTime and the like: nothing was known before, the type says something.
                return conversion.OperatorMethod is null ? ClockOf(conversion) : null;
            }

            var target = conversion.Type;
            var name = KnownName(target);
            switch (value.Form)
            {
                case TimeForm.Date when name == "DateTimeOffset":
                    return ToInstant(value, conversion.Syntax);
                case TimeForm.Number when name == "BigInteger":
                    return value.Truncate() with { NumberType = SpecialType.None };
                case TimeForm.Number when target is not null && (TimeValue.IsIntegerType(target.SpecialType) || IsFloating(target.SpecialType)):
                    return value.Fit(target.SpecialType, conversion.Syntax);
                case TimeForm.Number when target is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] }:
                    return value.Fit(inner.SpecialType, conversion.Syntax);
                case TimeForm.Number when target?.SpecialType is SpecialType.System_Char || target?.TypeKind == TypeKind.Enum:
                    return null;
                default:
                    return conversion.OperatorMethod is null ? value : null;
            }
        }

        private static bool IsFloating(SpecialType type) => type is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;

        /// <summary>Static helpers on numbers; null when the call is none of them.</summary>
        private IReadOnlyList<TimeValue?>? NumberCall(Site site, IInvocationOperation call, string type)
        {
            var (method, arguments, syntax) = (call.TargetMethod, call.Arguments, call.Syntax);
            IOperation Value(int index) => arguments[index].Value;
            var returned = method.ReturnType.SpecialType;
            switch (type, method.Name)
            {
                case ("Math" or "MathF" or "Decimal" or "Double", "Floor" or "Ceiling" or "Truncate"):
                    return arguments.Length == 1 ? Map(site, Value(0), static v => v.Truncate()) : null;
                case ("Math" or "MathF" or "Decimal" or "Double", "Round"):
                    var places = arguments.FirstOrDefault(static a => a.Parameter?.Type.SpecialType == SpecialType.System_Int32);
                    return Map(site, Value(0), v => places is null || places.Value.ConstantValue.Value is 0 ? v.Truncate() : v with { Noise = v.Noise + 1 });
                case ("Math", "Abs" or "BigMul"):
                    return arguments.Length == 1 ? Map(site, Value(0), static v => v.IsPositive ? v : null)
                        : Combine(site, Value(0), Value(1), (a, b) => Product(a, b, syntax)?.Fit(returned, syntax));
                case ("Math" or "BigInteger", "Max" or "Min"):
                    // A clock that never runs back: Math.Max(last + 1, now).
                    return Of(site.With(Value(0))).Concat(Of(site.With(Value(1)))).ToList();
                case ("Math", "DivRem") when arguments.Length is 2 or 3 && TimeValue.IsIntegerType(returned):
                    return Combine(site, Value(0), Value(1), (a, b) => Quotient(a, b, true, syntax));
                case ("Decimal" or "BigInteger", "Add" or "Subtract" or "Multiply" or "Divide" or "Remainder") when arguments.Length == 2:
                    return Combine(site, Value(0), Value(1), (a, b) => method.Name switch
                    {
                        "Add" => Sum(a, b, syntax),
                        "Subtract" => Difference(a, b, call),
                        "Multiply" => Product(a, b, syntax),
                        "Divide" => Quotient(a, b, type == "BigInteger", syntax),
                        _ => Remainder(a, b, syntax),
                    });
                case ("Decimal", "ToInt64" or "ToInt32" or "ToUInt32" or "ToUInt64" or "ToDouble"):
                    return Map(site, Value(0), v => v.Fit(returned, syntax));
                case ("Convert", "ToInt64" or "ToInt32" or "ToUInt32" or "ToUInt64" or "ToInt16" or "ToDouble" or "ToDecimal" or "ToSingle"):
                    return Map(site, Value(0), v => Number(v, syntax)?.Fit(returned, syntax));
                case ("Convert", "ToString"):
                    return arguments.Length > 0 && arguments[0].Value.Type?.SpecialType is var from && (arguments.Length == 1 || arguments[1].Value.Type?.SpecialType != SpecialType.System_Int32)
                        ? from == SpecialType.System_String ? Of(site.With(Value(0))) : Map(Of(site.With(Value(0))), v => Written(v, Value(0), null, syntax))
                        : null;
                case ("Convert", "ChangeType") when Value(1) is ITypeOfOperation typeOf:
                    return Map(site, Value(0), v => Number(v, syntax)?.Fit(typeOf.TypeOperand.SpecialType, syntax));
                case (_, "Parse") when arguments.Length > 0 && IsNumeric(method.ContainingType):
                    return Map(site, Value(0), v => Number(v, syntax)?.Fit(method.ContainingType.SpecialType, syntax));
                case (_, "CreateChecked" or "CreateTruncating" or "CreateSaturating") when arguments.Length == 1 && IsNumeric(method.ContainingType):
                    return Map(site, Value(0), v => v.Fit(method.ContainingType.SpecialType, syntax));
                default:
                    return null;
            }
        }

        private static bool IsNumeric(ITypeSymbol type) =>
            TimeValue.IsIntegerType(type.SpecialType) || IsFloating(type.SpecialType) || KnownName(type) == "BigInteger";

        // Convert.ToInt64 rounds where a cast truncates; both are within the noise.
        private static TimeValue? Number(TimeValue value, SyntaxNode syntax) => value.Form switch
        {
            TimeForm.Number => value,
            TimeForm.Text when value.Flaw is TimeFlaw.None => value with { Form = TimeForm.Number },
            _ => null,
        };
    }
}
