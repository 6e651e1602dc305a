using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Edits;

/// <summary>A fix whose edits the diagnostic carries: it applies them and adds usings. Nothing is offered where there are none.</summary>
public abstract class SourceEditsCodeFixProvider : CodeFixProvider
{
    private protected SourceEditsCodeFixProvider(string diagnosticId) => FixableDiagnosticIds = ImmutableArray.Create(diagnosticId);

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    public sealed override FixAllProvider GetFixAllProvider() => SourceEditsFixAllProvider.Instance;

    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SourceEdits.From(diagnostic) is not { } edits)
                continue;
            var solution = context.Document.Project.Solution;
            context.RegisterCodeFix(
                CodeAction.Create(edits.Title, token => EditedSolution.ApplyAsync(solution, [diagnostic], token), equivalenceKey: edits.Title),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>All edits of all diagnostics at once: they were found in the same source, so none invalidates another.</summary>
    private sealed class SourceEditsFixAllProvider : FixAllProvider
    {
        public static readonly SourceEditsFixAllProvider Instance = new();

        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var projects = context.Scope switch
            {
                FixAllScope.Solution => context.Solution.Projects,
                _ => [context.Project],
            };
            var diagnostics = new List<Diagnostic>();
            if (context is { Scope: FixAllScope.Document, Document: { } document })
            {
                diagnostics.AddRange(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
            }
            else
            {
                foreach (var project in projects)
                    diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
            }

            var chosen = diagnostics.Where(d => SourceEdits.From(d)?.Title == context.CodeActionEquivalenceKey).ToList();
            return chosen.Count == 0
                ? null
                : CodeAction.Create(context.CodeActionEquivalenceKey!, token => EditedSolution.ApplyAsync(context.Solution, chosen, token), context.CodeActionEquivalenceKey);
        }
    }
}
