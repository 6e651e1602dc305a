using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StreamingApp;

/// <summary>Who this device is. The id is made once and kept, since tokens are bound to it.</summary>
public sealed class DeviceIdentity
{
    private static readonly string IdFile = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "StreamingApp", "device-id");

    private readonly string info;

    public DeviceIdentity()
        : this(LoadOrCreate())
    {
    }

    public DeviceIdentity(string id)
    {
        Id = id;
        info = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
        {
            ["model"] = "LivingRoom",
            ["version"] = "2",
            ["osName"] = "Linux",
            ["osVersion"] = Environment.OSVersion.Version.ToString(),
            ["connectionType"] = "WiFi",
        }));
    }

    public string Id { get; }

    /// <summary>The header of V2 names the form of the id in front of it.</summary>
    public string Identifier => "fingerprint " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Id));

    /// <summary>V2 takes the description in Base64 as it is.</summary>
    public string Info => info;

    /// <summary>V1 wants the Base64 text percent-encoded on top.</summary>
    public string EscapedInfo => Uri.EscapeDataString(info);

    private static string LoadOrCreate()
    {
        if (File.Exists(IdFile))
        {
            return File.ReadAllText(IdFile);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(IdFile)!);
        var id = Convert.ToHexString(SHA256.HashData(Guid.NewGuid().ToByteArray()));
        File.WriteAllText(IdFile, id);
        return id;
    }
}
