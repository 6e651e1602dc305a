using Microsoft.CodeAnalysis;
using Xunit;

namespace AuthApi.Analyzers.Tests.Repository;

/// <summary>Every rule has all its parts, and they agree.</summary>
public class RuleTests
{
    /// <summary>The parts of a page, in the order that a reader can rely on.</summary>
    private static readonly string[] Sections =
    [
        "What it reports", "Why", "Example: reported", "Example: silent", "How to fix", "When to suppress", "Options", "What it does not see",
    ];

    public static TheoryData<string> Ids => ShippedRules.AllIds();

    [Fact]
    public void Every_descriptor_has_an_id_of_the_list_and_is_on_by_default()
    {
        Assert.NotEmpty(ShippedRules.Descriptors);
        var declared = typeof(DiagnosticIds).GetFields().Select(field => (string?)field.GetRawConstantValue()).ToList();
        Assert.All(ShippedRules.Descriptors, descriptor =>
        {
            Assert.Contains(descriptor.Id, declared);
            Assert.True(descriptor.IsEnabledByDefault);
        });
    }

    [Fact]
    public void Every_descriptor_is_supported_by_an_analyzer()
    {
        var supported = ShippedRules.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).ToHashSet();
        Assert.All(ShippedRules.Descriptors, descriptor => Assert.Contains(descriptor, supported));
    }

    [Fact]
    public void Every_fix_fixes_ids_of_rules_in_one_step_for_a_whole_solution() =>
        Assert.All(ShippedRules.CodeFixes, fix =>
        {
            Assert.Subset(ShippedRules.Ids.ToHashSet(), fix.FixableDiagnosticIds.ToHashSet());
            Assert.NotNull(fix.GetFixAllProvider());
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_are_written(string id) =>
        Assert.All(Of(id), descriptor =>
        {
            Assert.NotEmpty(descriptor.Title.ToString());
            Assert.False(descriptor.Title.ToString().EndsWith('.'), "A title has no full stop.");
            Assert.Contains("{0}", descriptor.MessageFormat.ToString(), StringComparison.Ordinal);
            Assert.EndsWith(".", descriptor.Description.ToString(), StringComparison.Ordinal);
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_the_page(string id) =>
        Assert.All(Of(id), descriptor => Assert.EndsWith("/blob/main/" + ShippedRules.PageOf(id), descriptor.HelpLinkUri, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_begins_with_the_rule_and_has_every_section_in_order(string id)
    {
        var lines = RepositoryFiles.Read(ShippedRules.PageOf(id)).Split('\n');
        Assert.Contains(Of(id), descriptor => lines[0] == $"# {id}: {descriptor.Title}");

        var headings = lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);
        Assert.Equal(Sections, headings.Where(Sections.Contains));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Sources_tests_and_fix_lie_in_folders_of_the_rules_name(string id)
    {
        var folder = $"Rules/{Of(id)[0].Category}/{ShippedRules.NameOf(id)}";
        Assert.NotEmpty(RepositoryFiles.Under($"src/AuthApi.Analyzers/{folder}", "*Analyzer.cs"));
        Assert.NotEmpty(RepositoryFiles.Under($"tests/AuthApi.Analyzers.Tests/{folder}", "*Tests.cs"));
        if (ShippedRules.CodeFixes.Any(fix => fix.FixableDiagnosticIds.Contains(id)))
        {
            Assert.NotEmpty(RepositoryFiles.Under($"src/AuthApi.Analyzers.CodeFixes/{folder}", "*.cs"));
        }
    }

    [Fact]
    public void The_release_tracking_names_every_rule_with_category_and_severity()
    {
        var rows = new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => RepositoryFiles.Read($"src/AuthApi.Analyzers/AnalyzerReleases.{kind}.md").Split('\n'))
            .Where(line => line.StartsWith("AUTH", StringComparison.Ordinal))
            .Select(line => string.Join(" | ", line.Split('|').Take(3).Select(cell => cell.Trim())));

        // An id has one row, although a rule may also give advice under it at a lower severity.
        Assert.Equal(ShippedRules.Ids.Select(id => $"{id} | {Of(id)[0].Category} | {Highest(id)}"), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_readme_has_a_row_for_every_rule_and_for_nothing_else()
    {
        var rows = RepositoryFiles.Read("README.md").Split('\n')
            .Where(line => line.StartsWith("| [AUTH", StringComparison.Ordinal))
            .Select(line => string.Join(" | ", line.Split('|').Skip(1).Take(4).Select(cell => cell.Trim())));

        Assert.Equal(
            ShippedRules.Ids.Select(id =>
                $"[{id}]({ShippedRules.PageOf(id)}) | {ShippedRules.NameOf(id)} | {Highest(id)} | "
                + (ShippedRules.CodeFixes.Any(fix => fix.FixableDiagnosticIds.Contains(id)) ? "yes" : "no")),
            rows);
    }

    private static DiagnosticDescriptor[] Of(string id) => [.. ShippedRules.Descriptors.Where(descriptor => descriptor.Id == id)];

    private static DiagnosticSeverity Highest(string id) => Of(id).Max(descriptor => descriptor.DefaultSeverity);
}
