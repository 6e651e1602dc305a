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
}
