using System.Collections.Concurrent;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization;

/// <summary>
/// The requests without the header that a sending call makes, each with the call to blame: the send itself or the call of a
/// helper, which may stand in another file. Decided once per send.
/// </summary>
internal sealed class UnsignedRequests(ProgramModel program, AnalyzerOptions analyzerOptions)
{
    private readonly ConcurrentDictionary<SyntaxNode, IReadOnlyList<(SyntaxNode Place, Endpoint Endpoint)>> decided = new();

    public IReadOnlyList<(SyntaxNode Place, Endpoint Endpoint)> SentBy(IInvocationOperation send, CancellationToken cancellationToken) =>
        decided.GetOrAdd(send.Syntax, _ => Decide(send, cancellationToken));

    private IReadOnlyList<(SyntaxNode, Endpoint)> Decide(IInvocationOperation send, CancellationToken cancellationToken)
    {
        // What is asked about a request is answered with the options of the file that sends it.
        var options = AuthApiOptions.For(analyzerOptions, send.Syntax.SyntaxTree);
        // A declared request is reported where it is declared, unless its callers pass the headers.
        var requests = HttpRequests.For(program).At(send).Where(static r => r.Declaration is null || r.Headers is not null).ToList();
        if (requests.All(r => Endpoint(r, options) is null))
            return [];
        // Every caller is asked, those of other endpoints too: they tell whether the helper or its caller adds the header.
        var answers = requests.Select(r => (Request: r, Headers: HeaderQuery.Ask(program, r, "Authorization", options, cancellationToken))).ToList();
        var result = new List<(SyntaxNode, Endpoint)>();
        foreach (var (request, (answer, madeAt)) in answers)
        {
            if (answer.Kind == AnswerKind.No && Endpoint(request, options) is { } endpoint)
                result.Add((Maker(request, madeAt) ?? Decider(request, answers.Select(static a => (a.Request, a.Headers.Answer)).ToList()), endpoint));
        }

        return result;
    }

    /// <summary>The documented POST that the request certainly or possibly is, and that must carry the header.</summary>
    public static Endpoint? Endpoint(HttpRequest request, AuthApiOptions options)
    {
        if (!request.Verbs.Contains(HttpVerb.Post))
            return null;
        foreach (var text in request.Urls)
        {
            var url = ServiceUrl.Parse(text.ToString());
            if (!Anchors.IsRequest(url, options.AdobePassHosts.Contains))
                continue;
            var matches = Endpoints.Match(url);
            // With several verbs, a path that answers another of them too (a session by its code) may be that call.
            if (matches.Any(m => !HttpVerb.Same(m.Endpoint.Verb, HttpVerb.Post) && request.Verbs.Any(v => HttpVerb.Same(v, m.Endpoint.Verb))))
                continue;
            foreach (var match in matches)
            {
                if (HttpVerb.Same(match.Endpoint.Verb, HttpVerb.Post) && match.Endpoint.Authorization == AuthorizationNeed.Required)
                    return match.Endpoint;
            }
        }

        return null;
    }

    /// <summary>The caller's call, when a helper sends the message or the headers that its caller made.</summary>
    private static SyntaxNode? Maker(HttpRequest request, IReadOnlyList<Site> madeAt)
    {
        var sender = request.Send.Syntax.ContainingMember();
        for (var frame = request.Send.Frame; frame is not null; frame = frame.Parent)
        {
            foreach (var origin in madeAt)
            {
                if (origin.Syntax.ContainingMember() is var maker && maker != sender && maker == frame.Call.Syntax.ContainingMember())
                    return frame.Call.Syntax;
            }
        }

        return null;
    }

    /// <summary>
    /// The innermost call all of whose requests lack the header: the send itself, unless some caller makes the helper add
    /// one; then the call of the caller that does not.
    /// </summary>
    private static SyntaxNode Decider(HttpRequest request, IReadOnlyList<(HttpRequest Request, Answer Answer)> answers)
    {
        var through = answers;
        var place = request.Send.Syntax;
        for (var frame = request.Send.Frame; frame is not null && through.Any(static a => a.Answer.Kind == AnswerKind.Yes); frame = frame.Parent)
        {
            place = frame.Call.Syntax;
            through = through.Where(a => Calls(a.Request).Contains(place)).ToList();
        }

        return place;
    }

    private static IEnumerable<SyntaxNode> Calls(HttpRequest request)
    {
        for (var frame = request.Send.Frame; frame is not null; frame = frame.Parent)
            yield return frame.Call.Syntax;
    }
}
