using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.Vip.MixedVipEnvironments;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class MixedVipEnvironmentsTests
{
    [Fact]
    public async Task A_credential_that_was_activated_in_production_is_unknown_to_the_pilot()
    {
        var (before, after) = await BeforeAndAfterCorrection.RunAsync(
            Sample("pilot-services-auth.vip.symantec.com"), Sample("services-auth.vip.symantec.com"), new MixedVipEnvironmentsAnalyzer());
        // The documented code is 4e03 where the certificate belongs to the other side; the simulation has no certificates.
        Assert.Equal("0000 49F2", before.Answer);
        Assert.Equal("0000 0000", after.Answer);
    }

    private static string Sample(string validationHost) => $$"""
        using System.Net.Http;
        using System.Text;
        using System.Threading.Tasks;
        using System.Xml.Linq;

        public static class Enrolment
        {
            private static readonly XNamespace Vip = "https://schemas.vip.symantec.com/2006/08/vipservice";

            public static async Task<string> Run(HttpClient client)
            {
                var activated = await CodeOfAsync(await client.PostAsync("https://services-auth.vip.symantec.com/mgmt/soap", Message("ActivateToken")));
                var validated = await CodeOfAsync(await client.PostAsync("https://{{validationHost}}/val/soap", Message("Validate", new XElement(Vip + "OTP", "012345"))));
                return activated + " " + validated;
            }

            private static StringContent Message(string operation, params object[] members)
            {
                XNamespace soap = "http://schemas.xmlsoap.org/soap/envelope/";
                var envelope = new XElement(soap + "Envelope", new XElement(soap + "Body",
                    new XElement(Vip + operation, new XAttribute("Version", "3.1"), new XElement(Vip + "TokenId", "VSST12345678"), members)));
                return new StringContent(envelope.ToString(), Encoding.UTF8, "text/xml");
            }

            private static async Task<string> CodeOfAsync(HttpResponseMessage response) =>
                XDocument.Parse(await response.Content.ReadAsStringAsync()).Descendants(Vip + "ReasonCode").Single().Value;
        }
        """;
}
