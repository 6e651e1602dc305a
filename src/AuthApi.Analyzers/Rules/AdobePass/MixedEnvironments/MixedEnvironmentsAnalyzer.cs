using System.Collections.Immutable;
using AuthApi.Analyzers.Environments;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.AdobePass.MixedEnvironments;

/// <summary>AUTH1005: one flow uses hosts of two environments, or two requestors.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixedEnvironmentsAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.MixedEnvironments, Descriptors.MixedRequestors);

    private protected override Service Service => Service.AdobePass;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var options = context.Options;
        var found = new OncePerCompilation<IReadOnlyList<Diagnostic>>(token => Find(program, options, token));
        context.RegisterSemanticModelAction(model => model.ReportIn(found));
    }

    private static IReadOnlyList<Diagnostic> Find(ProgramModel program, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var uses = PassHosts.In(program, tree => AuthApiOptions.For(options, tree), cancellationToken);
        return MixedHosts.Find(program, uses, PassHosts.Share, cancellationToken).Select(pair => MixedHostsReport.Create(program, Descriptors.MixedEnvironments, pair.First, pair.Later))
            .Concat(MixedRequestors.Find(program, uses, cancellationToken).Select(pair => MixedHostsReport.Create(program, Descriptors.MixedRequestors, pair.First, pair.Later)))
            .GroupBy(static d => d.Location).Select(static g => g.First()).ToList();
    }
}
