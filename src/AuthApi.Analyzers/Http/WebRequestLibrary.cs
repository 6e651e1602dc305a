using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary><c>System.Net.WebRequest</c> and <c>HttpWebRequest</c>. What sends is getting the response.</summary>
internal sealed class WebRequestLibrary : HttpLibrary
{
    private const string Space = "System.Net";

    public static readonly WebRequestLibrary Instance = new();

    private WebRequestLibrary()
    {
    }

    public override bool MaySend(IMethodSymbol method) => method.Name is "GetResponse" or "GetResponseAsync" or "BeginGetResponse";

    public override bool IsCarrier(ITypeSymbol? type) => Derives(type, "WebRequest", Space) || Derives(type, "WebHeaderCollection", Space);

    public override bool IsHeaderPart(IPropertyReferenceOperation property) => property.Property.Name == "Headers";

    public override bool Makes(IInvocationOperation invocation) =>
        invocation.TargetMethod is { IsStatic: true, Name: "Create" or "CreateHttp" or "CreateDefault" } method && Derives(method.ContainingType, "WebRequest", Space)
        || invocation.TargetMethod.Name == "GetWebRequest" && Derives(invocation.TargetMethod.ContainingType, "WebClient", Space);

    public override HttpRequest? Describe(ProgramModel program, Site call, IInvocationOperation invocation)
    {
        if (invocation.Receiver() is not { } receiver || !Derives(receiver.Unwrap().Type, "WebRequest", Space) && !Derives(invocation.TargetMethod.ContainingType, "WebRequest", Space))
            return null;
        var message = call.With(receiver);
        var verbs = PropertyQuery.Ask(program, message, "Method");
        var urls = PropertyQuery.Ask(program, message, "RequestUri", "requestUriString", "requestUri");
        var texts = urls.Texts();
        return new HttpRequest
        {
            Send = call,
            Library = this,
            Verbs = verbs.Values.Count == 0 && !verbs.IsOpen ? [HttpVerb.Get] : verbs.Values.SelectMany(v => VerbsOf(program, v)).Distinct().ToList(),
            VerbSource = verbs.Values.Count == 1 ? verbs.Values[0] : null,
            Urls = texts.Count == 0 ? [TextValue.Unknown(message)] : texts,
            UrlSource = urls.Values.Count == 1 ? urls.Values[0] : null,
            Message = message,
            ThrowsOnFailure = true,
        };
    }
}
