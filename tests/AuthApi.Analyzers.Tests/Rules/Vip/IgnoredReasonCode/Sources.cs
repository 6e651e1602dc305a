using AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;
using AuthApi.Analyzers.Tests.Responses;
using AuthApi.Analyzers.Tests.Verifiers;
using static AuthApi.Analyzers.Tests.Responses.VipSources;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

/// <summary>Puts a body into a client of VIP, by REST, Web Services or User Services.</summary>
internal static class Sources
{
    /// <summary>A method <c>M</c> of a class with an <c>HttpClient</c> and the interface of a gateway as <c>api</c>.</summary>
    public static string InRest(string body, string signature = "async Task M(CancellationToken token)", string members = "", string types = "") => Usings + $$"""
        using Microsoft.Extensions.Logging;

        public interface IVipApi
        {
            Task<ValidateAnswer> ValidateAsync(string id, string otp);
            Task<SendOtpAnswer> SendOtpAsync(string id);
            Task<GetTokenInformationResponse> GetAsync(string id);
            SendOtpAnswer SendOtp(string id);
            IAsyncEnumerable<GetTokenInformationResponse> AllAsync();
            SendOtpAnswer[] SendAll();
        }

        public sealed class VipException : Exception { public VipException(string code, string message) : base(message) => Code = code; public string Code { get; } }

        class Gateway
        {
            readonly HttpClient http;
            readonly IVipApi api;
            readonly ILogger<Gateway> log;
            public Gateway(HttpClient http, IVipApi api, ILogger<Gateway> log) => (this.http, this.api, this.log) = (http, api, log);
            {{members}}
            {{signature}}
            {
                {{body}}
            }
            void Use(object value) => Console.WriteLine(value);
        }
        """ + Rest + types;

    public static string InSoap(string body, string signature = "async Task M()", string members = "") => Usings + $$"""
        using VipProxy;

        class Gateway
        {
            readonly vipSoapInterfaceClient vip = new();
            {{members}}
            {{signature}}
            {
                {{body}}
            }
            static void Use(object value) => Console.WriteLine(value);
        }
        """ + WebServices;

    public static string InUserServices(string body, string signature = "async Task M()") => Usings + $$"""
        using UserProxy;

        class Gateway
        {
            readonly QueryServicePortClient vip = new();
            {{signature}}
            {
                {{body}}
            }
            static void Use(object value) => Console.WriteLine(value);
        }
        """ + UserServices;

    public static Task VerifyAsync(string source) =>
        CSharpAnalyzerVerifier<IgnoredReasonCodeAnalyzer>.VerifyAnalyzerAsync(source, TestReferences.Framework | TestReferences.Newtonsoft | TestReferences.Wcf);
}
