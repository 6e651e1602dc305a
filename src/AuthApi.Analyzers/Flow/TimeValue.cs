using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Flow;

/// <summary>What kind of value carries a time.</summary>
internal enum TimeForm
{
    /// <summary>A number, in the unit that the rate says.</summary>
    Number,

    /// <summary>The decimal digits of a number.</summary>
    Text,

    /// <summary>A <c>DateTime</c>: what its clock shows, in seconds since 1970-01-01T00:00:00 of the same clock.</summary>
    Date,

    /// <summary>A <c>DateTimeOffset</c> or NodaTime <c>Instant</c>: the instant, in seconds since 1970-01-01T00:00:00Z.</summary>
    Instant,

    /// <summary>A <c>TimeSpan</c> or NodaTime <c>Duration</c>, in seconds.</summary>
    Span,
}

/// <summary>The <c>Kind</c> of a <c>DateTime</c>; of a <c>DateTimeOffset</c>, whose offset it has.</summary>
internal enum ClockZone
{
    Unknown,
    Utc,
    Local,
    Unspecified,
}

/// <summary>Why a value, or its text, is no count of time units any more.</summary>
internal enum TimeFlaw
{
    None,

    /// <summary>Too large for the integer type it was put into: wrapped, saturated or an exception.</summary>
    Overflow,

    /// <summary>One field of a date (<c>.Millisecond</c>), or a remainder: it starts again and again.</summary>
    Component,

    /// <summary>A text with a fraction.</summary>
    Fraction,

    /// <summary>A text with group separators.</summary>
    Grouped,

    /// <summary>A text with an exponent.</summary>
    Exponent,

    /// <summary>Hexadecimal digits.</summary>
    Hexadecimal,

    /// <summary>A date or duration written out.</summary>
    DateText,
}

/// <summary>
/// A value that depends on the clock, as an exact function of it:
/// <c>Rate·t + Offset + Zone·z + Machine·m</c>, where t is an instant in seconds since 1970-01-01T00:00:00Z, z the local offset from
/// UTC in seconds and m the seconds since the machine (or a stopwatch) started. Milliseconds since 1970 UTC are 1000·t and nothing else.
/// </summary>
internal sealed record TimeValue
{
    /// <summary>Two instants between which programs that are written today run; widths and numbers of digits are judged by them.</summary>
    private static readonly Rational Earliest = 1_600_000_000, Latest = 2_100_000_000;

    private static readonly Rational LongestUptime = 100_000_000;

    public TimeForm Form { get; init; }

    /// <summary>Units per second of the instant; 0 for a constant, a duration or a machine's clock.</summary>
    public Rational Rate { get; init; }

    /// <summary>The value at 1970-01-01T00:00:00Z, in units; null when something unknown was added.</summary>
    public Rational? Offset { get; init; } = Rational.Zero;

    /// <summary>Units per second of local offset from UTC: 0 for UTC; null when it cannot be told.</summary>
    public Rational? Zone { get; init; } = Rational.Zero;

    /// <summary>Units per second since the machine started; null for some rate other than 0.</summary>
    public Rational? Machine { get; init; } = Rational.Zero;

    /// <summary>How far rounding can have moved the value, in units.</summary>
    public Rational Noise { get; init; }

    /// <summary>Whether t is some instant of which only the type is known, rather than now.</summary>
    public bool IsAnyInstant { get; init; }

    /// <summary>Whether the number has no fraction.</summary>
    public bool IsIntegral { get; init; }

    /// <summary>The type of the number; <see cref="SpecialType.None"/> for one without a width, such as <c>BigInteger</c>.</summary>
    public SpecialType NumberType { get; init; }

    public ClockZone Kind { get; init; }

    public TimeFlaw Flaw { get; init; }

    /// <summary>The expression that brought in the <see cref="Flaw"/>.</summary>
    public SyntaxNode? FlawSource { get; init; }

    /// <summary>The expression that chose the unit: the call, property or calculation that last changed the rate or the epoch.</summary>
    public SyntaxNode? UnitSource { get; init; }

    /// <summary>The expression that made the value depend on the local zone.</summary>
    public SyntaxNode? ZoneSource { get; init; }

    /// <summary>The references (locals, members, calls) that only pass the value on, the last one first.</summary>
    public ImmutableStack<IOperation> Path { get; init; } = ImmutableStack<IOperation>.Empty;

    public bool DependsOnMachine => Machine is not { IsZero: true };

    /// <summary>Whether the value is one exactly known number.</summary>
    public bool IsConstant => Rate.IsZero && Zone is { IsZero: true } && !DependsOnMachine && Offset is not null && Flaw == TimeFlaw.None && Noise.IsZero;

    /// <summary>How many decimal digits the whole part has, where that is the same for all instants of today.</summary>
    public int? Digits => Bounds() is var (low, high) && low.Sign > 0 && DigitsOf(low) == DigitsOf(high) ? DigitsOf(low) : null;

