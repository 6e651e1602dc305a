using AuthApi.Analyzers.ProtocolTests.Services;

namespace AuthApi.Analyzers.ProtocolTests.Harness;

/// <summary>
/// What <c>Task.Delay</c> and <c>Thread.Sleep</c> of a running sample become: the simulation's clock moves on and no real
/// time is spent. Public because samples are assemblies of their own.
/// </summary>
public static class SampleClock
{
    private static readonly AsyncLocal<Budget?> s_current = new();

    /// <summary>A sample may wait this long in its own time; then it counts as endless.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromHours(1);

    public static async Task Delay(TimeSpan delay, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        Sleep(delay);
    }

    public static Task Delay(int milliseconds, CancellationToken cancellationToken = default) =>
        Delay(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    public static Task Delay(TimeSpan delay, TimeProvider timeProvider, CancellationToken cancellationToken = default) =>
        Delay(delay, cancellationToken);

    public static void Sleep(int milliseconds) => Sleep(TimeSpan.FromMilliseconds(milliseconds));

    public static void Sleep(TimeSpan delay)
    {
        var budget = s_current.Value ?? throw new InvalidOperationException("No sample is running.");
        if ((budget.Left -= delay) < TimeSpan.Zero || delay < TimeSpan.Zero)
            throw new TimeoutException($"The sample waited for more than {Limit} of its own time.");
        budget.Clock.Advance(delay);
    }

    internal static void Use(ManualClock clock) => s_current.Value = new Budget(clock);

    private sealed class Budget(ManualClock clock)
    {
        public ManualClock Clock { get; } = clock;

        public TimeSpan Left { get; set; } = Limit;
    }
}
