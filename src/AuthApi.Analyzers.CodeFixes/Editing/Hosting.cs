using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.CodeFixes.Editing;

/// <summary>Room for statements that run right before an expression, and exactly as often as it does.</summary>
internal static class Hosting
{
    /// <summary>
    /// The statement, expression body or lambda in front of whose evaluation statements can be put; null where that would change
    /// when or how often something runs: one side of a conditional, the condition of a loop, a field's initializer.
    /// </summary>
    public static SyntaxNode? HostOf(SyntaxNode expression)
    {
        for (var child = expression; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case ConditionalExpressionSyntax conditional when conditional.Condition != child:
                case BinaryExpressionSyntax binary when binary.Right == child && IsShortCircuit(binary.Kind()):
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment when assignment.Right == child:
                case ConditionalAccessExpressionSyntax access when access.WhenNotNull == child:
                case VariableDeclarationSyntax declaration when declaration.Variables.IndexOf((VariableDeclaratorSyntax)child) > 0:
                case SwitchExpressionArmSyntax or QueryClauseSyntax or SelectOrGroupClauseSyntax or CatchFilterClauseSyntax or WhenClauseSyntax:
                case ConstructorInitializerSyntax or BaseTypeSyntax or AttributeArgumentSyntax or ParameterSyntax:
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax:
                case MemberDeclarationSyntax or BlockSyntax:
                    return null;
                case StatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax:
                    return parent;
            }
        }

        return null;
    }

    /// <summary>The tree with a block (or a list of statements) around the host of the marked expression.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="mark">On the expression; stays on it.</param>
    /// <param name="returnsValue">Whether an expression body yields a value of the method or lambda.</param>
    public static SyntaxNode WithStatement(SyntaxNode root, SyntaxAnnotation mark, bool returnsValue)
    {
        switch (HostOf(root.GetAnnotatedNodes(mark).First()))
        {
            case ArrowExpressionClauseSyntax { Parent: { } owner } arrow:
                return root.ReplaceNode(owner, WithBody(owner, BlockOf(arrow.Expression, returnsValue)));
            case LambdaExpressionSyntax { Body: ExpressionSyntax body } lambda:
                return root.ReplaceNode(lambda, lambda.WithBody(BlockOf(body, returnsValue).WithTrailingTrivia(body.GetTrailingTrivia())).WithAdditionalAnnotations(Formatter.Annotation));
            case StatementSyntax { Parent: not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax) } embedded:
                return root.ReplaceNode(embedded, SyntaxFactory.Block(embedded).WithAdditionalAnnotations(Formatter.Annotation));
            default:
                return root;
        }
    }

    /// <summary>Puts statements before the one that hosts the marked expression; the comments in front of it stay in front of all.</summary>
    public static SyntaxNode InsertBefore(SyntaxNode root, SyntaxAnnotation mark, IReadOnlyList<StatementSyntax> statements)
    {
        if (statements.Count == 0)
            return root;
        var host = (StatementSyntax)HostOf(root.GetAnnotatedNodes(mark).First())!;
        var inserted = statements.ToList();
        inserted[0] = inserted[0].WithLeadingTrivia(host.GetLeadingTrivia().AddRange(inserted[0].GetLeadingTrivia().Where(IsComment).SelectMany(static c => new[] { c, SyntaxFactory.ElasticCarriageReturnLineFeed })));
        var bare = host.WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithAdditionalAnnotations(Formatter.Annotation);
        if (host.Parent is not GlobalStatementSyntax global)
            return root.ReplaceNode(host, inserted.Append(bare));
        return root.ReplaceNode(global, inserted.Append(bare).Select(Global));
    }

    /// <summary>Puts statements after another one of the same list.</summary>
    public static SyntaxNode InsertAfter(SyntaxNode root, StatementSyntax statement, IReadOnlyList<StatementSyntax> statements) =>
        statement.Parent is GlobalStatementSyntax global
            ? root.InsertNodesAfter(global, statements.Select(Global))
            : root.InsertNodesAfter(statement, statements);

    /// <summary>The statements of the list in which a statement stands, itself included.</summary>
    public static IReadOnlyList<StatementSyntax> Siblings(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static g => g.Statement).ToList(),
        _ => new[] { statement },
    };

    /// <summary>Whether what begins in a span, of <c>#if</c> and its kin, also ends in it.</summary>
    public static bool IsWhole(SyntaxNode root, TextSpan span)
    {
        var depth = 0;
        foreach (var trivia in root.DescendantTrivia(span).Where(t => t.IsDirective && span.Contains(t.SpanStart)))
        {
            depth += trivia.Kind() switch
            {
                SyntaxKind.IfDirectiveTrivia => 1,
                SyntaxKind.EndIfDirectiveTrivia => -1,
                SyntaxKind.ElifDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia when depth == 0 => -1,
                _ => 0,
            };
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }

    public static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    // Elastic trivia between members of a file becomes an empty line.
    private static GlobalStatementSyntax Global(StatementSyntax statement) =>
        SyntaxFactory.GlobalStatement(statement.GetLeadingTrivia().All(static t => t.FullSpan.IsEmpty) ? statement.WithLeadingTrivia() : statement);

    private static bool IsShortCircuit(SyntaxKind kind) =>
        kind is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression;

    private static BlockSyntax BlockOf(ExpressionSyntax expression, bool returnsValue)
    {
        var bare = expression.WithoutLeadingTrivia().WithoutTrailingTrivia();
        StatementSyntax statement = returnsValue
            ? SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), bare, SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            : SyntaxFactory.ExpressionStatement(bare);
        var comments = expression.GetLeadingTrivia().Where(IsComment).SelectMany(static c => new[] { c, SyntaxFactory.ElasticCarriageReturnLineFeed });
        return SyntaxFactory.Block(statement.WithLeadingTrivia(comments)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static SyntaxNode WithBody(SyntaxNode owner, BlockSyntax block)
    {
        var none = default(SyntaxToken);
        return owner switch
        {
            MethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(none).WithBody(Ending(block, method.SemicolonToken)),
            LocalFunctionStatementSyntax local => local.WithExpressionBody(null).WithSemicolonToken(none).WithBody(Ending(block, local.SemicolonToken)),
            AccessorDeclarationSyntax accessor => accessor.WithExpressionBody(null).WithSemicolonToken(none).WithBody(Ending(block, accessor.SemicolonToken)),
            ConstructorDeclarationSyntax constructor => constructor.WithExpressionBody(null).WithSemicolonToken(none).WithBody(Ending(block, constructor.SemicolonToken)),
            OperatorDeclarationSyntax @operator => @operator.WithExpressionBody(null).WithSemicolonToken(none).WithBody(Ending(block, @operator.SemicolonToken)),
            PropertyDeclarationSyntax property => property.WithExpressionBody(null).WithSemicolonToken(none).WithAccessorList(Getter(block, property.SemicolonToken)),
            IndexerDeclarationSyntax indexer => indexer.WithExpressionBody(null).WithSemicolonToken(none).WithAccessorList(Getter(block, indexer.SemicolonToken)),
            _ => owner,
        };
    }

    private static BlockSyntax Ending(BlockSyntax block, SyntaxToken semicolon) => block.WithTrailingTrivia(semicolon.TrailingTrivia);

    private static AccessorListSyntax Getter(BlockSyntax block, SyntaxToken semicolon) =>
        SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, block)))
            .WithTrailingTrivia(semicolon.TrailingTrivia)
            .WithAdditionalAnnotations(Formatter.Annotation);
}
