using System.Collections.Immutable;
using System.Composition;
using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;

/// <summary>Checks the response right where it is obtained: by the program's own check, by an exception, or by an early return.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoredReasonCodeCodeFixProvider)), Shared]
public sealed class IgnoredReasonCodeCodeFixProvider : CodeFixProvider
{
    private static readonly SequentialFixAll FixAll = new("Check the reason codes", FixesAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.IgnoredReasonCode);

    public override FixAllProvider GetFixAllProvider() => FixAll;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (var fix in await FixesAsync(context.Document, node, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(CodeAction.Create(fix.Title, fix.ApplyAsync, fix.Key), diagnostic);
        }
    }

    private static async Task<IReadOnlyList<Fix>> FixesAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || root is null)
            return [];
        var vip = VipModel.For(model.Compilation, document.Project.AnalyzerOptions);
        if (Acquired(node, root, model, vip, diagnostic) is not { } acquired || ObtainedValue.At(acquired, model, vip, cancellationToken) is not { } value)
            return [];
        var scope = new Scope(model, value.Expression);
        if (Placement.For(value, scope.FreeName("response", "answer", "vipResponse"), scope.Function) is not { } placement)
            return [];

        var type = model.GetTypeInfo(value.Expression, cancellationToken);
        var valueType = value.Awaiting is ("", "") ? type.Type! : value.Response.Type;
        var writer = new CheckWriter(value.Response, model, node.SpanStart, type.Nullability.FlowState == NullableFlowState.MaybeNull);
        var own = new OwnMembers(model, node.SpanStart, vip, valueType, writer);
        var name = placement.Name;
        var fixes = new List<Fix>();
        foreach (var (statement, method) in own.Checks(name, cancellationToken))
            Add($"Check the reason code with '{method}'", "check:" + method, statement);
        Add("Throw when the reason code is not 0000", "throw", $"if ({writer.Failed(name)})\n{{\nthrow {own.Exception(name, cancellationToken)};\n}}");
        if (own.FailedResult(scope.Function, name) is { } failed)
            Add($"Return '{Short(failed)}' when the reason code is not 0000", "return", $"if ({writer.Failed(name)})\n{{\nreturn {failed};\n}}");
        return fixes;

        void Add(string title, string key, string statement) =>
            fixes.Add(new(title, key, token => ApplyAsync(document, root, placement, statement, token)));
    }

    private static string Short(string expression) => expression.IndexOf('(') is > 0 and var parenthesis ? expression.Substring(0, parenthesis) : expression;

    private static async Task<Document> ApplyAsync(Document document, SyntaxNode root, Placement placement, string statement, CancellationToken cancellationToken)
    {
        var check = (StatementSyntax)new Qualified().Visit(SyntaxFactory.ParseStatement(statement.Replace("\n", root.DescendantTrivia().FirstOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } line ? line.ToString() : "\r\n")))!.WithAdditionalAnnotations(Formatter.Annotation);
        document = document.WithSyntaxRoot(placement.Rewrite(root, check));
        document = await ImportAdder.AddImportsAsync(document, Simplifier.AddImportsAnnotation, cancellationToken: cancellationToken).ConfigureAwait(false);
        document = await Simplifier.ReduceAsync(document, Simplifier.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);
        return await Formatter.FormatAsync(document, Formatter.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);
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

    /// <summary>Types written in full are shortened, with usings where needed.</summary>
    private sealed class Qualified : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) =>
            node.Expression is MemberAccessExpressionSyntax or IdentifierNameSyntax { Identifier.ValueText: "System" }
                ? base.VisitMemberAccessExpression(node)!.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation)
                : base.VisitMemberAccessExpression(node);

        public override SyntaxNode? VisitQualifiedName(QualifiedNameSyntax node) =>
            base.VisitQualifiedName(node)!.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
    }
}
