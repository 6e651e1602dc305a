namespace AuthApi.Analyzers.ProtocolTests.Services.Vip;

/// <summary>The codes that the simulation gives, with the documented texts; lower case, as the REST pages print them.</summary>
internal static class ReasonCodes
{
    public const string Success = "0000";
    public const string SecondOtpNeeded = "4923";
    public const string TemporaryPasswordLength = "4952";
    public const string Expiration = "4953";
    public const string BadState = "4990";
    public const string Disabled = "4993";
    public const string Locked = "4994";
    public const string New = "4995";
    public const string Inactive = "4996";
    public const string ValidationFailed = "4997";
    public const string WrongOtp = "49b5";
    public const string UnknownCredential = "49f2";
    public const string Malformed = "4e00";
    public const string Version = "4e04";
    public const string Profile = "4e08";
    public const string WrongUrl = "4e10";
    public const string OtpNeeded = "4e1d";

    private static readonly Dictionary<string, string> s_messages = new()
    {
        [Success] = "Success",
        [SecondOtpNeeded] = "The OTP you provided is within the Sync window, but outside the Look Ahead Window. This operation requires a second consecutive OTP",
        [TemporaryPasswordLength] = "The temporary password does not contain the correct number of alphanumeric characters",
        [Expiration] = "Expiration date must be later than the current time, and no more than 30 days from now.",
        [BadState] = "Bad Token State",
        [Disabled] = "Operation not allowed on a disabled token",
        [Locked] = "Operation not allowed on a locked token",
        [New] = "Operation not allowed on a new token",
        [Inactive] = "Operation not allowed on an inactive token",
        [ValidationFailed] = "Validation failed",
        [WrongOtp] = "Failed with an invalid security code",
        [UnknownCredential] = "Token ID not found",
        [Malformed] = "Malformed request",
        [Version] = "Unsupported service protocol version",
        [Profile] = "The activation code profile that you supplied is invalid",
        [WrongUrl] = "This URL does not support this operation",
        [OtpNeeded] = "OTP needs to be supplied for a phone number in a new state",
    };

    public static string Message(string code) => s_messages[code];

    /// <summary>What a state forbids.</summary>
    public static string Of(CredentialState state) => state switch
    {
        CredentialState.New => New,
        CredentialState.Disabled => Disabled,
        CredentialState.Locked => Locked,
        CredentialState.Inactive => Inactive,
        _ => BadState,
    };
}
