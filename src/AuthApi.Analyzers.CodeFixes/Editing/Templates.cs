using AuthApi.Analyzers.CodeFixes.Edits;
using AuthApi.Analyzers.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Formatting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Simplification;

namespace AuthApi.Analyzers.CodeFixes.Editing;

/// <summary>
/// New code from text. Names of types are written in full, from <c>global::</c> on; <see cref="CleanUpAsync"/> shortens them,
/// with a using directive where one is missing, and lays the new code out.
/// </summary>
internal static class Templates
{
    private static readonly Option<bool>[] LinesBeforeBraces =
    [
        CSharpFormattingOptions.NewLinesForBracesInMethods, CSharpFormattingOptions.NewLinesForBracesInControlBlocks, CSharpFormattingOptions.NewLinesForBracesInLambdaExpressionBody,
        CSharpFormattingOptions.NewLinesForBracesInObjectCollectionArrayInitializers, CSharpFormattingOptions.NewLinesForBracesInProperties, CSharpFormattingOptions.NewLinesForBracesInAccessors,
    ];

    private static readonly SyntaxAnnotation Qualified = new("AuthApi.FullName");

    /// <param name="text">C#.</param>
    /// <param name="shortensSystem">Whether names that begin with <c>System.</c> are written in full too: <c>global::</c> cannot stand in a hole of an interpolated string.</param>
    public static StatementSyntax Statement(string text, bool shortensSystem = false) =>
        Marked(SyntaxFactory.ParseStatement(text), shortensSystem)
            .WithLeadingTrivia(SyntaxFactory.ElasticMarker)
            .WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>A type as templates name it.</summary>
    public static string FullName(ITypeSymbol type, NullableFlowState state = NullableFlowState.None)
    {
        var name = type.ToDisplayString(state, SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
        // The simplifier leaves a name alone that has nothing but global:: before it.
        return type.ContainingNamespace is { IsGlobalNamespace: true } && type.ContainingType is null && name.StartsWith("global::", StringComparison.Ordinal) ? name.Substring("global::".Length) : name;
    }

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
        var layout = SourceLayout.Of(await original.GetTextAsync(cancellationToken).ConfigureAwait(false));
        var lineEnd = layout.NewLine;
        OptionSet options = await document.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        options = options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, lineEnd);
        if (layout.KnownUnit is { } unit)
        {
            options = options.WithChangedOption(FormattingOptions.UseTabs, LanguageNames.CSharp, unit[0] == '\t');
            if (unit[0] == ' ')
                options = options.WithChangedOption(FormattingOptions.IndentationSize, LanguageNames.CSharp, unit.Length);
        }

        if (layout.OpensOnLine)
        {
            foreach (var option in LinesBeforeBraces)
                options = options.WithChangedOption(option, false);
        }

        document = await ImportAdder.AddImportsAsync(document, Qualified, options, cancellationToken).ConfigureAwait(false);
        document = await Simplifier.ReduceAsync(document, Qualified, options, cancellationToken).ConfigureAwait(false);
        document = await Formatter.FormatAsync(document, Formatter.Annotation, options, cancellationToken).ConfigureAwait(false);
        // Neither the import adder nor the formatter asks for the line ends of the document in all they write.
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        // Whoever applies the action formats what is annotated or elastic once more, by options that know nothing of this file.
        root = root!.ReplaceNodes(root!.GetAnnotatedNodes(Formatter.Annotation), static (_, rewritten) => rewritten.WithoutAnnotations(Formatter.Annotation));
        var elastic = root!.DescendantTrivia().Where(static t => t.HasAnnotation(SyntaxAnnotation.ElasticAnnotation));
        root = root.ReplaceTrivia(elastic, static (_, rewritten) => rewritten.WithoutAnnotations(SyntaxAnnotation.ElasticAnnotation));
        var foreign = root.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia) && t.ToString() != lineEnd);
        return document.WithSyntaxRoot(root.ReplaceTrivia(foreign, (_, _) => SyntaxFactory.EndOfLine(lineEnd)));
    }

    /// <summary>Adds a using directive where a call of an extension method has none: the import adder only knows types.</summary>
    public static async Task<Document> WithExtensionsAsync(Document document, string @namespace, string method, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || root.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(a => a.Name.Identifier.ValueText == method).All(a => model!.GetSymbolInfo(a.Name, cancellationToken).Symbol is not null))
        {
            return document;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(Usings.Adding(root, @namespace)));
    }

    private static T Marked<T>(T node, bool shortensSystem = false)
        where T : SyntaxNode
    {
        var names = node.DescendantNodes().Where(n => n is AliasQualifiedNameSyntax { Alias.Identifier.RawKind: (int)SyntaxKind.GlobalKeyword } || shortensSystem && IsSystem(n)).Select(Whole);
        return node.ReplaceNodes(names, static (_, rewritten) => rewritten.WithAdditionalAnnotations(Qualified));
    }

    private static bool IsSystem(SyntaxNode node) => node is IdentifierNameSyntax { Identifier.ValueText: "System" } && node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == node,
        QualifiedNameSyntax name => name.Left == node,
        _ => false,
    };

    private static SyntaxNode Whole(SyntaxNode name)
    {
        while (name.Parent is QualifiedNameSyntax or MemberAccessExpressionSyntax)
            name = name.Parent;
        return name;
    }
}
