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
}
