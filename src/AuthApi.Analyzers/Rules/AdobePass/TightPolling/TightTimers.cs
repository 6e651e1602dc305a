using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.TightPolling;

/// <summary>
/// Repetition by a delegate that somebody else calls: timers of .NET, UI timers, Rx, retry policies of Polly, spinning. Asked with
/// the delegate; answers with the time that is too short, or with nothing but "too fast" where no time is chosen at all.
/// </summary>
internal sealed class TightTimers(ProgramModel program, double minimumMilliseconds)
{
    /// <summary>How a delegate is repeated too fast.</summary>
    /// <param name="Duration">The time that is too short; null when there is none.</param>
    /// <param name="What">The repetition, as in a message.</param>
    internal sealed record Repetition(Site? Duration, string What);

    public Repetition? Of(IOperation @delegate)
    {
        var (parent, _) = @delegate.OuterParent();
        if (parent is IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Instance: { } timer } raised })
            return raised.Event.Name is "Elapsed" or "Tick" ? OfEventTimer(timer) : null;
        if (parent is not IArgumentOperation { Parent: { } user } argument)
            return null;
        return user switch
        {
            IObjectCreationOperation { Type: { Name: "Timer", ContainingNamespace.Name: "Threading" } } creation => OfPeriod(creation.Arguments.FirstOrDefault(static a => a.Parameter?.Name == "period")?.Value, "by a timer"),
            // Device.StartTimer and IDispatcher.StartTimer of Xamarin and MAUI, ThreadPoolTimer of UWP, TimeProvider
            IInvocationOperation { TargetMethod.Name: "StartTimer" or "CreatePeriodicTimer" or "CreateTimer" } starter when !program.HasBody(starter.TargetMethod) =>
                OfPeriod(starter.Arguments.LastOrDefault(static a => a.Parameter?.Type.Name == "TimeSpan")?.Value, "by a timer"),
            IInvocationOperation { TargetMethod: { Name: "SpinUntil", ContainingType.Name: "SpinWait" } } => new(null, "without a pause by SpinWait.SpinUntil"),
            IInvocationOperation call when call.TargetMethod.Name is "Subscribe" or "Select" or "SelectMany" or "Do" or "ForEachAsync" or "SubscribeAwait" => OfObservable(call),
            IInvocationOperation call when call.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal) && call.Instance is { } policy => OfPolicy(policy),
            _ => null,
        };
    }

    private Repetition? OfPeriod(IOperation? period, string what) => period is null ? null : OfPeriod(new Site(period, null), what);

    private Repetition? OfPeriod(Site period, string what) =>
        // A period of zero or infinity fires once.
        program.LongestMilliseconds(period) is { } longest && longest > 0 && longest < minimumMilliseconds ? new(period, what) : null;

    /// <summary><c>System.Timers.Timer</c>, <c>DispatcherTimer</c>: the interval is a property, set before or after the handler.</summary>
    private Repetition? OfEventTimer(IOperation timer)
    {
        var intervals = new List<IOperation>();
        var symbol = timer.Unwrap() switch { ILocalReferenceOperation local => (ISymbol)local.Local, IMemberReferenceOperation member => member.Member, _ => null };
        foreach (var origin in program.Origins(new Site(timer, null), out _))
        {
            // dispatcher.CreateTimer(), queue.CreateTimer(): the interval is set afterwards.
            if (origin.Operation is IInvocationOperation { TargetMethod.Name: "CreateTimer", Arguments.Length: 0 })
                continue;
            if (origin.Operation is not IObjectCreationOperation creation)
                return null;
            intervals.AddRange(creation.Arguments.Where(static a => a.Parameter?.Name == "interval").Select(static a => a.Value));
            foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            {
                if (!Consider(assignment.Target, assignment.Value))
                    return null;
            }
        }

        foreach (var reference in symbol is null ? [] : program.ReferencesTo(symbol))
        {
            if (reference.Parent is IPropertyReferenceOperation { } property && property.AssignedValue() is { } value && !Consider(property, value))
                return null;
        }

        foreach (var interval in intervals)
        {
            if (program.LongestMilliseconds(new Site(interval, null)) is null)
                return null;
        }

        return intervals.Select(i => OfPeriod(i, "by a timer")).FirstOrDefault(static r => r is not null);

        // AutoReset = false fires once; who starts it again decides about the time.
        bool Consider(IOperation target, IOperation value)
        {
            var name = (target as IPropertyReferenceOperation)?.Property.Name;
            if (name == "Interval")
                intervals.Add(value);
            return name != "AutoReset" || value.ConstantValue is { HasValue: true, Value: true };
        }
    }

    private Repetition? OfObservable(IInvocationOperation call)
    {
        for (var current = call.Receiver(); current is not null;)
        {
            var origin = program.Origins(new Site(current, null), out _) is [var only] ? only.Operation : current;
            if (origin is not IInvocationOperation source)
                return null;
            if (source.TargetMethod is { ContainingType.Name: "Observable", Name: "Interval" or "Timer" })
                return OfPeriod(source.Arguments.LastOrDefault(static a => a.Parameter is { Name: "period", Type.Name: "TimeSpan" })?.Value, "by an observable");
            if (source.TargetMethod.Name is "Delay" or "Throttle" or "Sample" or "Take" or "TakeUntil" && source.TargetMethod.Name != "TakeUntil")
                return null;
            current = source.Receiver();
        }

        return null;
    }

    /// <summary>Polly: a retry without back-off, for ever or more than ten times.</summary>
    private Repetition? OfPolicy(IOperation policy)
    {
        foreach (var origin in program.Origins(new Site(policy, null), out _))
        {
            for (var current = origin.Operation; current is IInvocationOperation call; current = call.Receiver() is { } receiver ? program.Origins(new Site(receiver, null), out _).FirstOrDefault().Operation : null!)
            {
                if (OfRetryCall(call) is { } found)
                    return found;
            }
        }

        return null;
    }

    private Repetition? OfRetryCall(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingNamespace?.ToDisplayString().StartsWith("Polly", StringComparison.Ordinal) != true)
            return null;
        switch (call.TargetMethod.Name)
        {
            case "WaitAndRetryForeverAsync" or "WaitAndRetryForever":
                return OfProvider(call);
            case "WaitAndRetryAsync" or "WaitAndRetry" when IsMany(call.Argument("retryCount")):
                return OfProvider(call);
            case "RetryForeverAsync" or "RetryForever":
            case "RetryAsync" or "Retry" when IsMany(call.Argument("retryCount")):
                return new(null, "without a pause by a retry policy");
            case "AddRetry" when call.Arguments.Select(static a => a.Value.Unwrap()).OfType<IObjectCreationOperation>().FirstOrDefault(static o => o.Type?.Name == "RetryStrategyOptions") is { } options:
                return OfOptions(options);
            default:
                return null;
        }
    }

    private Repetition? OfProvider(IInvocationOperation call)
    {
        if (call.Argument("sleepDurationProvider") is not { } provider)
            return null;
        foreach (var (body, _, _) in program.DelegateTargets(new Site(provider, null)))
        {
            if (ProgramModel.ReturnedValues(body).ToList() is [var single] && program.LongestMilliseconds(new Site(single, null)) is { } longest && longest < minimumMilliseconds)
                return new(new Site(single, null), "by a retry policy");
        }

        return null;
    }

    /// <summary><c>RetryStrategyOptions</c> of Polly 8: three attempts, two seconds and a constant delay where nothing is set.</summary>
    private Repetition? OfOptions(IObjectCreationOperation options)
    {
        IOperation? attempts = null, delay = null;
        foreach (var assignment in options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            switch ((assignment.Target as IPropertyReferenceOperation)?.Property.Name)
            {
                case "MaxRetryAttempts": attempts = assignment.Value; break;
                case "Delay": delay = assignment.Value; break;
                case "BackoffType" when assignment.Value.Unwrap() is not IFieldReferenceOperation { Field.Name: "Constant" }:
                case "DelayGenerator": return null;
            }
        }

        return delay is not null && IsMany(attempts) && program.LongestMilliseconds(new Site(delay, null)) is { } longest && longest < minimumMilliseconds
            ? new(new Site(delay, null), "by a retry strategy")
            : null;
    }

    private bool IsMany(IOperation? count) =>
        count is not null && program.LargestNumber(new Site(count, null)) is { } number && number > Protocols.AdobePass.Limits.Burst;
}
