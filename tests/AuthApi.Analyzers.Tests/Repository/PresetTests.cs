using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AuthApi.Analyzers.Tests.Repository;

/// <summary>The presets of the package follow the severities that the rules ship with.</summary>
public class PresetTests
{
    [Fact]
    public void Minimum_turns_off_the_rules_that_only_give_advice() =>
        AssertPreset("Minimum", "none", id => SeveritiesOf(id).All(severity => severity == DiagnosticSeverity.Info));

    [Fact]
    public void Strict_makes_errors_of_the_rules_that_give_no_advice() =>
        AssertPreset("Strict", "error", id => SeveritiesOf(id).All(severity => severity == DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("None", "none")]
    [InlineData("All", "warning")]
    public void None_and_All_name_every_category(string preset, string severity) =>
        Assert.Equal(
            ShippedRules.Descriptors.Select(descriptor => $"dotnet_analyzer_diagnostic.category-{descriptor.Category}.severity = {severity}").Distinct().Order(),
            Lines(preset).Where(line => ShippedRules.Descriptors.Any(d => line.Contains($"-{d.Category}.", StringComparison.Ordinal))).Order());

    private static IEnumerable<DiagnosticSeverity> SeveritiesOf(string id) =>
        ShippedRules.Descriptors.Where(descriptor => descriptor.Id == id).Select(descriptor => descriptor.DefaultSeverity);

    /// <summary>Of the ids in the file, those that a rule exists for are exactly the rules that belong there.</summary>
    private static void AssertPreset(string preset, string severity, Func<string, bool> belongs)
    {
        var ids = Lines(preset).Select(line => Regex.Match(line, $@"^dotnet_diagnostic\.(AUTH\d{{4}})\.severity = {severity}$"))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value);
        Assert.Equal(ShippedRules.Ids.Where(belongs), ids.Intersect(ShippedRules.Ids).Order());
    }

    private static string[] Lines(string preset) =>
        RepositoryFiles.Read($"src/AuthApi.Analyzers.Package/presets/AuthApiAnalysisMode.{preset}.globalconfig").Split('\n');
}
