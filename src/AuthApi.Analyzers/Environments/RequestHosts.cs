using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Protocols;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Environments;

/// <summary>The hosts of requests and of addresses, for a service that says which environment a host is.</summary>
internal static class RequestHosts
{
    /// <summary>
    /// The use of a host by a request, when all addresses that the request may have are of one environment. Several
    /// environments, or an address that is not known, are a choice that the program makes at run time.
    /// </summary>
    public static HostUse? Of(ProgramModel program, HttpRequest request, Func<string, string?> environmentOf, Func<TextValue, string?> callOf, Func<TextValue, IReadOnlyCollection<string>> keysOf)
    {
        if (Of(program, request.Urls, request.Send.Syntax, environmentOf, callOf, keysOf) is not { } use)
            return null;
        var place = PlaceOf(request, use.Location);
        return place.SyntaxTree == use.Location.SourceTree && place == use.Place ? use : new HostUse
        {
            Host = use.Host, Environment = use.Environment, Location = use.Location, Place = place, Call = use.Call, Keys = use.Keys, Url = use.Url,
        };
    }

    /// <summary>The use of a host by a text that is an address.</summary>
    public static HostUse? Of(
        ProgramModel program, IReadOnlyList<TextValue> urls, SyntaxNode place, Func<string, string?> environmentOf, Func<TextValue, string?> callOf, Func<TextValue, IReadOnlyCollection<string>> keysOf)
    {
        string? environment = null;
        foreach (var text in urls)
        {
            if (ServiceUrl.Parse(text.ToString()).KnownHost is not { } host || environmentOf(host) is not { } found || (environment ??= found) != found)
                return null;
        }

        if (environment is null || callOf(urls[0]) is not { } call)
            return null;
        var first = ServiceUrl.Parse(urls[0].ToString()).KnownHost!;
        return new HostUse
        {
            Host = first,
            Environment = environment,
            Location = HostText.Locate(program, urls[0], first, urls[0].ToString().IndexOf(first, StringComparison.Ordinal)),
            Place = place,
            Call = call,
            Keys = keysOf(urls[0]),
            Url = urls[0],
        };
    }

    /// <summary>The call, on the way from the send out to its callers, that stands in the member where the host is written; else the send.</summary>
    private static SyntaxNode PlaceOf(HttpRequest request, Location host)
    {
        var member = host.SourceTree!.GetRoot().FindNode(host.SourceSpan).ContainingMember();
        for (var frame = request.Send.Frame; frame is not null; frame = frame.Parent)
        {
            if (frame.Call.Syntax.ContainingMember() == member)
                return frame.Call.Syntax;
        }

        return request.Send.Syntax;
    }
}
