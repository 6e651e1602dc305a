using System.Collections.Immutable;
using AuthApi.Analyzers.Environments;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.Vip.MixedVipEnvironments;

/// <summary>AUTH2010: one flow uses the pilot and the production side of VIP, which do not know each other's credentials.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixedVipEnvironmentsAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.MixedVipEnvironments);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var options = context.Options;
        var found = new OncePerCompilation<IReadOnlyList<Diagnostic>>(token => Find(program, options, token));
        context.RegisterSemanticModelAction(model => model.ReportIn(found));
    }

    // A type that is given both sides has one account's credentials for both: what its calls share need not be spelt out.
    private static IReadOnlyList<Diagnostic> Find(ProgramModel program, AnalyzerOptions options, CancellationToken cancellationToken) =>
        MixedHosts.Find(program, VipUses.In(program, tree => AuthApiOptions.For(options, tree), cancellationToken), static (_, _) => true, cancellationToken)
            .Select(pair => MixedHostsReport.Create(program, Descriptors.MixedVipEnvironments, pair.First, pair.Later))
            .GroupBy(static d => d.Location).Select(static g => g.First()).ToList();
}
