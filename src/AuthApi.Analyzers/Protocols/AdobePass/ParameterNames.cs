namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>
/// Names under which a documented parameter is sent by mistake: the name that another endpoint has for the same thing
/// (<c>requestor</c> and <c>requestor_id</c>, <c>mvpd</c> and <c>mso_id</c>, V1's names in V2), or another spelling of it.
/// </summary>
internal static class ParameterNames
{
    private static readonly string[][] SameThing =
    [
        ["requestor", "requestor_id", "requestorId"],
        ["reg_code", "regcode", "registrationCode", "registration_code"],
        ["mso_id", "mvpd", "mvpd_id", "mso"],
        ["redirect_url", "redirectUrl", "redirect_uri", "redirectUri"],
        ["domain_name", "domainName", "domain"],
        ["resource", "resources", "resource_id", "resourceId"],
        ["deviceId", "device_id"],
    ];

    /// <summary>
    /// The documented parameter that is meant by <paramref name="written"/>: the endpoint does not know the written name, and the meant one is
    /// provably absent. Null otherwise.
    /// </summary>
    public static Parameter? Meant(EndpointMatch match, string written)
    {
        var endpoint = match.Endpoint;
        if (endpoint.Parameters.Any(parameter => parameter.Name == written) || Endpoints.CommonV1Parameters.Contains(written))
            return null;
        return endpoint.Parameters.FirstOrDefault(parameter =>
            parameter is { Need: ParameterNeed.Mandatory or ParameterNeed.MandatoryButOmitted or ParameterNeed.Listed, Place: ParameterPlace.Query or ParameterPlace.QueryOrForm }
            && match.HasQueryParameter(parameter.Name) == false
            && AreSame(parameter.Name, written));
    }

    private static bool AreSame(string name, string written) =>
        string.Equals(Letters(name), Letters(written), StringComparison.OrdinalIgnoreCase)
        || SameThing.Any(names => names.Contains(name) && names.Contains(written, StringComparer.OrdinalIgnoreCase));

    private static string Letters(string name) => name.Replace("_", "").Replace("-", "");
}
