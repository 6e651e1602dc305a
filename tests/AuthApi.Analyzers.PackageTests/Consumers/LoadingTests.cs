using AuthApi.Analyzers.PackageTests.Infrastructure;

namespace AuthApi.Analyzers.PackageTests.Consumers;

/// <summary>The package reaches the compiler of a project that is not ours, whatever that project talks to.</summary>
public sealed class LoadingTests(PackedPackage package)
{
    /// <summary>Wrong on purpose, since an option that cannot be read is reported whatever the source holds.</summary>
    private const string UnreadableOption = "is_global = true\nauthapi_analyzers.followed_calls = many\n";

    private const string Empty = "internal sealed class Empty;\n";

    private static readonly string[] Reported = ["Empty.cs:1 AUTH0001 warning"];

    private static readonly string[] Silent = [];

    [Fact]
    public async Task A_project_without_any_call_builds_clean()
    {
        using var consumer = new Consumer(package);
        consumer.WriteProject("App");
        consumer.Write("App/Empty.cs", Empty);

        var result = await consumer.BuildAsync("App");

        Assert.True(result.Succeeded);
        Assert.Empty(result.Findings);
        Assert.DoesNotContain(": warning ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Default", "warning")]
    [InlineData("Minimum", "warning")]
    [InlineData("All", "warning")]
    [InlineData("Strict", "error")]
    public async Task A_preset_sets_the_level(string mode, string level)
    {
        using var consumer = CreateConsumer($"<AuthApiAnalysisMode>{mode}</AuthApiAnalysisMode>");

        var result = await consumer.BuildAsync("App");

        Assert.Equal(level != "error", result.Succeeded);
        Assert.Equal([$"Empty.cs:1 AUTH0001 {level}"], result.Lines);
        Assert.Contains("authapi_analyzers.followed_calls", Assert.Single(result.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preset_None_silences_every_rule()
    {
        using var consumer = CreateConsumer("<AuthApiAnalysisMode>None</AuthApiAnalysisMode>");
        Assert.Equal(Silent, (await consumer.BuildAsync("App")).Lines);
    }

    [Theory]
    [InlineData("Strict", "dotnet_diagnostic.AUTH0001.severity = warning", "warning")]
    [InlineData("Strict", "dotnet_diagnostic.AUTH0001.severity = none", null)]
    [InlineData("None", "dotnet_diagnostic.AUTH0001.severity = error", "error")]
    [InlineData("None", "dotnet_analyzer_diagnostic.category-Configuration.severity = error", "error")]
    [InlineData("All", "dotnet_analyzer_diagnostic.category-Configuration.severity = none", null)]
    public async Task The_users_editorconfig_wins_over_the_preset(string mode, string line, string? level)
    {
        using var consumer = CreateConsumer($"<AuthApiAnalysisMode>{mode}</AuthApiAnalysisMode>");
        consumer.Write("App/.editorconfig", $"[*.cs]\n{line}\n");

        var result = await consumer.BuildAsync("App");

        Assert.Equal(level is null ? Silent : [$"Empty.cs:1 AUTH0001 {level}"], result.Lines);
    }

    [Fact]
    public async Task A_preset_that_does_not_exist_is_reported_and_changes_nothing()
    {
        using var consumer = CreateConsumer("<AuthApiAnalysisMode>Loud</AuthApiAnalysisMode>");

        var result = await consumer.BuildAsync("App");

        Assert.True(result.Succeeded);
        Assert.Equal(Reported, result.Lines);
        Assert.Contains("warning AUTH0001: The property AuthApiAnalysisMode is 'Loud'", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_property_of_the_project_reaches_the_rules()
    {
        using var consumer = new Consumer(package);
        consumer.WriteProject("App", "<AuthApiAssumeVip>perhaps</AuthApiAssumeVip>");
        consumer.Write("App/Empty.cs", Empty);

        var finding = Assert.Single((await consumer.BuildAsync("App")).Findings);

        Assert.Equal("AUTH0001", finding.RuleId);
        Assert.Contains("AuthApiAssumeVip", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>docs/ci.md: with PrivateAssets="all" the rules stay in the project that asks for them, with "none" they go along.</summary>
    [Theory]
    [InlineData("all", false)]
    [InlineData("none", true)]
    public async Task A_project_over_the_consumer_gets_the_rules_only_where_they_are_passed_on(string privateAssets, bool reported)
    {
        using var consumer = new Consumer(package);
        consumer.WriteProject("Library", assets: $"""PrivateAssets="{privateAssets}" IncludeAssets="all" """);
        consumer.Write("Library/Empty.cs", Empty);
        consumer.WriteProjectOver("App", "Library");
        consumer.Write("App/Empty.cs", Empty);
        consumer.Write("App/.globalconfig", UnreadableOption);

        var result = await consumer.BuildAsync("App");

        Assert.Equal(reported ? Reported : Silent, result.Lines);
    }

    private Consumer CreateConsumer(string properties)
    {
        var consumer = new Consumer(package);
        consumer.WriteProject("App", properties);
        consumer.Write("App/Empty.cs", Empty);
        consumer.Write("App/.globalconfig", UnreadableOption);
        return consumer;
    }
}
