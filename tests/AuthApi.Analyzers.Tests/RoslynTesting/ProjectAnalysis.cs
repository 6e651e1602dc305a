using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Runs compiler and analyzers on a project as a build does, and collects what analyzers throw.</summary>
internal static class ProjectAnalysis
{
    public static async Task<(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> Exceptions)> RunAsync(
        Project project, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellationToken)
    {
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"{project.Name} has no compilation.");
        if (analyzers.IsEmpty)
            return (compilation.GetDiagnostics(cancellationToken), []);

        var (run, exceptions) = Prepare(compilation, project.AnalyzerOptions, analyzers);
        var diagnostics = await run.GetAllDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        return (diagnostics, [.. exceptions]);
    }

    /// <summary>The analyzers alone. What the compiler says of the source is not asked for, which makes it the faster one.</summary>
    public static async Task<(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> Exceptions)> RunAnalyzersAsync(
        Compilation compilation, AnalyzerOptions options, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellationToken)
    {
        if (analyzers.IsEmpty)
            return ([], []);

        var (run, exceptions) = Prepare(compilation, options, analyzers);
        var diagnostics = await run.GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        return (diagnostics, [.. exceptions]);
    }

    private static (CompilationWithAnalyzers Run, ConcurrentQueue<string> Exceptions) Prepare(
        Compilation compilation, AnalyzerOptions analyzerOptions, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var exceptions = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            analyzerOptions,
            onAnalyzerException: (exception, analyzer, _) => exceptions.Enqueue($"{analyzer.GetType().Name} threw: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        return (new(compilation, analyzers, options), exceptions);
    }
}
