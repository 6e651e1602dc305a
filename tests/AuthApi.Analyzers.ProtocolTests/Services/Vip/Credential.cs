namespace AuthApi.Analyzers.ProtocolTests.Services.Vip;

internal enum VipEnvironment { Production, Pilot }

internal enum CredentialState { New, Enabled, Disabled, Locked, Inactive }

/// <summary>A credential as the service keeps it. Its codes are fixed, one after another, and text: they start with zeros.</summary>
internal sealed class Credential(string id, string? type = null)
{
    /// <summary>Wrong codes until the credential is locked. The real number is an account setting; ours is ten.</summary>
    public const int MaximumBadAttempts = 10;

    private static readonly string[] s_codes =
        ["012345", "098765", "024680", "013579", "001122", "003344", "005566", "007788", "009900", "010203"];

    private int _used;

    public string Id { get; } = id;

    /// <summary>SMS, Voice or Service; null for a normal credential. Part of the key: the same id without it is unknown.</summary>
    public string? Type { get; } = type;

    public CredentialState State { get; set; } = CredentialState.Enabled;

    /// <summary>When true one code is not proof enough: 4923 until two consecutive codes are given.</summary>
    public bool OutOfSync { get; set; }

    public string? TemporaryPassword { get; set; }

    public DateTimeOffset TemporaryPasswordExpires { get; set; }

    public bool TemporaryPasswordOneTimeUse { get; set; }

    public int BadAttempts { get; private set; }

    /// <summary>The code that the device shows now.</summary>
    public string Otp => Code(0);

    /// <summary>The code that it shows next.</summary>
    public string NextOtp => Code(1);

    /// <summary>Compares as text, so a code that lost its leading zero is wrong; a used code is used up.</summary>
    public string Check(string otp, string? second, bool count)
    {
        if (otp == Otp && (second is null ? !OutOfSync : second == NextOtp))
        {
            _used += second is null ? 1 : 2;
            OutOfSync = false;
            BadAttempts = 0;
            return ReasonCodes.Success;
        }

        if (otp == Otp && second is null)
            return ReasonCodes.SecondOtpNeeded;
        if (count && ++BadAttempts == MaximumBadAttempts)
            State = CredentialState.Locked;
        return ReasonCodes.WrongOtp;
    }

    private string Code(int offset) => _used + offset < s_codes.Length ? s_codes[_used + offset] : throw new InvalidOperationException("No codes left.");
}
