using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>Parameters, return values and delegates.</content>
internal static partial class Values
{
    private static Step ParameterValues(this ProgramModel program, IParameterReferenceOperation reference, CallFrame? frame)
    {
        var parameter = reference.Parameter;
        var writes = program.WritesTo(parameter).Where(static r => r.AssignedValue() is not null and not ICompoundAssignmentOperation).ToList();
        var passedInIsSeen = true;
        var values = new List<Site>();
        if (writes.Count > 0 && program.GraphOf(reference.Syntax) is { } graph)
        {
            passedInIsSeen = graph.WalkBack(reference.Syntax, writes.Select(static w => w.Syntax), node =>
            {
                values.Add(new Site(writes.First(w => w.Syntax == node).AssignedValue()!, frame));
                return BodyGraph.Visit.EndPath;
            });
        }

        if (!passedInIsSeen)
            return Step.Of(values);
        var passed = program.PassedValues(parameter, frame);
        return passed.IsNone && values.Count == 0 ? passed : Step.Of(passed.IsNone ? values : values.Concat(passed.Values), passed.Complete);
    }

    /// <summary>What is passed for a parameter: by the followed call, else by every call in the compilation, else its default value.</summary>
    public static Step PassedValues(this ProgramModel program, IParameterSymbol parameter, CallFrame? frame)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return Step.None;
        for (var inner = frame; inner is not null; inner = inner.Parent)
        {
            if (SymbolEqualityComparer.Default.Equals(inner.Target.OriginalDefinition, method.OriginalDefinition)
                || SymbolEqualityComparer.Default.Equals(inner.Target.PartialImplementationPart, method))
            {
                return inner.Argument(parameter) is { } argument ? Step.One(argument) : Step.None;
            }
        }

        if (method.MethodKind == MethodKind.Constructor && program.CapturedArgument(parameter, method, frame) is { } captured)
            return Step.One(captured);
        if (method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LambdaMethod)
            return program.PassedToLambda(parameter, method);
        if (method.MethodKind == MethodKind.PropertySet)
            return Step.Of(program.WritesTo(method.AssociatedSymbol!).Select(static r => r.AssignedValue()).OfType<IOperation>().Select(static v => new Site(v, null)));
        var calls = program.CallsOf(method).Take(ProgramModel.MaxPlaces).ToList();
        var values = new List<Site>();
        foreach (var call in calls)
        {
            if (new CallFrame(call, method, null).Argument(parameter) is { } argument && !IsSelf(argument.Operation))
                values.Add(argument);
        }

        return values.Count == 0 ? Step.None : Step.Of(values, calls.Count < ProgramModel.MaxPlaces);

        bool IsSelf(IOperation value) =>
            value.Unwrap() is IParameterReferenceOperation same && SymbolEqualityComparer.Default.Equals(same.Parameter, parameter);
    }

    private static Step PassedToLambda(this ProgramModel program, IParameterSymbol parameter, IMethodSymbol lambda)
    {
        if (lambda.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } syntax || program.OperationAt(syntax) is not { } operation)
            return Step.None;
        var (parent, _) = operation.OuterParent();
        IEnumerable<IOperation> delegates = parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => program.ReferencesTo(declarator.Symbol),
            IFieldInitializerOperation field => field.InitializedFields.SelectMany(program.ReferencesTo),
            IPropertyInitializerOperation property => property.InitializedProperties.SelectMany(program.ReferencesTo),
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } => program.ReferencesTo(member.Member),
            IArgumentOperation { Parameter: { } formal } => program.ReferencesTo(formal),
            _ => [],
        };
        var values = new List<Site>();
        foreach (var reference in delegates)
        {
            var invoked = reference.OuterParent().Parent;
            if (invoked is IConditionalAccessOperation { WhenNotNull: { } whenNotNull })
                invoked = whenNotNull;
            if (invoked is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invocation && parameter.Ordinal < invocation.Arguments.Length)
                values.Add(new Site(invocation.Arguments[parameter.Ordinal].Value, null));
        }

        return values.Count == 0 ? Step.None : Step.Of(values, complete: false);
    }

    private static Step ReturnValues(this ProgramModel program, Site site, IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (IsTransparent(invocation) is { } inner)
            return Step.One(site.With(inner));
        if (method.MethodKind == MethodKind.DelegateInvoke && invocation.Instance is { } @delegate)
        {
            return program.FactoryValues(site.With(@delegate), invocation, site.Frame);
        }

        if (method.Name == "Run" && IsTask(method.ContainingType) && invocation.Arguments.Length > 0)
            return program.FactoryValues(site.With(invocation.Arguments[0].Value), invocation, site.Frame);

        var targets = program.TargetsOf(site.With(invocation));
        return targets.Count == 0 ? Step.None : program.BodyValues(site, invocation, targets);
    }

    private static Step BodyValues(this ProgramModel program, Site site, IOperation call, IReadOnlyList<IMethodSymbol> targets)
    {
        var values = new List<Site>();
        foreach (var target in targets)
        {
            if (site.Frame?.Contains(target) == true || site.Frame?.Depth >= CallFrame.MaxDepth)
                return Step.None;
            var frame = new CallFrame(call, target, site.Frame);
            values.AddRange(program.ReturnedValues(target).Select(v => new Site(v, frame)));
        }

        return values.Count == 0 ? Step.None : Step.Of(values);
    }

    private static bool IsTaskResult(IPropertyReferenceOperation property) =>
        property.Property.Name == "Result" && IsTask(property.Property.ContainingType);

    private static bool IsLazyValue(IPropertyReferenceOperation property) =>
        property.Property is { Name: "Value", ContainingType: { Name: "Lazy", ContainingNamespace.Name: "System" } };

    /// <summary>What the factories return that a call (or a lazy value) runs.</summary>
    private static Step FactoryValues(this ProgramModel program, Site factory, IOperation call, CallFrame? frame)
    {
        var values = new List<Site>();
        foreach (var (body, symbol, _) in program.DelegateTargets(factory))
        {
            if (frame?.Contains(symbol) == true || frame?.Depth >= CallFrame.MaxDepth)
                return Step.None;
            var inner = new CallFrame(call, symbol, frame);
            values.AddRange(ProgramModel.ReturnedValues(body).Select(v => new Site(v, inner)));
        }

        return values.Count == 0 ? Step.None : Step.Of(values);
    }

    /// <summary>The value that a call merely passes on: awaiters, completed tasks.</summary>
    private static IOperation? IsTransparent(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        return method.Name switch
        {
            "ConfigureAwait" or "GetAwaiter" or "AsTask" or "WaitAsync" when IsTask(method.ContainingType) => invocation.Instance,
            "GetResult" when method.ContainingNamespace?.Name == "CompilerServices" => invocation.Instance,
            "FromResult" when IsTask(method.ContainingType) && invocation.Arguments.Length == 1 => invocation.Arguments[0].Value,
            _ => null,
        };
    }

    private static bool IsTask(INamedTypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks";
}
