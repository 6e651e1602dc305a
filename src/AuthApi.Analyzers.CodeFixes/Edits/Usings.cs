using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.CodeFixes.Edits;

/// <summary>Where a using directive goes: among those that are there, in their order, with <c>System</c> first.</summary>
internal static class Usings
{
    public static TextChange Adding(CompilationUnitSyntax root, string @namespace)
    {
        var newLine = root.DescendantTrivia().FirstOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } line ? line.ToString() : "\r\n";
        var usings = root.Usings.Count > 0
            ? root.Usings
            : root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(static n => n.Usings.Count > 0)?.Usings ?? root.Usings;
        var plain = usings.Where(static u => u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None)).ToList();
        if (plain.Count == 0)
        {
            var first = root.GetFirstToken(includeZeroWidth: true);
            // A header comment stays on top; the comment of the first type stays with it.
            var isDocumented = first.LeadingTrivia.Any(static t => t.HasStructure);
            return new TextChange(new TextSpan(isDocumented ? 0 : first.SpanStart, 0), $"using {@namespace};{newLine}{newLine}");
        }

        foreach (var directive in plain)
        {
            if (IsBefore(@namespace, directive.Name!.ToString()))
                return new TextChange(new TextSpan(directive.SpanStart, 0), $"using {@namespace};{newLine}{Indent(directive)}");
        }

        var last = plain[plain.Count - 1];
        return new TextChange(new TextSpan(last.Span.End, 0), $"{newLine}{Indent(last)}using {@namespace};");
    }

    private static string Indent(UsingDirectiveSyntax directive) =>
        directive.GetLeadingTrivia().LastOrDefault() is var trivia && trivia.IsKind(SyntaxKind.WhitespaceTrivia) ? trivia.ToString() : "";

    private static bool IsBefore(string left, string right)
    {
        var leftIsSystem = IsSystem(left);
        return leftIsSystem == IsSystem(right) ? string.CompareOrdinal(left, right) < 0 : leftIsSystem;
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
