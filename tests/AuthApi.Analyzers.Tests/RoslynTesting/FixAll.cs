using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Asks a provider for the action that fixes all diagnostics like one.</summary>
internal static class FixAll
{
    public static async Task<CodeAction?> GetActionAsync(
        CodeFixOffer offer,
        FixAllScope scope,
        ImmutableArray<(ProjectId Project, Diagnostic Diagnostic)> diagnostics,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var name = offer.Provider.GetType().Name;
        if (offer.Provider.GetFixAllProvider() is not { } fixAll)
        {
            verifier.Fail($"{name} has no FixAll provider. If that is meant, set CodeFixTestBehaviors.SkipFixAllCheck.");
            return null;
        }

        if (!fixAll.GetSupportedFixAllScopes().Contains(scope))
            verifier.Fail($"The FixAll provider of {name} does not support the scope {scope}.");
        var ids = fixAll.GetSupportedFixAllDiagnosticIds(offer.Provider).Intersect([offer.Diagnostic.Id]).ToArray();
        if (ids.Length == 0)
            verifier.Fail($"The FixAll provider of {name} does not support {offer.Diagnostic.Id}.");

        var provider = new KnownDiagnostics(diagnostics);
        var context = scope == FixAllScope.Document
            ? new FixAllContext(offer.Document, offer.Provider, scope, offer.Action.EquivalenceKey!, ids, provider, cancellationToken)
            : new FixAllContext(offer.Document.Project, offer.Provider, scope, offer.Action.EquivalenceKey!, ids, provider, cancellationToken);
        return await fixAll.GetFixAsync(context).ConfigureAwait(false);
    }

    private sealed class KnownDiagnostics(ImmutableArray<(ProjectId Project, Diagnostic Diagnostic)> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return Of(document.Project).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Of(project).Where(diagnostic => !diagnostic.Location.IsInSource));

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Of(project));

        private IEnumerable<Diagnostic> Of(Project project) =>
            diagnostics.Where(found => found.Project == project.Id).Select(found => found.Diagnostic);
    }
}
