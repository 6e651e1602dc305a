using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.ProtocolTests.Harness;

/// <summary>
/// Applies a code fix to a sample through the workspace, as an editor does: the first diagnostic's chosen action, then the
/// same again until none is left; or everything at once by FixAll in the project.
/// </summary>
internal sealed class CodeFixRunner(DiagnosticAnalyzer analyzer, CodeFixProvider fixProvider, FixOptions options)
{
    private const int MaximumSteps = 20;

    /// <summary>The diagnostics of the source and the source after the fix, from which all of them must have gone.</summary>
    public async Task<(ImmutableArray<Diagnostic> Found, string FixedSource)> ApplyAsync(string source)
    {
        using var workspace = new AdhocWorkspace();
        var (project, sample) = CreateProject(workspace, source);
        var found = await DiagnosticsAsync(project);
        if (found.IsEmpty)
            throw new InvalidOperationException($"{analyzer.GetType().Name} reports nothing in the sample:\n{source}");

        var solution = options.FixAll
            ? await FixAllAsync(project.GetDocument(sample)!, found)
            : await FixOneByOneAsync(project, found);

        var fixedProject = solution.GetProject(project.Id)!;
        var fixedSource = (await fixedProject.GetDocument(sample)!.GetTextAsync()).ToString();
        SampleCompiler.ThrowOnErrors((await fixedProject.GetCompilationAsync())!, fixedSource);
        var left = await DiagnosticsAsync(fixedProject);
        return left.IsEmpty
            ? (found, fixedSource)
            : throw new InvalidOperationException($"The fix leaves:\n{string.Join('\n', left)}\n\n{fixedSource}");
    }

    private async Task<Solution> FixOneByOneAsync(Project project, ImmutableArray<Diagnostic> found)
    {
        var solution = project.Solution;
        for (var step = 0; step < MaximumSteps && !found.IsEmpty; step++)
        {
            var document = solution.GetDocument(found[0].Location.SourceTree) ?? throw new InvalidOperationException($"No document for {found[0]}.");
            solution = await ChangedSolutionAsync(await ActionAsync(document, found[0]));
            found = await DiagnosticsAsync(solution.GetProject(project.Id)!);
        }

        return solution;
    }

    private async Task<Solution> FixAllAsync(Document document, ImmutableArray<Diagnostic> found)
    {
        var key = (await ActionAsync(document, found[0])).EquivalenceKey;
        var provider = fixProvider.GetFixAllProvider() ?? throw new InvalidOperationException($"{fixProvider.GetType().Name} has no FixAll.");
        var context = new FixAllContext(
            document.Project, fixProvider, FixAllScope.Project, key, found.Select(diagnostic => diagnostic.Id).Distinct(),
            new FoundDiagnostics(found), CancellationToken.None);
        return await ChangedSolutionAsync(
            await provider.GetFixAsync(context) ?? throw new InvalidOperationException("FixAll offers nothing."));
    }

    private async Task<CodeAction> ActionAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fixProvider.RegisterCodeFixesAsync(new CodeFixContext(
            document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        var chosen = options.EquivalenceKey is null
            ? actions.ElementAtOrDefault(options.ActionIndex)
            : actions.Find(action => action.EquivalenceKey == options.EquivalenceKey);
        return chosen ?? throw new InvalidOperationException(
            $"The chosen action is not among those for {diagnostic}:\n{string.Join('\n', actions.Select(action => $"{action.EquivalenceKey}: {action.Title}"))}");
    }

    private static async Task<Solution> ChangedSolutionAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project)
    {
        var diagnostics = await SampleDiagnostics.OfAsync((await project.GetCompilationAsync())!, project.AnalyzerOptions, analyzer);
        return [.. diagnostics
            .Where(diagnostic => fixProvider.FixableDiagnosticIds.Contains(diagnostic.Id))
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private (Project Project, DocumentId Sample) CreateProject(AdhocWorkspace workspace, string source)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Sample", "Sample", LanguageNames.CSharp,
            compilationOptions: SampleCompiler.CompilationOptions,
            parseOptions: SampleCompiler.ParseOptions,
            metadataReferences: [.. SampleCompiler.References, .. options.ExtraReferences]));
        project = project.AddDocument("GlobalUsings.cs", SampleCompiler.ImplicitUsings, filePath: "/sample/GlobalUsings.cs").Project;
        if (options.EditorConfig is { } editorConfig)
            project = project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From(editorConfig), filePath: "/sample/.editorconfig").Project;
        var sample = project.AddDocument("Sample.cs", SourceText.From(source), filePath: "/sample/Sample.cs");
        return (sample.Project, sample.Id);
    }

    private sealed class FoundDiagnostics(ImmutableArray<Diagnostic> found) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(found);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return found.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
