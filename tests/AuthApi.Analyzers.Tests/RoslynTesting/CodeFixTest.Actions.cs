using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An action that the light bulb would show.</summary>
internal sealed record CodeFixOffer(CodeFixProvider Provider, Document Document, Diagnostic Diagnostic, CodeAction Action);

public abstract partial class CodeFixTest<TVerifier>
{
    /// <summary>The chosen action of the first diagnostic that has one.</summary>
    private async Task<CodeFixOffer?> FirstOfferAsync(Analyzed analyzed, IVerifier verifier, CancellationToken cancellationToken)
    {
        foreach (var (projectId, diagnostic) in analyzed.Found)
        {
            if (diagnostic.Location.SourceTree is not { } tree || analyzed.Solution.GetProject(projectId)?.GetDocument(tree) is not { } document)
                continue;
            var offers = new List<CodeFixOffer>();
            foreach (var provider in GetCodeFixProviders().Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var context = new CodeFixContext(
                    document, diagnostic, (action, _) => offers.Add(new(provider, document, diagnostic, action)), cancellationToken);
                await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
            }

            VerifyKeys(offers, verifier);
            if (Choose(offers) is { } chosen)
                return chosen;
        }

        return null;
    }

    private CodeFixOffer? Choose(List<CodeFixOffer> offers)
    {
        var withKey = CodeActionEquivalenceKey is { } key ? offers.FindAll(offer => offer.Action.EquivalenceKey == key) : offers;
        if (CodeActionIndex is not { } index)
            return withKey.FirstOrDefault();
        return offers.ElementAtOrDefault(index) is { } chosen && withKey.Contains(chosen) ? chosen : null;
    }

    /// <summary>FixAll finds the other places by the key, so each action of a diagnostic needs one of its own.</summary>
    private static void VerifyKeys(List<CodeFixOffer> offers, IVerifier verifier)
    {
        foreach (var group in offers.GroupBy(offer => offer.Action.EquivalenceKey))
        {
            if (group.Key is null)
                verifier.Fail($"The action '{group.First().Action.Title}' has no equivalence key.");
            if (group.Count() > 1)
                verifier.Fail($"The actions {string.Join(", ", group.Select(offer => $"'{offer.Action.Title}'"))} have the same equivalence key '{group.Key}'.");
        }
    }

    /// <summary>
    /// Nodes and tokens without their trivia. (AreEquivalent takes a list of one element, which the parser keeps in two ways, for different.)
    /// </summary>
    private static IEnumerable<(int Kind, string Text)> Shape(SyntaxNode root) =>
        root.DescendantNodesAndTokensAndSelf().Select(static n => (n.RawKind, n.IsToken ? n.AsToken().Text : ""));

    /// <summary>Applies an action and analyzes the text that it leaves, as if it had been typed.</summary>
    private async Task<Analyzed> ApplyAsync(Analyzed analyzed, CodeAction action, IVerifier verifier, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        var changes = operations.OfType<ApplyChangesOperation>().ToArray();
        if (changes.Length != 1)
            verifier.Fail($"The action '{action.Title}' has {changes.Length} operations that change the solution; it needs one.");

        foreach (var document in changes[0].ChangedSolution.Projects.SelectMany(project => project.Documents))
        {
            if (analyzed.Solution.GetDocument(document.Id) == document)
                continue;
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (tree is null)
                continue;
            var parsed = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options);
            if (!Shape(await tree.GetRootAsync(cancellationToken).ConfigureAwait(false)).SequenceEqual(Shape(await parsed.GetRootAsync(cancellationToken).ConfigureAwait(false))))
                verifier.Fail($"The action '{action.Title}' leaves a tree that its own text does not parse to:{Environment.NewLine}{text}");
        }

        var state = await analyzed.State.WithSourcesOfAsync(changes[0].ChangedSolution, cancellationToken).ConfigureAwait(false);
        return await AnalyzeAsync(state, verifier, cancellationToken).ConfigureAwait(false);
    }
}
