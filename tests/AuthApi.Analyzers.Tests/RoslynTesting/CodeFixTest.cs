using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// An analyzer test that also applies the fix: one diagnostic after the other until nothing is offered any more, and by
/// FixAll in document, project and solution. Each way must end in exactly the fixed state, which must compile and be reported on as it says.
/// </summary>
public abstract partial class CodeFixTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    private const int MaxIterations = 60;

    protected CodeFixTest()
    {
        FixedState = new(DefaultProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
        BatchFixedState = new(DefaultProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
    }

    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    /// <summary>After the single fixes. Says it nothing, then no fix may be offered.</summary>
    public SolutionState FixedState { get; }

    /// <summary>After FixAll. Says it nothing, then it is the fixed state.</summary>
    public SolutionState BatchFixedState { get; }

    /// <summary>Which of the offered actions is taken; the first one by default.</summary>
    public int? CodeActionIndex { get; set; }

    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>How often the single fix is applied: exactly so often, or with a negative number at most so often.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>How often FixAll is applied; once by default where it changes anything.</summary>
    public int? NumberOfFixAllIterations { get; set; }

    public int? NumberOfFixAllInDocumentIterations { get; set; }

    public int? NumberOfFixAllInProjectIterations { get; set; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        await base.RunImplAsync(cancellationToken).ConfigureAwait(false);

        var fixable = GetCodeFixProviders().SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet();
        var test = Evaluate(TestState, null);
        var @fixed = Evaluate(FixedState, test, fixable);
        var batch = Evaluate(BatchFixedState, @fixed, fixable);
        var start = await AnalyzeAsync(test, Verify, cancellationToken).ConfigureAwait(false);

        await VerifyResultStateAsync(@fixed, "Diagnostics of fixed state").ConfigureAwait(false);
        await VerifyIncrementalAsync(start, @fixed, fixable, cancellationToken).ConfigureAwait(false);
        if (batch.Key != @fixed.Key)
            await VerifyResultStateAsync(batch, "Diagnostics of batch fixed state").ConfigureAwait(false);
        if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
            return;
        await VerifyFixAllAsync(start, batch, FixAllScope.Document, cancellationToken).ConfigureAwait(false);
        await VerifyFixAllAsync(start, batch, FixAllScope.Project, cancellationToken).ConfigureAwait(false);
        await VerifyFixAllAsync(start, batch, FixAllScope.Solution, cancellationToken).ConfigureAwait(false);

        async Task VerifyResultStateAsync(EvaluatedSolution state, string context)
        {
            if (state.Key != test.Key)
                await VerifyStateAsync(state, Verify.PushContext(context), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task VerifyIncrementalAsync(
        Analyzed start, EvaluatedSolution expected, HashSet<string> fixable, CancellationToken cancellationToken)
    {
        var verifier = Verify.PushContext("Iterative code fix application");
        var current = start;
        var iterations = 0;
        while (await FirstOfferAsync(current, verifier, cancellationToken).ConfigureAwait(false) is { } offer)
        {
            current = await ApplyAsync(current, offer.Action, verifier, cancellationToken).ConfigureAwait(false);
            iterations++;
            if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
                break;
            if (iterations >= MaxIterations)
                verifier.Fail($"The fix does not come to an end: after {iterations} applications it is still offered for\n{offer.Diagnostic}\n{Differences.Show(expected, current.State)}");
        }

        VerifyFiles(expected, current.State, verifier);
        var atMost = start.Diagnostics.Count(diagnostic => fixable.Contains(diagnostic.Id));
        VerifyIterations(iterations, NumberOfIncrementalIterations ?? -Math.Max(1, atMost), verifier);
    }

    private async Task VerifyFixAllAsync(Analyzed start, EvaluatedSolution expected, FixAllScope scope, CancellationToken cancellationToken)
    {
        var (skip, iterationsInScope) = scope switch
        {
            FixAllScope.Document => (CodeFixTestBehaviors.SkipFixAllInDocumentCheck, NumberOfFixAllInDocumentIterations),
            FixAllScope.Project => (CodeFixTestBehaviors.SkipFixAllInProjectCheck, NumberOfFixAllInProjectIterations),
            _ => (CodeFixTestBehaviors.SkipFixAllInSolutionCheck, (int?)null),
        };
        if (CodeFixTestBehaviors.HasFlag(skip))
            return;

        var verifier = Verify.PushContext($"Fix all in {scope.ToString().ToLowerInvariant()}");
        var current = start;
        var iterations = 0;
        var places = new HashSet<object>();
        while (await FirstOfferAsync(current, verifier, cancellationToken).ConfigureAwait(false) is { } offer)
        {
            if (await FixAll.GetActionAsync(offer, scope, current.Found, verifier, cancellationToken).ConfigureAwait(false) is not { } action)
                break;
            var before = current;
            current = await ApplyAsync(current, action, verifier, cancellationToken).ConfigureAwait(false);
            if (before.State.Key == current.State.Key)
                break;
            iterations++;
            places.Add(scope switch { FixAllScope.Document => offer.Document.FilePath!, FixAllScope.Project => offer.Document.Project.Name, _ => scope });
            if (iterations >= MaxIterations)
                verifier.Fail($"Fix all does not come to an end after {iterations} applications.\n{Differences.Show(expected, current.State)}");
        }

        VerifyFiles(expected, current.State, verifier);
        VerifyIterations(iterations, iterationsInScope ?? NumberOfFixAllIterations ?? places.Count, verifier);
    }

    private static void VerifyFiles(EvaluatedSolution expected, EvaluatedSolution actual, IVerifier verifier)
    {
        if (expected.Key != actual.Key)
            verifier.Fail($"The fixed sources are not the expected ones.{Environment.NewLine}{Differences.Show(expected, actual)}");
    }

    private static void VerifyIterations(int actual, int expected, IVerifier verifier)
    {
        if (expected >= 0 ? actual != expected : actual > -expected)
            verifier.Fail($"Expected {(expected >= 0 ? "" : "at most ")}{Math.Abs(expected)} iterations, found {actual}.");
    }
}
