using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>
/// "Which values may the header of this name have when the request is sent?" The sister of <see cref="HeaderQuery"/>: it finds
/// the same writes (message, client, header collections, dictionaries) and collects what is written. A collection of form
/// fields is asked in the same way.
/// </summary>
internal sealed class HeaderValues : ObjectQuery
{
    private readonly ProgramModel program;
    private readonly string header;
    private readonly int depth;

    private HeaderValues(ProgramModel program, string header, int depth) => (this.program, this.header, this.depth) = (program, header, depth);

    /// <summary>The expressions that give the header a value, each where its writer decides about it: a helper's parameter is followed to its caller.</summary>
    public List<Site> Values { get; } = [];

    /// <summary>The values that the header of a request may have; empty when none is seen.</summary>
    public static IReadOnlyList<Site> Of(ProgramModel program, HttpRequest request, string header, CancellationToken cancellationToken)
    {
        var result = new List<Site>();
        foreach (var carrier in new[] { request.Message, request.Headers, request.Client })
        {
            if (carrier is { } site)
                result.AddRange(Of(program, site, header, cancellationToken));
        }

        return result;
    }

    /// <summary>The values that a message, client, header collection, dictionary or list of pairs may have under a name.</summary>
    public static IReadOnlyList<Site> Of(ProgramModel program, Site carrier, string header, CancellationToken cancellationToken)
    {
        var query = new HeaderValues(program, header, 0);
        ObjectTrace.Run(program, carrier, query, cancellationToken);
        return query.Values;
    }

    public override bool IsPart(IPropertyReferenceOperation property) => HttpLibrary.All.Any(l => l.IsHeaderPart(property));

    public override bool IsFluent(IInvocationOperation invocation) => base.IsFluent(invocation) || HttpLibrary.All.Any(l => l.IsFluent(invocation));

    public override IEnumerable<Site> OtherUses(Site origin) => ClientRegistrations.For(program).ConfiguredAt(origin);

    public override Effect OnMember(Site reference, IOperation member)
    {
        switch (member)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index, ..] } indexer when indexer.AssignedValue() is { } value:
                return Is(reference.With(index.Value)) ? Add(reference.With(value)) : Effect.None;
            case IObjectCreationOperation { Arguments: [var name, var value, ..] } when IsText(name.Value):
                return Is(reference.With(name.Value)) ? Add(reference.With(value.Value)) : Effect.None;
            case IPropertyReferenceOperation property when IsPart(property) && property.AssignedValue() is { } collection:
                return Copy(reference.With(collection));
            case IInvocationOperation call when !program.IsOwn(call.TargetMethod):
                return OfCall(reference, call);
            default:
                return Effect.None;
        }
    }

    public override Effect OnOrigin(Site origin)
    {
        switch (origin.Operation)
        {
            // new Dictionary<string, string>(defaults)
            case IObjectCreationOperation { Arguments: [{ Value: var defaults }] } creation when IsCollection(creation.Type) && IsCollection(defaults.Unwrap().Type):
                return Copy(origin.With(defaults));
            case { } collection when collection.ElementsInPlace() is { } elements:
                foreach (var element in elements)
                    Pair(origin.With(element));
                return Effect.None;
            default:
                return Effect.None;
        }
    }

    private Effect OfCall(Site reference, IInvocationOperation call)
    {
        var arguments = call.Arguments.Skip(call.TargetMethod.IsExtensionMethod ? 1 : 0).ToList();
        if (call.TargetMethod.Name is "Clear")
            return Effect.EndsPath;
        if (arguments.Count == 1 && call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal))
        {
            Pair(reference.With(arguments[0].Value));
            return Effect.None;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsText(arguments[i].Value) && arguments[i].Value.Unwrap().Type is not { TypeKind: TypeKind.Enum, Name: "HttpRequestHeader" })
                continue;
            // foreach (var header in headers) request.Headers.Add(header.Key, header.Value)
            if (program.TextsOf(reference.With(arguments[i].Value)) is [{ IsComplete: false } pair] && HeaderQuery.Collection(program, pair) is { } collection)
                return Copy(collection);
            if (!Is(reference.With(arguments[i].Value)))
                return Effect.None;
            return call.TargetMethod.Name.StartsWith("Remove", StringComparison.Ordinal) ? Effect.EndsPath
                : i + 1 < arguments.Count ? Add(reference.With(arguments[i + 1].Value))
                : Effect.None;
        }

        return Effect.None;
    }

    /// <summary>An element that is a pair of name and value: <c>new KeyValuePair&lt;string, string&gt;(name, value)</c>, <c>KeyValuePair.Create(name, value)</c>.</summary>
    private void Pair(Site element)
    {
        foreach (var origin in program.Origins(element, out _))
        {
            var arguments = origin.Operation switch
            {
                IObjectCreationOperation { Type.Name: "KeyValuePair" } creation => creation.Arguments,
                IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" } } call => call.Arguments,
                _ => default,
            };
            if (!arguments.IsDefault && arguments.Length == 2 && Is(origin.With(arguments[0].Value)))
                Add(origin.With(arguments[1].Value));
        }
    }

    private Effect Copy(Site collection)
    {
        if (depth >= CallFrame.MaxDepth)
            return Effect.None;
        var nested = new HeaderValues(program, header, depth + 1);
        ObjectTrace.Run(program, collection, nested);
        foreach (var value in nested.Values)
            Add(value);
        return Effect.None;
    }

    private Effect Add(Site value)
    {
        for (var i = 0; i < CallFrame.MaxDepth && value.Operation.Unwrap() is IParameterReferenceOperation { Parameter: var parameter } && program.PassedValues(parameter, value.Frame) is { IsNone: false, Values: [var only] }; i++)
            value = only;
        var elements = value.Operation.Unwrap() is IArrayCreationOperation { Initializer: { } initializer } ? (IReadOnlyList<IOperation>)initializer.ElementValues : [value.Operation];
        foreach (var element in elements)
        {
            if (!element.IsNull() && !Values.Exists(v => v.Syntax == element.Syntax && v.Frame == value.Frame))
                Values.Add(value.With(element));
        }

        return Effect.None;
    }

    // HttpRequestHeader.ContentType, HeaderNames.ContentType: named like the header, without its hyphens.
    private bool Is(Site name) => name.Operation.Unwrap() is IFieldReferenceOperation { Field: { ContainingType: { Name: "HttpRequestHeader" or "HeaderNames" } } known } && !program.IsOwn(known)
        ? string.Equals(known.Name, header.Replace("-", ""), StringComparison.OrdinalIgnoreCase)
        : program.TextsOf(name).Any(t => t.IsComplete && string.Equals(t.ToString().Trim(), header, StringComparison.OrdinalIgnoreCase));

    private static bool IsText(IOperation value) => value.Unwrap().Type?.SpecialType == SpecialType.System_String;

    private static bool IsCollection(ITypeSymbol? type) =>
        type is not null && type.SpecialType != SpecialType.System_String
        && (type is IArrayTypeSymbol || type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable));
}
