using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// Where each identifier stands in one syntax tree. Built on the first question about a name that the text of the tree
/// contains, and cached with the tree, so a tree that no question concerns is never walked.
/// </summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameIndex> Indexes = new();

    private readonly string text;
    private readonly SyntaxTree tree;
    private readonly Lazy<Dictionary<string, List<SyntaxToken>>> tokens;

    private NameIndex(SyntaxTree tree)
    {
        this.tree = tree;
        text = tree.GetText().ToString();
        tokens = new(Collect);
    }

    public static NameIndex Of(SyntaxTree tree) => Indexes.GetValue(tree, static t => new NameIndex(t));

    /// <summary>The identifier tokens spelt <paramref name="name"/>, declarations and uses alike, in source order.</summary>
    public IReadOnlyList<SyntaxToken> TokensNamed(string name)
    {
        if (text.IndexOf(name, StringComparison.Ordinal) < 0)
            return [];
        return tokens.Value.TryGetValue(name, out var found) ? found : [];
    }

    /// <summary>The <c>new</c> tokens of target-typed creations, which spell no type name.</summary>
    public IReadOnlyList<SyntaxToken> ImplicitCreations() =>
        tokens.Value.TryGetValue("new", out var found) ? found : [];

    /// <summary>The <c>this</c> and <c>base</c> tokens of constructor initializers, which spell no type name either.</summary>
    public IReadOnlyList<SyntaxToken> ConstructorInitializers() =>
        tokens.Value.TryGetValue("base", out var found) ? found : [];

    private Dictionary<string, List<SyntaxToken>> Collect()
    {
        var result = new Dictionary<string, List<SyntaxToken>>(StringComparer.Ordinal);
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            var key = token.Kind() switch
            {
                SyntaxKind.IdentifierToken => token.ValueText,
                SyntaxKind.NewKeyword when token.Parent.IsKind(SyntaxKind.ImplicitObjectCreationExpression) => "new",
                SyntaxKind.BaseKeyword or SyntaxKind.ThisKeyword
                    when token.Parent.IsKind(SyntaxKind.BaseConstructorInitializer)
                      || token.Parent.IsKind(SyntaxKind.ThisConstructorInitializer) => "base",
                _ => null,
            };
            if (key is null)
                continue;
            if (!result.TryGetValue(key, out var list))
                result.Add(key, list = []);
            list.Add(token);
        }

        return result;
    }
}
