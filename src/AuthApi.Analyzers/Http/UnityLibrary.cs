using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary><c>UnityEngine.Networking.UnityWebRequest</c> (docs.unity3d.com, scripting reference).</summary>
internal sealed class UnityLibrary : HttpLibrary
{
    private const string Space = "UnityEngine.Networking";

    public static readonly UnityLibrary Instance = new();

    private UnityLibrary()
    {
    }

    public override bool MaySend(IMethodSymbol method) => method.Name is "SendWebRequest" or "Send";

    public override bool IsCarrier(ITypeSymbol? type) => Derives(type, "UnityWebRequest", Space);

    public override bool Makes(IInvocationOperation invocation) => invocation.TargetMethod.IsStatic && IsCarrier(invocation.Type) && IsIn(invocation.TargetMethod.ContainingType, Space);

    public override bool IsOwnAssembly(string assemblyName) => assemblyName.StartsWith("UnityEngine", StringComparison.Ordinal);

    public override HttpRequest? Describe(ProgramModel program, Site call, IInvocationOperation invocation)
    {
        if (invocation.Instance is not { } receiver || !IsCarrier(receiver.Unwrap().Type))
            return null;
        var message = call.With(receiver);
        var urls = PropertyQuery.Ask(program, message, "url", "url", "uri");
        if (urls.Values.Count == 0)
            urls = PropertyQuery.Ask(program, message, "uri");
        var texts = urls.Texts();
        return new HttpRequest
        {
            Send = call,
            Library = this,
            Verbs = Verbs(program, message),
            Urls = texts.Count == 0 ? [TextValue.Unknown(message)] : texts,
            UrlSource = urls.Values.Count == 1 ? urls.Values[0] : null,
            Message = message,
            Body = PropertyQuery.Ask(program, message, "uploadHandler", "formData", "postData", "form", "formSections", "uploadHandler", "bodyData") is { Values: [var body] } ? body : null,
        };
    }

    /// <summary>The verb of the factory (<c>UnityWebRequest.Post</c>), of the constructor, or of a later assignment.</summary>
    private static IReadOnlyList<string> Verbs(ProgramModel program, Site message)
    {
        var query = PropertyQuery.Ask(program, message, "method", "method");
        var verbs = query.Values.SelectMany(v => VerbsOf(program, v)).ToList();
        if (query.Values.Count == 0)
        {
            foreach (var origin in query.Origins)
            {
                if (origin.Operation is IInvocationOperation { TargetMethod: { IsStatic: true, Name: var name } })
                    verbs.Add(VerbOf(name) ?? (name == "PostWwwForm" ? HttpVerb.Post : HttpVerb.Get));
                else if (origin.Operation is IObjectCreationOperation)
                    verbs.Add(HttpVerb.Get);
            }
        }

        return verbs.Distinct().ToList();
    }
}
