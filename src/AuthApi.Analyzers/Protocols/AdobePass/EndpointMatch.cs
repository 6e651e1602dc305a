namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>A URL that names an endpoint, with what can be read from it.</summary>
internal sealed class EndpointMatch
{
    private EndpointMatch(Endpoint endpoint, ServiceUrl url) => (Endpoint, Url) = (endpoint, url);

    public Endpoint Endpoint { get; }

    public ServiceUrl Url { get; }

    /// <summary>Values of the path's parameters by name; a value may have holes.</summary>
    public IReadOnlyDictionary<string, string> PathParameters { get; private set; } = new Dictionary<string, string>();

    /// <summary>Whether the path ends with a hole glued to its known text, so that this endpoint is only one possibility.</summary>
    public bool PathIsOpen => Url.PathIsOpen;

    /// <summary>Whether part of this endpoint's path would have to be in the hole at the end.</summary>
    public bool PathGoesOn { get; private set; }

    /// <summary>Number of segments that agree word by word.</summary>
    public int LiteralSegments { get; private set; }

    /// <summary>Whether the query (not a body) has this parameter: true, false, or null when a hole may hold it.</summary>
    public bool? HasQueryParameter(string name) =>
        Url.Query.Any(parameter => parameter.Name == name) ? true : Url.QueryIsOpen || PathGoesOn ? null : false;

    /// <summary>The value of a query parameter as written (still percent-encoded, possibly with holes); null when it is absent or unknown.</summary>
    public string? QueryValue(string name) => Url.Query.FirstOrDefault(parameter => parameter.Name == name)?.Value;

    /// <summary>
    /// The documented mandatory parameters that the URL provably lacks. For a POST, where they may be in the body, the caller has to look there too.
    /// Parameters that working clients omit are not among them.
    /// </summary>
    public IEnumerable<Parameter> MissingMandatoryQueryParameters() => Endpoint.Parameters.Where(parameter =>
        parameter is { Need: ParameterNeed.Mandatory, Place: ParameterPlace.Query or ParameterPlace.QueryOrForm }
        && HasQueryParameter(parameter.Name) == false);

    /// <summary>
    /// The match, or null. The template has to agree with the end of the path; on a host of Adobe Pass, with the whole path.
    /// A hole inside the path stands for a parameter, never for a word of the template.
    /// </summary>
    internal static EndpointMatch? TryCreate(Endpoint endpoint, ServiceUrl url)
    {
        var known = url.Segments.Count;
        if (url.PathIsOpen)
        {
            // checkauthn + hole: the hole may be "", a query, ".json", or "/" and more segments.
            for (var count = endpoint.Segments.Count; count > 0; count--)
            {
                if (TryCreate(endpoint, url, known - count, count) is { } open)
                {
                    open.PathGoesOn = count < endpoint.Segments.Count;
                    return open;
                }
            }

            return null;
        }

        return TryCreate(endpoint, url, known - endpoint.Segments.Count, endpoint.Segments.Count);
    }

    private static EndpointMatch? TryCreate(Endpoint endpoint, ServiceUrl url, int offset, int count)
    {
        if (offset < 0 || !PrefixIsAllowed(url, offset))
        {
            return null;
        }

        var match = new EndpointMatch(endpoint, url);
        var parameters = new Dictionary<string, string>();
        for (var index = 0; index < count; index++)
        {
            var template = endpoint.Segments[index];
            var isLast = offset + index == url.Segments.Count - 1;
            var written = url.Segments[offset + index].Text;
            var text = isLast ? WithoutFormat(url.PathIsOpen ? written.TrimEnd(UnknownText.Hole) : written) : written;
            if (Endpoint.IsParameter(template))
            {
                if (text.Length == 0)
                {
                    return null;
                }

                parameters[template.Trim('{', '}')] = isLast ? WithoutFormat(written) : written;
            }
            else if (text == template || (index == 0 && text.EndsWith(UnknownText.Hole + template, StringComparison.Ordinal)))
            {
                match.LiteralSegments++;
            }
            else
            {
                return null;
            }
        }

        match.PathParameters = parameters;
        // Without the endpoint's own word (api/v1/ + hole) nothing is said.
        return count == endpoint.Segments.Count || match.LiteralSegments > 2 ? match : null;
    }

    // What stands before the template: a gateway's path or an unknown base, but nothing on a host of Adobe Pass itself.
    private static bool PrefixIsAllowed(ServiceUrl url, int offset) =>
        offset == 0
        || !AdobePassHosts.IsAdobePassHost(url.Host)
        || url.Segments.Take(offset).All(segment => UnknownText.IsOnlyHoles(segment.Text));

    /// <summary>A last segment without the <c>.json</c> or <c>.xml</c> that chooses the response format (V1 reference).</summary>
    internal static string WithoutFormat(string segment) =>
        segment.EndsWith(".json", StringComparison.Ordinal) ? segment.Substring(0, segment.Length - 5)
        : segment.EndsWith(".xml", StringComparison.Ordinal) ? segment.Substring(0, segment.Length - 4)
        : segment;
}
