using Xunit;
using static AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode.Sources;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

/// <summary>Proxies in the begin/end, event and web-reference style, envelopes of libraries and of the program, source-generated contexts.</summary>
public class ProxyShapeTests
{
    private const string Asmx = """

        public class SendOTPCompletedEventArgs : System.ComponentModel.AsyncCompletedEventArgs
        {
            object[] results;
            internal SendOTPCompletedEventArgs(object[] results, Exception e, bool c, object s) : base(e, c, s) { this.results = results; }
            public VipProxy.SendOTPResponseType Result { get { this.RaiseExceptionIfNecessary(); return ((VipProxy.SendOTPResponseType)(this.results[0])); } }
        }
        public class SoapHttpClientProtocol { protected object[] Invoke(string m, object[] p) => null; protected object[] EndInvoke(IAsyncResult r) => null; protected IAsyncResult BeginInvoke(string m, object[] p, AsyncCallback c, object s) => null; }
        public class vipSoapInterfaceService : SoapHttpClientProtocol
        {
            public VipProxy.SendOTPResponseType SendOTP(VipProxy.SendOTPType r) { object[] results = this.Invoke("SendOTP", new object[] { r }); return ((VipProxy.SendOTPResponseType)(results[0])); }
            public IAsyncResult BeginSendOTP(VipProxy.SendOTPType r, AsyncCallback c, object s) => this.BeginInvoke("SendOTP", new object[] { r }, c, s);
            public VipProxy.SendOTPResponseType EndSendOTP(IAsyncResult a) { object[] results = this.EndInvoke(a); return ((VipProxy.SendOTPResponseType)(results[0])); }
            public event EventHandler<SendOTPCompletedEventArgs> SendOTPCompleted;
            public void SendOTPAsync(VipProxy.SendOTPType r) => SendOTPCompleted?.Invoke(this, null);
        }

        """;

    [Theory]
    [InlineData("[|asmx.SendOTP(null)|];")]
    [InlineData("var r = [|asmx.SendOTP(null)|]; Use(r.OTP);")]
    [InlineData("asmx.BeginSendOTP(null, ar => Use([|asmx.EndSendOTP(ar)|].OTP), null);")]
    [InlineData("asmx.SendOTPCompleted += (s, e) => Use([|e.Result|].OTP); asmx.SendOTPAsync(null);")]
    [InlineData("asmx.SendOTPCompleted += (s, e) => { if (e.Error == null) Use([|e.Result|].OTP); }; asmx.SendOTPAsync(null);")]
    public Task Reported(string body) => VerifyAsync(AsGenerated(body));

    [Theory]
    [InlineData("if (asmx.SendOTP(null).Status.ReasonCode[0] != 0) throw new Exception();")]
    [InlineData("asmx.BeginSendOTP(null, ar => { var r = asmx.EndSendOTP(ar); if (r.Status.ReasonCode.SequenceEqual(new byte[2])) Use(r.OTP); }, null);")]
    [InlineData("asmx.SendOTPCompleted += (s, e) => { if (e.Result.Status.ReasonCode.SequenceEqual(new byte[2])) Use(e.Result.OTP); }; asmx.SendOTPAsync(null);")]
    [InlineData("asmx.SendOTPCompleted += OnSent; void OnSent(object s, SendOTPCompletedEventArgs e) { var r = e.Result; if (r.Status.ReasonCode.SequenceEqual(new byte[2])) Use(r.OTP); }")]
    public Task Silent(string body) => VerifyAsync(AsGenerated(body));

    [Theory]
    [InlineData("var reply = [|api.Send()|]; if (reply.IsSuccessStatusCode) Use(reply.Content.SendOTPResponse.OTP);")]
    [InlineData("var answer = [|JsonSerializer.Deserialize(\"\", Context.Default.SendOtpAnswer)|]; Use(answer.SendOTPResponse.OTP);")]
    [InlineData("var answer = [|api.Wrapped()|]; Use(answer.Payload.OTP);")]
    public Task Envelopes_that_are_reported(string body) => VerifyAsync(InEnvelope(body));

    [Theory]
    [InlineData("var reply = api.Send(); if (reply.Content.SendOTPResponse.Status.ReasonCode == \"0000\") Use(reply.Content.SendOTPResponse.OTP);")]
    [InlineData("var answer = JsonSerializer.Deserialize(\"\", Context.Default.SendOtpAnswer); if (answer.SendOTPResponse.Status.ReasonCode != \"0000\") return; Use(answer.SendOTPResponse.OTP);")]
    [InlineData("var answer = api.Wrapped(); if (!answer.Succeeded) throw new Exception(); Use(answer.Payload.OTP);")]
    [InlineData("var answer = api.Wrapped(); if (answer.Status is not { ReasonCode: \"0000\" }) throw new Exception(); Use(answer.Payload.OTP);")]
    public Task Envelopes_that_are_silent(string body) => VerifyAsync(InEnvelope(body));

    private static string AsGenerated(string body) => InSoap(body, "void M()", "readonly vipSoapInterfaceService asmx = new();") + Asmx;

    private static string InEnvelope(string body) => InRest(body, "void M(IEnvelopes api)", types: """
        public interface IEnvelopes { ApiResponse<SendOtpAnswer> Send(); VipEnvelope<Sent> Wrapped(); }
        public class ApiResponse<T> { public bool IsSuccessStatusCode { get; set; } public T Content { get; set; } }
        public class VipEnvelope<T> { public string RequestId { get; set; } public Status Status { get; set; } public T Payload { get; set; } public bool Succeeded => Status?.ReasonCode == "0000"; }
        public class Sent { public string OTP { get; set; } }
        public class Context { public static Context Default { get; } = new(); public System.Text.Json.Serialization.Metadata.JsonTypeInfo<SendOtpAnswer> SendOtpAnswer => null; }
        """).Replace("readonly IVipApi api;", "readonly IVipApi _api;").Replace("this.api,", "this._api,");
}
