using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.ProtocolTests.Harness;

/// <summary>Which fix is applied, to what project, against services in what state.</summary>
internal sealed record FixOptions
{
    /// <summary>Chooses among several actions by key; otherwise <see cref="ActionIndex"/> does.</summary>
    public string? EquivalenceKey { get; init; }

    public int ActionIndex { get; init; }

    /// <summary>All at once by the provider's FixAll in the project, instead of one diagnostic after another.</summary>
    public bool FixAll { get; init; }

    public string? EditorConfig { get; init; }

    public IReadOnlyList<MetadataReference> ExtraReferences { get; init; } = [];

    /// <summary>Prepares the services; called once for each of the two runs, which have services of their own.</summary>
    public Action<Simulation>? Configure { get; init; }

    /// <summary>
    /// What the user writes after the fix, where it left members that throw <see cref="NotImplementedException"/>: see
    /// <see cref="UserCompletion.FillIn"/>. Applied to the fixed source before it runs.
    /// </summary>
    public Func<string, string>? Completion { get; init; }
}

/// <summary>Both runs, what was reported, and the source after the fix (before the user's completion).</summary>
internal sealed record FixProof(SampleOutcome Before, SampleOutcome After, ImmutableArray<Diagnostic> Diagnostics, string FixedSource);

/// <summary>
/// The proof of a rule: the sample fails against the simulated service as documented, the fix is applied, the sample succeeds.
/// Throws when the sample does not compile, when nothing is reported, when the fix leaves a diagnostic or an error.
/// </summary>
internal static class BeforeAndAfterFix
{
    public static async Task<FixProof> RunAsync(
        string source, DiagnosticAnalyzer analyzer, CodeFixProvider fixProvider, FixOptions? options = null)
    {
        options ??= new FixOptions();
        var before = await RunOnceAsync(source, options);
        var (found, fixedSource) = await new CodeFixRunner(analyzer, fixProvider, options).ApplyAsync(source);
        var after = await RunOnceAsync(options.Completion?.Invoke(fixedSource) ?? fixedSource, options);
        return new FixProof(before, after, found, fixedSource);
    }

    private static async Task<SampleOutcome> RunOnceAsync(string source, FixOptions options)
    {
        await using var simulation = await Simulation.StartAsync(options.Configure);
        return await SampleProgram.RunAsync(source, simulation, options.ExtraReferences);
    }
}
