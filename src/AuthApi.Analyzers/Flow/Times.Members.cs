using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>The properties and methods of dates, durations and clocks.</content>
internal static partial class Times
{
    private sealed partial class Evaluation
    {
        private static TimeValue? StaticMember(ISymbol member) => (KnownName(member.ContainingType), member.Name) switch
        {
            ("DateTime", "UnixEpoch") => TimeValue.Constant(Rational.Zero, TimeForm.Date) with { Kind = ClockZone.Utc },
            ("DateTimeOffset", "UnixEpoch") => TimeValue.Constant(Rational.Zero, TimeForm.Instant) with { Kind = ClockZone.Utc },
            ("NodaConstants", "UnixEpoch") => TimeValue.Constant(Rational.Zero, TimeForm.Instant) with { Kind = ClockZone.Utc },
            ("DateTime", "MinValue") => TimeValue.Constant(-FromYear1, TimeForm.Date) with { Kind = ClockZone.Unspecified },
            ("DateTimeOffset", "MinValue") => TimeValue.Constant(-FromYear1, TimeForm.Instant) with { Kind = ClockZone.Utc },
            ("TimeSpan", "Zero") => TimeValue.Constant(Rational.Zero, TimeForm.Span),
            _ => null,
        };

        private IReadOnlyList<TimeValue?>? PropertyOf(Site site, IPropertyReferenceOperation property)
        {
            var (name, syntax) = (property.Property.Name, property.Syntax);
            var type = KnownName(property.Property.ContainingType);
            if (property.Instance is not { } instance)
                return (ClockProperty(type, name, syntax) ?? StaticMember(property.Property)) is { } clock ? [clock] : null;
            if (property.Property.IsIndexer || type is null)
                return null;
            if (type == "Nullable" && name == "Value")
                return Of(site.With(instance));
            return type switch
            {
                "DateTime" or "DateTimeOffset" or "Instant" => DateProperty(site, instance, name, syntax),
                "TimeSpan" or "Duration" => SpanProperty(site, instance, name, syntax),
                "Stopwatch" => ClockProperty(type, name, syntax) is { } clock ? [clock] : null,
                _ => null,
            };
        }

        private IReadOnlyList<TimeValue?>? DateProperty(Site site, IOperation instance, string name, SyntaxNode syntax)
        {
            IReadOnlyList<TimeValue?> Change(Func<TimeValue, TimeValue?> change) => Map(site, instance, v => v.Form is TimeForm.Date or TimeForm.Instant ? change(v) : null);
            TimeValue Face(TimeValue v) => v.Form == TimeForm.Instant ? FaceOf(v, syntax) : v;
            if (LimitOf(name) is { } limit)
                return [Component(new() { NumberType = SpecialType.System_Int32 }, limit, syntax)];
            switch (name)
            {
                case "Ticks":
                    return Change(v => Counted(Face(v), TicksPerSecond, syntax, FromYear1));
                case "UtcTicks":
                    return Change(v => Counted(v, TicksPerSecond, syntax, FromYear1));
                case "Date":
                    return Change(v => Face(v) with { Noise = v.Noise + 86400, Kind = v.Form == TimeForm.Instant ? ClockZone.Unspecified : v.Kind });
                case "DateTime":
                    return Change(Face);
                case "UtcDateTime":
                    return Change(static v => v with { Form = TimeForm.Date, Kind = ClockZone.Utc });
                case "LocalDateTime":
                    return Change(v => Moved(v, 1, syntax) with { Form = TimeForm.Date, Kind = ClockZone.Local });
                case "TimeOfDay":
                    return Change(v => Component(v, 86400, syntax) with { Form = TimeForm.Span });
                default:
                    return null;
            }
        }

        // Upper bounds of the fields of a date; of a duration, those that restart.
        private static long? LimitOf(string field) => field switch
        {
            "Millisecond" or "Milliseconds" or "Microsecond" or "Microseconds" or "Nanosecond" or "Nanoseconds" => 1000,
            "Second" or "Seconds" or "Minute" or "Minutes" => 60,
            "Hour" or "Hours" => 24,
            "Day" or "DayOfYear" => 367,
            "Month" => 13,
            "Year" => 10000,
            _ => null,
        };

