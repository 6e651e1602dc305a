using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Editing;

/// <summary>One way to fix one diagnostic.</summary>
/// <param name="Title">What the light bulb shows.</param>
/// <param name="Key">Equivalence key.</param>
/// <param name="ApplyAsync">Gives the changed document.</param>
internal sealed record Fix(string Title, string Key, Func<CancellationToken, Task<Document>> ApplyAsync);

/// <summary>
/// Applies a fix to one diagnostic after the other, each time on what the last one left, so that a member that one fix adds is
/// there for the next. A diagnostic that does not offer the chosen action gets its first one.
/// </summary>
/// <param name="title">What the light bulb shows.</param>
/// <param name="fixesOf">The fixes of a diagnostic whose place is now this node of this document; none when it is already mended.</param>
internal sealed class SequentialFixAll(string title, Func<Document, SyntaxNode, Diagnostic, CancellationToken, Task<IReadOnlyList<Fix>>> fixesOf) : FixAllProvider
{
    public override Task<CodeAction?> GetFixAsync(FixAllContext context) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(title, cancellationToken => ApplyAsync(context, cancellationToken), context.CodeActionEquivalenceKey));

    private async Task<Solution> ApplyAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        var pending = new List<(DocumentId Document, SyntaxAnnotation Mark, Diagnostic Diagnostic)>();
        foreach (var document in Documents(context))
        {
            var diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            if (diagnostics.IsEmpty || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
                continue;
            var marks = new Dictionary<SyntaxNode, List<SyntaxAnnotation>>();
            foreach (var diagnostic in diagnostics.OrderBy(static d => d.Location.SourceSpan.Start))
            {
                var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
                var mark = new SyntaxAnnotation();
                if (!marks.TryGetValue(node, out var list))
                    marks.Add(node, list = []);
                list.Add(mark);
                pending.Add((document.Id, mark, diagnostic));
            }

            solution = solution.WithDocumentSyntaxRoot(document.Id, root.ReplaceNodes(marks.Keys, (original, rewritten) => rewritten.WithAdditionalAnnotations(marks[original])));
        }

        foreach (var (id, mark, diagnostic) in pending)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = solution.GetDocument(id)!;
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (root!.GetAnnotatedNodes(mark).FirstOrDefault() is not { } node)
                continue;
            var fixes = await fixesOf(document, node, diagnostic, cancellationToken).ConfigureAwait(false);
            if ((fixes.FirstOrDefault(f => f.Key == context.CodeActionEquivalenceKey) ?? fixes.FirstOrDefault()) is { } fix)
                solution = await WithMarksAsync(solution, (await fix.ApplyAsync(cancellationToken).ConfigureAwait(false)).Project.Solution, pending, cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    /// <summary>A fix that edits text leaves a new tree, without the marks: they are put where their nodes are now.</summary>
    private static async Task<Solution> WithMarksAsync(
        Solution before, Solution after, IEnumerable<(DocumentId Document, SyntaxAnnotation Mark, Diagnostic Diagnostic)> pending, CancellationToken cancellationToken)
    {
        foreach (var group in pending.GroupBy(static p => p.Document))
        {
            var (old, changed) = (before.GetDocument(group.Key)!, after.GetDocument(group.Key)!);
            var oldRoot = (await old.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            var root = (await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            if (oldRoot == root || group.Any(p => root.GetAnnotatedNodes(p.Mark).Any()))
                continue;
            var changes = (await changed.GetTextChangesAsync(old, cancellationToken).ConfigureAwait(false)).ToList();
            foreach (var (_, mark, _) in group)
            {
                if (oldRoot.GetAnnotatedNodes(mark).FirstOrDefault() is not { } node || changes.Any(c => c.Span.Length > 0 && c.Span.OverlapsWith(node.Span) && !node.Span.Contains(c.Span)))
                    continue;
                var start = node.SpanStart + changes.Where(c => c.Span.End <= node.SpanStart).Sum(static c => c.NewText!.Length - c.Span.Length);
                if (root.FullSpan.Contains(start) && root.FindToken(start).Parent?.AncestorsAndSelf().FirstOrDefault(n => n.SpanStart == start && n.RawKind == node.RawKind) is { } moved)
                    root = root.ReplaceNode(moved, moved.WithAdditionalAnnotations(mark));
            }

            after = after.WithDocumentSyntaxRoot(group.Key, root);
        }

        return after;
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? [document] : [],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.Where(p => p.Language == context.Project.Language).SelectMany(static p => p.Documents),
    };
}
