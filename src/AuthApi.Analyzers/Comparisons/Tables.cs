using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Comparisons;

/// <summary>Look-ups in arrays, lists, sets and dictionaries that the program writes out, with the comparer that they were made with.</summary>
internal static class Tables
{
    private const int MaxElements = 512;

    /// <summary>The look-up that a call makes, or nothing.</summary>
    public static IEnumerable<Comparison> InCall(IInvocationOperation call, ProgramModel program)
    {
        var method = call.TargetMethod;
        var isExtension = method.IsExtensionMethod && call.Instance is null;
        switch (method.Name)
        {
            case "Contains" or "ContainsKey" or "TryGetValue" or "GetValueOrDefault" or "TryGetKey":
                var place = isExtension ? 1 : 0;
                if (call.Receiver() is not { } table || call.Arguments.Length <= place)
                    return [];
                var comparer = call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.Name == "IEqualityComparer")?.Value;
                return Lookup(call, table, call.Arguments[place].Value, comparer, program);
            case "IndexOf" or "Exists" when method.ContainingType?.Name == "Array" && call.Arguments.Length == 2:
                return method.Name == "IndexOf" ? Lookup(call, call.Arguments[0].Value, call.Arguments[1].Value, null, program) : [];
            default:
                return [];
        }
    }

    /// <summary>A look-up of a value in a table; nothing when the table or its comparer is not known.</summary>
    public static IEnumerable<Comparison> Lookup(IOperation whole, IOperation table, IOperation value, IOperation? comparer, ProgramModel program)
    {
        if (value.Type?.SpecialType != SpecialType.System_String || table.Type?.SpecialType == SpecialType.System_String
            || program.Origins(new Site(table, null), out var complete) is not [var origin] || !complete)
        {
            return [];
        }

        var creation = origin.Operation;
        IOperation? ownComparer = null;
        // new[] {…}.ToHashSet(comparer), ….ToFrozenDictionary(comparer), ImmutableHashSet.Create(comparer, …)
        while (creation is IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: "ToHashSet" or "ToFrozenSet" or "ToImmutableHashSet" or "ToFrozenDictionary" or "ToImmutableDictionary"
            or "ToList" or "ToArray" or "AsReadOnly" or "ToImmutableArray" or "ToImmutableList" or "AsEnumerable" } } wrapper)
        {
            if (wrapper.Arguments.Skip(1).Any(static a => a.Parameter?.Type.Name == "Func"))
                return [];
            ownComparer = ComparerArgument(wrapper.Arguments) ?? ownComparer;
            if (program.Origins(origin.With(wrapper.Arguments[0].Value), out complete) is not [var inner] || !complete)
                return [];
            (origin, creation) = (inner, inner.Operation);
        }

        var keys = KeysOf(creation, program, origin).Take(MaxElements).ToList();
        ownComparer ??= creation switch
        {
            IObjectCreationOperation made => ComparerArgument(made.Arguments),
            IInvocationOperation call => ComparerArgument(call.Arguments),
            _ => null,
        };
        return keys.Count == 0 || IsFilledElsewhere(table, program)
            ? []
            : [new Comparison(whole, value, keys, Comparison.ComparerIn(comparer ?? ownComparer, program), Table: creation)];
    }

    private static IOperation? ComparerArgument(IEnumerable<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(static a => a.Parameter?.Type.Name is "IEqualityComparer" or "StringComparer" && a.ArgumentKind == ArgumentKind.Explicit)?.Value;

    /// <summary>A table that is also filled by statements has more keys than are seen.</summary>
    private static bool IsFilledElsewhere(IOperation table, ProgramModel program)
    {
        ISymbol? symbol = table.Unwrap() switch
        {
            ILocalReferenceOperation local => local.Local,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Property,
            _ => null,
        };
        return symbol is not null && program.ReferencesTo(symbol).Any(static r =>
            r.OuterParent().Parent is IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "AddRange" or "UnionWith" }
            || r.Parent is IPropertyReferenceOperation { Property.IsIndexer: true } indexer && indexer.IsAssignmentTarget());
    }

    private static IEnumerable<IOperation> KeysOf(IOperation creation, ProgramModel program, Site origin)
    {
        if (creation.ElementsInPlace() is { } inPlace)
            return inPlace.Any(static e => e.IsSpread()) ? [] : inPlace;
        switch (creation)
        {
            case IObjectCreationOperation { Initializer: { } initializer }:
                return initializer.Initializers.Select(static element => element switch
                {
                    IInvocationOperation { Arguments.Length: > 0 } add => add.Arguments[0].Value,
                    ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: > 0 } index } } => index[0].Value,
                    _ => null,
                }).OfType<IOperation>();
            case IObjectCreationOperation { Arguments: { Length: > 0 } arguments }
                when program.Origins(origin.With(arguments[0].Value), out _) is [var copied] && copied.Operation.ElementsInPlace() is { } elements:
                return elements;
            case IInvocationOperation { TargetMethod.Name: "Create" } create when create.Arguments.Length > 0
                && create.Arguments[create.Arguments.Length - 1].Value.Unwrap().ElementsInPlace() is { } parameters:
                return parameters;
            default:
                return [];
        }
    }
}
