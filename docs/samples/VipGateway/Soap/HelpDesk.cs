using System.Security.Cryptography;
using VipGateway.Soap.Proxy;

namespace VipGateway.Soap;

/// <summary>What the help desk does for a user who lost the credential.</summary>
public sealed class HelpDesk([FromKeyedServices("mgmt")] vipSoapInterfaceClient vip, ILogger<HelpDesk> log)
{
    public async Task EnableAsync(string tokenId)
    {
        await vip.EnableTokenAsync(new EnableTokenType { Version = "3.1", TokenId = Credential(tokenId) });
        log.LogInformation("Enabled {TokenId}", tokenId);
    }

    public async Task<string> IssueTemporaryPasswordAsync(string tokenId)
    {
        var password = RandomNumberGenerator.GetString("0123456789", 6);
        var answer = await vip.SetTemporaryPasswordAsync(new SetTemporaryPasswordType
        {
            Version = "3.1",
            TokenId = Credential(tokenId),
            TemporaryPassword = password,
            OneTimeUseOnly = true,
        });

        log.LogInformation("Temporary password: {Message}", answer.SetTemporaryPasswordResponse1.Status.StatusMessage);
        return password;
    }

    private static TokenIdType Credential(string tokenId) => new() { Value = tokenId };
}
