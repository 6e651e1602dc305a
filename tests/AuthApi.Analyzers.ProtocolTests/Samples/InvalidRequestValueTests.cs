using AuthApi.Analyzers.CodeFixes.Rules.Vip.InvalidRequestValue;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.Vip.InvalidRequestValue;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class InvalidRequestValueTests
{
    [Theory]
    [InlineData("validate", """new { Version = "5", TokenId = "VSST12345678", OTP = "012345" }""", "4e04")]
    [InlineData("disable-token", """new { Version = "5.0", TokenId = "VSST12345678", Reason = "lost" }""", "4e00")]
    [InlineData("disable-token", """new { DisableTokenRequest = new { Version = "5.0", TokenId = "VSST12345678", Reason = "Cancelled" } }""", "4e00")]
    [InlineData("get-activation-code", """new { GetActivationCodeRequest = new { Version = "5.0", ACProfile = "MobilePhone" } }""", "4e08")]
    public async Task A_value_is_refused_before_the_fix_and_accepted_after_it(string operation, string request, string code)
    {
        var proof = await BeforeAndAfterFix.RunAsync(VipCall.Rest(operation, request), new InvalidRequestValueAnalyzer(), new InvalidRequestValueCodeFixProvider());
        Assert.Equal(code, proof.Before.Answer);
        Assert.Equal("0000", proof.After.Answer);
        Assert.Contains(code, Assert.Single(proof.Diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_id_with_dashes_breaks_the_schema_of_User_Services()
    {
        var proof = await BeforeAndAfterFix.RunAsync(
            """
            using System;
            using System.Linq;
            using System.Net.Http;
            using System.Text;
            using System.Threading.Tasks;
            using System.Xml.Linq;

            public static class Sample
            {
                public static async Task<string> Run(HttpClient client)
                {
                    var body = $"<S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/'><S:Body><getServerTimeRequest xmlns='https://schemas.symantec.com/vip/2011/04/vipuserservices'><requestId>{Guid.NewGuid()}</requestId></getServerTimeRequest></S:Body></S:Envelope>";
                    using var response = await client.PostAsync("https://userservices-auth.vip.symantec.com/vipuserservices/QueryService_1_10", new StringContent(body, Encoding.UTF8, "text/xml"));
                    return XDocument.Parse(await response.Content.ReadAsStringAsync()).Descendants().First(e => e.Name.LocalName == "status").Value;
                }
            }
            """,
            new InvalidRequestValueAnalyzer(), new InvalidRequestValueCodeFixProvider());
        Assert.Equal("600B", proof.Before.Answer);
        Assert.Equal("0000", proof.After.Answer);
    }
}
