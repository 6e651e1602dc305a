using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.ProtocolTests.Harness;

/// <summary>
/// The proof of a rule without a fix: the rule reports the mistaken sample and is silent about the one that a user would write instead, and both run
/// against the simulated service. The outcomes are the caller's to compare.
/// </summary>
internal static class BeforeAndAfterCorrection
{
    public static async Task<(SampleOutcome Before, SampleOutcome After)> RunAsync(
        string mistaken, string corrected, DiagnosticAnalyzer analyzer, Action<Simulation>? configure = null)
    {
        if (!await IsReportedAsync(mistaken, analyzer))
            throw new InvalidOperationException($"{analyzer.GetType().Name} reports nothing in the sample:\n{mistaken}");
        if (await IsReportedAsync(corrected, analyzer))
            throw new InvalidOperationException($"{analyzer.GetType().Name} still reports the corrected sample:\n{corrected}");
        return (await RunOnceAsync(mistaken, configure), await RunOnceAsync(corrected, configure));
    }

    private static async Task<bool> IsReportedAsync(string source, DiagnosticAnalyzer analyzer)
    {
        SyntaxTree[] trees =
        [
            CSharpSyntaxTree.ParseText(SampleCompiler.ImplicitUsings, SampleCompiler.ParseOptions, "/sample/GlobalUsings.cs"),
            CSharpSyntaxTree.ParseText(source, SampleCompiler.ParseOptions, "/sample/Sample.cs"),
        ];
        var compilation = CSharpCompilation.Create("Sample", trees, SampleCompiler.References, SampleCompiler.CompilationOptions);
        return !(await SampleDiagnostics.OfAsync(compilation, new AnalyzerOptions([]), analyzer)).IsEmpty;
    }

    private static async Task<SampleOutcome> RunOnceAsync(string source, Action<Simulation>? configure)
    {
        await using var simulation = await Simulation.StartAsync(configure);
        return await SampleProgram.RunAsync(source, simulation);
    }
}
