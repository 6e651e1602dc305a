using System.Text.Json;

namespace AuthApi.Analyzers.PackageTests.Infrastructure;

/// <summary>One result of a SARIF 2.1 log, as far as a consumer cares.</summary>
/// <param name="File">The name without its folder.</param>
/// <param name="Line">One-based.</param>
internal sealed record Finding(string RuleId, string Level, string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line} {RuleId} {Level}";
}

internal static class Sarif
{
    public static IReadOnlyList<Finding> Read(string path)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        return log.RootElement.GetProperty("runs").EnumerateArray()
            .SelectMany(run => run.GetProperty("results").EnumerateArray())
            .Where(result => !result.TryGetProperty("suppressions", out var list) || list.GetArrayLength() == 0)
            .Select(ReadResult)
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ToList();
    }

    private static Finding ReadResult(JsonElement result)
    {
        var place = result.TryGetProperty("locations", out var locations) && locations.GetArrayLength() > 0
            ? locations[0].GetProperty("physicalLocation")
            : (JsonElement?)null;
        return new(
            result.GetProperty("ruleId").GetString()!,
            result.GetProperty("level").GetString()!,
            place is { } p ? Path.GetFileName(new Uri(p.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath) : "",
            place is { } q ? q.GetProperty("region").GetProperty("startLine").GetInt32() : 0,
            result.GetProperty("message").GetProperty("text").GetString()!);
    }
}
