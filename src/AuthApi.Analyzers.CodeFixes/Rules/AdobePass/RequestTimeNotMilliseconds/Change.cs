using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>Nodes to change, in one document or several; a change of a node sees what became of the nodes inside it.</summary>
internal sealed class Change
{
    private static readonly SyntaxAnnotation Removed = new();

    private readonly Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> edits = [];

    /// <summary>What the user reads in the menu.</summary>
    public string Title { get; set; } = "";

    public Change Replace(SyntaxNode node, SyntaxNode replacement) => Rewrite(node, rewritten => replacement.WithTriviaFrom(rewritten));

    public Change Rewrite(SyntaxNode node, Func<SyntaxNode, SyntaxNode> rewrite)
    {
        edits[node] = edits.TryGetValue(node, out var inner) ? rewritten => rewrite(inner(rewritten)) : rewrite;
        return this;
    }

    public Change Remove(StatementSyntax statement) => Rewrite(statement, static s => s.WithAdditionalAnnotations(Removed));

    public async Task<Solution> ApplyAsync(Place place, CancellationToken cancellationToken)
    {
        var solution = place.Document.Project.Solution;
        foreach (var tree in edits.Keys.Concat(place.Narrow).Select(static n => n.SyntaxTree).Distinct().ToList())
        {
            if (solution.GetDocument(tree) is not { } document)
                continue;
            var root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
            var all = edits.Where(e => e.Key.SyntaxTree == tree).ToDictionary(static e => e.Key, static e => e.Value);
            foreach (var type in place.Narrow.Where(n => n.SyntaxTree == tree).SelectMany(NarrowTypes).Distinct())
                all[type] = static t => Wrappers.LongType.WithTriviaFrom(t);
            root = root.ReplaceNodes(all.Keys, (node, rewritten) => all[node](rewritten));
            if (root.GetAnnotatedNodes(Removed).Any())
                root = root.RemoveNodes(root.GetAnnotatedNodes(Removed), SyntaxRemoveOptions.KeepNoTrivia)!;
            solution = solution.WithDocumentSyntaxRoot(document.Id, root);
        }

        return solution;
    }

    /// <summary>The 32-bit types in the declaration of a local, parameter, member or return value.</summary>
    private static IEnumerable<SyntaxNode> NarrowTypes(SyntaxNode declaration)
    {
        var type = declaration switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } => variables.Type,
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax expression } => expression.Type,
            ParameterSyntax parameter => parameter.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            LocalFunctionStatementSyntax function => function.ReturnType,
            BasePropertyDeclarationSyntax property => property.Type,
            _ => null,
        };
        return type?.DescendantNodesAndSelf().OfType<PredefinedTypeSyntax>()
            .Where(static t => t.Keyword.IsKind(SyntaxKind.IntKeyword) || t.Keyword.IsKind(SyntaxKind.UIntKeyword)) ?? [];
    }
}
