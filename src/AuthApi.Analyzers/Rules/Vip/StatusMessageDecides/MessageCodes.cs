using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Protocols.Vip;

namespace AuthApi.Analyzers.Rules.Vip.StatusMessageDecides;

/// <summary>Which codes the texts of a condition stand for, by the catalogue.</summary>
internal static class MessageCodes
{
    /// <summary>The one code of each text; null where one of the texts belongs to none or to several.</summary>
    public static IReadOnlyList<ReasonCode>? Single(MessageCondition condition, VipFamily family)
    {
        var result = new List<ReasonCode>();
        foreach (var text in condition.Texts)
        {
            if (Of(text, condition.Part, family) is not [var code])
                return null;
            result.Add(code);
        }

        return result.Count == 0 ? null : result;
    }

    /// <summary>What the condition should ask, for the message.</summary>
    public static string Remedy(MessageCondition condition, VipFamily family)
    {
        var member = VipFamilies.CodeMember(family);
        if (Single(condition, family) is { } codes)
        {
            var shown = string.Join(", ", codes.Select(c => $"\"{VipFamilies.InCaseOf(family, c.Code)}\" ({(c.Message ?? c.Cause).TrimEnd('.')})").Distinct());
            return $"compare {member} with {shown}";
        }

        foreach (var text in condition.Texts)
        {
            if (Of(text, condition.Part, family) is { Count: > 1 and <= 6 } several)
                return $"\"{text}\" belongs to the codes {string.Join(", ", several.Select(c => VipFamilies.InCaseOf(family, c.Code)))}; decide by {member}";
        }

        return $"decide by {member}, which is \"{ReasonCodes.Success}\" for success";
    }

    private static IReadOnlyList<ReasonCode> Of(string text, TextPart part, VipFamily family)
    {
        var reasons = VipFamilies.ReasonsOf(family);
        var whole = InFamily(ReasonCodes.ByMessage(text));
        return whole.Count > 0 || part == TextPart.Whole ? whole : InFamily(ReasonCodes.ByMessagePiece(text));

        IReadOnlyList<ReasonCode> InFamily(IReadOnlyList<ReasonCode> codes) => codes.Where(c => c.Family == reasons).ToList();
    }
}
