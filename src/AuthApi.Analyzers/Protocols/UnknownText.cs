namespace AuthApi.Analyzers.Protocols;

/// <summary>
/// How the analysis writes a text that it knows only in part: each run of unknown text is one <see cref="Hole"/>.
/// Everything in <c>Protocols</c> that takes a text takes it in this form, and never guesses what a hole holds.
/// </summary>
internal static class UnknownText
{
    /// <summary>U+FFFC, the object replacement character: stands for zero or more unknown characters.</summary>
    public const char Hole = '\uFFFC';

    /// <summary>Whether any part of the text is unknown.</summary>
    public static bool HasHole(string text) => text.IndexOf(Hole) >= 0;

    /// <summary>Whether nothing of the text is known: one hole or several, and no other character.</summary>
    public static bool IsOnlyHoles(string text) => text.Length > 0 && text.Trim(Hole).Length == 0;

    /// <summary>Whether the character can stand inside a host label, path word or parameter name: a letter, a digit, <c>-</c> or <c>_</c>.</summary>
    internal static bool IsWordCharacter(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';
}
