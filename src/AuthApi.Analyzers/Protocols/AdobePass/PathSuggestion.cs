namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>A documented path that was meant by one that is not, and the edit that leads to it.</summary>
/// <param name="Path">The documented path, as <see cref="Endpoint.Path"/>.</param>
/// <param name="Start">Index in the URL's text where the edit starts.</param>
/// <param name="Length">Number of characters that the edit replaces; zero when it inserts.</param>
/// <param name="Replacement">What stands there afterwards; null when a parameter is missing whose value only the user knows.</param>
internal sealed record PathSuggestion(string Path, int Start, int Length, string? Replacement)
{
    /// <summary>The URL's text after the edit; null without <see cref="Replacement"/>.</summary>
    public string? Apply(string url) => Replacement is null ? null : url.Remove(Start, Length).Insert(Start, Replacement);
}
