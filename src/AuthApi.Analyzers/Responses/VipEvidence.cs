using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using VipOperations = AuthApi.Analyzers.Protocols.Vip.Operations;

namespace AuthApi.Analyzers.Responses;

/// <summary>
/// What the text of a source file tells of VIP, kept with the tree. A host or XML namespace of VIP is certain; names of
/// answers are not (other services have a <c>ValidateResponse</c>), and count only next to the other names of an answer.
/// </summary>
internal sealed class VipEvidence
{
    private static readonly ConditionalWeakTable<SyntaxTree, VipEvidence> Trees = new();

    private static readonly string[] Certain =
        [VipHosts.Domain, "vipservices-auth.verisign.com", "vipuserservices-auth.verisign.com", .. XmlNamespaces.All];

    // Linear in the text: nothing to limit.
    private static readonly Regex Addresses = new("\"https?://(?<host>[A-Za-z0-9.-]+)[^\"\\s]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private readonly Lazy<bool> namesOtherHost;

    private VipEvidence(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        IsCertain = Certain.Any(c => text.IndexOf(c, StringComparison.OrdinalIgnoreCase) >= 0);
        NamesAnswer = Contains("StatusMessage") && Contains("ReasonCode") && Contains("RequestId")
            || VipOperations.All.Any(o => Contains(o.ResponseName) && Contains("ReasonCode") && Contains("Status"));
        NamesVip = IsCertain || Mentions("symantec") || VipOperations.All.Any(o => Contains(o.ResponseName));
        MentionsVip = NamesVip || Mentions("vip");
        // Asked seldom, and then the text is read again rather than kept.
        namesOtherHost = new(() => Addresses.Matches(tree.GetText().ToString()).Cast<Match>().Any(static url => !IsNeutral(url.Groups["host"].Value) && url.Value.IndexOf("vip", StringComparison.OrdinalIgnoreCase) < 0));

        bool Contains(string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
        bool Mentions(string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>A host or XML namespace of VIP stands in the file.</summary>
    public bool IsCertain { get; }

    /// <summary>The names of an answer of VIP stand in the file.</summary>
    public bool NamesAnswer { get; }

    /// <summary>The vendor, or one of the answers of VIP, is named.</summary>
    public bool NamesVip { get; }

    /// <summary>
    /// The three letters stand somewhere. Proves nothing alone, since other services have customers of that name; without them a status with a code and a
    /// text, next to a request id, is anybody's.
    /// </summary>
    public bool MentionsVip { get; }

    /// <summary>A literal is the address of something else.</summary>
    public bool NamesOtherHost => namesOtherHost.Value;

    /// <summary>Hosts of XML namespaces, and the developer's own machine.</summary>
    private static bool IsNeutral(string host) => host is "localhost" or "www.w3.org" or "tempuri.org" || host.StartsWith("schemas.", StringComparison.OrdinalIgnoreCase)
        || host.StartsWith("127.", StringComparison.Ordinal);

    public static VipEvidence Of(SyntaxTree tree) => Trees.GetValue(tree, static t => new VipEvidence(t));
}
