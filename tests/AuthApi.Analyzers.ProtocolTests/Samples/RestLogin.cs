namespace AuthApi.Analyzers.ProtocolTests.Samples;

/// <summary>A login by a wrong security code through the REST API: VIP answers HTTP 200 with reason code 49b5.</summary>
internal static class RestLogin
{
    /// <summary>What the user may see; a wrong security code must not lead to <see cref="Welcome"/>.</summary>
    public const string Welcome = "welcome";
    public const string Refused = "refused";

    /// <param name="decision">Statements that return <c>"welcome"</c> or <c>"refused"</c> by the local <c>status</c>.</param>
    /// <param name="codeType">The type of the reason code in the class for the answer.</param>
    public static string Sample(string decision, string codeType = "string") => $$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        public sealed class VipStatus
        {
            public {{codeType}} ReasonCode { get; set; } = default!;
            public string StatusMessage { get; set; } = "";
        }

        public sealed class ValidateResponse
        {
            public string RequestId { get; set; } = "";
            public VipStatus Status { get; set; } = new();
        }

        public sealed class ValidateAnswer
        {
            public ValidateResponse ValidateResponse { get; set; } = new();
        }

        public static class Login
        {
            public static async Task<string> Run(HttpClient client)
            {
                var request = new { Version = "5.0", Id = "login1", TokenId = "VSST12345678", OTP = "999999" };
                using var response = await client.PostAsync("https://api-auth.vip.symantec.com/rest/validate", JsonContent.Create(request, options: new System.Text.Json.JsonSerializerOptions()));
                response.EnsureSuccessStatusCode();
                return Decide((await response.Content.ReadFromJsonAsync<ValidateAnswer>())!.ValidateResponse.Status);
            }

            private static string Decide(VipStatus status)
            {
                {{decision}}
            }
        }
        """;
}
