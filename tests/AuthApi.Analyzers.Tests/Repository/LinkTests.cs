using System.Text.RegularExpressions;
using Xunit;

namespace AuthApi.Analyzers.Tests.Repository;

public class LinkTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(RepositoryFiles.Top, "*.md").Select(file => Path.GetFileName(file)), .. RepositoryFiles.Under("docs", "*.md")];

    /// <summary>To files, and to headings in the same or another page; addresses on the network are not followed.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_somewhere(string page)
    {
        var text = Regex.Replace(RepositoryFiles.Read(page), "^```.*?^```", "", RegexOptions.Multiline | RegexOptions.Singleline);
        var links = Regex.Matches(text, @"\]\((?<target>[^)\s]+)\)").Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

        Assert.DoesNotContain(links, target => !Exists(page, target));
    }

    private static bool Exists(string page, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? page : Path.GetRelativePath(RepositoryFiles.Top, Path.Combine(RepositoryFiles.Top, Path.GetDirectoryName(page)!, parts[0]));
        var full = Path.Combine(RepositoryFiles.Top, path);
        return parts.Length == 1
            ? File.Exists(full) || Directory.Exists(full)
            : File.Exists(full) && Headings(path).Contains(parts[1]);
    }

    /// <summary>The anchors that a forge gives the headings: lower case, blanks as dashes, other signs dropped.</summary>
    private static IEnumerable<string> Headings(string page) =>
        RepositoryFiles.Read(page).Split('\n')
            .Where(line => line.StartsWith('#'))
            .Select(line => Regex.Replace(line.TrimStart('#').Trim().ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'));
}
