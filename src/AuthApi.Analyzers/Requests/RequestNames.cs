using AuthApi.Analyzers.Protocols.Vip;
using VipOperations = AuthApi.Analyzers.Protocols.Vip.Operations;

namespace AuthApi.Analyzers.Requests;

/// <summary>How requests and their members are called, and what that tells.</summary>
internal static class RequestNames
{
    /// <summary>Members that every Web Services request has; the REST names are the same.</summary>
    private static readonly string[] Common = ["Version", "Id", "AuthorizerAccountId"];

    private static readonly Dictionary<string, string> CredentialMembers = VipOperations.All
        .Where(static o => o.Reasons == ReasonFamily.Credential)
        .SelectMany(static o => o.Request.Select(static f => f.Name))
        .Concat(Common)
        .Concat(["TxnOTP", "TxnId"])
        .Distinct()
        .ToDictionary(static n => n, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] TypeSuffixes = ["RequestType", "Request", "Type", "Dto", "DTO", "Body", "Model", "Payload", "Data", "Content", "Message"];

    /// <summary>The schema's spelling of a member of a credential request, however the program spells it; null for no such member.</summary>
    public static string? CredentialMember(string name) => CredentialMembers.TryGetValue(name, out var known) ? known : null;

    /// <summary>Whether only requests of VIP, and few other objects, have a member of that name together with a token id.</summary>
    public static bool IsTelling(string member) => member is not ("Id" or "TokenId");

    /// <summary>The operation whose request has this name: a JSON root, a DTO, a proxy class, an XML element; null for other names.</summary>
    public static Operation? OperationOf(string name, VipFamily family)
    {
        if (name.StartsWith("Vip", StringComparison.OrdinalIgnoreCase) && name.Length > 3)
            name = name.Substring(3);
        if (Exact(name, family) is { } same)
            return same;
        foreach (var suffix in TypeSuffixes)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal) && name.Length > suffix.Length
                && Exact(name.Substring(0, name.Length - suffix.Length), family) is { } operation)
            {
                return operation;
            }
        }

        return null;
    }

    private static Operation? Exact(string name, VipFamily family) => VipOperations.All.FirstOrDefault(o =>
        o.Reasons == VipFamilies.ReasonsOf(family) && string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase));
}
