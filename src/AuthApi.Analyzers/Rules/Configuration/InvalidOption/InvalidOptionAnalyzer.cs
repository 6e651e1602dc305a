using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.Configuration.InvalidOption;

/// <summary>
/// AUTH0001: an option in .editorconfig (or its MSBuild property) that has no effect, because its value cannot be read or its
/// name does not exist.
/// </summary>
/// <remarks>
/// Reported once per compilation, key and value, at the first token of the first file to which it applies. The compiler
/// gives no position in .editorconfig. A diagnostic without any position could not be configured in an .editorconfig
/// section, and one at compilation end would be invisible while typing; a file's token is shown live, can be configured
/// and suppressed, and "first file" (in the compilation's order) is the same in every run, however concurrent.
/// No gate: who configures the package wants to know also where no call is seen, which may be the wrong option's doing.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidOptionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.InvalidOption);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var compilation = start.Compilation;
            var provider = start.Options.AnalyzerConfigOptionsProvider;
            var findings = new Lazy<ImmutableDictionary<SyntaxTree, ImmutableArray<Finding>>>(() => FindFirstFiles(compilation, provider));
            start.RegisterSyntaxTreeAction(tree => Report(tree, findings));
        });
    }

    private static void Report(SyntaxTreeAnalysisContext context, Lazy<ImmutableDictionary<SyntaxTree, ImmutableArray<Finding>>> findings)
    {
        if (!findings.Value.TryGetValue(context.Tree, out var here))
        {
            return;
        }

        // The first token, not the first character: a '#pragma' at the top of the file then has its effect.
        var location = context.Tree.GetRoot(context.CancellationToken).GetFirstToken(includeZeroWidth: true).GetLocation();
        foreach (var finding in here)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.InvalidOption, location, finding.WrittenAs, finding.Problem));
        }
    }

    /// <summary>Each finding with the first file that has it. Files of one folder share an options object, so this reads few of them.</summary>
    private static ImmutableDictionary<SyntaxTree, ImmutableArray<Finding>> FindFirstFiles(Compilation compilation, AnalyzerConfigOptionsProvider provider)
    {
        var result = ImmutableDictionary.CreateBuilder<SyntaxTree, ImmutableArray<Finding>>();
        var seenOptions = new HashSet<AnalyzerConfigOptions>();
        var seenFindings = new HashSet<Finding>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var options = provider.GetOptions(tree);
            if (seenOptions.Contains(options) || GeneratedFile.Is(tree, options))
            {
                continue;
            }

            seenOptions.Add(options);
            var findings = OptionProblems.In(options).Where(seenFindings.Add).ToImmutableArray();
            if (findings.Length > 0)
            {
                result.Add(tree, findings);
            }
        }

        return result.ToImmutable();
    }
}
