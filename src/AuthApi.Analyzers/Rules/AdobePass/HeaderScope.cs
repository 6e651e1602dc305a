using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.Rules.AdobePass;

/// <summary>
/// Whether the pieces of a header that are not in one text belong to the signed header of Adobe Pass: all its anchors stand
/// in the same member or the same type. Other services have some of the names, none has all of them.
/// </summary>
internal static class HeaderScope
{
    private static readonly string[] Anchors = [SignedHeader.RequestorId, SignedHeader.SignatureMethod, SignedHeader.Algorithm, SignedHeader.RequestTime];

    public static bool HasAnchors(ProgramModel program, SyntaxNode piece)
    {
        if (piece.ContainingMember() is { } member && HasAll(program, [member]))
            return true;
        return piece.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && program.ModelFor(type.SyntaxTree).GetDeclaredSymbol(type) is INamedTypeSymbol symbol
            && HasAll(program, symbol.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()));
    }

    private static bool HasAll(ProgramModel program, IEnumerable<SyntaxNode> nodes)
    {
        var missing = new List<string>(Anchors);
        foreach (var node in nodes.SelectMany(static n => n.DescendantNodes()))
        {
            var text = node switch
            {
                LiteralExpressionSyntax { Token.Value: string value } => value,
                InterpolatedStringTextSyntax part => part.TextToken.ValueText,
                IdentifierNameSyntax name => program.ModelFor(name.SyntaxTree).GetConstantValue(name).Value as string,
                _ => null,
            };
            if (text is not null)
                missing.RemoveAll(anchor => IsWord(text, anchor));
            if (missing.Count == 0)
                return true;
        }

        return false;
    }

    // xoauth_requestor_id is Google's.
    private static bool IsWord(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at == 0 || (at > 0 && !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] != '_');
    }
}
