using System.Text.RegularExpressions;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Rules.Configuration.InvalidOption;
using AuthApi.Analyzers.Tests.Options;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AuthApi.Analyzers.Tests.Repository;

/// <summary>docs/configuration.md and the declared options say the same.</summary>
public class ConfigurationPageTests
{
    private static readonly string Page = RepositoryFiles.Read("docs/configuration.md");

    [Fact]
    public void Every_option_has_a_section_with_its_texts_and_no_section_is_of_an_undeclared_option()
    {
        var sections = Regex.Matches(Page, @"^### `(?<key>[^`]+)`\n(?<text>(?:(?!^#).*\n)*)", RegexOptions.Multiline)
            .ToDictionary(m => m.Groups["key"].Value, m => m.Groups["text"].Value);

        Assert.Equal(OptionCatalog.All.Select(o => o.Key), sections.Keys);
        foreach (var option in OptionCatalog.All)
        {
            var lines = sections[option.Key].Split('\n');
            Assert.Contains(option.Summary, lines);
            Assert.Contains("* Default: " + option.DefaultText, lines);
            Assert.Contains("* Allowed: " + option.Allowed, lines);
            Assert.Equal(
                option.Property is null ? [] : [$"* MSBuild property: `{option.Property}`"],
                lines.Where(line => line.StartsWith("* MSBuild property", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Every_property_is_handed_to_the_compiler_by_the_package()
    {
        var props = RepositoryFiles.Read("src/AuthApi.Analyzers.Package/build/AuthApi.Analyzers.props");

        Assert.All(
            OptionCatalog.All.Select(o => o.Property).OfType<string>(),
            property => Assert.Contains($"<CompilerVisibleProperty Include=\"{property}\" />", props));
    }

    [Fact]
    public void No_page_but_that_of_the_wrong_options_names_an_undeclared_key()
    {
        var declared = OptionCatalog.All.Select(o => o.Key).ToHashSet();

        foreach (var path in RepositoryFiles.Under("docs", "*.md").Where(path => !path.EndsWith("AUTH0001.md", StringComparison.Ordinal)))
        {
            Assert.All(
                Regex.Matches(RepositoryFiles.Read(path), Regex.Escape(OptionDefinition.Prefix) + "[A-Za-z0-9_]+").Select(m => m.Value),
                key => Assert.True(declared.Contains(key), $"{path} names {key}, which is not declared"));
        }
    }

    [Fact]
    public void The_examples_are_read_without_a_finding_and_show_options()
    {
        var examples = EditorConfigBlocks(Page);

        Assert.All(examples, example => Assert.Empty(OptionProblems.In(ReadOptions(example))));
        Assert.False(AuthApiOptionsOf(examples[0]).AuthorizationHandlers.IsEmpty);
    }

    [Fact]
    public void The_page_of_AUTH0001_shows_the_messages_of_its_examples()
    {
        var page = RepositoryFiles.Read("docs/rules/AUTH0001.md");
        var shown = Regex.Match(page, "```text\n(?<text>.*?)```", RegexOptions.Singleline).Groups["text"].Value.TrimEnd().Split('\n');
        var blocks = EditorConfigBlocks(page);

        Assert.Equal(
            shown.Order(StringComparer.Ordinal),
            OptionProblems.In(ReadOptions(blocks[0]))
                .Select(f => string.Format(null, Descriptors.InvalidOption.MessageFormat.ToString(null), f.WrittenAs, f.Problem))
                .Order(StringComparer.Ordinal));
        Assert.Empty(OptionProblems.In(ReadOptions(blocks[1])));
    }

    private static List<string> EditorConfigBlocks(string page) =>
        Regex.Matches(page, "```ini\n(?<text>.*?)```", RegexOptions.Singleline).Select(m => m.Groups["text"].Value).ToList();

    private static AuthApiOptions AuthApiOptionsOf(string editorConfig) => AuthApiOptions.For(
        new DictionaryOptionsProvider(ReadOptions(editorConfig)).ToAnalyzerOptions(),
        Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(""));

    /// <summary>The options of a source file as the compiler reads them from .editorconfig.</summary>
    private static DictionaryOptions ReadOptions(string editorConfig)
    {
        var set = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(editorConfig, "/project/.editorconfig") });
        return new(set.GetOptionsForSourcePath("/project/Source.cs").AnalyzerOptions.Select(pair => (pair.Key, pair.Value)).ToArray());
    }
}
