using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.ProtocolTests.Harness;

/// <summary>What a user does after a fix that left secrets open.</summary>
internal static class UserCompletion
{
    /// <summary>
    /// A transformation that gives each named member (method or property) which throws <see cref="NotImplementedException"/>
    /// the expression as its body. A name without such a member is an error, so that a changed fix is noticed.
    /// </summary>
    public static Func<string, string> FillIn(params (string Member, string Expression)[] members) => source =>
    {
        var root = CSharpSyntaxTree.ParseText(source, SampleCompiler.ParseOptions).GetRoot();
        foreach (var (name, expression) in members)
        {
            var member = root.DescendantNodes().OfType<MemberDeclarationSyntax>().FirstOrDefault(node => Name(node) == name && IsOpen(node))
                ?? throw new InvalidOperationException($"No member '{name}' throws NotImplementedException in:\n{source}");
            root = root.ReplaceNode(member, WithBody(member, expression));
        }

        return root.ToFullString();
    };

    private static string? Name(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        _ => null,
    };

    private static bool IsOpen(SyntaxNode member) =>
        member.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Any(creation =>
            creation.Type.ToString().EndsWith(nameof(NotImplementedException), StringComparison.Ordinal)
            && creation.Parent is ThrowExpressionSyntax or ThrowStatementSyntax);

    private static SyntaxNode WithBody(MemberDeclarationSyntax member, string expression)
    {
        var body = SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression(expression));
        var semicolon = SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.LineFeed);
        return member is MethodDeclarationSyntax method
            ? method.WithBody(null).WithExpressionBody(body).WithSemicolonToken(semicolon)
            : ((PropertyDeclarationSyntax)member).WithAccessorList(null).WithInitializer(null).WithExpressionBody(body).WithSemicolonToken(semicolon);
    }
}
