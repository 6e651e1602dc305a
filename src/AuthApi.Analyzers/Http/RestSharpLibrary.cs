using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>RestSharp: the current shape (107 to 114) and the one before it (<c>Method.POST</c>, <c>IRestRequest</c>, up to 106).</summary>
internal sealed class RestSharpLibrary : HttpLibrary
{
    private const string Space = "RestSharp";

    public static readonly RestSharpLibrary Instance = new();

    private RestSharpLibrary()
    {
    }

    public override bool MaySend(IMethodSymbol method) =>
        method.ContainingNamespace?.Name == Space
        && (method.Name.StartsWith("Execute", StringComparison.Ordinal) || method.Name.StartsWith("Download", StringComparison.Ordinal) || VerbOf(method.Name) is not null);

    public override bool IsClient(ITypeSymbol? type) => Derives(type, "RestClient", Space) || Derives(type, "IRestClient", Space);

    public override bool IsCarrier(ITypeSymbol? type) => IsClient(type) || IsRequest(type) || Derives(type, "RestClientOptions", Space) || Derives(type, "DefaultParameters", Space);

    public override bool IsHook(ITypeSymbol type) => Derives(type, "IAuthenticator", Space) || Derives(type, "IAuthenticator", Space + ".Authenticators") || Derives(type, "Interceptor", Space + ".Interceptors");

    public override AnswerKind? Sets(ITypeSymbol hook) => hook.Name switch
    {
        "IAuthenticator" or "AuthenticatorBase" or "Interceptor" => null,
        "OAuth2UriQueryParameterAuthenticator" or "SimpleAuthenticator" or "NtlmAuthenticator" => AnswerKind.No,
        _ when IsIn(hook, Space + ".Interceptors") => AnswerKind.No,
        _ when IsIn(hook, Space) => AnswerKind.Yes,
        _ => null,
    };

    public override bool IsHeaderPart(IPropertyReferenceOperation property) =>
        IsIn(property.Property.ContainingType, Space) && property.Property.Name is "DefaultParameters" or "Parameters" or "Interceptors" or "Options";

    public override bool IsFluent(IInvocationOperation invocation) =>
        invocation.Receiver()?.Unwrap().Type is { } receiver && (IsClient(receiver) && IsClient(invocation.Type) || IsRequest(receiver) && IsRequest(invocation.Type));

    public override bool IsOwnAssembly(string assemblyName) => assemblyName.StartsWith(Space, StringComparison.Ordinal);

    public override HttpRequest? Describe(ProgramModel program, Site call, IInvocationOperation invocation)
    {
        if (invocation.Receiver() is not { } client || !IsClient(client.Unwrap().Type))
            return null;
        var request = invocation.Arguments.FirstOrDefault(a => a.Value != client && IsRequest(a.Parameter?.Type))?.Value;
        var resource = Passed(invocation, "resource");
        if (request is null && resource is null)
            return null;
        var site = request is null ? null : (Site?)call.With(request);
        var url = site is { } message ? PropertyQuery.Ask(program, message, "Resource", "resource") : null;
        IReadOnlyList<TextValue> resources = resource is not null ? program.TextsOf(call.With(resource)) : url!.Texts();
        var parameters = site is { } sent ? ParameterQuery.Ask(program, sent) : null;
        var bases = BaseUrls(program, call.With(client));
        if (resources.Count == 0)
            resources = url is { IsOpen: true } || bases.Count == 0 ? [TextValue.Unknown(call)] : [TextValue.Empty];
        return new HttpRequest
        {
            Send = call,
            Library = this,
            Verbs = Verbs(program, call, invocation, site),
            VerbSource = VerbOf(invocation.TargetMethod.Name) is null && VerbValues(program, call, invocation, site) is [var chosen] ? chosen : null,
            Urls = Join(bases, resources).Select(u => parameters?.WithQuery(u) ?? u).ToList(),
            UrlSource = resource is not null ? call.With(resource) : url is { Values: [var only] } ? only : null,
            Message = site,
            Client = call.With(client),
            Body = Passed(invocation, "request", "body") is { } body && request is null ? call.With(body) : parameters is { JsonBody: { } json } ? json : parameters is { HasBody: true } ? site : null,
        };
    }

