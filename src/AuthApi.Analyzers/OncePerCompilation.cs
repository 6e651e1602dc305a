using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers;

/// <summary>
/// Something that is found out at the first question and kept. Unlike <see cref="Lazy{T}"/> it forgets an attempt that was
/// cancelled, so that the next question tries again.
/// </summary>
internal sealed class OncePerCompilation<T>(Func<CancellationToken, T> find)
    where T : class
{
    private readonly object gate = new();
    private T? found;

    public T Get(CancellationToken cancellationToken)
    {
        lock (gate)
            return found ??= find(cancellationToken);
    }
}

internal static class OncePerCompilationExtensions
{
    /// <summary>Reports those findings of the compilation that lie in the file of this model.</summary>
    public static void ReportIn(this SemanticModelAnalysisContext context, OncePerCompilation<IReadOnlyList<Diagnostic>> found)
    {
        foreach (var diagnostic in found.Get(context.CancellationToken))
        {
            if (diagnostic.Location.SourceTree == context.SemanticModel.SyntaxTree)
                context.ReportDiagnostic(diagnostic);
        }
    }
}
