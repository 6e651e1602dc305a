using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Tests.Verifiers;

/// <summary>
/// The assemblies that were restored with this project for test sources to refer to, read once and shared by all tests:
/// the compiler keeps the symbols of a reference as long as the reference object lives, and that is what makes a test fast.
/// The build writes their paths beside the test assembly, as lines <c>group|file or folder</c>.
/// </summary>
internal static class RestoredReferences
{
    private static readonly ConcurrentDictionary<string, Lazy<ImmutableArray<MetadataReference>>> Groups = new(StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<ILookup<string, string>> Paths = new(() =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "test-references.txt"))
            .Select(line => line.Split('|', 2))
            .ToLookup(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase));

    public static ImmutableArray<MetadataReference> Get(string group) =>
        Groups.GetOrAdd(group, static key => new(() => Load(key))).Value;

    /// <summary>A restored package in exactly this version.</summary>
    public static ImmutableArray<MetadataReference> GetPackage(string id, string version) =>
        Paths.Value[id].Any(path => path.Replace('\\', '/').Contains($"/{id}/{version}/", StringComparison.OrdinalIgnoreCase))
            ? Get(id)
            : throw new InvalidOperationException($"{id} {version} is not restored with the test project: add it there, or use the version that is.");

    private static ImmutableArray<MetadataReference> Load(string group)
    {
        var files = Paths.Value[group]
            .SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.dll") : [path])
            .ToImmutableArray();
        return files.IsEmpty
            ? throw new InvalidOperationException($"No reference was restored for {group}.")
            : [.. files.Select(file => (MetadataReference)MetadataReference.CreateFromFile(file))];
    }
}
