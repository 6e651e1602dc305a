using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;

/// <summary>Where the check of a response goes, and the name by which it is known there.</summary>
/// <param name="Name">The expression for the response in the check.</param>
/// <param name="Rewrite">Gives the tree with the check in it.</param>
internal sealed record Placement(string Name, Func<SyntaxNode, IReadOnlyList<StatementSyntax>, SyntaxNode> Rewrite)
{
    /// <summary>Parts of the response that cannot be null at the place, although their types allow it.</summary>
    public IReadOnlyCollection<string> KnownNotNull { get; private init; } = [];

    /// <summary>The place right after the value is there; null where there is none without changing the order of things.</summary>
    /// <param name="value">The value.</param>
    /// <param name="scope">The place of the value.</param>
    /// <param name="type">The type of a new local, as C# text.</param>
    public static Placement? For(ObtainedValue value, Scope scope, string type)
    {
        var function = scope.Function;
        var freeName = scope.FreeName("response", "answer", "vipResponse");
        var returnsValue = function is { ReturnsVoid: false }
            && !(function.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 0 } && (function.IsAsync || value.Awaiting.Before.Length > 0));
        ExpressionSyntax expression = value.Expression;
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized;
        switch (expression.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } declarator }
                when value.Awaiting.Before.Length == 0:
                return Behind(statement, declarator.Identifier.Text);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: UsingStatementSyntax { Statement: BlockSyntax { Statements: [var first, ..] } } } } declarator }
                when value.Awaiting.Before.Length == 0:
                return new(declarator.Identifier.Text, (root, check) => Replace(root, first, With([], check, first)));
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax statement } assignment
                when assignment.Right == expression && value.Awaiting.Before.Length == 0 && assignment.Left is IdentifierNameSyntax { Identifier.ValueText: not "_" } or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }:
                return Behind(statement, assignment.Left.WithoutTrivia().ToString());
            case ExpressionStatementSyntax statement:
                return new(freeName, (root, check) => Replace(root, statement, With([Declaration(type, freeName, value, statement)], check)));
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement }:
                return new(freeName, (root, check) => Replace(root, statement, With([Declaration(type, freeName, value, statement)], check)));
        }

        if (value.Expression.Ancestors().FirstOrDefault(static a => a is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax) is not { } around)
            return null;
        return around switch
        {
            StatementSyntax statement when CanPrecede(statement, expression) => new(freeName, (root, check) => Replace(
                root, statement, With([Declaration(type, freeName, value, statement).WithTrailingTrivia()], check, statement.ReplaceNode(expression, SyntaxFactory.IdentifierName(freeName).WithTriviaFrom(expression)).WithoutLeadingTrivia()))),
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow when IsFirst(arrow.Expression, expression) =>
                new(freeName, (root, check) => root.ReplaceNode(arrow.Parent!, WithBlock(type, arrow.Parent!, arrow.Expression, expression, freeName, value, check, returnsValue))),
            AnonymousFunctionExpressionSyntax { ExpressionBody: { } body } lambda when IsFirst(body, expression) =>
                new(freeName, (root, check) => root.ReplaceNode(lambda, WithBlock(type, lambda, body, expression, freeName, value, check, returnsValue))),
            _ => null,
        };
    }

    private static List<StatementSyntax> With(IEnumerable<StatementSyntax> before, IEnumerable<StatementSyntax> check, params StatementSyntax[] after) => before.Concat(check).Concat(after).ToList();

    private static Placement Behind(StatementSyntax statement, string name)
    {
        var guard = NullGuard.Behind(statement, name);
        var last = guard?.Statement ?? statement;
        return new(name, (root, check) => Replace(root, last, With([last], check))) { KnownNotNull = guard?.NotNull ?? [] };
    }

    private static SyntaxNode WithBlock(
        string type, SyntaxNode function, ExpressionSyntax body, ExpressionSyntax expression, string name, ObtainedValue value, IReadOnlyList<StatementSyntax> check, bool returnsValue)
    {
        var statements = With([Declaration(type, name, value, null)], check);
        var rest = body == expression ? SyntaxFactory.IdentifierName(name) : body.ReplaceNode(expression, SyntaxFactory.IdentifierName(name)).WithoutTrivia();
        if (returnsValue)
            statements.Add(SyntaxFactory.ReturnStatement(rest));
        else if (body != expression)
            statements.Add(SyntaxFactory.ExpressionStatement(rest).WithLeadingTrivia(NewLine(function.SyntaxTree.GetRoot())));
        var block = Block(statements, NewLine(function.SyntaxTree.GetRoot()));
        var async = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var awaits = value.Awaiting.Before.Length > 0;
        return function switch
        {
            AnonymousFunctionExpressionSyntax lambda when awaits && lambda.AsyncKeyword == default =>
                ((AnonymousFunctionExpressionSyntax)lambda.WithBody(block).WithoutLeadingTrivia()).WithAsyncKeyword(async.WithLeadingTrivia(lambda.GetLeadingTrivia())).WithAdditionalAnnotations(Formatter.Annotation),
            AnonymousFunctionExpressionSyntax lambda => lambda.WithBody(block).WithAdditionalAnnotations(Formatter.Annotation),
            MethodDeclarationSyntax method => (awaits && !method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? WithAsync(method, async) : method)
                .WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(method.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation),
            LocalFunctionStatementSyntax local =>
                local.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block).WithTrailingTrivia(local.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation),
            _ => function,
        };
    }

    // A method without modifiers has its comments on the return type.
    private static MethodDeclarationSyntax WithAsync(MethodDeclarationSyntax method, SyntaxToken async) => method.Modifiers.Count > 0
        ? method.AddModifiers(async)
        : method.WithReturnType(method.ReturnType.WithoutLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(async.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia())));

    private static StatementSyntax Declaration(string type, string name, ObtainedValue value, StatementSyntax? place)
    {
        var expression = value.Expression;
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        // .Wait() gives way to what waits and gives the value.
        if (value.Awaiting is { Before: "", After.Length: > 0 } && expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax wait })
            expression = wait.Expression;
        var declaration = Templates.Statement($"{type} {name} = {value.Awaiting.Before}__value__{value.Awaiting.After};").WithoutTrivia();
        declaration = declaration.ReplaceNode(declaration.DescendantNodes().OfType<IdentifierNameSyntax>().First(static n => n.Identifier.ValueText == "__value__"), expression.WithoutTrivia());
        declaration = declaration.WithAdditionalAnnotations(Formatter.Annotation);
        return place is null ? declaration : declaration.WithLeadingTrivia(place.GetLeadingTrivia()).WithTrailingTrivia(place is ExpressionStatementSyntax ? place.GetTrailingTrivia() : default);
    }

    /// <summary>Each statement on its own line; what stood behind the old one stays behind the statement that has its tokens.</summary>
    private static SyntaxNode Replace(SyntaxNode root, StatementSyntax statement, IReadOnlyList<StatementSyntax> statements)
    {
        var newLine = NewLine(root);
        var list = statements.Select(s => WithNewLine(s, newLine)).ToList();
        // A block is set off from what comes before and after it.
        if (list.Count > 1 && statements[0] is IfStatementSyntax && statements[0] == statement)
            list[1] = list[1].WithLeadingTrivia(newLine);
        if (list.FindIndex(static s => s is IfStatementSyntax && s.HasAnnotation(Formatter.Annotation)) is >= 0 and var check && IsFollowed(check))
            list[check] = list[check].WithTrailingTrivia(list[check].GetTrailingTrivia().Add(newLine));
        if (!statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
            list[list.Count - 1] = list[list.Count - 1].WithTrailingTrivia(list[list.Count - 1].GetTrailingTrivia().Where(static t => !t.IsKind(SyntaxKind.EndOfLineTrivia)));
        return statement.Parent switch
        {
            BlockSyntax or SwitchSectionSyntax => root.ReplaceNode(statement, list),
            GlobalStatementSyntax global => root.ReplaceNode(global, list.Select(static s => SyntaxFactory.GlobalStatement(s))),
            _ => root.ReplaceNode(statement, Block(list, newLine).WithTrailingTrivia(newLine).WithAdditionalAnnotations(Formatter.Annotation)),
        };

        bool IsFollowed(int index) => index < list.Count - 1
            || statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax && statement.GetLastToken().GetNextToken() is var next
                && !next.IsKind(SyntaxKind.CloseBraceToken) && !next.IsKind(SyntaxKind.EndOfFileToken) && !next.LeadingTrivia.FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);
    }

    private static BlockSyntax Block(IEnumerable<StatementSyntax> statements, SyntaxTrivia newLine) => SyntaxFactory.Block(
        SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(newLine),
        SyntaxFactory.List(statements.Select(s => WithNewLine(s, newLine))),
        SyntaxFactory.Token(SyntaxKind.CloseBraceToken));

    private static StatementSyntax WithNewLine(StatementSyntax statement, SyntaxTrivia newLine) =>
        statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? statement : statement.WithTrailingTrivia(statement.GetTrailingTrivia().Add(newLine));

    private static SyntaxTrivia NewLine(SyntaxNode root) =>
        SyntaxFactory.EndOfLine(SourceLayout.Of(root.SyntaxTree).NewLine);

    /// <summary>Whether the value can be had before the statement without changing what happens when.</summary>
    private static bool CanPrecede(StatementSyntax statement, ExpressionSyntax expression)
    {
        if (statement is not (LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax
            or IfStatementSyntax { Parent: not ElseClauseSyntax } or SwitchStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax))
        {
            return false;
        }

        return statement is not CommonForEachStatementSyntax && IsFirst(statement, expression);
    }

    /// <summary>Whether the expression is evaluated in any case, and nothing that acts before it.</summary>
    private static bool IsFirst(SyntaxNode whole, ExpressionSyntax expression)
    {
        for (SyntaxNode current = expression; current != whole && current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary when binary.Right == current:
                case ConditionalExpressionSyntax conditional when conditional.Condition != current:
                case ConditionalAccessExpressionSyntax access when access.WhenNotNull == current:
                case SwitchExpressionArmSyntax or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax:
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression }:
                    return false;
            }
        }

        return !whole.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax && !(n is StatementSyntax && n != whole))
            .Any(n => n.Span.End <= expression.SpanStart && n is InvocationExpressionSyntax or ObjectCreationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax && n.Span.End <= expression.SpanStart);
    }
}
