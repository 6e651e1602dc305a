using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An analyzer under test runs also where users have to turn it on.</summary>
internal static class RuleSwitch
{
    /// <summary>
    /// Turns on, with its default severity, what is off by default: by a global options file of the given (low) level,
    /// so that whatever the test itself says of a rule wins, as compilation options would not let it.
    /// </summary>
    public static Project TurnOn(Project project, IEnumerable<DiagnosticAnalyzer> analyzers, int level)
    {
        var lines = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Where(descriptor => !descriptor.IsEnabledByDefault)
            .Select(descriptor => $"dotnet_diagnostic.{descriptor.Id}.severity = {Name(descriptor.DefaultSeverity)}")
            .Distinct()
            .ToArray();
        if (lines.Length == 0)
            return project;

        var text = SourceText.From(string.Join("\n", [$"is_global = true\nglobal_level = {level}", .. lines]));
        var name = $"off-by-default{level}.globalconfig";
        return project.AddAnalyzerConfigDocument(name, text, filePath: "/" + name).Project;
    }

    private static string Name(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "suggestion",
        _ => "silent",
    };
}
