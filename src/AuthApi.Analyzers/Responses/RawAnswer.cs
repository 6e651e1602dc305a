using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Responses;

/// <summary>Answers of VIP without a type: documents that are parsed from them, and HTTP responses whose body nobody reads.</summary>
internal static class RawAnswer
{
    /// <summary>The cheap test: whether the call may parse a document or send a request.</summary>
    public static bool MayObtain(IInvocationOperation invocation) => MayParse(invocation) || HttpRequests.MaySend(invocation);

    /// <summary>What a document or HTTP response is used for, when it is an answer of VIP; null when it is none.</summary>
    public static IReadOnlyList<ResponseUse>? UsesOf(IInvocationOperation invocation, VipModel vip, ProgramModel program, AuthApiOptions options)
    {
        if (MayParse(invocation))
        {
            var (uses, keys) = ResponseUses.OfDocument(invocation, vip, program, options.ReasonCodeChecks);
            return IsAnswer(keys, vip) || invocation.Arguments.Any(a => ComesFromVip(a.Value, program, options)) || invocation.Instance is { } content && ComesFromVip(content, program, options) ? uses : null;
        }

        return IsHttpResponse(invocation.Type) && IsSentToVip(invocation, program, options) ? HttpUses.Of(invocation, program, vip) : null;
    }

    /// <summary>The interface that a request goes to, by its host; the REST API, whose names the Web Services share, where it does not tell.</summary>
    public static VipFamily FamilyOf(IOperation send, ProgramModel program) =>
        send is IInvocationOperation call && HttpRequests.MaySend(call)
            && HttpRequests.For(program).At(call).SelectMany(static r => r.Urls).Any(static u => VipHosts.Classify(ServiceUrl.Parse(u.ToString()).KnownHost)?.Role == VipRole.UserServices)
            ? VipFamily.UserServices
            : VipFamily.CredentialRest;

    private static bool MayParse(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var type = method.ContainingType?.Name;
        return method.Name switch
        {
            "Parse" or "ParseAsync" => type is "JsonDocument" or "JsonNode" or "JObject" or "JToken" or "XDocument" or "XElement",
            "Load" or "LoadAsync" => type is "XDocument" or "XElement" or "XmlDocument" or "JObject",
            "LoadXml" => type is "XmlDocument",
            "DeserializeObject" => type is "JsonConvert" && (!method.IsGenericMethod || DocumentKeys.IsNode(method.TypeArguments[0]) || method.TypeArguments[0].SpecialType == SpecialType.System_Object),
            "Deserialize" or "DeserializeAsync" or "ReadFromJsonAsync" or "GetFromJsonAsync" => method.IsGenericMethod && method.TypeArguments.Length == 1 && DocumentKeys.IsNode(method.TypeArguments[0]),
            _ => false,
        };
    }

    /// <summary>The name of an answer among the keys, with another name of an answer or in a program that names VIP; or one that no other service has.</summary>
    private static bool IsAnswer(IReadOnlyCollection<string> keys, VipModel vip)
    {
        foreach (var key in keys)
        {
            if (WireNames.IsResponse(key) && (vip.IsCertain || keys.Contains("StatusMessage") || keys.Contains("RequestId")))
                return true;
        }

        return false;
    }

    /// <summary>Whether the text, stream or content is the body of an answer to a request that goes to VIP.</summary>
    private static bool ComesFromVip(IOperation value, ProgramModel program, AuthApiOptions options) => program.LeadsBackTo(
        new Site(value, null),
        site => site.Operation is IInvocationOperation send && HttpRequests.MaySend(send) && HttpRequests.For(program).At(send).Count > 0 ? IsSentToVip(send, program, options) : null,
        static operation => operation switch
        {
            IInvocationOperation { TargetMethod.Name: "ReadAsStringAsync" or "ReadAsStreamAsync" or "ReadAsByteArrayAsync" or "EnsureSuccessStatusCode" } read => read.Receiver(),
            IPropertyReferenceOperation { Property.Name: "Content", Instance: var response } => response,
            _ => null,
        });

    private static bool IsSentToVip(IInvocationOperation send, ProgramModel program, AuthApiOptions options)
    {
        var requests = HttpRequests.For(program).At(send);
        return requests.Count > 0 && requests.All(r => !r.Verbs.Contains("GET") && r.Urls.Count > 0 && r.Urls.All(u => IsVip(u.ToString())));

        bool IsVip(string url) => ServiceUrl.Parse(url).KnownHost is { } host
            && (VipHosts.Classify(host) is { Role: VipRole.WebServices or VipRole.UserServices or VipRole.Provisioning or VipRole.OtherApi } || options.VipHosts.Contains(host));
    }

    private static bool IsHttpResponse(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? IsHttpResponse(result)
        // The last two are what WebClient gives: the body itself.
        : type is { Name: "HttpResponseMessage" or "WebResponse" or "HttpWebResponse" or "RestResponse" or "IRestResponse" or "IFlurlResponse" or "String" }
            or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte };
}
