using System.Globalization;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.Configuration.InvalidOption;

/// <summary>One thing to report: the key or property as written, and the sentence about it.</summary>
internal sealed record Finding(string WrittenAs, string Problem);

/// <summary>What is wrong with the options of a file.</summary>
internal static class OptionProblems
{
    /// <summary>More edits than this make another word.</summary>
    private const int NearMiss = 4;

    /// <summary>In the order of the declarations, then unknown keys by name.</summary>
    public static IEnumerable<Finding> In(AnalyzerConfigOptions options) =>
        OptionCatalog.All.SelectMany(option => option.FindUnreadable(options)).Select(Unreadable)
            .Concat(KeysOf(options).Where(IsUnknown).OrderBy(key => key, StringComparer.Ordinal).Select(Unknown));

    private static Finding Unreadable(UnreadableValue value) => new(
        value.WrittenAs,
        value.RestApplies
            ? Format(Descriptors.UnreadableEntry, value.Text, value.Definition.Allowed)
            : Format(Descriptors.UnreadableOption, value.Text, value.Definition.Allowed, value.Definition.DefaultText));

    private static Finding Unknown(string key)
    {
        var name = LastPart(key);
        var nearest = OptionCatalog.All
            .Select(option => (option.Key, Distance: EditDistance.Between(option.Name, name, NearMiss)))
            .OrderBy(candidate => candidate.Distance)
            .First();
        return new(key, nearest.Distance <= NearMiss ? Format(Descriptors.MisspeltOption, nearest.Key) : Descriptors.UnknownOption);
    }

    /// <summary>
    /// A key with our prefix that is not declared; and one with a declared name under a prefix that others use for their
    /// options or that resembles ours (<c>dotnet_code_quality.AUTH1001.followed_calls</c>, <c>authapi.followed_calls</c>).
    /// </summary>
    private static bool IsUnknown(string key)
    {
        if (key.StartsWith(OptionDefinition.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return !OptionCatalog.All.Any(option => option.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
        }

        return key.IndexOf("auth", StringComparison.OrdinalIgnoreCase) >= 0
            && key.IndexOf('.') > 0
            && OptionCatalog.All.Any(option => option.Name.Equals(LastPart(key), StringComparison.OrdinalIgnoreCase));
    }

    private static string LastPart(string key) => key.Substring(key.LastIndexOf('.') + 1).ToLowerInvariant();

    /// <summary>All keys, or none where the host's options cannot list them (the base class throws then).</summary>
    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return [];
        }
    }

    private static string Format(string format, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, format, arguments);
}
