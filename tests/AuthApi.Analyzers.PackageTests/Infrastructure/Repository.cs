namespace AuthApi.Analyzers.PackageTests.Infrastructure;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>Copies a folder of the repository without what a build left in it.</summary>
    public static void Copy(string folder, string target)
    {
        foreach (var file in Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(At(folder), file);
            if (relative.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
            {
                continue;
            }

            var copy = Path.Combine(target, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string FindRoot(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Analyzers.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests do not lie in a checkout of the repository.");
    }
}
