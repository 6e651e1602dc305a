using System.Text.RegularExpressions;
using Xunit;

namespace AuthApi.Analyzers.Tests.Repository;

/// <summary>docs/how-it-decides.md names every reason for "unknown", and tests that exist.</summary>
public class HowItDecidesPageTests
{
    private static readonly string Page = RepositoryFiles.Read("docs/how-it-decides.md");

    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        var tests = typeof(HowItDecidesPageTests).Assembly.GetTypes().SelectMany(static t => t.GetMethods()).Select(static m => m.Name).ToHashSet();
        var named = Regex.Matches(Page, @"^\|.*\|(?<tests>[^|]*)\|$", RegexOptions.Multiline)
            .SelectMany(static row => Regex.Matches(row.Groups["tests"].Value, "`(?<name>[A-Za-z0-9_]+)`")).Select(static m => m.Groups["name"].Value).ToList();
        Assert.True(named.Count > 80, "The tables were not read.");
        Assert.Equal([], named.Except(tests));
    }

    [Fact]
    public void Every_reason_in_the_sources_stands_in_the_page()
    {
        var reasons = RepositoryFiles.Under("src/AuthApi.Analyzers/Http", "*.cs")
            .SelectMany(static f => Regex.Matches(RepositoryFiles.Read(f), "Answer\\.Unknown\\(\\$?\"(?<text>[^\"]*)\""))
            .Select(static m => Regex.Replace(m.Groups["text"].Value, @"'\{[^}]*\}(\.\{[^}]*\})?'", "'…'")).Distinct().ToList();
        Assert.True(reasons.Count > 12, "The sources were not read.");
        Assert.All(reasons, static r => Assert.Contains("| " + r + " |", Page));
    }
}
