using System.Collections.Concurrent;
using Xunit;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Every program that a verifier was called with in this run, for checks over all of them. Kept as what it takes to
/// build the program, not as the program: a compilation per test would fill the memory.
/// </summary>
internal static class TestedSources
{
    private static readonly ConcurrentDictionary<string, TestedSource> All = new();

    public static void Add(string key, Func<CancellationToken, Task<Solution>> create) =>
        All.TryAdd(key, new(TestContext.Current.Test?.TestDisplayName ?? "a test", create));

    /// <summary>In a fixed order, so that a run is like the last one.</summary>
    public static TestedSource[] ToArray() => [.. All.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
}

/// <summary>A program and the first test that used it.</summary>
internal sealed record TestedSource(string Test, Func<CancellationToken, Task<Solution>> Create);
