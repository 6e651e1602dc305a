using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.PushNotApproved.PushNotApprovedAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.PushNotApproved;

public class PushNotApprovedTests
{
    private const string Types = """

        namespace Proxy
        {
            using System.Xml.Serialization;

            [XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class BaseResponseType { public string requestId { get; set; } public byte[] status { get; set; } public string statusMessage { get; set; } }
            [XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class PushTransactionStatusType { public string transactionId { get; set; } public byte[] status { get; set; } }
            [XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class PollPushStatusResponseType : BaseResponseType { public PushTransactionStatusType[] transactionStatus { get; set; } }
            [XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class AuthenticateUserWithPushResponseType : BaseResponseType { public string transactionId { get; set; } }
            [XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class GetUserInfoResponseType : BaseResponseType { public string userId { get; set; } }
        }
        namespace Other
        {
            public class PollPushStatusResponseType { public string requestId { get; set; } public string status { get; set; } public string statusMessage { get; set; } }
        }

        """;

    private static Task VerifyAsync(string body, string members = "") => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Linq;
        using Proxy;

        public class Program
        {
            {{members}}
            public object M(PollPushStatusResponseType poll, AuthenticateUserWithPushResponseType start, GetUserInfoResponseType info, Other.PollPushStatusResponseType other)
            {
                {{body}}
                return null;
            }
            private static void Approve() { }
        }

        public static class Extensions
        {
            public static string Code(this BaseResponseType response) => Convert.ToHexString(response.status);
            public static bool IsFine(this BaseResponseType response) => response.Code() == "0000";
        }
        """ + Types);

    [Theory]
    [InlineData("""if (Convert.ToHexString([|poll.status|]) == "0000") Approve();""")]
    [InlineData("""if (Convert.ToHexString([|poll.status|]) != "0000") throw new Exception(); Approve();""")]
    [InlineData("if ([|poll.status|].SequenceEqual(new byte[] { 0, 0 })) Approve();")]
    [InlineData("if (BitConverter.ToInt16([|poll.status|], 0) == 0) Approve();")]
    [InlineData("if ([|poll.status|].All(b => b == 0)) Approve();")]
    [InlineData("""if (BitConverter.ToString([|poll.status|]).Replace("-", "") is "0000") Approve();""")]
    [InlineData("""var code = Convert.ToHexString([|poll.status|]); if (code == "0000") Approve();""")]
    [InlineData("""return Convert.ToHexString([|poll.status|]) == "0000";""")]
    [InlineData("""return Convert.ToHexString([|poll.status|]) switch { "0000" => true, _ => false };""")]
    [InlineData("""const string Success = "0000"; return Convert.ToHexString([|poll.status|]) == Success;""")]
    [InlineData("""Console.WriteLine(poll.statusMessage); return Convert.ToHexString([|poll.status|]) == "0000";""")]
    public Task The_outer_status_of_a_poll_decides(string body) => VerifyAsync(body);

    [Fact]
    public Task A_helper_for_all_responses_decides() => VerifyAsync(
        "if ([|Succeeded(poll)|]) Approve();",
        """private static bool Succeeded(BaseResponseType response) => Convert.ToHexString(response.status) == "0000";""");

    [Theory]
    [InlineData("""if (Convert.ToHexString([|start.status|]) == "0000") Approve();""")]
    [InlineData("""if (Convert.ToHexString([|start.status|]) != "0000") throw new Exception();""")]
    [InlineData("if (![|start.status|].SequenceEqual(new byte[] { 0, 0 })) throw new Exception();")]
    [InlineData("if ([|start.status|].SequenceEqual(Ok)) Approve();")]
    [InlineData("if (BitConverter.ToInt16([|start.status|], 0) != 0) throw new Exception();")]
    [InlineData("if ([|Succeeded(start)|]) Approve();")]
    [InlineData("if (![|start.IsFine()|]) throw new Exception();")]
    public Task The_start_of_a_push_is_compared_with_0000(string body) => VerifyAsync(body, Helpers);

    private const string Helpers = """
        private static readonly byte[] Ok = { 0x00, 0x00 };
        private static readonly byte[] Sent = { 0x60, 0x40 };
        private static bool Succeeded(BaseResponseType response) => Convert.ToHexString(response.status) == "0000";
        private static bool Accepted(BaseResponseType response) => Convert.ToHexString(response.status) is "0000" or "6040";
        private static bool IsMissing(BaseResponseType response) => Convert.ToHexString(response.status) == "6003";
        """;

    [Theory]
    [InlineData("if (start.status.SequenceEqual(Sent)) Approve();")]
    [InlineData("if (start.status.SequenceEqual(start.status)) Approve();")]
    [InlineData("if (Accepted(start)) Approve();")]
    [InlineData("if (IsMissing(start)) throw new Exception();")]
    [InlineData("if (Succeeded(info)) Approve();")]
    [InlineData("if (!info.IsFine()) throw new Exception();")]
    public Task The_start_of_a_push_is_judged_in_another_way(string body) => VerifyAsync(body, Helpers);

    private static Task VerifyDocumentAsync(string body) => Verify.VerifyAnalyzerAsync($$"""
        using System.Linq;
        using System.Xml;
        using System.Xml.Linq;

