using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// Where each identifier stands in one syntax tree. The text is searched first and a token looked up only where the whole word stands,
/// so that no tree is walked; cached with the tree.
/// </summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, NameIndex> Indexes = new();

    private readonly string text;
    private readonly SyntaxTree tree;
    private readonly ConcurrentDictionary<string, IReadOnlyList<SyntaxToken>> names = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<SyntaxToken>> creations;
    private readonly Lazy<IReadOnlyList<SyntaxToken>> initializers;

    private NameIndex(SyntaxTree tree)
    {
        this.tree = tree;
        text = tree.GetText().ToString();
        creations = new(() => Find("new", static t => t.IsKind(SyntaxKind.NewKeyword) && t.Parent.IsKind(SyntaxKind.ImplicitObjectCreationExpression), beforeParenthesis: true));
        initializers = new(() => new[]
        {
            Find("base", static t => t.Parent.IsKind(SyntaxKind.BaseConstructorInitializer), beforeParenthesis: true),
            Find("this", static t => t.Parent.IsKind(SyntaxKind.ThisConstructorInitializer), beforeParenthesis: true),
        }.SelectMany(static t => t).ToList());
    }

    public static NameIndex Of(SyntaxTree tree) => Indexes.GetValue(tree, static t => new NameIndex(t));

    /// <summary>The identifier tokens spelt <paramref name="name"/>, declarations and uses alike, in source order.</summary>
    public IReadOnlyList<SyntaxToken> TokensNamed(string name)
    {
        if (text.IndexOf(name, StringComparison.Ordinal) < 0)
            return [];
        return names.GetOrAdd(name, n => Find(n, t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == n, beforeParenthesis: false));
    }

    /// <summary>The <c>new</c> tokens of target-typed creations, which spell no type name.</summary>
    public IReadOnlyList<SyntaxToken> ImplicitCreations() => creations.Value;

    /// <summary>The <c>this</c> and <c>base</c> tokens of constructor initializers, which spell no type name either.</summary>
    public IReadOnlyList<SyntaxToken> ConstructorInitializers() => initializers.Value;

    private IReadOnlyList<SyntaxToken> Find(string word, Func<SyntaxToken, bool> isWanted, bool beforeParenthesis)
    {
        var result = new List<SyntaxToken>();
        SyntaxNode? root = null;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && IsPartOfName(text[at - 1]) || at + word.Length is var end && end < text.Length && (IsPartOfName(text[end]) || beforeParenthesis && !IsBeforeParenthesis(end)))
                continue;
            // A word in a comment, a text, or code that is switched off belongs to another token, or to none.
            var token = (root ??= tree.GetRoot()).FindToken(at);
            if (token.Span.Contains(at) && isWanted(token))
                result.Add(token);
        }

        return result;
    }

    private bool IsBeforeParenthesis(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        // Whatever else may stand between them (a comment), the token itself decides.
        return at == text.Length || text[at] is '(' or '/' or '#';
    }

    private static bool IsPartOfName(char c) => char.IsLetterOrDigit(c) || c == '_';
}
