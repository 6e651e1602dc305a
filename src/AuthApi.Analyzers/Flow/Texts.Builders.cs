using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>Objects that collect a text: <c>StringBuilder</c>, <c>UriBuilder</c>, query helpers.</content>
internal static partial class Texts
{
    private sealed partial class Evaluation
    {
        /// <summary>What was appended to a builder before it is read, in source order; what a path may leave out gives both texts.</summary>
        private IReadOnlyList<TextValue>? BuilderContent(Site site, IOperation builder, int depth)
        {
            IReadOnlyList<TextValue> result = [TextValue.Empty];
            var chain = new Stack<IInvocationOperation>();
            var root = builder.Unwrap();
            while (root is IInvocationOperation { Instance: { } inner, TargetMethod.ContainingType.Name: "StringBuilder" } call)
            {
                chain.Push(call);
                root = inner.Unwrap();
            }

            if (root is ILocalReferenceOperation { Local: var local })
            {
                var graph = program.GraphOf(root.Syntax);
                if (program.StepBack(site.With(root)) is { IsNone: false, Values: [{ Operation: IObjectCreationOperation created } origin] })
                    result = BuilderStart(origin, created, depth);
                foreach (var reference in program.ReferencesTo(local))
                {
                    if (reference.Syntax.SpanStart >= root.Syntax.SpanStart || reference.Syntax.ExecutableBody() != root.Syntax.ExecutableBody())
                        continue;
                    var longer = result;
                    IOperation current = reference;
                    while (current.OuterParent() is { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } next, Child: var child } && next.Instance == child)
                    {
                        longer = Appended(longer, site, next, depth);
                        current = next;
                    }

                    if (current == reference && reference.OuterParent().Parent is IArgumentOperation)
                        return null;
                    if (current != reference && graph?.IsInLoop(reference.Syntax) == true)
                        longer = Map(result, t => t.Append(TextValue.Unknown(site)));
                    result = graph is null || IsOnEveryPath(graph, reference.Syntax, root.Syntax) ? longer : Union([result, longer], site);
                }
            }
            else if (root is IObjectCreationOperation creation)
            {
                result = BuilderStart(site, creation, depth);
            }
            else
            {
                return null;
            }

            foreach (var call in chain)
                result = Appended(result, site, call, depth);
            return result;
        }

        private IReadOnlyList<TextValue> BuilderStart(Site site, IObjectCreationOperation creation, int depth) =>
            creation.Arguments is [{ Value.Type.SpecialType: SpecialType.System_String } text, ..] ? Of(site.With(text.Value), depth) : [TextValue.Empty];

        private IReadOnlyList<TextValue> Appended(IReadOnlyList<TextValue> before, Site site, IInvocationOperation append, int depth)
        {
            var arguments = append.Arguments;
            switch (append.TargetMethod.Name)
            {
                case "Append" or "AppendLine":
                    var text = arguments.Length == 0 ? [TextValue.Empty] : Of(site.With(arguments[arguments.Length - 1].Value), depth);
                    if (append.TargetMethod.Name == "AppendLine")
                        text = Map(text, t => t.Append(TextValue.Known("\n", site.With(append))));
                    return Product(before, text, site);
                case "AppendFormat":
                    return Product(before, Format(site, append, depth) ?? [TextValue.Unknown(site.With(append))], site);
                case "AppendJoin" when arguments.Length == 2:
                    return Product(before, Joined(site, append, depth) ?? [TextValue.Unknown(site.With(append))], site);
                case "Clear":
                    return [TextValue.Empty];
                case "ToString" or "EnsureCapacity":
                    return before;
                default:
                    return Map(before, t => t.Append(TextValue.Unknown(site.With(append))));
            }
        }

        private IReadOnlyList<TextValue> UriBuilder(Site site, IObjectCreationOperation creation, int depth)
        {
            var arguments = creation.Arguments;
            IReadOnlyList<TextValue> start = arguments.Length switch
            {
                0 => [TextValue.Known("http://localhost/", site)],
                1 => Of(site.With(arguments[0].Value), depth),
                _ => Sequence(site, [arguments[0].Value, arguments[1].Value], "://", depth),
            };
            if (arguments.Length > 1 && arguments.FirstOrDefault(static a => a.Parameter?.Name is "pathValue" or "path") is { } pathArgument)
                start = Set(start, "Path", Of(site.With(pathArgument.Value), depth), site);
            // The last part of the longest constructor is a query or a fragment, with its mark.
            if (arguments.FirstOrDefault(static a => a.Parameter?.Name is "extraValue") is { } extra)
                start = Product(start, Of(site.With(extra.Value), depth), site);

            foreach (var (name, value) in Assignments(creation))
                start = Set(start, name, Of(site.With(value), depth), site);
            return IsHandedOn(creation) ? Product(start, [TextValue.Unknown(site)], site) : start;
        }

