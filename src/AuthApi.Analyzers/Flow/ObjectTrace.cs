using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// Finds what a program does to an object before the expression that uses it: backwards along the paths of the body, into
/// the methods that made it or got it passed, out to the callers that handed it in, over the fields that hold it.
/// </summary>
internal sealed partial class ObjectTrace
{
    private const int MaxVisits = 1500;

    private readonly ProgramModel program;
    private readonly ObjectQuery query;
    private readonly CancellationToken cancellationToken;
    private readonly HashSet<(SyntaxNode, OperationKind, CallFrame?)> traced = [];
    private readonly HashSet<(SyntaxNode, OperationKind, CallFrame?)> used = [];
    private bool answered;

    private ObjectTrace(ProgramModel program, ObjectQuery query, CancellationToken cancellationToken) =>
        (this.program, this.query, this.cancellationToken) = (program, query, cancellationToken);

    /// <summary>Shows the query all that happened to the object until <paramref name="use"/> is evaluated.</summary>
    public static void Run(ProgramModel program, Site use, ObjectQuery query, CancellationToken cancellationToken = default) =>
        new ObjectTrace(program, query, cancellationToken).Trace(use);

    /// <summary>Shows the query what is done with the object at these references and from there on; its past is not looked at.</summary>
    public static void RunForward(ProgramModel program, IEnumerable<Site> references, ObjectQuery query, CancellationToken cancellationToken = default)
    {
        var trace = new ObjectTrace(program, query, cancellationToken);
        foreach (var reference in references)
            trace.Use(reference);
    }

    private bool Note(Effect effect)
    {
        answered |= effect == Effect.Answered;
        return effect == Effect.None;
    }

    private void Origin(Site site)
    {
        if (answered || !Note(query.OnOrigin(site)))
            return;
        foreach (var other in query.OtherUses(site))
            Use(other);
    }

