using AuthApi.Analyzers.CodeFixes.Rules.Vip.UnsetSpecifiedFlag;
using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.Rules.Vip.UnsetSpecifiedFlag;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class UnsetSpecifiedFlagTests
{
    [Fact]
    public async Task A_password_for_one_use_works_twice_before_the_fix_and_once_after_it()
    {
        var proof = await BeforeAndAfterFix.RunAsync(
            """
            using System;
            using System.Linq;
            using System.Net.Http;
            using System.Text;
            using System.Threading.Tasks;
            using System.Xml.Linq;
            using System.Xml.Serialization;

            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public class SetTemporaryPasswordType
            {
                public string TemporaryPassword { get; set; } = "";
                public bool OneTimeUseOnly { get; set; }
                [XmlIgnore] public bool OneTimeUseOnlySpecified { get; set; }
            }

            public static class Sample
            {
                public static async Task<string> Run(HttpClient client)
                {
                    var request = new SetTemporaryPasswordType { TemporaryPassword = "123456", OneTimeUseOnly = true };
                    await SendAsync(client, "mgmt", Serialize(request));
                    await SendAsync(client, "val", Login);
                    return await SendAsync(client, "val", Login);
                }

                private const string Login = "<Validate xmlns='https://schemas.vip.symantec.com/2006/08/vipservice' Version='3.1'><TokenId>VSST12345678</TokenId><OTP>123456</OTP></Validate>";

                // What XmlSerializer does; it cannot itself be used from an assembly that is unloaded afterwards.
                private static string Serialize(SetTemporaryPasswordType request) =>
                    "<SetTemporaryPassword xmlns='https://schemas.vip.symantec.com/2006/08/vipservice' Version='3.1'><TokenId>VSST12345678</TokenId><TemporaryPassword>" + request.TemporaryPassword + "</TemporaryPassword>"
                    + (request.OneTimeUseOnlySpecified ? "<OneTimeUseOnly>" + (request.OneTimeUseOnly ? "true" : "false") + "</OneTimeUseOnly>" : "") + "</SetTemporaryPassword>";

                private static async Task<string> SendAsync(HttpClient client, string group, string message)
                {
                    var body = "<S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/'><S:Body>" + message + "</S:Body></S:Envelope>";
                    using var response = await client.PostAsync("https://services-auth.vip.symantec.com/" + group + "/soap", new StringContent(body, Encoding.UTF8, "text/xml"));
                    return XDocument.Parse(await response.Content.ReadAsStringAsync()).Descendants().Single(e => e.Name.LocalName == "ReasonCode").Value;
                }
            }
            """,
            new UnsetSpecifiedFlagAnalyzer(), new UnsetSpecifiedFlagCodeFixProvider());
        Assert.Equal("0000", proof.Before.Answer);
        Assert.Equal("49B5", proof.After.Answer);
    }
}
