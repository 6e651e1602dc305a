namespace VipGateway.Rest;

// The names of the service are in Pascal case, as these are, so the serializer's own names do.

public sealed record Status(string ReasonCode, string? StatusMessage);

public interface IVipResponse
{
    string? RequestId { get; }

    Status Status { get; }
}

public sealed record ActivateToken(string Version, string Id, string TokenId, string? OTP1);

public sealed record ActivateTokenAnswer(ActivateTokenResponse ActivateTokenResponse);

public sealed record ActivateTokenResponse(string? RequestId, string Version, Status Status) : IVipResponse;

public sealed record Validate(string Version, string Id, string TokenId, string OTP);

public sealed record ValidateAnswer(ValidateResponse ValidateResponse);

public sealed record ValidateResponse(string? RequestId, string Version, Status Status) : IVipResponse;

public sealed record UnlockToken(string Version, string Id, string TokenId);

public sealed record UnlockTokenAnswer(UnlockTokenResponse UnlockTokenResponse);

public sealed record UnlockTokenResponse(string? RequestId, string Version, Status Status) : IVipResponse;

public sealed record GetTokenInformation(string Version, string Id, string TokenId);

public sealed record GetTokenInformationAnswer(GetTokenInformationResponse GetTokenInformationResponse);

public sealed record GetTokenInformationResponse(
    string? RequestId, string Version, Status Status, TokenInformation TokenInformation) : IVipResponse;

public sealed record TokenInformation(string TokenId, string TokenKind, string TokenStatus, string? Adapter);
