using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers;

/// <summary>
/// What all rules share: concurrent, silent in generated code (its reader cannot edit it), and registered only in
/// compilations that have an anchor of the rule's service.
/// </summary>
public abstract class AuthApiAnalyzer : DiagnosticAnalyzer
{
    private protected AuthApiAnalyzer()
    {
    }

    private protected abstract Service Service { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (Gate.IsOpen(Service, start.Compilation, start.Options, start.CancellationToken))
                Register(start, ProgramModel.For(start.Compilation, start.Options));
        });
    }

    /// <summary>Registers the rule's actions; called once per compilation that has an anchor.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, ProgramModel program);
}
