using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>
/// "What value does this property of the object have when it is used": <c>RequestUri</c> of a message, <c>BaseAddress</c> of
/// a client. The last assignment on each path, the constructor's argument, the configuration of a registered client.
/// </summary>
/// <param name="program">The compilation.</param>
/// <param name="property">The property's name.</param>
/// <param name="constructorParameters">Names of the constructor parameters that give it its first value.</param>
internal sealed class PropertyQuery(ProgramModel program, string property, params string[] constructorParameters) : ObjectQuery
{
    /// <summary>The expressions that give the property its value.</summary>
    public List<Site> Values { get; } = [];

    /// <summary>Where the object is made, or where it comes into sight.</summary>
    public List<Site> Origins { get; } = [];

    /// <summary>Whether some value may come from where the compilation cannot look.</summary>
    public bool IsOpen { get; private set; }

    public static PropertyQuery Ask(ProgramModel program, Site @object, string property, params string[] constructorParameters) =>
        Ask(program, @object, property, constructorParameters, depth: 0);

    private static PropertyQuery Ask(ProgramModel program, Site @object, string property, string[] constructorParameters, int depth)
    {
        var query = new PropertyQuery(program, property, constructorParameters);
        ObjectTrace.Run(program, @object, query);
        // new HttpRequestMessage(original.Method, original.RequestUri): a copy has what its original has.
        for (var i = query.Values.Count - 1; i >= 0 && depth < CallFrame.MaxDepth; i--)
        {
            var value = query.Values[i];
            if (value.Operation.Unwrap() is not IPropertyReferenceOperation { Instance: { } original, Property: { DeclaringSyntaxReferences.Length: 0, Name: var name } } || name != property)
                continue;
            var copied = Ask(program, value.With(original), property, constructorParameters, depth + 1);
            if (copied.Values.Count == 0)
                continue;
            query.Values.RemoveAt(i);
            query.Values.AddRange(copied.Values);
            query.IsOpen |= copied.IsOpen;
        }

        return query;
    }

    /// <summary>The values that a method gives the property of the object which it gets as this parameter.</summary>
    public static PropertyQuery AskForward(ProgramModel program, IParameterSymbol parameter, string property)
    {
        var query = new PropertyQuery(program, property);
        ObjectTrace.RunForward(program, program.ReferencesTo(parameter).Select(static r => new Site(r, null)), query);
        return query;
    }

    /// <summary>The texts of all values; empty when none is known.</summary>
    public IReadOnlyList<TextValue> Texts() => Values.SelectMany(v => program.UrlTextsOf(v)).Take(Flow.Texts.MaxAlternatives).ToList();

    public override bool IsFluent(IInvocationOperation invocation) => base.IsFluent(invocation) || HttpLibrary.All.Any(l => l.IsFluent(invocation));

    public override Effect OnMember(Site reference, IOperation member)
    {
        if (member is not IPropertyReferenceOperation { Property.Name: var name } target || name != property || target.AssignedValue() is not { } value)
            return Effect.None;
        Values.Add(reference.With(value));
        return Effect.EndsPath;
    }

    public override IEnumerable<Site> OtherUses(Site origin) => ClientRegistrations.For(program).ConfiguredAt(origin);

    public override Effect OnOrigin(Site origin)
    {
        Origins.Add(origin);
        var arguments = origin.Operation switch
        {
            IObjectCreationOperation creation => creation.Arguments,
            IInvocationOperation factory when HttpLibrary.All.Any(l => l.Makes(factory)) => factory.Arguments,
            _ => default,
        };
        if (arguments.IsDefault)
        {
            IsOpen = true;
            return Effect.None;
        }

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && constructorParameters.Contains(parameter.Name) && argument.ArgumentKind == ArgumentKind.Explicit)
                Values.Add(origin.With(argument.Value));
        }

        return Effect.None;
    }

    public override void OnGivenUp() => IsOpen = true;
}
