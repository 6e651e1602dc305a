using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers;

internal static partial class Descriptors
{
    /// <summary>Arguments: verb and path of the endpoint, what sends the request, what to send.</summary>
    public static readonly DiagnosticDescriptor MissingAuthorization = Create(
        DiagnosticIds.MissingAuthorization,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "A POST to Adobe Pass carries an Authorization header",
        "'{0}' is sent by '{1}' without an Authorization header: Adobe Pass answers \"Not authorized\". {2}",
        "Registration codes, free previews, token exchanges (V1), sessions, decisions and partner single sign-on (V2) are only answered when the POST carries Authorization: the signed header or a DCR bearer token. Nothing in this compilation adds it to this request before it is sent.");

    public static readonly DiagnosticDescriptor RequestTimeNotMilliseconds = Create(
        DiagnosticIds.RequestTimeNotMilliseconds,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "The request time of a signed header must be in milliseconds since 1970 UTC",
        "The request time '{0}' {1}; Adobe Pass answers \"Not Authorized\" unless it is a whole number of milliseconds since 1970-01-01 UTC, as of DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()",
        "The signed Authorization header of the clientless API holds request_time, a whole number of milliseconds since 1970-01-01 UTC. Adobe's error code page names a request time that is not in milliseconds as a cause of \"Not Authorized\".");

    /// <summary>Arguments: the call, what comes of it and the remedy.</summary>
    public static readonly DiagnosticDescriptor RejectedAuthorizationValue = Create(
        DiagnosticIds.RejectedAuthorizationValue,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "An Authorization value for Adobe Pass is written as .NET accepts and sends it",
        "'{0}' {1}",
        "The header classes of .NET check an Authorization value against the grammar of RFC 9110, which the signed header of the clientless API breaks: Add, Parse and the constructors throw FormatException. Other values pass the check and are sent in another form than was meant: the scheme twice, the token as scheme, the scheme alone.");

    /// <summary>Arguments: the user's code, what it does.</summary>
    public static readonly DiagnosticDescriptor InvalidRequestSignature = Create(
        DiagnosticIds.InvalidRequestSignature,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "The signature of a signed header must be the Base64 text of its HMAC-SHA1",
        "'{0}' {1} and the signature never matches: Adobe Pass answers \"Not Authorized\". Send Convert.ToBase64String of the HMACSHA1, keyed with the secret, of the text up to request_uri, both as UTF-8",
        "The signature of the clientless API is the Base64 text of the HMAC-SHA1 of the header from its verb to the value of request_uri, with the characters of the secret key as key. CA5350 objects to SHA-1; the protocol leaves no choice.");

    /// <summary>Arguments: what is wrong, why and what Adobe Pass answers, the remedy.</summary>
    public static readonly DiagnosticDescriptor WrongEndpoint = Create(
        DiagnosticIds.WrongEndpoint,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "A request to Adobe Pass must name a documented endpoint",
        "'{0}' {1}: {2}",
        "Adobe Pass answers a documented set of verbs, paths and parameter names, over https only. A path that is one letter off or lost a segment when it was joined with a base address, another verb, or a parameter under the name that another endpoint has for it is answered 404, 405 or 400.");

    /// <summary>Arguments: the condition, what it misses, the remedy.</summary>
    public static readonly DiagnosticDescriptor MisreadStatus = Create(
        DiagnosticIds.MisreadStatus,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "The success of a call to Adobe Pass must be recognized",
        "'{0}' {1}: {2}",
        "Calls that create something are answered 201, calls without content 204. A comparison with 200 takes these successes for failures.");

    /// <summary>Arguments: the helper or condition, what it makes of which answer, the remedy.</summary>
    public static readonly DiagnosticDescriptor MisreadStatusAdvice = Create(
        DiagnosticIds.MisreadStatus,
        AdobePassCategory,
        DiagnosticSeverity.Info,
        "An ordinary answer of Adobe Pass should not become an exception",
        "'{0}' {1}: {2}",
        "REST API V1 answers 403, 404, 410 or 412 when the user is not logged in, a token has expired or a resource is denied. A helper that throws on every status but success turns these ordinary answers into exceptions.");

    /// <summary>Arguments: the parameter, what is wrong and what Adobe Pass answers, the remedy.</summary>
    public static readonly DiagnosticDescriptor InvalidRequestParameter = Create(
        DiagnosticIds.InvalidRequestParameter,
        AdobePassCategory,
        DiagnosticSeverity.Warning,
        "A request to Adobe Pass must have its mandatory parameters, in range and in the documented form",
        "'{0}' {1}: {2}",
        "Adobe Pass answers 400 when a mandatory parameter is absent, when the lifetime of a registration code is above 36000 seconds, when the redirect address of an authentication is not encoded or not the last parameter, and when client registration gets a body in the wrong format.");

    /// <summary>Arguments as of <see cref="InvalidRequestParameter"/>; for a limit that can be raised by agreement.</summary>
    public static readonly DiagnosticDescriptor TooManyResources = Create(
        DiagnosticIds.InvalidRequestParameter,
        AdobePassCategory,
        DiagnosticSeverity.Info,
        "A preauthorization should ask for five resources at most",
        "'{0}' {1}: {2}",
        "One preauthorize call may ask for five resources unless Adobe has agreed to more; others are answered 403 with the code too_many_resources.");

    /// <summary>Arguments: the endpoint, its successor.</summary>
    public static readonly DiagnosticDescriptor RetiringApi = Create(
        DiagnosticIds.RetiringApi,
        AdobePassCategory,
        DiagnosticSeverity.Info,
        "REST API V1 of Adobe Pass is at the end of its life",
        "'{0}' belongs to REST API V1, which has been out of support since " + Limits.V1EndOfSupport + " and will stop answering (" + Limits.V1EndOfLife + "): {1}",
        "Adobe ended support of the clientless REST API V1 on 2025-12-31 and announced the end of its life for the end of 2026, the date not being final. An application moves to V2 as a whole: paths, headers, bodies, status codes and the software statement all change, so there is no automatic fix.");
}
