using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Edits;

/// <summary>Edits at places that may not exist in the source as such (a character of an evaluated text).</summary>
internal static class PlacedEdits
{
    /// <summary>Adds the edit; null, which is no fix at all, when there is no place or an earlier edit had none.</summary>
    public static SourceEdits? At(this SourceEdits? edits, Location? place, string newText) =>
        place?.SourceTree is { } tree ? edits?.Replace(tree, place.SourceSpan, newText) : null;
}
