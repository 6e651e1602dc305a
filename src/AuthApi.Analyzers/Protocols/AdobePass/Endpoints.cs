namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>The catalogue of Adobe Pass endpoints and the questions that rules ask it.</summary>
internal static class Endpoints
{
    /// <summary>Every endpoint known: V1, V2, client registration.</summary>
    public static IReadOnlyList<Endpoint> All { get; } = [.. EndpointsV1.All, .. EndpointsV2.All, .. ClientRegistrationEndpoints.All];

    /// <summary>Parameters that may be added to every V1 call and are in no row: response format, Experience Cloud ID, Amazon SSO token, device information.</summary>
    public static IReadOnlyList<string> CommonV1Parameters { get; } = ["format", "ap_vi", "ast", "device_info"];

    /// <summary>
    /// The endpoints that a URL names. A rule may only report what holds for every match (of the verb it saw): there are several when a path has
    /// several verbs, or when an unknown end of the path leaves several possible (<see cref="EndpointMatch.PathIsOpen"/>).
    /// Empty when the path is not in the catalogue or too little of it is known.
    /// </summary>
    /// <param name="url">A URL in the form of <see cref="UnknownText"/>: absolute, relative, or behind an unknown base.</param>
    public static IReadOnlyList<EndpointMatch> Match(string url) => Match(ServiceUrl.Parse(url));

    /// <inheritdoc cref="Match(string)"/>
    public static IReadOnlyList<EndpointMatch> Match(ServiceUrl url)
    {
        var matches = new List<EndpointMatch>();
        foreach (var endpoint in All)
        {
            if (EndpointMatch.TryCreate(endpoint, url) is { } match)
            {
                matches.Add(match);
            }
        }

        // authenticate/freepreview is that call and not authenticate/{code} with the code "freepreview".
        var literals = matches.Count == 0 ? 0 : matches.Where(match => !match.PathGoesOn).Select(match => match.LiteralSegments).DefaultIfEmpty().Max();
        return matches.FindAll(match => match.PathGoesOn || match.LiteralSegments == literals);
    }

    /// <summary>
    /// The documented path that the URL's path is one edit away from (see <see cref="NearestPath"/>), or null: when the path is documented, when the URL is not
    /// certainly one of the clientless API, when a hole may hold what seems to be missing, or when several paths are equally near.
    /// A base address is no request: ask about the URL that is sent.
    /// </summary>
    /// <param name="url">The URL of a request.</param>
    /// <param name="isGateway">Whether the user's options name this host as a gateway to Adobe Pass.</param>
    public static PathSuggestion? Nearest(ServiceUrl url, Func<string, bool>? isGateway = null) =>
        Anchors.IsRequest(url, isGateway)
        && AdobePassHosts.Classify(url.Host) is null or { ServesClientlessApi: true }
        && !url.PathIsOpen
        && Match(url).Count == 0
            ? NearestPath.Find(url)
            : null;

    /// <inheritdoc cref="Nearest(ServiceUrl, Func{string, bool})"/>
    public static PathSuggestion? Nearest(string url) => Nearest(ServiceUrl.Parse(url));
}
