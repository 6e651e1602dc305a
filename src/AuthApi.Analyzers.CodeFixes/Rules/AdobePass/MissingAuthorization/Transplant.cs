using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>
/// Moves an expression from the request that it authorizes to another one: members of the type stay, the other request's
/// message, verb, path, requestor and cancellation token become this one's, locals become what they were set to.
/// </summary>
internal sealed class Transplant(SemanticModel from, ReportedRequest request, RequestParts parts, OtherRequest other)
{
    private const int MaxDepth = 4;

    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE"];

    private int depth;

    /// <summary>The expression as C# text; null when something in it has no counterpart here.</summary>
    public string? Of(ExpressionSyntax expression)
    {
        if (++depth > MaxDepth)
            return null;
        var failed = false;
        var replacements = new Dictionary<SyntaxNode, string>();
        Visit(expression);
        depth--;
        if (failed)
            return null;
        var text = expression.ToString();
        foreach (var pair in replacements.OrderByDescending(static r => r.Key.SpanStart))
            text = text.Remove(pair.Key.SpanStart - expression.SpanStart, pair.Key.Span.Length).Insert(pair.Key.SpanStart - expression.SpanStart, pair.Value);
        return text;

        void Visit(SyntaxNode node)
        {
            if (failed)
                return;
            if (Replacement(node, expression, out var isUnknown) is { } replacement)
            {
                replacements.Add(node, replacement);
                return;
            }

            failed |= isUnknown;
            foreach (var child in node.ChildNodes())
                Visit(child);
        }
    }

    private string? Replacement(SyntaxNode node, ExpressionSyntax whole, out bool isUnknown)
    {
        isUnknown = false;
        switch (node)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: var text }:
                return Verbs.Contains(text) ? RequestParts.Verb : other.PathText == text ? parts.Path : other.RequestorText == text ? parts.Requestor : null;
            case InterpolatedStringExpressionSyntax or BinaryExpressionSyntax when IsPathOfOther((ExpressionSyntax)node):
                return parts.Path;
            // method.Method, request.Method.Method
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Method", Expression: IdentifierNameSyntax { } name } when IsHttpMethod(from.GetTypeInfo(name).Type) && from.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol:
                return RequestParts.Verb;
            case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "HttpMethod" }, Name.Identifier.ValueText: not "Post" } when IsHttpMethod(from.GetTypeInfo((ExpressionSyntax)node).Type):
                return "global::System.Net.Http.HttpMethod.Post";
            case ThisExpressionSyntax or BaseExpressionSyntax:
                isUnknown = request.Scope.IsStatic;
                return null;
            case SimpleNameSyntax name when node.Parent is not MemberAccessExpressionSyntax member || member.Name != node:
                return node.Parent is NameColonSyntax or NameEqualsSyntax ? null : OfName(name, whole, out isUnknown);
            default:
                return null;
        }
    }

    private string? OfName(SimpleNameSyntax name, ExpressionSyntax whole, out bool isUnknown)
    {
        isUnknown = false;
        switch (from.GetSymbolInfo(name).Symbol)
        {
            case null:
                isUnknown = name.Identifier.ValueText is not ("nameof" or "_");
                return null;
            case ILocalSymbol or IParameterSymbol when whole.Span.Contains(from.GetSymbolInfo(name).Symbol!.Locations[0].SourceSpan) && whole.SyntaxTree == from.GetSymbolInfo(name).Symbol!.Locations[0].SourceTree:
                return null;
            case ILocalSymbol local:
                return Here(local, local.Type) ?? OfLocal(local, isWhole: name == whole, out isUnknown);
            case IParameterSymbol parameter:
                var value = Here(parameter, parameter.Type) ?? (parameter.Type.SpecialType == SpecialType.System_String ? parts.StringPart(parameter.Name) : null);
                isUnknown = value is null;
                return value;
            case IRangeVariableSymbol:
                isUnknown = true;
                return null;
            case { IsStatic: false } member and (IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }):
                isUnknown = request.Scope.IsStatic || !IsOfType(member);
                return null;
            case IMethodSymbol { MethodKind: MethodKind.LocalFunction }:
                isUnknown = true;
                return null;
            default:
                return null;
        }
    }

    /// <summary>The counterpart of a variable: itself where it is in scope, the message, the token, the verb, a variable of the same name and type.</summary>
    private string? Here(ISymbol symbol, ITypeSymbol type)
    {
        if (HttpClientLibrary.Instance.IsMessage(type))
            return AuthorizationHeader.Message;
        if (request.Scope.Variables.FirstOrDefault(v => SymbolEqualityComparer.Default.Equals(v.Symbol, symbol)) is { } same)
            return same.Expression;
        if (Scope.IsCancellationToken(type))
            return parts.CancellationToken ?? "global::System.Threading.CancellationToken.None";
        if (IsHttpMethod(type))
            return "global::System.Net.Http.HttpMethod.Post";
        return request.Scope.Variables.FirstOrDefault(v => v.Symbol.Name == symbol.Name && v.Symbol.Kind is SymbolKind.Parameter or SymbolKind.Local && SymbolEqualityComparer.Default.Equals(v.Type, type))?.Expression;
    }

    /// <summary>A local of the other request becomes its value.</summary>
    private string? OfLocal(ILocalSymbol local, bool isWhole, out bool isUnknown)
    {
        var value = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initializer } ? Of(initializer) : null;
        isUnknown = value is null;
        return value is null || isWhole || SyntaxFactory.ParseExpression(value) is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or InterpolatedStringExpressionSyntax ? value : $"({value})";
    }

    private bool IsPathOfOther(ExpressionSyntax expression) =>
        other.PathText is not null && from.GetOperation(expression) is { Type.SpecialType: SpecialType.System_String } text
        && request.Program.TextsOf(new Site(text, null)).Any(t => t.ToString() == other.PathText);

    private bool IsOfType(ISymbol member)
    {
        for (var type = request.Scope.Type; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType?.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static bool IsHttpMethod(ITypeSymbol? type) => type is { Name: "HttpMethod", ContainingNamespace.Name: "Http" };
}
