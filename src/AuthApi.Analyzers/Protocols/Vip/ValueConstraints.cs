namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>
/// What VIP demands of the values in its requests. Sources: XSD of VIP Web Services and of User Services, Developer's Guide pages;
/// for ACProfile the REST troubleshooting page (4e08).
/// </summary>
internal static class ValueConstraints
{
    /// <summary>Days from now that <c>ExpirationDate</c> may lie ahead in SetTemporaryPassword and SetTemporaryPwdExpiration (4953).</summary>
    public const int ExpirationDays = 30;

    /// <summary>The same in GenerateTemporaryPassword and SendTemporaryPassword; whether they answer 4953 is not confirmed.</summary>
    public const int ShortExpirationDays = 7;

    public static ValuesConstraint RestACProfile { get; } = new("ACProfile", ["MOBILEPHONE", "COMPUTER"], IsClosed: true) { FailureCode = "4e08" };

    /// <summary>The old SOAP schema has two more.</summary>
    public static ValuesConstraint SoapACProfile { get; } =
        new("ACProfile", ["MOBILEPHONE", "COMPUTER", "BREW", "MOBILE_NUMERIC_MEDIUM"], IsClosed: true) { FailureCode = "4e08" };

    /// <summary>One l in "Canceled". The last value is in newer schemas only.</summary>
    public static ValuesConstraint Reason { get; } = new(
        "Reason",
        ["Unspecified", "Stolen", "Lost", "Canceled", "Returned", "TemporarilyUnavailable", "Expired", "DeactivatedAsPerUnusedPolicy"],
        IsClosed: false)
    {
        FailureCode = "4e00",
        Misspellings = new Dictionary<string, string> { ["Cancelled"] = "Canceled", ["TemporaryUnavailable"] = "TemporarilyUnavailable" },
    };

    /// <summary>Attribute <c>type</c> of a TokenId; absent for credentials that are no phone. How REST spells it is not known.</summary>
    public static ValuesConstraint TokenType { get; } = new("type", ["SMS", "Voice", "Service"], IsClosed: false) { FailureCode = "4e00" };

    /// <summary>Only in responses: a comparison with another spelling never holds.</summary>
    public static ValuesConstraint TokenStatus { get; } =
        new("TokenStatus", ["NEW", "ENABLED", "DISABLED", "LOCKED", "INACTIVE", "UNKNOWN"], IsClosed: false) { FailureCode = "4e00" };

    /// <summary>Which versions a service accepts is not documented; this is their form. A wrong form is 4e04 or 4e00.</summary>
    public static PatternConstraint Version { get; } = new("Version", "digits, a full stop, digits, such as 3.1", @"[0-9]{1,9}\.[0-9]{0,9}") { FailureCode = "4e04" };

    /// <summary><c>Id</c> of a Web Services request.</summary>
    public static CharactersConstraint Id { get; } = new("Id", "at most 40 characters", 0, 40, static _ => true) { FailureCode = "4e00" };

    /// <summary><c>requestId</c> of a User Services request: <c>Guid.ToString("N")</c> fits, the form with dashes does not.</summary>
    public static CharactersConstraint UserServicesRequestId { get; } =
        new("requestId", "4 to 40 letters, digits or underscores, no dash", 4, 40, static character => IsLetterOrDigit(character) || character == '_') { FailureCode = "600B" };

    /// <summary>A credential id, four characters of prefix included (SYMC, VSST, …).</summary>
    public static CharactersConstraint TokenId { get; } = new("TokenId", "at most 40 characters", 1, 40, static _ => true) { FailureCode = "4e00" };

    /// <summary>A TokenId of type SMS or Voice: country code and number, digits only; an extension for Voice.</summary>
    public static PatternConstraint PhoneTokenId { get; } =
        new("TokenId", "country code and number in 5 to 20 digits, without +, blanks or dashes", PhonePattern) { FailureCode = "49f2" };

    public static PatternConstraint PhoneNumber { get; } =
        new("PhoneNumber", "country code and number in 5 to 20 digits, without +, blanks or dashes", PhonePattern) { FailureCode = "4e00" };

    private const string PhonePattern = @"[0-9]{5,20}(x[0-9,#.*]{1,20})?";

