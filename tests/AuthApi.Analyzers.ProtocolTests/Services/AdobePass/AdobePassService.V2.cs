using System.Text.Json;

namespace AuthApi.Analyzers.ProtocolTests.Services.AdobePass;

/// <summary>
/// REST API V2: every call but the browser's carries a bearer; "not logged in" and "denied" are status 200 with an empty map
/// or <c>authorized: false</c>. Source: the page of each endpoint in the V2 reference.
/// Full names of the <c>invalid_…</c> codes are cut in our source, so their endings are ours.
/// </summary>
internal sealed partial class AdobePassService
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string JsonType = "application/json";

    private IEnumerable<ServiceEndpoint> EndpointsV2() =>
    [
        // X-Device-Info is optional here since release 3.4.0.
        new("GET", "/api/v2/{sp}/configuration", CallV2(ConfigurationV2, identifier: true)),
        new("POST", "/api/v2/{sp}/sessions", CallV2(CreateSession, identifier: true, device: true, FormType)),
        new("POST", "/api/v2/{sp}/sessions/{code}", CallV2(GetSession, mediaType: FormType)),
        new("GET", "/api/v2/{sp}/sessions/{code}", CallV2(GetSession)),
        new("GET", "/api/v2/authenticate/{sp}/{code}", AuthenticateV2),
        new("GET", "/api/v2/{sp}/profiles", CallV2(Profiles, identifier: true, device: true)),
        new("GET", "/api/v2/{sp}/profiles/{mvpd}", CallV2(Profiles, identifier: true, device: true)),
        new("GET", "/api/v2/{sp}/profiles/code/{code}", CallV2(ProfileOfCode)),
        new("POST", "/api/v2/{sp}/decisions/preauthorize/{mvpd}", CallV2(request => Decide(request, MaximumResources), true, true, JsonType)),
        new("POST", "/api/v2/{sp}/decisions/authorize/{mvpd}", CallV2(request => Decide(request, int.MaxValue), true, true, JsonType)),
        new("GET", "/api/v2/{sp}/logout/{mvpd}", CallV2(LogOutV2, identifier: true, device: true)),
        new("POST", "/api/v2/{sp}/sessions/sso/{partner}", CallV2(Partner(200, CreateSession), true, true, FormType)),
        new("POST", "/api/v2/{sp}/profiles/sso/{partner}", CallV2(Partner(201, Profiles), true, true, FormType)),
    ];

    private Func<ServiceRequest, ServiceAnswer> CallV2(
        Func<ServiceRequest, ServiceAnswer> answer, bool identifier = false, bool device = false, string? mediaType = null) => request =>
        Refusal(request, required: true, signedForm: false)
        ?? (identifier && !DeviceInformation.IsDeviceIdentifier(request.Header("AP-Device-Identifier") ?? "")
            ? Error(400, "invalid_header_device_identifier") : null)
        ?? (InvalidDeviceInformation(request, device) ? Error(400, "invalid_header_device_info") : null)
        ?? (mediaType is not null && request.MediaType != mediaType ? Error(400, "invalid_header_content_type") : null)
        ?? answer(request);

    private static bool InvalidDeviceInformation(ServiceRequest request, bool required) =>
        request.Header("X-Device-Info") is { } information ? !DeviceInformation.IsValidV2(information) : required;

    private static ServiceAnswer ConfigurationV2(ServiceRequest request) =>
        Json(200, new { requestor = new { id = request.Route("sp"), mvpds = new Dictionary<string, object> { [DemoMvpd] = new { id = DemoMvpd } } } });

    private ServiceAnswer CreateSession(ServiceRequest request)
    {
        var code = CreateCode(request.Route("sp"), request.Header("AP-Device-Identifier")!, DefaultCodeLifetime);
        var missing = new[] { "mvpd", "domainName", "redirectUrl" }.Where(name => request.Parameter(name) is null).ToArray();
        return Session(code, missing);
    }

    /// <summary>Reads or resumes a session: known for one service provider in one environment, as in V1.</summary>
    private ServiceAnswer GetSession(ServiceRequest request) =>
        FindCode(request.Route("code"), request.Route("sp")) is { } code ? Session(code, []) : Error(400, "invalid_parameter_code");

    private ServiceAnswer Session(RegistrationCode code, string[] missing) => Json(200, new
    {
        actionName = missing.Length == 0 ? "authenticate" : "resume",
        missingParameters = missing,
        url = $"/api/v2/authenticate/{code.Requestor}/{code.Text}",
        code = code.Text,
        sessionId = code.Id,
        serviceProvider = code.Requestor,
        notBefore = Milliseconds(code.Generated),
        notAfter = Milliseconds(code.Expires),
    });

    /// <summary>The browser's step: no Authorization.</summary>
    private ServiceAnswer AuthenticateV2(ServiceRequest request)
    {
        if (FindCode(request.Route("code"), request.Route("sp")) is not { } code)
            return Error(400, "invalid_parameter_code");
        if (UserLogsInAtOnce)
            LogIn(code.Text);
        return new ServiceAnswer(302) { Location = "/mvpd/login" };
    }

    private ServiceAnswer Profiles(ServiceRequest request) =>
        ProfileMap(FindAuthentication(request.Route("sp"), request.Header("AP-Device-Identifier")!), request.Route("mvpd"));

    private ServiceAnswer ProfileOfCode(ServiceRequest request) => ProfileMap(
        FindCode(request.Route("code"), request.Route("sp")) is { } code ? FindAuthentication(code.Requestor, code.Device) : null, "");

    private ServiceAnswer ProfileMap(Authentication? authentication, string mvpd)
    {
        var profiles = new Dictionary<string, object>();
        if (authentication is not null && (mvpd.Length == 0 || mvpd == authentication.Mvpd))
            profiles[authentication.Mvpd] = new { notAfter = Milliseconds(authentication.Expires), issuer = authentication.Mvpd, type = "regular" };
        return Json(200, new { profiles });
    }

    private ServiceAnswer Decide(ServiceRequest request, int maximum)
    {
        if (Resources(request.Body) is not { } resources)
            return Error(400, "invalid_request");
        if (resources.Length > maximum)
            return Error(403, "too_many_resources");
        var authenticated = FindAuthentication(request.Route("sp"), request.Header("AP-Device-Identifier")!) is not null;
        return Json(200, new
        {
            decisions = resources.Select(resource => new
            {
                resource,
                serviceProvider = request.Route("sp"),
                mvpd = request.Route("mvpd"),
                authorized = authenticated && !DeniedResources.Contains(resource),
            }),
        });
    }

    private static string[]? Resources(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.GetProperty("resources").EnumerateArray().Select(resource => resource.GetString()!).ToArray();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private ServiceAnswer LogOutV2(ServiceRequest request)
    {
        if (MissingParameter(request, "redirectUrl") is { } missing)
            return missing;
        _authentications.Remove((request.Route("sp"), request.Header("AP-Device-Identifier")!));
        return Json(200, new { logouts = new Dictionary<string, object> { [request.Route("mvpd")] = new { actionName = "complete" } } });
    }

    private static Func<ServiceRequest, ServiceAnswer> Partner(int status, Func<ServiceRequest, ServiceAnswer> answer) => request =>
        request.Header("AP-Partner-Framework-Status") is null
            ? Error(400, "invalid_header_partner_framework_status")
            : answer(request) with { Status = status };
}
