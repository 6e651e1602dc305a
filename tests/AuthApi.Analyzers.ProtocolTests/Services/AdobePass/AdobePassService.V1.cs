using System.Globalization;
using System.Text;

namespace AuthApi.Analyzers.ProtocolTests.Services.AdobePass;

/// <summary>
/// REST API V1, a line per documented endpoint. "Not logged in", "expired" and "denied" are error statuses here:
/// 403, 404, 410, 412. Source: the page of each endpoint in the clientless API reference.
/// </summary>
internal sealed partial class AdobePassService
{
    /// <summary>Ceiling of one preauthorize call when nothing else was agreed.</summary>
    private const int MaximumResources = 5;

    private IEnumerable<ServiceEndpoint> EndpointsV1() =>
    [
        new("POST", "/reggie/v1/{requestor}/regcode", DeviceCall(CreateRegistrationCode, authorization: true, "deviceId")),
        new("GET", "/reggie/v1/{requestor}/regcode/{code}", PlainCall(GetRegistrationCode)),
        new("DELETE", "/reggie/v1/{requestor}/regcode/{code}", PlainCall(DeleteRegistrationCode)),
        new("GET", "/api/v1/config/{requestor}", PlainCall(Configuration)),
        new("GET", "/adobe-services/config/{requestor}", PlainCall(Configuration)),
        new("GET", "/api/v1/authenticate", PlainCall(
            Authenticate, "requestor_id", "mso_id", "reg_code", "domain_name", "noflash", "no_iframe", "redirect_url")),
        new("POST", "/api/v1/authenticate/freepreview", DeviceCall(
            FreePreview, authorization: true, "requestor_id", "deviceId", "mso_id", "domain_name")),
        new("GET", "/api/v1/checkauthn", DeviceCall(CheckAuthentication, authorization: false, "requestor", "deviceId")),
        new("GET", "/api/v1/checkauthn/{code}", PlainCall(CheckAuthenticationOfCode, "requestor")),
        new("GET", "/api/v1/tokens/authn", DeviceCall(AuthenticationToken, authorization: false, "requestor", "deviceId")),
        new("POST", "/api/v1/tokens/authn", ExchangeToken),
        new("GET", "/api/v1/{requestor}/profile-requests/{mvpd}", PlainCall(ProfileRequest, "deviceType")),
        new("GET", "/api/v1/authorize", DeviceCall(Authorize, authorization: false, "requestor", "deviceId", "resource")),
        new("GET", "/api/v1/tokens/authz", DeviceCall(AuthorizationToken, authorization: false, "requestor", "deviceId", "resource")),
        new("GET", "/api/v1/mediatoken", DeviceCall(MediaToken, authorization: false, "requestor", "deviceId", "resource")),
        new("GET", "/api/v1/tokens/media", DeviceCall(MediaToken, authorization: false, "requestor", "deviceId", "resource")),
        new("GET", "/api/v1/preauthorize", DeviceCall(Preauthorize, authorization: false, "requestor", "deviceId", "resource")),
        new("GET", "/api/v1/preauthorize/{code}", PlainCall(PreauthorizeCode, "requestor", "resource")),
        new("DELETE", "/api/v1/logout", DeviceCall(LogOut, authorization: false, "deviceId")),
        new("GET", "/api/v1/tokens/usermetadata", DeviceCall(UserMetadata, authorization: false, "deviceId")),
        new("GET", "/mvpd/login", _ => new ServiceAnswer(200, "<html><body>Log in</body></html>", "text/html")),
    ];

    /// <summary>A call of a device: device information is mandatory, in the header or as a parameter.</summary>
    private Func<ServiceRequest, ServiceAnswer> DeviceCall(
        Func<ServiceRequest, ServiceAnswer> answer, bool authorization, params string[] mandatory) => request =>
        Refusal(request, authorization)
        ?? MissingParameter(request, mandatory)
        ?? DeviceInformationError(request)
        ?? answer(request);

    /// <summary>A call of a browser or of Adobe's own side: no device information; a header is checked if it is there.</summary>
    private Func<ServiceRequest, ServiceAnswer> PlainCall(Func<ServiceRequest, ServiceAnswer> answer, params string[] mandatory) => request =>
        Refusal(request, required: false) ?? MissingParameter(request, mandatory) ?? answer(request);

    private static ServiceAnswer? DeviceInformationError(ServiceRequest request) =>
        (request.Header("X-Device-Info") ?? request.Parameter("device_info")) is not { } information
            ? Error(400, "Required parameter 'device_info' is not present")
            : DeviceInformation.IsValidV1(information) ? null : Error(400, "invalid_device_info");