    public static TimeValue Constant(Rational value, TimeForm form = TimeForm.Number) => new() { Form = form, Offset = value, IsIntegral = IsWhole(value) };

    /// <summary>The smallest and the largest value of today; null when unknown parts take part.</summary>
    public (Rational Low, Rational High)? Bounds()
    {
        if (Offset is not { } offset || DependsOnMachine || Flaw is TimeFlaw.Overflow or TimeFlaw.Component)
            return null;
        var (a, b) = ((Rate * Earliest) + offset, (Rate * Latest) + offset);
        return a < b ? (a, b) : (b, a);
    }

    public TimeValue Scale(Rational factor) => this with
    {
        Rate = Rate * factor,
        Offset = Offset * factor,
        Zone = Zone * factor,
        Machine = Machine * factor,
        Noise = Noise * Rational.Abs(factor),
    };

    /// <summary>Multiplied by an unknown number: only that it counts from the machine's start is still known.</summary>
    public TimeValue? ScaleUnknown() =>
        DependsOnMachine && Rate.IsZero ? this with { Machine = null, Offset = null, Zone = Rational.Zero } : null;

    /// <summary>The sum; null when nothing useful can be said of it.</summary>
    public static TimeValue? Add(TimeValue a, TimeValue b)
    {
        if (a.Flaw == TimeFlaw.Component && b.Flaw == TimeFlaw.Component)
            return null;
        if (a.Flaw == TimeFlaw.Component)
            (a, b) = (b, a);
        var flaw = a;
        if (b.Flaw == TimeFlaw.Component)
        {
            // seconds * 1000 + now.Millisecond; a component plus a constant is still a component.
            if (a.IsConstant)
                flaw = b;
        }
        else if (b.Flaw != TimeFlaw.None)
        {
            flaw = b;
        }

        var main = a.Rate.IsZero && !b.Rate.IsZero ? b : a.Rate.IsZero && !a.DependsOnMachine && b.DependsOnMachine ? b : a;
        return main with
        {
            Rate = a.Rate + b.Rate,
            Offset = a.Offset + b.Offset,
            Zone = a.Zone + b.Zone,
            Machine = a.Machine + b.Machine,
            Noise = a.Noise + b.Noise,
            IsIntegral = a.IsIntegral && b.IsIntegral,
            IsAnyInstant = a.IsAnyInstant || b.IsAnyInstant,
            Flaw = flaw.Flaw,
            FlawSource = flaw.FlawSource,
            ZoneSource = a.ZoneSource ?? b.ZoneSource,
        };
    }

    /// <summary>Plus something of which nothing is known, such as a correction of the clock: the rate stays.</summary>
    public TimeValue? AddUnknown() => Rate.IsZero || DependsOnMachine ? null : this with { Offset = null };

    /// <summary>Whether the value is above zero today, whatever is unknown of the day.</summary>
    public bool IsPositive => Bounds() is var (low, _) && low.Sign > 0;

    public TimeValue Negate() => Scale(-1);

    /// <summary>Without the fraction.</summary>
    public TimeValue Truncate() => IsIntegral ? this : this with { IsIntegral = true, Noise = Noise + 1 };

    /// <summary>Put into an integer type: a value that cannot fit is flawed from there on; null when it fits only at times.</summary>
    public TimeValue? Fit(SpecialType type, SyntaxNode where)
    {
        var result = this with { NumberType = type };
        if (Width(type) is not var (minimum, maximum))
            return result;
        result = result.Truncate();
        // A machine may have run for years: what that overflows is no rate any more, but still no epoch either.
        if (DependsOnMachine && Machine is { } rate && (Rational.Abs(rate) * LongestUptime) + Rational.Abs(Offset ?? Rational.Zero) > maximum)
            return result with { Machine = null, Offset = null };
        if (Flaw == TimeFlaw.Component && Rational.Abs(Offset ?? Rational.Zero) + Noise > maximum)
            return null;
        if (Flaw != TimeFlaw.None || Bounds() is not var (low, high))
            return result;
        if (!(low < minimum) && !(high > maximum))
            return result;
        return high < minimum || low > maximum ? result with { Flaw = TimeFlaw.Overflow, FlawSource = where } : null;
    }

    public static bool IsIntegerType(SpecialType type) => Width(type) is not null;

    private static (Rational Minimum, Rational Maximum)? Width(SpecialType type) => type switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 => (0, Rational.FromConstant(ulong.MaxValue)!.Value),
        _ => null,
    };

    private static bool IsWhole(Rational value) => value.ToString().IndexOf('/') < 0;

    private static int DigitsOf(Rational value)
    {
        var digits = 1;
        for (Rational bound = 10; !(value < bound) && digits < 40; bound *= 10)
            digits++;
        return digits;
    }
}
