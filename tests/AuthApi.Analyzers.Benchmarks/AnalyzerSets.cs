using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Benchmarks;

/// <summary>What runs over the programs: everything that is shipped, or nothing, for the cost of the driver alone.</summary>
internal static class AnalyzerSets
{
    /// <summary>Every analyzer of the shipped assembly.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } = typeof(DiagnosticIds).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray();

    /// <summary>One analyzer that wants nothing: the driver runs, no body is bound.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Idle { get; } = [new IdleAnalyzer(bind: false)];

    /// <summary>One analyzer that has every call handed to it and ignores it: the driver runs and binds every body.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Binding { get; } = [new IdleAnalyzer(bind: true)];

    /// <summary>Runs them; returns the number of diagnostics, so that nothing is optimised away and the sources can be checked.</summary>
    public static async Task<int> RunAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        (await Driver(compilation, analyzers).GetAnalyzerDiagnosticsAsync(CancellationToken.None)).Length;

    public static CompilationWithAnalyzers Driver(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool concurrent = true) => new(
        compilation,
        analyzers,
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed", exception),
            concurrentAnalysis: concurrent,
            logAnalyzerExecutionTime: true));

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class IdleAnalyzer(bool bind) : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Never = new("BENCH", "Never", "Never", "Benchmark", DiagnosticSeverity.Warning, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Never];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            if (bind)
            {
                context.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
            }
            else
            {
                context.RegisterCompilationStartAction(static _ => { });
            }
        }
    }
}
