using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>What the diagnostic says, as nodes.</summary>
/// <param name="Blamed">What is reported: the culprit, or a use of a value that other code shares.</param>
/// <param name="Culprit">The expression, or interpolation, that made the value wrong.</param>
/// <param name="Model">The semantic model of the culprit's file.</param>
/// <param name="BlamedModel">The semantic model of the file of <paramref name="Blamed"/>.</param>
/// <param name="Narrow">Declarations whose 32-bit type must become <c>long</c>.</param>
internal sealed record Place(
    Document Document,
    RequestTimeFault Fault,
    Rational? Rate,
    SyntaxNode Blamed,
    SyntaxNode Culprit,
    SemanticModel Model,
    SemanticModel BlamedModel,
    IReadOnlyList<SyntaxNode> Narrow)
{
    /// <summary>Whether other code than the signer uses what the culprit makes, so that it must stay what it is.</summary>
    public bool IsShared => Blamed != Culprit;

    public static async Task<Place?> OfAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var blamed = await NodeAtAsync(document, diagnostic.Location, cancellationToken).ConfigureAwait(false);
        if (blamed is null || diagnostic.AdditionalLocations.Count == 0 || !Enum.TryParse(diagnostic.Properties[RequestTimeNotMillisecondsAnalyzer.FaultProperty], out RequestTimeFault fault))
            return null;
        var others = new List<SyntaxNode>();
        foreach (var location in diagnostic.AdditionalLocations)
        {
            if (await NodeAtAsync(document, location, cancellationToken).ConfigureAwait(false) is not { } node)
                return null;
            others.Add(node);
        }

        var culprit = others[0].Span == blamed.Span && others[0].SyntaxTree == blamed.SyntaxTree ? blamed : others[0];
        var compilation = await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        if (compilation is null || !compilation.ContainsSyntaxTree(culprit.SyntaxTree))
            return null;
        return new(
            document,
            fault,
            RateOf(diagnostic.Properties[RequestTimeNotMillisecondsAnalyzer.RateProperty]),
            blamed,
            culprit,
            compilation.GetSemanticModel(culprit.SyntaxTree),
            compilation.GetSemanticModel(blamed.SyntaxTree),
            others.Skip(1).ToList());
    }

    private static Rational? RateOf(string? text)
    {
        var parts = text?.Split('/') ?? [];
        return parts.Length == 0 || Rational.Parse(parts[0]) is not { } numerator ? null
            : parts.Length == 1 ? numerator
            : numerator / (Rational.Parse(parts[1]) ?? Rational.One);
    }

    private static async Task<SyntaxNode?> NodeAtAsync(Document document, Location location, CancellationToken cancellationToken)
    {
        if (location.SourceTree is not { } tree)
            return null;
        // The location may belong to an older tree with the same text.
        var owner = document.Project.Solution.GetDocument(tree)
            ?? document.Project.Documents.FirstOrDefault(d => d.FilePath == tree.FilePath && d.Name == System.IO.Path.GetFileName(tree.FilePath))
            ?? document;
        var root = await owner.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || !root.FullSpan.Contains(location.SourceSpan))
            return null;
        var node = root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        // The innermost node of that span that can stand for a value or a declaration.
        while (node.Parent is { } parent && parent.Span == node.Span && node is not (ExpressionSyntax or InterpolationSyntax))
            node = parent;
        return node is ArgumentSyntax argument ? argument.Expression : node;
    }
}