        public class Poller
        {
            private static readonly XNamespace Vip = "https://schemas.symantec.com/vip/2011/04/vipuserservices";
            public bool M(XDocument xml, XmlDocument old, XmlNamespaceManager names)
            {
                {{body}}
            }
        }
        """);

    [Theory]
    [InlineData("""return [|xml.Descendants(Vip + "PollPushStatusResponse").First().Element(Vip + "status")|].Value == "0000";""")]
    [InlineData("""var answer = xml.Descendants(Vip + "PollPushStatusResponse").First(); return [|answer.Element(Vip + "status")|]?.Value == "0000";""")]
    [InlineData("""return [|old.SelectSingleNode("//v:PollPushStatusResponse/v:status", names)|].InnerText == "0000";""")]
    public Task The_outer_status_of_a_document_decides(string body) => VerifyDocumentAsync(body);

    [Theory]
    [InlineData("""var answer = xml.Descendants(Vip + "PollPushStatusResponse").First(); return answer.Element(Vip + "status").Value == "0000" && answer.Descendants(Vip + "transactionStatus").First().Element(Vip + "status").Value == "7000";""")]
    [InlineData("""var all = xml.Descendants(Vip + "PollPushStatusResponse").Descendants(Vip + "status").ToList(); return all[0].Value == "0000" && all[1].Value == "7000";""")]
    [InlineData("""return xml.Descendants(Vip + "PollPushStatusResponse").First().Element(Vip + "transactionStatus").Element(Vip + "status").Value == "7000";""")]
    [InlineData("""return xml.Descendants(Vip + "AuthenticateUserResponse").First().Element(Vip + "status").Value == "0000";""")]
    [InlineData("""return xml.Descendants(Vip + "PollPushStatusResponse").First().Element(Vip + "statusMessage").Value == "0000";""")]
    public Task The_inner_status_of_a_document_is_known_or_it_is_another_one(string body) => VerifyDocumentAsync(body);

    [Theory]
    [InlineData("""if (Convert.ToHexString(poll.status) == "0000" && Convert.ToHexString(poll.transactionStatus[0].status) == "7000") Approve();""")]
    [InlineData("""if (Convert.ToHexString(poll.status) != "0000") throw new Exception(); var push = poll.transactionStatus?.FirstOrDefault(); if (push != null) Approve();""")]
    [InlineData("""if (Convert.ToHexString(poll.status) == "0000" && IsApproved(poll)) Approve();""")]
    [InlineData("""if (Convert.ToHexString(poll.status) != "0000") throw new Exception(); return poll;""")]
    [InlineData("""if (Convert.ToHexString(poll.status) != "0000") throw new Exception(); last = poll;""")]
    [InlineData("""if (Convert.ToHexString(poll.status) != "0000") throw new Exception(); return Map(poll);""")]
    [InlineData("""if (!Succeeded(poll)) throw new Exception(); return poll.transactionStatus;""")]
    [InlineData("Console.WriteLine(Convert.ToHexString(poll.status));")]
    [InlineData("""throw new Exception(Convert.ToHexString(poll.status));""")]
    [InlineData("""if (Convert.ToHexString(poll.status) == "6009") throw new Exception();""")]
    [InlineData("return Convert.ToHexString(poll.status);")]
    public Task The_transactions_are_examined_or_nothing_is_decided(string body) => VerifyAsync(body, """
        private PollPushStatusResponseType last;
        private static bool IsApproved(PollPushStatusResponseType answer) => answer.transactionStatus.Any(t => Convert.ToHexString(t.status) == "7000");
        private static object Map(PollPushStatusResponseType answer) => answer;
        private static bool Succeeded(BaseResponseType response) => Convert.ToHexString(response.status) == "0000";
        """);

    [Fact]
    public Task The_caller_examines_the_transactions() => VerifyAsync(
        "Check(poll); return poll.transactionStatus;",
        """private static void Check(PollPushStatusResponseType answer) { if (Convert.ToHexString(answer.status) != "0000") throw new Exception(); }""");

    [Theory]
    [InlineData("""if (Convert.ToHexString(start.status) == "6040") Approve();""")]
    [InlineData("""if (Convert.ToHexString(start.status) is "0000" or "6040") Approve();""")]
    [InlineData("""const string Sent = "6040"; if (Convert.ToHexString(start.status) != Sent) throw new Exception();""")]
    [InlineData("""if (Convert.ToHexString(start.status) == "6003") throw new Exception();""")]
    [InlineData("Console.WriteLine(Convert.ToHexString(start.status));")]
    public Task The_start_of_a_push_is_compared_with_6040(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("""if (Convert.ToHexString(info.status) == "0000") Approve();""")]
    [InlineData("""if (other.status == "0000") Approve();""")]
    [InlineData("if (poll.statusMessage != null) Approve();")]
    [InlineData("if (poll.requestId == null) Approve();")]
    public Task Other_responses_and_members_are_silent(string body) => VerifyAsync(body);

    [Fact]
    public Task The_message_says_what_0000_means() => Verify.VerifyAnalyzerAsync(
        $$"""
        using System;
        public class Program { public bool M(Proxy.PollPushStatusResponseType poll) => Convert.ToHexString({|#0:poll.status|}) == "0000"; }
        {{Types}}
        """,
        Verify.Diagnostic().WithLocation(0).WithArguments(
            "poll.status", "is 0000 whether the user approved, denied or has not answered yet",
            "examine transactionStatus, where only 7000 (approved by the user) is the approval"));

    [Fact]
    public Task Known_miss_raw_XML_whose_path_does_not_name_the_answer_is_silent() => VerifyAsync(
        """return System.Xml.Linq.XDocument.Parse("<PollPushStatusResponse><status>0000</status></PollPushStatusResponse>").Root.Element("status").Value == "0000";""");
}
