namespace AuthApi.Analyzers.Tests.Requests;

/// <summary>Requests of VIP as programs declare and send them, to be put around the code of a test.</summary>
internal static class VipRequestSources
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;
        using System.Xml.Linq;

        """;

    /// <summary>Web Services as svcutil writes the requests, the parts that tests use.</summary>
    public const string Soap = """

        namespace Proxy
        {
            using System.ServiceModel;
            using System.Xml.Serialization;

            [ServiceContract(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public interface vipSoapInterface { }
            public partial class vipSoapInterfaceClient : ClientBase<vipSoapInterface>, vipSoapInterface
            {
                public vipSoapInterfaceClient() { }
                public vipSoapInterfaceClient(System.ServiceModel.Channels.Binding binding, EndpointAddress remoteAddress) : base(binding, remoteAddress) { }
                public object ActivateToken(ActivateTokenType ActivateToken1) => null;
                public object Synchronize(SynchronizeType Synchronize1) => null;
                public object SetTemporaryPassword(SetTemporaryPasswordType SetTemporaryPassword1) => null;
                public object GenerateTemporaryPassword(GenerateTemporaryPasswordType GenerateTemporaryPassword1) => null;
                public object Validate(ValidateType Validate1) => null;
            }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public abstract partial class RequestAbstractType { [XmlAttribute] public string Version { get; set; } [XmlAttribute] public string Id { get; set; } }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public enum TokenType { SMS, Voice, Service }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public partial class TokenIdType
            {
                [XmlAttribute] public TokenType type { get; set; }
                [XmlIgnore] public bool typeSpecified { get; set; }
                [XmlText] public string Value { get; set; }
            }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public abstract partial class TokenRequestType : RequestAbstractType { public TokenIdType TokenId { get; set; } }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public partial class ActivateTokenType : TokenRequestType { public string OTP1 { get; set; } public string OTP2 { get; set; } }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public partial class SynchronizeType : TokenRequestType { public string OTP1 { get; set; } public string OTP2 { get; set; } }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public partial class ValidateType : TokenRequestType { public string OTP { get; set; } }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public partial class SetTemporaryPasswordType : TokenRequestType
            {
                public string TemporaryPassword { get; set; }
                public System.DateTime ExpirationDate { get; set; }
                [XmlIgnore] public bool ExpirationDateSpecified { get; set; }
                public bool OneTimeUseOnly { get; set; }
                [XmlIgnore] public bool OneTimeUseOnlySpecified { get; set; }
            }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public partial class GenerateTemporaryPasswordType : TokenRequestType
            {
                public System.DateTime ExpirationDate { get; set; }
                [XmlIgnore] public bool ExpirationDateSpecified { get; set; }
            }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public partial class GetActivationCodeType : RequestAbstractType { public string ACProfile { get; set; } }
            [XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public partial class GetTokenInformationResponseType
            {
                public System.DateTime LastUpdate { get; set; }
                [XmlIgnore] public bool LastUpdateSpecified { get; set; }
            }
        }

        """;

    /// <summary>User Services, the parts that tests use.</summary>
    public const string UserServices = """

        namespace UserProxy
        {
            [System.Xml.Serialization.XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class BaseRequestType { public string requestId { get; set; } }
            [System.Xml.Serialization.XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class AuthenticateUserRequestType : BaseRequestType { public string userId { get; set; } public string otp { get; set; } }
        }

        """;

    /// <summary>A DTO of the REST API, and the host by which the program is known to talk to VIP.</summary>
    public const string Rest = """

        public static class Vip { public const string Url = "https://api-auth.vip.symantec.com/"; }
        public class ValidateRequest { public string Version { get; set; } public string Id { get; set; } public string TokenId { get; set; } public string OTP { get; set; } }
        public record ActivateToken(string Version, string Id, string TokenId, string OTP1);

        """;

    /// <summary>A method body in a program with all of them at hand.</summary>
    public static string Method(string body, string members = "") =>
        Usings + "using Proxy;\nusing UserProxy;\n" + $$"""

        public class Program
        {
            {{members}}
            public object M(vipSoapInterfaceClient vip, HttpClient http, string id, string otp, string next, int number, DateTime date)
            {
                {{body}}
                return null;
            }
        }

        """ + Soap + UserServices + Rest;

    /// <summary>The same with a statement that returns the expression.</summary>
    public static string Expression(string expression, string members = "") => Method($"if (id != null) return {expression};", members);
}
