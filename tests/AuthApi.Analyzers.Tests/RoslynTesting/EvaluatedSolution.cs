using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A project as it is handed to the compiler: inherited values filled in, marks taken out.</summary>
internal sealed record EvaluatedProject(
    string Name,
    string AssemblyName,
    OutputKind OutputKind,
    DocumentationMode? DocumentationMode,
    ReferenceAssemblies ReferenceAssemblies,
    ImmutableArray<(string filename, SourceText content)> Sources,
    ImmutableArray<(string filename, SourceText content)> AdditionalFiles,
    ImmutableArray<(string filename, SourceText content)> AnalyzerConfigFiles,
    ImmutableArray<string> ProjectReferences,
    ImmutableArray<MetadataReference> References);

/// <summary>The projects of a state, the first one first, and what is expected in them.</summary>
internal sealed record EvaluatedSolution(ImmutableArray<EvaluatedProject> Projects, ImmutableArray<DiagnosticResult> Expected)
{
    /// <summary>Only the services are taken from it. Every test works on its own immutable solution, so one serves all tests.</summary>
    private static readonly Lazy<AdhocWorkspace> Workspace = new(() => new(MefHostServices.DefaultHost));

    /// <summary>All texts in one: equal keys are equal programs.</summary>
    public string Key => string.Join(
        "\0", Projects.SelectMany(project => project.Sources.Select(file => $"{project.Name}\0{file.filename}\0{file.content}")));

    public EvaluatedSolution WithFiles(Func<(string filename, SourceText content), (string filename, SourceText content)> change) =>
        this with { Projects = [.. Projects.Select(project => project with { Sources = [.. project.Sources.Select(change)] })] };

    /// <summary>The same test with the sources of a changed solution.</summary>
    public async Task<EvaluatedSolution> WithSourcesOfAsync(Solution solution, CancellationToken cancellationToken)
    {
        var projects = ImmutableArray.CreateBuilder<EvaluatedProject>();
        foreach (var project in Projects)
        {
            var files = ImmutableArray.CreateBuilder<(string filename, SourceText content)>();
            foreach (var document in solution.Projects.Single(candidate => candidate.Name == project.Name).Documents)
            {
                var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                files.Add((document.FilePath ?? document.Name, SourceText.From(text.ToString(), text.Encoding)));
            }

            projects.Add(project with { Sources = files.ToImmutable() });
        }

        return new(projects.ToImmutable(), Expected);
    }

    public async Task<Solution> CreateAsync(
        Func<EvaluatedProject, CompilationOptions> compilationOptions,
        Func<EvaluatedProject, ParseOptions> parseOptions,
        IReadOnlyList<Func<Solution, ProjectId, Solution>> transforms,
        CancellationToken cancellationToken)
    {
        var solution = Workspace.Value.CurrentSolution;
        var ids = Projects.ToDictionary(project => project.Name, project => ProjectId.CreateNewId(project.Name), StringComparer.Ordinal);
        foreach (var project in Projects)
        {
            var id = ids[project.Name];
            var references = await project.ReferenceAssemblies.ResolveAsync(LanguageNames.CSharp, cancellationToken).ConfigureAwait(false);
            solution = solution
                .AddProject(ProjectInfo.Create(
                    id, VersionStamp.Create(), project.Name, project.AssemblyName, LanguageNames.CSharp,
                    compilationOptions: compilationOptions(project), parseOptions: parseOptions(project)))
                .AddMetadataReferences(id, references.AddRange(project.References));
            foreach (var (filename, content) in project.Sources)
                solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(filename), content, filePath: filename);
            foreach (var (filename, content) in project.AdditionalFiles)
                solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(filename), content, filePath: filename);
            foreach (var (filename, content) in project.AnalyzerConfigFiles)
                solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), Path.GetFileName(filename), content, filePath: filename);
        }

        foreach (var project in Projects)
        {
            foreach (var name in project.ProjectReferences)
                solution = solution.AddProjectReference(ids[project.Name], new ProjectReference(ids[name]));
        }

        return transforms.Aggregate(solution, (current, transform) => transform(current, ids[Projects[0].Name]));
    }
}
