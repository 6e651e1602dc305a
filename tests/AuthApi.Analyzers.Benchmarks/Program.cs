using AuthApi.Analyzers.Benchmarks;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// docs/performance.md says which command gives which number.
if (args is ["cost"])
{
    await CostTable.PrintAsync(Console.Out);
    return;
}

if (args is ["cost", var relevantFiles, var otherFiles])
{
    await CostTable.PrintAsync(Console.Out, int.Parse(relevantFiles), int.Parse(otherFiles));
    return;
}

if (args is ["sources", var folder, var relevant, var unrelated])
{
    Programs.Write(folder, int.Parse(relevant), int.Parse(unrelated));
    return;
}

// In this process: the project that BenchmarkDotNet would generate does not restore under central package management everywhere.
// One invocation per iteration, on a compilation made anew: a compilation or tree seen before is cheap, and says nothing.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
    .WithStrategy(RunStrategy.Monitoring).WithWarmupCount(3).WithIterationCount(10);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
