using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Tests.Robustness;

/// <summary>
/// What must hold for all analyzers together on any source. Each check answers with one text per failure.
/// Sources run in parallel, the analyses of one source one after the other.
/// </summary>
internal sealed class SourceChecks(ImmutableArray<DiagnosticAnalyzer> analyzers)
{
    /// <summary>Far above what any of the small sources takes, so only an analyzer that hangs meets it.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Many sources begin alike: a program that was analyzed is not analyzed again.</summary>
    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private int _analyses;

    /// <summary>How many programs were analyzed.</summary>
    public int Analyses => _analyses;

    /// <summary>No analyzer throws, and no two rules report on the same span: a mistake has one name.</summary>
    public Task<IReadOnlyCollection<string>> WholeAsync(IEnumerable<TestedSource> sources) => ForEachAsync(sources, async (source, project, failures) =>
    {
        var compilation = (await project.GetCompilationAsync().ConfigureAwait(false))!;
        var diagnostics = await AnalyzeAsync(source, compilation, project.AnalyzerOptions, failures, "").ConfigureAwait(false);
        // Wrong options are no mistakes of the source: all of them are reported at the beginning of a file. That an API retires,
        // and how often a request is sent, are other matters than what is wrong with the request.
        foreach (var place in diagnostics.Where(diagnostic => diagnostic.Id is not (DiagnosticIds.InvalidOption or DiagnosticIds.RetiringApi or DiagnosticIds.TightPolling) && diagnostic.Location.IsInSource && diagnostic.Descriptor.IsEnabledByDefault).GroupBy(diagnostic => diagnostic.Location))
        {
            if (place.Count() > 1)
                failures.Enqueue($"{source.Test}: {string.Join(" and ", place.Select(diagnostic => diagnostic.Id).Order())} are reported on one span:\n{Show(place.Key)}");
        }
    });

    /// <summary>No analyzer throws on a source that ends after any of its tokens, as when it is being typed.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="stride">
    /// Cut after every such token. With more than one, the first cut differs from source to source, so that sources that
    /// are alike in their beginnings (most are) complement each other.
    /// </param>
    public Task<IReadOnlyCollection<string>> CutAsync(IEnumerable<TestedSource> sources, int stride = 1) => ForEachAsync(sources, async (source, project, failures) =>
    {
        var compilation = (await project.GetCompilationAsync().ConfigureAwait(false))!;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var text = await tree.GetTextAsync().ConfigureAwait(false);
            var world = string.Join("\0", compilation.SyntaxTrees.Where(other => other != tree).Select(other => other.ToString()));
            var ends = (await tree.GetRootAsync().ConfigureAwait(false)).DescendantTokens(descendIntoTrivia: true).Select(token => token.Span.End).Distinct().ToArray();
            for (var at = stride == 1 ? 0 : text.Length % stride; at < ends.Length; at += stride)
            {
                var end = ends[at];
                var cut = text.ToString(TextSpan.FromBounds(0, end));
                if (!_seen.TryAdd(Fingerprint(project, world, cut), true))
                    continue;
                var cutTree = tree.WithChangedText(text.GetSubText(TextSpan.FromBounds(0, end)));
                await AnalyzeAsync(source, compilation.ReplaceSyntaxTree(tree, cutTree), project.AnalyzerOptions, failures, cut).ConfigureAwait(false);
            }
        }
    });

    private async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        TestedSource source, Compilation compilation, AnalyzerOptions options, ConcurrentQueue<string> failures, string text)
    {
        Interlocked.Increment(ref _analyses);
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var (diagnostics, exceptions) = await ProjectAnalysis.RunAnalyzersAsync(compilation, options, analyzers, limit.Token).ConfigureAwait(false);
            foreach (var exception in exceptions)
                failures.Enqueue($"{source.Test}: {exception}\n{text}");
            return diagnostics;
        }
        catch (OperationCanceledException)
        {
            failures.Enqueue($"{source.Test}: no end after {Limit.TotalSeconds} seconds\n{text}");
            return [];
        }
    }

    private async Task<IReadOnlyCollection<string>> ForEachAsync(
        IEnumerable<TestedSource> sources, Func<TestedSource, Project, ConcurrentQueue<string>, Task> check)
    {
        var failures = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(sources, async (source, cancellationToken) =>
        {
            var solution = await source.Create(cancellationToken).ConfigureAwait(false);
            foreach (var project in solution.Projects)
                await check(source, RuleSwitch.TurnOn(project, analyzers, level: -2), failures).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return failures;
    }

    private static string Fingerprint(Project project, string world, string cut)
    {
        var references = project.MetadataReferences.Count + "," + project.ProjectReferences.Count();
        return Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes($"{references}\0{project.ParseOptions?.GetHashCode()}\0{world}\0{cut}")));
    }

    private static string Show(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
