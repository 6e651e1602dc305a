using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers;

internal static partial class Descriptors
{
    /// <summary>Arguments: what is not examined, or used too early; what to compare with what.</summary>
    public static readonly DiagnosticDescriptor IgnoredReasonCode = Create(
        DiagnosticIds.IgnoredReasonCode,
        VipCategory,
        DiagnosticSeverity.Warning,
        "The reason code of a VIP response must be examined",
        "{0}: VIP answers failures as ordinary responses, so they count as success here; {1}",
        "VIP tells a failure (wrong security code, locked credential, unknown token, service unavailable) in the reason code of an ordinary response: no exception is thrown and the HTTP status need not tell. Where the code is not compared with 0000, every failure is taken for success, and the content that only a success has is missing.");
}
