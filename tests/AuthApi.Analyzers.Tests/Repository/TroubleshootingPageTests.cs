using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Rules.Vip.UnhandledReasonCode;
using Xunit;

namespace AuthApi.Analyzers.Tests.Repository;

/// <summary>docs/troubleshooting.md has every row of both error tables, and leads to every rule.</summary>
public class TroubleshootingPageTests
{
    private const string Page = "docs/troubleshooting.md";

    /// <summary>The five headings of Adobe's page of error codes, with the number of causes under each: twelve.</summary>
    private static readonly Dictionary<string, int> AdobeCauses = new()
    {
        ["Not Authorized"] = 2,
        ["SC 400 during authenticate"] = 3,
        ["400 Bad Request"] = 2,
        ["403 Forbidden"] = 2,
        ["Unable to log in at the MVPD"] = 3,
    };

    private static readonly Dictionary<ReasonFamily, string> Headings = new()
    {
        [ReasonFamily.Credential] = "### Credential management, REST and SOAP",
        [ReasonFamily.UserServices] = "### User Services",
        [ReasonFamily.PushTransaction] = "### Push transactions (inner status)",
        [ReasonFamily.VoiceDelivery] = "### Voice delivery",
        [ReasonFamily.AccountRest] = "### Account and unit REST APIs",
    };

    [Fact]
    public void Every_documented_cause_of_Adobe_has_a_row()
    {
        var rows = Rows("## Adobe Pass").Select(row => row[0]).Where(AdobeCauses.ContainsKey).GroupBy(answer => answer);
        Assert.Equal(AdobeCauses.OrderBy(c => c.Key, StringComparer.Ordinal), rows.ToDictionary(g => g.Key, g => g.Count()).OrderBy(c => c.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reason_code_has_a_row_in_its_family_and_no_other_has() =>
        Assert.All(Headings, heading => Assert.Equal(
            ReasonCodes.All.Where(reason => reason.Family == heading.Key).Select(reason => $"`{reason.Code}`").Order(StringComparer.OrdinalIgnoreCase),
            Rows(heading.Value).Select(row => row[0]).Order(StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void Every_row_names_a_rule_or_something_to_check() =>
        Assert.All(Rows("## Adobe Pass").Concat(Headings.Values.SelectMany(Rows)), row =>
        {
            Assert.Equal(4, row.Length);
            Assert.NotEmpty(row[1]);
            Assert.True(row[2].Contains("](rules/AUTH", StringComparison.Ordinal) || row[3].Length > 1, string.Join(" | ", row));
        });

    [Fact]
    public void AUTH2011_is_linked_from_the_codes_that_it_asks_for_and_from_no_other() =>
        Assert.All(Headings, heading => Assert.Equal(
            ReasonCodes.All.Where(reason => reason.Family == heading.Key && MissingCodes.HasRemedy(reason)).Select(reason => $"`{reason.Code}`").Order(StringComparer.OrdinalIgnoreCase),
            Rows(heading.Value).Where(row => row[2].Contains("AUTH2011", StringComparison.Ordinal)).Select(row => row[0]).Order(StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void Every_rule_is_linked()
    {
        var text = RepositoryFiles.Read(Page);
        Assert.All(
            typeof(DiagnosticIds).GetFields().Select(field => (string)field.GetRawConstantValue()!),
            id => Assert.Contains($"[{id}](rules/{id}.md)", text, StringComparison.Ordinal));
    }

    /// <summary>The cells of the table rows under a heading, up to the next heading of its level.</summary>
    private static IEnumerable<string[]> Rows(string heading)
    {
        var level = heading[..(heading.LastIndexOf('#') + 2)];
        return RepositoryFiles.Read(Page).Split('\n')
            .SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith(level, StringComparison.Ordinal) && !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            .Where(line => !line.StartsWith("| answer ", StringComparison.Ordinal) && !line.StartsWith("| code ", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());
    }
}
