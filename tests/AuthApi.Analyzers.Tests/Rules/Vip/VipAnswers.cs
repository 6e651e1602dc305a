namespace AuthApi.Analyzers.Tests.Rules.Vip;

/// <summary>Answers of VIP as programs declare them, to put before the code of a test.</summary>
internal static class VipAnswers
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;

        """;

    /// <summary>The REST API as System.Text.Json reads it: the code as text, in lower case.</summary>
    public const string Rest = """
        public sealed class VipStatus
        {
            public string ReasonCode { get; set; }
            public string StatusMessage { get; set; }
        }

        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
        }

        """;

    /// <summary>Web Services as svcutil writes the proxy: the code as bytes.</summary>
    public const string Soap = """
        [System.Xml.Serialization.XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
        public class StatusType
        {
            public byte[] ReasonCode { get; set; }
            public string StatusMessage { get; set; }
            public string ErrorDetail { get; set; }
        }

        [System.Xml.Serialization.XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
        public class ValidateResponseType
        {
            public string RequestId { get; set; }
            public StatusType Status { get; set; }
        }

        """;

    /// <summary>User Services as svcutil writes the proxy: the code is called status.</summary>
    public const string UserServices = """
        [System.Xml.Serialization.XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
        public class AuthenticateUserResponseType
        {
            public string requestId { get; set; }
            public byte[] status { get; set; }
            public string statusMessage { get; set; }
            public byte[] detail { get; set; }
            public string detailMessage { get; set; }
        }

        """;

    /// <summary>A class whose method has a response in every family at hand: <c>answer</c>, <c>status</c>, <c>soap</c>, <c>user</c>.</summary>
    public static string Method(string body, string members = "") =>
        Usings + Rest + Soap + UserServices + $$"""
        public class Program
        {
            {{members}}
            public object M(ValidateResponse answer, VipStatus status, StatusType soap, AuthenticateUserResponseType user, string other)
            {
                {{body}}
            }
        }
        """;

    /// <summary>The same with a method that returns the expression.</summary>
    public static string Expression(string expression, string members = "") => Method($"return {expression};", members);
}
