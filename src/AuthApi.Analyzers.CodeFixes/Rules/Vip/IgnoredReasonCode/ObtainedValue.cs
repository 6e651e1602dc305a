using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;

/// <summary>The expression that has the response as its value, and what must still be done to have it.</summary>
/// <param name="Expression">The call with the awaits and casts around it.</param>
/// <param name="Response">Its type as a response; null for a document.</param>
/// <param name="Awaiting">How the value comes out of a task that nobody awaits: before and after the expression.</param>
internal sealed record ObtainedValue(ExpressionSyntax Expression, ResponseType? Response, (string Before, string After) Awaiting)
{
    /// <summary>From the reported call outwards; null where no value can be had at the place.</summary>
    public static ObtainedValue? At(SyntaxNode node, SemanticModel model, VipModel vip, CancellationToken cancellationToken)
    {
        if (node.AncestorsAndSelf().OfType<ExpressionSyntax>().FirstOrDefault() is not { } expression)
            return null;
        while (expression.Parent is ExpressionSyntax parent && IsAround(parent, expression))
            expression = parent;
        if (vip.ResponseOf(model.GetTypeInfo(expression, cancellationToken).Type) is { } response)
            return new ObtainedValue(expression, response, ("", ""));
        if (DocumentKeys.IsNode(model.GetTypeInfo(expression, cancellationToken).Type))
            return new ObtainedValue(expression, null, ("", ""));
        if (model.GetTypeInfo(expression, cancellationToken).Type is not INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } || vip.ResponseOf(result) is not { } awaited)
            return null;
        // var task = …; … await task: there is the value.
        if (expression.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } && model.GetDeclaredSymbol(declarator, cancellationToken) is ILocalSymbol local)
        {
            var uses = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(n => n.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(n, cancellationToken).Symbol, local)).ToList();
            return uses is [{ Parent: AwaitExpressionSyntax or MemberAccessExpressionSyntax } use] ? At(use, model, vip, cancellationToken) : null;
        }

        if (expression.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Parent: ExpressionStatementSyntax } wait })
            return new ObtainedValue(wait, awaited, ("", ".GetAwaiter().GetResult()"));
        return CanAwait(expression, model) ? new ObtainedValue(expression, awaited, ("await ", new Scope(model, expression).ConfiguresAwait ? ".ConfigureAwait(false)" : "")) : null;
    }

    private static bool IsAround(ExpressionSyntax parent, ExpressionSyntax inner) => parent switch
    {
        AwaitExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync", Parent: InvocationExpressionSyntax } access => access.Expression == inner,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" or "RootElement", Parent: not InvocationExpressionSyntax } access => access.Expression == inner,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync" } } call => call.Expression == inner,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax } coalesce => coalesce.Left == inner,
        _ => false,
    };

    /// <summary>Whether the function around is asynchronous, or a lambda of this one expression that can be made so.</summary>
    private static bool CanAwait(ExpressionSyntax expression, SemanticModel model)
    {
        foreach (var ancestor in expression.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword != default || lambda.ExpressionBody == expression;
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword)
                        || method.ExpressionBody?.Expression == expression && model.GetDeclaredSymbol(method) is { ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask" } };
                case GlobalStatementSyntax:
                    return true;
                case LockStatementSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
