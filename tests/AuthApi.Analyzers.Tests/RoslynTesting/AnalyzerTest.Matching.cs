using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

public abstract partial class AnalyzerTest<TVerifier>
{
    /// <summary>Fails unless each diagnostic is expected once, and the reverse.</summary>
    private protected static void VerifyDiagnostics(
        IEnumerable<Diagnostic> diagnostics, ImmutableArray<DiagnosticResult> expected, IVerifier verifier)
    {
        var actual = diagnostics.ToArray();
        var takenBy = new int[actual.Length]; // Index of the expectation plus one.
        var unmet = Enumerable.Range(0, expected.Length).Where(index => !Assign(index, new bool[actual.Length])).ToArray();
        var unexpected = actual.Where((_, index) => takenBy[index] == 0).ToArray();
        if (unmet.Length == 0 && unexpected.Length == 0)
            return;

        var message = new StringBuilder($"Expected {expected.Length} diagnostics, found {actual.Length}.").AppendLine();
        Section("Expected and not reported", unmet.Select(index => Describe(expected[index])));
        Section("Reported and not expected", unexpected.Select(Describe));
        verifier.Fail(message.ToString());

        // Finds a diagnostic for an expectation, moving earlier ones elsewhere if they have a choice.
        bool Assign(int index, bool[] tried)
        {
            for (var i = 0; i < actual.Length; i++)
            {
                if (tried[i] || !Matches(actual[i], expected[index]))
                    continue;
                tried[i] = true;
                if (takenBy[i] != 0 && !Assign(takenBy[i] - 1, tried))
                    continue;
                takenBy[i] = index + 1;
                return true;
            }

            return false;
        }

        void Section(string title, IEnumerable<string> lines)
        {
            foreach (var line in lines.Take(20).Select((line, index) => index == 0 ? $"{title}:{Environment.NewLine}{line}" : line))
                message.AppendLine(line);
        }
    }

    private static bool Matches(Diagnostic actual, DiagnosticResult expected)
    {
        if (actual.Id != expected.Id
            || (!expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) && actual.Severity != expected.Severity)
            || (expected.Message is { } message && message != Message(actual)))
            return false;
        if (!expected.HasLocation)
            return actual.Location == Location.None;
        if (!Matches(actual.Location, expected.Spans[0]))
            return false;
        return expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations)
            || (actual.AdditionalLocations.Count == expected.Spans.Length - 1
                && actual.AdditionalLocations.Zip(expected.Spans.Skip(1)).All(pair => Matches(pair.First, pair.Second)));
    }

    private static bool Matches(Location actual, DiagnosticLocation expected)
    {
        var span = actual.GetLineSpan();
        return span.Path == expected.Span.Path
            && span.StartLinePosition == expected.Span.StartLinePosition
            && (expected.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength) || span.EndLinePosition == expected.Span.EndLinePosition);
    }

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static string Describe(DiagnosticResult expected) =>
        $"  {(expected.HasLocation ? string.Join(" + ", expected.Spans.Select(location => Describe(location.Span))) : "(no location)")}: {Severity(expected.Severity)} {expected.Id}"
        + (expected.Message is { } message ? $": {message}" : "");

    private static string Describe(Diagnostic diagnostic)
    {
        var places = diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Select(location => Describe(location.GetLineSpan()));
        var text = $"  {string.Join(" + ", places)}: {Severity(diagnostic.Severity)} {diagnostic.Id}: {Message(diagnostic)}";
        if (diagnostic.Location.SourceTree is not { } tree)
            return text;

        var span = diagnostic.Location.SourceSpan;
        var line = tree.GetText().Lines.GetLineFromPosition(span.Start);
        var width = Math.Max(1, Math.Min(span.End, line.End) - span.Start);
        return $"{text}{Environment.NewLine}      {line}{Environment.NewLine}      {new string(' ', span.Start - line.Start)}{new string('^', width)}";
    }

    private static string Describe(FileLinePositionSpan span) =>
        span.Path is null or "" ? "(no location)"
        : $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1},{span.EndLinePosition.Line + 1},{span.EndLinePosition.Character + 1})";

    private static string Severity(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();
}
