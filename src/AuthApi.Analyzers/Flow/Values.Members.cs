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
        if (!program.IsOwn(member))
            return Step.None;
        // An object made in sight with a value of its own for the member tells more than all assignments together.
        if (instance is not null && program.OwnValues(site.With(instance), member) is { IsNone: false } own)
            return own;
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
        var getters = program.ImplementationsOf(getter);
        if (getters.Count > 1 && property.Instance is { } receiver && property.Property is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true })
            getters = program.OfReceiver(site.With(receiver), getters);
        var (computed, stored) = (getters.Where(program.HasBody).ToList(), getters.Where(g => !program.HasBody(g)).ToList());
        var values = computed.Count > 0 ? program.BodyValues(site, property, computed) : program.MemberValues(site, property.Property, property.Instance);
        // An override or implementation that stores its value: public string Host { get; } = "…".
        foreach (var held in stored.Select(g => program.MemberValues(site, g.AssociatedSymbol!, property.Instance)).Where(static h => !h.IsNone))
            values = values.IsNone ? held : Step.Of(values.Values.Concat(held.Values), values.Complete && held.Complete);
        return values;
    }
}
