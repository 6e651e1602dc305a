using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace AuthApi.Analyzers.ProtocolTests.Services.Vip;

/// <summary>One request of credential management, whatever carried it. Fields are null when they were not sent.</summary>
internal sealed record OperationRequest(Func<string, string?> Field, Func<string, IReadOnlyList<string>> Fields, string? TokenType);

/// <summary>The outcome: a reason code in lower case, and the payload (absent on failure).</summary>
internal sealed record OperationResult(string Code, params (string Name, string Value)[] Payload);

/// <summary>An operation by its REST name and SOAP name, with the URL group it belongs to.</summary>
internal sealed record Operation(string RestName, string Name, string Group, Func<OperationRequest, OperationResult> Carry);

/// <summary>
/// What the operations do, for REST and SOAP alike: both use the same names and codes. Sources: XSD of the web services
/// (constraints), the troubleshooting table (codes). Codes for values that break the schema are inferred: 4e00.
/// Registration of phones, delivery of codes and transactions are not simulated.
/// </summary>
internal sealed partial class CredentialOperations(TimeProvider clock)
{
    private static readonly TimeSpan s_setLimit = TimeSpan.FromDays(30);
    private static readonly TimeSpan s_generateLimit = TimeSpan.FromDays(7);

    private static readonly string[] s_reasons =
        ["Unspecified", "Stolen", "Lost", "Canceled", "Returned", "TemporarilyUnavailable", "Expired", "DeactivatedAsPerUnusedPolicy"];

    private readonly Dictionary<(string? Type, string Id), Credential> _credentials = [];

    public IReadOnlyList<Operation> All => field ??=
    [
        new("activate-token", "ActivateToken", "mgmt", OnCredential(Activate)),
        new("deactivate-token", "DeactivateToken", "mgmt", OnCredential((r, c) => Change(r, c, CredentialState.Inactive))),
        new("enable-token", "EnableToken", "mgmt", OnCredential((r, c) => Change(r, c, CredentialState.Enabled))),
        new("disable-token", "DisableToken", "mgmt", OnCredential((r, c) => Change(r, c, CredentialState.Disabled))),
        new("unlock-token", "UnlockToken", "mgmt", OnCredential(Unlock)),
        new("get-token-information", "GetTokenInformation", "mgmt", OnCredential(Information)),
        new("check-otp", "CheckOTP", "mgmt", OnCredential(CheckOtp)),
        new("set-temporary-password", "SetTemporaryPassword", "mgmt", OnCredential(SetTemporaryPassword)),
        new("generate-temporary-password", "GenerateTemporaryPassword", "mgmt", OnCredential(GenerateTemporaryPassword)),
        new("set-temporary-password-expiration", "SetTemporaryPwdExpiration", "mgmt", OnCredential(SetExpiration)),
        new("get-temporary-password-expiration", "GetTemporaryPwdExpiration", "mgmt", OnCredential(GetExpiration)),
        new("validate", "Validate", "val", OnCredential(Validate)),
        new("validate-multiple", "ValidateMultiple", "val", Versioned(ValidateMultiple)),
        new("synchronize", "Synchronize", "val", OnCredential(Synchronize)),
        new("get-server-time", "GetServerTime", "prov", Versioned(_ => new(ReasonCodes.Success, ("Timestamp", Text(clock.GetUtcNow()))))),
        new("get-activation-code", "GetActivationCode", "prov", Versioned(ActivationCode)),
    ];

    public Credential Add(Credential credential) => _credentials[(credential.Type, credential.Id)] = credential;

    public Credential? Find(string? id, string? type = null) => id is null ? null : _credentials.GetValueOrDefault((type, id));

    /// <summary>The second part of a login with a code: state first, then a temporary code, then the code itself.</summary>
    public string Validate(Credential credential, string otp)
    {
        var temporary = credential.TemporaryPassword is not null && credential.TemporaryPasswordExpires > clock.GetUtcNow();
        if (temporary && credential.State is CredentialState.Enabled or CredentialState.Disabled && otp == credential.TemporaryPassword)
        {
            if (credential.TemporaryPasswordOneTimeUse)
                credential.TemporaryPassword = null;
            return ReasonCodes.Success;
        }

        if (credential.State == CredentialState.Disabled && temporary)
            return ReasonCodes.ValidationFailed;
        return credential.State == CredentialState.Enabled ? credential.Check(otp, second: null, count: true) : ReasonCodes.Of(credential.State);
    }

