namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>The three REST interfaces of Adobe Pass.</summary>
internal enum AdobePassApi
{
    /// <summary>The clientless REST API V1, out of support since 2025-12-31.</summary>
    V1,
    /// <summary>The REST API V2.</summary>
    V2,
    /// <summary>Dynamic client registration, which yields the bearer token for V1 and V2.</summary>
    ClientRegistration,
}

/// <summary>Who makes a call.</summary>
internal enum Caller
{
    /// <summary>The streaming app, or the programmer's service that acts for it.</summary>
    Device,
    /// <summary>The login web app on the second screen.</summary>
    Browser,
}

/// <summary>Whether a call carries <c>Authorization</c>, and how sure that is.</summary>
internal enum AuthorizationNeed
{
    /// <summary>Not known.</summary>
    Unknown,
    /// <summary>The callers do not send it: browser-side calls, and client registration, which comes before there is a token.</summary>
    NotSent,
    /// <summary>Device-side calls that send it, but whose answer to a missing one is not documented.</summary>
    Expected,
    /// <summary>A device-side POST: without it the documented answer is "Not authorized" (error code page).</summary>
    Required,
}

/// <summary>Whether a call describes the device.</summary>
internal enum DeviceInfoNeed
{
    /// <summary>No device information.</summary>
    None,
    /// <summary>It may be sent.</summary>
    Optional,
    /// <summary>Header <c>X-Device-Info</c>, or parameter <c>device_info</c> (V1).</summary>
    HeaderOrParameter,
    /// <summary>Header <c>X-Device-Info</c> only.</summary>
    Header,
}

/// <summary>How firmly the documentation asks for a parameter.</summary>
internal enum ParameterNeed
{
    /// <summary>Marked mandatory; a request without it is answered 400 "Required … is not present".</summary>
    Mandatory,
    /// <summary>Marked mandatory, but working clients leave it out. Never a warning.</summary>
    MandatoryButOmitted,
    /// <summary>Listed without the mandatory mark. Never a warning.</summary>
    Listed,
    /// <summary>Optional.</summary>
    Optional,
    /// <summary>Documented as deprecated; may be there on purpose (an <c>appId</c> switches single sign-on off).</summary>
    Deprecated,
}

/// <summary>Where a parameter travels.</summary>
internal enum ParameterPlace
{
    /// <summary>In the query.</summary>
    Query,
    /// <summary>In the query or in a form body: V1 pages leave the place open for POST and clients do both.</summary>
    QueryOrForm,
    /// <summary>In a form body.</summary>
    Form,
    /// <summary>In a JSON body.</summary>
    Json,
}

/// <summary>A documented parameter of an endpoint. Parameters of the path are in the path template.</summary>
/// <param name="Name">Its name; letter case matters.</param>
/// <param name="Need">How firmly it is asked for.</param>
/// <param name="Place">Where it travels.</param>
/// <param name="Values">The only values allowed; empty when any is.</param>
internal sealed record Parameter(string Name, ParameterNeed Need, ParameterPlace Place, IReadOnlyList<string> Values);

/// <summary>One verb on one path of Adobe Pass, with what its page says. The instances are in <see cref="Endpoints"/>.</summary>
internal sealed class Endpoint
{
    public Endpoint(AdobePassApi api, string name, string verb, string path, Caller caller)
    {
        (Api, Name, Verb, Path, Caller) = (api, name, verb, path, caller);
        Segments = path.Split('/');
    }

    public AdobePassApi Api { get; }

    /// <summary>What the call does, in a few words that fit a message.</summary>
    public string Name { get; }

    /// <summary>One of <see cref="HttpVerb"/>.</summary>
    public string Verb { get; }

    /// <summary>The path without leading <c>/</c>; a segment in braces is a parameter: <c>reggie/v1/{requestor}/regcode</c>.</summary>
    public string Path { get; }

    /// <summary><see cref="Path"/> by segment.</summary>
    public IReadOnlyList<string> Segments { get; }

    public Caller Caller { get; }

    /// <summary>False for calls that only clients show or that are merely named somewhere: no rule warns on them.</summary>
    public bool IsDocumented { get; init; } = true;

    /// <summary>Parameters of query and body.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Status codes that mean success; several where the documentation changed.</summary>
    public IReadOnlyList<int> Success { get; init; } = [200];

    /// <summary>Status codes that are ordinary answers, not faults: not logged in, expired, not authorized for this resource.</summary>
    public IReadOnlyList<int> NormalAnswers { get; init; } = [];

    /// <summary>The other status codes that the page lists.</summary>
    public IReadOnlyList<int> Errors { get; init; } = [];

    public AuthorizationNeed Authorization { get; init; } = AuthorizationNeed.Expected;

    /// <summary>Whether the throttle (see <see cref="Limits"/>) names this path.</summary>
    public bool IsThrottled { get; init; } = true;

    public DeviceInfoNeed DeviceInfo { get; init; }

    /// <summary>Whether header <c>AP-Device-Identifier</c> is asked for (V2).</summary>
    public bool NeedsDeviceIdentifier { get; init; }

    /// <summary>The prescribed media type of the body, without parameters; null when the page prescribes none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The V2 calls that replace this V1 call, as verb and path; empty when there is none.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>The documentation page that says all this, relative to the pages of its API.</summary>
    public required string Source { get; init; }

    /// <summary>Verb and path, as in a message: <c>POST /reggie/v1/{requestor}/regcode</c>.</summary>
    public override string ToString() => $"{Verb} /{Path}";

    internal static bool IsParameter(string segment) => segment[0] == '{';
}
