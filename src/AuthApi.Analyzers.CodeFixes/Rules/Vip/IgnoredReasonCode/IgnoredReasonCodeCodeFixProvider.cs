using System.Composition;
using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;

/// <summary>Checks the response right where it is obtained: by the program's own check, by an exception, or by an early return.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoredReasonCodeCodeFixProvider)), Shared]
public sealed class IgnoredReasonCodeCodeFixProvider() : SequentialCodeFixProvider(DiagnosticIds.IgnoredReasonCode, "Check the reason codes")
{
    private protected override async Task<IReadOnlyList<Fix>> FixesAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || root is null)
            return [];
        var vip = VipModel.For(model.Compilation, document.Project.AnalyzerOptions);
        if (Acquired(node, root, model, vip, diagnostic) is not { } acquired || ObtainedValue.At(acquired, model, vip, cancellationToken) is not { } value)
            return [];
        var scope = new Scope(model, value.Expression);
        var type = model.GetTypeInfo(value.Expression, cancellationToken);
        var valueType = value.Awaiting is ("", "") || value.Response is null ? type.Type! : value.Response.Type;
        if (Placement.For(value, scope, scope.UsesVar ? "var" : Templates.FullName(valueType, type.Nullability.FlowState)) is not { } placement)
            return [];

        if (value.Response is null)
        {
            return DocumentCheck.For(placement.Name, valueType, scope.Member?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) ?? root, scope.FreeName("reasonCode", "vipReasonCode")) is { } statements
                ? [new("Throw when the reason code is not 0000", "throw", token => ApplyAsync(document, root, placement, statements, token))]
                : [];
        }

        var mayBeNull = value.Awaiting is ("", "")
            ? type.Nullability.FlowState == NullableFlowState.MaybeNull
            : type.Type is INamedTypeSymbol { TypeArguments: [{ NullableAnnotation: NullableAnnotation.Annotated }] };
        var writer = new CheckWriter(value.Response, model, node.SpanStart, mayBeNull, placement.KnownNotNull);
        var own = new OwnMembers(model, node.SpanStart, vip, valueType, writer);
        var name = placement.Name;
        var fixes = new List<Fix>();
        foreach (var (statement, method) in own.Checks(name, cancellationToken))
            Add($"Check the reason code with '{method}'", "check:" + method, statement);
        // Who returns whether it worked, or a result that can be a failed one, says so there.
        if (own.FailedResult(scope.Function, name) is { } failed)
            Add($"Return '{Short(failed)}' when the reason code is not 0000", "return", $"if ({writer.Failed(name)})\n{{\nreturn {failed};\n}}");
        Add("Throw when the reason code is not 0000", "throw", $"if ({writer.Failed(name)})\n{{\nthrow {own.Exception(name, cancellationToken)};\n}}");
        return fixes;

        void Add(string title, string key, string statement) =>
            fixes.Add(new(title, key, token => ApplyAsync(document, root, placement, [statement], token)));
    }

    private static string Short(string expression)
    {
        var name = expression.IndexOf('(') is > 0 and var parenthesis ? expression.Substring(0, parenthesis) : expression;
        var parts = name.Split('.');
        return string.Join(".", parts.Skip(parts.Length - 2));
    }

    private static async Task<Document> ApplyAsync(Document document, SyntaxNode root, Placement placement, IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        var changed = document.WithSyntaxRoot(placement.Rewrite(root, statements.Select(static s => Templates.Statement(s, shortensSystem: true)).ToList()));
        changed = await Templates.CleanUpAsync(changed, root.SyntaxTree, cancellationToken).ConfigureAwait(false);
        foreach (var extension in new[] { "SequenceEqual", "FirstOrDefault" }.Where(e => statements.Any(s => s.Contains($".{e}("))))
            changed = await Templates.WithExtensionsAsync(changed, "System.Linq", extension, cancellationToken).ConfigureAwait(false);
        return changed;
    }

    /// <summary>The acquisition: reported itself, or named by the report of a use.</summary>
    private static SyntaxNode? Acquired(SyntaxNode node, SyntaxNode root, SemanticModel model, VipModel vip, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.ContainsKey(EarlyUse))
            return node;
        // In a fix of many the places have moved: the use leads to its variable, and that to what it got.
        var local = node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(n => model.GetSymbolInfo(n).Symbol).OfType<ILocalSymbol>().FirstOrDefault(l => vip.ResponseIn(l.Type) is not null);
        return local?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial } ? Innermost(initial)
            : diagnostic.AdditionalLocations is [{ } first, ..] && first.SourceTree == root.SyntaxTree ? root.FindNode(first.SourceSpan, getInnermostNodeForTie: true)
            : null;
    }

    private static ExpressionSyntax Innermost(ExpressionSyntax expression) => expression is AwaitExpressionSyntax await ? await.Expression : expression;

    private const string EarlyUse = AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode.IgnoredReasonCodeAnalyzer.EarlyUse;
}
