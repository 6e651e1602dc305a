using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Benchmarks;

/// <summary>
/// The processor time of all rules, less that of a driver which binds every body anyway, for programs of growing size: in a minute, and hardly
/// disturbed by what else the machine does.
/// </summary>
internal static class CostTable
{
    private const int Rounds = 7;

    private static readonly (int Relevant, int Unrelated)[] Sizes =
        [(0, 100), (0, 1000), (10, 10), (10, 100), (10, 1000), (50, 100), (100, 100)];

    /// <summary>Prints the table; of one size only, when one is given.</summary>
    public static async Task PrintAsync(TextWriter output, (int Relevant, int Unrelated)? only = null)
    {
        Programs.Check();
        for (var i = 0; i < 5; i++)
        {
            await MeasureAsync(20, 50); // Until the hot methods are compiled for speed.
        }

        await output.WriteLineAsync("| relevant files | other files | diagnostics | rules, ms | ms per relevant call | slowest rule |");
        await output.WriteLineAsync("| --- | --- | --- | --- | --- | --- |");
        foreach (var (relevant, unrelated) in only is { } size ? [size] : Sizes)
        {
            var rounds = new List<Measure>();
            for (var i = 0; i < Rounds; i++)
            {
                rounds.Add(await MeasureAsync(relevant, unrelated));
            }

            var median = rounds.OrderBy(round => round.Milliseconds).ElementAt(Rounds / 2);
            var calls = relevant * Programs.CallsPerRelevantFile;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"| {relevant} | {unrelated} | {median.Diagnostics} | {median.Milliseconds:F1} | {(calls == 0 ? "" : (median.Milliseconds / calls).ToString("F3", CultureInfo.InvariantCulture))} | {median.Slowest} |"));
        }
    }

    private static async Task<Measure> MeasureAsync(int relevant, int unrelated)
    {
        var (idle, _) = await RunAsync(Programs.Create(relevant, unrelated), AnalyzerSets.Binding);
        var (all, result) = await RunAsync(Programs.Create(relevant, unrelated), AnalyzerSets.All);
        var slowest = result.AnalyzerTelemetryInfo.OrderByDescending(pair => pair.Value.ExecutionTime).First().Key;
        return new(result.GetAllDiagnostics().Length, (all - idle).TotalMilliseconds, NameOf(slowest));
    }

    private static async Task<(TimeSpan Processor, AnalysisResult Result)> RunAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var result = await AnalyzerSets.Driver(compilation, analyzers).GetAnalysisResultAsync(CancellationToken.None);
        return (Environment.CpuUsage.TotalTime - before, result);
    }

    private static string NameOf(DiagnosticAnalyzer analyzer) => analyzer.SupportedDiagnostics[0].Id;

    private readonly record struct Measure(int Diagnostics, double Milliseconds, string Slowest);
}
