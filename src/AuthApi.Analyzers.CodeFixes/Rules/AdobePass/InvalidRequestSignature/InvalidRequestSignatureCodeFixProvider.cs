using System.Collections.Immutable;
using System.Composition;
using AuthApi.Analyzers.Rules.AdobePass.InvalidRequestSignature;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.InvalidRequestSignature;

/// <summary>
/// AUTH1004: HMACSHA1 for another HMAC, UTF-8 for another encoding, Base64 for another form. None where a key would have to be
/// invented, or where it is not known which part of a text was meant.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InvalidRequestSignatureCodeFixProvider))]
[Shared]
public sealed class InvalidRequestSignatureCodeFixProvider : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.InvalidRequestSignature);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!Enum.TryParse(diagnostic.Properties[InvalidRequestSignatureAnalyzer.FaultProperty], out SignatureFault fault)
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node
                || Fixed(fault, node, model) is not var (title, changes))
            {
                continue;
            }

            var fixedRoot = root.ReplaceNodes(changes.Keys, (old, _) => changes[old].WithTriviaFrom(old));
            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(fixedRoot)), equivalenceKey: $"AUTH1004.{fault}"),
                diagnostic);
        }
    }

    private static (string Title, IReadOnlyDictionary<SyntaxNode, SyntaxNode> Changes)? Fixed(SignatureFault fault, SyntaxNode node, SemanticModel model) => (fault, node) switch
    {
        (SignatureFault.Algorithm, BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 1 } creation) when HeldTypes(creation, model) is { } held =>
            ("Use 'HMACSHA1'", (creation is ObjectCreationExpressionSyntax { Type: var type } ? held.Append(type) : held).ToDictionary(static t => (SyntaxNode)t, static t => (SyntaxNode)InPlaceOf(t))),
        (SignatureFault.Algorithm, InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HashData", Expression: var type } }) =>
            One("Use 'HMACSHA1'", type, SyntaxFactory.ParseExpression(InPlaceOf(type).ToString())),
        (SignatureFault.Encoding, MemberAccessExpressionSyntax { Name: var name }) =>
            One("Use UTF-8", name, SyntaxFactory.IdentifierName("UTF8")),
        (SignatureFault.Result, InvocationExpressionSyntax call) when Base64In(call) is { } base64 =>
            One("Keep the Base64 text as it is", call, base64),
        (SignatureFault.Result, InvocationExpressionSyntax { ArgumentList.Arguments: [var hash] } call) when Qualifier(call) is { } qualifier =>
            One("Write Base64", Whole(call), SyntaxFactory.ParseExpression($"{qualifier}Convert.ToBase64String({hash})")),
        _ => null,
    };

    private static (string Title, IReadOnlyDictionary<SyntaxNode, SyntaxNode> Changes) One(string title, SyntaxNode old, SyntaxNode @new) =>
        (title, new Dictionary<SyntaxNode, SyntaxNode> { [old] = @new });

    /// <summary>The types in declarations that say which HMAC they hold; null when one that cannot change wants this very type.</summary>
    private static IEnumerable<TypeSyntax>? HeldTypes(ExpressionSyntax creation, SemanticModel model)
    {
        var (created, wanted) = (model.GetTypeInfo(creation).Type, model.GetTypeInfo(creation).ConvertedType);
        if (!SymbolEqualityComparer.Default.Equals(created, wanted))
            return [];
        switch (creation.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } } or MemberAccessExpressionSyntax:
                return [];
            case EqualsValueClauseSyntax { Parent: { } declaration }:
                return TypeOf(declaration, creation, model);
            case AssignmentExpressionSyntax assignment when assignment.Right == creation && model.GetSymbolInfo(assignment.Left).Symbol is { DeclaringSyntaxReferences: [var reference] }
                && reference.SyntaxTree == creation.SyntaxTree:
                return TypeOf(reference.GetSyntax(), creation, model);
            default:
                return null;
        }
    }

    private static IEnumerable<TypeSyntax>? TypeOf(SyntaxNode declaration, ExpressionSyntax creation, SemanticModel model)
    {
        var type = declaration switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: { IsVar: false } named } } => named,
            PropertyDeclarationSyntax { Type: var named } => named,
            _ => null,
        };
        var symbol = model.GetDeclaredSymbol(declaration);
        // Another value of the same type would have to change with it.
        var isSetElsewhere = declaration.SyntaxTree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(a => a.Right != creation && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(a.Left).Symbol, symbol));
        return type is null or NullableTypeSyntax || isSetElsewhere ? null : [type];
    }

    /// <summary>What makes the Base64 text, without the calls that trim and translate it.</summary>
    private static ExpressionSyntax? Base64In(ExpressionSyntax call)
    {
        var current = call;
        while (current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TrimEnd" or "Trim" or "Replace", Expression: var inner } })
            current = inner;
        return current != call && current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToBase64String" } } ? current : null;
    }

    private static TypeSyntax InPlaceOf(SyntaxNode type)
    {
        var text = type.ToString();
        return SyntaxFactory.ParseTypeName(text.Substring(0, text.LastIndexOf('.') + 1) + "HMACSHA1");
    }

    // System.BitConverter.ToString(…) -> "System.", BitConverter.ToString(…) -> "".
    private static string? Qualifier(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var @namespace } } ? (@namespace.ToString() == "System" ? "System." : null)
        : call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "BitConverter" or "Convert" } } ? "" : null;

    /// <summary>With the calls that tidy the hexadecimal text: <c>.Replace("-", "").ToLower()</c>.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax call)
    {
        while (call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant", Parent: InvocationExpressionSyntax outer })
            call = outer;
        return call;
    }
}
