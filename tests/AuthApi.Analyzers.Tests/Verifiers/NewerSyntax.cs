using Microsoft.CodeAnalysis.CSharp;

namespace AuthApi.Analyzers.Tests.Verifiers;

/// <summary>
/// Syntax that the oldest compiler of the tests (4.5.0, C# 11) does not parse: it gets the same thing in an older way, so that each test says the same in all of them.
/// </summary>
internal static class NewerSyntax
{
    private const int CSharp12 = 1200;

    public static bool HasCollectionExpressions { get; } = Enum.IsDefined((LanguageVersion)CSharp12);

    /// <summary><c>[a, b]</c>, or what it replaced: <c>new[] { a, b }</c>, <c>new HashSet&lt;string&gt; { a, b }</c>.</summary>
    public static string Collection(string elements, string creation = "new[]") => HasCollectionExpressions ? $"[{elements}]" : $"{creation} {{ {elements} }}";
}
