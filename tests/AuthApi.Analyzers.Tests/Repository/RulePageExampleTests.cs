using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AuthApi.Analyzers.Tests.Repository;

/// <summary>Each example in docs/rules compiles and does what its page says, with all rules of the package on.</summary>
public class RulePageExampleTests
{
    /// <summary>What a reader's project has implicitly: <c>ImplicitUsings</c> of the web SDK.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static TheoryData<string> Ids => ShippedRules.AllIds();

    /// <summary>AUTH0xxx is about settings, which are no C#.</summary>
    [Fact]
    public void A_page_of_a_rule_about_sources_shows_both_a_reported_and_a_silent_example() =>
        Assert.All(ShippedRules.Ids.Where(id => !id.StartsWith("AUTH0", StringComparison.Ordinal)), id =>
        {
            var tags = RulePageExample.In(id).Select(example => example.Tag).ToHashSet();
            Assert.Superset(new HashSet<string> { "reported", "silent" }, tags);
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_example_of_a_page_is_reported_or_silent_as_tagged(string id)
    {
        foreach (var example in RulePageExample.In(id))
        {
            var expected = example.Tag switch
            {
                "reported" => new[] { id },
                "silent" => [],
                _ => throw new InvalidOperationException($"Block {example.Number} of {ShippedRules.PageOf(id)} is tagged neither reported nor silent."),
            };

            var reported = await AnalyzeAsync(example.Source);

            Assert.True(
                expected.SequenceEqual(reported.Select(diagnostic => diagnostic.Id).Distinct()),
                $"Block {example.Number} of {ShippedRules.PageOf(id)} is tagged {example.Tag}, and reported is: {string.Join("; ", reported)}");
        }
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string source)
    {
        var trees = new[] { ImplicitUsings, source }.Select((text, index) => CSharpSyntaxTree.ParseText(text, TestDefaults.ParseOptions, path: $"Page{index}.cs"));
        var references = (TestReferences.Framework | TestReferences.Wcf | TestReferences.Newtonsoft | TestReferences.RestSharp | TestReferences.Flurl).Resolve();
        var compilation = CSharpCompilation.Create("Page", trees, references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        if (compilation.SyntaxTrees.Any(tree => tree.GetRoot().ChildNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax>().Any()))
        {
            compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        }

        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return await compilation.WithAnalyzers([.. ShippedRules.Analyzers], options).GetAnalyzerDiagnosticsAsync();
    }
}
