using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>
/// The parameters that calls put on a request object before it is sent: those of the query and of the path
/// (<c>AddQueryParameter</c>, <c>AddUrlSegment</c>), and whether there is a body.
/// </summary>
internal sealed class ParameterQuery : ObjectQuery
{
    private readonly Func<IPropertyReferenceOperation, bool> isQuery;
    private readonly ProgramModel program;
    private readonly List<(Site Name, Site Value)> pairs = [];
    private readonly List<(Site Name, Site Value)> segments = [];
    private bool isOpen;

    private ParameterQuery(ProgramModel program, Func<IPropertyReferenceOperation, bool> isQuery) => (this.program, this.isQuery) = (program, isQuery);

    /// <summary>Whether some call gives the request a body, or a parameter that a POST sends in its body.</summary>
    public bool HasBody { get; private set; }

    /// <summary>The object that is sent as JSON; null when there is none.</summary>
    public Site? JsonBody { get; private set; }

    /// <summary>Whether the URL is as it was written.</summary>
    public bool IsEmpty => pairs.Count == 0 && segments.Count == 0 && !isOpen;

    /// <param name="program">The compilation.</param>
    /// <param name="request">The request, or the client whose query every request gets.</param>
    /// <param name="isQuery">Whether a property of it is a collection of query parameters.</param>
    public static ParameterQuery Ask(ProgramModel program, Site request, Func<IPropertyReferenceOperation, bool>? isQuery = null)
    {
        var query = new ParameterQuery(program, isQuery ?? (static _ => false));
        ObjectTrace.Run(program, request, query);
        query.pairs.Reverse();
        return query;
    }

    public override bool IsPart(IPropertyReferenceOperation property) => isQuery(property);

    public override bool IsFluent(IInvocationOperation invocation) => base.IsFluent(invocation) || HttpLibrary.All.Any(l => l.IsFluent(invocation));

    public override Effect OnMember(Site reference, IOperation member)
    {
        switch (member)
        {
            case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index] } indexer when indexer.AssignedValue() is { } value && IsQueryPart(indexer.Instance):
                pairs.Add((reference.With(index.Value), reference.With(value)));
                break;
            case IPropertyReferenceOperation property when isQuery(property) && property.AssignedValue() is not null:
                isOpen = true;
                break;
            case IInvocationOperation { Arguments.Length: >= 2 } call when !program.IsOwn(call.TargetMethod):
                OfCall(reference, call);
                break;
        }

        return Effect.None;
    }

    public override Effect OnOrigin(Site origin) => Effect.None;

    /// <summary>The URL with the values of its <c>{segments}</c> and with the parameters of the query at its end.</summary>
    public TextValue WithQuery(TextValue url)
    {
        foreach (var (name, value) in segments)
        {
            if (program.KnownText(name) is not { } key)
                continue;
            var at = url.ToString().IndexOf("{" + key + "}", StringComparison.Ordinal);
            if (at >= 0)
                url = url.Slice(0, at).Append(One(value)).Append(url.Slice(at + key.Length + 2, url.ToString().Length - at - key.Length - 2));
        }

        foreach (var (name, value) in pairs)
            url = UriTexts.WithParameter(url, One(name), One(value));
        return isOpen && pairs.Count == 0 ? UriTexts.WithParameter(url, null, null) : url;

        // A hole where several values are possible: alternatives would multiply.
        TextValue One(Site text) => program.TextsOf(text) is [var single] ? single : TextValue.Unknown(text);
    }

    private bool IsQueryPart(IOperation? instance) => instance?.Unwrap() is IPropertyReferenceOperation property && isQuery(property);

    private void OfCall(Site reference, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var named = call.Arguments.Where(a => !(method.IsExtensionMethod && a.Parameter?.Ordinal == 0)).ToList();
        if (named.Count == 0)
            return;
        var type = named.FirstOrDefault(static a => a.Parameter?.Type is { TypeKind: TypeKind.Enum, Name: "ParameterType" })?.Value.Unwrap();
        var place = method.Name switch
        {
            "AddQueryParameter" => "QueryString",
            "AddUrlSegment" => "UrlSegment",
            "AddParameter" or "AddOrUpdateParameter" => (type as IFieldReferenceOperation)?.Field.Name ?? "GetOrPost",
            "Add" or "Set" when IsQueryPart(call.Instance) => "QueryString",
            _ when method.Name.StartsWith("Add", StringComparison.Ordinal) && (method.Name.EndsWith("Body", StringComparison.Ordinal) || method.Name is "AddObject" or "AddObjectStatic" or "AddFile") => "RequestBody",
            _ => null,
        };
        if (place is "GetOrPost" or "RequestBody")
            HasBody = true;
        if (method.Name == "AddJsonBody")
            JsonBody = reference.With(named[0].Value);
        if (named.Count < 2 || named[0].Value.Type?.SpecialType != SpecialType.System_String)
            return;
        var pair = (reference.With(named[0].Value), reference.With(named[1].Value));
        if (place is "QueryString" or "QueryStringWithoutEncode")
            pairs.Add(pair);
        else if (place == "UrlSegment")
            segments.Add(pair);
    }
}
