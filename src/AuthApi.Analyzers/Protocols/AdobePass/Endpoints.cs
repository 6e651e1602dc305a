namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>The catalogue of Adobe Pass endpoints and the questions that rules ask it.</summary>
internal static partial class Endpoints
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
}
