using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers;

internal static partial class Descriptors
{
    /// <summary>Arguments: later host, its environment, first host, its environment.</summary>
    public static readonly DiagnosticDescriptor MixedEnvironments = Create(
        DiagnosticIds.MixedEnvironments,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "One flow of Adobe Pass stays in one environment and with one requestor",
        "'{0}' is {1} and '{2}', used in the same flow, is {3}: a registration code exists only in the environment it was made in, so Adobe Pass answers 400 (\"SC 400\"). Use the hosts of one environment, or choose between them by configuration.",
        "A registration code, and the tokens of a device, exist for one requestor in one environment. A call of the same flow that goes to the other environment, or names another requestor, finds nothing.");

    /// <summary>Arguments: later requestor, the same again, first requestor, the same again.</summary>
    public static readonly DiagnosticDescriptor MixedRequestors = Create(
        DiagnosticIds.MixedEnvironments,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "One flow of Adobe Pass stays in one environment and with one requestor",
        "The requestor here is '{0}', and '{2}' in an earlier call about the same code or device: a registration code exists only for the requestor that it was made for, so Adobe Pass answers 400 (\"SC 400\"). Name one requestor in all of them.",
        "A registration code, and the tokens of a device, exist for one requestor in one environment. A call of the same flow that goes to the other environment, or names another requestor, finds nothing.");

    /// <summary>Arguments: verb and path of the endpoint, how it is repeated, seconds to wait.</summary>
    public static readonly DiagnosticDescriptor TightPolling = Create(
        DiagnosticIds.TightPolling,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "Requests to Adobe Pass are repeated no faster than it allows",
        "'{0}' is repeated {1}: Adobe Pass lets one request per second and device through and answers the others 429 or 403. Wait {2} s between the requests.",
        "Adobe Pass lets one request per second and device through, after a burst of ten at first contact. What comes faster is answered 429, on older paths 403, which a polling loop takes for 'not logged in yet'.");

    /// <summary>Arguments: header or parameter, what is wrong with its value and what to send.</summary>
    public static readonly DiagnosticDescriptor InvalidDeviceInfo = Create(
        DiagnosticIds.InvalidDeviceInfo,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "Device information is sent in the form that Adobe Pass reads",
        "The value of '{0}' {1}",
        "X-Device-Info holds JSON as Base64, on V1 with percent-encoding around it and on V2 without; AP-Device-Identifier holds the word fingerprint, a blank and the Base64 of the device id. Anything else is answered 400.");
}
