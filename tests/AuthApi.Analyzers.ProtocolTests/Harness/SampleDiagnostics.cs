using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.ProtocolTests.Harness;

/// <summary>What an analyzer reports in a sample; throws when the sample does not compile, or the analyzer does.</summary>
internal static class SampleDiagnostics
{
    public static async Task<ImmutableArray<Diagnostic>> OfAsync(Compilation compilation, AnalyzerOptions options, DiagnosticAnalyzer analyzer)
    {
        SampleCompiler.ThrowOnErrors(compilation, string.Join('\n', compilation.SyntaxTrees));
        // An analyzer that throws must not look like one that reports nothing.
        var failures = new List<Exception>();
        var analysis = new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: (exception, _, _) => failures.Add(exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([analyzer], analysis).GetAnalyzerDiagnosticsAsync();
        return failures.Count == 0 ? diagnostics : throw new InvalidOperationException($"{analyzer.GetType().Name} threw.", new AggregateException(failures));
    }
}
