using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// What an expression says about the time: its unit, epoch, zone and form, through every calculation and conversion on
/// the way (<see cref="TimeValue"/>). Where a value is only passed on, <see cref="Values"/> follows it.
/// </summary>
internal static partial class Times
{
    private const int MaxDepth = 60;
    private const int MaxAlternatives = 12;

    /// <summary>The alternatives that are known; none for an expression of which nothing is known.</summary>
    /// <param name="complete">Whether there are no others.</param>
    public static IReadOnlyList<TimeValue> TimesOf(this ProgramModel program, Site site, out bool complete)
    {
        var values = new Evaluation(program).Of(site);
        complete = !values.Contains(null);
        return values.OfType<TimeValue>().ToList();
    }

    /// <summary>
    /// The alternatives of a part of a text, such as the value of one field. Each is of the form <see cref="TimeForm.Text"/>.
    /// </summary>
    public static IReadOnlyList<TimeValue> TimesOf(this ProgramModel program, TextValue text) =>
        new Evaluation(program).OfPieces(text).OfType<TimeValue>().ToList();

    private sealed partial class Evaluation(ProgramModel program)
    {
        private static readonly IReadOnlyList<TimeValue?> Unknown = [null];

        // A boxing stands at the same place of the source as the cast inside it.
        private readonly HashSet<(SyntaxNode, OperationKind, bool, CallFrame?)> open = [];

        /// <summary>The alternatives, at least one; null stands for an unknown one.</summary>
        public IReadOnlyList<TimeValue?> Of(Site site)
        {
            var operation = site.Operation;
            if (operation.ConstantValue is { HasValue: true } constant)
                return [ConstantOf(constant.Value, operation)];
            var key = (operation.Syntax, operation.Kind, operation.IsImplicit, site.Frame);
            if (open.Count > MaxDepth || !open.Add(key))
                return Unknown;
            try
            {
                var values = Compute(site);
                return values.Count > MaxAlternatives ? Unknown : values;
            }
            finally
            {
                open.Remove(key);
            }
        }

        private static TimeValue? ConstantOf(object? value, IOperation operation)
        {
            if (value is string text)
                return DigitsText(text, operation.Syntax);
            return Rational.FromConstant(value) is { } number
                ? TimeValue.Constant(number) with { NumberType = operation.Type?.SpecialType ?? SpecialType.None, UnitSource = operation.Syntax }
                : null;
        }

        private static TimeValue? DigitsText(string text, SyntaxNode? source) =>
            text.Length > 0 && text.All(static c => c is >= '0' and <= '9') && Rational.Parse(text) is { } digits
                ? TimeValue.Constant(digits, TimeForm.Text) with { UnitSource = source }
                : null;

        private IReadOnlyList<TimeValue?> Compute(Site site)
        {
            switch (site.Operation)
            {
                case IConversionOperation conversion:
                    return Map(Of(site.With(conversion.Operand)), v => Converted(v, conversion));
                case IParenthesizedOperation parenthesized:
                    return Of(site.With(parenthesized.Operand));
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } negation:
                    return Map(Of(site.With(negation.Operand)), v => v?.Negate());
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } plus:
                    return Of(site.With(plus.Operand));
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                case ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_String }:
                case IInterpolatedStringOperation:
                    return TextOf(site);
                case IBinaryOperation binary:
                    return Binary(site, binary.OperatorKind, binary.LeftOperand, binary.RightOperand);
                case ICompoundAssignmentOperation compound:
                    return Map(Binary(site, compound.OperatorKind, compound.Target, compound.Value), v => v?.Fit(TypeOf(compound), compound.Syntax));
                case IDefaultValueOperation { Type: { } type }:
                    return [DefaultOf(type, site.Syntax)];
                case IArgumentOperation argument:
                    return Of(site.With(argument.Value));
                case IObjectCreationOperation creation:
                    return Created(site, creation);
                case IImplicitIndexerReferenceOperation slice:
                    return Sliced(site, slice);
                case IArrayElementReferenceOperation element when Split(site, element) is { } part:
                    return part;
                case IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: 0 } call when Called(site, call) is { } result:
                    return result;
                case IPropertyReferenceOperation { Property.DeclaringSyntaxReferences.Length: 0 } property when PropertyOf(site, property) is { } result:
                    return result;
                case IFieldReferenceOperation { Field.DeclaringSyntaxReferences.Length: 0 } field when StaticMember(field.Field) is { } result:
                    return [result];
            }

            return PassedOn(site) ?? [ClockOf(site.Operation)];
        }

        /// <summary>The values of a reference; null when they do not lie in this program.</summary>
        private IReadOnlyList<TimeValue?>? PassedOn(Site site)
        {
            var step = program.StepBack(site);
            if (step.IsNone || step.Values.Length == 0)
                return null;
            var result = new List<TimeValue?>();
            foreach (var value in step.Values)
            {
                foreach (var time in Of(value))
                {
                    var passed = IsCarrier(site.Operation) && time is not null ? time with { Path = time.Path.Push(site.Operation) } : time;
                    if (!result.Contains(passed))
                        result.Add(passed);
                }
            }

            // Tests of the program often stand in for its clock; one of them tells as little as an unknown clock.
            return result.TrueForAll(static v => v is null) && ClockOf(site.Operation) is { } clock ? [clock] : result;
        }

        private static bool IsCarrier(IOperation operation) =>
            operation is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IInvocationOperation;

        private static IReadOnlyList<TimeValue?> Map(IReadOnlyList<TimeValue?> values, Func<TimeValue?, TimeValue?> change)
        {
            var result = new List<TimeValue?>(values.Count);
            foreach (var value in values)
                result.Add(change(value));
            return result;
        }

        /// <summary>The same for one argument, which must be known.</summary>
        private IReadOnlyList<TimeValue?> Map(Site site, IOperation operand, Func<TimeValue, TimeValue?> change) =>
            Map(Of(site.With(operand)), v => v is null ? null : change(v));

        private IReadOnlyList<TimeValue?> Combine(Site site, IOperation left, IOperation right, Func<TimeValue?, TimeValue?, TimeValue?> combine)
        {
            var (first, second) = (Of(site.With(left)), Of(site.With(right)));
            return first.Count * second.Count > MaxAlternatives
                ? Unknown
                : first.SelectMany(a => second.Select(b => Joined(combine(a, b), a, b))).ToList();
        }

        // Both operands were passed on by somebody; the one that carries the time says by whom.
        private static TimeValue? Joined(TimeValue? result, TimeValue? left, TimeValue? right) =>
            result is null || left is null || right is null || !left.Rate.IsZero || left.DependsOnMachine ? result
            : right.Rate.IsZero && !right.DependsOnMachine ? result
            : result with { Path = right.Path };

        private static SpecialType TypeOf(IOperation operation) => operation.Type?.SpecialType ?? SpecialType.None;

        /// <summary>The name of a type of the base library or of NodaTime; null for any other type.</summary>
        private static string? KnownName(ITypeSymbol? type)
        {
            if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
                type = inner;
            var @namespace = type?.ContainingNamespace;
            return @namespace?.Name switch
            {
                "System" or "NodaTime" when @namespace.ContainingNamespace?.IsGlobalNamespace == true => type!.Name,
                "Diagnostics" or "Numerics" when @namespace.ContainingNamespace?.Name == "System" => type!.Name,
                "Extensions" when @namespace.ContainingNamespace?.Name == "NodaTime" => type!.Name,
                _ => null,
            };
        }
    }
}
