using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>
/// "Does this request carry a header of this name when it is sent?" Asked of the message, of the client with its handlers
/// and registrations, and of header collections that are copied into either.
/// </summary>
internal sealed partial class HeaderQuery : ObjectQuery
{
    private readonly ProgramModel program;
    private readonly string header;
    private readonly AuthApiOptions options;
    private readonly HashSet<ISymbol> openHandlers;
    private readonly int depth;

    private HeaderQuery(ProgramModel program, string header, AuthApiOptions options, HashSet<ISymbol> openHandlers, int depth) =>
        (this.program, this.header, this.options, this.openHandlers, this.depth) = (program, header, options, openHandlers, depth);

    public Answer Answer { get; private set; } = Answer.No;

    /// <summary>Where the object, and the collections copied into it, are made.</summary>
    public List<Site> Origins { get; } = [];

    /// <summary>
    /// Whether the request carries the header, by any of the objects that can carry it, and where the message and the header
    /// collections without it were made: whoever made them for a helper that only sends is the one to blame.
    /// </summary>
    public static (Answer Answer, IReadOnlyList<Site> MadeAt) Ask(ProgramModel program, HttpRequest request, string header, AuthApiOptions options, CancellationToken cancellationToken)
    {
        var answer = Answer.No;
        var madeAt = new List<Site>();
        foreach (var carrier in new[] { request.Message, request.Headers, request.Client })
        {
            if (carrier is not { } site)
                continue;
            var query = Ask(program, site, header, options, cancellationToken);
            answer = answer.Or(query.Answer);
            if (carrier != request.Client)
                madeAt.AddRange(query.Origins);
            if (answer.Kind == AnswerKind.Yes)
                return (answer, madeAt);
        }

        answer = answer.Or(request.Library.OtherEvidence(program, request, new HeaderQuery(program, header, options, new(SymbolEqualityComparer.Default), 0)));
        return (answer.Kind == AnswerKind.No ? OfDecorators(program, request, header, options) : answer, madeAt);
    }

    /// <summary>
    /// Another implementation of the interface through which the sender was called: it may stand before the sender (a decorator), or in its place.
    /// </summary>
    private static Answer OfDecorators(ProgramModel program, HttpRequest request, string header, AuthApiOptions options)
    {
        for (var frame = request.Send.Frame; frame is not null; frame = frame.Parent)
        {
            if (frame.Call is not IInvocationOperation { IsVirtual: true } call)
                continue;
            foreach (var other in program.ImplementationsOf(call.TargetMethod))
            {
                if (SymbolEqualityComparer.Default.Equals(other, frame.Target))
                    continue;
                foreach (var parameter in other.Parameters)
                {
                    if (HttpLibrary.All.Any(l => l.IsCarrier(parameter.Type)) && AskForward(program, parameter, header, options).Kind == AnswerKind.Yes)
                        return Answer.Unknown($"'{other.ContainingType.Name}' sets it, and may stand before the sender");
                }
            }
        }

        return Answer.No;
    }

    /// <summary>Whether an object (message, client, header collection) carries the header when it is used.</summary>
    public static HeaderQuery Ask(ProgramModel program, Site carrier, string header, AuthApiOptions options, CancellationToken cancellationToken)
    {
        var query = new HeaderQuery(program, header, options, new(SymbolEqualityComparer.Default), 0);
        ObjectTrace.Run(program, carrier, query, cancellationToken);
        return query;
    }

    /// <summary>Whether the object that a method gets as this parameter carries the header when the method is done with it.</summary>
    public static Answer AskForward(ProgramModel program, IParameterSymbol parameter, string header, AuthApiOptions options)
    {
        var query = new HeaderQuery(program, header, options, new(SymbolEqualityComparer.Default), 0);
        ObjectTrace.RunForward(program, program.ReferencesTo(parameter).Select(static r => new Site(r, null)), query);
        return query.Answer;
    }

    public override bool IsPart(IPropertyReferenceOperation property) => HttpLibrary.All.Any(l => l.IsHeaderPart(property));

    public override bool IsFluent(IInvocationOperation invocation) => base.IsFluent(invocation) || HttpLibrary.All.Any(l => l.IsFluent(invocation));

