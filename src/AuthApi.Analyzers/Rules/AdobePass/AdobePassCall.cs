using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass;

/// <summary>A request whose URL, in one of its alternatives, goes to Adobe Pass, with what the catalogue says of that URL.</summary>
internal sealed class AdobePassCall
{
    private AdobePassCall(HttpRequest request, TextValue text, ServiceUrl url)
    {
        (Request, Text, Url, Matches) = (request, text, url, Endpoints.Match(url));
        Answering = request.Verbs.Count == 0 ? Matches : Matches.Where(m => request.Verbs.Any(v => HttpVerb.Same(v, m.Endpoint.Verb))).ToList();
    }

    public HttpRequest Request { get; }

    /// <summary>The URL with the sources of its parts.</summary>
    public TextValue Text { get; }

    public ServiceUrl Url { get; }

    /// <summary>The endpoints of this path, whatever their verb.</summary>
    public IReadOnlyList<EndpointMatch> Matches { get; }

    /// <summary>The endpoints that may answer: those of the verbs that the request can have. A rule reports what holds for all of them.</summary>
    public IReadOnlyList<EndpointMatch> Answering { get; }

    /// <summary>The alternatives of the request that go to Adobe Pass; none for what a test double answers.</summary>
    public static IReadOnlyList<AdobePassCall> Of(ProgramModel program, HttpRequest request, AuthApiOptions options)
    {
        var result = new List<AdobePassCall>();
        foreach (var text in request.Urls)
        {
            var url = ServiceUrl.Parse(text.ToString());
            if (Anchors.IsRequest(url, options.AdobePassHosts.Contains))
                result.Add(new(request, text, url));
        }

        return result.Count > 0 && Intermediaries.AnswerThemselves(program, request.Client) ? [] : result;
    }

    /// <summary>
    /// Where to report something about these characters of the URL: the characters themselves, else the expression that brings them in, in the
    /// member that sends or in a caller that decides about this request; else the URL's expression at the send.
    /// </summary>
    public Location PlaceOf(ProgramModel program, int start, int length) => Place(program, Text, start, length) ?? UrlPlace();

    /// <summary>The same for a text that is a part of the URL; null when it lies elsewhere.</summary>
    public Location? Place(ProgramModel program, TextValue text, int start, int length)
    {
        if (program.PlaceOf(text, start, length) is { } exact && IsHere(exact))
            return exact;
        if (text.Pieces.IsEmpty)
            return null;
        var source = text.PieceAt(Math.Min(start, text.ToString().Length - 1)).Source.Syntax.GetLocation();
        return IsHere(source) ? source : null;
    }

    /// <summary>The URL's expression; what the deciding caller passes where a helper sends what it is told.</summary>
    public Location UrlPlace()
    {
        if (Request.UrlSource is not { } source)
            return Request.Send.Syntax.GetLocation();
        while (source.Operation.Unwrap() is IParameterReferenceOperation parameter
            && source.Frame?.Argument(parameter.Parameter) is { } argument)
            source = argument;
        return source.Syntax.GetLocation();
    }

    /// <summary>The name of the method that a call calls.</summary>
    public static Location NameOf(IInvocationOperation invocation) => (invocation.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.GetLocation(),
        SimpleNameSyntax name => name.Identifier.GetLocation(),
        _ => invocation.Syntax.GetLocation(),
    };

    // A constant of another member has many users: each of them is told at its own place.
    private bool IsHere(Location place)
    {
        if (place.SourceTree?.GetRoot().FindNode(place.SourceSpan).ContainingMember() is not { } member)
            return false;
        if (Request.Send.Syntax.ContainingMember() == member)
            return true;
        for (var frame = Request.Send.Frame; frame is not null; frame = frame.Parent)
        {
            if (frame.Call.Syntax.ContainingMember() == member)
                return true;
        }

        return false;
    }
}
