using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary><c>System.Net.WebClient</c> and its subclasses, which change the request in <c>GetWebRequest</c>.</summary>
internal sealed class WebClientLibrary : HttpLibrary
{
    public static readonly WebClientLibrary Instance = new();

    private WebClientLibrary()
    {
    }

    public override bool MaySend(IMethodSymbol method) =>
        method.Name.StartsWith("Upload", StringComparison.Ordinal) || method.Name.StartsWith("Download", StringComparison.Ordinal)
        || method.Name.StartsWith("OpenRead", StringComparison.Ordinal) || method.Name.StartsWith("OpenWrite", StringComparison.Ordinal);

    public override bool IsClient(ITypeSymbol? type) => Derives(type, "WebClient", "System.Net");

    public override bool IsCarrier(ITypeSymbol? type) => IsClient(type);

    public override bool IsHeaderPart(IPropertyReferenceOperation property) => property.Property.Name == "Headers";

    public override HttpRequest? Describe(ProgramModel program, Site call, IInvocationOperation invocation)
    {
        if (invocation.Receiver() is not { } client || !IsClient(client.Unwrap().Type) || Passed(invocation, "address") is not { } address)
            return null;
        // "null: POST for http", as the documentation of each Upload method says.
        var verb = Passed(invocation, "method") is { } method && !method.IsNull() ? VerbsOf(program, call.With(method))
            : invocation.TargetMethod.Name[0] == 'U' || invocation.TargetMethod.Name.StartsWith("OpenWrite", StringComparison.Ordinal) ? [HttpVerb.Post]
            : (IReadOnlyList<string>)[HttpVerb.Get];
        var site = call.With(client);
        var urls = program.UrlTextsOf(call.With(address));
        var bases = urls.All(static u => UriTexts.IsAbsolute(u.ToString())) ? [] : PropertyQuery.Ask(program, site, "BaseAddress").Texts();
        return new HttpRequest
        {
            Send = call,
            Library = this,
            Verbs = verb,
            // Pairs of the client's QueryString are appended when the request is made.
            Urls = WithQuery(program, site, bases.Count == 0 ? urls : UriTexts.Join(bases, urls)),
            VerbSource = Passed(invocation, "method") is { } chosen && !chosen.IsNull() ? call.With(chosen) : null,
            UrlSource = call.With(address),
            BaseAddresses = bases,
            ThrowsOnFailure = true,
            Client = site,
            Body = Passed(invocation, "data") is { } body ? call.With(body) : null,
        };
    }

    private static IReadOnlyList<TextValue> WithQuery(ProgramModel program, Site client, IReadOnlyList<TextValue> urls)
    {
        var query = ParameterQuery.Ask(program, client, static p => p.Property.Name == "QueryString");
        return query.IsEmpty ? urls : urls.Select(u => query.WithQuery(u)).ToList();
    }
}
