using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Every program that a verifier was called with in this run, for checks over all of them. Kept as what it takes to
/// build the program, not as the program: a compilation per test would fill the memory.
/// </summary>
internal static class TestedSources
{
    private static readonly ConcurrentDictionary<string, TestedSource> All = new();

    /// <summary>The same texts count once for each language version, set of references and set of options.</summary>
    public static void Add(Solution solution, string texts, Func<CancellationToken, Task<Solution>> create)
    {
        var settings = solution.Projects.Select(project =>
            $"{(project.ParseOptions as CSharpParseOptions)?.LanguageVersion} {project.MetadataReferences.Count} {project.AnalyzerConfigDocuments.Count()}");
        All.TryAdd($"{string.Join("\0", settings)}\0{texts}", new(TestContext.Current.Test?.TestDisplayName ?? "a test", create));
    }

    /// <summary>In a fixed order, so that a run is like the last one.</summary>
    public static TestedSource[] ToArray() => [.. All.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];
}

/// <summary>A program and the first test that used it.</summary>
internal sealed record TestedSource(string Test, Func<CancellationToken, Task<Solution>> Create);
