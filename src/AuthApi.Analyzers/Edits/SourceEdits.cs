using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Edits;

/// <summary>
/// A fix as a rule hands it over: pieces of source to replace, in one file or several, and the types that the new text names.
/// The rule has already found all of it; the fix applies it and adds the usings that are missing.
/// </summary>
internal sealed class SourceEdits
{
    public const string TitleProperty = "Title";
    public const string TextsProperty = "Texts";
    public const string TypesProperty = "Types";

    // No source text has this character in it: U+001E, the separator of records.
    private const char Separator = '\u001E';

    private readonly List<(Location Location, string NewText)> edits = [];
    private readonly SortedSet<string> types = new(StringComparer.Ordinal);

    /// <param name="title">What the action is called; the same for all diagnostics that FixAll may take together.</param>
    public SourceEdits(string title) => Title = title;

    public string Title { get; }

    /// <summary>The places in the file of the first one.</summary>
    public IEnumerable<TextSpan> Spans => edits.Where(e => e.Location.SourceTree == edits[0].Location.SourceTree).Select(static e => e.Location.SourceSpan);

    public bool IsEmpty => edits.Count == 0;

    /// <summary>Adds the edits of others.</summary>
    public SourceEdits With(SourceEdits others)
    {
        edits.AddRange(others.edits);
        types.UnionWith(others.types);
        return this;
    }

    public SourceEdits Replace(SyntaxNode node, string newText) => Replace(node.SyntaxTree, node.Span, newText);

    public SourceEdits Replace(SyntaxToken token, string newText) => Replace(token.SyntaxTree!, token.Span, newText);

    public SourceEdits Replace(SyntaxTree tree, TextSpan span, string newText)
    {
        edits.Add((Location.Create(tree, span), newText));
        return this;
    }

    public SourceEdits InsertBefore(SyntaxNode node, string newText) => Replace(node.SyntaxTree, new TextSpan(node.SpanStart, 0), newText);

    public SourceEdits InsertAfter(SyntaxNode node, string newText) => Replace(node.SyntaxTree, new TextSpan(node.Span.End, 0), newText);

    /// <summary>Replaces what stands between two nodes; comments between them stay.</summary>
    public SourceEdits ReplaceBetween(SyntaxNode left, SyntaxToken @operator, SyntaxNode right, string newText)
    {
        var isPlain = left.GetTrailingTrivia().Concat(@operator.TrailingTrivia).All(static t => string.IsNullOrWhiteSpace(t.ToString()) && !t.ToString().Contains('\n'));
        return isPlain && @operator.LeadingTrivia.Count == 0 && right.GetLeadingTrivia().Count == 0
            ? Replace(left.SyntaxTree, TextSpan.FromBounds(left.Span.End, right.SpanStart), newText + " ")
            : Replace(@operator, newText);
    }

    /// <summary>The new text names this type, by its full name (<c>System.StringComparison</c>); for an extension method, the class that has it.</summary>
    public SourceEdits Using(string type)
    {
        types.Add(type);
        return this;
    }

    /// <summary>As properties and additional locations of a diagnostic.</summary>
    public (ImmutableDictionary<string, string?> Properties, ImmutableArray<Location> Locations) ToDiagnostic() =>
        (ImmutableDictionary<string, string?>.Empty
            .Add(TitleProperty, Title)
            .Add(TextsProperty, string.Join(Separator.ToString(), edits.Select(static e => e.NewText)))
            .Add(TypesProperty, string.Join(Separator.ToString(), types)),
            edits.Select(static e => e.Location).ToImmutableArray());

    /// <summary>The same for a diagnostic without a fix.</summary>
    public static (ImmutableDictionary<string, string?> Properties, ImmutableArray<Location> Locations) ToDiagnostic(SourceEdits? edits) =>
        edits is { IsEmpty: false } ? edits.ToDiagnostic() : (ImmutableDictionary<string, string?>.Empty, ImmutableArray<Location>.Empty);

    /// <summary>What a diagnostic carries; null when it carries no edits.</summary>
    public static (string Title, ImmutableArray<(Location Location, string NewText)> Edits, ImmutableArray<string> Types)? From(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(TitleProperty, out var title) || title is null
            || !diagnostic.Properties.TryGetValue(TextsProperty, out var joined) || joined is null)
        {
            return null;
        }

        var texts = joined.Split(Separator);
        if (texts.Length != diagnostic.AdditionalLocations.Count)
            return null;
        var types = diagnostic.Properties.TryGetValue(TypesProperty, out var named) && named is { Length: > 0 } ? named.Split(Separator) : [];
        return (title, diagnostic.AdditionalLocations.Zip(texts, static (location, text) => (location, text)).ToImmutableArray(), types.ToImmutableArray());
    }
}
