using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <content>The library calls that build texts.</content>
internal static partial class Texts
{
    private sealed partial class Evaluation
    {
        private IReadOnlyList<TextValue>? Call(Site site, IInvocationOperation call, int depth)
        {
            var method = call.TargetMethod;
            if (method.DeclaringSyntaxReferences.Length > 0)
                return null;
            IOperation Value(int index) => call.Arguments[index].Value;
            var count = call.Arguments.Length;
            switch (method.ContainingType?.Name)
            {
                case "String":
                    switch (method.Name)
                    {
                        case "Concat":
                            return Sequence(site, call.Arguments.SelectMany(a => Elements(a.Value)), "", depth);
                        case "Join" when count == 2:
                            return Joined(site, call, depth);
                        case "Format":
                            return Format(site, call, depth);
                        case "Create" when count > 0:
                            return Of(site.With(Value(count - 1)), depth);
                        case "ToString" or "Normalize" or "Trim" or "TrimEnd" or "TrimStart" or "ToLowerInvariant" or "ToLower" or "ToUpperInvariant" or "ToUpper" when call.Instance is { } self:
                            return Changed(Of(site.With(self), depth), site, method.Name, count == 0 ? null : Value(0).Unwrap().ConstantValue.Value);
                        case "Replace" when call.Instance is { } self && count >= 2
                            && program.KnownText(site.With(Value(0))) is { Length: > 0 } old:
                            return Replaced(Of(site.With(self), depth), old, Of(site.With(Value(1)), depth), site);
                        case "Substring" when call.Instance is { } self && count == 1 && Value(0).ConstantValue.Value is int start:
                            return MapKnown(Of(site.With(self), depth), site, t => start <= t.Length ? t.Substring(start) : t);
                        case "Insert" when call.Instance is { } self && count == 2 && Value(0).ConstantValue.Value is 0:
                            return Product(Of(site.With(Value(1)), depth), Of(site.With(self), depth), site);
                    }

                    return null;
                case "FormattableString" when method.Name is "Invariant" or "CurrentCulture" && count == 1:
                    return Of(site.With(Value(0)), depth);
                case "FormattableString" when method.Name == "ToString" && call.Instance is { } formattable:
                    return Of(site.With(formattable), depth);
                case "FormattableStringFactory" when method.Name == "Create":
                    return Format(site, call, depth);
                case "Uri" when method.Name is "EscapeDataString" or "EscapeUriString" && count == 1:
                case "WebUtility" or "HttpUtility" or "UrlEncoder" when method.Name is "UrlEncode" or "Encode" && count >= 1:
                    // An encoded hole stays one hole, whose expression is the encoding call.
                    return MapKnown(Of(site.With(Value(0)), depth), site, System.Uri.EscapeDataString);
                case "Uri" or "UriBuilder" when method.Name == "ToString" && call.Instance is { } uri:
                    return Of(site.With(uri), depth);
                case "Uri" when method.Name == "TryCreate":
                    return null;
                case "QueryHelpers" or "QueryHelper" when method.Name == "AddQueryString" && count >= 2:
                    return WithQuery(site, call, depth);
                case "StringBuilder" when method.Name == "ToString" && call.Instance is { } builder && count == 0:
                    return BuilderContent(site, builder, depth);
                case "Url" when method.Name == "Combine":
                    return Sequence(site, call.Arguments.SelectMany(a => Elements(a.Value)), "/", depth);
                case "QueryBuilder" when method.Name is "ToString" or "ToQueryString" && call.Instance is { } query:
                    return QueryOf(site.With(query), depth);
                // What HttpUtility.ParseQueryString makes writes itself as a query.
                case "Object" or "NameValueCollection" when method.Name == "ToString" && call.Instance is { Type.Name: "NameValueCollection" } query:
                    return QueryOf(site.With(query), depth);
                case "QueryString" when method.Name == "Create" && count is 1 or 2:
                    return count == 2 ? Query(site, [(Value(0), Value(1))], true, depth) : Pairs(site.With(Value(0))) is { } named ? Query(site, named, true, depth) : null;
                case "QueryString" when method.Name is "ToString" or "ToUriComponent" && call.Instance is { } text:
                    return Of(site.With(text), depth);
                case "PathString" when method.Name == "Add" && call.Instance is { } path && count == 1:
                    return Product(Of(site.With(path), depth), Of(site.With(Value(0)), depth), site);
            }

            return method.Name == "ToString" && count == 0 && call.Instance is { Type.SpecialType: SpecialType.System_Object } boxed
                ? Of(site.With(boxed), depth)
                : null;
        }

        private IReadOnlyList<TextValue>? Creation(Site site, IObjectCreationOperation creation, int depth)
        {
            var arguments = creation.Arguments;
            switch (creation.Type?.Name)
            {
                case "Uri" when arguments.Length >= 1 && arguments[0].Parameter?.Type.SpecialType == SpecialType.System_String:
                    return Of(site.With(arguments[0].Value), depth);
                case "Uri" when arguments.Length == 2 && arguments[0].Parameter?.Type.Name == "Uri":
                    return UriTexts.Join(Of(site.With(arguments[0].Value), depth), Of(site.With(arguments[1].Value), depth));
                case "UriBuilder":
                    return UriBuilder(site, creation, depth);
                case "PathString" or "StringValues" or "Url" when arguments.Length == 1:
                    return Of(site.With(arguments[0].Value), depth);
                case "String":
                    return null;
            }

            return null;
        }

