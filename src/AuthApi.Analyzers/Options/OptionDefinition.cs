using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Options;

/// <summary>
/// Reads the text of an option. What cannot be read (an entry of a list, or the whole text) goes to
/// <paramref name="unreadable"/>; the result is then made of the rest, or is null when there is nothing left.
/// Never throws, whatever the text.
/// </summary>
internal delegate T? OptionReader<out T>(string text, ICollection<string> unreadable) where T : class;

/// <summary>One option that users write in .editorconfig: its key, and the texts that its page shows.</summary>
internal abstract class OptionDefinition(string name, string defaultText, string allowed, string summary, string? property)
{
    /// <summary>What every key begins with; docs/configuration.md says why there is only this form.</summary>
    public const string Prefix = "authapi_analyzers.";

    private const string PropertyPrefix = "build_property.";

    /// <summary>The name without prefix, <c>followed_calls</c>: lower case, as the compiler hands keys over.</summary>
    public string Name { get; } = name;

    /// <summary>The key as users write it; its letters' case does not matter to the compiler.</summary>
    public string Key { get; } = Prefix + name;

    /// <summary>The default in words, for the page and for messages.</summary>
    public string DefaultText { get; } = defaultText;

    /// <summary>The allowed values in words; completes "allowed is …".</summary>
    public string Allowed { get; } = allowed;

    /// <summary>What the option does, one sentence.</summary>
    public string Summary { get; } = summary;

    /// <summary>The MSBuild property that says the same for a whole project, or null. The key wins where both are set.</summary>
    public string? Property { get; } = property;

    /// <summary>The parts of the configured text that cannot be read, with the name they were written under; empty when all is well or nothing is set.</summary>
    public abstract ImmutableArray<UnreadableValue> FindUnreadable(AnalyzerConfigOptions options);

    /// <summary>
    /// The configured text and the name it was written under. An empty text and <c>unset</c> (the word with which
    /// .editorconfig takes a value back) are the same as no text; the SDK also writes unset MSBuild properties as empty ones.
    /// </summary>
    protected bool TryGetText(AnalyzerConfigOptions options, out string text, out string writtenAs)
    {
        writtenAs = Key;
        if (TryGet(options, Key, out text))
        {
            return true;
        }

        writtenAs = Property ?? Key;
        return Property is not null && TryGet(options, PropertyPrefix + Property, out text);
    }

    private static bool TryGet(AnalyzerConfigOptions options, string key, out string text)
    {
        text = options.TryGetValue(key, out var written) ? written?.Trim() ?? "" : "";
        return text.Length > 0 && !text.Equals("unset", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A part of an option's text that cannot be read.</summary>
/// <param name="WrittenAs">The key or MSBuild property that holds it.</param>
/// <param name="Text">The part: one entry of a list, or the whole value.</param>
/// <param name="Definition">The option.</param>
/// <param name="RestApplies">Whether other entries of the same list remain in force; otherwise the default applies.</param>
internal sealed record UnreadableValue(string WrittenAs, string Text, OptionDefinition Definition, bool RestApplies);

/// <summary>An option with values of type <typeparamref name="T"/> (boxed numbers and booleans are fine: each is read once).</summary>
internal sealed class OptionDefinition<T>(
    string name, T defaultValue, string defaultText, string allowed, string summary, OptionReader<object> reader, string? property = null)
    : OptionDefinition(name, defaultText, allowed, summary, property)
{
    /// <summary>The value where nothing, or nothing readable, is configured.</summary>
    public T Default { get; } = defaultValue;

    /// <summary>The configured value, or <see cref="Default"/>. Never throws.</summary>
    public T Read(AnalyzerConfigOptions options) =>
        TryGetText(options, out var text, out _) && reader(text, new List<string>()) is T value ? value : Default;

    public override ImmutableArray<UnreadableValue> FindUnreadable(AnalyzerConfigOptions options)
    {
        if (!TryGetText(options, out var text, out var writtenAs))
        {
            return ImmutableArray<UnreadableValue>.Empty;
        }

        var parts = new List<string>();
        var restApplies = reader(text, parts) is not null;
        return parts.Select(part => new UnreadableValue(writtenAs, part, this, restApplies)).ToImmutableArray();
    }
}
