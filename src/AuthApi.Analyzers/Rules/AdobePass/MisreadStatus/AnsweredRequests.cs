using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.MisreadStatus;

/// <summary>The endpoints whose answer a response is: from the object back to the calls that sent for it.</summary>
internal static class AnsweredRequests
{
    /// <summary>All endpoints that can have answered; empty when some of them are not known, or not of Adobe Pass.</summary>
    public static IReadOnlyList<Endpoint> Of(ProgramModel program, IOperation response, AuthApiOptions options)
    {
        var origins = program.Origins(new Site(response, null), out var complete);
        if (!complete || origins.Count == 0)
            return [];
        var result = new List<Endpoint>();
        foreach (var origin in origins)
        {
            if (origin.Operation is not IInvocationOperation invocation)
                return [];
            var requests = HttpRequests.For(program).At(invocation);
            // Reached through one call of a helper: only what that call sends.
            var ofThisCall = origin.Frame is { } frame ? requests.Where(r => r.Send.Frame?.Call.Syntax == frame.Call.Syntax).ToList() : [];
            if (ofThisCall.Count > 0)
                requests = ofThisCall;
            if (requests.Count == 0)
                return [];
            foreach (var request in requests)
            {
                if (EndpointsOf(program, request, options) is not { Count: > 0 } endpoints)
                    return [];
                result.AddRange(endpoints);
            }
        }

        return result;
    }

    /// <summary>The endpoints that can answer a request; empty when one of its URLs is not known to be one of them.</summary>
    private static IReadOnlyList<Endpoint> EndpointsOf(ProgramModel program, HttpRequest request, AuthApiOptions options)
    {
        var calls = AdobePassCall.Of(program, request, options);
        return calls.Count < request.Urls.Count || request.Verbs.Count == 0 || calls.Any(static c => c.Answering.Count == 0 || c.Answering.Any(static m => !m.Endpoint.IsDocumented))
            ? []
            : calls.SelectMany(static c => c.Answering).Select(static m => m.Endpoint).ToList();
    }
}
