using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers;

internal static partial class Descriptors
{
    /// <summary>Arguments: the condition, what comes of it, why and the remedy.</summary>
    public static readonly DiagnosticDescriptor ReasonCodeNeverMatches = Create(
        DiagnosticIds.ReasonCodeNeverMatches,
        VipCategory,
        DiagnosticSeverity.Warning,
        "A comparison with a reason code of VIP must be able to be true",
        "'{0}' {1}: {2}",
        "A reason code of VIP is four hexadecimal digits, in lower case from the REST API and in upper case from the SOAP services, where generated proxies have it as two bytes. A comparison that no code can satisfy turns failures into successes or successes into failures, and no test of the happy path shows it.");

    /// <summary>Arguments: the expression or member, what comes of it and the remedy.</summary>
    public static readonly DiagnosticDescriptor ReasonCodeAsNumber = Create(
        DiagnosticIds.ReasonCodeAsNumber,
        VipCategory,
        DiagnosticSeverity.Warning,
        "A reason code of VIP is hexadecimal and must not be read as a decimal number",
        "'{0}' reads a hexadecimal reason code of VIP as a decimal number: {1}",
        "A reason code is four hexadecimal digits: 0000 and 4990 survive a decimal parse, 4e04 does not. It throws, becomes zero and so success where nobody looks at the result of TryParse, or is read as 40000 where an exponent is allowed.");

    /// <summary>Arguments: the condition, what it should ask.</summary>
    public static readonly DiagnosticDescriptor StatusMessageDecides = Create(
        DiagnosticIds.StatusMessageDecides,
        VipCategory,
        DiagnosticSeverity.Warning,
        "The reason code of VIP decides, not the text beside it",
        "'{0}' decides by a text of VIP that is meant for people and varies: {1}",
        "One reason code has many texts (4e03 at least eight), the live service words them differently from the documentation, and they are optional. The reason code is the contract; the text is for logs and screens.");
}
