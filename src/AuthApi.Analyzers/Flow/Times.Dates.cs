using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content><c>DateTime</c>, <c>DateTimeOffset</c>, <c>TimeSpan</c>: what they are made of and what they become.</content>
internal static partial class Times
{
    private sealed partial class Evaluation
    {
        private const long TicksPerSecond = TimeSpan.TicksPerSecond;

        /// <summary>The resolution of dates and durations, in seconds.</summary>
        private static readonly Rational Tick = Rational.PowerOfTen(-7);

        /// <summary>Seconds from 0001-01-01 (the epoch of <c>Ticks</c>) to 1970-01-01.</summary>
        private const long FromYear1 = 62_135_596_800;

        /// <summary>Seconds from 1601-01-01 (the epoch of file times) to 1970-01-01.</summary>
        private const long From1601 = 11_644_473_600;

        /// <summary>Days from 1899-12-30 (the epoch of OLE dates) to 1970-01-01.</summary>
        private const long FromOleEpoch = 25_569;

        private static TimeValue? DefaultOf(ITypeSymbol type, SyntaxNode syntax) => KnownName(type) switch
        {
            "DateTime" => TimeValue.Constant(-FromYear1, TimeForm.Date) with { Kind = ClockZone.Unspecified },
            "DateTimeOffset" => TimeValue.Constant(-FromYear1, TimeForm.Instant) with { Kind = ClockZone.Utc },
            "TimeSpan" => TimeValue.Constant(Rational.Zero, TimeForm.Span),
            _ => type.IsValueType && IsNumeric(type) ? TimeValue.Constant(Rational.Zero) with { UnitSource = syntax } : null,
        };

        private IReadOnlyList<TimeValue?> Created(Site site, IObjectCreationOperation creation)
        {
            var arguments = creation.Arguments;
            var name = KnownName(creation.Type);
            if (name is not null && arguments.Length == 0)
                return [DefaultOf(creation.Type!, creation.Syntax)];
            switch (name)
            {
                case "DateTime" when arguments.Length is 1 or 2 && arguments[0].Parameter?.Name == "ticks":
                    return Map(site, arguments[0].Value, v => FromTicks(v, TimeForm.Date) with { Kind = KindArgument(creation) });
                case "DateTime" or "DateTimeOffset" when arguments.Length >= 3 && arguments[0].Parameter?.Name == "year":
                    return [ConstantDate(creation, name)];
                case "DateTimeOffset" when arguments.Length == 1:
                    return Map(site, arguments[0].Value, v => v.Form == TimeForm.Date ? ToInstant(v, creation.Syntax) : null);
                case "DateTimeOffset" when arguments.Length == 2:
                    return Combine(site, arguments[0].Value, arguments[1].Value, (date, offset) => date is null ? null : WithOffset(date, offset, creation.Syntax));
                case "TimeSpan" when arguments.Length == 1:
                    return Map(site, arguments[0].Value, static v => FromTicks(v, TimeForm.Span, 0));
                case "TimeSpan" when ConstantSpan(creation) is { } span:
                    return [span];
                case "BigInteger" or "Decimal" or "Nullable" when arguments.Length == 1:
                    return Map(site, arguments[0].Value, v => name == "BigInteger" ? v.Truncate() with { NumberType = SpecialType.None } : v with { NumberType = SpecialType.System_Decimal });
                default:
                    return [ClockOf(creation)];
            }
        }

        private static TimeValue FromTicks(TimeValue ticks, TimeForm form, long epoch = FromYear1)
        {
            var seconds = ticks.Scale(Rational.One / TicksPerSecond);
            return seconds with { Form = form, Offset = seconds.Offset - epoch, IsIntegral = false };
        }

        private static TimeValue WithOffset(TimeValue date, TimeValue? offset, SyntaxNode syntax)
        {
            if (offset is { IsConstant: true, Offset: { } seconds })
                return date with { Form = TimeForm.Instant, Offset = date.Offset - seconds, Kind = seconds.IsZero ? ClockZone.Utc : ClockZone.Unknown, ZoneSource = date.ZoneSource };
            return date with { Form = TimeForm.Instant, Offset = null, Zone = null, Kind = ClockZone.Unknown, ZoneSource = syntax };
        }

        private static ClockZone KindArgument(IObjectCreationOperation creation) =>
            creation.Arguments.FirstOrDefault(static a => a.Parameter?.Type.Name == "DateTimeKind") is { } kind ? KindOf(kind.Value) : ClockZone.Unspecified;

        private static ClockZone KindOf(IOperation kind) => kind.ConstantValue.Value switch
        {
            0 => ClockZone.Unspecified,
            1 => ClockZone.Utc,
            2 => ClockZone.Local,
            _ => ClockZone.Unknown,
        };

