using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Tests.Robustness;

/// <summary>Every analyzer of the package, also those that users have to turn on.</summary>
internal static class AllAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> Instances { get; } =
    [
        .. typeof(DiagnosticIds).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
