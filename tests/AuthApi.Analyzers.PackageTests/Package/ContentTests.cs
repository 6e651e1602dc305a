using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using AuthApi.Analyzers.PackageTests.Infrastructure;

namespace AuthApi.Analyzers.PackageTests.Package;

public sealed class ContentTests(PackedPackage package)
{
    private const string Analyzers = "analyzers/dotnet/cs/AuthApi.Analyzers.dll";
    private const string CodeFixes = "analyzers/dotnet/cs/AuthApi.Analyzers.CodeFixes.dll";

    [Fact]
    public void The_package_holds_these_files_and_no_other()
    {
        using var archive = package.Open();
        var files = archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "AuthApi.Analyzers.nuspec",
                "README.md",
                CodeFixes,
                Analyzers,
                "build/AuthApi.Analyzers.props",
                "build/AuthApi.Analyzers.targets",
                "buildTransitive/AuthApi.Analyzers.props",
                "buildTransitive/AuthApi.Analyzers.targets",
                "icon.png",
                "presets/AuthApiAnalysisMode.All.globalconfig",
                "presets/AuthApiAnalysisMode.Default.globalconfig",
                "presets/AuthApiAnalysisMode.Minimum.globalconfig",
                "presets/AuthApiAnalysisMode.None.globalconfig",
                "presets/AuthApiAnalysisMode.Strict.globalconfig",
            ],
            files);
    }

    [Fact]
    public void Packing_prints_no_warning() =>
        Assert.DoesNotContain(": warning ", package.PackOutput, StringComparison.Ordinal);

    [Fact]
    public void The_manifest_makes_it_a_development_dependency_that_brings_nothing_along()
    {
        Assert.Equal("AuthApi.Analyzers", Value("id"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Null(package.Metadata.Element("dependencies"));
    }

    [Fact]
    public void A_repository_is_named_only_together_with_its_address() =>
        Assert.DoesNotContain(package.Metadata.Elements("repository"), element => element.Attribute("url") is null);

    [Fact]
    public void The_readme_shows_the_version_it_comes_with() =>
        Assert.Contains($"Version=\"{package.Version}\"", Text("README.md"), StringComparison.Ordinal);

    [Fact]
    public void The_icon_is_a_png_of_128_by_128()
    {
        var icon = package.Read("icon.png");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
        Assert.Equal([0, 0, 0, 128, 0, 0, 0, 128], icon[16..24]);
    }

    [Fact]
    public void Direct_and_transitive_consumers_read_the_same_build_files()
    {
        foreach (var file in new[] { "AuthApi.Analyzers.props", "AuthApi.Analyzers.targets" })
        {
            Assert.Equal(Text("build/" + file), Text("buildTransitive/" + file));
        }
    }

    [Theory]
    [InlineData(Analyzers)]
    [InlineData(CodeFixes)]
    public void The_symbols_are_inside_the_assembly(string assembly)
    {
        using var reader = new PEReader(new MemoryStream(package.Read(assembly)));
        Assert.Contains(reader.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
    }

    [Theory]
    [InlineData(Analyzers)]
    [InlineData(CodeFixes)]
    public void No_path_of_the_building_machine_is_in_the_assembly(string assembly)
    {
        using var reader = new PEReader(new MemoryStream(package.Read(assembly)));
        var entry = reader.ReadDebugDirectory().Single(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        var pdb = reader.ReadEmbeddedPortablePdbDebugDirectoryData(entry).GetMetadataReader();
        var documents = pdb.Documents.Select(handle => pdb.GetString(pdb.GetDocument(handle).Name)).ToList();

        Assert.NotEmpty(documents);
        Assert.All(documents, document => Assert.StartsWith("/_/", document, StringComparison.Ordinal));
        Assert.DoesNotContain(Repository.Root, Encoding.UTF8.GetString(package.Read(assembly)), StringComparison.Ordinal);
    }

    /// <summary>
    /// Whatever else an assembly asks for would have to be in every host that loads analyzers. A collection expression that spreads arrays
    /// makes the compiler ask for System.Memory.
    /// </summary>
    [Theory]
    [InlineData(Analyzers, "Microsoft.CodeAnalysis, Microsoft.CodeAnalysis.CSharp, System.Collections.Immutable, netstandard")]
    [InlineData(CodeFixes, "AuthApi.Analyzers, Microsoft.CodeAnalysis, Microsoft.CodeAnalysis.CSharp, Microsoft.CodeAnalysis.CSharp.Workspaces, Microsoft.CodeAnalysis.Workspaces, System.Collections.Immutable, System.Composition.AttributedModel, netstandard")]
    public void The_assembly_asks_for_nothing_but_what_every_host_has(string assembly, string allowed)
    {
        using var reader = new PEReader(new MemoryStream(package.Read(assembly)));
        var metadata = reader.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        Assert.Empty(references.Except(allowed.Split(", ")));
    }

    /// <summary>A newer compiler than the floor would leave the rules unloaded in Visual Studio 17.5 (CS9057).</summary>
    [Theory]
    [InlineData(Analyzers)]
    [InlineData(CodeFixes)]
    public void The_assembly_asks_for_the_compiler_of_the_floor(string assembly)
    {
        using var reader = new PEReader(new MemoryStream(package.Read(assembly)));
        var metadata = reader.GetMetadataReader();
        var compilers = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Where(reference => metadata.GetString(reference.Name).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .ToList();
        Assert.All(compilers, reference => Assert.Equal(new Version(4, 5, 0, 0), reference.Version));
    }

    private string Value(string element) => package.Metadata.Element(element)!.Value;

    private string Text(string path) => Encoding.UTF8.GetString(package.Read(path));
}