    private bool Enter(HashSet<(SyntaxNode, OperationKind, CallFrame?)> visited, Site site)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (answered || !visited.Add((site.Syntax, site.Operation.Kind, site.Frame)))
            return false;
        if (traced.Count + used.Count < MaxVisits)
            return true;
        query.OnGivenUp();
        answered = true;
        return false;
    }

    /// <summary>Backwards from an expression that yields the object.</summary>
    private void Trace(Site site)
    {
        site = site.With(site.Operation.Unwrap());
        if (!Enter(traced, site))
            return;
        switch (site.Operation)
        {
            case ILocalReferenceOperation { Local: var local }:
                if (WalkBack(site, local))
                    TraceCaptured(site, local);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                if (WalkBack(site, parameter))
                    TracePassed(site, parameter);
                break;
            case IFieldReferenceOperation { Field: { ContainingType.IsTupleType: false } field }:
                if (WalkBack(site, field))
                    TraceMember(site, field);
                break;
            case IPropertyReferenceOperation property when query.IsPart(property) && property.Instance is { } whole:
                Trace(site.With(whole));
                // A property of the program that only has the name of such a part: what it holds or returns counts as well.
                if (program.IsOwn(property.Property) && program.StepBack(site) is { IsNone: false, Values: var held })
                {
                    foreach (var value in held)
                        Trace(value);
                }

                break;
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property } reference when property.DeclaringSyntaxReferences.Length > 0:
                if (WalkBack(site, property))
                    TraceMember(site, property);
                break;
            case IObjectCreationOperation creation:
                TraceCreation(site, creation);
                break;
            case IInvocationOperation invocation:
                TraceCall(site, invocation);
                break;
            case IInstanceReferenceOperation:
                TraceThis(site);
                break;
            case IWithOperation copy:
                if (Initializer(site, copy.Initializer))
                    Trace(site.With(copy.Operand));
                break;
            default:
                TraceStep(site);
                break;
        }
    }

    private void TraceStep(Site site)
    {
        var step = program.StepBack(site);
        if (step.IsNone || step.Values.Length == 0)
        {
            Origin(site);
            return;
        }

        foreach (var value in step.Values)
            Trace(value);
    }

    /// <summary>Visits the uses of a symbol before the site in its body; whether some path comes from outside the body.</summary>
    private bool WalkBack(Site site, ISymbol symbol)
    {
        var here = site.Syntax.ExecutableBody();
        var references = program.ReferencesTo(symbol).Where(r => r.Syntax != site.Syntax && r.Syntax.ContainingMember() == site.Syntax.ContainingMember()).ToList();
        var byNode = new Dictionary<SyntaxNode, IOperation>();
        foreach (var reference in references)
            byNode[reference.Syntax] = reference;
        foreach (var declaration in symbol is ILocalSymbol ? symbol.DeclaringSyntaxReferences : ImmutableArray<SyntaxReference>.Empty)
        {
            var syntax = declaration.GetSyntax();
            if (program.OperationAt(syntax) is { } declared)
                byNode[syntax] = declared;
        }

        // What a local function does to a captured variable happens where it is called.
        var captured = new Dictionary<SyntaxNode, List<IOperation>>();
        foreach (var reference in references)
        {
            if (reference.Syntax.ExecutableBody() is not LocalFunctionStatementSyntax function || function == here || program.ModelFor(function.SyntaxTree).GetDeclaredSymbol(function) is not { } called)
                continue;
            foreach (var call in program.ReferencesTo(called))
            {
                if (!captured.TryGetValue(call.Syntax, out var uses))
                    captured.Add(call.Syntax, uses = []);
                uses.Add(reference);
            }
        }

        if (program.GraphOf(site.Syntax) is not { } graph)
        {
            foreach (var reference in references)
                Use(site.With(reference));
            return true;
        }

        return graph.WalkBack(site.Syntax, byNode.Keys.Concat(captured.Keys), node =>
        {
            if (captured.TryGetValue(node, out var uses))
            {
                foreach (var use in uses)
                    Use(site.With(use));
            }

            if (answered)
                return BodyGraph.Visit.EndWalk;
            if (!byNode.TryGetValue(node, out var reference))
                return BodyGraph.Visit.Continue;
            // A use in a lambda counts from where the lambda is made: when it runs is not known.
            var inner = node.ExecutableBody() != here;
            if (reference is IVariableDeclaratorOperation { Initializer.Value: { } initial })
            {
                Trace(site.With(initial));
                return BodyGraph.Visit.EndPath;
            }

            if (reference is not (ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation) || reference.IsAssignmentTarget())
            {
                // What is assigned is found by the one evaluator of values.
                if (reference.AssignedValue() is { } assigned and not ICompoundAssignmentOperation)
                    Trace(site.With(assigned));
                else
                    TraceStep(site);
                return inner || reference.Parent is ICoalesceAssignmentOperation ? BodyGraph.Visit.Continue : BodyGraph.Visit.EndPath;
            }

            return Use(site.With(reference)) == Effect.EndsPath && !inner ? BodyGraph.Visit.EndPath : BodyGraph.Visit.Continue;
        });
    }

    /// <summary>A local that lives in a body around this one: what that body does before it makes the lambda, in any order.</summary>
    private void TraceCaptured(Site site, ILocalSymbol local)
    {
        var here = site.Syntax.ExecutableBody();
        var declaredAt = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (declaredAt is null || declaredAt.ExecutableBody() == here)
        {
            TraceStep(site);
            return;
        }

        foreach (var reference in program.ReferencesTo(local))
        {
            if (reference.Syntax.ExecutableBody() != here && !reference.IsAssignmentTarget())
                Use(site.With(reference));
        }

        TraceStep(site);
    }

    private void TracePassed(Site site, IParameterSymbol parameter)
    {
        var step = program.PassedValues(parameter, site.Frame);
        if (step.IsNone)
        {
            Origin(site);
            return;
        }

        foreach (var value in step.Values)
            Trace(value);
        // A lambda parameter, or a method that others may call: what is not seen here is the query's to judge.
        if (!step.Complete)
            Origin(site);
    }

    /// <summary>A field or property: every value that it is given and every use of it, in whatever order.</summary>
    private void TraceMember(Site site, ISymbol member)
    {
        if (TraceOwnMember(site, member))
            return;
        var getter = (member as IPropertySymbol)?.GetMethod;
        if (getter is not null && program.ImplementationsOf(getter).Count > 0)
        {
            UseEverywhere(site, member);
            TraceStep(site);
            return;
        }

        var values = program.MemberAssignments(member.OriginalDefinition).ToList();
        foreach (var value in values)
        {
            // Two names for one object: what is done by the other name after the assignment is done to the member too.
            if (value.Unwrap() is ILocalReferenceOperation { Local: var local })
                UseAlias(new Site(value, null), local);
            else if (value.Unwrap() is IParameterReferenceOperation { Parameter: var parameter })
                UseAlias(new Site(value, null), parameter);
            Trace(new Site(value, null));
        }

        if (values.Count == 0)
            Origin(site);
        UseEverywhere(site, member);
    }

    private void UseEverywhere(Site site, ISymbol member)
    {
        var here = site.Syntax.ContainingMember();
        foreach (var reference in program.ReferencesTo(member))
        {
            if (answered)
                return;
            if (reference.Syntax.ContainingMember() != here && !reference.IsAssignmentTarget())
                Use(new Site(reference, null));
        }
    }

    private void TraceCreation(Site site, IObjectCreationOperation creation)
    {
        var ends = !Initializer(site, creation.Initializer);
        if (creation.Constructor is { } constructor && creation.Type is INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } type)
        {
            // A class of the program that derives from a library's: its own members act on the object too.
            if (site.Frame?.Contains(constructor) != true && (site.Frame?.Depth ?? 0) < CallFrame.MaxDepth)
                UseOfThis(new CallFrame(creation, constructor, site.Frame), type);
        }

        if (!ends)
            Origin(site);
    }

    /// <summary>Shows what an object initializer sets; false when nothing before it counts.</summary>
    private bool Initializer(Site site, IObjectOrCollectionInitializerOperation? initializer)
    {
        foreach (var member in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            var target = member switch
            {
                ISimpleAssignmentOperation { Target: IMemberReferenceOperation assigned } => assigned,
                IMemberInitializerOperation { InitializedMember: { } nested } => nested,
                _ => member,
            };
            if (member is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation part, Initializer: { } parts } && query.IsPart(part))
            {
                if (!Initializer(site, parts))
                    return false;
            }
            else if (!Note(query.OnMember(site, target)))
            {
                return false;
            }
        }

        return true;
    }

    private void TraceCall(Site site, IInvocationOperation invocation)
    {
        var step = program.StepBack(site);
        if (!step.IsNone && step.Values.Length > 0)
        {
            foreach (var value in step.Values)
                Trace(value);
            return;
        }

        if (invocation.Receiver() is { } receiver && query.IsFluent(invocation))
        {
            if (Note(query.OnMember(site.With(receiver), invocation)))
                Trace(site.With(receiver));
            return;
        }

        Origin(site);
    }

    private void TraceThis(Site site)
    {
        if (site.Frame?.Receiver is { } receiver)
        {
            Trace(receiver);
            return;
        }

        if (program.ModelFor(site.Syntax.SyntaxTree).GetEnclosingSymbol(site.Syntax.SpanStart)?.ContainingType is { } type)
            UseOfThis(null, type);
        Origin(site);
    }
}
