using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

public abstract partial class AnalyzerTest<TVerifier>
{
    /// <summary>Takes the marks out of the sources and makes expectations of them; what a state does not say comes from its base.</summary>
    private protected EvaluatedSolution Evaluate(SolutionState state, EvaluatedSolution? inherited, ISet<string>? fixableIds = null)
    {
        if (inherited is not null && state.SaysNothing)
            return inherited;

        var expected = new List<DiagnosticResult>(state.ExpectedDiagnostics);
        var keys = new Dictionary<string, FileLinePositionSpan>();
        var projects = ImmutableArray.CreateBuilder<EvaluatedProject>();
        projects.Add(EvaluateProject(state, inherited?.Projects[0]));
        foreach (var project in state.AdditionalProjects.Values)
            projects.Add(EvaluateProject(project, inherited?.Projects.SingleOrDefault(candidate => candidate.Name == project.Name)));
        projects.AddRange(inherited?.Projects.Where(project => projects.All(own => own.Name != project.Name)) ?? []);
        return new(projects.ToImmutable(), [.. expected.Select(result => result.Resolve(DefaultFilePath, keys))]);

        EvaluatedProject EvaluateProject(ProjectState project, EvaluatedProject? from) => new(
            project.Name,
            project.AssemblyName,
            project.OutputKind ?? from?.OutputKind ?? OutputKind.DynamicallyLinkedLibrary,
            project.DocumentationMode ?? from?.DocumentationMode,
            project.ReferenceAssemblies ?? from?.ReferenceAssemblies ?? ReferenceAssemblies,
            project.Sources.Count == 0 && from is not null ? from.Sources : [.. project.Sources.Select(EvaluateFile)],
            OrInherited(project.AdditionalFiles, from?.AdditionalFiles),
            OrInherited(project.AnalyzerConfigFiles, from?.AnalyzerConfigFiles),
            OrInherited(project.AdditionalProjectReferences, from?.ProjectReferences),
            OrInherited(project.AdditionalReferences, from?.References));

        (string filename, SourceText content) EvaluateFile((string filename, SourceText content) file)
        {
            if (state.MarkupHandling == MarkupMode.None)
                return file;
            var (plain, spans) = TestMarkup.Parse(file.content.ToString());
            var text = SourceText.From(plain, file.content.Encoding);
            foreach (var mark in spans)
            {
                var span = new FileLinePositionSpan(file.filename, text.Lines.GetLinePositionSpan(mark.Span));
                if (mark.IsKey && !keys.TryAdd(mark.Name, span))
                    Verify.Fail($"Two places are marked {{|{mark.Name}:…|}}.");
                else if (!mark.IsKey && state.MarkupHandling != MarkupMode.Ignore
                    && !(state.MarkupHandling == MarkupMode.IgnoreFixable && fixableIds?.Contains(mark.Name) == true))
                    expected.Add(FromMark(mark, span));
            }

            return (file.filename, text);
        }
    }

    private static ImmutableArray<T> OrInherited<T>(List<T> own, ImmutableArray<T>? inherited) =>
        own.Count == 0 && inherited is { } values ? values : [.. own];

    private DiagnosticResult FromMark(MarkedSpan mark, FileLinePositionSpan span)
    {
        var analyzers = GetDiagnosticAnalyzers().ToArray();
        var descriptor = mark.Name.Length == 0
            ? GetDefaultDiagnostic(analyzers)
            : analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).FirstOrDefault(candidate => candidate.Id == mark.Name);
        if (descriptor is null && mark.Name.Length == 0)
            Verify.Fail("[|…|] needs an analyzer with one descriptor: write {|ID:…|}, or set MarkupOptions.UseFirstDescriptor.");

        var result = descriptor is null
            ? DiagnosticResult.CompilerError(mark.Name).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity)
            : new DiagnosticResult(descriptor).WithMessage(null).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
        return result.WithSpan(span, mark.Span.IsEmpty ? DiagnosticLocationOptions.IgnoreLength : DiagnosticLocationOptions.None);
    }
}