        private IReadOnlyList<TextValue>? Property(Site site, IPropertyReferenceOperation property, int depth)
        {
            if (property.Instance is not { } instance || property.Property.DeclaringSyntaxReferences.Length > 0)
                return null;
            return (property.Property.ContainingType.Name, property.Property.Name) switch
            {
                ("Uri", "AbsoluteUri" or "OriginalString") or ("UriBuilder", "Uri") => Of(site.With(instance), depth),
                ("Uri", "PathAndQuery") => Map(Of(site.With(instance), depth), static t => UriTexts.PathAndQuery(t)),
                ("Uri", "AbsolutePath" or "LocalPath") => Map(Of(site.With(instance), depth), static t => UriTexts.Path(t)),
                ("Uri", "Host" or "Authority") => Map(Of(site.With(instance), depth), static t => UriTexts.Host(t)),
                ("String", "Length") => null,
                ("Nullable", "Value") => Of(site.With(instance), depth),
                _ => null,
            };
        }

        private IReadOnlyList<TextValue> Sequence(Site site, IEnumerable<IOperation> parts, string separator, int depth)
        {
            IReadOnlyList<TextValue> result = [TextValue.Empty];
            var isFirst = true;
            foreach (var part in parts)
            {
                if (!isFirst && separator.Length > 0)
                    result = Map(result, t => t.Append(TextValue.Known(separator, site)));
                result = Product(result, Of(site.With(part), depth), site);
                isFirst = false;
            }

            return result;
        }

        private IReadOnlyList<TextValue>? Joined(Site site, IInvocationOperation call, int depth)
        {
            var separator = program.KnownText(site.With(call.Arguments[0].Value));
            if (separator is null)
                return null;
            var values = call.Arguments[1].Value;
            foreach (var origin in program.Origins(site.With(values), out _))
            {
                var elements = Elements(origin.Operation).ToList();
                if (elements is not [var only] || only != origin.Operation)
                    return Sequence(origin, elements, separator, depth);
            }

            return null;
        }

        /// <summary>The elements of an array or collection written out in place; the expression itself when it is none.</summary>
        private static IEnumerable<IOperation> Elements(IOperation value)
        {
            value = value.Unwrap();
            return value switch
            {
                _ when value.ElementsInPlace() is { } elements => elements,
                IObjectCreationOperation { Initializer.Initializers: { Length: > 0 } adds } when adds.All(static a => a is IInvocationOperation { Arguments.Length: 1 }) =>
                    adds.Select(static a => ((IInvocationOperation)a).Arguments[0].Value),
                _ => [value],
            };
        }

        private IReadOnlyList<TextValue>? Format(Site site, IInvocationOperation call, int depth)
        {
            var arguments = call.Arguments;
            var index = -1;
            for (var i = 0; i < arguments.Length; i++)
            {
                if (arguments[i].Parameter?.Name == "format")
                    index = i;
            }

            if (index < 0 || program.KnownText(site.With(arguments[index].Value)) is not { } format)
                return null;
            var values = arguments.Skip(index + 1).SelectMany(static a => Elements(a.Value)).ToList();
            IReadOnlyList<TextValue> result = [TextValue.Empty];
            foreach (var (literal, hole, holeFormat) in CompositeFormat.Parse(format))
            {
                var part = hole is not { } place
                    ? [TextValue.Known(literal, site.With(arguments[index].Value))]
                    : place >= values.Count ? [TextValue.Unknown(site)]
                    : holeFormat is null ? Of(site.With(values[place]), depth)
                    : [TextValue.Unknown(site.With(values[place]), holeFormat)];
                result = Product(result, part, site);
            }

            return result;
        }

        private static IReadOnlyList<TextValue> Changed(IReadOnlyList<TextValue> texts, Site whole, string method, object? argument) => method switch
        {
            "ToString" or "Normalize" => texts,
            "ToLowerInvariant" or "ToLower" => MapKnown(texts, whole, static t => t.ToLowerInvariant()),
            "ToUpperInvariant" or "ToUpper" => MapKnown(texts, whole, static t => t.ToUpperInvariant()),
            _ => Map(texts, t => UriTexts.Trim(t, method, argument switch { char c => [c], null => null, _ => [] })),
        };

        private static IReadOnlyList<TextValue> Replaced(IReadOnlyList<TextValue> texts, string old, IReadOnlyList<TextValue> replacements, Site site)
        {
            if (replacements.Count == 0)
                replacements = [TextValue.Empty];
            return texts.Count * replacements.Count > MaxAlternatives
                ? [TextValue.Unknown(site)]
                : texts.SelectMany(t => replacements.Select(r => Replaced(t, old, r))).ToList();
        }

        private static TextValue Replaced(TextValue text, string old, TextValue replacement)
        {
            var result = TextValue.Empty;
            foreach (var piece in text.Pieces)
            {
                var rest = piece.Literal;
                for (var at = rest?.IndexOf(old, StringComparison.Ordinal) ?? -1; at >= 0; at = rest.IndexOf(old, StringComparison.Ordinal))
                {
                    if (at > 0)
                        result = result.Append(TextValue.Known(rest!.Substring(0, at), piece.Source));
                    result = result.Append(replacement);
                    rest = rest!.Substring(at + old.Length);
                }

                if (rest is not "")
                    result = result.Append(new TextValue(ImmutableArray.Create(piece with { Literal = rest, IsChanged = piece.IsHole })));
            }

            return result;
        }
    }
}
