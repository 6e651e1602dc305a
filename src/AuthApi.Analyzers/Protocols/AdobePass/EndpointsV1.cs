using static AuthApi.Analyzers.Protocols.AdobePass.Parameters;

namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>
/// The clientless REST API V1, out of support since 2025-12-31. Sources are files of
/// <c>rest-api-v1/apis/</c> in AdobeDocs/pass.en; the successors come from the migration tables of the V2 FAQ,
/// corrected by the V2 API pages where the two differ (logout).
/// </summary>
internal static class EndpointsV1
{
    private const string Sessions = "POST /api/v2/{serviceProvider}/sessions";
    private const string Profiles = "GET /api/v2/{serviceProvider}/profiles";
    private const string Authorize = "POST /api/v2/{serviceProvider}/decisions/authorize/{mvpd}";
    private const string Preauthorize = "POST /api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}";

    private static readonly Parameter[] OldIdentity = [Deprecated("deviceUser"), Deprecated("appId")];

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new(AdobePassApi.V1, "registration code", HttpVerb.Post, "reggie/v1/{requestor}/regcode", Caller.Device)
        {
            Parameters = [.. InQueryOrForm([Mandatory("deviceId"), Optional("mvpd"), Optional("ttl"), Deprecated("deviceType"), .. OldIdentity])],
            Success = [201], Errors = [400],
            Authorization = AuthorizationNeed.Required, DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = [Sessions], Source = "registration-code-request.md",
        },
        new(AdobePassApi.V1, "registration record", HttpVerb.Get, "reggie/v1/{requestor}/regcode/{code}", Caller.Device)
        {
            Parameters = [Optional("format")],
            Successors = ["GET /api/v2/{serviceProvider}/sessions/{code}"], Source = "return-registration-record.md",
        },
        new(AdobePassApi.V1, "deletion of a registration record", HttpVerb.Delete, "reggie/v1/{requestor}/regcode/{code}", Caller.Device)
        {
            Success = [204], Source = "delete-registration-record.md",
        },
        new(AdobePassApi.V1, "MVPD list", HttpVerb.Get, "api/v1/config/{requestor}", Caller.Browser)
        {
            Parameters = [Deprecated("deviceType")], Authorization = AuthorizationNeed.NotSent,
            Successors = ["GET /api/v2/{serviceProvider}/configuration"], Source = "provide-mvpd-list.md",
        },
        // A browser navigation that ends at the MVPD. The throttle names only paths below it.
        new(AdobePassApi.V1, "authentication", HttpVerb.Get, "api/v1/authenticate", Caller.Browser)
        {
            Parameters =
            [
                Mandatory("requestor_id"), Mandatory("mso_id"), Mandatory("reg_code"), Mandatory("domain_name"),
                Mandatory("noflash", "true"), Mandatory("no_iframe", "true"), Mandatory("redirect_url"), Optional("generic_data"),
            ],
            Success = [302], Errors = [400], Authorization = AuthorizationNeed.NotSent, IsThrottled = false,
            Successors = ["GET /api/v2/authenticate/{serviceProvider}/{code}"], Source = "initiate-authentication.md",
        },
        // The way to Temp Pass in V2 leads through sessions and decisions with AP-TempPass-Identity; no page maps call to call.
        new(AdobePassApi.V1, "free preview", HttpVerb.Post, "api/v1/authenticate/freepreview", Caller.Device)
        {
            Parameters =
            [
                .. InQueryOrForm(
                    [Mandatory("requestor_id"), Mandatory("deviceId"), Mandatory("mso_id"), Mandatory("domain_name"),
                    Optional("deviceType"), Optional("generic_data"), .. OldIdentity]),
            ],
            Success = [204], Errors = [400],
            Authorization = AuthorizationNeed.Required, DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = [Sessions, Authorize], Source = "free-preview-for-temp-pass-and-promotional-temp-pass.md",
        },
        new(AdobePassApi.V1, "authentication check", HttpVerb.Get, "api/v1/checkauthn", Caller.Device)
        {
            Parameters = [MandatoryButOmitted("requestor"), Mandatory("deviceId"), Optional("deviceType"), .. OldIdentity],
            NormalAnswers = [403], DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = [Profiles], Source = "check-authentication-token.md",
        },
        new(AdobePassApi.V1, "authentication check of the second screen", HttpVerb.Get, "api/v1/checkauthn/{code}", Caller.Browser)
        {
            Parameters = [Mandatory("requestor")],
            NormalAnswers = [403], Authorization = AuthorizationNeed.NotSent,
            Successors = ["GET /api/v2/{serviceProvider}/profiles/code/{code}"],
            Source = "check-authentication-flow-by-second-screen-web-app.md",
        },
        new(AdobePassApi.V1, "authentication token", HttpVerb.Get, "api/v1/tokens/authn", Caller.Device)
        {
            Parameters = [Mandatory("requestor"), Mandatory("deviceId"), Optional("deviceType"), .. OldIdentity],
            NormalAnswers = [404, 410], DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = [Profiles], Source = "retrieve-authentication-token.md",
        },
        new(AdobePassApi.V1, "token exchange", HttpVerb.Post, "api/v1/tokens/authn", Caller.Device)
        {
            Parameters =
            [
                .. InQueryOrForm(
                    [Mandatory("requestor"), Mandatory("deviceId"), Mandatory("mvpd"), Mandatory("deviceType", "iOS", "tvOS"),
                    Mandatory("SAMLResponse"), .. OldIdentity]),
            ],
            Success = [204], Errors = [400], Authorization = AuthorizationNeed.Required,
            Successors = ["POST /api/v2/{serviceProvider}/profiles/sso/{partner}"], Source = "token-exchange.md",
        },
        new(AdobePassApi.V1, "profile request", HttpVerb.Get, "api/v1/{requestor}/profile-requests/{mvpd}", Caller.Device)
        {
            Parameters = [Mandatory("deviceType", "iOS", "tvOS")], Errors = [400],
            Successors = ["POST /api/v2/{serviceProvider}/sessions/sso/{partner}"], Source = "retrieve-profilerequest.md",
        },
        new(AdobePassApi.V1, "authorization", HttpVerb.Get, "api/v1/authorize", Caller.Device)
        {
            Parameters =
            [
                Mandatory("requestor"), Mandatory("deviceId"), Mandatory("resource"),
                Optional("generic_data"), Optional("deviceType"), .. OldIdentity,
            ],
            NormalAnswers = [403], DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = [Authorize], Source = "initiate-authorization.md",
        },
        new(AdobePassApi.V1, "authorization token", HttpVerb.Get, "api/v1/tokens/authz", Caller.Device)
        {
            Parameters = [Mandatory("requestor"), Mandatory("deviceId"), Mandatory("resource"), Optional("deviceType"), .. OldIdentity],
            NormalAnswers = [404, 410, 412], DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = [Authorize], Source = "retrieve-authorization-token.md",
        },
        new(AdobePassApi.V1, "media token", HttpVerb.Get, "api/v1/mediatoken", Caller.Device)
        {
            Parameters = [MandatoryButOmitted("requestor"), Mandatory("deviceId"), Mandatory("resource"), Optional("deviceType"), .. OldIdentity],
            NormalAnswers = [403], DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = [Authorize], Source = "obtain-short-media-token.md",
        },
        new(AdobePassApi.V1, "media token", HttpVerb.Get, "api/v1/tokens/media", Caller.Device)
        {
            Parameters = [MandatoryButOmitted("requestor"), Mandatory("deviceId"), Mandatory("resource"), Optional("deviceType"), .. OldIdentity],
            NormalAnswers = [403], DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = [Authorize], Source = "obtain-short-media-token.md",
        },
        new(AdobePassApi.V1, "preauthorization", HttpVerb.Get, "api/v1/preauthorize", Caller.Device)
        {
            Parameters = [Mandatory("requestor"), Mandatory("deviceId"), Mandatory("resource"), Optional("deviceType"), .. OldIdentity],
            NormalAnswers = [412], Errors = [400, 401, 405, 500], DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = [Preauthorize], Source = "retrieve-list-of-preauthorized-resources.md",
        },
        new(AdobePassApi.V1, "preauthorization of the second screen", HttpVerb.Get, "api/v1/preauthorize/{code}", Caller.Browser)
        {
            Parameters = [Mandatory("requestor"), Mandatory("resource")],
            NormalAnswers = [412], Errors = [400, 401, 405, 500], Authorization = AuthorizationNeed.NotSent,
            Successors = [Preauthorize], Source = "retrieve-list-of-preauthorized-resources-by-second-screen-web-app.md",
        },
        new(AdobePassApi.V1, "logout", HttpVerb.Delete, "api/v1/logout", Caller.Device)
        {
            Parameters = [Listed("requestor"), Mandatory("deviceId"), Optional("deviceType"), .. OldIdentity],
            Success = [204], DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = ["GET /api/v2/{serviceProvider}/logout/{mvpd}"], Source = "initiate-logout.md",
        },
        new(AdobePassApi.V1, "user metadata", HttpVerb.Get, "api/v1/tokens/usermetadata", Caller.Device)
        {
            Parameters = [Listed("requestor"), Mandatory("deviceId"), Optional("deviceType"), .. OldIdentity],
            NormalAnswers = [404, 412], DeviceInfo = DeviceInfoNeed.HeaderOrParameter,
            Successors = [Profiles], Source = "user-metadata.md",
        },
        // Named in the throttle's list and nowhere else.
        new(AdobePassApi.V1, "identities", HttpVerb.Get, "api/v1/identities", Caller.Device)
        {
            IsDocumented = false, Authorization = AuthorizationNeed.Unknown, Source = "throttling-mechanism.md",
        },
        // Polled by public clients: 404 until the code is linked.
        new(AdobePassApi.V1, "authentication by code", HttpVerb.Get, "api/v1/authenticate/{code}", Caller.Device)
        {
            IsDocumented = false, Parameters = [Listed("requestor")],
            NormalAnswers = [404], Authorization = AuthorizationNeed.Unknown, Source = "client code",
        },
        new(AdobePassApi.V1, "requestor configuration", HttpVerb.Get, "adobe-services/config/{requestor}", Caller.Browser)
        {
            Authorization = AuthorizationNeed.NotSent, Source = "monitoring-adobe-pay-tv-pass.md",
        },
    ];
}
