using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>Where time comes from: the clocks of the base library, and any value whose type is a time.</content>
internal static partial class Times
{
    private sealed partial class Evaluation
    {
        private static readonly TimeValue Now = new() { Form = TimeForm.Date, Rate = Rational.One, Kind = ClockZone.Utc };

        private static TimeValue? ClockProperty(string? type, string name, SyntaxNode syntax) => (type, name) switch
        {
            ("DateTime", "UtcNow") => Now,
            ("DateTime", "Now") => Now with { Kind = ClockZone.Local, Zone = Rational.One, ZoneSource = syntax },
            ("DateTime", "Today") => Now with { Kind = ClockZone.Local, Zone = Rational.One, ZoneSource = syntax, Noise = 86400 },
            ("DateTimeOffset", "UtcNow") => Now with { Form = TimeForm.Instant },
            ("DateTimeOffset", "Now") => Now with { Form = TimeForm.Instant, Kind = ClockZone.Local },
            ("Environment", "TickCount") => MachineTime(1000, SpecialType.System_Int32, syntax),
            ("Environment", "TickCount64") => MachineTime(1000, SpecialType.System_Int64, syntax),
            ("Stopwatch", "ElapsedMilliseconds") => MachineTime(1000, SpecialType.System_Int64, syntax),
            ("Stopwatch", "ElapsedTicks") => MachineTime(null, SpecialType.System_Int64, syntax),
            ("Stopwatch", "Elapsed") => MachineTime(1, SpecialType.None, syntax) with { Form = TimeForm.Span, IsIntegral = false },
            _ => null,
        };

        private static TimeValue? ClockCall(IInvocationOperation call) => call.TargetMethod.Name switch
        {
            "GetTimestamp" => MachineTime(null, SpecialType.System_Int64, call.Syntax),
            "GetUtcNow" => Now with { Form = TimeForm.Instant },
            "GetLocalNow" => Now with { Form = TimeForm.Instant, Kind = ClockZone.Local },
            "GetElapsedTime" => MachineTime(1, SpecialType.None, call.Syntax) with { Form = TimeForm.Span, IsIntegral = false },
            _ => null,
        };

        private static TimeValue MachineTime(Rational? rate, SpecialType type, SyntaxNode syntax) => new()
        {
            Machine = rate,
            Offset = rate is null ? null : Rational.Zero,
            NumberType = type,
            IsIntegral = true,
            UnitSource = syntax,
        };

        /// <summary>
        /// What the type alone tells: a <c>DateTimeOffset</c> or <c>Instant</c> of unknown origin is an instant, a <c>DateTime</c>
        /// is one in a zone that is unknown unless the name of a clock's member (<c>ISystemClock.UtcNow</c>) says it.
        /// </summary>
        private static TimeValue? ClockOf(IOperation operation)
        {
            var any = Now with { IsAnyInstant = true };
            switch (KnownName(operation.Type))
            {
                case "DateTimeOffset":
                    return any with { Form = TimeForm.Instant, Kind = NamedUtc(operation) ? ClockZone.Utc : ClockZone.Unknown };
                case "Instant" or "ZonedDateTime" or "OffsetDateTime":
                    return any with { Form = TimeForm.Instant };
                case "DateTime":
                    return NamedUtc(operation) ? any : any with { Zone = null, Kind = ClockZone.Unknown };
                default:
                    return null;
            }
        }

        private static bool NamedUtc(IOperation operation) => operation switch
        {
            IMemberReferenceOperation member => member.Member.Name.IndexOf("utc", StringComparison.OrdinalIgnoreCase) >= 0,
            IInvocationOperation call => call.TargetMethod.Name.IndexOf("utc", StringComparison.OrdinalIgnoreCase) >= 0,
            _ => false,
        };
    }
}
