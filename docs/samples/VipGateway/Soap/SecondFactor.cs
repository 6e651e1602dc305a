using VipGateway.Soap.Proxy;

namespace VipGateway.Soap;

/// <summary>A code by text message as second factor.</summary>
public sealed class SecondFactor([FromKeyedServices("val")] vipSoapInterfaceClient vip)
{
    private static readonly byte[] Success = [0, 0];

    public async Task<bool> SendCodeAsync(string phoneNumber)
    {
        try
        {
            await vip.SendOTPAsync(new SendOTPType { Version = "3.1", TokenId = Phone(phoneNumber) });
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task<bool> LogInAsync(string phoneNumber, string otp)
    {
        var answer = await vip.ValidateAsync(new ValidateType { Version = "3.1", TokenId = Phone(phoneNumber), OTP = otp });
        return answer.ValidateResponse1.Status.ReasonCode.SequenceEqual(Success);
    }

    private static TokenIdType Phone(string number) => new() { Value = number, type = TokenType.SMS, typeSpecified = true };
}
