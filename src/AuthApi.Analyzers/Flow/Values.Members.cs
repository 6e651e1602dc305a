using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>Fields and properties: all that the compilation assigns to them.</content>
internal static partial class Values
{
    /// <summary>What is assigned to a field or an auto-property anywhere in the compilation.</summary>
    private static Step MemberValues(this ProgramModel program, Site site, ISymbol member, IOperation? instance)
    {
        member = member.OriginalDefinition;
        if (member.DeclaringSyntaxReferences.Length == 0)
            return Step.None;
        // An object made in sight with a value of its own for the member tells more than all assignments together.
        if (instance is not null and not IInstanceReferenceOperation && program.OwnValue(site.With(instance), member) is { } own)
            return Step.One(own);
        var values = program.MemberAssignments(member).Select(static v => new Site(v, null)).ToList();
        var isOpen = member is IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public } };
        return values.Count == 0 ? Step.None : Step.Of(values, !isOpen);
    }

    /// <summary>The initializer of a field or property and all values assigned to it, those of constructors and initializers included.</summary>
    public static IEnumerable<IOperation> MemberAssignments(this ProgramModel program, ISymbol member)
    {
        foreach (var declaration in member.DeclaringSyntaxReferences)
        {
            var initializer = declaration.GetSyntax() switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };
            if (initializer is not null && program.OperationAt(initializer) is ISymbolInitializerOperation { Value: { } value })
                yield return value;
        }

        foreach (var reference in program.WritesTo(member))
        {
            if (reference.AssignedValue() is { } assigned and not ICompoundAssignmentOperation)
                yield return assigned;
            else if (DeconstructedElement(reference) is { Tuple: var tuple, Index: var index }
                && tuple.Unwrap() is ITupleOperation literal && index < literal.Elements.Length)
                yield return literal.Elements[index];
        }

        if (RecordParameter(member) is not { } parameter)
            yield break;
        foreach (var passed in program.PassedValues(parameter, null) is { IsNone: false } step ? step.Values : ImmutableArray<Site>.Empty)
            yield return passed.Operation;
    }

    /// <summary>The constructor parameter that a positional record property stands for.</summary>
    private static IParameterSymbol? RecordParameter(ISymbol member) =>
        member is IPropertySymbol && member.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is ParameterSyntax)
            ? member.ContainingType.InstanceConstructors
                .SelectMany(static c => c.Parameters)
                .FirstOrDefault(p => p.Name == member.Name && p.DeclaringSyntaxReferences.Any(r => member.DeclaringSyntaxReferences.Contains(r)))
              ?? member.ContainingType.InstanceConstructors.SelectMany(static c => c.Parameters).FirstOrDefault(p => p.Name == member.Name)
            : null;

    private static Site? OwnValue(this ProgramModel program, Site instance, ISymbol member)
    {
        if (instance.Operation.Unwrap() is not (ILocalReferenceOperation or IParameterReferenceOperation or IObjectCreationOperation or IFieldReferenceOperation or IInvocationOperation or IConditionalAccessInstanceOperation))
            return null;
        var origins = program.Origins(instance, out var complete);
        if (!complete || origins.Count != 1 || origins[0].Operation is not IObjectCreationOperation creation)
            return null;
        foreach (var initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
                && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member))
                return origins[0].With(assignment.Value);
        }

        if (RecordParameter(member) is { } parameter && creation.Constructor is { } constructor
            && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, constructor.OriginalDefinition))
            return new CallFrame(creation, constructor, origins[0].Frame).Argument(parameter);
        return null;
    }

    private static Step PropertyValues(this ProgramModel program, Site site, IPropertyReferenceOperation property)
    {
        if (IsTaskResult(property))
            return property.Instance is { } task ? Step.One(site.With(task)) : Step.None;
        if (IsLazyValue(property) && property.Instance is { } lazy)
        {
            return Step.Of(program.Origins(site.With(lazy), out _)
                .Where(static o => o.Operation is IObjectCreationOperation { Arguments.Length: > 0 })
                .Select(o => program.FactoryValues(o.With(((IObjectCreationOperation)o.Operation).Arguments[0].Value), property, o.Frame))
                .Where(static step => !step.IsNone)
                .SelectMany(static step => step.Values));
        }

        if (property.Property.GetMethod is not { } getter || property.Property.IsIndexer)
            return Step.None;
        var bodies = program.ImplementationsOf(getter);
        return bodies.Count > 0 ? program.BodyValues(site, property, bodies) : program.MemberValues(site, property.Property, property.Instance);
    }
}