    private ServiceAnswer CreateRegistrationCode(ServiceRequest request)
    {
        var lifetime = DefaultCodeLifetime;
        if (request.Parameter("ttl") is { } ttl)
        {
            if (!int.TryParse(ttl, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > MaximumTtlSeconds)
                return Error(400, $"ttl must be a number of seconds, at most {MaximumTtlSeconds}");
            lifetime = TimeSpan.FromSeconds(seconds);
        }

        return Record(201, CreateCode(request.Route("requestor"), request.Parameter("deviceId")!, lifetime));
    }

    private ServiceAnswer GetRegistrationCode(ServiceRequest request) =>
        FindCode(request.Route("code"), request.Route("requestor")) is { } code ? Record(200, code) : Error(404, "Not found");

    private ServiceAnswer DeleteRegistrationCode(ServiceRequest request)
    {
        if (FindCode(request.Route("code"), request.Route("requestor")) is not { } code)
            return Error(404, "Not found");
        _codes.Remove(code.Text);
        return new ServiceAnswer(204);
    }

    /// <summary><c>generated</c> and <c>expires</c> are numbers here, milliseconds since 1970; in tokens they are text.</summary>
    private ServiceAnswer Record(int status, RegistrationCode code) => Json(status, new
    {
        id = code.Id,
        code = code.Text,
        requestor = code.Requestor,
        generated = Milliseconds(code.Generated),
        expires = Milliseconds(code.Expires),
        info = new { deviceId = Convert.ToBase64String(Encoding.UTF8.GetBytes(code.Device)), authorizationType = "OAUTH2" },
    });

    private static ServiceAnswer Configuration(ServiceRequest request) =>
        Json(200, new { requestor = new { id = request.Route("requestor"), mvpds = new[] { new { id = DemoMvpd } } } });

    private ServiceAnswer Authenticate(ServiceRequest request)
    {
        // redirect_url comes last and is percent-encoded: a raw "://" or a parameter behind it makes the URL malformed.
        var (name, value) = request.RawQuery.Split('&')[^1].Split('=', 2) is [var n, var v] ? (n.TrimStart('?'), v) : ("", "");
        if (name != "redirect_url" || value.AsSpan().IndexOfAny(":/?=") >= 0)
            return Error(400, "Bad Request");

        if (FindCode(request.Parameter("reg_code"), request.Parameter("requestor_id")!) is not { } code)
            return Error(400, "SC 400");
        if (UserLogsInAtOnce)
            LogIn(code.Text);
        return new ServiceAnswer(302) { Location = "/mvpd/login" };
    }

    private ServiceAnswer FreePreview(ServiceRequest request)
    {
        LogIn(request.Parameter("requestor_id")!, request.Parameter("deviceId")!);
        return new ServiceAnswer(204);
    }

    private ServiceAnswer CheckAuthentication(ServiceRequest request) =>
        Authenticated(request) is null ? Error(403, "Forbidden") : Json(200, new { status = 200, message = "Success" });

    private ServiceAnswer CheckAuthenticationOfCode(ServiceRequest request) =>
        FindCode(request.Route("code"), request.Parameter("requestor")!) is { } code
        && FindAuthentication(code.Requestor, code.Device) is not null
            ? Json(200, new { status = 200, message = "Success" })
            : Error(403, "Forbidden");

    private ServiceAnswer AuthenticationToken(ServiceRequest request)
    {
        var key = (request.Parameter("requestor")!, request.Parameter("deviceId")!);
        if (!_authentications.TryGetValue(key, out var authentication))
            return Error(404, "Not found");
        return authentication.Expires <= Clock.GetUtcNow()
            ? Error(410, "Gone")
            : Json(200, new { requestor = key.Item1, mvpd = authentication.Mvpd, userId = "demo-user", expires = Text(authentication.Expires) });
    }

    /// <summary>The exchange of an Apple token: no device information, but a device type of Apple's.</summary>
    private ServiceAnswer ExchangeToken(ServiceRequest request)
    {
        var failure = Refusal(request, required: true)
            ?? MissingParameter(request, "requestor", "deviceId", "mvpd", "deviceType", "SAMLResponse");
        if (failure is not null)
            return failure;
        if (request.Parameter("deviceType") is not ("iOS" or "tvOS"))
            return Error(400, "Invalid deviceType");
        LogIn(request.Parameter("requestor")!, request.Parameter("deviceId")!);
        return new ServiceAnswer(204);
    }

    private static ServiceAnswer ProfileRequest(ServiceRequest request) =>
        request.Parameter("deviceType") is "iOS" or "tvOS"
            ? new ServiceAnswer(200, "profile-request", "application/octet-stream")
            : Error(400, "Invalid deviceType");

    private ServiceAnswer Authorize(ServiceRequest request)
    {
        var resource = request.Parameter("resource")!;
        if (Authenticated(request) is null || DeniedResources.Contains(resource))
            return Error(403, "User not authorized");
        var expires = Clock.GetUtcNow() + AuthorizationLifetime;
        _authorizations[AuthorizationKey(request)] = expires;
        return Json(200, new { resource, requestor = request.Parameter("requestor"), expires = Text(expires), mvpd = DemoMvpd });
    }

    private ServiceAnswer AuthorizationToken(ServiceRequest request)
    {
        if (Authenticated(request) is null)
            return Error(412, "User not authenticated");
        if (!_authorizations.TryGetValue(AuthorizationKey(request), out var expires))
            return Error(404, "Not found");
        return expires <= Clock.GetUtcNow()
            ? Error(410, "Gone")
            : Json(200, new { resource = request.Parameter("resource"), expires = Text(expires), mvpd = DemoMvpd });
    }

    /// <summary>A media token lives seven minutes by default and is for one use.</summary>
    private ServiceAnswer MediaToken(ServiceRequest request) =>
        Authenticated(request) is null || _authorizations.GetValueOrDefault(AuthorizationKey(request)) <= Clock.GetUtcNow()
            ? Error(403, "User not authorized")
            : Json(200, new
            {
                serializedToken = Convert.ToBase64String(Encoding.UTF8.GetBytes("media-token")),
                resource = request.Parameter("resource"),
                expires = Text(Clock.GetUtcNow() + TimeSpan.FromMinutes(7)),
            });

    private ServiceAnswer Preauthorize(ServiceRequest request) => Preauthorize(request, Authenticated(request));

    private ServiceAnswer PreauthorizeCode(ServiceRequest request) => Preauthorize(
        request,
        FindCode(request.Route("code"), request.Parameter("requestor")!) is { } code
            ? FindAuthentication(code.Requestor, code.Device)
            : null);

    private ServiceAnswer Preauthorize(ServiceRequest request, Authentication? authentication)
    {
        var resources = request.Parameter("resource")!.Split(',', StringSplitOptions.TrimEntries);
        if (resources.Length > MaximumResources)
            return Error(403, "too_many_resources");
        return authentication is null
            ? Error(412, "User not authenticated")
            : Json(200, new { resources = resources.Select(id => new { id, authorized = !DeniedResources.Contains(id) }) });
    }

    /// <summary>The page lists <c>requestor</c> without the mandatory mark; without it all of the device is logged out.</summary>
    private ServiceAnswer LogOut(ServiceRequest request)
    {
        var (requestor, device) = (request.Parameter("requestor"), request.Parameter("deviceId"));
        foreach (var key in _authentications.Keys.Where(key => key.Device == device && (requestor ?? key.Requestor) == key.Requestor).ToList())
            _authentications.Remove(key);
        return new ServiceAnswer(204);
    }

    /// <summary><c>updated</c> has ten digits in the documented sample, unlike every other time of the API.</summary>
    private ServiceAnswer UserMetadata(ServiceRequest request)
    {
        var (requestor, device) = (request.Parameter("requestor"), request.Parameter("deviceId"));
        var loggedIn = _authentications.Any(entry =>
            entry.Key.Device == device && (requestor ?? entry.Key.Requestor) == entry.Key.Requestor && entry.Value.Expires > Clock.GetUtcNow());
        return loggedIn
            ? Json(200, new { updated = Clock.GetUtcNow().ToUnixTimeSeconds(), data = new { userID = "demo-user" } })
            : Error(412, "User not authenticated");
    }

    private Authentication? Authenticated(ServiceRequest request) =>
        FindAuthentication(request.Parameter("requestor")!, request.Parameter("deviceId")!);

    private static (string Requestor, string Device, string Resource) AuthorizationKey(ServiceRequest request) =>
        (request.Parameter("requestor")!, request.Parameter("deviceId")!, request.Parameter("resource")!);

    /// <summary>Expiry times of tokens are JSON text, not numbers.</summary>
    private string Text(DateTimeOffset time) => Milliseconds(time).ToString(CultureInfo.InvariantCulture);
}
