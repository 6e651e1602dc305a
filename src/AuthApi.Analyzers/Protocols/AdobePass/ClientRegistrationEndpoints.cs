using static AuthApi.Analyzers.Protocols.AdobePass.Parameters;

namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>Dynamic client registration. Sources are files of <c>rest-api-dcr/apis/</c> in AdobeDocs/pass.en.</summary>
internal static class ClientRegistrationEndpoints
{
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new(AdobePassApi.ClientRegistration, "client credentials", HttpVerb.Post, "o/client/register", Caller.Device)
        {
            Parameters = [.. InJson(Mandatory("software_statement"), Optional("redirect_uri"))], ContentType = "application/json",
            Success = [201], Errors = [400], Authorization = AuthorizationNeed.NotSent, DeviceInfo = DeviceInfoNeed.Header,
            Source = "dynamic-client-registration-apis-retrieve-client-credentials.md",
        },
        // The status was documented as 200 until 2023 and is 201 now.
        new(AdobePassApi.ClientRegistration, "access token", HttpVerb.Post, "o/client/token", Caller.Device)
        {
            Parameters = [.. InForm(Mandatory("client_id"), Mandatory("client_secret"), Mandatory("grant_type", "client_credentials"))],
            ContentType = "application/x-www-form-urlencoded",
            Success = [201, 200], Errors = [400], Authorization = AuthorizationNeed.NotSent, DeviceInfo = DeviceInfoNeed.Header,
            Source = "dynamic-client-registration-apis-retrieve-access-token.md",
        },
    ];
}
