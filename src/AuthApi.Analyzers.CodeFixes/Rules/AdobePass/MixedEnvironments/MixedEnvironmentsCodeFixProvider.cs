using System.Collections.Immutable;
using System.Composition;
using AuthApi.Analyzers.Environments;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
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
                    token => ReplaceAsync(context.Document, diagnostic.Location.SourceSpan, replacement, token),
                    nameof(MixedEnvironmentsCodeFixProvider)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> ReplaceAsync(Document document, TextSpan span, string replacement, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.Replace(span, replacement));
    }
}
