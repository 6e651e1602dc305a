using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Files of a project. A source without a name gets the next name of its project.</summary>
public sealed class SourceFileCollection(string prefix, string extension) : List<(string filename, SourceText content)>
{
    public void Add(string content) => Add(($"{prefix}{Count}.{extension}", content));

    public void Add((string filename, string content) file) =>
        base.Add((file.filename, SourceText.From(file.content, System.Text.Encoding.UTF8)));
}

/// <summary>What one project of a test consists of.</summary>
public class ProjectState(string name, string language, string defaultPrefix, string defaultExtension)
{
    public string Name { get; } = name;

    public string AssemblyName { get; set; } = name;

    public string Language { get; } = language;

    public OutputKind? OutputKind { get; set; }

    public DocumentationMode? DocumentationMode { get; set; }

    /// <summary>Null takes those of the test.</summary>
    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    public SourceFileCollection Sources { get; } = new(defaultPrefix, defaultExtension);

    public SourceFileCollection AdditionalFiles { get; } = new("/Additional", "txt");

    public SourceFileCollection AnalyzerConfigFiles { get; } = new("/.editorconfig", "");

    public List<string> AdditionalProjectReferences { get; } = [];

    public List<MetadataReference> AdditionalReferences { get; } = [];
}

/// <summary>The projects beside the first; asking for one by name creates it.</summary>
public sealed class ProjectCollection(string language, string extension) : SortedDictionary<string, ProjectState>(StringComparer.Ordinal)
{
    public new ProjectState this[string name]
    {
        get
        {
            if (!TryGetValue(name, out var project))
                Add(name, project = new(name, language, $"/{name}/Test", extension));
            return project;
        }
    }
}

/// <summary>Whether marks are read in the sources of a state.</summary>
public enum MarkupMode
{
    /// <summary>The sources are taken as they are written.</summary>
    None,

    /// <summary>Marks are taken out and expect nothing.</summary>
    Ignore,

    /// <summary>Marks of diagnostics that the fix can fix are taken out and expect nothing.</summary>
    IgnoreFixable,

    Allow,
}

/// <summary>How a state takes over what it does not say itself.</summary>
public enum StateInheritanceMode
{
    AutoInherit,
    AutoInheritAll,
    Explicit,
}

/// <summary>A first project, others beside it, and what is to be reported in them.</summary>
public sealed class SolutionState(string name, string language, string defaultPrefix, string defaultExtension)
    : ProjectState(name, language, defaultPrefix, defaultExtension)
{
    public ProjectCollection AdditionalProjects { get; } = new(language, defaultExtension);

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    public MarkupMode MarkupHandling { get; set; } = MarkupMode.Allow;

    public StateInheritanceMode InheritanceMode { get; set; } = StateInheritanceMode.AutoInherit;

    internal bool SaysNothing =>
        Sources.Count == 0 && ExpectedDiagnostics.Count == 0 && AdditionalProjects.Values.All(project => project.Sources.Count == 0);
}
