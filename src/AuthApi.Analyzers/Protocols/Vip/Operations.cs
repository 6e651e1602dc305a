namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>
/// The catalogue of VIP operations. Credential operations: fields from the XSD and the SOAP pages, which the REST names share; paths by observed use;
/// names from the WSDL of VIP Web Services. User Services: names from its three WSDLs and the current pages.
/// </summary>
internal static class Operations
{
    private static readonly Field Token = new("TokenId", true);
    private static readonly string[] Management = ["/mgmt"];
    private static readonly string[] Validation = ["/val"];
    private static readonly string[] Provisioning = ["/prov"];
    private static readonly string[] Transactions = ["/txn"];
    private static readonly string[] TokenDetails = ["NetworkAlert", "TokenCategoryDetails"];

    /// <summary>All operations: credential management first, then User Services.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        Credential("ActivateToken", "activate-token", Management, [Token, Optional("OTP1"), Optional("OTP2")], ["SameInitialState"], consumesOtp: true),
        Credential("DeactivateToken", "deactivate-token", Management, [Token, Optional("Reason")], ["SameInitialState"]),
        Credential("EnableToken", "enable-token", Management, [Token], ["SameInitialState"]),
        Credential("DisableToken", "disable-token", Management, [Token, Optional("Reason")], ["SameInitialState"]),
        Credential("UnlockToken", "unlock-token", Management, [Token], ["SameInitialState"]),
        Credential("Validate", "validate", Validation, [Token, Required("OTP")], TokenDetails, consumesOtp: true),
        Credential("ValidateMultiple", null, Validation, [Required("TokenIds"), Required("OTP"), Optional("SendSuccessfulTokenId")],
            ["SuccessfulTokenId", "TokenCategoryDetails"], consumesOtp: true),
        // Public code sends CheckOTP to /mgmt; no page excludes /val, where the other judges of a code live.
        Credential("CheckOTP", null, ["/mgmt", "/val"], [Token, Required("OTP1"), Optional("OTP2"), Optional("acceptTemporaryPassword")], [],
            consumesOtp: true, catalogueName: "check-otp"),
        Credential("Synchronize", "synchronize", Validation, [Token, Required("OTP1"), Required("OTP2")], [], consumesOtp: true),
        Credential("GetTokenInformation", "get-token-information", Management, [Token, Optional("includeBadAttemptsCount")],
            ["TokenInformation", "NetworkIntelligence"]),
        Credential("SetTemporaryPassword", "set-temporary-password", Management,
            [Token, Required("TemporaryPassword"), Optional("ExpirationDate"), Optional("OneTimeUseOnly")], [], expirationDays: 30),
        Credential("GenerateTemporaryPassword", null, Management, [Token, Optional("ExpirationDate"), Optional("OneTimeUseOnly")], ["TemporaryPassword"],
            expirationDays: 7),
        Credential("SendTemporaryPassword", null, Management,
            [Token, Optional("PhoneNumber"), Optional("Destination"), Optional("ExpirationDate"), Optional("SMSDeliveryInfo"), Optional("VoiceDeliveryInfo")], [],
            expirationDays: 7, catalogueName: "sendTemporaryPassword"),
        // Required in the XSD, optional on the page.
        Credential("SetTemporaryPwdExpiration", null, Management, [Token, Optional("ExpirationDate")], [],
            expirationDays: 30, catalogueName: "set-temporary-password-expiration"),
        Credential("GetTemporaryPwdExpiration", "get-temporary-password-expiration", Management, [Token], ["ExpirationDate"]),
        Credential("SendOTP", "send-otp", Validation, [Token, Optional("SMSDeliveryInfo"), Optional("VoiceDeliveryInfo")], ["OTP"]),
        Credential("Register", null, Provisioning, [Token, Optional("DeliverOTP"), Optional("SMSDeliveryInfo"), Optional("VoiceDeliveryInfo")], ["OTP"],
            catalogueName: "register"),
        Credential("GetServerTime", "get-server-time", Provisioning, [], ["Timestamp", "UTCTimestamp"]),
        Credential("GetActivationCode", null, Provisioning, [Required("ACProfile")], ["ActivationCode", "ACExpiry"]),
        Credential("SubmitTxnVerification", null, Transactions, [], ["TxnId"], catalogueName: "submitTxnVerification"),
        Credential("PollTxnVerification", null, Transactions, [], [], catalogueName: "pollTxnVerification"),
        Credential("DeliverTxnOTP", null, Transactions, [], []),
        Credential("VerifyTxnOTP", null, Transactions, [], [], consumesOtp: true),
        Credential("GetAdminCode", null, [], [], []),
        Credential("ValidateCR", null, [], [], []),
        Credential("DeliverSMS", null, [], [], []),
        Credential("GetAdapterConfiguration", null, [], [], []),
        Credential("SetAdapterConfiguration", null, [], [], []),

