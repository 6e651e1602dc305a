using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Benchmarks;

/// <summary>
/// The time that the compiler's driver books on the rules themselves, for programs of growing size: quicker and more direct than
/// differences between benchmarks, and includes the binding that rules ask for.
/// </summary>
internal static class CostTable
{
    private const int Rounds = 7;

    private static readonly (int Relevant, int Unrelated)[] Sizes =
        [(0, 100), (0, 1000), (10, 10), (10, 100), (10, 1000), (50, 100), (100, 100)];

    public static async Task PrintAsync(TextWriter output)
    {
        Programs.Check();
        await MeasureAsync(20, 20); // Warms up.
        await output.WriteLineAsync("| relevant files | other files | diagnostics | rules, ms | ms per relevant call | slowest rule |");
        await output.WriteLineAsync("| --- | --- | --- | --- | --- | --- |");
        foreach (var (relevant, unrelated) in Sizes)
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
        var driver = AnalyzerSets.Driver(Programs.Create(relevant, unrelated), AnalyzerSets.All);
        var result = await driver.GetAnalysisResultAsync(CancellationToken.None);
        var times = result.AnalyzerTelemetryInfo.OrderByDescending(pair => pair.Value.ExecutionTime).ToArray();
        return new(result.GetAllDiagnostics().Length, times.Sum(pair => pair.Value.ExecutionTime.TotalMilliseconds), NameOf(times[0].Key));
    }

    private static string NameOf(DiagnosticAnalyzer analyzer) => analyzer.SupportedDiagnostics[0].Id;

    private readonly record struct Measure(int Diagnostics, double Milliseconds, string Slowest);
}
