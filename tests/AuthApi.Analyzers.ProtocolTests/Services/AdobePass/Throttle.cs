using System.Text.RegularExpressions;

namespace AuthApi.Analyzers.ProtocolTests.Services.AdobePass;

/// <summary>
/// The documented limit: one request per second and device, plus ten once at first contact. A device is an IP address,
/// taken from <c>X-Forwarded-For</c>. Source: the throttling page of the integration guide.
/// </summary>
internal sealed partial class Throttle(TimeProvider clock)
{
    private const int Burst = 10;
    private readonly Dictionary<string, Device> _devices = [];

    /// <summary>True when this request may pass; it is then counted.</summary>
    public bool Admits(ServiceRequest request)
    {
        if (!Covered().IsMatch(request.Path))
            return true;

        var now = clock.GetUtcNow();
        if (!_devices.TryGetValue(request.Client, out var device))
            _devices[request.Client] = device = new Device { First = now };

        var second = (long)(now - device.First).TotalSeconds;
        if (second != device.LastSecond)
        {
            device.LastSecond = second;
            return true;
        }

        if (device.BurstUsed == Burst)
            return false;
        device.BurstUsed++;
        return true;
    }

    /// <summary>429 with a page of the web server in front, and no Retry-After.</summary>
    public static ServiceAnswer TooManyRequests { get; } = new(
        429,
        "<html><head><title>429 Too Many Requests</title></head><body><center><h1>429 Too Many Requests</h1></center><hr><center>openresty</center></body></html>",
        "text/html");

    [GeneratedRegex(
        @"^(/o/client/(register|token|scopes|validate)$|/api/v2/|/api/v1/(tokens/(usermetadata|authn|authz|media)|config/|checkauthn|logout|authorize|preauthorize|mediatoken|authenticate/|[^/]+/profile-requests/|identities)|/adobe-services/config/|/reggie/v1/[^/]+/regcode)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Covered();

    private sealed class Device
    {
        public required DateTimeOffset First { get; init; }

        public long LastSecond { get; set; } = -1;

        public int BurstUsed { get; set; }
    }
}
