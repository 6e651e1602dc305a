namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>The XML namespaces of VIP: the surest sign of it in C#, since the C# namespace of a proxy is the user's choice. Source: the WSDLs.</summary>
internal static class XmlNamespaces
{
    public const string OldWebServices = "http://www.verisign.com/2006/08/vipservice";
    public const string WebServices = "https://schemas.vip.symantec.com/2006/08/vipservice";
    public const string OldUserServices = "http://schemas.verisign.com/vip/2011/04/vipuserservices";
    public const string UserServices = "https://schemas.symantec.com/vip/2011/04/vipuserservices";

    /// <summary>What the service contracts of User Services append to the namespace.</summary>
    public static IReadOnlyList<string> ContractSuffixes { get; } = ["/auth", "/mgmt", "/query"];

    /// <summary>All namespaces, without the contracts' suffixes.</summary>
    public static IReadOnlyList<string> All { get; } = [OldWebServices, WebServices, OldUserServices, UserServices];

    /// <summary>The family that a namespace belongs to, or null. Exact, as XML compares namespaces; a contract's suffix may follow.</summary>
    public static VipFamily? FamilyOf(string? xmlNamespace) => xmlNamespace switch
    {
        OldWebServices or WebServices => VipFamily.CredentialSoap,
        OldUserServices or UserServices => VipFamily.UserServices,
        not null when ContractSuffixes.FirstOrDefault(suffix => xmlNamespace.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix
            && xmlNamespace.Substring(0, xmlNamespace.Length - suffix.Length) is OldUserServices or UserServices => VipFamily.UserServices,
        _ => null,
    };
}
