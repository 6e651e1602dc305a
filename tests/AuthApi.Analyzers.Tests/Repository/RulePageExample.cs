using System.Text.RegularExpressions;

namespace AuthApi.Analyzers.Tests.Repository;

/// <summary>A block of C# in the page of a rule.</summary>
/// <param name="Tag">The word behind <c>csharp</c>: <c>reported</c>, <c>silent</c>, or nothing.</param>
internal sealed record RulePageExample(string Id, int Number, string Tag, string Source)
{
    public static IEnumerable<RulePageExample> In(string id) =>
        Regex.Matches(RepositoryFiles.Read(ShippedRules.PageOf(id)), @"^```(?:csharp|cs|c#)[ ]*(?<tag>[^\n]*)\n(?<source>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase)
            .Select((match, index) => new RulePageExample(id, index + 1, match.Groups["tag"].Value.Trim(), match.Groups["source"].Value));
}
