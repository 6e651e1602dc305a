namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>What opens the gate for the VIP rules. None of these proves VIP by itself, except the namespaces and hosts.</summary>
internal static class Anchors
{
    /// <summary>
    /// Pieces of source text to search ordinally: the member that no client of the credential API can do without, hosts, XML namespaces.
    /// That member is searched in lower camel case too, since DTOs are also written that way.
    /// </summary>
    public static IReadOnlyList<string> SourceText { get; } =
    [
        "ReasonCode", "reasonCode", "vip.symantec.com", "vipservices-auth.verisign.com", "vipuserservices-auth.verisign.com",
        "2006/08/vipservice", "2011/04/vipuserservices", "vipSoapInterface",
    ];

    /// <summary>Names of the contract, client, channel and service classes of a generated Web Services proxy.</summary>
    public static IReadOnlyList<string> ProxyTypes { get; } =
        ["vipSoapInterface", "vipSoapInterfaceClient", "vipSoapInterfaceChannel", "vipSoapInterfaceService"];

    /// <summary>
    /// Names of types in referenced assemblies that open the gate: a project that calls proxies or contracts of another assembly
    /// never writes <c>ReasonCode</c> itself. Response names without <c>Type</c> count only where they are not everyday words.
    /// </summary>
    public static IReadOnlyList<string> ReferencedTypes { get; } =
    [
        .. ProxyTypes,
        .. Operations.All.Select(operation => operation.ResponseTypeName)
            .Concat(Operations.All.Where(IsDistinctive).Select(operation => operation.ResponseName))
            .Distinct(),
    ];

    private static bool IsDistinctive(Operation operation) =>
        operation.Reasons == ReasonFamily.Credential
        && (operation.Name.Contains("Token") || operation.Name.Contains("OTP") || operation.Name.Contains("Temporary") || operation.Name.Contains("Txn"));
}
