using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AuthApi.Analyzers.Tests.Verifiers;

/// <summary>Tests of an analyzer and its fix. Usual in a test file: <c>using Verify = CSharpCodeFixVerifier&lt;…&gt;;</c></summary>
public static class CSharpCodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    public static DiagnosticResult Diagnostic() => CSharpAnalyzerVerifier<TAnalyzer>.Diagnostic();

    public static DiagnosticResult Diagnostic(string diagnosticId) => CSharpAnalyzerVerifier<TAnalyzer>.Diagnostic(diagnosticId);

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    /// <summary>The fix takes no part: a reported source needs no fixed text.</summary>
    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<TAnalyzer>.VerifyAnalyzerAsync(source, expected);

    public static Task VerifyAnalyzerAsync(string source, TestReferences references, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<TAnalyzer>.VerifyAnalyzerAsync(source, references, expected);

    /// <summary>With a fixed source equal to the source, no fix may be offered.</summary>
    public static Task VerifyCodeFixAsync(string source, string fixedSource, TestReferences references = TestReferences.Default) =>
        VerifyCodeFixAsync(source, [], fixedSource, references);

    public static Task VerifyCodeFixAsync(
        string source, DiagnosticResult expected, string fixedSource, TestReferences references = TestReferences.Default) =>
        VerifyCodeFixAsync(source, [expected], fixedSource, references);

    public static Task VerifyCodeFixAsync(
        string source, DiagnosticResult[] expected, string fixedSource, TestReferences references = TestReferences.Default)
    {
        var test = new Test { TestCode = source, FixedCode = fixedSource, References = references };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    public class Test : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
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
