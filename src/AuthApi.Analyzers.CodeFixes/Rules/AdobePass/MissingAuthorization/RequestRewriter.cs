using AuthApi.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>Writes a header into the source of a reported request.</summary>
internal static class RequestRewriter
{
    public static async Task<Document> ApplyAsync(Document document, ReportedRequest request, AuthorizationHeader header, CancellationToken cancellationToken)
    {
        if (request.Chain is not null)
            return await LinkedAsync(document, request, header, cancellationToken).ConfigureAwait(false);
        var place = new SyntaxAnnotation();
        var replaced = new SyntaxAnnotation();
        var after = new SyntaxAnnotation();
        var member = new SyntaxAnnotation();
        var scope = request.Scope;
        var message = request.Variable?.ToString() ?? scope.FreeName(request.Dialect.Name, "message", "httpRequest");

        // Everything that needs meaning is asked first; from here on there is only syntax.
        var lastUse = LastUse(request, header);
        var marks = new List<(SyntaxNode Node, SyntaxAnnotation Mark)> { (request.Place, place) };
        if (request.Replaced is { } expression)
            marks.Add((expression, replaced));
        if (lastUse is not null)
            marks.Add((lastUse, after));
        var owner = request.Place.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault(static m => m is not GlobalStatementSyntax);
        if (owner is not null)
            marks.Add((owner, member));
        var root = await request.Place.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        root = root.ReplaceNodes(marks.Select(static m => m.Node).Distinct(), (original, rewritten) =>
            rewritten.WithAdditionalAnnotations(marks.Where(m => m.Node == original).Select(static m => m.Mark)));

        var function = scope.Function;
        var hasResult = function?.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 };
        var isTask = AsyncConversion.IsTask(function?.ReturnType);
        var becomesAsync = header.IsAsync && function is { IsAsync: false } && !(scope.IsTopLevel && function.MethodKind == MethodKind.Ordinary);
        if (becomesAsync)
            root = AsyncConversion.Apply(root, place, hasResult, scope.ConfiguresAwait);
        root = Hosting.WithStatement(root, place, function is { ReturnsVoid: false } && !((function.IsAsync || becomesAsync) && isTask && !hasResult));

        var statements = new List<StatementSyntax>();
        if (request.Creation is { } creation)
            statements.Add(Declaration(root.GetAnnotatedNodes(place).First(), request, message, creation));
        statements.Add(Templates.Statement(request.Dialect.Code(message, header)!));

        if (request.Replacement is { } replacement && root.GetAnnotatedNodes(replaced).FirstOrDefault() is { } old)
        {
            var statement = Hosting.HostOf(root.GetAnnotatedNodes(place).First())!;
            root = root.ReplaceNode(statement, statement.ReplaceNode(statement.GetAnnotatedNodes(replaced).First(), replacement(message).WithTriviaFrom(old).WithAdditionalAnnotations(place)));
        }

