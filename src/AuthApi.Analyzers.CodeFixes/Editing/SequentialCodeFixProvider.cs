using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Editing;

/// <summary>A fix with actions of its own for each diagnostic; several diagnostics are fixed one after the other.</summary>
public abstract class SequentialCodeFixProvider : CodeFixProvider
{
    private readonly SequentialFixAll fixAll;

    private protected SequentialCodeFixProvider(string diagnosticId, string fixAllTitle)
    {
        FixableDiagnosticIds = ImmutableArray.Create(diagnosticId);
        fixAll = new(fixAllTitle, FixesAsync);
    }

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    public sealed override FixAllProvider GetFixAllProvider() => fixAll;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (var fix in await FixesAsync(context.Document, node, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(CodeAction.Create(fix.Title, fix.ApplyAsync, fix.Key), diagnostic);
        }
    }

    /// <summary>The fixes of a diagnostic whose place is now this node of this document, best first; none when it is already mended.</summary>
    private protected abstract Task<IReadOnlyList<Fix>> FixesAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken);
}
