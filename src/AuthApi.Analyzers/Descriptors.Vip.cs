using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers;

internal static partial class Descriptors
{
    /// <summary>Arguments: what is not examined, or used too early; what to compare with what.</summary>
    public static readonly DiagnosticDescriptor IgnoredReasonCode = Create(
        DiagnosticIds.IgnoredReasonCode,
        VipCategory,
        DiagnosticSeverity.Warning,
        "The reason code of a VIP response must be examined",
        "{0}: VIP answers failures as ordinary responses, so they count as success here; {1}",
        "VIP tells a failure (wrong security code, locked credential, unknown token, service unavailable) in the reason code of an ordinary response: no exception is thrown and the HTTP status need not tell. Where the code is not compared with 0000, every failure is taken for success, and the content that only a success has is missing.");

    /// <summary>Arguments: the value as written, the member, what is wrong with it, what the service answers, the remedy.</summary>
    public static readonly DiagnosticDescriptor InvalidRequestValue = Create(
        DiagnosticIds.InvalidRequestValue,
        VipCategory,
        DiagnosticSeverity.Warning,
        "A value in a request to VIP must be one that the service accepts",
        "'{0}' is no valid {1}: {2}. VIP answers {3}; {4}.",
        "VIP checks versions, identifiers, profiles, reasons, phone numbers and security codes of a request against its schema, and each group of operations has a URL of its own. A value outside that is answered with an error code, not with an exception.");

    /// <summary>Arguments: the value as written, the member, what is wrong with it, what the service answers, the remedy.</summary>
    public static readonly DiagnosticDescriptor InvalidTemporaryPassword = Create(
        DiagnosticIds.InvalidTemporaryPassword,
        VipCategory,
        DiagnosticSeverity.Warning,
        "A temporary password of VIP has six characters and expires within the allowed days",
        "'{0}' is no valid {1}: {2}. {3}; {4}.",
        "A temporary password has six characters, or none to clear it (4952), and its ExpirationDate lies later than now and at most 30 days ahead (4953); 7 days for GenerateTemporaryPassword and SendTemporaryPassword.");

    /// <summary>Arguments: the member, the flag, what the service does without the value.</summary>
    public static readonly DiagnosticDescriptor UnsetSpecifiedFlag = Create(
        DiagnosticIds.UnsetSpecifiedFlag,
        VipCategory,
        DiagnosticSeverity.Warning,
        "A value of a generated VIP request is sent only when its Specified flag is set",
        "'{0}' is never sent, because '{1}' is not set: {2}. Set '{1}' to true.",
        "Generated SOAP classes carry optional values in pairs. XmlSerializer leaves a value out, without an error, unless the member of the same name with the ending Specified is true.");

    /// <summary>Arguments: the expression, the member, what becomes of it, the remedy.</summary>
    public static readonly DiagnosticDescriptor OtpAsNumber = Create(
        DiagnosticIds.OtpAsNumber,
        VipCategory,
        DiagnosticSeverity.Warning,
        "A security code for VIP is text: its leading zeros count",
        "'{0}' is a number, and '{1}' is text whose leading zeros count: 012345 is sent as 12345, and VIP answers {2}; {3}",
        "One security code in ten starts with a zero. Held in a number or written without padding it loses the zero, and the service answers that the code is wrong.");

    /// <summary>Arguments: the value, the other member, the remedy.</summary>
    public static readonly DiagnosticDescriptor RepeatedOtp = Create(
        DiagnosticIds.RepeatedOtp,
        VipCategory,
        DiagnosticSeverity.Warning,
        "OTP1 and OTP2 of a VIP request are two consecutive security codes",
        "'{0}' is sent as OTP1 and as OTP2: VIP wants two consecutive security codes and answers 4923 or 49b5 (invalid security code). Ask for the next code and send it as OTP2.",
        "To synchronize a drifted credential the service needs the code that it shows and the next one. The same code twice proves nothing, and is answered like a wrong one.");

    /// <summary>Arguments: the construct, the codes that are missing with their meaning.</summary>
    public static readonly DiagnosticDescriptor UnhandledReasonCode = Create(
        DiagnosticIds.UnhandledReasonCode,
        VipCategory,
        DiagnosticSeverity.Info,
        "Codes of VIP that have a remedy are not final failures",
        "This {0} treats reason codes of VIP that have a remedy as final: {1}",
        "Some codes are no final answer: 4879 asks to try again later, 4923 asks for a second security code, and the codes of a credential's state say what to do with it. Code that tells codes apart and leaves these to the default turns a user away who could be helped.");

    /// <summary>Arguments: the condition, what it means, the remedy.</summary>
    public static readonly DiagnosticDescriptor PushNotApproved = Create(
        DiagnosticIds.PushNotApproved,
        VipCategory,
        DiagnosticSeverity.Warning,
        "The status of a VIP push request is not the user's approval",
        "'{0}' {1}: {2}",
        "PollPushStatus answers with the outer status 0000 whether the user approved, denied or has not answered; only 7000 in transactionStatus is the approval. AuthenticateUserWithPush answers 6040 when the request was sent to the user.");
}
