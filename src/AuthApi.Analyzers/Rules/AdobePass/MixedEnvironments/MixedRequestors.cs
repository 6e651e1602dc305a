using AuthApi.Analyzers.Environments;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Rules.AdobePass.MixedEnvironments;

/// <summary>
/// Two different requestors, both constants, in calls about one code or device: a code exists for one requestor only
/// (registration page). Compared only where the calls visibly share the code or the device.
/// </summary>
internal static class MixedRequestors
{
    private static readonly string[] Names = ["requestor", "requestor_id", "requestorId", "serviceProvider"];

    /// <summary>Each call whose requestor is not the one that its flow began with, as hosts are compared: the requestor takes the place of the host.</summary>
    public static IEnumerable<(HostUse First, HostUse Later)> Find(ProgramModel program, IReadOnlyList<HostUse> uses, CancellationToken cancellationToken)
    {
        var requestors = uses.Select(u => OfRequestor(program, u)).OfType<HostUse>().ToList();
        return MixedHosts.Find(program, requestors, PassHosts.Share, cancellationToken).Where(static pair => PassHosts.Share(pair.First, pair.Later));
    }

    private static HostUse? OfRequestor(ProgramModel program, HostUse use)
    {
        if (PassHosts.FlowEndpoint(use.Url) is not { } match)
            return null;
        var requestor = Names.Select(n => match.PathParameters.TryGetValue(n, out var value) ? value : match.QueryValue(n)).FirstOrDefault(static v => v is not null);
        return string.IsNullOrEmpty(requestor) || UnknownText.HasHole(requestor!) || match.Url.HasUnknownBase ? null : new HostUse
        {
            Host = requestor!, Environment = requestor!, Location = HostText.Locate(program, use.Url, requestor!), Place = use.Place, Call = use.Call, Keys = use.Keys, Url = use.Url,
        };
    }
}
