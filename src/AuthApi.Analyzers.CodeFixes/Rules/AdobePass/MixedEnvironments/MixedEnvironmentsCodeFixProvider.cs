using System.Collections.Immutable;
using System.Composition;
using AuthApi.Analyzers.Environments;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MixedEnvironments;

/// <summary>Puts the host with which the flow began in the place of the later one. Which requestor is right nobody can tell, so that has no fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MixedEnvironmentsCodeFixProvider))]
[Shared]
public sealed class MixedEnvironmentsCodeFixProvider : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.MixedEnvironments);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Descriptor.MessageFormat.ToString() != Descriptors.MixedEnvironments.MessageFormat.ToString()
                || !diagnostic.Properties.TryGetValue(MixedHostsReport.Replacement, out var replacement) || replacement is null)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Use '{replacement.Trim('"')}'",
                    token => ReplaceAsync(context.Document, diagnostic, replacement, token),
                    nameof(MixedEnvironmentsCodeFixProvider)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> ReplaceAsync(Document document, Diagnostic diagnostic, string replacement, CancellationToken cancellationToken)
    {
        var solution = document.Project.Solution;
        var span = diagnostic.Location.SourceSpan;
        if (replacement[0] == '"' && await DeclaredAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is var (tree, host) && solution.GetDocument(tree) is { } declaring)
            (document, span, replacement) = (declaring, host, diagnostic.Properties[MixedHostsReport.Wanted]!);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return solution.WithDocumentText(document.Id, text.Replace(span, replacement));
    }

    /// <summary>The host in the declaration of the constant that is named at the place; null when no literal there has it.</summary>
    private static async Task<(SyntaxTree Tree, TextSpan Host)?> DeclaredAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var node = root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var host = diagnostic.Properties[MixedHostsReport.Host]!;
        if (model?.GetSymbolInfo(node, cancellationToken).Symbol is not { } constant)
            return null;
        foreach (var reference in constant.DeclaringSyntaxReferences)
        {
            var literal = (await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false)).DescendantNodes().OfType<LiteralExpressionSyntax>()
                .FirstOrDefault(l => l.Token.Text.IndexOf(host, StringComparison.OrdinalIgnoreCase) >= 0);
            if (literal is not null)
                return (literal.SyntaxTree, new TextSpan(literal.SpanStart + literal.Token.Text.IndexOf(host, StringComparison.OrdinalIgnoreCase), host.Length));
        }

        return null;
    }
}
