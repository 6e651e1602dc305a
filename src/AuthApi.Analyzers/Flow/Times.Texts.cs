using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>Times written as text, and texts made longer and shorter.</content>
internal static partial class Times
{
    private sealed partial class Evaluation
    {
        /// <summary>A text put together of pieces: of one number, zeros behind it multiply.</summary>
        public IReadOnlyList<TimeValue?> OfPieces(TextValue text, SyntaxNode? whole = null)
        {
            IReadOnlyList<TimeValue?>? result = null;
            foreach (var piece in text.Pieces)
            {
                if (piece.Literal is not { } literal)
                {
                    if (result is not null)
                        return Unknown;
                    result = OfHole(piece, whole);
                }
                else if (result is null)
                {
                    result = [DigitsText(literal, piece.Source.Syntax)];
                }
                else if (literal.All(static c => c == '0'))
                {
                    var source = whole ?? piece.Source.Syntax.Parent;
                    result = Map(result, v => v is { Flaw: TimeFlaw.None } ? v.Scale(Rational.PowerOfTen(literal.Length)) with { UnitSource = source } : null);
                }
                else
                {
                    return Unknown;
                }
            }

            return result ?? Unknown;
        }

        private IReadOnlyList<TimeValue?> OfHole(TextPiece piece, SyntaxNode? whole)
        {
            // The format belongs to the source; a use that is not the source has it written already.
            var (asked, format) = piece.Use is { } use && use.Syntax != whole ? (use, null) : (piece.Source, piece.Format);
            return Map(Of(asked), v => Written(v, asked.Operation, format, FormatSource(asked.Operation, format)));
        }

        private static SyntaxNode FormatSource(IOperation value, string? format) =>
            format is not null && value.Syntax.Parent is { } interpolation ? interpolation : value.Syntax;

        private IReadOnlyList<TimeValue?> TextOf(Site site)
        {
            var result = new List<TimeValue?>();
            foreach (var text in program.TextsOf(site))
                result.AddRange(OfPieces(text, site.Syntax));
            return result;
        }

        /// <summary>The text of a value. A date, and a duration, always gives one that is no number.</summary>
        private static TimeValue? Written(TimeValue? value, IOperation operation, string? format, SyntaxNode where)
        {
            if (KnownName(operation.Type) is "DateTime" or "DateTimeOffset" or "TimeSpan" or "Instant" or "Duration" or "ZonedDateTime" or "DateOnly" or "TimeOnly")
                return new TimeValue { Form = TimeForm.Text, Rate = Rational.One, Flaw = TimeFlaw.DateText, FlawSource = where, Path = value?.Path ?? ImmutableStack<IOperation>.Empty };
            if (value is null || value.Form == TimeForm.Text)
                return format is null or "" ? value : null;
            if (value.Form != TimeForm.Number)
                return null;
            var text = value with { Form = TimeForm.Text };
            if (value.Flaw != TimeFlaw.None)
                return text;
            format ??= "";
            if (Regex.IsMatch(format, "^[nNcC][0-9]*$") || Regex.IsMatch(format, "^[#0]+,[#0]+$"))
                return text with { Flaw = TimeFlaw.Grouped, FlawSource = where };
            if (Regex.IsMatch(format, "^[eE][0-9]*$") || (value.NumberType == SpecialType.System_Single && format == ""))
                return text with { Flaw = TimeFlaw.Exponent, FlawSource = where };
            if (value.NumberType == SpecialType.System_Double && value.Digits is null or > 15 && format is "" or "G" or "g" or "R" or "r")
                return value.Digits is null ? null : text with { Flaw = TimeFlaw.Exponent, FlawSource = value.UnitSource ?? where };
            if (Regex.IsMatch(format, "^[xX][0-9]*$"))
                return text with { Flaw = TimeFlaw.Hexadecimal, FlawSource = where };
            if (Regex.IsMatch(format, "^[fF]0$") || Regex.IsMatch(format, "^(0+|#+|#+0+)$"))
                return text.Truncate();
            if (Regex.IsMatch(format, "^[dD]([0-9]|1[0-3])?$"))
                return value.IsIntegral ? text : null;
            if (Regex.IsMatch(format, "^[fF]([1-9][0-9]*)?$") || Regex.IsMatch(format, @"^[#0]+\.0+$"))
                return text with { Flaw = TimeFlaw.Fraction, FlawSource = where };
            if (format is "" or "G" or "g" or "R" or "r" || Regex.IsMatch(format, @"^[#0]+\.#+$"))
                return value.IsIntegral ? text : text with { Flaw = TimeFlaw.Fraction, FlawSource = value.UnitSource ?? where };
            return null;
        }

