using System.Text.RegularExpressions;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.TightPolling;

/// <summary>What an operation does to the time between two requests.</summary>
/// <param name="IsEnough">Whether it waits as long as it must, or for something whose time nobody knows.</param>
/// <param name="Duration">The expression of a time that is provably too short.</param>
/// <param name="IsTimer">Whether the time is a timer's period, chosen once and not in the loop.</param>
internal sealed record Wait(bool IsEnough, Site? Duration = null, bool IsTimer = false);

/// <summary>Recognises waits: delays, sleeps, timers' ticks, signals, and whatever may take its time outside the compilation.</summary>
internal sealed class Waits(ProgramModel program, double minimumMilliseconds)
{
    private const int MaxDepth = 3;

    private static readonly Wait Enough = new(true);

    private static readonly Regex WaitingName = new(
        "(?<!a)Wait|Delay|Sleep|Pause|Back_?off|Throttle|RateLimit|Receive|Dequeue|Consume|Subscribe|ReadLine|ReadKey|Prompt|Tick|Signal",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Methods without a body here whose name says that they answer and do not wait.
    private static readonly Regex AnsweringName = new(
        "^(Get|TryGet|Read|Load|Fetch|Find|Create|Build|Make|Send|Post|Put|Save|Store|Set|Write|Log|Parse|Deserialize|Is|Has|Check|Refresh|Sign|Update|Notify|Report|Flush|Copy|Add|Remove)",
        RegexOptions.CultureInvariant);

    /// <summary>The waits in a body, lambdas inside it left out.</summary>
    public IEnumerable<(IOperation Operation, Wait Wait)> In(IOperation body)
    {
        foreach (var operation in body.OwnDescendants())
        {
            if (Of(operation, 0, []) is { } wait)
                yield return (operation, wait);
        }
    }

    /// <summary>The wait that an operation is; null when it is none.</summary>
    public Wait? Of(IOperation operation) => Of(operation, 0, []);

    private Wait? Of(IOperation operation, int depth, HashSet<ISymbol> open)
    {
        if (operation is IAwaitOperation { Operation: var awaited } && awaited.Unwrap() is IPropertyReferenceOperation { Property.Name: "Task" or "Completion" })
            return Enough;
        if (OfYield(operation) is { } yielded)
            return yielded;
        if (operation is not IInvocationOperation call || HttpRequests.MaySend(call) && HttpRequests.For(program).At(call).Count > 0)
            return null;
        var method = call.TargetMethod;
        switch (method.Name, method.ContainingType?.Name)
        {
            case ("Delay", "Task"):
                // Nobody waits for a task that is dropped.
                return call.Parent is IExpressionStatementOperation ? null : Timed(call);
            case ("Sleep", "Thread"):
                return Timed(call);
            case ("WaitForNextTickAsync", "PeriodicTimer"):
                return Ticks(call);
            case ("SpinOnce" or "SpinUntil" or "Reset", "SpinWait") or ("SpinWait" or "Yield", "Thread" or "Task"):
            case ("Wait" or "WaitAll" or "WaitAny" or "WhenAll" or "WhenAny" or "WaitAsync" or "Run" or "FromResult", "Task" or "ValueTask"):
                return null;
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
            return OfDelegate(call, depth, open);
        var bodies = program.ImplementationsOf(method);
        if (bodies.Count > 0)
            return OfBodies(bodies.Select(b => (b, program.BodiesOf(b))), depth, open);
        if (WaitingName.IsMatch(method.Name) && !IsQuick(method))
            return call.Arguments.Any(static a => a.Parameter?.Name is "timeout" or "millisecondsTimeout" && a.ArgumentKind == ArgumentKind.Explicit) ? Timed(call) : Enough;
        if (!IsTask(method.ReturnType))
            return null;
        var assembly = method.ContainingAssembly?.Name ?? "";
        var isFramework = method.DeclaringSyntaxReferences.Length == 0
            && (assembly.StartsWith("System", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.", StringComparison.Ordinal) || assembly is "mscorlib" or "netstandard" || HttpLibrary.All.Any(l => l.IsOwnAssembly(assembly)));
        return isFramework && method.ContainingType?.ContainingNamespace?.Name != "Channels" || AnsweringName.IsMatch(method.Name) && method.DeclaringSyntaxReferences.Length > 0 ? null : Enough;
    }

    /// <summary>What a coroutine of Unity gives back to be called again after: a time in seconds, or something whose time nobody knows.</summary>
    private Wait? OfYield(IOperation value)
    {
        if (value.OuterParent().Parent is not IReturnOperation { Kind: OperationKind.YieldReturn } || value.IsNull() || value is IConversionOperation
            || program.ModelFor(value.Syntax.SyntaxTree).GetEnclosingSymbol(value.Syntax.SpanStart) is not IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Collections_IEnumerator })
            return null;
        foreach (var origin in program.Origins(new Site(value, null), out _))
        {
            switch (origin.Operation)
            {
                case IInvocationOperation call when HttpRequests.MaySend(call):
                case { Type.Name: "WaitForEndOfFrame" or "WaitForFixedUpdate" }:
                    return null;
                case IObjectCreationOperation { Type.Name: "WaitForSeconds" or "WaitForSecondsRealtime" }:
                    return Judge(origin, isTimer: false);
            }
        }

        return Enough;
    }

    private Wait? Timed(IInvocationOperation call)
    {
        var time = call.Arguments.FirstOrDefault(static a => a.Parameter?.Type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } or { Name: "TimeSpan" })?.Value;
        return time is null ? Enough : Judge(new Site(time, null), isTimer: false);
    }

    private Wait Ticks(IInvocationOperation tick)
    {
        if (tick.Instance is not { } timer || program.Origins(new Site(timer, null), out var complete) is not [{ Operation: IObjectCreationOperation { Arguments: [{ Value: var period }, ..] } } made] || !complete)
            return Enough;
        return Judge(made.With(period), isTimer: true);
    }

    private Wait Judge(Site time, bool isTimer) =>
        program.LongestMilliseconds(time) is { } longest && longest < minimumMilliseconds ? new Wait(false, time, isTimer) : Enough;

    private Wait? OfDelegate(IInvocationOperation call, int depth, HashSet<ISymbol> open)
    {
        var targets = call.Instance is { } instance ? program.DelegateTargets(new Site(instance, null)).ToList() : [];
        return targets.Count > 0
            ? OfBodies(targets.Select(static t => (t.Symbol, (IEnumerable<IOperation>)[t.Body is IAnonymousFunctionOperation lambda ? lambda.Body : t.Body])), depth, open)
            : IsTask(call.Type) ? Enough : null;
    }

    private Wait? OfBodies(IEnumerable<(IMethodSymbol Method, IEnumerable<IOperation> Bodies)> targets, int depth, HashSet<ISymbol> open)
    {
        Wait? found = null;
        foreach (var (method, bodies) in targets)
        {
            if (depth >= MaxDepth || !open.Add(method))
                continue;
            foreach (var operation in bodies.SelectMany(static b => b.OwnDescendants()))
            {
                if (Of(operation, depth + 1, open) is not { } wait)
                    continue;
                if (wait.IsEnough)
                    return wait;
                found ??= wait;
            }
        }

        return found;
    }

    private static bool IsQuick(IMethodSymbol method) => method.Name.StartsWith("Log", StringComparison.Ordinal) || method.Name.StartsWith("Configure", StringComparison.Ordinal);

    private static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" or "UniTask" };
}
