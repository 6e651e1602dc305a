using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.ProtocolTests.Harness;

/// <summary>
/// Compiles samples: as the analyzers see them (<see cref="References"/>, unchanged text), and for running, with addresses
/// and delays exchanged. The second text is never shown to an analyzer or a fix.
/// </summary>
internal static class SampleCompiler
{
    private const string ClockType = "global::AuthApi.Analyzers.ProtocolTests.Harness.SampleClock";

    // Samples are plain programs of today; implicit usings are given as a project would give them.
    private const string GlobalUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    public static CSharpCompilationOptions CompilationOptions { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The running framework with ASP.NET Core, and nothing of this test project.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path)!.Replace('\\', '/').Contains("/shared/Microsoft.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static SourceText ImplicitUsings { get; } = SourceText.From(GlobalUsings);

    /// <summary>Compiles for running against the simulated services; throws with the errors if it does not compile.</summary>
    public static byte[] CompileForRunning(string source, HostRouting routing, IEnumerable<MetadataReference> extraReferences)
    {
        var compilation = CSharpCompilation.Create(
            "Sample",
            [Parse(source), CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions)],
            [.. References, .. extraReferences],
            CompilationOptions);
        ThrowOnErrors(compilation, source);

        var tree = compilation.SyntaxTrees[0];
        var running = compilation
            .ReplaceSyntaxTree(tree, Parse(ExchangedText(tree, compilation.GetSemanticModel(tree), routing)))
            .AddReferences(MetadataReference.CreateFromFile(typeof(SampleClock).Assembly.Location));
        using var stream = new MemoryStream();
        if (!running.Emit(stream).Success)
            ThrowOnErrors(running, running.SyntaxTrees[0].ToString());
        return stream.ToArray();
    }

    public static void ThrowOnErrors(Compilation compilation, string source)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException($"The sample does not compile:\n{string.Join('\n', errors)}\n\n{source}");
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions);

    private static string ExchangedText(SyntaxTree tree, SemanticModel model, HostRouting routing)
    {
        var root = tree.GetRoot();
        var literals = root.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
                || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken)
                || token.IsKind(SyntaxKind.Utf8StringLiteralToken))
            .Select(token => new TextChange(token.Span, routing.InText(token.Text)));
        var delays = root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => (call, method: model.GetSymbolInfo(call).Symbol as IMethodSymbol))
            .Select(pair => $"{pair.method?.ContainingType}.{pair.method?.Name}" switch
            {
                "System.Threading.Tasks.Task.Delay" => new TextChange(pair.call.Expression.Span, ClockType + ".Delay"),
                "System.Threading.Thread.Sleep" => new TextChange(pair.call.Expression.Span, ClockType + ".Sleep"),
                _ => default,
            })
            .Where(change => change.NewText is not null);
        return tree.GetText().WithChanges(literals.Concat(delays).OrderBy(change => change.Span.Start)).ToString();
    }
}
