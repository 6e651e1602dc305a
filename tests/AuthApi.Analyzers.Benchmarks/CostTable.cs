using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Benchmarks;

/// <summary>
/// The processor time of all rules, less that of a driver which binds every body anyway, for programs of growing size: in minutes, and less
/// disturbed by what else the machine does than the time on the clock.
/// </summary>
internal static class CostTable
{
    private const int Rounds = 5;
    private const int Few = 10;
    private const int Many = 50;

    private static readonly int[] OtherFiles = [10, 100, 400, 1000];

    public static async Task PrintAsync(TextWriter output)
    {
        Programs.Check();
        for (var i = 0; i < Rounds; i++)
        {
            await MeasureAsync(20, 50); // Until the hot methods are compiled for speed.
        }

        await output.WriteLineAsync($"| other files | no relevant file, ms | {Few} relevant files, ms | {Many} relevant files, ms | ms per relevant call | ms per other file |");
        await output.WriteLineAsync("| --- | --- | --- | --- | --- | --- |");
        double? least = null;
        foreach (var others in OtherFiles)
        {
            var (none, few, many) = (await MedianAsync(0, others), await MedianAsync(Few, others), await MedianAsync(Many, others));
            var perCall = (many - few) / ((Many - Few) * Programs.CallsPerRelevantFile);
            var perOther = (few - least) / (others - OtherFiles[0]);
            least ??= few;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {others} | {none:F0} | {few:F0} | {many:F0} | {perCall:F2} | {perOther:F2} |"));
        }
    }

    /// <summary>One size again and again, for a profiler.</summary>
    public static async Task PrintAsync(TextWriter output, int relevant, int unrelated)
    {
        var median = await MedianAsync(relevant, unrelated);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{median:F0} ms"));
    }

    private static async Task<double> MedianAsync(int relevant, int unrelated)
    {
        var rounds = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            rounds.Add(await MeasureAsync(relevant, unrelated));
        }

        return rounds.Order().ElementAt(Rounds / 2);
    }

    private static async Task<double> MeasureAsync(int relevant, int unrelated)
    {
        var binding = await RunAsync(Programs.Create(relevant, unrelated), AnalyzerSets.Binding);
        return (await RunAsync(Programs.Create(relevant, unrelated), AnalyzerSets.All) - binding).TotalMilliseconds;
    }

    private static async Task<TimeSpan> RunAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        await AnalyzerSets.RunAsync(compilation, analyzers);
        return Environment.CpuUsage.TotalTime - before;
    }
}
