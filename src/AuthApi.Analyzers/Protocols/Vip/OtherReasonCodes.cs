// One code per line: code, family, category, documented text, cause, remedy.

namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>Codes of voice delivery, and the HTTP status codes of the account and unit APIs.</summary>
internal static class OtherReasonCodes
{
    private const string KnowledgeBase = "VIP error codes for out-of-band or temporary password (KB 150872)";
    private const string RestStatusCodes = "Status codes and messages (VIP REST APIs)";

    // The page does not say which operations answer with these; inferred from what triggers a call.
    private static readonly string[] VoiceOperations = ["submitTxnVerification", "pollTxnVerification", "sendTemporaryPassword"];

    public static IReadOnlyList<ReasonCode> All { get; } =
    [
        new("0", ReasonFamily.VoiceDelivery, ReasonCategory.Success, "Success", "Code was spoken and the call ended.", "None.") { Operations = VoiceOperations, Source = KnowledgeBase, Note = "Operations are inferred." },
        new("7000", ReasonFamily.VoiceDelivery, ReasonCategory.Transient, "Session in Progress", "Call attempt is running.", "Poll again.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("1010", ReasonFamily.VoiceDelivery, ReasonCategory.Transient, "System Overload", "Too many sessions.", "Repeat shortly.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("1020", ReasonFamily.VoiceDelivery, ReasonCategory.Internal, "System Error", "Internal fault.", "Contact support.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("2140", ReasonFamily.VoiceDelivery, ReasonCategory.Request, "Invalid Parameters", "Parameter missing or wrong.", "Correct the request.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("2142", ReasonFamily.VoiceDelivery, ReasonCategory.Configuration, "Invalid TSOID or TSOID Inactive", "Bad or inactive application id.", "Correct the configuration.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("2510", ReasonFamily.VoiceDelivery, ReasonCategory.Request, "XML parsing or validation error", "Request is not valid XML for the schema.", "Correct the request.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("2520", ReasonFamily.VoiceDelivery, ReasonCategory.Authorization, "Invalid Password", "Wrong password value.", "Correct the credentials.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("2540", ReasonFamily.VoiceDelivery, ReasonCategory.NotFound, "Invalid TEID", "Unknown transaction id.", "Use the id of the submit call.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("3101", ReasonFamily.VoiceDelivery, ReasonCategory.Request, "Invalid Country Code", "Country code of the number not accepted.", "Correct the number.") { Operations = VoiceOperations, Source = KnowledgeBase, Note = "Table is cut off after 3101 in the stored page." },
        new("3210", ReasonFamily.VoiceDelivery, ReasonCategory.Transient, "Line Busy", "Line was busy.", "Offer another try.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("3220", ReasonFamily.VoiceDelivery, ReasonCategory.Request, "FAX Answered", "A fax answered.", "Use another number.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("3230", ReasonFamily.VoiceDelivery, ReasonCategory.Transient, "No Answer", "Nobody answered.", "Offer another try.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("3320", ReasonFamily.VoiceDelivery, ReasonCategory.Transient, "Call Disconnected", "User hung up too early.", "Offer another try.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("3330", ReasonFamily.VoiceDelivery, ReasonCategory.Transient, "No Sound Detected", "No key press when asked.", "Offer another try.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("3340", ReasonFamily.VoiceDelivery, ReasonCategory.Authorization, "No Affirmation", "User did not confirm after three prompts.", "Offer another try.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("3360", ReasonFamily.VoiceDelivery, ReasonCategory.Authorization, "Call Refuted", "User said the call was not expected.", "Treat as possible fraud.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("3370", ReasonFamily.VoiceDelivery, ReasonCategory.Transient, "User Token Delivered", "User hung up during delivery of the code.", "Code may or may not have been heard; wait for input.") { Operations = VoiceOperations, Source = KnowledgeBase },
        new("HTTP 201", ReasonFamily.AccountRest, ReasonCategory.Success, "OK", "Account created or similar.", "None.") { Source = RestStatusCodes, Note = "The page labels 201 as OK; detail text varies." },
        new("HTTP 400", ReasonFamily.AccountRest, ReasonCategory.Request, "BAD_REQUEST", "Mandatory field missing, unknown field, value outside its list, field not updatable, start date in the past.", "Read `details`, correct the request.") { Source = RestStatusCodes, Note = "Here the HTTP status does carry the failure, unlike the credential operations." },
    ];
}
