using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AuthApi.Analyzers.CodeFixes.Editing;

/// <summary>Makes a function that returns a task asynchronous, so that new code in it can await. Its signature stays the same.</summary>
internal static class AsyncConversion
{
    public static bool IsTask(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    /// <summary>Whether an expression in this function can be awaited, now or after the conversion.</summary>
    public static bool CanAwait(Scope scope)
    {
        if (scope.Place.Ancestors().TakeWhile(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
            .Any(static n => n is LockStatementSyntax or UnsafeStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax))
        {
            return false;
        }

        return scope.IsTopLevel && scope.Function is { MethodKind: not MethodKind.AnonymousFunction and not MethodKind.LocalFunction }
            || scope.Function is { IsAsync: true }
            || scope.Function is { } function && IsTask(function.ReturnType) && function.Parameters.All(static p => p.RefKind == RefKind.None)
               && function.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.ExplicitInterfaceImplementation;
    }

    /// <summary>The function that a place belongs to, as syntax.</summary>
    public static SyntaxNode? FunctionOf(SyntaxNode place) =>
        place.Ancestors().FirstOrDefault(static n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax);

    /// <summary>Adds <c>async</c> to the function around the marked place, and <c>await</c> to what it returns.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="mark">On a place in the function.</param>
    /// <param name="returnsValue">Whether the task has a result.</param>
    /// <param name="configures">Whether new awaits say <c>ConfigureAwait(false)</c>.</param>
    public static SyntaxNode Apply(SyntaxNode root, SyntaxAnnotation mark, bool returnsValue, bool configures)
    {
        var function = FunctionOf(root.GetAnnotatedNodes(mark).First());
        if (function is null)
            return root;
        var returns = new Returns(function, returnsValue, configures);
        var rewritten = (function, returns.Visit(function)) switch
        {
            (_, LambdaExpressionSyntax { ExpressionBody: { } body } lambda) =>
                lambda.WithBody(returns.Awaited(body)).WithoutLeadingTrivia().WithAsyncKeyword(Async()).WithLeadingTrivia(lambda.GetLeadingTrivia()),
            (_, MethodDeclarationSyntax method) => (SyntaxNode)method.AddModifiers(Async()),
            (_, LocalFunctionStatementSyntax { Modifiers.Count: 0 } local) =>
                local.WithReturnType(local.ReturnType.WithoutLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(Async().WithLeadingTrivia(local.GetLeadingTrivia()))),
            (_, LocalFunctionStatementSyntax local) => local.AddModifiers(Async()),
            (_, AnonymousFunctionExpressionSyntax lambda) => lambda.WithoutLeadingTrivia().WithAsyncKeyword(Async()).WithLeadingTrivia(lambda.GetLeadingTrivia()),
            var (_, other) => other,
        };
        // A method without modifiers has its comments on the return type.
        if (function is MethodDeclarationSyntax { Modifiers.Count: 0 } bare && rewritten is MethodDeclarationSyntax changed)
        {
            rewritten = changed.WithReturnType(changed.ReturnType.WithoutLeadingTrivia())
                .WithModifiers(SyntaxFactory.TokenList(Async().WithLeadingTrivia(bare.ReturnType.GetLeadingTrivia())));
        }

        return root.ReplaceNode(function, rewritten!);
    }

    private static SyntaxToken Async() => SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);

    private sealed class Returns(SyntaxNode function, bool returnsValue, bool configures) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? Visit(SyntaxNode? node) =>
            node != function && node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && node != function ? node : base.Visit(node);

        public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) =>
            node.Parent == function ? node.WithExpression(Awaited(node.Expression)) : node;

        public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
        {
            if (node.Expression is not { } value)
                return node;
            if (returnsValue)
                return node.WithExpression(Result(value) ?? Awaited(value));
            var isLast = node.Parent is BlockSyntax block && block.Parent == function && block.Statements.Last() == node;
            var done = IsCompletedTask(value);
            if (isLast && !done)
                return SyntaxFactory.ExpressionStatement(Awaited(value.WithoutLeadingTrivia())).WithTriviaFrom(node);
            var bare = SyntaxFactory.ReturnStatement().WithTriviaFrom(node);
            return done ? bare : SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(Awaited(value)), SyntaxFactory.ReturnStatement())
                .WithLeadingTrivia(node.GetLeadingTrivia()).WithTrailingTrivia(node.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
        }

        public ExpressionSyntax Awaited(ExpressionSyntax expression)
        {
            // new ValueTask<T>(task), new(task): the task is awaited.
            if (expression is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: InvocationExpressionSyntax task }] })
                expression = task.WithTriviaFrom(expression);
            var operand = expression is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax
                ? expression.WithoutLeadingTrivia()
                : SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithTrailingTrivia(expression.GetTrailingTrivia());
            if (configures && !operand.ToString().EndsWith(".ConfigureAwait(false)", StringComparison.Ordinal))
            {
                operand = SyntaxFactory.InvocationExpression(
                    SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, operand.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("ConfigureAwait")),
                    SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression))))).WithTrailingTrivia(operand.GetTrailingTrivia());
            }

            return SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), operand).WithLeadingTrivia(expression.GetLeadingTrivia());
        }

        /// <summary><c>Task.FromResult(x)</c> is <c>x</c> in an async function.</summary>
        private static ExpressionSyntax? Result(ExpressionSyntax value) =>
            value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: [var argument] }
                ? argument.Expression.WithTriviaFrom(value)
                : null;

        private static bool IsCompletedTask(ExpressionSyntax value) => value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" };
    }
}