        root = lastUse is not null
            ? Hosting.InsertAfter(root, (StatementSyntax)root.GetAnnotatedNodes(after).First(), statements)
            : Hosting.InsertBefore(root, place, statements);
        root = WithMembers(root, member, header.NewMembers, scope);
        return await Templates.CleanUpAsync(document.WithSyntaxRoot(root), request.Place.SyntaxTree, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One more link in a chain of calls: no statement is needed.</summary>
    private static async Task<Document> LinkedAsync(Document document, ReportedRequest request, AuthorizationHeader header, CancellationToken cancellationToken)
    {
        var chain = request.Chain!;
        var place = new SyntaxAnnotation();
        var member = new SyntaxAnnotation();
        var root = await chain.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var owner = chain.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault(static m => m is not GlobalStatementSyntax);
        root = root.ReplaceNodes(owner is null ? [chain] : new SyntaxNode[] { chain, owner }, (original, rewritten) => rewritten.WithAdditionalAnnotations(original == chain ? place : member));
        if (header.IsAsync && request.Scope.Function is { IsAsync: false } function && !request.Scope.IsTopLevel)
            root = AsyncConversion.Apply(root, place, function.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 }, request.Scope.ConfiguresAwait);
        // The next link on a line of its own: so this one gets one.
        var link = chain.Parent is MemberAccessExpressionSyntax { OperatorToken: var dot } && chain.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? chain.GetTrailingTrivia().ToFullString() + dot.LeadingTrivia.ToFullString()
            : "";
        var code = request.Dialect.Code(chain + link, header)!;
        var linked = (link.Length > 0 ? SyntaxFactory.ParseExpression(code) : Templates.Expression(code)).WithTriviaFrom(chain);
        root = root.ReplaceNode(root.GetAnnotatedNodes(place).First(), linked);
        return await Templates.CleanUpAsync(document.WithSyntaxRoot(WithMembers(root, member, header.NewMembers, request.Scope)), chain.SyntaxTree, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The last statement, in front of the send and in its block, that has to do with the message: the header goes right after it. Null when there
    /// is none, or when the header needs a local that is declared later: then it goes right before the send.
    /// </summary>
    private static StatementSyntax? LastUse(ReportedRequest request, AuthorizationHeader header)
    {
        if (request.Variable is not { } variable || Hosting.HostOf(request.Place) is not StatementSyntax host)
            return null;
        var siblings = Hosting.Siblings(host);
        var at = siblings.ToList().IndexOf(host);
        if (at < 0)
            return null;
        var name = variable.ToString();
        // Not among lines that are compiled in one configuration only.
        bool IsAlwaysFollowed(int index) => Hosting.IsWhole(host.SyntaxTree.GetRoot(), TextSpan.FromBounds(siblings[index].Span.End, host.SpanStart));
        bool Uses(StatementSyntax statement) => statement.DescendantNodes().Any(n => n is IdentifierNameSyntax or MemberAccessExpressionSyntax && n.ToString() == name
            || n is VariableDeclaratorSyntax declarator && declarator.Identifier.ValueText == name);
        // The body is written before the response is asked for, and then it is too late.
        if (request.Dialect == HeaderDialect.WebRequest && siblings.Take(at).FirstOrDefault(s => s is LocalDeclarationStatementSyntax && Uses(s)) is { } declaration)
        {
            var last = siblings.ToList().IndexOf(declaration);
            while (siblings[last + 1] is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax } next && Uses(next))
                last++;
            return IsAlwaysFollowed(last) ? siblings[last] : null;
        }

        // Reported at its creation: after what is set on it in the next lines.
        if (request.Place is BaseObjectCreationExpressionSyntax)
        {
            while (at + 1 < siblings.Count && siblings[at + 1] is ExpressionStatementSyntax next && Uses(next) && !next.ContainsDirectives)
                at++;
            return siblings[at];
        }

        for (var i = at - 1; i >= 0; i--)
        {
            if (Uses(siblings[i]) && IsAlwaysFollowed(i))
                return siblings[i];
            if (siblings[i] is LocalDeclarationStatementSyntax local && local.Declaration.Variables.Any(v => Templates.Expression(header.Expression).DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == v.Identifier.ValueText)))
                return null;
        }

        return null;
    }

    private static StatementSyntax Declaration(SyntaxNode place, ReportedRequest request, string message, string creation)
    {
        // Disposing a message disposes its content: only once the answer is here.
        var isAwaited = place is InvocationExpressionSyntax && IsAwaited(place);
        var scope = request.Scope;
        var canUse = request.Dialect.IsDisposable && Hosting.HostOf(place) is StatementSyntax { Parent: not SwitchSectionSyntax }
            && scope.LanguageVersion >= LanguageVersion.CSharp8;
        var type = scope.UsesVar || request.CreatedType is not { } created ? "var" : created;
        var statement = Templates.Statement($"{(isAwaited && canUse ? "using " : "")}{type} {message} = {creation};");
        return statement.WithLeadingTrivia(request.Comments.SelectMany(static c => new[] { SyntaxFactory.Comment(c), SyntaxFactory.ElasticCarriageReturnLineFeed }).Concat(statement.GetLeadingTrivia()));
    }

    private static bool IsAwaited(SyntaxNode call)
    {
        var node = call.Parent;
        while (node is ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "Result" } or InvocationExpressionSyntax)
        {
            if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult" or "Result" })
                return true;
            node = node.Parent;
        }

        return node is AwaitExpressionSyntax;
    }

    private static SyntaxNode WithMembers(SyntaxNode root, SyntaxAnnotation member, IReadOnlyList<string> members, Scope scope)
    {
        if (members.Count == 0)
            return root;
        if (scope.IsTopLevel && root is CompilationUnitSyntax unit)
        {
            var last = unit.Members.OfType<GlobalStatementSyntax>().Last();
            return root.InsertNodesAfter(last, members.Select(static m => SyntaxFactory.GlobalStatement(
                Templates.Statement(m).WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed, SyntaxFactory.ElasticMarker)).WithAdditionalAnnotations(Formatter.Annotation)));
        }

        return root.InsertNodesAfter(root.GetAnnotatedNodes(member).First(), members.Select(Templates.Member));
    }
}
