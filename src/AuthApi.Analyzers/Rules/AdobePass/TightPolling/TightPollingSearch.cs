using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.TightPolling;

/// <summary>A request that is repeated too fast.</summary>
/// <param name="Place">Where it is reported: the call in the loop, or the period of a timer.</param>
/// <param name="Endpoint">What is called.</param>
/// <param name="What">How it is repeated, as in the message.</param>
/// <param name="Durations">The times to make longer; empty when there is none.</param>
/// <param name="Loop">The loop that needs a wait; null when there is none to put it into.</param>
/// <param name="Repeat">The calls by which a method calls itself.</param>
internal sealed record TightPoll(SyntaxNode Place, Endpoint Endpoint, string What, IReadOnlyList<Site> Durations, SyntaxNode? Loop, IReadOnlyList<SyntaxNode> Repeat);

/// <summary>From every throttled request out to what repeats it: its own body, the callers of its method, whoever is given it as a delegate.</summary>
internal sealed class TightPollingSearch
{
    private readonly ProgramModel program;
    private readonly PollingLoop loops;
    private readonly TightTimers timers;
    private readonly Waits waits;
    private readonly int maxDepth;
    private readonly HashSet<(SyntaxNode, OperationKind)> seen = [];

    private TightPollingSearch(ProgramModel program, AuthApiOptions options)
    {
        this.program = program;
        waits = new(program, options.PollingMinimum.TotalMilliseconds);
        loops = new(program, waits);
        timers = new(program, options.PollingMinimum.TotalMilliseconds);
        maxDepth = options.FollowedCalls;
    }

    /// <summary>All of them in the compilation.</summary>
    public static IReadOnlyList<TightPoll> Find(ProgramModel program, Func<SyntaxTree, AuthApiOptions> optionsOf, CancellationToken cancellationToken)
    {
        var result = new List<TightPoll>();
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            var options = optionsOf(tree);
            foreach (var request in SentRequests.For(program).In(tree, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Throttled(request, options) is { } endpoint && !Intermediaries.AnswerThemselves(program, request.Client))
                    result.AddRange(new TightPollingSearch(program, options).From(request.Send.Operation, request.Send.Frame, endpoint, 0));
            }
        }

        return result.GroupBy(static p => p.Place).Select(static g => g.First()).ToList();
    }

    /// <summary>The endpoint, when every endpoint that the request may be is throttled.</summary>
    private static Endpoint? Throttled(HttpRequest request, AuthApiOptions options)
    {
        foreach (var text in request.Urls)
        {
            var url = ServiceUrl.Parse(text.ToString());
            if (!Anchors.IsRequest(url, options.AdobePassHosts.Contains))
                continue;
            var matches = Endpoints.Match(url).Where(m => request.Verbs.Count == 0 || request.Verbs.Contains(m.Endpoint.Verb)).ToList();
            if (matches.Count > 0 && matches.TrueForAll(static m => m.Endpoint.IsThrottled))
                return matches[0].Endpoint;
        }

        return null;
    }

    private IEnumerable<TightPoll> From(IOperation call, CallFrame? frame, Endpoint endpoint, int depth)
    {
        if (!seen.Add((call.Syntax, call.Kind)))
            yield break;
        if (loops.Around(call.Syntax) is var (loop, tooShort))
        {
            var timer = tooShort.FirstOrDefault(static w => w.IsTimer)?.Duration;
            var durations = tooShort.Select(static w => w.Duration).OfType<Site>().ToList();
            yield return new(timer?.Syntax ?? call.Syntax, endpoint, durations.Count > 0 ? "by a loop" : "without a pause by a loop", durations, loop, []);
            yield break;
        }

        var body = call.Syntax.ExecutableBody();
        if (body is null || program.ModelFor(body.SyntaxTree).GetDeclaredSymbol(body) is not IMethodSymbol method)
        {
            // A lambda: what is it given to?
            if (body is AnonymousFunctionExpressionSyntax && program.OperationAt(body) is { } lambda)
            {
                foreach (var poll in FromDelegate(lambda, call, endpoint, depth))
                    yield return poll;
            }

            yield break;
        }

        if (Recursion(call, method) is { Count: > 0 } repeat)
        {
            yield return new(call.Syntax, endpoint, "without a pause by a method that calls itself", [], null, repeat);
            yield break;
        }

        if (depth >= maxDepth || program.BodiesOf(method).Any(b => waits.In(b).Any(static w => w.Wait.IsEnough)))
            yield break;
        foreach (var reference in program.ReferencesTo(method).Take(ProgramModel.MaxPlaces))
        {
            // The request of this caller, and not of another one.
            if (frame is not null && reference is IInvocationOperation && frame.Target.Equals(method, SymbolEqualityComparer.Default) && frame.Call.Syntax != reference.Syntax)
                continue;
            var found = reference is IMethodReferenceOperation ? FromDelegate(reference, call, endpoint, depth) : From(reference, frame?.Parent, endpoint, depth + 1);
            foreach (var poll in found)
                yield return poll;
        }
    }

    private IEnumerable<TightPoll> FromDelegate(IOperation @delegate, IOperation call, Endpoint endpoint, int depth)
    {
        if (timers.Of(@delegate) is { } repetition)
        {
            yield return new(repetition.Duration?.Syntax ?? call.Syntax, endpoint, repetition.What, repetition.Duration is { } time ? [time] : [], null, []);
            yield break;
        }

        var (parent, _) = @delegate.OuterParent();
        // Run at once by what it is given to; or kept in a variable and called.
        IEnumerable<IOperation> calls = parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation user } when user.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal) || user.TargetMethod.Name is "Run" or "FromAsync" or "Defer" => [user],
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } => program.ReferencesTo(variable.Symbol).Select(static r => r.Parent).OfType<IInvocationOperation>(),
            _ => [],
        };
        foreach (var user in depth >= maxDepth ? [] : calls)
        {
            foreach (var poll in From(user, null, endpoint, depth + 1))
                yield return poll;
        }
    }

    /// <summary>
    /// The calls by which a method calls itself after the request with nothing to wait for in between; none when a number that it
    /// passes on may count the rounds.
    /// </summary>
    private IReadOnlyList<SyntaxNode> Recursion(IOperation call, IMethodSymbol method)
    {
        if (program.GraphOf(call.Syntax) is not { } graph || method.Parameters.Any(static p => p.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64))
            return [];
        var body = call.Syntax.ExecutableBody();
        var enough = program.BodiesOf(method).SelectMany(b => waits.In(b)).Where(static w => w.Wait.IsEnough).Select(static w => w.Operation.Syntax).ToList();
        var result = new List<SyntaxNode>();
        foreach (var self in program.CallsOf(method))
        {
            if (self.Syntax.ExecutableBody() != body || self.Syntax.Span.Contains(call.Syntax.Span))
                continue;
            var reached = false;
            graph.WalkForward(call.Syntax, enough.Where(e => e != self.Syntax).Append(self.Syntax), node =>
            {
                reached |= node == self.Syntax;
                return BodyGraph.Visit.EndPath;
            });
            // And on the way from the beginning of the method to the request.
            if (reached && graph.WalkBack(call.Syntax, enough.Where(e => e != self.Syntax), static _ => BodyGraph.Visit.EndPath))
                result.Add(self.Syntax);
        }

        return result;
    }
}
