namespace VipGateway;

public sealed class VipOptions
{
    public const string Section = "Vip";

    public static readonly Uri Rest = new("https://api-auth.vip.symantec.com/");

    public const string ManagementService = "https://services-auth.vip.symantec.com/mgmt/soap";

    public const string ValidationService = "https://services-auth.vip.symantec.com/val/soap";

    /// <summary>The account's certificate (PKCS#12) from VIP Manager; it is what VIP knows the caller by.</summary>
    public string CertificatePath { get; set; } = "";

    public string CertificatePassword { get; set; } = "";
}
