namespace AuthApi.Analyzers.Tests.Responses;

/// <summary>Types as programs that talk to VIP declare them, to be put behind the code of a test.</summary>
public static class VipSources
{
    /// <summary>The usings that the sources below and most tests need.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using System.Xml;
        using System.Xml.Linq;

        """;

    /// <summary>Answers of the REST API as records.</summary>
    public const string Rest = """

        public sealed record Status(string ReasonCode, string StatusMessage);
        public sealed record ValidateAnswer(ValidateResponse ValidateResponse);
        public sealed record ValidateResponse(string RequestId, string Version, Status Status);
        public sealed record SendOtpAnswer(SendOtpResult SendOTPResponse);
        public sealed record SendOtpResult(string RequestId, string Version, Status Status, string OTP);
        public sealed record GetTokenInformationResponse(string RequestId, string Version, Status Status, TokenInformation TokenInformation);
        public sealed record TokenInformation(string TokenId, string TokenStatus);

        """;

    /// <summary>A Web Services proxy as svcutil writes it (the parts that tests use), with sync and async methods.</summary>
    public const string WebServices = """

        namespace VipProxy
        {
            using System.Threading.Tasks;

            [System.ServiceModel.ServiceContractAttribute(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public interface vipSoapInterface
            {
                ActivateTokenResponse ActivateToken(ActivateTokenRequest request);
                Task<ActivateTokenResponse> ActivateTokenAsync(ActivateTokenRequest request);
                SendOTPResponse SendOTP(SendOTPRequest request);
                Task<SendOTPResponse> SendOTPAsync(SendOTPRequest request);
            }

            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public abstract class MessageAbstractType { public string Version { get; set; } }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public abstract class ResponseAbstractType : MessageAbstractType { public string RequestId { get; set; } }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public class ResponseWithStatusType : ResponseAbstractType { public StatusType Status { get; set; } }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public class StatusType
            {
                [System.Xml.Serialization.XmlElementAttribute(DataType = "hexBinary")]
                public byte[] ReasonCode { get; set; }
                public string StatusMessage { get; set; }
                public string ErrorDetail { get; set; }
            }

            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public class ActivateTokenType : MessageAbstractType { public string TokenId { get; set; } }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public class ActivateTokenResponseType : ResponseWithStatusType { public bool SameInitialState { get; set; } public bool SameInitialStateSpecified { get; set; } }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public class SendOTPType : MessageAbstractType { public string TokenId { get; set; } }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
            public class SendOTPResponseType : ResponseWithStatusType { public string OTP { get; set; } }

            [System.ServiceModel.MessageContractAttribute(IsWrapped = false)]
            public class ActivateTokenRequest { public ActivateTokenType ActivateToken; }
            [System.ServiceModel.MessageContractAttribute(IsWrapped = false)]
            public class ActivateTokenResponse
            {
                [System.ServiceModel.MessageBodyMemberAttribute(Name = "ActivateTokenResponse", Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice", Order = 0)]
                public ActivateTokenResponseType ActivateTokenResponse1;
            }
            [System.ServiceModel.MessageContractAttribute(IsWrapped = false)]
            public class SendOTPRequest { public SendOTPType SendOTP; }
            [System.ServiceModel.MessageContractAttribute(IsWrapped = false)]
            public class SendOTPResponse
            {
                [System.ServiceModel.MessageBodyMemberAttribute(Name = "SendOTPResponse", Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice", Order = 0)]
                public SendOTPResponseType SendOTPResponse1;
            }

            public class vipSoapInterfaceClient : System.ServiceModel.ClientBase<vipSoapInterface>, vipSoapInterface
            {
                ActivateTokenResponse vipSoapInterface.ActivateToken(ActivateTokenRequest request) => base.Channel.ActivateToken(request);
                public ActivateTokenResponseType ActivateToken(ActivateTokenType ActivateToken1)
                {
                    ActivateTokenRequest inValue = new ActivateTokenRequest();
                    inValue.ActivateToken = ActivateToken1;
                    ActivateTokenResponse retVal = ((vipSoapInterface)(this)).ActivateToken(inValue);
                    return retVal.ActivateTokenResponse1;
                }
                Task<ActivateTokenResponse> vipSoapInterface.ActivateTokenAsync(ActivateTokenRequest request) => base.Channel.ActivateTokenAsync(request);
                public Task<ActivateTokenResponse> ActivateTokenAsync(ActivateTokenType ActivateToken1)
                {
                    ActivateTokenRequest inValue = new ActivateTokenRequest();
                    inValue.ActivateToken = ActivateToken1;
                    return ((vipSoapInterface)(this)).ActivateTokenAsync(inValue);
                }
                SendOTPResponse vipSoapInterface.SendOTP(SendOTPRequest request) => base.Channel.SendOTP(request);
                public SendOTPResponseType SendOTP(SendOTPType SendOTP1)
                {
                    SendOTPRequest inValue = new SendOTPRequest();
                    inValue.SendOTP = SendOTP1;
                    SendOTPResponse retVal = ((vipSoapInterface)(this)).SendOTP(inValue);
                    return retVal.SendOTPResponse1;
                }
                Task<SendOTPResponse> vipSoapInterface.SendOTPAsync(SendOTPRequest request) => base.Channel.SendOTPAsync(request);
                public Task<SendOTPResponse> SendOTPAsync(SendOTPType SendOTP1)
                {
                    SendOTPRequest inValue = new SendOTPRequest();
                    inValue.SendOTP = SendOTP1;
                    return ((vipSoapInterface)(this)).SendOTPAsync(inValue);
                }
            }
        }

        """;

    /// <summary>A User Services proxy (the parts that tests use).</summary>
    public const string UserServices = """

        namespace UserProxy
        {
            using System.Threading.Tasks;

            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class BaseRequestType { public string requestId { get; set; } }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class BaseResponseType
            {
                public string requestId { get; set; }
                public byte[] status { get; set; }
                public string statusMessage { get; set; }
                public byte[] detail { get; set; }
                public string detailMessage { get; set; }
            }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class GetUserInfoRequestType : BaseRequestType { public string userId { get; set; } }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class GetUserInfoResponseType : BaseResponseType { public string userId { get; set; } public int numBindings { get; set; } }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class PollPushStatusResponseType : BaseResponseType { public PushTransactionStatusType[] transactionStatus { get; set; } }
            [System.Xml.Serialization.XmlTypeAttribute(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
            public class PushTransactionStatusType { public string transactionId { get; set; } public byte[] status { get; set; } public string statusMessage { get; set; } }

            [System.ServiceModel.ServiceContractAttribute(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices/query")]
            public interface QueryServicePort
            {
                getUserInfoResponse getUserInfo(getUserInfoRequest request);
                Task<getUserInfoResponse> getUserInfoAsync(getUserInfoRequest request);
            }
            [System.ServiceModel.MessageContractAttribute(IsWrapped = false)]
            public class getUserInfoRequest { public GetUserInfoRequestType GetUserInfoRequest; }
            [System.ServiceModel.MessageContractAttribute(IsWrapped = false)]
            public class getUserInfoResponse
            {
                [System.ServiceModel.MessageBodyMemberAttribute(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices", Order = 0)]
                public GetUserInfoResponseType GetUserInfoResponse;
            }
            public class QueryServicePortClient : System.ServiceModel.ClientBase<QueryServicePort>, QueryServicePort
            {
                getUserInfoResponse QueryServicePort.getUserInfo(getUserInfoRequest request) => base.Channel.getUserInfo(request);
                public GetUserInfoResponseType getUserInfo(GetUserInfoRequestType request)
                {
                    getUserInfoRequest inValue = new getUserInfoRequest();
                    inValue.GetUserInfoRequest = request;
                    getUserInfoResponse retVal = ((QueryServicePort)(this)).getUserInfo(inValue);
                    return retVal.GetUserInfoResponse;
                }
                Task<getUserInfoResponse> QueryServicePort.getUserInfoAsync(getUserInfoRequest request) => base.Channel.getUserInfoAsync(request);
                public Task<getUserInfoResponse> getUserInfoAsync(GetUserInfoRequestType request) =>
                    ((QueryServicePort)(this)).getUserInfoAsync(new getUserInfoRequest { GetUserInfoRequest = request });
            }
        }

        """;
}
