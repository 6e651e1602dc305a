using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AuthApi.Analyzers.Tests.Repository;

/// <summary>What the two shipped assemblies hold, found by reflection so that nothing can be left out.</summary>
internal static class ShippedRules
{
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. typeof(Analyzers.Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } = Create<DiagnosticAnalyzer>("AuthApi.Analyzers");

    public static IReadOnlyList<CodeFixProvider> CodeFixes { get; } = Create<CodeFixProvider>("AuthApi.Analyzers.CodeFixes");

    /// <summary>The ids that a rule exists for, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Descriptors.Select(descriptor => descriptor.Id).Distinct()];

    /// <summary>The name of a rule is the name of its constant, and that of its folders.</summary>
    public static string NameOf(string id) =>
        typeof(DiagnosticIds).GetFields().Single(field => (string?)field.GetRawConstantValue() == id).Name;

    public static string PageOf(string id) => $"docs/rules/{id}.md";

    public static TheoryData<string> AllIds() => [.. Ids];

    private static T[] Create<T>(string assembly) =>
        [.. Assembly.Load(assembly).GetTypes()
            .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            .Select(type => (T)Activator.CreateInstance(type)!)];
}
