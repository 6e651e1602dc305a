using AuthApi.Analyzers.CodeFixes.Rules.Vip.ReasonCodeNeverMatches;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class ReasonCodeNeverMatchesTests
{
    [Theory]
    [InlineData("""return status.ReasonCode == "49B5" ? "refused" : "welcome";""")]
    [InlineData("""switch (status.ReasonCode) { case "49B5": case "4994": return "refused"; default: return "welcome"; }""")]
    [InlineData("""return status.ReasonCode is "49B5" or "49F2" ? "refused" : "welcome";""")]
    [InlineData("""return new System.Collections.Generic.HashSet<string> { "49B5" }.Contains(status.ReasonCode) ? "refused" : "welcome";""")]
    [InlineData("""return status.ReasonCode == "0x49b5" ? "refused" : "welcome";""")]
    public async Task A_wrong_security_code_is_let_in_before_the_fix_and_refused_after_it(string decision)
    {
        var proof = await RunAsync(RestLogin.Sample(decision));
        Assert.Contains("49b5", Assert.Single(proof.Before.Exchanges).ToString() + proof.Before.Exchanges[0].Body);
        Assert.Equal(RestLogin.Welcome, proof.Before.Answer);
        Assert.Equal(RestLogin.Refused, proof.After.Answer);
    }

    [Theory]
    [InlineData("""Convert.ToHexString(status.ReasonCode) == "49b5" """)]
    [InlineData("""BitConverter.ToString(status.ReasonCode) == "49B5" """)]
    [InlineData("""status.ReasonCode == WrongCode""")]
    [InlineData("""BitConverter.ToUInt16(status.ReasonCode, 0) == 0x49b5""")]
    public async Task The_bytes_of_a_SOAP_answer_are_compared_rightly_after_the_fix(string condition)
    {
        var proof = await RunAsync($$"""
            using System;
            using System.Linq;
            using System.Net.Http;
            using System.Text;
            using System.Threading.Tasks;
            using System.Xml.Linq;
            using System.Xml.Serialization;

            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            [XmlRoot("Status", Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public class StatusType
            {
                [XmlElement(DataType = "hexBinary")]
                public byte[] ReasonCode { get; set; } = Array.Empty<byte>();
                public string? StatusMessage { get; set; }
            }

            public static class Login
            {
                private static readonly byte[] WrongCode = { 0x49, 0xB5 };

                public static async Task<string> Run(HttpClient client)
                {
                    var body = "<S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/'><S:Body><Validate xmlns='https://schemas.vip.symantec.com/2006/08/vipservice' Version='3.1' Id='login1'><TokenId>VSST12345678</TokenId><OTP>999999</OTP></Validate></S:Body></S:Envelope>";
                    using var response = await client.PostAsync("https://services-auth.vip.symantec.com/val/soap", new StringContent(body, Encoding.UTF8, "text/xml"));
                    var element = XDocument.Parse(await response.Content.ReadAsStringAsync()).Descendants().Single(e => e.Name.LocalName == "Status");
                    // What XmlSerializer does with xs:hexBinary; it cannot itself be used from an assembly that is unloaded afterwards.
                    var status = new StatusType { ReasonCode = Convert.FromHexString(element.Elements().First().Value) };
                    return {{condition}} ? "refused" : "welcome";
                }
            }
            """);
        Assert.Equal(RestLogin.Welcome, proof.Before.Answer);
        Assert.Equal(RestLogin.Refused, proof.After.Answer);
    }

    private static Task<FixProof> RunAsync(string sample) =>
        BeforeAndAfterFix.RunAsync(sample, new ReasonCodeNeverMatchesAnalyzer(), new ReasonCodeNeverMatchesCodeFixProvider());
}
