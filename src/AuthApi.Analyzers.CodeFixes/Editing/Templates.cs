using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AuthApi.Analyzers.CodeFixes.Editing;

/// <summary>
/// New code from text. Names of types are written in full, from <c>global::</c> on; <see cref="CleanUpAsync"/> shortens them,
/// with a using directive where one is missing, and lays the new code out.
/// </summary>
internal static class Templates
{
    private static readonly SyntaxAnnotation FullName = new("AuthApi.FullName");

    public static StatementSyntax Statement(string text) =>
        Marked(SyntaxFactory.ParseStatement(text))
            .WithLeadingTrivia(SyntaxFactory.ElasticMarker)
            .WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);

    public static ExpressionSyntax Expression(string text) => Marked(SyntaxFactory.ParseExpression(text)).WithAdditionalAnnotations(Formatter.Annotation);

    public static MemberDeclarationSyntax Member(string text) =>
        Marked(SyntaxFactory.ParseMemberDeclaration(text)!)
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed, SyntaxFactory.ElasticMarker)
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>Shortens full names, adds using directives and formats what is new, with the line ends of the document.</summary>
    /// <param name="document">The changed document.</param>
    /// <param name="original">Its tree before the change.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<Document> CleanUpAsync(Document document, SyntaxTree original, CancellationToken cancellationToken)
    {
        var lineEnd = LineEnd((await original.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString());
        var documentOptions = await document.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        var options = documentOptions.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, lineEnd);
        document = await ImportAdder.AddImportsAsync(document, FullName, options, cancellationToken).ConfigureAwait(false);
        document = await Simplifier.ReduceAsync(document, FullName, options, cancellationToken).ConfigureAwait(false);
        document = await Formatter.FormatAsync(document, Formatter.Annotation, options, cancellationToken).ConfigureAwait(false);
        // Neither the import adder nor the formatter asks for the line ends of the document in all they write.
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var foreign = root!.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia) && t.ToString() != lineEnd);
        return document.WithSyntaxRoot(root.ReplaceTrivia(foreign, (_, _) => SyntaxFactory.EndOfLine(lineEnd)));
    }

    private static string LineEnd(string text)
    {
        var first = text.IndexOf('\n');
        return first > 0 && text[first - 1] == '\r' ? "\r\n" : "\n";
    }

    private static T Marked<T>(T node)
        where T : SyntaxNode
    {
        var names = node.DescendantNodes().OfType<AliasQualifiedNameSyntax>().Where(static n => n.Alias.Identifier.IsKind(SyntaxKind.GlobalKeyword)).Select(Whole);
        return node.ReplaceNodes(names, static (_, rewritten) => rewritten.WithAdditionalAnnotations(FullName));
    }

    private static SyntaxNode Whole(SyntaxNode name)
    {
        while (name.Parent is QualifiedNameSyntax or MemberAccessExpressionSyntax)
            name = name.Parent;
        return name;
    }
}
