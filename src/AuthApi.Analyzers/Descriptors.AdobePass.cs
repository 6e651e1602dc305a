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
}
