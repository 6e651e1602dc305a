using AuthApi.Analyzers.Environments;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.Rules.AdobePass.MixedEnvironments;

/// <summary>Where a program talks to Adobe Pass about a registration code or a device, with host, endpoint and requestor.</summary>
internal static class PassHosts
{
    /// <summary>All uses in the compilation: requests, and addresses of the login page, which a browser opens.</summary>
    public static IReadOnlyList<HostUse> In(ProgramModel program, Func<SyntaxTree, AuthApiOptions> optionsOf, CancellationToken cancellationToken)
    {
        var result = new List<HostUse>();
        foreach (var request in SentRequests.For(program).All(cancellationToken))
        {
            var options = optionsOf(request.Send.Syntax.SyntaxTree);
            if (RequestHosts.Of(program, request, h => EnvironmentOf(h, options), CallOf, KeysOf) is { } use)
                result.Add(use);
        }

        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            foreach (var (text, urls) in LoginAddresses(program, tree, cancellationToken))
            {
                var options = optionsOf(tree);
                if (RequestHosts.Of(program, urls, text, h => EnvironmentOf(h, options), CallOf, KeysOf) is { } use)
                    result.Add(use);
            }
        }

        return result.GroupBy(static u => (u.Location, u.Place, u.Call)).Select(static g => g.First()).ToList();
    }

    /// <summary>The endpoint, when what it does depends on a code or a device; registering a client or listing MVPDs does not.</summary>
    public static EndpointMatch? FlowEndpoint(TextValue text)
    {
        var matches = Endpoints.Match(text.ToString());
        var match = matches.FirstOrDefault();
        return match is null || match.Endpoint.Api == AdobePassApi.ClientRegistration || match.Endpoint.Path.Contains("config") || match.PathGoesOn ? null : match;
    }

    private static string? CallOf(TextValue text) => FlowEndpoint(text)?.Endpoint.Path;

    private static string? EnvironmentOf(string host, AuthApiOptions options)
    {
        if (options.AdobePassHosts.TryGet(host, out var marked))
            return marked == HostEnvironment.Unspecified ? null : marked.ToString().ToLowerInvariant();
        return AdobePassHosts.Classify(host) is { ServesClientlessApi: true } known
            ? known.Environment switch
            {
                AdobePassEnvironment.Production => "production",
                AdobePassEnvironment.Staging => "staging",
                AdobePassEnvironment.PrequalProduction => "prequal production",
                AdobePassEnvironment.PrequalStaging => "prequal staging",
                AdobePassEnvironment.Preproduction => "preproduction",
                _ => null,
            }
            : null;
    }

    /// <summary>
    /// The variables that hold the code and the device; the call that makes a code shares the code with every call that takes one.
    /// </summary>
    private static IReadOnlyCollection<string> KeysOf(TextValue text)
    {
        if (FlowEndpoint(text) is not { } match)
            return [];
        var result = new HashSet<string>();
        foreach (var name in new[] { "deviceId", "reg_code" })
        {
            if (match.Url.Query.FirstOrDefault(p => p.Name == name) is { } parameter)
                Add(name == "deviceId" ? "device" : "code", text.Slice(parameter.Start + parameter.Length - parameter.Value.Length, parameter.Value.Length));
        }

        var first = match.Url.Segments.Count - match.Endpoint.Segments.Count;
        for (var i = 0; i < match.Endpoint.Segments.Count && first >= 0; i++)
        {
            if (match.Endpoint.Segments[i] == "{code}")
                Add("code", text.Slice(match.Url.Segments[first + i].Start, match.Url.Segments[first + i].Text.Length));
        }

        if (match.Endpoint.Path.EndsWith("/regcode", StringComparison.Ordinal) || match.Endpoint.Path.EndsWith("/sessions", StringComparison.Ordinal))
            result.Add("code:new");
        return result;

        void Add(string kind, TextValue value)
        {
            foreach (var piece in value.Pieces)
                result.Add(kind + ":" + (piece.Literal is { } literal ? "=" + literal : Variable(piece.Source.Operation)));
        }
    }

    /// <summary>Whether two calls of a type, in different members, are about the same code or device.</summary>
    public static bool Share(HostUse first, HostUse second) =>
        first.Keys.Any(second.Keys.Contains)
        || first.Keys.Contains("code:new") && second.Keys.Any(static k => k.StartsWith("code:", StringComparison.Ordinal))
        || second.Keys.Contains("code:new") && first.Keys.Any(static k => k.StartsWith("code:", StringComparison.Ordinal));

    /// <summary>The name of the variable in an expression, without what encodes it and without the underscore of fields.</summary>
    private static string Variable(IOperation operation)
    {
        var syntax = operation.Unwrap().Syntax;
        var name = syntax is InvocationExpressionSyntax { ArgumentList.Arguments: [var only] } ? only.Expression.ToString() : syntax.ToString();
        return name.Substring(name.LastIndexOf('.') + 1).TrimStart('_').ToLowerInvariant();
    }

    private static IEnumerable<(SyntaxNode, IReadOnlyList<TextValue>)> LoginAddresses(ProgramModel program, SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (tree.GetText(cancellationToken).ToString().IndexOf("authenticate", StringComparison.Ordinal) < 0)
            yield break;
        var seen = new HashSet<SyntaxNode>();
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (node is not (InterpolatedStringTextSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression })
                || node.ToString().IndexOf("authenticate", StringComparison.Ordinal) < 0)
                continue;
            SyntaxNode text = node is InterpolatedStringTextSyntax ? node.Parent! : node;
            while (text.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
                text = text.Parent;
            if (!seen.Add(text) || program.OperationAt(text) is not { } operation)
                continue;
            var urls = program.TextsOf(new Site(operation, null));
            if (urls.All(static u => FlowEndpoint(u)?.Endpoint is { Name: "authentication" }))
                yield return (text, urls);
        }
    }
}
