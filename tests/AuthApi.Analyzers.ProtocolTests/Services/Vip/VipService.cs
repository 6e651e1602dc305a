namespace AuthApi.Analyzers.ProtocolTests.Services.Vip;

/// <summary>
/// Symantec/Broadcom VIP: credential management as REST and as SOAP web services, and user services. One instance is one
/// environment with its own credentials. Business failures are ordinary answers with HTTP 200. The client certificate
/// that the real service asks for is not simulated.
/// </summary>
internal sealed partial class VipService(VipEnvironment environment, TimeProvider clock) : SimulatedService("VIP " + environment, clock)
{
    private readonly CredentialOperations _operations = new(clock);

    public override IReadOnlyList<string> Hosts => environment == VipEnvironment.Production
        ? ["api-auth.vip.symantec.com", "services-auth.vip.symantec.com", "services.vip.symantec.com", "userservices-auth.vip.symantec.com",
            "vipservices-auth.verisign.com", "vipuserservices-auth.verisign.com"]
        : ["pilot-services-auth.vip.symantec.com", "pilot-userservices-auth.vip.symantec.com", "pilot-vipservices-auth.verisign.com"];

    protected override IEnumerable<ServiceEndpoint> Endpoints => [.. EndpointsOfRest(), .. EndpointsOfWebServices(), .. EndpointsOfUserServices()];

    /// <summary>Makes a credential known in this environment, and in no other.</summary>
    public Credential Add(string id, CredentialState state = CredentialState.Enabled, string? type = null) =>
        _operations.Add(new Credential(id, type) { State = state });

    public Credential Credential(string id, string? type = null) =>
        _operations.Find(id, type) ?? throw new ArgumentException($"No credential '{id}' in {Name}.", nameof(id));
}
