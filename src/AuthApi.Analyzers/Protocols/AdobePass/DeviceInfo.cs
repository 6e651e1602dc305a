namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>
/// Device information and device id. Sources: "Passing client information" (V1), the V2 pages of the headers <c>X-Device-Info</c> and <c>AP-Device-Identifier</c>.
/// </summary>
internal static class DeviceInfo
{
    /// <summary>Header with the device information.</summary>
    public const string Header = "X-Device-Info";

    /// <summary>Parameter or form field with the same content, V1 only.</summary>
    public const string Parameter = "device_info";

    /// <summary>Header with the device id, V2 only.</summary>
    public const string IdentifierHeader = "AP-Device-Identifier";

    /// <summary>What its value starts with; the Base64 of the device id follows.</summary>
    public const string IdentifierPrefix = "fingerprint ";

    /// <summary>Base64 of the JSON, and then percent-encoding: V1 only, in header, query and form alike. V2 wants the Base64 alone.</summary>
    public static bool IsPercentEncoded(AdobePassApi api) => api == AdobePassApi.V1;

    /// <summary>Keys without which the content is refused (400 <c>invalid_device_info</c>), by API. Client registration describes the device as V2 does.</summary>
    public static IReadOnlyList<string> RequiredKeys(AdobePassApi api) => api == AdobePassApi.V1 ? RequiredByV1 : RequiredByV2;

    private static readonly string[] RequiredByV1 = ["model", "osName"];
    private static readonly string[] RequiredByV2 = ["model", "version", "osName", "osVersion", "connectionType"];

    /// <summary>Keys with a closed list of values. Adobe's own Roku cookbook leaves the list of <c>osName</c>, so another value is at most an advice.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ClosedValues { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["primaryHardwareType"] =
        [
            "Camera", "DataCollectionTerminal", "Desktop", "EmbeddedNetworkModule", "eReader", "GamesConsole", "GeolocationTracker", "Glasses", "MediaPlayer",
            "MobilePhone", "PaymentTerminal", "PluginModem", "SetTopBox", "TV", "Tablet", "WirelessHotspot", "Wristwatch", "Unknown",
        ],
        ["osName"] = ["Android", "Chrome OS", "Linux", "Mac OS", "OS X", "OpenBSD", "Roku OS", "Windows", "iOS", "tvOS", "webOS"],
        ["osFamily"] =
        [
            "Android", "BSD", "Linux", "PlayStation OS", "Roku OS", "Symbian", "Tizen", "Windows", "iOS", "macOS", "tvOS", "webOS",
        ],
        ["browserName"] =
        [
            "Android Browser", "Chrome", "Edge", "Firefox", "Internet Explorer", "Opera", "Safari", "SeaMonkey", "Symbian Browser",
        ],
        ["browserVendor"] =
        [
            "Amazon", "Apple", "Google", "Microsoft", "Motorola", "Mozilla", "Netscape", "Nintendo", "Nokia", "Samsung", "Sony Ericsson",
        ],
        ["connectionSecure"] = ["true", "false"],
    };

    /// <summary>Keys with free values.</summary>
    public static IReadOnlyList<string> FreeKeys { get; } =
    [
        "model", "version", "manufacturer", "vendor", "osVendor", "osVersion", "browserVersion", "userAgent", "displayWidth", "displayHeight",
        "displayPpi", "diagonalScreenSize", "connectionIp", "connectionPort", "connectionType", "applicationId",
    ];
}