        /// <summary><c>ToString</c> and the methods of strings.</summary>
        private IReadOnlyList<TimeValue?>? TextCall(Site site, IInvocationOperation call)
        {
            var (name, arguments, syntax) = (call.TargetMethod.Name, call.Arguments, call.Syntax);
            if (call.Instance is not { } self)
                return name is "Concat" or "Format" or "Create" or "Join" ? TextOf(site) : null;
            if (name == "ToString")
            {
                var format = arguments.FirstOrDefault(static a => a.Parameter?.Type.SpecialType == SpecialType.System_String);
                var text = format is null ? null : program.KnownText(site.With(format.Value));
                if (format is not null && text is null && !format.Value.IsNull())
                    return Unknown;
                return Map(Of(site.With(self)), v => Written(v, self, text, syntax));
            }

            int? Number(int index) => index < arguments.Length && arguments[index].Value.ConstantValue.Value is int value ? value : null;
            char? Character(int index) => index < arguments.Length && arguments[index].Value.ConstantValue.Value is char value ? value : null;
            string? Text(int index) => index < arguments.Length ? arguments[index].Value.ConstantValue.Value?.ToString() : null;
            switch (name)
            {
                case "Substring" when arguments.Length == 2 && Number(0) == 0 && Number(1) is { } length:
                    return Map(site, self, v => First(v, length, syntax));
                case "Remove" when arguments.Length == 1 && Number(0) is { } length:
                    return Map(site, self, v => First(v, length, syntax));
                case "PadRight" when arguments.Length == 2 && Number(0) is { } width && Character(1) == '0':
                    return Map(site, self, v => v is not { Flaw: TimeFlaw.None, Digits: { } digits } ? null
                        : width > digits ? v.Scale(Rational.PowerOfTen(width - digits)) with { UnitSource = syntax } : v);
                case "PadLeft" when Number(0) is { } width:
                    return Map(site, self, v => v.Digits >= width ? v : null);
                case "Trim" or "TrimStart" or "TrimEnd" when arguments.Length == 0 || arguments[0].ArgumentKind != ArgumentKind.Explicit:
                    return Of(site.With(self));
                case "Replace" when arguments.Length == 2 && Text(0) is "," or " " && Text(1) is "":
                    return Map(site, self, static v => v.Flaw == TimeFlaw.Grouped ? v with { Flaw = TimeFlaw.None } : v.Flaw == TimeFlaw.None ? v : null);
                case "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Normalize":
                    return Of(site.With(self));
                default:
                    return Unknown;
            }
        }

        /// <summary>The first characters of a number's text.</summary>
        private static TimeValue? First(TimeValue text, int length, SyntaxNode syntax)
        {
            if (text.Form != TimeForm.Text || text.Flaw is not (TimeFlaw.None or TimeFlaw.Fraction) || text.Digits is not { } digits || length > digits || length <= 0)
                return null;
            var whole = (text with { Flaw = TimeFlaw.None, FlawSource = null }).Truncate();
            return length == digits ? whole
                : whole.Scale(Rational.PowerOfTen(length - digits)) with { Noise = whole.Noise + 1, UnitSource = syntax };
        }

        /// <summary><c>text[..10]</c>.</summary>
        private IReadOnlyList<TimeValue?> Sliced(Site site, IImplicitIndexerReferenceOperation slice) =>
            slice.Argument is IRangeOperation { LeftOperand: null, RightOperand: IConversionOperation { Operand.ConstantValue.Value: int length } }
                ? Map(site, slice.Instance, v => First(v, length, slice.Syntax))
                : Unknown;

        /// <summary><c>text.Split('.')[0]</c>: the whole part.</summary>
        private IReadOnlyList<TimeValue?>? Split(Site site, IArrayElementReferenceOperation element) =>
            element.Indices is [{ ConstantValue.Value: 0 }]
            && element.ArrayReference is IInvocationOperation { TargetMethod: { Name: "Split", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } self, Arguments: [{ Value: var separator }, ..] }
            && (separator.ConstantValue.Value?.ToString() ?? (separator as IArrayCreationOperation)?.Initializer?.ElementValues.FirstOrDefault()?.ConstantValue.Value?.ToString()) == "."
                ? Map(site, self, v => v.Digits is { } digits ? First(v, digits, element.Syntax) : null)
                : null;
    }
}
