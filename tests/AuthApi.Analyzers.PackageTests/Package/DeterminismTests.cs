using System.IO.Compression;
using AuthApi.Analyzers.PackageTests.Infrastructure;

namespace AuthApi.Analyzers.PackageTests.Package;

public sealed class DeterminismTests
{
    [Fact]
    public async Task Two_folders_give_the_same_bytes()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();

        var files = await PackAsync(first);
        Assert.NotEmpty(files);
        Assert.Equal(files, await PackAsync(second));
    }

    /// <summary>Packs a copy, which has no git either, and gives the content by path; the manifest's own files carry a random name.</summary>
    private static async Task<SortedDictionary<string, string>> PackAsync(TemporaryFolder folder)
    {
        Repository.Copy("src", folder.At("src"));
        foreach (var file in Directory.GetFiles(Repository.Root, "Directory.*"))
        {
            File.Copy(file, folder.At(Path.GetFileName(file)));
        }

        var output = await PackedPackage.PackAsync(folder.Root, folder.At("feed"));
        Assert.DoesNotContain(": warning ", output, StringComparison.Ordinal);

        using var package = ZipFile.OpenRead(Directory.GetFiles(folder.At("feed")).Single());
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in package.Entries.Where(e => !e.FullName.EndsWith(".psmdcp", StringComparison.Ordinal) && !e.FullName.StartsWith("_rels/", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            files.Add(entry.FullName, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream)));
        }

        return files;
    }
}
