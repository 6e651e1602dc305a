using System.Collections.Immutable;
using AuthApi.Analyzers.Comparisons;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches;

/// <summary>What a diagnostic hands to its fix: the kind of change, and where.</summary>
internal static class NeverMatchFixes
{
    /// <summary>Property: one of the kinds below.</summary>
    public const string Kind = "Fix";

    /// <summary>Property: the new content of the literal.</summary>
    public const string NewText = "NewText";

    /// <summary>Compare without regard to letter case; locations: the code, the other side or the creation of the table.</summary>
    public const string IgnoreCase = "IgnoreCase";

    /// <summary>Write the literal differently; locations: the code, the literal.</summary>
    public const string Literal = "Literal";

    /// <summary>Compare the bytes one by one; locations: the code, the other side.</summary>
    public const string SequenceEqual = "SequenceEqual";

    /// <summary>Write the bytes as hexadecimal digits; locations: the code, the other side, the call that writes them otherwise.</summary>
    public const string HexString = "HexString";

    /// <summary>Take the text out of the node; locations: the code, the other side, the node or the call on it.</summary>
    public const string NodeText = "NodeText";

    /// <summary>Read the bytes in the order in which they come; locations: the code, the other side, the call.</summary>
    public const string BigEndian = "BigEndian";

    public static (ImmutableDictionary<string, string?> Properties, ImmutableArray<Location> Locations) For(NeverMatch found)
    {
        var kind = KindOf(found);
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (kind is null)
            return (properties, ImmutableArray<Location>.Empty);
        var other = kind == Literal ? LiteralOf(found.Other) : found.Comparison.Table?.Syntax ?? found.Other.Syntax;
        if (other is null)
            return (properties, ImmutableArray<Location>.Empty);
        properties = properties.Add(Kind, kind).Add(NewText, found.Meant);
        return (properties, ImmutableArray.Create(found.Code.Syntax.GetLocation(), other.GetLocation(), found.Shape.Maker.Syntax.GetLocation()));
    }

    private static string? KindOf(NeverMatch found)
    {
        var isSent = found.Shape.Maker.Syntax == found.Shape.Read.Operation.Syntax;
        return found.Reason switch
        {
            // Normalized by the program itself: the literal is what is wrong. In a property pattern there is no other place.
            NeverReason.LetterCase when found.Comparison.Part != TextPart.Whole => isSent ? IgnoreCase : null,
            NeverReason.LetterCase => isSent && found.Code is not IPropertySubpatternOperation || found.Comparison.Table is not null ? IgnoreCase : Literal,
            NeverReason.MiswrittenCode => found.Meant is not null && found.Comparison.Part == TextPart.Whole ? Literal : null,
            NeverReason.Form when found.Shape.Form == CodeForm.Quoted => NodeText,
            NeverReason.Form when found.Meant is not null => HexString,
            NeverReason.Identity when found.Shape.Form == CodeForm.Bytes => found.Other.Unwrapped().Type is IArrayTypeSymbol ? SequenceEqual : null,
            NeverReason.Identity when found.Shape.Form is CodeForm.Node or CodeForm.Digits => found.Text is not null ? NodeText : null,
            NeverReason.ByteOrder => BigEndian,
            _ => null,
        };
    }

    private static IOperation Unwrapped(this IOperation operation) => Flow.Operations.Unwrap(operation);

    /// <summary>The literal in the source: in place, or where the constant is declared.</summary>
    private static SyntaxNode? LiteralOf(IOperation other)
    {
        other = Flow.Operations.Unwrap(other);
        if (other.Syntax is LiteralExpressionSyntax literal)
            return literal;
        ISymbol? constant = other switch
        {
            IFieldReferenceOperation { Field.IsConst: true } field => field.Field,
            ILocalReferenceOperation { Local.IsConst: true } local => local.Local,
            _ => null,
        };
        return constant?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax declared } ? declared : null;
    }
}
