using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Comparisons;

/// <summary>How a reason code is written where a program looks at it: what the service sent, after what the program did to it.</summary>
internal enum CodeForm
{
    /// <summary>Four hexadecimal digits.</summary>
    Digits,

    /// <summary><c>4E-04</c>, as <c>BitConverter.ToString</c> writes bytes.</summary>
    Dashed,

    /// <summary>Each byte without its leading zero: <c>4e4</c>.</summary>
    Unpadded,

    /// <summary>JSON text: the digits between quotation marks.</summary>
    Quoted,

    /// <summary>The name of the array's type: <c>System.Byte[]</c>.</summary>
    TypeName,

    /// <summary>The two bytes read as characters: <c>N\u0004</c>.</summary>
    Characters,

    /// <summary>The two bytes in Base64: <c>TgQ=</c>.</summary>
    Base64,

    /// <summary>The bytes themselves.</summary>
    Bytes,

    /// <summary>A node of a JSON or XML document, which is an object and no text.</summary>
    Node,

    /// <summary>A number with the two bytes exchanged: <c>0x044E</c>.</summary>
    LittleEndian,

    /// <summary>The digits read as a decimal or floating-point number, which is a mistake of its own (AUTH2003).</summary>
    Number,
}

/// <summary>The case of the letters in a code.</summary>
internal enum LetterCase
{
    Lower,
    Upper,
    Either,
}

/// <summary>One way in which an expression can hold a reason code.</summary>
/// <param name="Read">Where the code is read from the response.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Case">The case of its letters.</param>
/// <param name="Maker">The operation that gave it the form or the case; the read where nothing did.</param>
internal sealed record CodeShape(ReasonCodeRead Read, CodeForm Form, LetterCase Case, Site Maker)
{
    private const string TypeNameOfBytes = "System.Byte[]";

    public VipFamily Family => Read.Family;

    /// <summary>The part of the catalogue that the code belongs to.</summary>
    public ReasonFamily Reasons => Read.IsPushStatus ? ReasonFamily.PushTransaction : VipFamilies.ReasonsOf(Read.Family);

    /// <summary>Whether the form is one that a program can read a code from as text; a node, bytes and numbers are none.</summary>
    public bool IsText => Form is not (CodeForm.Bytes or CodeForm.Node or CodeForm.LittleEndian or CodeForm.Number);

    /// <summary>What a code is at this place, as C# would compare it: <c>4e-04</c> for a dashed one in lower case.</summary>
    public string Write(string code)
    {
        var digits = Case switch
        {
            LetterCase.Upper => code.ToUpperInvariant(),
            LetterCase.Lower => code.ToLowerInvariant(),
            _ => code,
        };
        return Form switch
        {
            CodeForm.Dashed => digits.Substring(0, 2) + "-" + digits.Substring(2),
            CodeForm.Quoted => "\"" + digits + "\"",
            CodeForm.Unpadded => Unpad(digits.Substring(0, 2)) + Unpad(digits.Substring(2)),
            _ => digits,
        };
    }

    /// <summary>Whether some code, known to the catalogue or not, is written like the text here.</summary>
    public bool CanBe(string text, bool ignoreCase)
    {
        switch (Form)
        {
            case CodeForm.TypeName:
                return text == TypeNameOfBytes;
            case CodeForm.Characters:
                return text.Length is 1 or 2 && !(text.Length == 2 && text.All(Uri.IsHexDigit));
            case CodeForm.Base64:
                return text.Length == 4 && text[3] == '=';
            case CodeForm.Node:
                return false;
            case CodeForm.Unpadded:
                return IsCaseFitting(text, ignoreCase) && text.Length is >= 2 and <= 4 && text.All(Uri.IsHexDigit) && IsUnpadded(text);
            case CodeForm.Digits or CodeForm.Dashed or CodeForm.Quoted:
                return Code(text) is { } code && IsCaseFitting(text, ignoreCase) && string.Equals(Write(code), text, StringComparison.OrdinalIgnoreCase);
            default:
                return true;
        }
    }

    /// <summary>Whether some code, written as it is here, has the text at its beginning, at its end or anywhere.</summary>
    public bool CanHave(string part, TextPart where, bool ignoreCase)
    {
        if (where == TextPart.Whole)
            return CanBe(part, ignoreCase);
        if (part.Length == 0)
            return true;
        switch (Form)
        {
            case CodeForm.Digits:
                return part.Length <= 4 && part.All(Uri.IsHexDigit) && IsCaseFitting(part, ignoreCase);
            case CodeForm.Quoted when where == TextPart.Start:
                return part[0] == '"' && part.Length <= 6;
            case CodeForm.Dashed when where == TextPart.Start:
                return part.Length <= 5 && IsCaseFitting(part, ignoreCase)
                    && part.Where((c, index) => index == 2 ? c != '-' : !Uri.IsHexDigit(c)).Any() == false;
            case CodeForm.TypeName:
                return TypeNameOfBytes.Contains(part);
            default:
                return true;
        }
    }

    /// <summary>Whether only the letter case keeps the text from being a code here.</summary>
    public bool DiffersInCaseOnly(string text) => IsText && !CanBe(text, ignoreCase: false) && CanBe(text, ignoreCase: true);

    /// <summary>
    /// The code that somebody means who writes this text: <c>0</c>, <c>000</c>, <c>00-00</c>, <c>0x4e04</c>, <c> 4E04</c>.
    /// Four digits in no particular case; null when no code can be seen in it.
    /// </summary>
    public static string? Code(string text)
    {
        var digits = text.Trim().Trim('"').Replace("-", "").Replace(" ", "");
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            digits = digits.Substring(2);
        if (digits.Length is > 0 and < 4 && digits.All(static c => c == '0'))
            return ReasonCodes.Success;
        return ReasonCodes.HasCodeForm(digits) ? digits : null;
    }

    private bool IsCaseFitting(string text, bool ignoreCase)
    {
        if (ignoreCase || Case == LetterCase.Either)
            return true;
        return !text.Any(Case == LetterCase.Upper ? static c => c is >= 'a' and <= 'f' : static c => c is >= 'A' and <= 'F');
    }

    private static string Unpad(string twoDigits) => twoDigits[0] == '0' ? twoDigits.Substring(1) : twoDigits;

    private static bool IsUnpadded(string text)
    {
        for (var split = Math.Max(1, text.Length - 2); split <= Math.Min(2, text.Length - 1); split++)
        {
            if (IsByte(text.Substring(0, split)) && IsByte(text.Substring(split)))
                return true;
        }

        return false;

        static bool IsByte(string digits) => digits.Length == 1 || digits[0] != '0';
    }
}

/// <summary>Which part of a text a condition looks at.</summary>
internal enum TextPart
{
    Whole,
    Start,
    End,
    Anywhere,
}
