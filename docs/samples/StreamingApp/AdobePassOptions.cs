namespace StreamingApp;

public sealed class AdobePassOptions
{
    public const string Section = "AdobePass";

    public static readonly Uri Production = new("https://api.auth.adobe.com/");

    /// <summary>The channel, as Adobe knows it; V2 calls it the service provider.</summary>
    public string Requestor { get; set; } = "";

    public string PublicKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    /// <summary>From the TVE dashboard; exchanged once for client credentials.</summary>
    public string SoftwareStatement { get; set; } = "";

    public string DomainName { get; set; } = "";
}
