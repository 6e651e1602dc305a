using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AuthApi.Analyzers.Tests.Robustness;

/// <summary>
/// Collections without parallelization run after all others: by then every test has left its sources in
/// <see cref="TestedSources"/>. With a filter for a rule and for this class, only that rule's sources are checked.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AfterAllOtherTests
{
    public const string Name = "After all other tests";
}

[Collection(AfterAllOtherTests.Name)]
public class AllSourcesTests(ITestOutputHelper output)
{
    [Fact]
    public Task No_analyzer_throws_and_no_span_has_two_diagnostics() => CheckAsync((checks, sources) => checks.WholeAsync(sources));

    /// <summary>
    /// All tokens of all sources are some hundred thousand analyses, an hour's work. A normal run takes every so many
    /// tokens of each source; <c>AUTHAPI_CUT_STRIDE=1</c> takes all of them.
    /// </summary>
    private static readonly int Stride = int.TryParse(Environment.GetEnvironmentVariable("AUTHAPI_CUT_STRIDE"), out var stride) && stride > 0 ? stride : 41;

    [Fact]
    public Task No_analyzer_throws_on_a_source_cut_after_any_token() => CheckAsync((checks, sources) => checks.CutAsync(sources, Stride));

    private async Task CheckAsync(Func<SourceChecks, TestedSource[], Task<IReadOnlyCollection<string>>> check)
    {
        var sources = TestedSources.ToArray();
        Assert.True(sources.Length > 0, "No test has left a source: run this with other tests, not alone.");
        var checks = new SourceChecks(AllAnalyzers.Instances);
        var failures = await check(checks, sources);
        output.WriteLine($"{sources.Length} sources, {checks.Analyses} analyses");
        Assert.True(failures.Count == 0, $"{failures.Count} failures in {sources.Length} sources:\n{string.Join("\n\n", failures.Take(10))}");
    }
}
