using AuthApi.Analyzers.ProtocolTests.Services;
using AuthApi.Analyzers.ProtocolTests.Services.AdobePass;
using AuthApi.Analyzers.ProtocolTests.Services.Vip;

namespace AuthApi.Analyzers.ProtocolTests.Harness;

/// <summary>
/// All simulated services, each environment on its own port, with one clock that starts at the real time and moves only by
/// the delays of the sample. VIP production knows <see cref="DemoTokenId"/> (enabled), user <see cref="DemoUserId"/> with it;
/// VIP pilot knows <see cref="PilotTokenId"/>.
/// </summary>
internal sealed class Simulation : IAsyncDisposable
{
    public const string DemoTokenId = "VSST12345678";
    public const string PilotTokenId = "VSST87654321";
    public const string DemoUserId = "demo_user";

    private Simulation()
    {
        AdobePass = new AdobePassService(AdobePassEnvironment.Production, Clock);
        AdobePassStaging = new AdobePassService(AdobePassEnvironment.Staging, Clock);
        Vip = new VipService(VipEnvironment.Production, Clock);
        VipPilot = new VipService(VipEnvironment.Pilot, Clock);
        Vip.Add(DemoTokenId);
        Vip.AddUser(DemoUserId, DemoTokenId);
        VipPilot.Add(PilotTokenId);
    }

    public ManualClock Clock { get; } = new();

    public AdobePassService AdobePass { get; }

    public AdobePassService AdobePassStaging { get; }

    public VipService Vip { get; }

    public VipService VipPilot { get; }

    public HostRouting Routing { get; private set; } = null!;

    /// <summary>What was sent, in the order of the answers.</summary>
    public IReadOnlyList<Exchange> Exchanges =>
        [.. Services.SelectMany(service => service.Exchanges).OrderBy(exchange => exchange.Order)];

    private SimulatedService[] Services => [AdobePass, AdobePassStaging, Vip, VipPilot];

    public static async Task<Simulation> StartAsync(Action<Simulation>? configure = null)
    {
        var simulation = new Simulation();
        configure?.Invoke(simulation);
        foreach (var service in simulation.Services)
            await service.StartAsync();
        simulation.Routing = new HostRouting(simulation.Services
            .SelectMany(service => service.Hosts, (service, host) => (host, service.Address))
            .ToDictionary(route => route.host, route => route.Address));
        return simulation;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Services)
            await service.DisposeAsync();
    }
}
