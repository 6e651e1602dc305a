using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

// These are rules for analyzers that are shipped; this one only exists in tests.
#pragma warning disable RS1036, RS1038, RS1041, RS2008

namespace AuthApi.Analyzers.ProtocolTests.HarnessTests;

/// <summary>A stand-in for a rule, by which the harness itself is tested: reports every call of ToUnixTimeSeconds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SecondsAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new("TEST1", "Seconds", "Seconds", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Report, SyntaxKind.IdentifierName);
    }

    private static void Report(SyntaxNodeAnalysisContext context)
    {
        var off = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Node.SyntaxTree).TryGetValue("test_seconds", out var value) && value == "off";
        if (!off && context.Node is IdentifierNameSyntax { Identifier.Text: "ToUnixTimeSeconds" })
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Node.GetLocation()));
    }
}

/// <summary>Offers two actions: the right one under "milliseconds", and one under "open" that leaves a member to the user.</summary>
internal sealed class SecondsCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEST1"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(CodeAction.Create("Milliseconds", token => MillisecondsAsync(context, token), "milliseconds"), context.Diagnostics);
        context.RegisterCodeFix(CodeAction.Create("Own clock", token => OwnClockAsync(context, token), "open"), context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Document> MillisecondsAsync(CodeFixContext context, CancellationToken cancellationToken)
    {
        var root = (await context.Document.GetSyntaxRootAsync(cancellationToken))!;
        return context.Document.WithSyntaxRoot(
            root.ReplaceNode(root.FindNode(context.Span), SyntaxFactory.IdentifierName("ToUnixTimeMilliseconds")));
    }

    private static async Task<Document> OwnClockAsync(CodeFixContext context, CancellationToken cancellationToken)
    {
        var root = (await context.Document.GetSyntaxRootAsync(cancellationToken))!;
        var call = root.FindNode(context.Span).FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        var type = call.FirstAncestorOrSelf<ClassDeclarationSyntax>()!;
        var member = SyntaxFactory.ParseMemberDeclaration("private static long Milliseconds() => throw new NotImplementedException();")!;
        return context.Document.WithSyntaxRoot(root.ReplaceNode(
            type, type.ReplaceNode(call, SyntaxFactory.ParseExpression("Milliseconds()")).AddMembers(member)));
    }
}
