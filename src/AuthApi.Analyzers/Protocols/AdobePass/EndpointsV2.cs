using static AuthApi.Analyzers.Protocols.AdobePass.Parameters;

namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>
/// The REST API V2. "Not logged in" and "denied" are a 200 with an empty map or <c>authorized: false</c>, so no call has normal answers
/// outside its success. Sources are folders of <c>rest-api-v2/apis/</c> in AdobeDocs/pass.en.
/// </summary>
internal static class EndpointsV2
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string JsonType = "application/json";

    private static readonly Parameter[] SessionForm = [.. InForm(Listed("mvpd"), Listed("domainName"), Listed("redirectUrl"))];
    private static readonly Parameter[] Resources = [.. InJson(Mandatory("resources"))];

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        // The device headers are optional since release 3.4.0.
        new(AdobePassApi.V2, "configuration", HttpVerb.Get, "api/v2/{serviceProvider}/configuration", Caller.Device)
        {
            Errors = [400, 401, 405, 500], DeviceInfo = DeviceInfoNeed.Optional, Source = "configuration-apis",
        },
        new(AdobePassApi.V2, "session", HttpVerb.Post, "api/v2/{serviceProvider}/sessions", Caller.Device)
        {
            Parameters = SessionForm, ContentType = FormType, Errors = [400, 401, 405, 500],
            Authorization = AuthorizationNeed.Required, DeviceInfo = DeviceInfoNeed.Header, NeedsDeviceIdentifier = true, Source = "sessions-apis",
        },
        new(AdobePassApi.V2, "resumed session", HttpVerb.Post, "api/v2/{serviceProvider}/sessions/{code}", Caller.Device)
        {
            Parameters = SessionForm, ContentType = FormType, Errors = [400, 401, 405, 500],
            Authorization = AuthorizationNeed.Required, Source = "sessions-apis",
        },
        new(AdobePassApi.V2, "session state", HttpVerb.Get, "api/v2/{serviceProvider}/sessions/{code}", Caller.Device)
        {
            Errors = [400, 401, 405, 500], Source = "sessions-apis",
        },
        new(AdobePassApi.V2, "authentication", HttpVerb.Get, "api/v2/authenticate/{serviceProvider}/{code}", Caller.Browser)
        {
            Success = [302], Errors = [400, 405, 500], Authorization = AuthorizationNeed.NotSent, Source = "sessions-apis",
        },
        new(AdobePassApi.V2, "profiles", HttpVerb.Get, "api/v2/{serviceProvider}/profiles", Caller.Device)
        {
            Errors = [400, 401, 405, 500], DeviceInfo = DeviceInfoNeed.Header, NeedsDeviceIdentifier = true, Source = "profiles-apis",
        },
        new(AdobePassApi.V2, "profile of an MVPD", HttpVerb.Get, "api/v2/{serviceProvider}/profiles/{mvpd}", Caller.Device)
        {
            Errors = [400, 401, 403, 405, 500], DeviceInfo = DeviceInfoNeed.Header, NeedsDeviceIdentifier = true, Source = "profiles-apis",
        },
        new(AdobePassApi.V2, "profile of a code", HttpVerb.Get, "api/v2/{serviceProvider}/profiles/code/{code}", Caller.Device)
        {
            Errors = [400, 401, 403, 405, 500], Source = "profiles-apis",
        },
        new(AdobePassApi.V2, "preauthorization decisions", HttpVerb.Post, "api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}", Caller.Device)
        {
            Parameters = Resources, ContentType = JsonType, Errors = [400, 401, 405, 500],
            Authorization = AuthorizationNeed.Required, DeviceInfo = DeviceInfoNeed.Header, NeedsDeviceIdentifier = true, Source = "decisions-apis",
        },
        new(AdobePassApi.V2, "authorization decision", HttpVerb.Post, "api/v2/{serviceProvider}/decisions/authorize/{mvpd}", Caller.Device)
        {
            Parameters = Resources, ContentType = JsonType, Errors = [400, 401, 405, 500],
            Authorization = AuthorizationNeed.Required, DeviceInfo = DeviceInfoNeed.Header, NeedsDeviceIdentifier = true, Source = "decisions-apis",
        },
        new(AdobePassApi.V2, "logout", HttpVerb.Get, "api/v2/{serviceProvider}/logout/{mvpd}", Caller.Device)
        {
            Parameters = [Listed("redirectUrl")], Errors = [400, 401, 405, 500],
            DeviceInfo = DeviceInfoNeed.Header, NeedsDeviceIdentifier = true, Source = "logout-apis",
        },
        new(AdobePassApi.V2, "partner single sign-on session", HttpVerb.Post, "api/v2/{serviceProvider}/sessions/sso/{partner}", Caller.Device)
        {
            ContentType = FormType, Errors = [400, 401, 405, 500],
            Authorization = AuthorizationNeed.Required, DeviceInfo = DeviceInfoNeed.Header, NeedsDeviceIdentifier = true,
            Source = "partner-single-sign-on-apis",
        },
        new(AdobePassApi.V2, "partner single sign-on profile", HttpVerb.Post, "api/v2/{serviceProvider}/profiles/sso/{partner}", Caller.Device)
        {
            ContentType = FormType, Success = [201], Errors = [400, 401, 405, 500],
            Authorization = AuthorizationNeed.Required, DeviceInfo = DeviceInfoNeed.Header, NeedsDeviceIdentifier = true,
            Source = "partner-single-sign-on-apis",
        },
    ];
}
