using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers;

internal static partial class Descriptors
{
    /// <summary>Arguments: later host, its environment, first host, its environment.</summary>
    public static readonly DiagnosticDescriptor MixedVipEnvironments = Create(
        DiagnosticIds.MixedVipEnvironments,
        VipCategory,
        DiagnosticSeverity.Warning,
        "One flow of VIP stays on the pilot or on the production side",
        "'{0}' is {1} and '{2}', used in the same flow, is {3}: a credential of one side is unknown on the other, and VIP answers 4e03. Use the hosts of one side, or choose between them by configuration.",
        "Pilot and production of VIP do not share credentials or users. A call that goes to the other side does not find what the calls before it made.");
}