        private static TimeValue? ConstantDate(IObjectCreationOperation creation, string type)
        {
            var parts = new List<int>();
            var offset = TimeSpan.Zero;
            foreach (var argument in creation.Arguments)
            {
                if (argument.Value.ConstantValue is { HasValue: true, Value: int part } && argument.Parameter?.Type.SpecialType == SpecialType.System_Int32)
                    parts.Add(part);
                else if (argument.Parameter?.Type.Name == "TimeSpan" && argument.Value is not IFieldReferenceOperation { Field.Name: "Zero" } and not IDefaultValueOperation)
                    return ClockOf(creation);
                else if (argument.Parameter?.Type.Name is not ("DateTimeKind" or "TimeSpan"))
                    return ClockOf(creation);
            }

            while (parts.Count < 7)
                parts.Add(0);
            try
            {
                var seconds = Rational.FromConstant((new DateTime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]) - offset).Ticks)!.Value / TicksPerSecond;
                return TimeValue.Constant(seconds - FromYear1, type == "DateTime" ? TimeForm.Date : TimeForm.Instant) with
                {
                    Kind = type == "DateTime" ? KindArgument(creation) : ClockZone.Utc,
                };
            }
            catch (ArgumentOutOfRangeException)
            {
                return null;
            }
        }

        private static TimeValue? ConstantSpan(IObjectCreationOperation creation)
        {
            var parts = creation.Arguments.Select(static a => a.Value.ConstantValue.Value as int?).ToList();
            if (parts.Contains(null) || parts.Count < 3)
                return null;
            if (parts.Count == 3)
                parts.Insert(0, 0);
            while (parts.Count < 6)
                parts.Add(0);
            var seconds = (Rational)parts[0]!.Value * 86400 + parts[1]!.Value * 3600L + parts[2]!.Value * 60L + parts[3]!.Value
                + (Rational)parts[4]!.Value / 1000 + (Rational)parts[5]!.Value / 1_000_000;
            return TimeValue.Constant(seconds, TimeForm.Span);
        }

        /// <summary>A <c>DateTime</c> as UTC: all but the Kind Utc are taken for local.</summary>
        private static TimeValue ToUtc(TimeValue date, SyntaxNode syntax) => date.Kind switch
        {
            ClockZone.Utc => date,
            ClockZone.Unknown => date with { Zone = null, Kind = ClockZone.Utc },
            _ => Moved(date, -1, syntax) with { Kind = ClockZone.Utc },
        };

        private static TimeValue ToLocal(TimeValue date, SyntaxNode syntax) => date.Kind switch
        {
            ClockZone.Local => date,
            ClockZone.Unknown => date with { Zone = null, Kind = ClockZone.Local },
            _ => Moved(date, 1, syntax) with { Kind = ClockZone.Local },
        };

        private static TimeValue Moved(TimeValue date, int zones, SyntaxNode syntax)
        {
            // Before 1970 zones had other offsets, and near the year 1 a date does not move but stops at the first.
            var isEarly = date.DependsOnMachine || date.Flaw != TimeFlaw.None || (date.Bounds() is var (low, _) && low < -86400);
            var zone = isEarly ? null : date.Zone + (Rational)zones;
            return date with { Zone = zone, ZoneSource = zone is { IsZero: true } ? null : date.ZoneSource ?? syntax };
        }

        private static TimeValue ToInstant(TimeValue date, SyntaxNode syntax) =>
            ToUtc(date, syntax) with { Form = TimeForm.Instant, Kind = date.Kind is ClockZone.Unspecified ? ClockZone.Local : date.Kind };

        /// <summary>What the clock of a <c>DateTimeOffset</c> shows.</summary>
        private static TimeValue FaceOf(TimeValue instant, SyntaxNode syntax) => instant.Kind switch
        {
            ClockZone.Utc => instant with { Form = TimeForm.Date, Kind = ClockZone.Unspecified },
            ClockZone.Local => Moved(instant, 1, syntax) with { Form = TimeForm.Date, Kind = ClockZone.Unspecified },
            _ => instant with { Form = TimeForm.Date, Zone = null, Kind = ClockZone.Unspecified },
        };

        /// <summary>Seconds since 1970 as a number of another unit since another epoch.</summary>
        private static TimeValue Counted(TimeValue time, Rational unitsPerSecond, SyntaxNode syntax, long secondsBefore1970 = 0, SpecialType type = SpecialType.System_Int64, bool isWhole = true)
        {
            var moved = time with { Offset = time.Offset + (Rational)secondsBefore1970 };
            var number = moved.Scale(unitsPerSecond) with { Form = TimeForm.Number, NumberType = type, UnitSource = syntax, IsIntegral = false, Kind = ClockZone.Unknown };
            return isWhole ? number.Truncate() : number;
        }
    }
}
