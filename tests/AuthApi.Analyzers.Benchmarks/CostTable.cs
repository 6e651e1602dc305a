using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Benchmarks;

/// <summary>
/// The time that the compiler's driver books on the rules themselves, one after the other, for programs of growing size: in minutes, more direct than
/// differences between benchmarks, and with the binding that rules ask for.
/// </summary>
internal static class CostTable
{
    private const int Rounds = 5;
    private const int Few = 10;
    private const int Many = 50;

    private static readonly int[] OtherFiles = [10, 100, 1000];

    public static async Task PrintAsync(TextWriter output)
    {
        Programs.Check();
        for (var i = 0; i < 2 * Rounds; i++)
        {
            await MeasureAsync(Many, 100); // Until the hot methods are compiled for speed.
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
        var driver = AnalyzerSets.Driver(Programs.Create(relevant, unrelated), AnalyzerSets.All, concurrent: false);
        var result = await driver.GetAnalysisResultAsync(CancellationToken.None);
        return result.AnalyzerTelemetryInfo.Values.Sum(telemetry => telemetry.ExecutionTime.TotalMilliseconds);
    }
}