        /// <summary>Whether a method gets the object that is put into a local here, and may add to it.</summary>
        private bool IsHandedOn(IObjectCreationOperation creation) =>
            creation.OuterParent().Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
            && program.ReferencesTo(local).Any(static r => r.OuterParent().Parent is IArgumentOperation);

        /// <summary>What is assigned to the properties of a builder: in its initializer, and on the local that it is put into.</summary>
        private IEnumerable<(string Name, IOperation Value)> Assignments(IObjectCreationOperation creation)
        {
            foreach (var member in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
            {
                if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
                    yield return (property.Property.Name, assignment.Value);
            }

            if (creation.OuterParent().Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
                yield break;
            foreach (var reference in program.ReferencesTo(local))
            {
                if (reference.Parent is IPropertyReferenceOperation property && property.AssignedValue() is { } value)
                    yield return (property.Property.Name, value);
            }
        }

        private static IReadOnlyList<TextValue> Set(IReadOnlyList<TextValue> uris, string property, IReadOnlyList<TextValue> values, Site site)
        {
            TextValue Literal(string text) => TextValue.Known(text, site);
            TextValue Slash(TextValue path) => path.ToString().StartsWith("/", StringComparison.Ordinal) ? path : Literal("/").Append(path);
            return uris.SelectMany(uri => values.Select(value =>
            {
                var text = uri.ToString();
                var query = text.IndexOf('?') is var mark and >= 0 ? mark : text.Length;
                var scheme = text.IndexOf("://", StringComparison.Ordinal);
                var pathStart = scheme < 0 ? -1 : text.IndexOf('/', scheme + 3) is var slash && slash >= 0 && slash < query ? slash : query;
                switch (property)
                {
                    case "Path":
                        var authority = uri.Slice(0, pathStart < 0 ? query : pathStart);
                        return authority.Append(Slash(value)).Append(uri.Slice(query, text.Length - query));
                    case "Query":
                        var shown = value.ToString();
                        return uri.Slice(0, query).Append(shown.Length == 0 || shown[0] == '?' ? value : Literal("?").Append(value));
                    case "Host" when scheme >= 0:
                        return uri.Slice(0, scheme + 3).Append(value).Append(uri.Slice(pathStart, text.Length - pathStart));
                    case "Scheme" when scheme >= 0:
                        return value.Append(uri.Slice(scheme, text.Length - scheme));
                    default:
                        return uri;
                }
            })).Take(MaxAlternatives).ToList();
        }

        /// <summary><c>QueryHelpers.AddQueryString</c>: one pair, or the pairs of a dictionary written out in place.</summary>
        private IReadOnlyList<TextValue> WithQuery(Site site, IInvocationOperation call, int depth)
        {
            var result = Of(site.With(call.Arguments[0].Value), depth);
            var pairs = call.Arguments.Length == 3
                ? [(call.Arguments[1].Value, call.Arguments[2].Value)]
                : Pairs(site.With(call.Arguments[1].Value));
            if (pairs is null)
                return Map(result, t => t.Append(TextValue.Known(t.ToString().Contains('?') ? "&" : "?", site)).Append(TextValue.Unknown(site.With(call.Arguments[1].Value))));
            foreach (var (name, value) in pairs)
            {
                result = Map(result, t => t.Append(TextValue.Known(t.ToString().Contains('?') ? "&" : "?", site)));
                result = Product(result, Of(site.With(name), depth), site);
                result = Map(result, t => t.Append(TextValue.Known("=", site)));
                result = Product(result, MapKnown(Of(site.With(value), depth), site.With(value), System.Uri.EscapeDataString), site);
            }

            return result;
        }

        /// <summary>What a collection of query parameters is written as: <c>QueryBuilder</c>, the result of <c>ParseQueryString("")</c>.</summary>
        private IReadOnlyList<TextValue>? QueryOf(Site collection, int depth)
        {
            if (program.Origins(collection, out var complete) is not [var made] || !complete || program.AllPairsOf(collection, made) is not { } pairs)
                return null;
            return made.Operation switch
            {
                IObjectCreationOperation { Type.Name: "QueryBuilder", Arguments.Length: 0 } => Query(made, pairs, true, depth),
                IInvocationOperation { TargetMethod: { Name: "ParseQueryString", ContainingType.Name: "HttpUtility" }, Arguments: [{ Value: var text }, ..] } when IsEmptyQuery(made.With(text), depth) =>
                    Query(made, pairs, false, depth),
                _ => null,
            };
        }

        /// <summary><c>""</c>, or the query of a <c>UriBuilder</c> that was made of an address without one.</summary>
        private bool IsEmptyQuery(Site text, int depth) =>
            text.Operation.Unwrap() is IPropertyReferenceOperation { Property: { Name: "Query", ContainingType.Name: "UriBuilder" }, Instance: { } builder }
                ? program.Origins(text.With(builder), out _) is [{ Operation: IObjectCreationOperation { Arguments: [{ Value: var address }] } } made]
                    && Of(made.With(address), depth).All(static t => t.ToString().IndexOf('?') < 0 && !t.ToString().EndsWith(TextValue.Hole.ToString(), StringComparison.Ordinal))
                : program.KnownText(text) == "";

        private IReadOnlyList<TextValue> Query(Site site, IReadOnlyList<(IOperation Name, IOperation Value)> pairs, bool hasMark, int depth)
        {
            IReadOnlyList<TextValue> result = [TextValue.Empty];
            var separator = hasMark ? "?" : "";
            foreach (var (name, value) in pairs)
            {
                result = Map(result, t => t.Append(TextValue.Known(separator, site)));
                result = Product(result, Of(site.With(name), depth), site);
                result = Map(result, t => t.Append(TextValue.Known("=", site)));
                result = Product(result, MapKnown(Of(site.With(value), depth), site.With(value), System.Uri.EscapeDataString), site);
                separator = "&";
            }

            return result;
        }

        private IReadOnlyList<(IOperation Name, IOperation Value)>? Pairs(Site dictionary) =>
            program.Origins(dictionary, out var complete) is [{ Operation: IObjectCreationOperation } made] && complete ? program.AllPairsOf(dictionary, made) : null;
    }

    /// <summary>All pairs of a collection, under each name that it has between its creation and this use; null when there may be others.</summary>
    private static IReadOnlyList<(IOperation Name, IOperation Value)>? AllPairsOf(this ProgramModel program, Site collection, Site made)
    {
        var names = new List<ISymbol>();
        for (var current = collection.With(collection.Operation.Unwrap()); current.Syntax != made.Syntax;)
        {
            if (names.Count > CallFrame.MaxDepth || current.Operation is IMemberReferenceOperation || program.StepBack(current) is not { IsNone: false, Values: [var next] })
                return null;
            if (current.Operation is ILocalReferenceOperation { Local: var local })
                names.Add(local);
            else if (current.Operation is IParameterReferenceOperation { Parameter: var parameter })
                names.Add(parameter);
            current = next.With(next.Operation.Unwrap());
        }

        if (program.PairsOf(made.Operation) is not { } result)
            return null;
        var own = made.Operation.OuterParent().Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } ? declared : null;
        foreach (var name in names)
        {
            foreach (var reference in program.ReferencesTo(name))
            {
                var (parent, _) = reference.OuterParent();
                // Who gets the collection may add to it.
                if (parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var user } } && program.IsOwn(user) || parent is IAnonymousFunctionOperation)
                    return null;
                if (!SymbolEqualityComparer.Default.Equals(name, own) && reference.Parent is { } use && Pair(use) is { } pair)
                    result.Add(pair);
            }
        }

        return result;
    }

    /// <summary>The pairs that a dictionary's initializer, and the statements on the local it is put into, give it; null when there are others.</summary>
    public static List<(IOperation Name, IOperation Value)>? PairsOf(this ProgramModel program, IOperation creation)
    {
        var result = new List<(IOperation, IOperation)>();
        foreach (var member in (creation as IObjectCreationOperation)?.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (Pair(member is ISimpleAssignmentOperation assignment ? assignment.Target : member) is not { } pair)
                return null;
            result.Add(pair);
        }

        if (creation.OuterParent().Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
        {
            foreach (var reference in program.ReferencesTo(local))
            {
                if (reference.Parent is { } use && Pair(use) is { } pair)
                    result.Add(pair);
            }
        }

        return result;
    }

    private static (IOperation Name, IOperation Value)? Pair(IOperation use) => use switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index] } indexer when indexer.AssignedValue() is { } value => (index.Value, value),
        IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "Append" or "AddParameter" or "AddQueryParameter", Arguments: [var name, var value] } => (name.Value, value.Value),
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var single }] } when single.Unwrap() is IObjectCreationOperation { Arguments: [var name, var value] } => (name.Value, value.Value),
        IObjectCreationOperation { Arguments: [var name, var value] } => (name.Value, value.Value),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" }, Arguments: [var name, var value] } => (name.Value, value.Value),
        _ => null,
    };
}
