using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>What is wrong with a request time.</summary>
internal enum RequestTimeFault
{
    /// <summary>Counts another unit than milliseconds since 1970.</summary>
    Unit,

    /// <summary>Counts from another day than 1970-01-01.</summary>
    Epoch,

    /// <summary>Depends on the zone of the machine.</summary>
    LocalTime,

    /// <summary>Counts from the start of the machine or of a stopwatch.</summary>
    MachineClock,

    /// <summary>One field of a date.</summary>
    Component,

    /// <summary>Does not fit into its integer type.</summary>
    Overflow,

    /// <summary>Has a fraction in its text.</summary>
    Fraction,

    /// <summary>Group separators, exponent or hexadecimal digits in its text.</summary>
    Format,

    /// <summary>A date or duration written out.</summary>
    DateText,

    /// <summary>A constant of ten digits.</summary>
    Constant,
}

/// <summary>One fault, the expression that made it, and what a reader is told.</summary>
/// <param name="Rate">The units per second, where nothing but the unit is wrong.</param>
internal sealed record RequestTimeVerdict(RequestTimeFault Fault, SyntaxNode? Culprit, string Finding, Rational? Rate = null)
{
    private static readonly Rational MillisecondsPerSecond = 1000;

    /// <summary>More than this between the epochs, in seconds, is another epoch and no correction of a clock.</summary>
    private static readonly Rational EpochTolerance = 366 * 86400;

    /// <summary>
    /// The faults of a value that is written as request time; none for a right one and for one of which too little is
    /// known. Unit and zone are independent mistakes; any other fault is told alone.
    /// </summary>
    public static IEnumerable<RequestTimeVerdict> Of(TimeValue time)
    {
        switch (time.Flaw)
        {
            case TimeFlaw.Overflow:
                return [new(RequestTimeFault.Overflow, time.FlawSource, $"does not fit into {TypeName(time.NumberType)}")];
            case TimeFlaw.Component:
                return [new(RequestTimeFault.Component, time.FlawSource, "is only one component of a date or duration")];
            case TimeFlaw.DateText:
                return [new(RequestTimeFault.DateText, time.FlawSource, "is a date written out, not a number")];
        }

        if (time.Rate.IsZero)
            return OfNoInstant(time);
        if (time.Rate.Sign < 0 || time.DependsOnMachine)
            return [];
        var verdicts = new List<RequestTimeVerdict>();
        if (Epoch(time) is { } epoch && time.Offset is { } offset && Rational.Abs(offset / time.Rate) > EpochTolerance)
            verdicts.Add(new(time.Rate == MillisecondsPerSecond ? RequestTimeFault.Epoch : RequestTimeFault.Unit, time.UnitSource, $"counts {UnitName(time.Rate)} since {epoch}"));
        else if (time.Rate != MillisecondsPerSecond)
            verdicts.Add(new(RequestTimeFault.Unit, time.UnitSource, $"is in {UnitName(time.Rate)}", time.Rate));
        if (time.Zone is { IsZero: false })
            verdicts.Add(new(RequestTimeFault.LocalTime, time.ZoneSource, "depends on the local time zone"));
        if (verdicts.Count == 0)
            verdicts.AddRange(OfForm(time));
        return verdicts;
    }

    private static IEnumerable<RequestTimeVerdict> OfForm(TimeValue time) => time.Flaw switch
    {
        TimeFlaw.Fraction => [new(RequestTimeFault.Fraction, time.FlawSource, "has a fraction, with a comma in many cultures")],
        TimeFlaw.Grouped => [new(RequestTimeFault.Format, time.FlawSource, "is written with group separators")],
        TimeFlaw.Exponent => [new(RequestTimeFault.Format, time.FlawSource, "is written with an exponent")],
        TimeFlaw.Hexadecimal => [new(RequestTimeFault.Format, time.FlawSource, "is written in hexadecimal")],
        _ => [],
    };

    private static IEnumerable<RequestTimeVerdict> OfNoInstant(TimeValue time)
    {
        if (time.DependsOnMachine)
            return [new(RequestTimeFault.MachineClock, time.UnitSource, "counts from the start of the machine or of a stopwatch")];
        return time is { IsConstant: true, Digits: 10 } && time.Offset < (Rational)5_000_000_000
            ? [new(RequestTimeFault.Constant, time.UnitSource, "has ten digits and so is in seconds")]
            : [];
    }

    private static string? Epoch(TimeValue time)
    {
        if (time.Offset is not { } offset)
            return null;
        var days = (-offset / time.Rate / 86400).ToDouble();
        return Math.Abs(days) > 3_000_000 ? "another epoch" : Day(days) is { Year: 1 } ? "the year 1" : Day(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        static DateTime Day(double daysAfter1970)
        {
            var ticks = (daysAfter1970 * TimeSpan.TicksPerDay) + new DateTime(1970, 1, 1).Ticks;
            return new DateTime((long)Math.Min(Math.Max(ticks, 0), DateTime.MaxValue.Ticks));
        }
    }

    private static string UnitName(Rational rate) => rate.ToString() switch
    {
        "1/86400" => "days",
        "1/3600" => "hours",
        "1/60" => "minutes",
        "1" => "seconds",
        "1000" => "milliseconds",
        "1000000" => "microseconds",
        "10000000" => "ticks of 100 ns",
        "1000000000" => "nanoseconds",
        var other => other + " units per second",
    };

    private static string TypeName(SpecialType type) => type switch
    {
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Int16 => "short",
        _ => "its type",
    };
}
