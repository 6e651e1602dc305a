using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using AuthApi.Analyzers.Protocols.Vip;

namespace AuthApi.Analyzers.Http;

/// <summary>
/// Requests to services that no rule is about. Most of a program's requests are such; once the host tells, nothing else of them is looked up.
/// </summary>
internal static class OtherServices
{
    /// <summary>The texts of an address: whole when it may lead to one of the services, otherwise at least up to the host.</summary>
    public static IReadOnlyList<TextValue> UrlTextsOf(this ProgramModel program, Site address) => program.TextsOf(address, program.IsOther);

    /// <summary>Whether the host is known, and neither a host of one of the services nor a gateway of the user's to it.</summary>
    public static bool IsOther(this ProgramModel program, TextValue address)
    {
        var text = address.ToString();
        // The host ends where the path begins.
        if (program.Options is not { } options || !UriTexts.IsAbsolute(text) || text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3) < 0)
            return false;
        return ServiceUrl.Parse(text).KnownHost is { Length: > 0 } host
            && AdobePassHosts.Classify(host) is null
            && VipHosts.Classify(host) is null
            && !options.Any(o => o.AdobePassHosts.Contains(host) || o.VipHosts.Contains(host));
    }
}
