using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Tests.RoslynTesting;

/// <summary>Reports calls of methods named Bad, as a rule would. The variants below each do one thing wrong.</summary>
public class BadCallAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new(
        "TEST001", "Bad call", "'{0}' is bad", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    protected virtual DiagnosticDescriptor Descriptor => Rule;

    protected virtual GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.None;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCode);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    protected virtual void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation is IInvocationOperation { TargetMethod.Name: "Bad" } call)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, call.Syntax.GetLocation(), call.TargetMethod.Name));
    }
}

public sealed class ReportsInGeneratedCode : BadCallAnalyzer
{
    protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;
}

public sealed class OffByDefault : BadCallAnalyzer
{
    private static readonly DiagnosticDescriptor OffRule = new(
        "TEST002", "Bad call", "'{0}' is bad", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: false);

    protected override DiagnosticDescriptor Descriptor => OffRule;
}

public sealed class Throws : BadCallAnalyzer
{
    protected override void Analyze(OperationAnalysisContext context) => throw new NotSupportedException("out of order");
}

/// <summary>Renames the call to Good. The variants below each do one thing wrong.</summary>
public class BadCallFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEST001"];

    protected virtual string NewName => "Good";

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is not { } call)
            return;
        var name = call.DescendantNodes().OfType<IdentifierNameSyntax>().Last(node => node.Identifier.ValueText == "Bad");
        Register(context, Key, () => context.Document.WithSyntaxRoot(root.ReplaceNode(name, SyntaxFactory.IdentifierName(NewName).WithTriviaFrom(name))));
    }

    protected virtual string? Key => "Good";

    protected static void Register(CodeFixContext context, string? key, Func<Document> change) =>
        context.RegisterCodeFix(CodeAction.Create("Call it good", _ => Task.FromResult(change()), key), context.Diagnostics);
}

public sealed class FixWithoutFixAll : BadCallFix
{
    public override FixAllProvider? GetFixAllProvider() => null;
}

public sealed class FixWithoutKey : BadCallFix
{
    protected override string? Key => null;
}

public sealed class FixToMissingName : BadCallFix
{
    protected override string NewName => "Missing";
}

/// <summary>Leaves the call as bad as it was, only longer.</summary>
public sealed class FixWithoutEnd : BadCallFix
{
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        Register(context, Key, () => context.Document.WithText(text.Replace(new(text.Length, 0), "//\n")));
    }
}

/// <summary>Builds an identifier that is not one in the text.</summary>
public sealed class FixWithImpossibleTree : BadCallFix
{
    protected override string NewName => "Good /* */ ()";
}
