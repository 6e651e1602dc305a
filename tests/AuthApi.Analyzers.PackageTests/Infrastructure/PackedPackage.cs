using System.IO.Compression;
using System.Xml.Linq;
using AuthApi.Analyzers.PackageTests.Infrastructure;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace AuthApi.Analyzers.PackageTests.Infrastructure;

/// <summary>The package, packed once for a run, in a folder that serves as feed, with the package cache of its consumers.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Holds one file, the <c>.nupkg</c>.</summary>
    public string Feed => folder.At("feed");

    public string PackageCache => folder.At("cache");

    public string Version { get; private set; } = "";

    /// <summary>What <c>dotnet pack</c> printed.</summary>
    public string PackOutput { get; private set; } = "";

    /// <summary>The manifest, without its XML namespace.</summary>
    public XElement Metadata { get; private set; } = new("metadata");

    public async ValueTask InitializeAsync()
    {
        PackOutput = await PackAsync(Repository.Root, Feed);
        using var package = Open();
        using var manifest = package.GetEntry("AuthApi.Analyzers.nuspec")!.Open();
        var document = XDocument.Load(manifest);
        foreach (var element in document.Descendants())
        {
            element.Name = element.Name.LocalName;
        }

        Metadata = document.Root!.Element("metadata")!;
        Version = Metadata.Element("version")!.Value;
    }

    public ZipArchive Open() => ZipFile.OpenRead(Directory.GetFiles(Feed).Single());

    /// <summary>The bytes of a file in the package.</summary>
    public byte[] Read(string path)
    {
        using var package = Open();
        using var stream = package.GetEntry(path)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The package's own step, also used for the copies that the test of determinism packs.</summary>
    internal static Task<string> PackAsync(string root, string feed) =>
        Dotnet.RunAsync(root, "pack", "src/AuthApi.Analyzers.Package", "--output", feed);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
