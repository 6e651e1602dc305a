using System.Text;
using System.Text.Json;

namespace AuthApi.Analyzers.ProtocolTests.Services.AdobePass;

/// <summary>
/// Device information: JSON, then Base64, then (V1 only) percent-encoded. Sources: "passing client information" (V1) and
/// the X-Device-Info header page (V2).
/// </summary>
internal static class DeviceInformation
{
    private static readonly string[] s_keysV1 = ["model", "osName"];
    private static readonly string[] s_keysV2 = ["model", "version", "osName", "osVersion", "connectionType"];

    /// <summary>V1: Base64 and percent-encoding. Plain Base64 is let through: whether V1 tolerates it is undocumented.</summary>
    public static bool IsValidV1(string value) => HasKeys(Uri.UnescapeDataString(value), s_keysV1);

    /// <summary>V2: Base64 only; a percent sign is no Base64.</summary>
    public static bool IsValidV2(string value) => HasKeys(value, s_keysV2);

    /// <summary>The word <c>fingerprint</c>, one space, the Base64 of the device id.</summary>
    public static bool IsDeviceIdentifier(string value) =>
        value.StartsWith("fingerprint ", StringComparison.Ordinal) && Decode(value["fingerprint ".Length..]) is { Length: > 0 };

    /// <summary>The value for the header, as a right client builds it.</summary>
    public static string EncodeV2(string json = """{"model":"TV","version":"1","osName":"webOS","osVersion":"6","connectionType":"WiFi"}""") =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(json));

    /// <inheritdoc cref="EncodeV2"/>
    public static string EncodeV1(string json = """{"model":"TV","osName":"webOS"}""") => Uri.EscapeDataString(EncodeV2(json));

    private static bool HasKeys(string base64, string[] keys)
    {
        if (Decode(base64) is not { } bytes)
            return false;
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && Array.TrueForAll(keys, key => json.RootElement.TryGetProperty(key, out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[]? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
