using System.Runtime.CompilerServices;
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

    private VipEvidence(string text)
    {
        IsCertain = Certain.Any(c => text.IndexOf(c, StringComparison.OrdinalIgnoreCase) >= 0);
        NamesAnswer = Contains("StatusMessage") && Contains("ReasonCode") && Contains("RequestId")
            || VipOperations.All.Any(o => Contains(o.ResponseName) && Contains("ReasonCode") && Contains("Status"));
        MentionsVip = IsCertain || Mentions("vip") || Mentions("symantec") || VipOperations.All.Any(o => Contains(o.ResponseName));

        bool Contains(string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
        bool Mentions(string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>A host or XML namespace of VIP stands in the file.</summary>
    public bool IsCertain { get; }

    /// <summary>The names of an answer of VIP stand in the file.</summary>
    public bool NamesAnswer { get; }

    /// <summary>
    /// The service, or one of its answers, is named in some way. Proves nothing alone; without it a status with a code and a text, next to a
    /// request id, may be anybody's.
    /// </summary>
    public bool MentionsVip { get; }

    public static VipEvidence Of(SyntaxTree tree) => Trees.GetValue(tree, static t => new VipEvidence(t.GetText().ToString()));
}
