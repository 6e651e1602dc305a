using AuthApi.Analyzers.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.CodeFixes.Edits;

/// <summary>Applies the edits of diagnostics to the files that they name.</summary>
internal static class EditedSolution
{
    public static Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var edits = new List<(Location, string)>();
        var types = new List<(SyntaxTree, string)>();
        foreach (var diagnostic in diagnostics)
        {
            if (SourceEdits.From(diagnostic) is not { } found)
                continue;
            edits.AddRange(found.Edits);
            types.AddRange(found.Types.Select(t => (diagnostic.Location.SourceTree!, t)));
        }

        return ApplyAsync(solution, edits, types, cancellationToken);
    }

    /// <param name="solution">The solution.</param>
    /// <param name="edits">Places and their new text.</param>
    /// <param name="names">The types, by their full names, that the new text of a file names.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Solution> ApplyAsync(
        Solution solution, IEnumerable<(Location Location, string NewText)> edits, IEnumerable<(SyntaxTree Tree, string Type)> names, CancellationToken cancellationToken)
    {
        var changes = new Dictionary<DocumentId, List<TextChange>>();
        var types = new Dictionary<DocumentId, SortedSet<string>>();
        foreach (var (location, newText) in edits)
        {
            if (solution.GetDocument(location.SourceTree) is { } document)
                Of(changes, document.Id).Add(new TextChange(location.SourceSpan, newText));
        }

        foreach (var (tree, type) in names)
        {
            if (solution.GetDocument(tree) is { } home)
                Of(types, home.Id).Add(type);
        }

        foreach (var pair in changes)
        {
            var document = solution.GetDocument(pair.Key)!;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var all = WithoutOverlaps(pair.Value);
            if (types.TryGetValue(pair.Key, out var needed))
                all.AddRange(await UsingsAsync(document, needed, all[0].Span.Start, cancellationToken).ConfigureAwait(false));
            solution = solution.WithDocumentText(pair.Key, text.WithChanges(all.OrderBy(static c => c.Span.Start)));
        }

        return solution;
    }

    private static T Of<T>(Dictionary<DocumentId, T> map, DocumentId id) where T : new()
    {
        if (!map.TryGetValue(id, out var value))
            map.Add(id, value = new());
        return value;
    }

    /// <summary>The same edit wanted twice is made once; of two that touch the same source the first is made, and the other diagnostic stays.</summary>
    private static List<TextChange> WithoutOverlaps(IEnumerable<TextChange> changes)
    {
        var result = new List<TextChange>();
        foreach (var change in changes.Distinct().OrderBy(static c => c.Span.Start).ThenBy(static c => c.Span.Length))
        {
            if (result.Count == 0 || result[result.Count - 1].Span.End <= change.Span.Start)
                result.Add(change);
        }

        return result;
    }

    private static async Task<IEnumerable<TextChange>> UsingsAsync(Document document, IEnumerable<string> types, int position, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root)
            return [];
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            var dot = type.LastIndexOf('.');
            var name = type.Substring(dot + 1);
            if (!model.LookupNamespacesAndTypes(position, name: name).Any(s => s is INamedTypeSymbol && s.ContainingNamespace.ToDisplayString() + "." + s.Name == type))
                missing.Add(type.Substring(0, dot));
        }

        return missing.Select(ns => Usings.Adding(root, ns)).GroupBy(static c => c.Span.Start)
            .Select(static group => new TextChange(group.First().Span, string.Concat(group.Select(static c => c.NewText))));
    }
}