    /// <summary>A text, not a number: leading zeros count.</summary>
    public static CharactersConstraint Otp { get; } = new("OTP", "6 to 10 letters or digits", 6, 10, IsLetterOrDigit) { FailureCode = "4e00" };

    /// <summary>Empty clears it. The sources disagree on letters, so only the length is checked.</summary>
    public static PatternConstraint TemporaryPassword { get; } = new("TemporaryPassword", "six characters, or none to clear it", @"(?s:.{6})?") { FailureCode = "4952" };

    public static CharactersConstraint AuthorizerAccountId { get; } =
        new("AuthorizerAccountId", "1 to 32 letters or digits", 1, 32, IsLetterOrDigit) { FailureCode = "4e00" };

    public static CharactersConstraint TxnOtp { get; } = new("TxnOTP", "4 to 10 digits", 4, 10, IsDigit) { FailureCode = "4e00" };

    public static CharactersConstraint TxnId { get; } = new("TxnId", "6 to 16 letters or digits", 6, 16, IsLetterOrDigit) { FailureCode = "4e00" };

    public static CharactersConstraint ActivationCode { get; } = new("ActivationCode", "at most 20 characters", 0, 20, static _ => true) { FailureCode = "4e00" };

    /// <summary>Text of an SMS; User Services asks for 5 to 140.</summary>
    public static CharactersConstraint SmsMessage { get; } = new("Message", "fewer than 160 characters", 0, 159, static _ => true) { FailureCode = "4e00" };

    public static CharactersConstraint UserId { get; } = new("userId", "1 to 128 characters", 1, 128, static _ => true) { FailureCode = "600B" };

    public static CharactersConstraint CredentialId { get; } = new(
        "credentialId", "4 to 100 letters, digits or , # . *", 4, 100,
        static character => IsLetterOrDigit(character) || character is ',' or '#' or '.' or '*') { FailureCode = "600B" };

    public static CharactersConstraint FriendlyName { get; } = new("friendlyName", "1 to 125 characters", 1, 125, static _ => true) { FailureCode = "600B" };

    public static CharactersConstraint TransactionId { get; } = new(
        "transactionId", "4 to 16 letters, digits or underscores", 4, 16,
        static character => IsLetterOrDigit(character) || character == '_') { FailureCode = "600B" };

    /// <summary>The last three are in the documentation only.</summary>
    public static ValuesConstraint CredentialType { get; } = new(
        "credentialType",
        ["STANDARD_OTP", "SMS_OTP", "VOICE_OTP", "SERVICE_OTP", "CERTIFICATE", "IA", "EMAIL_OTP", "BIOMETRIC", "SECURITY_KEY"],
        IsClosed: false) { FailureCode = "600B" };

    /// <summary>Value of <c>authContext</c> key <c>authLevel.level</c>.</summary>
    public static PatternConstraint AuthLevel { get; } = new("authLevel.level", "1 to 10", "[1-9]|10") { FailureCode = "600B" };

    private static readonly Constraint[] OfWebServices =
        [Reason, Version, Otp, Otp with { Name = "OTP1" }, Otp with { Name = "OTP2" }, TemporaryPassword, AuthorizerAccountId, TxnOtp, TxnId, TokenId, PhoneNumber];

    private static readonly Constraint[] OfUserServices = [UserServicesRequestId, UserId, CredentialId, FriendlyName, TransactionId, CredentialType];

    /// <summary>
    /// The constraint of a request's member in a family, or null when there is none or it depends on more than the name.
    /// The stricter form for phones (<see cref="PhoneTokenId"/>) and the attribute <c>type</c> have to be asked for by name.
    /// </summary>
    public static Constraint? Of(string member, VipFamily family) => (member, family) switch
    {
        (_, VipFamily.UserServices) => OfUserServices.FirstOrDefault(constraint => constraint.Name == member),
        ("ACProfile", VipFamily.CredentialRest) => RestACProfile,
        ("ACProfile", _) => SoapACProfile,
        ("Id", VipFamily.CredentialSoap) => Id,
        _ => OfWebServices.FirstOrDefault(constraint => constraint.Name == member),
    };

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool IsLetterOrDigit(char character) => IsDigit(character) || character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
