namespace AuthApi.Analyzers.ProtocolTests.Services.AdobePass;

/// <summary>Registration codes and what follows from them: authentications and authorizations of devices.</summary>
internal sealed partial class AdobePassService
{
    /// <summary>Documented default of a code's lifetime, and its maximum.</summary>
    public static TimeSpan DefaultCodeLifetime { get; } = TimeSpan.FromMinutes(30);

    private const int MaximumTtlSeconds = 36000;

    private readonly Dictionary<string, RegistrationCode> _codes = [];
    private readonly Dictionary<(string Requestor, string Device), Authentication> _authentications = [];
    private readonly Dictionary<(string Requestor, string Device, string Resource), DateTimeOffset> _authorizations = [];

    /// <summary>The user logs in at the MVPD for this code. False when the code is unknown or expired.</summary>
    public bool LogIn(string code)
    {
        if (!_codes.TryGetValue(code, out var known) || known.Expires <= Clock.GetUtcNow())
            return false;
        LogIn(known.Requestor, known.Device);
        return true;
    }

    /// <summary>Makes a device authenticated, as after a login. V1 devices are their deviceId, V2 devices the header value.</summary>
    public void LogIn(string requestor, string device) =>
        _authentications[(requestor, device)] = new Authentication(DemoMvpd, Clock.GetUtcNow() + AuthenticationLifetime);

    private RegistrationCode CreateCode(string requestor, string device, TimeSpan lifetime)
    {
        // The environment is part of the text only to make failures readable; the stores are separate anyway.
        var text = $"{_environment.ToString()[0]}{_codes.Count + 1:D6}";
        return _codes[text] = new RegistrationCode(text, requestor, device, Clock.GetUtcNow(), Clock.GetUtcNow() + lifetime);
    }

    /// <summary>A code is known for one requestor in one environment until it expires.</summary>
    private RegistrationCode? FindCode(string? code, string requestor) =>
        code is not null && _codes.TryGetValue(code, out var known) && known.Requestor == requestor && known.Expires > Clock.GetUtcNow()
            ? known
            : null;

    private Authentication? FindAuthentication(string requestor, string device) =>
        _authentications.GetValueOrDefault((requestor, device)) is { } found && found.Expires > Clock.GetUtcNow() ? found : null;

    private sealed record RegistrationCode(
        string Text, string Requestor, string Device, DateTimeOffset Generated, DateTimeOffset Expires)
    {
        public Guid Id { get; } = Guid.NewGuid();
    }

    private sealed record Authentication(string Mvpd, DateTimeOffset Expires);
}
