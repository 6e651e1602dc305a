using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AuthApi.Analyzers.Tests.Verifiers;

/// <summary>Tests of an analyzer without a fix. Usual in a test file: <c>using Verify = CSharpAnalyzerVerifier&lt;…&gt;;</c></summary>
public static class CSharpAnalyzerVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static DiagnosticResult Diagnostic() => CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>.Diagnostic();

    public static DiagnosticResult Diagnostic(string diagnosticId) => CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>.Diagnostic(diagnosticId);

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected) =>
        VerifyAnalyzerAsync(source, TestReferences.Default, expected);

    public static Task VerifyAnalyzerAsync(string source, TestReferences references, params DiagnosticResult[] expected)
    {
        var test = new Test { TestCode = source, References = references };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    public class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        public Test()
        {
            ReferenceAssemblies = TestDefaults.NoReferenceAssemblies;
            SolutionTransforms.Add(TestDefaults.AddReferences(() => References));
        }

        /// <summary>What every project of the test refers to.</summary>
        public TestReferences References { get; set; } = TestReferences.Default;

        public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.Latest;

        protected override ParseOptions CreateParseOptions() => TestDefaults.ParseOptions.WithLanguageVersion(LanguageVersion);
    }
}