        private IReadOnlyList<TimeValue?>? SpanProperty(Site site, IOperation instance, string name, SyntaxNode syntax)
        {
            IReadOnlyList<TimeValue?> Total(Rational perSecond, bool isWhole = false) =>
                Map(site, instance, v => Counted(v, perSecond, syntax, 0, isWhole ? SpecialType.System_Int64 : SpecialType.System_Double, isWhole));
            switch (name)
            {
                case "TotalNanoseconds": return Total(1_000_000_000);
                case "TotalMicroseconds": return Total(1_000_000);
                case "TotalMilliseconds": return Total(1000);
                case "TotalSeconds": return Total(1);
                case "TotalMinutes": return Total(Rational.One / 60);
                case "TotalHours": return Total(Rational.One / 3600);
                case "TotalDays": return Total(Rational.One / 86400);
                case "TotalTicks": return Total(TicksPerSecond);
                case "Ticks": return Total(TicksPerSecond, isWhole: true);
                case "Days": return Map(Total(Rational.One / 86400), static v => v is null ? null : v.Truncate() with { NumberType = SpecialType.System_Int32 });
                default: return LimitOf(name) is { } limit ? [Component(new() { NumberType = SpecialType.System_Int32 }, limit, syntax)] : null;
            }
        }

        /// <summary>A call of the base library or NodaTime; null when it is none that is known here.</summary>
        private IReadOnlyList<TimeValue?>? Called(Site site, IInvocationOperation call)
        {
            if (call is { TargetMethod.Name: "ToString", Instance: not null } || call.TargetMethod.ContainingType?.SpecialType == SpecialType.System_String)
                return TextCall(site, call);
            if (KnownName(call.TargetMethod.ContainingType) is not { } type)
                return null;
            if (NumberCall(site, call, type) is { } number)
                return number;
            if (type is "Stopwatch" or "TimeProvider" && ClockCall(call) is { } clock)
                return [clock];
            var name = call.TargetMethod.Name;
            return type switch
            {
                "Nullable" when name == "GetValueOrDefault" && call.Instance is { } nullable => Of(site.With(nullable)),
                "TimeSpan" or "Duration" => SpanCall(site, call),
                "DateTime" or "DateTimeOffset" or "Instant" or "TimeZoneInfo" or "ZonedDateTime" or "OffsetDateTime" or "DateTimeExtensions" or "DateTimeOffsetExtensions" => DateCall(site, call, type),
                _ => null,
            };
        }

        private IReadOnlyList<TimeValue?>? SpanCall(Site site, IInvocationOperation call)
        {
            var (name, syntax) = (call.TargetMethod.Name, call.Syntax);
            if (call.Instance is null && call.Arguments.Length > 0 && name.StartsWith("From", StringComparison.Ordinal))
            {
                if (UnitSeconds(name.Substring(4)) is not { } unit || call.Arguments.Skip(1).Any(static a => a.ArgumentKind == ArgumentKind.Explicit))
                    return null;
                return Map(site, call.Arguments[0].Value, v => v.Form == TimeForm.Number ? v.Scale(unit) with { Form = TimeForm.Span, IsIntegral = false, Noise = v.Scale(unit).Noise + Tick } : null);
            }

            if (call.Instance is not { } span)
                return null;
            switch (name)
            {
                case "Duration":
                    return Map(site, span, static v => v.IsPositive ? v : null);
                case "Negate":
                    return Map(site, span, static v => v.Negate());
                case "ToTimeSpan":
                    return Of(site.With(span));
                case "Add" or "Plus":
                    return Combine(site, span, call.Arguments[0].Value, (a, b) => Sum(a, b, syntax));
                case "Subtract" or "Minus":
                    return Combine(site, span, call.Arguments[0].Value, (a, b) => Difference(a, b, call));
                case "Multiply":
                    return Combine(site, span, call.Arguments[0].Value, (a, b) => Product(a, b, syntax));
                case "Divide":
                    return Combine(site, span, call.Arguments[0].Value, (a, b) => Quotient(a, b, false, syntax));
                case "ToInt64Nanoseconds":
                    return Map(site, span, v => Counted(v, 1_000_000_000, syntax));
                default:
                    return null;
            }
        }

        private static Rational? UnitSeconds(string unit) => unit switch
        {
            "Nanoseconds" => Rational.PowerOfTen(-9),
            "Ticks" => Rational.PowerOfTen(-7),
            "Microseconds" => Rational.PowerOfTen(-6),
            "Milliseconds" => Rational.PowerOfTen(-3),
            "Seconds" => 1,
            "Minutes" => 60,
            "Hours" => 3600,
            "Days" => 86400,
            _ => null,
        };

