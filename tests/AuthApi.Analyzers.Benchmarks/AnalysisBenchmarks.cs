using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Benchmarks;

/// <summary>One program, analysed by nothing and by all rules.</summary>
public abstract class AnalysisBenchmarks
{
    private Compilation _compilation = null!;

    protected abstract (int Relevant, int Unrelated) Size { get; }

    [GlobalSetup]
    public void Check() => Programs.Check();

    [IterationSetup]
    public void Create() => _compilation = Programs.Create(Size.Relevant, Size.Unrelated);

    [Benchmark(Baseline = true)]
    public Task<int> Driver() => AnalyzerSets.RunAsync(_compilation, AnalyzerSets.Idle);

    [Benchmark]
    public Task<int> AllRules() => AnalyzerSets.RunAsync(_compilation, AnalyzerSets.All);

    protected Task<int> Bind() => AnalyzerSets.RunAsync(_compilation, AnalyzerSets.Binding);
}

/// <summary>The gate: a program without any anchor. AllRules should cost what Driver costs.</summary>
public class GateBenchmarks : AnalysisBenchmarks
{
    [Params(100, 1000)]
    public int Files { get; set; }

    protected override (int Relevant, int Unrelated) Size => (0, Files);
}

/// <summary>Cost per relevant call: AllRules less DriverThatBinds, divided by four calls a file, should be the same in each row.</summary>
public class RelevantCallBenchmarks : AnalysisBenchmarks
{
    [Params(10, 50, 100)]
    public int RelevantFiles { get; set; }

    protected override (int Relevant, int Unrelated) Size => (RelevantFiles, 0);

    [Benchmark]
    public Task<int> DriverThatBinds() => Bind();
}

/// <summary>The rest of the program: AllRules less DriverThatBinds should hardly grow from row to row.</summary>
public class ProgramSizeBenchmarks : AnalysisBenchmarks
{
    [Params(10, 100, 1000)]
    public int UnrelatedFiles { get; set; }

    protected override (int Relevant, int Unrelated) Size => (10, UnrelatedFiles);

    [Benchmark]
    public Task<int> DriverThatBinds() => Bind();
}
