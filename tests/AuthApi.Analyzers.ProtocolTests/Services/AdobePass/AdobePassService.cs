using System.Text.Json;

namespace AuthApi.Analyzers.ProtocolTests.Services.AdobePass;

internal enum AdobePassEnvironment { Production, Staging }

/// <summary>
/// Adobe Pass Authentication as documented: clientless REST API V1, REST API V2, client registration. One instance is one
/// environment with its own registration codes. Answers JSON only (the XML form of V1 is not simulated), accepts any
/// requestor, and does not simulate the MVPD: <see cref="LogIn"/> is what the user does there.
/// </summary>
internal sealed partial class AdobePassService : SimulatedService
{
    public const string DemoPublicKey = "demoPublicKey456";
    public const string DemoSecret = "demoSecretKey123";
    public const string DemoAccessToken = "demo-access-token";
    public const string DemoSoftwareStatement = "demo.software.statement";
    public const string DemoMvpd = "DemoCable";

    private readonly AdobePassEnvironment _environment;
    private readonly Throttle _throttle;
    private readonly Dictionary<string, string> _secrets = new() { [DemoPublicKey] = DemoSecret };
    private readonly Dictionary<string, DateTimeOffset> _accessTokens = [];

    public AdobePassService(AdobePassEnvironment environment, TimeProvider clock) : base("Adobe Pass " + environment, clock)
    {
        _environment = environment;
        _throttle = new Throttle(clock);
        _accessTokens[DemoAccessToken] = clock.GetUtcNow() + AccessTokenLifetime;
    }

    /// <summary>The sample of the token page says 21600 seconds.</summary>
    public static TimeSpan AccessTokenLifetime { get; } = TimeSpan.FromSeconds(21600);

    /// <summary>Lifetime of an authentication; a choice of ours, customers configure theirs.</summary>
    public static TimeSpan AuthenticationLifetime { get; } = TimeSpan.FromHours(24);

    /// <summary>Lifetime of an authorization; a choice of ours.</summary>
    public static TimeSpan AuthorizationLifetime { get; } = TimeSpan.FromHours(6);

    /// <summary>Whether the limit of requests per second holds.</summary>
    public bool Throttled { get; set; } = true;

    /// <summary>Resources that the MVPD denies; all others are allowed.</summary>
    public HashSet<string> DeniedResources { get; } = [];

    /// <summary>When true the user logs in as soon as the authentication page is opened: for samples of whole flows.</summary>
    public bool UserLogsInAtOnce { get; set; }

    public override IReadOnlyList<string> Hosts => _environment == AdobePassEnvironment.Production
        ? ["api.auth.adobe.com", "sp.auth.adobe.com"]
        : ["api.auth-staging.adobe.com", "sp.auth-staging.adobe.com"];

    protected override IEnumerable<ServiceEndpoint> Endpoints => [.. EndpointsV1(), .. EndpointsV2(), .. EndpointsOfRegistration()];

    protected override ServiceAnswer? Intercept(ServiceRequest request) =>
        Throttled && !_throttle.Admits(request) ? Throttle.TooManyRequests : null;

    /// <summary>V1 chooses the format by a suffix of the last segment, among other ways.</summary>
    protected override string RoutedPath(string path) =>
        path.StartsWith("/api/v1/", StringComparison.Ordinal) || path.StartsWith("/reggie/", StringComparison.Ordinal)
            ? path.EndsWith(".json", StringComparison.Ordinal) ? path[..^5]
            : path.EndsWith(".xml", StringComparison.Ordinal) ? path[..^4] : path
            : path;

    /// <summary>
    /// The refusal of a request's Authorization header, or null when it may pass. A bearer must have been issued here and
    /// not have expired; a signed header must be right (<see cref="SignedHeader"/>). A missing header is refused where
    /// <paramref name="required"/>. Source: the page of clientless error codes; the status 401 is what clients handle.
    /// </summary>
    private ServiceAnswer? Refusal(ServiceRequest request, bool required, bool signedForm = true)
    {
        var header = request.Header("Authorization");
        if (header is null)
            return required ? Error(401, "Not authorized") : null;

        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            var known = _accessTokens.TryGetValue(header["Bearer ".Length..], out var expires);
            return known && Clock.GetUtcNow() < expires ? null : Error(401, "access_denied");
        }

        return signedForm
            && SignedHeader.Parse(header) is { } signed
            && _secrets.TryGetValue(signed.PublicKey, out var secret)
            && signed.IsValid(secret, Clock.GetUtcNow())
            ? null
            : Error(401, "Not authorized");
    }

    private static ServiceAnswer? MissingParameter(ServiceRequest request, params string[] names) =>
        Array.Find(names, name => request.Parameter(name) is null) is { } missing
            ? Error(400, $"Required parameter '{missing}' is not present")
            : null;

    private static ServiceAnswer Error(int status, string message) => Json(status, new { status, message });

    private static ServiceAnswer Json(int status, object value) => new(status, JsonSerializer.Serialize(value));

    private long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
