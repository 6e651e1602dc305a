using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass;

/// <summary>
/// A rule about requests to Adobe Pass, one at a time. It works on whole members, so that a URL that a member uses twice (a retry) is
/// reported once.
/// </summary>
public abstract class AdobePassCallAnalyzer : AuthApiAnalyzer
{
    private protected AdobePassCallAnalyzer()
    {
    }

    private protected sealed override Service Service => Service.AdobePass;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        context.RegisterOperationBlockAction(block => AnalyzeBlock(block, program));
        context.RegisterSymbolAction(symbol => AnalyzeDeclaration(symbol, program), SymbolKind.Method);
    }

    /// <summary>Looks at one request, which has at least one alternative that goes to Adobe Pass.</summary>
    private protected abstract void Analyze(IReadOnlyList<AdobePassCall> alternatives, AdobePassReport report);

    private void AnalyzeBlock(OperationBlockAnalysisContext context, ProgramModel program)
    {
        AdobePassReport? report = null;
        foreach (var block in context.OperationBlocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
            {
                if (operation is not IInvocationOperation invocation || !HttpRequests.MaySend(invocation))
                    continue;
                context.CancellationToken.ThrowIfCancellationRequested();
                var options = AuthApiOptions.For(context.Options, invocation.Syntax.SyntaxTree);
                foreach (var request in HttpRequests.For(program).At(invocation))
                {
                    if (request.Declaration is null && AdobePassCall.Of(program, request, options) is { Count: > 0 } calls)
                        Analyze(calls, report ??= new AdobePassReport(context.ReportDiagnostic, program, options));
                }
            }
        }
    }

    /// <summary>A request that attributes declare: reported there, however many call it.</summary>
    private void AnalyzeDeclaration(SymbolAnalysisContext context, ProgramModel program)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.ContainingType?.TypeKind != TypeKind.Interface || HttpRequests.For(program).DeclaredBy(method) is not { } request)
            return;
        var options = AuthApiOptions.For(context.Options, request.Send.Syntax.SyntaxTree);
        if (AdobePassCall.Of(program, request, options) is { Count: > 0 } calls)
            Analyze(calls, new AdobePassReport(context.ReportDiagnostic, program, options));
    }
}

/// <summary>What a rule says about the requests of one member; each place is reported once.</summary>
internal sealed class AdobePassReport(Action<Diagnostic> report, ProgramModel program, AuthApiOptions options)
{
    private readonly HashSet<Location> reported = [];

    public ProgramModel Program { get; } = program;

    public AuthApiOptions Options { get; } = options;

    /// <param name="descriptor">The rule.</param>
    /// <param name="place">Where.</param>
    /// <param name="fix">What the fix changes; null without one.</param>
    /// <param name="arguments">The arguments of the message.</param>
    public void At(DiagnosticDescriptor descriptor, Location place, SourceEdits? fix, params object[] arguments)
    {
        var (properties, locations) = SourceEdits.ToDiagnostic(fix);
        if (reported.Add(place))
            report(Diagnostic.Create(descriptor, place, locations, properties, arguments));
    }
}
