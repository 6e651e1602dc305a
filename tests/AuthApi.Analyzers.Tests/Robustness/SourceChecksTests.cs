using System.Collections.Immutable;
using AuthApi.Analyzers.Tests.RoslynTesting;
using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AuthApi.Analyzers.Tests.Robustness;

/// <summary>The checks of all sources find what they are for.</summary>
public class SourceChecksTests
{
    private const string Source = "class C { void Bad() { } void M(int count) { Bad(); M(count + 1); } }";

    [Fact]
    public async Task Analyzer_that_throws_on_half_a_call_is_found()
    {
        var failures = await new SourceChecks([new ThrowsOnHalfACall()]).CutAsync([Tested(Source)]);
        Assert.Contains(failures, failure => failure.Contains("half a call") && failure.EndsWith("M(count", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Analyzer_that_throws_on_half_a_call_passes_on_whole_ones() =>
        Assert.Empty(await new SourceChecks([new ThrowsOnHalfACall()]).WholeAsync([Tested(Source)]));

    [Fact]
    public async Task Source_is_cut_once_after_every_token()
    {
        var tokens = CSharpSyntaxTree.ParseText(Source, cancellationToken: TestContext.Current.CancellationToken).GetRoot().DescendantTokens().Count();
        var checks = new SourceChecks([new BadCallAnalyzer()]);
        await checks.CutAsync([Tested(Source), Tested(Source)]);
        Assert.Equal(tokens - 1, checks.Analyses); // The end of the file adds no text.
    }

    [Fact]
    public async Task Two_diagnostics_on_one_span_are_found() =>
        Assert.Contains("TEST001 and TEST001 are reported on one span", Assert.Single(
            await new SourceChecks([new BadCallAnalyzer(), new ReportsInGeneratedCode()]).WholeAsync([Tested(Source)])));

    [Fact]
    public async Task One_diagnostic_on_a_span_passes() => Assert.Empty(await new SourceChecks([new BadCallAnalyzer()]).WholeAsync([Tested(Source)]));

    private static TestedSource Tested(string source) => new("a test", _ =>
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "P", "P", LanguageNames.CSharp, parseOptions: TestDefaults.ParseOptions,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: TestReferences.Default.Resolve()));
        return Task.FromResult(project.AddDocument("C.cs", source, filePath: "/C.cs").Project.Solution);
    });

    private sealed class ThrowsOnHalfACall : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [BadCallAnalyzer.Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                node =>
                {
                    if (node.Node.GetLastToken(includeZeroWidth: true).IsMissing)
                        throw new NotSupportedException("half a call");
                },
                SyntaxKind.InvocationExpression);
        }
    }
}