        private IReadOnlyList<TimeValue?>? DateCall(Site site, IInvocationOperation call, string type)
        {
            var (name, syntax) = (call.TargetMethod.Name, call.Syntax);
            if (call.Receiver() is not { } date || call.Instance is null && !call.TargetMethod.IsExtensionMethod)
                return StaticDateCall(site, call, type);
            IReadOnlyList<TimeValue?> Change(Func<TimeValue, TimeValue?> change) => Map(site, date, change);
            switch (name)
            {
                case "ToUnixTimeMilliseconds": return Change(v => Counted(v, 1000, syntax));
                case "ToUnixTimeSeconds": return Change(v => Counted(v, 1, syntax));
                case "ToUnixTimeTicks": return Change(v => Counted(v, TicksPerSecond, syntax));
                case "ToUniversalTime" or "ToLocalTime" when type == "DateTimeOffset":
                    return Change(v => v with { Kind = name == "ToLocalTime" ? ClockZone.Local : ClockZone.Utc });
                case "ToOffset": return Change(static v => v with { Kind = ClockZone.Unknown });
                case "ToUniversalTime": return Change(v => ToUtc(v, syntax));
                case "ToLocalTime": return Change(v => ToLocal(v, syntax));
                case "ToFileTime" when type == "DateTime": return Change(v => Counted(ToUtc(v, syntax), TicksPerSecond, syntax, From1601));
                case "ToFileTime" or "ToFileTimeUtc": return Change(v => Counted(v.Kind == ClockZone.Local && type == "DateTime" ? ToUtc(v, syntax) : v, TicksPerSecond, syntax, From1601));
                case "ToOADate":
                    // Before their epoch OLE dates run backwards inside a day.
                    return Change(v => Counted(v, Rational.One / 86400, syntax, FromOleEpoch * 86400, SpecialType.System_Double, isWhole: false) is { IsPositive: true } days ? days : null);
                case "ToDateTimeUtc": return Change(static v => v with { Form = TimeForm.Date, Kind = ClockZone.Utc });
                case "ToDateTimeOffset" or "InUtc" or "ToInstant" or "WithOffset": return Change(static v => v with { Form = TimeForm.Instant, Kind = ClockZone.Utc });
                case "AddYears" or "AddMonths": return Change(static v => v with { Offset = null });
                case "Add" or "Plus": return Combine(site, date, Added(call), (a, b) => Sum(a, b, syntax));
                case "Subtract" or "Minus": return Combine(site, date, Added(call), (a, b) => Difference(a, b, call));
            }

            if (name.StartsWith("Add", StringComparison.Ordinal) && UnitSeconds(name.Substring(3)) is { } unit)
            {
                return Combine(site, date, Added(call), (a, b) => a is null ? null
                    : Sum(a, b is null ? null : b.Scale(unit) with { Form = TimeForm.Span }, syntax) is { } sum ? sum with { Form = a.Form, Kind = a.Kind } : null);
            }

            return null;
        }

        private static IOperation Added(IInvocationOperation call) => call.Arguments[call.Arguments.Length - 1].Value;

        private IReadOnlyList<TimeValue?>? StaticDateCall(Site site, IInvocationOperation call, string type)
        {
            var (name, syntax, arguments) = (call.TargetMethod.Name, call.Syntax, call.Arguments);
            if (arguments.Length == 0)
                return null;
            IReadOnlyList<TimeValue?> Change(Func<TimeValue, TimeValue?> change) => Map(site, arguments[0].Value, change);
            TimeValue Epoch(TimeValue number, Rational unit, long secondsBefore1970, TimeForm form, ClockZone kind)
            {
                var seconds = number.Scale(unit);
                return seconds with { Form = form, Kind = kind, Offset = seconds.Offset - secondsBefore1970, IsIntegral = false };
            }

            switch (type, name)
            {
                case ("DateTimeOffset" or "Instant", "FromUnixTimeSeconds"): return Change(v => Epoch(v, 1, 0, TimeForm.Instant, ClockZone.Utc));
                case ("DateTimeOffset" or "Instant", "FromUnixTimeMilliseconds"): return Change(v => Epoch(v, Rational.PowerOfTen(-3), 0, TimeForm.Instant, ClockZone.Utc));
                case ("Instant", "FromUnixTimeTicks"): return Change(v => Epoch(v, Rational.PowerOfTen(-7), 0, TimeForm.Instant, ClockZone.Utc));
                case ("Instant", "FromDateTimeUtc" or "FromDateTimeOffset"): return Change(static v => v with { Form = TimeForm.Instant, Kind = ClockZone.Utc });
                case ("DateTimeOffset", "FromFileTime"): return Change(v => Epoch(v, Rational.PowerOfTen(-7), From1601, TimeForm.Instant, ClockZone.Local));
                case ("DateTime", "FromFileTimeUtc"): return Change(v => Epoch(v, Rational.PowerOfTen(-7), From1601, TimeForm.Date, ClockZone.Utc));
                case ("DateTime", "FromFileTime"): return Change(v => ToLocal(Epoch(v, Rational.PowerOfTen(-7), From1601, TimeForm.Date, ClockZone.Utc), syntax));
                case ("DateTime", "SpecifyKind") when arguments.Length == 2: return Change(v => v with { Kind = KindOf(arguments[1].Value) });
                case ("TimeZoneInfo", "ConvertTimeToUtc") when arguments.Length == 1: return Change(v => ToUtc(v, syntax));
                case ("DateTime", "Subtract"): return null;
                default: return null;
            }
        }
    }
}
