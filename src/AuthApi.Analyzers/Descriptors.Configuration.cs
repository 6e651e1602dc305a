using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor InvalidOption = Create(
        DiagnosticIds.InvalidOption,
        ConfigurationCategory,
        DiagnosticSeverity.Warning,
        "Options of the package must be readable",
        "The analyzer option '{0}' {1}",
        "An option in .editorconfig that cannot be read, or whose name does not exist, has no effect: the rules behave as if it were not written.");

    /// <summary>Second argument of <see cref="InvalidOption"/>: value, allowed values, default.</summary>
    public const string UnreadableOption = "cannot be read from '{0}': allowed is {1}; the default ({2}) applies";

    /// <summary>Second argument of <see cref="InvalidOption"/>: entry of a list, allowed values.</summary>
    public const string UnreadableEntry = "has the entry '{0}', which cannot be read and is ignored: allowed is {1}";

    /// <summary>Second argument of <see cref="InvalidOption"/>: the key that was probably meant.</summary>
    public const string MisspeltOption = "does not exist and has no effect: did you mean '{0}'?";

    /// <summary>Second argument of <see cref="InvalidOption"/>.</summary>
    public const string UnknownOption = "does not exist and has no effect; the help page of this rule leads to the list of options";
}
