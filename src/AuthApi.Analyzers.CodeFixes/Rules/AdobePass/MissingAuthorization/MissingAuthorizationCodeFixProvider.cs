using System.Composition;
using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols.AdobePass;
using AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>
/// Gives the request its header: as the type does it for others, by a token or a provider in scope, and where there is nothing of the kind,
/// by a generated signer or token provider whose secrets are left to fill in.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingAuthorizationCodeFixProvider)), Shared]
public sealed class MissingAuthorizationCodeFixProvider() : SequentialCodeFixProvider(DiagnosticIds.MissingAuthorization, "Add the missing Authorization headers")
{
    private protected override async Task<IReadOnlyList<Fix>> FixesAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is not null && node is MethodDeclarationSyntax declared)
            return RefitFixes.For(document, model, ProgramModel.For(model.Compilation), declared);
        if (model is null || !diagnostic.Properties.TryGetValue(MissingAuthorizationAnalyzer.ApiProperty, out var apiName) || !Enum.TryParse<AdobePassApi>(apiName, out var api)
            || ReportedRequest.At(model, ProgramModel.For(model.Compilation), node) is not { } request)
        {
            return [];
        }

        var fixes = new List<Fix>();
        var known = new HashSet<string>();
        var kinds = new Dictionary<string, int>();
        foreach (var header in Headers(request, api, AuthApiOptions.For(document.Project.AnalyzerOptions, node.SyntaxTree)))
        {
            if (request.Dialect.Code("request", header) is null || !known.Add(header.Form + header.Expression))
                continue;
            kinds[header.Key] = kinds.TryGetValue(header.Key, out var count) ? count + 1 : 1;
            fixes.Add(new(header.Title, count == 0 ? header.Key : $"{header.Key}:{header.Expression}", token => RequestRewriter.ApplyAsync(document, request, header, token)));
        }

        return fixes;
    }

    /// <summary>What the program has comes first; only where that is nothing, members are generated.</summary>
    private static IReadOnlyList<AuthorizationHeader> Headers(ReportedRequest request, AdobePassApi api, AuthApiOptions options)
    {
        var parts = new RequestParts(request);
        var signing = new SigningMembers(request, parts, api, options);
        var found = OtherRequest.Find(request, parts, api, signing.SetsHeader)
            .Concat(signing.Find())
            .Concat(new TokenCandidates(request.Scope, parts).Find())
            .Select(h => parts.OpenRequestor is { } open && h.Expression.Contains(open.Name) ? h with { NewMembers = [.. h.NewMembers, open.Declaration] } : h)
            .ToList();
        var generated = new GeneratedMembers(request.Scope, parts);
        if (found.Count > 0 || !generated.IsPossible)
            return found;
        return api == AdobePassApi.V1 ? [generated.Signer(), generated.TokenProvider()] : [generated.TokenProvider()];
    }
}