        UserService("authenticateUser", consumesOtp: true),
        UserService("authenticateUserWithPush"),
        UserService("authenticateCredentials", consumesOtp: true),
        UserService("checkOtp", consumesOtp: true),
        UserService("evaluateRisk"),
        UserService("confirmRisk"),
        UserService("denyRisk"),
        UserService("evaluateNonMonetaryTransactionRisk"),
        UserService("evaluateMonetaryTransactionRisk"),
        UserService("confirmTransactionRisk"),
        UserService("denyTransactionRisk"),
        UserService("createUser"),
        UserService("updateUser"),
        UserService("deleteUser"),
        UserService("clearUserPin"),
        UserService("addCredential", consumesOtp: true),
        UserService("updateCredential"),
        UserService("removeCredential"),
        UserService("setTemporaryPassword"),
        UserService("clearTemporaryPassword"),
        UserService("setTemporaryPasswordAttributes"),
        UserService("sendOtp"),
        UserService("register"),
        UserService("getServerTime"),
        UserService("getUserInfo"),
        UserService("getCredentialInfo"),
        UserService("getTemporaryPasswordAttributes"),
        UserService("pollPushStatus"),
    ];

    /// <summary>The operation of that WSDL, REST or catalogue name in a family, or null. Letter case matters.</summary>
    public static Operation? TryGet(string name, VipFamily family) => All.FirstOrDefault(operation =>
        operation.Reasons == VipFamilies.ReasonsOf(family) && (operation.Name == name || operation.RestName == name || operation.CatalogueName == name));

    /// <summary>
    /// The operations whose answer has this name: an XML element, a JSON root, a DTO or a proxy class, with or without <c>Type</c>.
    /// Several when two families share the name (<c>RegisterResponse</c>). Such a name alone does not prove VIP.
    /// </summary>
    public static IReadOnlyList<Operation> ByResponse(string name) =>
        [.. All.Where(operation => operation.ResponseName == name || operation.ResponseTypeName == name)];

    /// <summary>The operations whose request class in a generated proxy has this name.</summary>
    public static IReadOnlyList<Operation> ByRequestType(string name) => [.. All.Where(operation => operation.RequestTypeName == name)];

    private static Field Required(string name) => new(name, true);

    private static Field Optional(string name) => new(name, false);

    private static Operation Credential(
        string name, string? restName, string[] paths, Field[] request, string[] response,
        bool consumesOtp = false, int? expirationDays = null, string? catalogueName = null) =>
        new(ReasonFamily.Credential, name)
        {
            RestName = restName, CatalogueName = catalogueName ?? restName ?? name, Paths = paths, Request = request, Response = response,
            ConsumesOtp = consumesOtp, MaximumExpirationDays = expirationDays,
        };

    private static Operation UserService(string name, bool consumesOtp = false) => new(ReasonFamily.UserServices, name) { ConsumesOtp = consumesOtp };
}