    private static Func<OperationRequest, OperationResult> Versioned(Func<OperationRequest, OperationResult> carry) => request =>
        request.Field("Version") is not { } version ? new(ReasonCodes.Malformed)
        : !VersionForm().IsMatch(version) ? new(ReasonCodes.Version)
        : request.Field("Id")?.Length > 40 ? new(ReasonCodes.Malformed)
        : carry(request);

    private Func<OperationRequest, OperationResult> OnCredential(Func<OperationRequest, Credential, OperationResult> carry) => Versioned(request =>
    {
        if (request.Field("TokenId") is not { Length: > 0 and <= 40 } id || request.TokenType is not (null or "SMS" or "Voice" or "Service"))
            return new(ReasonCodes.Malformed);
        if (request.Field("Reason") is { } reason && !s_reasons.Contains(reason))
            return new(ReasonCodes.Malformed);
        if (new[] { "OTP", "OTP1", "OTP2" }.Any(name => request.Field(name) is { } otp && !OtpForm().IsMatch(otp)))
            return new(ReasonCodes.Malformed);
        return Find(id, request.TokenType) is { } credential ? carry(request, credential) : new(ReasonCodes.UnknownCredential);
    });

    /// <summary>No code, one code or two consecutive ones are legal; a new phone needs one.</summary>
    private static OperationResult Activate(OperationRequest request, Credential credential)
    {
        if (credential.State == CredentialState.Locked)
            return new(ReasonCodes.Locked);
        if (request.Field("OTP1") is { } otp)
        {
            if (credential.Check(otp, request.Field("OTP2"), count: true) is not ReasonCodes.Success and var failure)
                return new(failure);
        }
        else if (credential is { Type: not null, State: CredentialState.New })
        {
            return new(ReasonCodes.OtpNeeded);
        }

        return Become(credential, CredentialState.Enabled);
    }

    private static OperationResult Change(OperationRequest request, Credential credential, CredentialState state) =>
        credential.State is CredentialState.New or CredentialState.Locked or CredentialState.Inactive && credential.State != state
            ? new(ReasonCodes.Of(credential.State))
            : Become(credential, state);

    private static OperationResult Unlock(OperationRequest request, Credential credential) =>
        credential.State == CredentialState.Locked ? Become(credential, CredentialState.Enabled) : new(ReasonCodes.BadState);

    /// <summary><c>SameInitialState</c> is text in the REST sample, also in JSON.</summary>
    private static OperationResult Become(Credential credential, CredentialState state)
    {
        var same = credential.State == state ? "true" : "false";
        credential.State = state;
        return new(ReasonCodes.Success, ("SameInitialState", same));
    }

    private OperationResult Information(OperationRequest request, Credential credential) => new(
        ReasonCodes.Success,
        ("TokenInformation/TokenId", credential.Id),
        ("TokenInformation/TokenStatus", credential.State.ToString().ToUpperInvariant()),
        ("TokenInformation/LastUpdate", Text(clock.GetUtcNow())));

    private OperationResult Validate(OperationRequest request, Credential credential) =>
        request.Field("OTP") is { } otp ? new(Validate(credential, otp)) : new(ReasonCodes.Malformed);

    /// <summary>Administrative: no matter which state, and failures do not count.</summary>
    private static OperationResult CheckOtp(OperationRequest request, Credential credential) =>
        request.Field("OTP1") is { } otp ? new(credential.Check(otp, request.Field("OTP2"), count: false)) : new(ReasonCodes.Malformed);

    private static OperationResult Synchronize(OperationRequest request, Credential credential) =>
        (request.Field("OTP1"), request.Field("OTP2")) is not ({ } first, { } second) ? new(ReasonCodes.Malformed)
        : credential.State != CredentialState.Enabled ? new(ReasonCodes.Of(credential.State))
        : new(credential.Check(first, second, count: true));

