using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace AuthApi.Analyzers.Tests.Verifiers;

/// <summary>What all tests of this project share beside the defaults of the test library.</summary>
internal static class TestDefaults
{
    /// <summary>The newest language of the compiler that the tests run on.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>References come from a solution transform, so that every project of a test has them.</summary>
    public static ReferenceAssemblies NoReferenceAssemblies { get; } = new("net10.0");

    public static Func<Solution, ProjectId, Solution> AddReferences(Func<TestReferences> references) => (solution, _) =>
        solution.ProjectIds.Aggregate(solution, (current, id) => current.AddMetadataReferences(id, references().Resolve()));
}
