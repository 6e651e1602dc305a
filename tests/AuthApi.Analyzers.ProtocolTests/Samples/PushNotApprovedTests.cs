using AuthApi.Analyzers.ProtocolTests.Harness;
using AuthApi.Analyzers.ProtocolTests.Services.Vip;
using AuthApi.Analyzers.Rules.Vip.PushNotApproved;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.Samples;

public sealed class PushNotApprovedTests
{
    [Fact]
    public async Task A_user_who_has_denied_the_push_is_let_in_by_the_outer_status()
    {
        var (before, after) = await BeforeAndAfterCorrection.RunAsync(
            Sample("6040", "Hex(poll.status) == \"0000\""),
            Sample("6040", "Hex(poll.status) == \"0000\" && poll.transactionStatus.Any(push => Hex(push.status) == \"7000\")"),
            new PushNotApprovedAnalyzer(), WithDecision(PushDecision.Denied));
        Assert.Equal("welcome", before.Answer);
        Assert.Equal("refused", after.Answer);
    }

    [Fact]
    public async Task Who_waits_for_0000_at_the_start_refuses_a_user_who_would_approve()
    {
        const string Approved = "Hex(poll.status) == \"0000\" && poll.transactionStatus.Any(push => Hex(push.status) == \"7000\")";
        var (before, after) = await BeforeAndAfterCorrection.RunAsync(
            Sample("0000", Approved), Sample("6040", Approved), new PushNotApprovedAnalyzer(), WithDecision(PushDecision.Approved));
        Assert.Equal("not started", before.Answer);
        Assert.Equal("welcome", after.Answer);
    }

    private static Action<Simulation> WithDecision(PushDecision decision) =>
        s => s.Vip.AddUser(Simulation.DemoUserId, Simulation.DemoTokenId, decision);

    /// <summary>The classes are those of svcutil; the messages are read by hand, since XmlSerializer cannot be used from an assembly that is unloaded afterwards.</summary>
    private static string Sample(string started, string isApproved) => $$"""
        using System;
        using System.Linq;
        using System.Net.Http;
        using System.Text;
        using System.Threading.Tasks;
        using System.Xml.Linq;
        using System.Xml.Serialization;

        [XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
        public class BaseResponseType
        {
            public string? requestId { get; set; }
            public byte[] status { get; set; } = Array.Empty<byte>();
            public string? statusMessage { get; set; }
        }

        [XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
        public class AuthenticateUserWithPushResponseType : BaseResponseType
        {
            public string transactionId { get; set; } = "";
        }

        [XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
        public class PushTransactionStatusType
        {
            public byte[] status { get; set; } = Array.Empty<byte>();
        }

        [XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
        public class PollPushStatusResponseType : BaseResponseType
        {
            public PushTransactionStatusType[] transactionStatus { get; set; } = Array.Empty<PushTransactionStatusType>();
        }

        public static class Login
        {
            private static readonly XNamespace Vip = "https://schemas.symantec.com/vip/2011/04/vipuserservices";

            public static async Task<string> Run(HttpClient client)
            {
                var start = Proxy.Start(await SendAsync(client, "AuthenticationService_1_10", "AuthenticateUserWithPushRequest", new XElement(Vip + "userId", "demo_user")));
                if (Hex(start.status) != "{{started}}")
                    return "not started";
                var poll = Proxy.Poll(await SendAsync(client, "QueryService_1_10", "PollPushStatusRequest", new XElement(Vip + "transactionId", start.transactionId)));
                return {{isApproved}} ? "welcome" : "refused";
            }

            public static string Hex(byte[] bytes) => Convert.ToHexString(bytes);

            private static async Task<XElement> SendAsync(HttpClient client, string service, string root, XElement member)
            {
                XNamespace soap = "http://schemas.xmlsoap.org/soap/envelope/";
                var envelope = new XElement(soap + "Envelope", new XElement(soap + "Body", new XElement(Vip + root, new XElement(Vip + "requestId", "login_1"), member)));
                using var response = await client.PostAsync("https://userservices-auth.vip.symantec.com/vipuserservices/" + service, new StringContent(envelope.ToString(), Encoding.UTF8, "text/xml"));
                return XElement.Parse(await response.Content.ReadAsStringAsync()).Descendants(soap + "Body").Single().Elements().Single();
            }
        }

        internal static class Proxy
        {
            public static AuthenticateUserWithPushResponseType Start(XElement answer) =>
                new() { status = Bytes(answer), transactionId = Text(answer, "transactionId") };

            public static PollPushStatusResponseType Poll(XElement answer) => new()
            {
                status = Bytes(answer),
                transactionStatus = answer.Elements().Where(e => e.Name.LocalName == "transactionStatus").Select(e => new PushTransactionStatusType { status = Bytes(e) }).ToArray(),
            };

            private static byte[] Bytes(XElement element) => Convert.FromHexString(Text(element, "status"));

            private static string Text(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";
        }
        """;
}
