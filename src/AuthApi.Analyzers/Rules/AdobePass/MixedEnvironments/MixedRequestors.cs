using AuthApi.Analyzers.Environments;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
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
        var (requestor, start) = Named(match);
        return requestor.Length == 0 || UnknownText.HasHole(requestor) || match.Url.HasUnknownBase ? null : new HostUse
        {
            Host = requestor, Environment = requestor, Location = HostText.Locate(program, use.Url, requestor, start), Place = use.Place, Call = use.Call, Keys = use.Keys, Url = use.Url,
        };
    }

    /// <summary>The requestor in path or query, and where it begins in the URL's text; empty when there is none.</summary>
    private static (string Requestor, int Start) Named(EndpointMatch match)
    {
        if (match.Url.Query.FirstOrDefault(static p => Names.Contains(p.Name)) is { } parameter)
            return (parameter.Value, parameter.Start + parameter.Length - parameter.Value.Length);
        var first = match.Url.Segments.Count - match.Endpoint.Segments.Count;
        for (var i = 0; first >= 0 && i < match.Endpoint.Segments.Count; i++)
        {
            if (Names.Contains(match.Endpoint.Segments[i].Trim('{', '}')))
                return (match.Url.Segments[first + i].Text, match.Url.Segments[first + i].Start);
        }

        return ("", 0);
    }
}
