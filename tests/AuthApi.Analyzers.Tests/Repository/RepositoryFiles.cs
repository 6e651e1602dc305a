namespace AuthApi.Analyzers.Tests.Repository;

/// <summary>Files of the repository, for tests that compare its parts with each other. Paths are relative to its top, with '/'.</summary>
internal static class RepositoryFiles
{
    public static string Top { get; } = FindTop();

    /// <summary>The text with line ends as '\n'.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Top, path)).Replace("\r\n", "\n");

    public static IEnumerable<string> Under(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Top, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Top, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/"))
            .Order(StringComparer.Ordinal);

    private static string FindTop()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No Analyzers.sln above " + AppContext.BaseDirectory);
    }
}
