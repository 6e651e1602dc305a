using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Options;

/// <summary>
/// One type or method as users name it in an option. A name is compared by its last parts: <c>SigningHandler</c>,
/// <c>Http.SigningHandler</c> and <c>Acme.Http.SigningHandler</c> all name <c>Acme.Http.SigningHandler</c>. A documentation id
/// (<c>T:Acme.Http.SigningHandler</c>, <c>M:Acme.Http.Signer.Sign(System.Net.Http.HttpRequestMessage)</c>) is compared as a whole;
/// an id of a method without a parameter list names all its overloads.
/// </summary>
internal sealed class SymbolName
{
    private readonly string[] _parts;
    private readonly SymbolKind? _kind;
    private readonly string? _documentationId;

    private SymbolName(string[] parts, SymbolKind? kind, string? documentationId)
    {
        _parts = parts;
        _kind = kind;
        _documentationId = documentationId;
    }

    /// <summary>The name of the symbol itself, the cheap first test.</summary>
    public string LastPart => _parts[_parts.Length - 1];

    /// <summary>Null for what can be no name of a type or method. Type arguments and <c>global::</c> are accepted and ignored.</summary>
    public static SymbolName? TryParse(string text)
    {
        SymbolKind? kind = null;
        var name = text;
        if (text.Length > 2 && text[1] == ':' && text[2] != ':')
        {
            kind = text[0] switch { 'T' => SymbolKind.NamedType, 'M' => SymbolKind.Method, _ => null };
            if (kind is null)
            {
                return null;
            }

            name = text.Substring(2);
        }
        else if (text.StartsWith("global::", StringComparison.Ordinal))
        {
            name = text.Substring("global::".Length);
        }

        var parts = WithoutArguments(name).Replace('+', '.').Split('.');
        var exact = kind is not null && (text.Contains('(') || text.Contains('`'));
        return Array.TrueForAll(parts, IsIdentifier) ? new SymbolName(parts, kind, exact ? text : null) : null;
    }

    /// <summary>Whether this names <paramref name="symbol"/>, which is an original definition.</summary>
    public bool Matches(ISymbol symbol)
    {
        if (_kind is { } kind && symbol.Kind != kind)
        {
            return false;
        }

        ISymbol? part = symbol;
        for (var i = _parts.Length - 1; i >= 0; i--)
        {
            if (part is null || part.Name != _parts[i])
            {
                return false;
            }

            part = part.ContainingSymbol;
        }

        return _kind is null
            || (part is INamespaceSymbol { IsGlobalNamespace: true }
                && (_documentationId is null || _documentationId == symbol.GetDocumentationCommentId()));
    }

    /// <summary>Drops parameter lists, type arguments and arities: <c>A.B`1.C{D}(E)</c> is <c>A.B.C</c>.</summary>
    private static string WithoutArguments(string name)
    {
        var result = new System.Text.StringBuilder(name.Length);
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            switch (name[i])
            {
                case '(' when depth == 0:
                    return result.ToString();
                case '<' or '{' or '[':
                    depth++;
                    break;
                case '>' or '}' or ']':
                    depth--;
                    break;
                case '`' when depth == 0:
                    while (i + 1 < name.Length && (char.IsDigit(name[i + 1]) || name[i + 1] == '`'))
                    {
                        i++;
                    }

                    break;
                default:
                    if (depth == 0)
                    {
                        result.Append(name[i]);
                    }

                    break;
            }
        }

        // Unbalanced brackets make no name.
        return depth == 0 ? result.ToString() : "";
    }

    private static bool IsIdentifier(string part) =>
        part.Length > 0 && (char.IsLetter(part[0]) || part[0] == '_') && part.All(c => char.IsLetterOrDigit(c) || c == '_');
}
