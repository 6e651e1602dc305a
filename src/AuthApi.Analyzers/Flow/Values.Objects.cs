using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>
/// What one object has for a member, where its creation is in sight: two objects of one class (a GET and a POST of a request
/// class) have different values, and those of one are not mixed with those of the other.
/// </content>
internal static partial class Values
{
    private static Step OwnValues(this ProgramModel program, Site instance, ISymbol member)
    {
        if (instance.Operation.Unwrap() is not (ILocalReferenceOperation or IParameterReferenceOperation or IObjectCreationOperation or IFieldReferenceOperation or IInvocationOperation or IConditionalAccessInstanceOperation)
            && !IsKnownThis(instance))
            return Step.None;
        // A builder: the values that its own calls give the member.
        if (member is { DeclaredAccessibility: Accessibility.Private, IsStatic: false } && IsKnownThis(instance) && program.HistoryOf(instance.Frame!.Receiver!.Value) is { } history
            && program.MemberUses(history, member).Select(static u => (Use: u, Value: u.Operation.AssignedValue())).Where(static u => u is { Value: not null, Use.Frame.Call: IInvocationOperation }).ToList() is { Count: > 0 } given)
            return Step.Of(given.Select(static g => g.Use.With(g.Value!)));
        if (program.CreationOf(instance) is not { } made)
            return Step.None;
        // A copy of a record has what its original has, but for what it is given.
        for (var copies = 0; made.Operation is IWithOperation copy; copies++)
        {
            if (Given(copy.Initializer, member) is { } changed)
                return Step.One(made.With(changed));
            if (copies > CallFrame.MaxDepth || program.CreationOf(made.With(copy.Operand)) is not { } original)
                return Step.None;
            made = original;
        }

        if (made.Operation is not IObjectCreationOperation creation)
            return Step.None;
        if (Given(creation.Initializer, member) is { } value)
            return Step.One(made.With(value));
        if (RecordParameter(member) is { } parameter && creation.Constructor is { } constructor
            && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, constructor.OriginalDefinition))
            return new CallFrame(creation, constructor, made.Frame).Argument(parameter) is { } passed ? Step.One(passed) : Step.None;
        return creation.Constructor is { } own ? program.ConstructedValues(new CallFrame(creation, own, made.Frame), member) : Step.None;
    }

    /// <summary>The value that an initializer assigns to a member.</summary>
    private static IOperation? Given(IObjectOrCollectionInitializerOperation? initializer, ISymbol member)
    {
        foreach (var given in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (given is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member))
                return assignment.Value;
        }

        return null;
    }

    // this without a followed call may be any object of its class.
    private static bool IsKnownThis(Site instance) =>
        instance is { Operation: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Frame.Receiver: not null };

    /// <summary>The methods that a call may run: of several overrides or implementations the one of the receiver's class, where its creation is in sight.</summary>
    public static IReadOnlyList<IMethodSymbol> TargetsOf(this ProgramModel program, Site call)
    {
        var invocation = (IInvocationOperation)call.Operation;
        var targets = program.TargetsOf(invocation);
        return targets.Count > 1 && invocation is { IsVirtual: true, Instance: { } receiver } ? program.OfReceiver(call.With(receiver), targets) : targets;
    }

    private static IReadOnlyList<IMethodSymbol> OfReceiver(this ProgramModel program, Site receiver, IReadOnlyList<IMethodSymbol> targets)
    {
        if (receiver.Operation is IInstanceReferenceOperation && !IsKnownThis(receiver) || program.CreationOf(receiver) is not { Operation.Type: INamedTypeSymbol created })
            return targets;
        for (INamedTypeSymbol? type = created; type is not null; type = type.BaseType)
        {
            var own = targets.Where(t => SymbolEqualityComparer.Default.Equals(t.ContainingType?.OriginalDefinition, type.OriginalDefinition)).ToList();
            if (own.Count > 0)
                return own;
        }

        return targets;
    }

    /// <summary>The one creation that a value can only come from; null where there may be another.</summary>
    private static Site? CreationOf(this ProgramModel program, Site value)
    {
        var origins = program.Origins(value, out var complete);
        return complete && origins is [{ Operation: IObjectCreationOperation or IWithOperation } single] ? single : null;
    }

    /// <summary>What a constructor, entered by this call, gives a member; none where the member may change later.</summary>
    private static Step ConstructedValues(this ProgramModel program, CallFrame construction, ISymbol member)
    {
        var constructor = construction.Target.OriginalDefinition;
        var declaration = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (declaration is null || construction.Depth > CallFrame.MaxDepth)
            return Step.None;
        var here = new List<Site>();
        var initial = new List<Site>();
        foreach (var value in program.MemberAssignments(member))
        {
            switch (value.Syntax.ContainingMember())
            {
                case ConstructorDeclarationSyntax place when value.Syntax.ExecutableBody() == place:
                    if (place == declaration)
                        here.Add(new Site(value, construction));
                    break;
                case FieldDeclarationSyntax or PropertyDeclarationSyntax when value.Parent is ISymbolInitializerOperation:
                    initial.Add(new Site(value, construction));
                    break;
                // Other objects' initializers: this one's has been looked at.
                case var _ when value.Parent is ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation }:
                    break;
                default:
                    return Step.None;
            }
        }

        if (here.Count > 0)
            return Step.Of(here);
        // : this(…) and : base(…)
        if (program.ChainedConstruction(declaration, construction) is { } chained && program.ConstructedValues(chained, member) is { IsNone: false } inner)
            return inner;
        return initial.Count > 0 && SymbolEqualityComparer.Default.Equals(member.ContainingType, constructor.ContainingType) ? Step.Of(initial) : Step.None;
    }

    private static CallFrame? ChainedConstruction(this ProgramModel program, SyntaxNode declaration, CallFrame construction)
    {
        SyntaxNode? initializer = declaration switch
        {
            ConstructorDeclarationSyntax constructor => constructor.Initializer,
            TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax primary, ..] } => primary,
            _ => null,
        };
        return initializer is not null && program.OperationAt(initializer) is { } operation
            && operation.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(static i => i.TargetMethod.MethodKind == MethodKind.Constructor) is { } call
                ? new CallFrame(call, call.TargetMethod, construction)
                : null;
    }

    /// <summary>What was passed for a parameter of a primary constructor to the object on which the followed call runs.</summary>
    private static Site? CapturedArgument(this ProgramModel program, IParameterSymbol parameter, IMethodSymbol constructor, CallFrame? frame)
    {
        for (var inner = frame; inner is not null; inner = inner.Parent)
        {
            if (inner.Receiver is not { } receiver || !SymbolEqualityComparer.Default.Equals(inner.Target.ContainingType?.OriginalDefinition, constructor.ContainingType.OriginalDefinition))
                continue;
            return program.CreationOf(receiver) is { Operation: IObjectCreationOperation { Constructor: { } called } creation } made
                && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, constructor.OriginalDefinition)
                    ? new CallFrame(creation, called, made.Frame).Argument(parameter)
                    : null;
        }

        return null;
    }
}
