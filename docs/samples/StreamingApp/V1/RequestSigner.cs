using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace StreamingApp.V1;

/// <summary>Builds the signed Authorization header of the clientless API.</summary>
public sealed class RequestSigner(IOptions<AdobePassOptions> options)
{
    public string CreateHeader(string verb, string path)
    {
        var settings = options.Value;
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var text = $"{verb} requestor_id={settings.Requestor}, nonce={Guid.NewGuid()}, "
            + $"signature_method=HMAC-SHA1, request_time={time}, request_uri={path}";

        using var mac = new HMACSHA1(Encoding.UTF8.GetBytes(settings.SecretKey));
        var signature = Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text)));

        return $"{text}, public_key={settings.PublicKey}, signature={signature}";
    }
}
