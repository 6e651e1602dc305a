namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>The side of VIP. Credentials of one are unknown on the other.</summary>
internal enum VipEnvironment
{
    /// <summary>The part of the host that decides is not known.</summary>
    Unknown,
    Production,
    /// <summary>A label starting with <c>pilot-</c>.</summary>
    Pilot,
}

/// <summary>What a VIP host is for.</summary>
internal enum VipRole
{
    /// <summary>Under the VIP domain, but a label that is not documented, or not known.</summary>
    Unknown,
    /// <summary><c>services-auth</c>: Web Services with a client certificate.</summary>
    WebServices,
    /// <summary><c>services</c>: provisioning without a client certificate.</summary>
    Provisioning,
    /// <summary><c>userservices-auth</c>: User Services.</summary>
    UserServices,
    /// <summary><c>api-auth</c>, <c>reporting-auth</c>, …: other APIs. Which of them serves the credential REST API is not documented.</summary>
    OtherApi,
    /// <summary><c>userservices</c> (browser script), <c>manager</c>, <c>ssp</c>, <c>my</c>: no API that a program calls.</summary>
    Portal,
}

/// <summary>A host of VIP.</summary>
/// <param name="Environment">Which side it belongs to.</param>
/// <param name="Role">What it is for.</param>
/// <param name="IsLegacy">A <c>verisign.com</c> name, as in old WSDLs; whether it still answers is not known.</param>
internal sealed record VipHost(VipEnvironment Environment, VipRole Role, bool IsLegacy);

/// <summary>Recognises the hosts of VIP. Sources: KB 245528 (host list), the WSDLs, public client code.</summary>
internal static class VipHosts
{
    public const string Domain = ".vip.symantec.com";

    private static readonly Dictionary<string, VipRole> Legacy = new()
    {
        ["vipservices-auth.verisign.com"] = VipRole.WebServices,
        ["vipuserservices-auth.verisign.com"] = VipRole.UserServices,
    };

    /// <summary>Environment and role of a host, or null when it is not one of VIP; letter case is ignored.</summary>
    /// <param name="host">A host without scheme, port and path, possibly with holes; null is no host.</param>
    public static VipHost? Classify(string? host)
    {
        var name = host?.Trim().TrimEnd('.').ToLowerInvariant() ?? "";
        var environment = name.StartsWith("pilot-", StringComparison.Ordinal) ? VipEnvironment.Pilot
            : name.Length > 0 && name[0] == UnknownText.Hole ? VipEnvironment.Unknown
            : VipEnvironment.Production;
        var label = environment == VipEnvironment.Pilot ? name.Substring("pilot-".Length) : name;
        if (Legacy.TryGetValue(label.TrimStart(UnknownText.Hole), out var legacyRole))
        {
            return new(environment, legacyRole, IsLegacy: true);
        }

        return label.EndsWith(Domain, StringComparison.Ordinal) && label.Length > Domain.Length
            ? new(environment, RoleOf(label.Substring(0, label.Length - Domain.Length)), IsLegacy: false)
            : null;
    }

    /// <summary>
    /// The group of operations that a Web Services URL offers: <c>/prov</c>, <c>/mgmt</c>, <c>/val</c> or <c>/txn</c>; null when the URL does not show it.
    /// An operation of another group is answered 4e10.
    /// </summary>
    /// <param name="url">The whole URL; its host must be one of VIP Web Services.</param>
    public static string? GroupOf(ServiceUrl url)
    {
        var count = url.Segments.Count;
        return Classify(url.Host)?.Role is VipRole.WebServices or VipRole.Provisioning
            && count >= 1
            && !url.PathIsOpen
            && url.Segments[count - 1].Text == "soap"
            && count >= 2
            && url.Segments[count - 2].Text is "prov" or "mgmt" or "val" or "txn"
            ? "/" + url.Segments[count - 2].Text
            : null;
    }

    private static VipRole RoleOf(string label) => label switch
    {
        "services-auth" => VipRole.WebServices,
        "services" => VipRole.Provisioning,
        "userservices-auth" => VipRole.UserServices,
        "api-auth" or "reporting-auth" or "login" or "messaging" or "goidservices-auth" => VipRole.OtherApi,
        "userservices" or "manager" or "ssp" or "my" => VipRole.Portal,
        _ => VipRole.Unknown,
    };
}
