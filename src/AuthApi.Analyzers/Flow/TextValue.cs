using System.Collections.Immutable;
using System.Text;

namespace AuthApi.Analyzers.Flow;

/// <summary>A part of a text: characters that are known, or a hole with the expression whose text stands there.</summary>
/// <param name="Literal">The known characters; null for a hole.</param>
/// <param name="Source">The expression that the piece comes from.</param>
/// <param name="Format">The format of an interpolation hole (<c>{time:N0}</c>); null without one.</param>
/// <param name="Use">
/// The expression nearest to the text that is nothing but this hole, conversions included: <c>time</c> in <c>$"{time}"</c>, where
/// <paramref name="Source"/> is what the local was set to. Null when that is the source itself.
/// </param>
/// <param name="IsChanged">Whether characters of the hole were replaced after its source was written as text (<c>guid.Replace("-", "")</c>).</param>
internal readonly record struct TextPiece(string? Literal, Site Source, string? Format = null, Site? Use = null, bool IsChanged = false)
{
    public bool IsHole => Literal is null;
}

/// <summary>A text as a sequence of known pieces and holes; one of the alternatives that an expression may have.</summary>
internal sealed class TextValue
{
    /// <summary>Stands for unknown text in <see cref="ToString"/>: U+FFFC, which no URL, header or JSON contains.</summary>
    public const char Hole = Protocols.UnknownText.Hole;

    public static readonly TextValue Empty = new(ImmutableArray<TextPiece>.Empty);

    private string? rendered;

    public TextValue(ImmutableArray<TextPiece> pieces) => Pieces = pieces;

    public ImmutableArray<TextPiece> Pieces { get; }

    /// <summary>Whether every character is known.</summary>
    public bool IsComplete
    {
        get
        {
            foreach (var piece in Pieces)
            {
                if (piece.IsHole)
                    return false;
            }

            return true;
        }
    }

    public static TextValue Known(string text, Site source) => new(ImmutableArray.Create(new TextPiece(text, source)));

    public static TextValue Unknown(Site source, string? format = null) => new(ImmutableArray.Create(new TextPiece(null, source, format)));

    public TextValue Append(TextValue other) =>
        Pieces.IsEmpty ? other : other.Pieces.IsEmpty ? this : new TextValue(Pieces.AddRange(other.Pieces));

    /// <summary>The same text, when it is one hole: that of the expression that uses it.</summary>
    public TextValue UsedBy(Site use) =>
        Pieces is [{ IsHole: true } hole] && hole.Source != use ? new TextValue(ImmutableArray.Create(hole with { Use = use })) : this;

    /// <summary>The text with <see cref="Hole"/> for each hole.</summary>
    public override string ToString()
    {
        if (rendered is not null)
            return rendered;
        var builder = new StringBuilder();
        foreach (var piece in Pieces)
        {
            if (piece.Literal is { } literal)
                builder.Append(literal);
            else
                builder.Append(Hole);
        }

        return rendered = builder.ToString();
    }

    /// <summary>The piece that holds the character at <paramref name="index"/> of <see cref="ToString"/>.</summary>
    public TextPiece PieceAt(int index)
    {
        foreach (var piece in Pieces)
        {
            var length = piece.Literal?.Length ?? 1;
            if (index < length)
                return piece;
            index -= length;
        }

        throw new ArgumentOutOfRangeException(nameof(index));
    }

    /// <summary>The part from <paramref name="start"/> on, in characters of <see cref="ToString"/>, with its sources.</summary>
    public TextValue Slice(int start, int length)
    {
        var result = ImmutableArray.CreateBuilder<TextPiece>();
        var end = start + length;
        var position = 0;
        foreach (var piece in Pieces)
        {
            var size = piece.Literal?.Length ?? 1;
            var from = Math.Max(start, position);
            var to = Math.Min(end, position + size);
            if (from < to)
                result.Add(piece.Literal is { } literal ? piece with { Literal = literal.Substring(from - position, to - from) } : piece);
            position += size;
        }

        return new TextValue(result.ToImmutable());
    }
}
