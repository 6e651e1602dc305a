// One code per line: code, family, category, documented text, cause, remedy.

namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>Codes of <c>status</c> and <c>detail</c> in VIP User Services, and of the inner status of a push transaction.</summary>
internal static class UserServicesReasonCodes
{
    private const string StatusCodes = "Status codes and messages (VIP User Services)";
    private const string Recorded = "recorded live responses in public client tests";

    public static IReadOnlyList<ReasonCode> All { get; } =
    [
        new("0000", ReasonFamily.UserServices, ReasonCategory.Success, "Success.", "Done.", "None.") { Source = StatusCodes, Note = "Not the success value of authenticateUserWithPush (6040); outer value of pollPushStatus says nothing about approval." },
        new("6001", ReasonFamily.UserServices, ReasonCategory.Configuration, "Invalid account.", "Account missing or not active, or wrong jurisdiction hash.", "Use an active account.") { Operations = ["createUser", "deleteUser", "removeCredential", "addCredential"], Source = StatusCodes },
        new("6002", ReasonFamily.UserServices, ReasonCategory.State, "User already exists.", "User id is taken.", "Pick another id or go on with the existing user.") { Operations = ["createUser"], Source = StatusCodes },
        new("6003", ReasonFamily.UserServices, ReasonCategory.NotFound, "User doesn't exist.", "Unknown user id.", "Create the user first.") { Source = StatusCodes, Note = "Live text recorded: User does not exist." },
        new("6004", ReasonFamily.UserServices, ReasonCategory.NotFound, "Credential ID is not valid.", "Credential not found.", "Check the credential id.") { Source = StatusCodes },
        new("6005", ReasonFamily.UserServices, ReasonCategory.Internal, "Internal error.", "Fault inside the service.", "Repeat; contact support if it stays.") { Source = StatusCodes, Note = "Documented as retryable." },
        new("6006", ReasonFamily.UserServices, ReasonCategory.Request, "Invalid credential type.", "Type does not fit the credential.", "Send the right type.") { Source = StatusCodes },
        new("6007", ReasonFamily.UserServices, ReasonCategory.NotFound, "No binding exists between user and credential.", "Credential not assigned to this user.", "Bind it or choose another.") { Source = StatusCodes },
        new("6008", ReasonFamily.UserServices, ReasonCategory.State, "User does not have an enabled credential for the given credential type.", "No enabled credential of that type.", "Enable one.") { Source = StatusCodes, Note = "Live wording differs slightly." },
        new("6009", ReasonFamily.UserServices, ReasonCategory.Otp, "Authentication failed.", "Wrong security code; `detail` may carry a ReasonCode such as 49B5.", "Ask for a new code.") { Operations = ["authenticateUser", "authenticateCredentials", "checkOtp"], Source = StatusCodes },
        new("600A", ReasonFamily.UserServices, ReasonCategory.Request, "Credential type not supported.", "Operation cannot work with that type.", "Choose another type.") { Source = StatusCodes },
        new("600B", ReasonFamily.UserServices, ReasonCategory.Request, "Schema validation failed.", "Request breaks the XSD (for example a dash in requestId).", "Correct the request.") { Source = StatusCodes },
        new("6015", ReasonFamily.UserServices, ReasonCategory.Request, null, "Used by a client as: phone number not valid.", "Correct the number.") { Operations = ["register", "addCredential"], Source = "client code only: constants in nitesh-sacumen/SymantecWeb", Confidence = ReasonConfidence.ClientCodeOnly },
        new("601B", ReasonFamily.UserServices, ReasonCategory.State, "Operation not allowed in current user status.", "User is locked or disabled.", "Unlock or enable the user.") { Source = Recorded },
        new("6026", ReasonFamily.UserServices, ReasonCategory.State, null, "Used by a client as: credential already registered.", "Treat as already done after checking.") { Operations = ["addCredential"], Source = "client code only: constants in nitesh-sacumen/SymantecWeb", Confidence = ReasonConfidence.ClientCodeOnly },
        new("6040", ReasonFamily.UserServices, ReasonCategory.Success, "Mobile push request sent", "Push was accepted; the user has not answered yet.", "Poll pollPushStatus.") { Operations = ["authenticateUserWithPush"], Source = Recorded, Note = "Success although not 0000." },
        new("7000", ReasonFamily.PushTransaction, ReasonCategory.Success, "Mobile push request approved by user", "User approved.", "Let the user in.") { Operations = ["pollPushStatus"], Source = Recorded, Note = "7000 means something else in voice delivery." },
        new("7001", ReasonFamily.PushTransaction, ReasonCategory.Transient, "Mobile push request in progress", "No answer yet.", "Poll again.") { Operations = ["pollPushStatus"], Source = Recorded },
        new("7002", ReasonFamily.PushTransaction, ReasonCategory.Authorization, "Mobile push request denied by user", "User refused.", "Deny; do not retry.") { Operations = ["pollPushStatus"], Source = Recorded },
        new("7005", ReasonFamily.PushTransaction, ReasonCategory.NotFound, "Mobile push request not found", "Unknown transaction id.", "Start a new push.") { Operations = ["pollPushStatus"], Source = Recorded },
    ];
}
