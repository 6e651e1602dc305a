namespace AuthApi.Analyzers.ProtocolTests.Services;

/// <summary>
/// A clock that moves only when told to: by a test (<see cref="Advance"/>) or by the delays of a running sample.
/// No test here depends on how fast the machine is.
/// </summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <summary>Starts at the real time, because samples read the real clock for their <c>request_time</c>.</summary>
    public ManualClock() : this(DateTimeOffset.UtcNow) { }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
