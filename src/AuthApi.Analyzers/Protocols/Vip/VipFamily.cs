namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>The three interfaces of VIP. They differ in the names, the place and the letter case of the reason code.</summary>
internal enum VipFamily
{
    /// <summary>Credential management by REST: <c>&lt;Op&gt;Response.Status.ReasonCode</c>, a JSON string, lower case in the documentation (<c>4e04</c>).</summary>
    CredentialRest,
    /// <summary>VIP Web Services by SOAP: <c>Status/ReasonCode</c>, xs:hexBinary, upper case on the wire (<c>49B5</c>).</summary>
    CredentialSoap,
    /// <summary>VIP User Services by SOAP: <c>status</c> and <c>detail</c>, xs:hexBinary, upper case (<c>601B</c>).</summary>
    UserServices,
}

/// <summary>Facts that belong to a family as a whole.</summary>
internal static class VipFamilies
{
    /// <summary>Whether the letters of a code arrive in upper case; in lower case otherwise.</summary>
    public static bool SendsUpperCase(VipFamily family) => family != VipFamily.CredentialRest;

    /// <summary>A code in the letter case of the family, as it arrives.</summary>
    public static string InCaseOf(VipFamily family, string code) => SendsUpperCase(family) ? code.ToUpperInvariant() : code.ToLowerInvariant();

    /// <summary>The member with the code: <c>ReasonCode</c>, or <c>status</c> in User Services.</summary>
    public static string CodeMember(VipFamily family) => family == VipFamily.UserServices ? "status" : "ReasonCode";

    /// <summary>The member with the text: <c>StatusMessage</c>, or <c>statusMessage</c> in User Services.</summary>
    public static string MessageMember(VipFamily family) => family == VipFamily.UserServices ? "statusMessage" : "StatusMessage";

    /// <summary>Which part of the catalogue the family's codes are in.</summary>
    public static ReasonFamily ReasonsOf(VipFamily family) => family == VipFamily.UserServices ? ReasonFamily.UserServices : ReasonFamily.Credential;
}