    public override IEnumerable<Site> OtherUses(Site origin) => ClientRegistrations.For(program).ConfiguredAt(origin);

    public override void OnGivenUp() => Note(Answer.Unknown("the request's history is too long to follow"));

    public override Effect OnMember(Site reference, IOperation member) => program.NeverRuns(reference.With(member)) ? Effect.None : member switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index, ..] } indexer => indexer.IsAssignmentTarget()
            ? Named(reference.With(index.Value), indexer.AssignedValue())
            : Effect.None,
        IPropertyReferenceOperation property => OfProperty(reference, property),
        IInvocationOperation invocation => OfCall(reference, invocation),
        // An element of a collection initializer: new KeyValuePair<string, string>("Authorization", …).
        IObjectCreationOperation { Arguments: [var name, ..] } pair when name.Value.Type?.SpecialType == SpecialType.System_String => Named(reference.With(name.Value), pair),
        _ => Effect.None,
    };

    public override Effect OnArgument(Site reference, IArgumentOperation argument)
    {
        var method = (argument.Parent as IInvocationOperation)?.TargetMethod ?? (argument.Parent as IObjectCreationOperation)?.Constructor;
        if (method is null || options.AuthorizationMethods.MatchesMethod(method))
            return Note(method is null ? Answer.Unknown("passed to something that cannot be followed") : Answer.Yes);
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return Note(Answer.Unknown($"passed to the delegate '{argument.Parent!.Syntax}', whose target is not known"));
        if (IsHarmless(method))
            return Effect.None;
        return Note(Answer.Unknown($"passed to '{method.ContainingType?.Name}.{method.Name}', which is in another assembly"));
    }

    public override Effect OnOrigin(Site origin)
    {
        var type = origin.Operation.Unwrap().Type;
        // A URL that a chain of calls begins with is no carrier of headers.
        if (type?.SpecialType != SpecialType.System_String && type?.Name != "Uri")
            Origins.Add(origin);
        switch (origin.Operation)
        {
            case IInvocationOperation factory when HttpLibrary.All.Any(l => l.Makes(factory)):
                return Effect.None;
            case IObjectCreationOperation creation when HttpLibrary.All.Any(l => l.IsClient(type)):
                return Note(OfCreatedClient(origin, creation));
            case IObjectCreationOperation creation:
                return OfCreatedObject(origin, creation);
            case ITupleOperation:
                return OfElement(origin) is { } named ? Note(named) : Effect.None;
            case { } collection when collection.ElementsInPlace() is { } elements:
                return Note(elements.Aggregate(Answer.No, (answer, element) => answer.Or(OfElement(origin.With(element)) ?? Answer.No)));
            case var _ when HttpLibrary.All.Any(l => l.IsClient(type)):
                return Note(OfInjectedClient(origin));
            case IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation or IInvocationOperation
                when depth > 0 && type?.SpecialType != SpecialType.System_String || HttpLibrary.All.Any(l => l.IsCarrier(type)) || IsCollection(type):
                return Note(Answer.Unknown($"'{origin.Syntax}' comes from outside this compilation"));
            default:
                return Effect.None;
        }
    }

    private Effect Note(Answer answer)
    {
        Answer = Answer.Or(answer);
        return Answer.Kind == AnswerKind.Yes ? Effect.Answered : Effect.None;
    }

    private Effect OfProperty(Site reference, IPropertyReferenceOperation property)
    {
        if (property.AssignedValue() is not { } value)
            return Effect.None;
        if (string.Equals(property.Property.Name, header, StringComparison.OrdinalIgnoreCase) && IsOfLibrary(property.Property))
            return program.IsNull(reference.With(value)) == true ? Effect.EndsPath : Note(Answer.Yes);
        if (HttpLibrary.All.Any(l => l.Authenticates(property.Property)))
            return value.IsNull() ? Effect.None : Note(Answer.Yes);
        if (IsOfLibrary(property.Property) && OfPlugIn(reference.With(value)) is { } plugIn)
            return Note(plugIn);
        // The whole collection is replaced: by one that has the header or has not.
        return IsPart(property) ? OfCollection(reference.With(value)) : Effect.None;
    }

    private Effect OfCall(Site reference, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (program.IsOwn(method))
            return Effect.None;
        if (options.AuthorizationMethods.MatchesMethod(method) || HttpLibrary.All.Any(l => l.Authenticates(method)))
            return Note(Answer.Yes);
        var isRemoval = method.Name is "Remove" or "Clear" || method.Name.StartsWith("Remove", StringComparison.Ordinal);
        if (isRemoval && method.Name == "Clear")
            return Effect.EndsPath;
        var isExtension = method.IsExtensionMethod;
        var isSend = HttpRequests.MaySend(call);
        foreach (var argument in call.Arguments)
        {
            if (isExtension && argument.Parameter?.Ordinal == 0 || argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            if (!isSend && OfPlugIn(reference.With(argument.Value)) is { Kind: not AnswerKind.No } plugIn)
                return Note(plugIn);
            var value = argument.Value.Unwrap();
            if (value.Type?.SpecialType == SpecialType.System_String || IsHeaderEnum(value.Type))
            {
                if (isRemoval)
                    return Is(reference.With(value)).Kind == AnswerKind.Yes ? Effect.EndsPath : Effect.None;
                return IsHeaderSetter(call) ? Named(reference.With(value), call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == argument.Parameter?.Ordinal + 1)?.Value) : Effect.None;
            }

            if (IsHeaderSetter(call) && OfElement(reference.With(value)) is { } element)
                return Note(element);
            if (IsHeaderSetter(call) && value.Type is not null && (IsCollection(value.Type) || value is IAnonymousObjectCreationOperation or IObjectCreationOperation))
                return OfCollection(reference.With(value));
        }

        return isExtension && !IsHarmless(method)
            ? Note(Answer.Unknown($"'{method.Name}' is an extension method of another assembly"))
            : Effect.None;
    }

    /// <summary>Methods that put one or several headers on their receiver; the header's name is their first text.</summary>
    private static bool IsHeaderSetter(IInvocationOperation call) =>
        call.TargetMethod is var method && method.Name is "Add" or "AddOrUpdate" or "TryAdd" or "TryAddWithoutValidation" or "Set" or "Append" or "TryAppendWithoutValidation" or "SetValue" or "AddRange"
        || method.Name.IndexOf("Header", StringComparison.Ordinal) >= 0
        // RestSharp: a parameter of the kind that is sent as header.
        || method.Name.EndsWith("Parameter", StringComparison.Ordinal)
            && call.Arguments.Any(static a => a.Value.Unwrap() is IFieldReferenceOperation { Field: { Name: "HttpHeader", ContainingType.Name: "ParameterType" } } or IObjectCreationOperation { Type.Name: "HeaderParameter" });

    /// <summary>A header of this name gets a value.</summary>
    private Effect Named(Site name, IOperation? value)
    {
        var isSame = Is(name);
        if (isSame.Kind == AnswerKind.Yes && value is not null && program.IsNull(name.With(value)) == true)
            return Effect.EndsPath;
        return Note(isSame);
    }

    /// <summary>Whether a text is the header's name; a name that a loop takes from a collection is asked of the collection.</summary>
    private Answer Is(Site name)
    {
        var operation = name.Operation.Unwrap();
        if (operation is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } member })
            return string.Equals(member.Name, header, StringComparison.OrdinalIgnoreCase) ? Answer.Yes : Answer.No;
        // HeaderNames.Authorization: read-only fields whose values are not in the metadata, named like the header.
        if (operation is IFieldReferenceOperation { Field: { IsStatic: true, ContainingType: { Name: "HeaderNames" or "KnownHeaders", DeclaringSyntaxReferences.Length: 0 } } known })
            return IsHeader(known.Name) ? Answer.Yes : Answer.No;
        var answer = Answer.No;
        foreach (var text in program.TextsOf(name.With(operation)))
        {
            // WebHeaderCollection.Add("Authorization: Bearer …") names the header and its value in one text.
            if (text.ToString().IndexOf(':') is > 0 and var colon)
                answer = answer.Or(IsHeader(text.ToString().Substring(0, colon).Trim()) ? Answer.Yes : Answer.No);
            else if (text.IsComplete)
                answer = answer.Or(IsHeader(text.ToString().Trim()) ? Answer.Yes : Answer.No);
            else if (Collection(program, text) is { } collection)
                answer = answer.Or(Nested(collection));
            else if (CouldBe(text.ToString()))
                answer = answer.Or(Answer.Unknown($"the header name '{operation.Syntax}' is not known"));
        }

        return answer;
    }

    private bool CouldBe(string text)
    {
        var parts = text.Split(TextValue.Hole);
        return header.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase) && header.EndsWith(parts[parts.Length - 1], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The collection whose elements a loop copies: <c>foreach (var header in headers) request.Headers.Add(header.Key, …)</c>.</summary>
    internal static Site? Collection(ProgramModel program, TextValue name)
    {
        if (name.Pieces is not [{ IsHole: true, Source: var source }])
            return null;
        var element = source.Operation is IPropertyReferenceOperation { Property.Name: "Key" or "Name" or "Item1", Instance: { } pair } ? pair.Unwrap() : source.Operation;
        var declaration = element switch
        {
            ILocalReferenceOperation { Local: var local } => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(),
            IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } lambdaParameter } => lambdaParameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(),
            _ => null,
        };
        for (var node = declaration; node is not null; node = node.Parent)
        {
            var operation = program.OperationAt(node);
            if (operation is IForEachLoopOperation loop)
                return source.With(loop.Collection);
            if (element is IParameterReferenceOperation && operation is IInvocationOperation { TargetMethod.Name: "ForEach" } each)
                return each.Receiver() is { } receiver ? source.With(receiver) : null;
            if (node is Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax)
                return null;
        }

        return null;
    }

    /// <summary>An element of a collection of headers, by its name; null for what is no pair.</summary>
    private Answer? OfElement(Site site) => site.Operation.Unwrap() switch
    {
        // A list of the names that a loop copies from elsewhere.
        { Type.SpecialType: SpecialType.System_String } name when depth > 0 => Is(site.With(name)),
        ITupleOperation { Elements: [{ Type.SpecialType: SpecialType.System_String } name, _, ..] } => Is(site.With(name)),
        IObjectCreationOperation { Type.Name: "KeyValuePair" or "HeaderParameter" or "Tuple", Arguments: [{ Value: { Type.SpecialType: SpecialType.System_String } name }, ..] } => Is(site.With(name)),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" or "Tuple" }, Arguments: [{ Value: { Type.SpecialType: SpecialType.System_String } name }, ..] } => Is(site.With(name)),
        _ => null,
    };

    private Effect OfCollection(Site collection) => Note(Nested(collection));

    private Answer Nested(Site site)
    {
        if (depth >= CallFrame.MaxDepth)
            return Answer.Unknown("headers are copied too often to follow");
        var nested = new HeaderQuery(program, header, options, openHandlers, depth + 1);
        if (site.Operation.Unwrap() is IAnonymousObjectCreationOperation anonymous)
        {
            return anonymous.Initializers.Any(i => i is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } }
                && string.Equals(name, header, StringComparison.OrdinalIgnoreCase)) ? Answer.Yes : Answer.No;
        }

        ObjectTrace.Run(program, site, nested);
        Origins.AddRange(nested.Origins);
        return nested.Answer;
    }

    private bool IsOfLibrary(IPropertySymbol property) => !program.IsOwn(property);

    private static bool IsHeaderEnum(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum, Name: "HttpRequestHeader" };

    private static bool IsCollection(ITypeSymbol? type) =>
        type is not null && type.SpecialType != SpecialType.System_String
        && (type is IArrayTypeSymbol || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable) || type.SpecialType == SpecialType.System_Collections_IEnumerable);

    /// <summary>Methods of the framework and of the client libraries do not add headers behind the caller's back.</summary>
    private bool IsHarmless(IMethodSymbol method)
    {
        if (LibraryStubs.Contain(program.Compilation, method))
            return true;
        var assembly = method.ContainingAssembly?.Name ?? "";
        return assembly.StartsWith("System", StringComparison.Ordinal) || assembly is "mscorlib" or "netstandard" or "Newtonsoft.Json" or "Polly" or "Polly.Core"
            || assembly.StartsWith("Microsoft.", StringComparison.Ordinal)
            || HttpLibrary.All.Any(l => l.IsOwnAssembly(assembly));
    }
}
