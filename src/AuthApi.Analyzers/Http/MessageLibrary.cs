using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>What the two libraries with an <c>HttpClient</c> and an <c>HttpRequestMessage</c> have in common.</summary>
/// <param name="space">The namespace of these types.</param>
internal abstract class MessageLibrary(string space) : HttpLibrary
{
    // What these make of an answer is its content, so they have no other way to tell of a failure (EnsureSuccessStatusCode inside).
    private static readonly string[] ThrowingHelpers =
    [
        "GetStringAsync", "GetStreamAsync", "GetByteArrayAsync", "GetFromJsonAsync", "GetFromJsonAsAsyncEnumerable", "DeleteFromJsonAsync",
    ];

    public override bool IsClient(ITypeSymbol? type) => Derives(type, "HttpClient", space);

    public bool IsMessage(ITypeSymbol? type) => Derives(type, "HttpRequestMessage", space);

    public override bool IsHeaderPart(IPropertyReferenceOperation property) => property.Property.Name is "Headers" or "DefaultRequestHeaders";

    /// <summary>The verb of a sending method.</summary>
    protected virtual string? Verb(string methodName) => VerbOf(methodName);

    public override HttpRequest? Describe(ProgramModel program, Site call, IInvocationOperation invocation)
    {
        if (invocation.Receiver() is not { } client || !IsClient(client.Unwrap().Type))
            return null;
        IOperation? message = null, url = null, body = null;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { } parameter || argument.Value == client)
                continue;
            if (IsMessage(argument.Value.Unwrap().Type) || IsMessage(parameter.Type))
                message ??= argument.Value;
            else if (parameter.Name is "requestUri" or "uri" or "address")
                url ??= argument.Value;
            else if (parameter.Name is "content" or "value" or "inputValue")
                body = argument.Value;
        }

        if (message is not null)
            return OfMessage(program, call, call.With(client), call.With(message));
        if (url is null || Verb(invocation.TargetMethod.Name) is not { } verb)
            return null;
        var (urls, baseAddresses) = WithBaseAddress(program, program.UrlTextsOf(call.With(url)), call.With(client));
        return new HttpRequest
        {
            Send = call,
            Library = this,
            Verbs = [verb],
            Urls = urls,
            BaseAddresses = baseAddresses,
            UrlSource = call.With(url),
            ThrowsOnFailure = ThrowingHelpers.Contains(invocation.TargetMethod.Name),
            Client = call.With(client),
            Body = body is null ? null : call.With(body),
        };
    }

    /// <summary>A message that is built here and sent elsewhere.</summary>
    public HttpRequest DescribeMessage(ProgramModel program, Site message) => OfMessage(program, message, null, message);

    private HttpRequest OfMessage(ProgramModel program, Site call, Site? client, Site site)
    {
        var urls = PropertyQuery.Ask(program, site, "RequestUri", "requestUri", "uri");
        var texts = urls.Texts();
        var (joined, baseAddresses) = WithBaseAddress(program, texts.Count == 0 ? [TextValue.Unknown(site)] : texts, client);
        if (joined.All(program.IsOther))
            return new HttpRequest { Send = call, Library = this, Verbs = [], Urls = joined, Message = site, Client = client };
        var verbs = PropertyQuery.Ask(program, site, "Method", "method");
        var body = PropertyQuery.Ask(program, site, "Content");
        return new HttpRequest
        {
            Send = call,
            Library = this,
            Verbs = verbs.Values.Count == 0 && !verbs.IsOpen ? [HttpVerb.Get] : verbs.Values.SelectMany(v => VerbsOf(program, v)).Distinct().ToList(),
            VerbSource = verbs.Values.Count == 1 ? verbs.Values[0] : null,
            Urls = joined,
            BaseAddresses = baseAddresses,
            UrlSource = urls.Values.Count == 1 ? urls.Values[0] : null,
            Message = site,
            Client = client,
            Body = body.Values.Count == 1 ? body.Values[0] : null,
        };
    }

    private static (IReadOnlyList<TextValue> Urls, IReadOnlyList<TextValue> BaseAddresses) WithBaseAddress(ProgramModel program, IReadOnlyList<TextValue> urls, Site? client)
    {
        if (client is null || urls.All(static u => UriTexts.IsAbsolute(u.ToString())))
            return (urls, []);
        var addresses = PropertyQuery.Ask(program, client.Value, "BaseAddress").Texts();
        return (addresses.Count == 0 ? urls : UriTexts.Join(addresses, urls), addresses);
    }
}
