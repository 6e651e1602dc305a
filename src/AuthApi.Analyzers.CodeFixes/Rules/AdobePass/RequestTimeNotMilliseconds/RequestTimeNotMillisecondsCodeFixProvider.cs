using System.Collections.Immutable;
using System.Composition;
using AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>
/// AUTH1002: the smallest change that gives milliseconds and keeps the clock that the program uses; and, as a second action,
/// the plain expression in place of the whole.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestTimeNotMillisecondsCodeFixProvider))]
[Shared]
public sealed class RequestTimeNotMillisecondsCodeFixProvider : CodeFixProvider
{
    public const string SmallestKey = "AUTH1002.Smallest";
    public const string PlainKey = "AUTH1002.Plain";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.RequestTimeNotMilliseconds);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var place = await Place.OfAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (place is null)
                continue;
            var smallest = SmallestChange.Of(place);
            var plain = PlainExpression.Of(place);
            if (smallest is not null)
                Register(context, diagnostic, place, smallest, SmallestKey);
            if (plain is not null && plain.Title != smallest?.Title)
                Register(context, diagnostic, place, plain, smallest is null ? SmallestKey : PlainKey);
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, Place place, Change change, string key) =>
        context.RegisterCodeFix(CodeAction.Create(change.Title, cancellationToken => change.ApplyAsync(place, cancellationToken), key), diagnostic);
}