    private OperationResult ValidateMultiple(OperationRequest request)
    {
        var ids = request.Fields("TokenIds");
        if (ids.Count is < 2 or > 5 || request.Field("OTP") is not { } otp || !OtpForm().IsMatch(otp))
            return new(ReasonCodes.Malformed);
        var known = ids.Select(id => Find(id)).OfType<Credential>().ToList();
        if (known.Count < ids.Count)
            return new(ReasonCodes.UnknownCredential);
        if (known.Find(credential => credential.State == CredentialState.Enabled && credential.Otp == otp) is not { } fitting)
            return new(ReasonCodes.WrongOtp);
        var code = Validate(fitting, otp);
        return code == ReasonCodes.Success && request.Field("SendSuccessfulTokenId") == "true"
            ? new(code, ("SuccessfulTokenId", fitting.Id))
            : new(code);
    }

    /// <summary>Documents disagree about digits or letters; only "empty or six" is sure ground. Empty clears the password.</summary>
    private OperationResult SetTemporaryPassword(OperationRequest request, Credential credential)
    {
        if (request.Field("TemporaryPassword") is not { } password)
            return new(ReasonCodes.Malformed);
        return password.Length is 0 or 6 && password.All(char.IsAsciiLetterOrDigit)
            ? Keep(request, credential, password.Length == 0 ? null : password, s_setLimit)
            : new(ReasonCodes.TemporaryPasswordLength);
    }

    private OperationResult GenerateTemporaryPassword(OperationRequest request, Credential credential)
    {
        var result = Keep(request, credential, "031415", s_generateLimit);
        return result.Code == ReasonCodes.Success ? new(result.Code, ("TemporaryPassword", "031415")) : result;
    }

    private OperationResult Keep(OperationRequest request, Credential credential, string? password, TimeSpan limit)
    {
        // Without a date the password lives for the default of its operation; which one is an account setting.
        var (code, expires) = request.Field("ExpirationDate") is { } date ? Expiration(date, limit) : (ReasonCodes.Success, clock.GetUtcNow() + s_generateLimit);
        if (code != ReasonCodes.Success)
            return new(code);
        credential.TemporaryPassword = password;
        credential.TemporaryPasswordExpires = expires;
        credential.TemporaryPasswordOneTimeUse = request.Field("OneTimeUseOnly") is "true" or "1";
        return new(code);
    }

    private OperationResult SetExpiration(OperationRequest request, Credential credential)
    {
        if (request.Field("ExpirationDate") is not { } date)
            return new(ReasonCodes.Malformed);
        var (code, expires) = Expiration(date, s_setLimit);
        if (code == ReasonCodes.Success)
            credential.TemporaryPasswordExpires = expires;
        return new(code);
    }

    private static OperationResult GetExpiration(OperationRequest request, Credential credential) => credential.TemporaryPassword is null
        ? new(ReasonCodes.Success)
        : new(ReasonCodes.Success, ("ExpirationDate", Text(credential.TemporaryPasswordExpires)));

    private (string Code, DateTimeOffset Expires) Expiration(string text, TimeSpan limit)
    {
        DateTimeOffset date;
        try
        {
            // xs:dateTime; a time without a zone is taken as UTC.
            date = XmlConvert.ToDateTime(text, XmlDateTimeSerializationMode.RoundtripKind) is { Kind: DateTimeKind.Unspecified } plain
                ? new DateTimeOffset(plain, TimeSpan.Zero)
                : XmlConvert.ToDateTimeOffset(text);
        }
        catch (FormatException)
        {
            return (ReasonCodes.Malformed, default);
        }

        var now = clock.GetUtcNow();
        return date > now && date <= now + limit ? (ReasonCodes.Success, date) : (ReasonCodes.Expiration, default);
    }

    private static OperationResult ActivationCode(OperationRequest request) =>
        request.Field("ACProfile") is "MOBILEPHONE" or "COMPUTER"
            ? new(ReasonCodes.Success, ("ActivationCode", "12345678901234567890"))
            : new(ReasonCodes.Profile);

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{1,9}\.\d{0,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionForm();

    // The schema says six to ten. A shorter one is let through here and answered as a wrong code: that is what users see
    // whose code lost its leading zeros.
    [GeneratedRegex("^[a-zA-Z0-9]{1,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex OtpForm();
}
