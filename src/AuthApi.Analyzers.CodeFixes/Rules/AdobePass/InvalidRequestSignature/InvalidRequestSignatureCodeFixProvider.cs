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
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!Enum.TryParse(diagnostic.Properties[InvalidRequestSignatureAnalyzer.FaultProperty], out SignatureFault fault)
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } node
                || Fixed(fault, node) is not var (title, old, @new))
            {
                continue;
            }

            var fixedRoot = root.ReplaceNode(old, @new.WithTriviaFrom(old));
            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(fixedRoot)), equivalenceKey: $"AUTH1004.{fault}"),
                diagnostic);
        }
    }

    private static (string Title, SyntaxNode Old, SyntaxNode New)? Fixed(SignatureFault fault, SyntaxNode node) => (fault, node) switch
    {
        (SignatureFault.Algorithm, ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments.Count: 1 }) when DeclaredType(node) is null =>
            ("Use 'HMACSHA1'", type, InPlaceOf(type)),
        (SignatureFault.Algorithm, InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HashData", Expression: var type } }) =>
            ("Use 'HMACSHA1'", type, SyntaxFactory.ParseExpression(InPlaceOf(type).ToString())),
        (SignatureFault.Encoding, MemberAccessExpressionSyntax { Name: var name }) =>
            ("Use UTF-8", name, SyntaxFactory.IdentifierName("UTF8")),
        (SignatureFault.Result, InvocationExpressionSyntax { ArgumentList.Arguments: [var hash] } call) when Qualifier(call) is { } qualifier =>
            ("Write Base64", Whole(call), SyntaxFactory.ParseExpression($"{qualifier}Convert.ToBase64String({hash})")),
        _ => null,
    };

    // HMACSHA256 mac = new HMACSHA256(key): two types would have to change.
    private static TypeSyntax? DeclaredType(SyntaxNode creation) =>
        creation.Parent?.Parent is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } && type.ToString().Contains("HMACSHA") ? type
        : creation.Parent?.Parent is PropertyDeclarationSyntax property ? property.Type
        : null;

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