    private static bool IsRequest(ITypeSymbol? type) => Derives(type, "RestRequest", Space) || Derives(type, "IRestRequest", Space);

    private static IReadOnlyList<string> Verbs(ProgramModel program, Site call, IInvocationOperation invocation, Site? request)
    {
        var name = invocation.TargetMethod.Name;
        if (VerbOf(name) is { } direct)
            return [direct];
        // ExecutePostAsync, ExecuteAsPost; but ExecuteAsync, ExecuteGetTaskAsync.
        var rest = name.StartsWith("ExecuteAs", StringComparison.Ordinal) ? name.Substring("ExecuteAs".Length) : name.StartsWith("Execute", StringComparison.Ordinal) ? name.Substring("Execute".Length) : "";
        if (VerbOf(rest) is { } named)
            return [named];
        if (VerbValues(program, call, invocation, request) is not { } values)
            return [HttpVerb.Get];
        return values.SelectMany(v => VerbsOf(program, v)).Distinct().ToList();
    }

    /// <summary>The expressions that choose the verb; null when nothing does, and it is the default.</summary>
    private static IReadOnlyList<Site>? VerbValues(ProgramModel program, Site call, IInvocationOperation invocation, Site? request)
    {
        if (Passed(invocation, "httpMethod", "method") is { Type.TypeKind: TypeKind.Enum } method)
            return [call.With(method)];
        if (request is not { } site)
            return null;
        var verbs = PropertyQuery.Ask(program, site, "Method", "method");
        return verbs.Values.Count == 0 && !verbs.IsOpen ? null : verbs.Values;
    }

    /// <summary>From the constructor, the options, the <c>HttpClient</c> inside, or the property of the old shape.</summary>
    private static IReadOnlyList<TextValue> BaseUrls(ProgramModel program, Site client)
    {
        var direct = PropertyQuery.Ask(program, client, "BaseUrl", "baseUrl").Texts();
        if (direct.Count > 0)
            return direct;
        var options = PropertyQuery.Ask(program, client, "Options", "options").Values.SelectMany(o => PropertyQuery.Ask(program, o, "BaseUrl", "baseUrl").Texts()).ToList();
        if (options.Count > 0)
            return options;
        var configured = PropertyQuery.Ask(program, client, "", "configureRestClient").Values
            .SelectMany(d => program.DelegateTargets(d)).SelectMany(static d => d.Symbol.Parameters)
            .SelectMany(p => PropertyQuery.AskForward(program, p, "BaseUrl").Texts()).ToList();
        return configured.Count > 0
            ? configured
            : PropertyQuery.Ask(program, client, "HttpClient", "httpClient").Values.SelectMany(c => PropertyQuery.Ask(program, c, "BaseAddress").Texts()).ToList();
    }

    /// <summary>
    /// RestSharp joins by its own rule (UriExtensions.MergeBaseUrlAndResource): a leading slash of the resource is cut off and the base gets
    /// one at its end, so that the base keeps its whole path.
    /// </summary>
    private static IReadOnlyList<TextValue> Join(IReadOnlyList<TextValue> bases, IReadOnlyList<TextValue> resources)
    {
        var relative = resources.Select(static r => r.ToString().StartsWith("/", StringComparison.Ordinal) ? r.Slice(1, r.ToString().Length - 1) : r).ToList();
        if (bases.Count == 0)
            return resources;
        var whole = bases.Select(static b => b.ToString().EndsWith("/", StringComparison.Ordinal) || b.Pieces.IsEmpty ? b : b.Append(TextValue.Known("/", b.Pieces[0].Source))).ToList();
        return relative.SelectMany(r => r.Pieces.IsEmpty ? bases : UriTexts.Join(whole, [r])).Take(Texts.MaxAlternatives).ToList();
    }
}
