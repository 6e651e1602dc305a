namespace AuthApi.Analyzers.ProtocolTests.Samples;

/// <summary>Programs that send one request to VIP and return the reason code of the answer, as it arrives.</summary>
internal static class VipCall
{
    /// <param name="operation">The operation's name in the path.</param>
    /// <param name="request">The expression that makes the request.</param>
    /// <param name="statements">Statements before it.</param>
    public static string Rest(string operation, string request, string statements = "") => $$"""
        using System;
        using System.Globalization;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;

        public static class Sample
        {
            public static async Task<string> Run(HttpClient client, TimeProvider clock)
            {
                {{statements}}
                var request = {{request}};
                using var response = await client.PostAsync("https://api-auth.vip.symantec.com/rest/{{operation}}", JsonContent.Create(request, options: new System.Text.Json.JsonSerializerOptions()));
                var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
                foreach (var root in answer)
                    return root.Value!["Status"]!["ReasonCode"]!.ToString();
                return "";
            }
        }
        """;
}
