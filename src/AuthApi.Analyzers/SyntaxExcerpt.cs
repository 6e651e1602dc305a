using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers;

/// <summary>Code of the user in a message.</summary>
internal static class SyntaxExcerpt
{
    private const int MaxLength = 80;

    /// <summary>The code on one line, shortened when it is long.</summary>
    public static string Excerpt(this SyntaxNode node)
    {
        var text = Regex.Replace(node.ToString(), @"\s+", " ");
        return text.Length <= MaxLength ? text : text.Substring(0, MaxLength - 1) + "…";
    }
}
