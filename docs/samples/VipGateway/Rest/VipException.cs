namespace VipGateway.Rest;

/// <summary>VIP carried the request out and said no; <see cref="ReasonCode"/> says why.</summary>
public sealed class VipException(string reasonCode, string? message)
    : Exception($"VIP answered {reasonCode}: {message}")
{
    public string ReasonCode { get; } = reasonCode;

    public static void ThrowIfFailed(IVipResponse response)
    {
        if (response.Status.ReasonCode != "0000")
        {
            throw new VipException(response.Status.ReasonCode, response.Status.StatusMessage);
        }
    }
}
