namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>One field of a signed header.</summary>
/// <param name="Name">One of <see cref="SignedHeader.Fields"/>, or the name of a field that is not known here (<c>x</c> on Xbox).</param>
/// <param name="Value">The value, possibly with holes.</param>
/// <param name="ValueStart">Index of the value's first character in the header's text.</param>
internal sealed record SignedField(string Name, string Value, int ValueStart);

/// <summary>A signed header, or the part of it that is signed, read from a text that may have holes.</summary>
internal sealed class SignedHeaderText
{
    private SignedHeaderText(string? verb, IReadOnlyList<SignedField> fields, bool isOpen) => (Verb, Fields, IsOpen) = (verb, fields, isOpen);

    /// <summary>The first word, as written, possibly a hole; null when the text starts with a field.</summary>
    public string? Verb { get; }

    /// <summary>The fields in the order of the text.</summary>
    public IReadOnlyList<SignedField> Fields { get; }

    /// <summary>Whether a hole stands where whole fields could be.</summary>
    public bool IsOpen { get; }

    /// <summary>The field of that name, or null.</summary>
    public SignedField? this[string name] => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>Whether the text has the field: true, false, or null when a hole may hold it.</summary>
    public bool? Has(string name) => this[name] is not null ? true : IsOpen ? null : false;

    /// <summary>Reads a text that <see cref="SignedHeader.IsSignedText"/>; null for any other text.</summary>
    /// <param name="text">The header's value in the form of <see cref="UnknownText"/>.</param>
    public static SignedHeaderText? TryParse(string text)
    {
        if (!SignedHeader.IsSignedText(text))
        {
            return null;
        }

        var start = FirstField(text);
        var verb = text.Substring(0, start).Trim();
        var fields = new List<SignedField>();
        var isOpen = false;
        for (var at = start; at < text.Length;)
        {
            var comma = text.IndexOf(',', at);
            var end = comma >= 0 ? comma : text.Length;
            var from = at;
            while (from < end && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            var piece = text.Substring(from, end - from).TrimEnd();
            var equals = piece.IndexOf('=');
            if (equals > 0 && piece.Take(equals).All(UnknownText.IsWordCharacter))
            {
                fields.Add(new(piece.Substring(0, equals), piece.Substring(equals + 1), from + equals + 1));
            }
            else if (UnknownText.HasHole(piece))
            {
                isOpen = true;
            }
            else if (fields.Count > 0 && piece.Length > 0)
            {
                // A comma inside a value, such as a request_uri with a query.
                var last = fields[fields.Count - 1];
                fields[fields.Count - 1] = last with { Value = text.Substring(last.ValueStart, end - last.ValueStart) };
            }

            at = end + 1;
        }

        // requestUri + hole: the hole may go on with ", public_key=…".
        isOpen |= fields.Count > 0 && fields[fields.Count - 1].Value is { Length: > 1 } value && value[value.Length - 1] == UnknownText.Hole;
        return new(verb.Length == 0 ? null : verb, fields, isOpen);
    }

    // After the verb and its space; 0 when the text starts with a field.
    private static int FirstField(string text)
    {
        var equals = text.IndexOf('=');
        var start = equals;
        while (start > 0 && UnknownText.IsWordCharacter(text[start - 1]))
        {
            start--;
        }

        return start;
    }
}
