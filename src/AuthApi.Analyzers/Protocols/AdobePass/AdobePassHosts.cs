namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>
/// The side of Adobe Pass that a host belongs to. A registration code exists only in the environment it was made in
/// (error code page, "SC 400"), so two hosts of one flow must agree in this.
/// </summary>
internal enum AdobePassEnvironment
{
    /// <summary>The part of the host that decides is not known.</summary>
    Unknown,
    /// <summary><c>*.auth.adobe.com</c>.</summary>
    Production,
    /// <summary><c>*.auth-staging.adobe.com</c>.</summary>
    Staging,
    /// <summary>A label ending in <c>-prequal</c> under <c>auth.adobe.com</c>.</summary>
    PrequalProduction,
    /// <summary>A label ending in <c>-prequal</c> under <c>auth-staging.adobe.com</c>.</summary>
    PrequalStaging,
    /// <summary>A label ending in <c>-preprod</c>.</summary>
    Preproduction,
}

/// <summary>What an Adobe Pass host is for.</summary>
internal enum AdobePassRole
{
    /// <summary>Under the Adobe Pass domain, but a label that is not in the documentation, or not known.</summary>
    Unknown,
    /// <summary><c>api.</c>: REST V1, V2 and client registration.</summary>
    Api,
    /// <summary><c>sp.</c>: the older service-provider host, which also served V1.</summary>
    ServiceProvider,
    /// <summary><c>entitlement.</c>: delivery of the AccessEnabler script.</summary>
    Entitlement,
    /// <summary><c>mgmt.</c>: management APIs (Reset Temp Pass, Proxy MVPD, …).</summary>
    Management,
    /// <summary><c>console.</c>: the old dashboard, ended 2025-03-12.</summary>
    Console,
    /// <summary><c>saml.sp.</c>: an identifier in SAML, not an address.</summary>
    Saml,
}

/// <summary>A host under the Adobe Pass domains.</summary>
/// <param name="Environment">Which side it belongs to.</param>
/// <param name="Role">What it is for.</param>
internal sealed record AdobePassHost(AdobePassEnvironment Environment, AdobePassRole Role)
{
    /// <summary>Whether the host answers the clientless REST APIs: <c>api.</c> (documented) or <c>sp.</c> (used by older clients).</summary>
    public bool ServesClientlessApi => Role is AdobePassRole.Api or AdobePassRole.ServiceProvider;
}

/// <summary>
/// Recognises the hosts of Adobe Pass. Sources: REST API V1 reference ("Environments"), "Setting up your environment and testing in Prequal",
/// product announcements. Code written for prequal uses production host names (the hosts file redirects them), so a production
/// host never proves that prequal is not meant.
/// </summary>
internal static class AdobePassHosts
{
    public const string ProductionDomain = ".auth.adobe.com";
    public const string StagingDomain = ".auth-staging.adobe.com";
    public const string ProductionApi = "api.auth.adobe.com";
    public const string StagingApi = "api.auth-staging.adobe.com";

    /// <summary>Whether the host, which may have holes before the domain, lies under one of the two domains; letter case is ignored (RFC 4343).</summary>
    /// <param name="host">A host without scheme, port and path; null is no host.</param>
    public static bool IsAdobePassHost(string? host) => Classify(host) is not null;

    /// <summary>Environment and role of a host, or null when it is not one of Adobe Pass.</summary>
    /// <param name="host">A host without scheme, port and path, possibly with holes; null is no host.</param>
    public static AdobePassHost? Classify(string? host)
    {
        var name = host?.Trim().TrimEnd('.').ToLowerInvariant() ?? "";
        var staging = name.EndsWith(StagingDomain, StringComparison.Ordinal);
        if (!staging && !name.EndsWith(ProductionDomain, StringComparison.Ordinal))
        {
            return null;
        }

        var label = name.Substring(0, name.Length - (staging ? StagingDomain : ProductionDomain).Length);
        return label.Length == 0 || label[label.Length - 1] == '.' ? null : new(EnvironmentOf(label, staging), RoleOf(label));
    }

    private static AdobePassEnvironment EnvironmentOf(string label, bool staging) =>
        label.EndsWith("-prequal", StringComparison.Ordinal) ? staging ? AdobePassEnvironment.PrequalStaging : AdobePassEnvironment.PrequalProduction
        : label.EndsWith("-preprod", StringComparison.Ordinal) ? AdobePassEnvironment.Preproduction
        : label[label.Length - 1] == UnknownText.Hole ? AdobePassEnvironment.Unknown
        : staging ? AdobePassEnvironment.Staging
        : AdobePassEnvironment.Production;

    private static AdobePassRole RoleOf(string label) => WithoutBuild(label) switch
    {
        "api" => AdobePassRole.Api,
        "sp" => AdobePassRole.ServiceProvider,
        "entitlement" => AdobePassRole.Entitlement,
        "mgmt" => AdobePassRole.Management,
        "console" => AdobePassRole.Console,
        "saml.sp" => AdobePassRole.Saml,
        _ => AdobePassRole.Unknown,
    };

    private static string WithoutBuild(string label) =>
        label.EndsWith("-prequal", StringComparison.Ordinal) || label.EndsWith("-preprod", StringComparison.Ordinal)
            ? label.Substring(0, label.Length - "-prequal".Length)
            : label;
}
