using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.Loader;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AuthApi.Analyzers.Tests.Flow.TimeChains;

/// <summary>It changes the local time zone of the process.</summary>
[CollectionDefinition(nameof(TimeChainCollection), DisableParallelization = true)]
public class TimeChainCollection;

/// <summary>
/// Random chains of conversions, run by .NET and inferred from their source: what is inferred must be what comes out. In
/// a zone 5½ hours from UTC, so that local time cannot pass for UTC.
/// </summary>
[Collection(nameof(TimeChainCollection))]
public class TimeChainTests(ITestOutputHelper output)
{
    private const int Batches = 10;
    private const int ChainsPerBatch = 1000;

    [Fact]
    public void Ten_thousand_random_chains_are_inferred_as_they_run()
    {
        var zone = Environment.GetEnvironmentVariable("TZ");
        var culture = CultureInfo.CurrentCulture;
        try
        {
            Environment.SetEnvironmentVariable("TZ", "Asia/Kolkata");
            TimeZoneInfo.ClearCachedData();
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var tally = new Tally();
            for (var batch = 0; batch < Batches; batch++)
                RunBatch(new Random(1970 + batch), tally);
            output.WriteLine(tally.ToString());
            Assert.True(tally.Disagreements.Count == 0, $"{tally}\n{string.Join("\n", tally.Disagreements.Take(25))}");
            // Silence must not be the way to be right.
            Assert.True(tally.Known > Batches * ChainsPerBatch / 2, tally.ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static void RunBatch(Random random, Tally tally)
    {
        var chains = Enumerable.Range(0, ChainsPerBatch).Select(_ => ChainGrammar.Next(random)).ToList();
        var source = "using System; using System.Globalization; using System.Numerics; public static class Chains { "
            + string.Join("\n", chains.Select((chain, i) => $"public static object M{i}() {{ {chain} }}")) + " }";
        var tree = CSharpSyntaxTree.ParseText(source, TestDefaults.ParseOptions);
        var compilation = CSharpCompilation.Create("Chains" + random.Next(), [tree], RestoredReferences.Get("Framework"), new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        image.Position = 0;
        var context = new AssemblyLoadContext("Chains", isCollectible: true);
        var type = context.LoadFromStream(image).GetType("Chains")!;
        var program = ProgramModel.For(compilation);
        foreach (var (method, i) in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select((m, i) => (m, i)))
        {
            var returned = method.Body!.Statements.OfType<ReturnStatementSyntax>().Single().Expression!;
            var inferred = program.TimesOf(new Site(program.OperationAt(returned)!, null), out var complete);
            Compare(chains[i], complete ? inferred : [], type.GetMethod(method.Identifier.ValueText)!, tally);
        }

        context.Unload();
    }

    private static void Compare(string chain, IReadOnlyList<TimeValue> inferred, MethodInfo method, Tally tally)
    {
        if (inferred is not [var value])
        {
            tally.Unknown++;
            return;
        }

        var before = Clock.Read();
        object actual;
        try
        {
            actual = method.Invoke(null, null)!;
        }
        catch (TargetInvocationException e)
        {
            tally.Threw++;
            // Dates and durations have bounds of their own; the width of integers is what is inferred.
            if (e.InnerException is OverflowException { Message: var message } && message.StartsWith("Value was", StringComparison.Ordinal) && value.Flaw == TimeFlaw.None && value.Offset is not null)
                tally.Disagreements.Add($"threw {e.InnerException.Message}: {chain} => {value}");
            return;
        }

        if (ChainVerdict.Of(value, actual, before, Clock.Read()) is not { } disagreement)
            tally.Known++;
        else if (disagreement.Length == 0)
            tally.Partly++;
        else
            tally.Disagreements.Add($"{disagreement}: {chain} => {actual} but {value.Form} {value.Rate}·t + {value.Offset} + {value.Zone}·z + {value.Machine}·m ± {value.Noise} {value.Flaw}");
    }

    private sealed class Tally
    {
        public int Known { get; set; }

        public int Partly { get; set; }

        public int Unknown { get; set; }

        public int Threw { get; set; }

        public List<string> Disagreements { get; } = [];

        public override string ToString() =>
            $"{Known} chains known and right, {Partly} known in part, {Unknown} unknown, {Threw} threw, {Disagreements.Count} disagreements";
    }
}

/// <summary>The three clocks at one moment, in seconds.</summary>
internal readonly record struct Clock(double Utc, double Zone, double Machine)
{
    public static Clock Read()
    {
        var now = DateTimeOffset.UtcNow;
        return new((now - DateTimeOffset.UnixEpoch).TotalSeconds, TimeZoneInfo.Local.GetUtcOffset(now).TotalSeconds, Environment.TickCount64 / 1000.0);
    }
}

/// <summary>Whether a value that came out of a chain is what was inferred: null for yes, an empty text when only a part could be compared.</summary>
internal static class ChainVerdict
{
    public static string? Of(TimeValue value, object actual, Clock before, Clock after)
    {
        switch (value.Flaw)
        {
            case TimeFlaw.Overflow:
                return null;
            case TimeFlaw.DateText:
                return actual is string text && text.All(char.IsDigit) ? "a number and no date" : null;
            case TimeFlaw.Fraction:
                // A fraction can be 0 by chance.
                return actual is string && value.IsIntegral && !actual.ToString()!.Contains('.') ? "no fraction" : null;
            case TimeFlaw.Grouped:
                return actual.ToString()!.Contains(',') || actual.ToString()!.Length <= 4 ? null : "not grouped";
            case TimeFlaw.Exponent or TimeFlaw.Hexadecimal:
                return "";
        }

        if (Number(actual) is not { } number)
            return value.Flaw == TimeFlaw.Component ? "" : "no digits";
        if (value.IsIntegral && value.Form == TimeForm.Number && number != Math.Floor(number))
            return "a fraction";
        if (value.IsAnyInstant || value.Offset is not { } offset || value.Zone is not { } zone || value.Machine is not { } machine)
            return "";
        var expected = new[] { before, after }
            .Select(c => (value.Rate.ToDouble() * c.Utc) + offset.ToDouble() + (zone.ToDouble() * c.Zone) + (machine.ToDouble() * c.Machine)).Order().ToArray();
        // Doubles, and the resolution of the clocks: 20 ms for TickCount.
        var tolerance = value.Noise.ToDouble()
            + (1e-11 * (Math.Abs(value.Rate.ToDouble() * before.Utc) + Math.Abs(offset.ToDouble()) + Math.Abs(number)))
            + (0.02 * (Math.Abs(value.Rate.ToDouble()) + Math.Abs(machine.ToDouble()))) + 1e-6;
        return number >= expected[0] - tolerance && number <= expected[1] + tolerance ? null : $"expected {expected[0]} ± {tolerance}";
    }

    private static double? Number(object actual) => actual switch
    {
        DateTime date => (date.Ticks - DateTime.UnixEpoch.Ticks) / 1e7,
        DateTimeOffset instant => (instant.UtcTicks - DateTime.UnixEpoch.Ticks) / 1e7,
        TimeSpan span => span.Ticks / 1e7,
        BigInteger big => (double)big,
        string text => text.TrimStart('-') is { Length: > 0 } digits && digits.All(char.IsDigit) ? (double)BigInteger.Parse(text, CultureInfo.InvariantCulture) : null,
        _ => Convert.ToDouble(actual, CultureInfo.InvariantCulture),
    };
}
