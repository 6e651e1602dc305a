using System.Collections.Immutable;
using AuthApi.Analyzers.Tests.Verifiers;

namespace Microsoft.CodeAnalysis.Testing;

public sealed record PackageIdentity(string Id, string Version);

/// <summary>
/// The references of a test's projects. The package downloads what a test names; this stand-in takes it from what was
/// restored with the test project, and says so where a test names anything else.
/// </summary>
public sealed class ReferenceAssemblies
{
    private readonly bool _framework;

    /// <summary>No reference at all: the test's solution transforms bring them.</summary>
    public ReferenceAssemblies(string targetFramework) : this(targetFramework, framework: false, [])
    {
    }

    private ReferenceAssemblies(string targetFramework, bool framework, ImmutableArray<PackageIdentity> packages)
    {
        TargetFramework = targetFramework;
        _framework = framework;
        Packages = packages;
    }

    public static ReferenceAssemblies Default => Net.Net100;

    public string TargetFramework { get; }

    public ImmutableArray<PackageIdentity> Packages { get; }

    public ReferenceAssemblies AddPackages(ImmutableArray<PackageIdentity> packages) =>
        new(TargetFramework, _framework, Packages.AddRange(packages));

    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken)
    {
        var references = _framework ? RestoredReferences.Get("Framework") : [];
        foreach (var package in Packages)
            references = references.AddRange(RestoredReferences.GetPackage(package.Id, package.Version));
        return Task.FromResult(references);
    }

    /// <summary>Every version of the framework is the one that the tests themselves are compiled against.</summary>
    public static class Net
    {
        public static ReferenceAssemblies Net80 { get; } = new("net8.0", framework: true, []);

        public static ReferenceAssemblies Net90 { get; } = new("net9.0", framework: true, []);

        public static ReferenceAssemblies Net100 { get; } = new("net10.0", framework: true, []);
    }
}
