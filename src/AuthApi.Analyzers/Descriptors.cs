using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers;

/// <summary>
/// Every descriptor of the package, and so every text that a user reads in the error list: the one place to change
/// a wording or to add a language. The title is the rule as a statement; the message names the thing, the consequence
/// and the remedy, with the names from the user's code as arguments.
/// </summary>
internal static partial class Descriptors
{
    /// <summary>Where the pages of the rules stand; the file name is the id.</summary>
    public const string HelpLinkBase = "https://github.com/authapi/AuthApi.Analyzers/blob/main/docs/rules/";

    public const string AdobePassCategory = "AdobePass";
    public const string VipCategory = "Vip";
    public const string ConfigurationCategory = "Configuration";

    private static DiagnosticDescriptor Create(
        string id, string category, DiagnosticSeverity severity, string title, string message, string description) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, description, HelpLinkBase + id + ".md");
}
