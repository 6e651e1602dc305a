using System.Text.RegularExpressions;

namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>What the service demands of a value. An answer is true, false, or null where holes leave it open.</summary>
/// <param name="Name">The member that carries the value.</param>
/// <param name="Requirement">The demand in words that fit a message: <c>4 to 40 letters, digits or underscores</c>.</param>
internal abstract record Constraint(string Name, string Requirement)
{
    /// <summary>The code that answers a violation; 4e00 and 600B are inferred from the schema.</summary>
    public required string FailureCode { get; init; }

    /// <summary>Whether the service accepts the text, which may have holes.</summary>
    public abstract bool? Accepts(string text);
}

/// <summary>A text of certain characters and a certain length; a wrong character or too many decide even where the rest is unknown.</summary>
/// <param name="Name">See <see cref="Constraint"/>.</param>
/// <param name="Requirement">See <see cref="Constraint"/>.</param>
/// <param name="Minimum">Least number of characters.</param>
/// <param name="Maximum">Greatest number of characters.</param>
/// <param name="Allows">Whether a character may occur.</param>
internal sealed record CharactersConstraint(string Name, string Requirement, int Minimum, int Maximum, Func<char, bool> Allows) : Constraint(Name, Requirement)
{
    public override bool? Accepts(string text)
    {
        var known = text.Count(static character => character != UnknownText.Hole);
        return known > Maximum || text.Any(character => character != UnknownText.Hole && !Allows(character)) ? false
            : UnknownText.HasHole(text) ? null
            : known >= Minimum;
    }
}

/// <summary>A text of a certain form.</summary>
/// <param name="Name">See <see cref="Constraint"/>.</param>
/// <param name="Requirement">See <see cref="Constraint"/>.</param>
/// <param name="Pattern">The pattern of the whole text, without anchors.</param>
internal sealed record PatternConstraint(string Name, string Requirement, string Pattern) : Constraint(Name, Requirement)
{
    private readonly Regex whole = new(@"\A(?:" + Pattern + @")\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public override bool? Accepts(string text) => UnknownText.HasHole(text) ? null : whole.IsMatch(text);
}

/// <summary>One of certain values, in exactly that letter case.</summary>
/// <param name="Name">See <see cref="Constraint"/>.</param>
/// <param name="Values">The values.</param>
/// <param name="IsClosed">Whether any other value is wrong; otherwise newer services may know more, and only a misspelling is certain.</param>
internal sealed record ValuesConstraint(string Name, IReadOnlyList<string> Values, bool IsClosed) : Constraint(Name, "one of " + string.Join(", ", Values))
{
    /// <summary>Known wrong spellings of a value, besides those that differ in letter case only.</summary>
    public IReadOnlyDictionary<string, string> Misspellings { get; init; } = new Dictionary<string, string>();

    public override bool? Accepts(string text) =>
        UnknownText.HasHole(text) ? null
        : Values.Contains(text) ? true
        : IsClosed || Correction(text) is not null ? false
        : null;

    /// <summary>The value that was meant, or null when that is not clear or the text is already right.</summary>
    public string? Correction(string text) =>
        Values.Contains(text) ? null
        : Values.FirstOrDefault(value => string.Equals(Letters(value), Letters(text), StringComparison.OrdinalIgnoreCase)) is { } value ? value
        : Misspellings.FirstOrDefault(entry => string.Equals(entry.Key, text.Trim(), StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Without what people put between words: <c>Temporarily Unavailable</c>, <c>TEMPORARILY_UNAVAILABLE</c>.</summary>
    private static string Letters(string text) => new(text.Where(static c => !(char.IsWhiteSpace(c) || c is '_' or '-')).ToArray());
}
