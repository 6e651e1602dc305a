using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>Refit: interfaces whose methods declare requests by attributes (github.com/reactiveui/refit, README).</summary>
internal sealed class RefitLibrary : HttpLibrary
{
    private const string Space = "Refit";

    public static readonly RefitLibrary Instance = new();

    private RefitLibrary()
    {
    }

    public override bool MaySend(IMethodSymbol method) => VerbAttribute(method) is not null;

    public override bool IsCarrier(ITypeSymbol? type) => Derives(type, "RefitSettings", Space);

    public override bool IsOwnAssembly(string assemblyName) => assemblyName.StartsWith(Space, StringComparison.Ordinal);

    // AuthorizationHeaderValueGetter, AuthorizationHeaderValueWithParamGetter. Whether they add the header or only fill it in depends on the version.
    public override bool Authenticates(IPropertySymbol property) => IsIn(property.ContainingType, Space) && property.Name.StartsWith("AuthorizationHeaderValue", StringComparison.Ordinal);

    public override HttpRequest? Describe(ProgramModel program, Site call, IInvocationOperation invocation) =>
        VerbAttribute(invocation.TargetMethod) is { } attribute ? Describe(program, call, invocation.TargetMethod, attribute, invocation) : null;

    public override HttpRequest? DescribeDeclared(ProgramModel program, IMethodSymbol method) =>
        VerbAttribute(method) is { } attribute && attribute.ApplicationSyntaxReference?.GetSyntax() is { } syntax && program.OperationAt(syntax) is { } operation
            ? Describe(program, new Site(operation, null), method, attribute, null)
            : null;

    /// <summary>Attributes of the interface and its method, and whatever is said where the client is made.</summary>
    public override Answer OtherEvidence(ProgramModel program, HttpRequest request, HeaderQuery query)
    {
        if (request.Declaration is not { } method)
            return Answer.No;
        foreach (var attribute in Attributes(method).Concat(Attributes(method.ContainingType)).Concat(method.ContainingType.AllInterfaces.SelectMany(Attributes)))
        {
            if (attribute.AttributeClass!.Name == "HeadersAttribute" && Texts(attribute).Any(h => query.IsHeader(h.Split(':')[0].Trim()) && h.IndexOf(':') > 0))
                return Answer.Yes;
        }

        var answer = Answer.No;
        foreach (var parameter in method.Parameters)
        {
            foreach (var attribute in Attributes(parameter))
            {
                if (attribute.AttributeClass!.Name == "AuthorizeAttribute" || attribute.AttributeClass.Name == "HeaderAttribute" && Texts(attribute).Any(query.IsHeader))
                    return Answer.Yes;
                if (attribute.AttributeClass.Name == "HeaderCollectionAttribute" && request.Headers is null)
                    answer = Answer.Unknown("the callers pass the headers");
            }
        }

        foreach (var registration in ClientRegistrations.For(program).OfType(method.ContainingType))
            answer = answer.Or(query.OfRegistration(registration));
        foreach (var call in ClientsMade(program, method.ContainingType))
        {
            foreach (var argument in call.Arguments)
                answer = answer.Or(query.OfArgument(new Site(argument.Value, null)));
        }

        return answer;
    }

    private static HttpRequest Describe(ProgramModel program, Site send, IMethodSymbol method, AttributeData attribute, IInvocationOperation? call)
    {
        var template = attribute.ConstructorArguments is [{ Value: string text }, ..] ? text : "";
        var url = TextValue.Known(template, Template(program, attribute) is { } literal ? send.With(literal) : send);
        Site? headers = null, body = null;
        foreach (var parameter in method.Parameters)
        {
            var value = call?.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal)?.Value;
            var site = send.With(value ?? send.Operation);
            var kinds = Attributes(parameter).Select(static a => a.AttributeClass!.Name).ToList();
            if (kinds.Contains("HeaderCollectionAttribute"))
                headers = value is null ? null : site;
            else if (kinds.Contains("BodyAttribute"))
                body = site;
            if (kinds.Any(static k => k is "HeaderCollectionAttribute" or "BodyAttribute" or "HeaderAttribute" or "AuthorizeAttribute" or "PropertyAttribute") || parameter.Type.Name == "CancellationToken")
                continue;
            var shown = value is null ? TextValue.Unknown(site) : program.TextsOf(site) is [var single] ? single : TextValue.Unknown(site);
            var name = Attributes(parameter).Where(static a => a.AttributeClass!.Name == "AliasAsAttribute").SelectMany(Texts).FirstOrDefault() ?? parameter.Name;
            var at = url.ToString().IndexOf("{" + name + "}", StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                url = url.Slice(0, at).Append(shown).Append(url.Slice(at + name.Length + 2, url.ToString().Length - at - name.Length - 2));
            else if (parameter.Type.SpecialType == SpecialType.None && parameter.Type.TypeKind == TypeKind.Class && !kinds.Contains("QueryAttribute") && body is null && VerbAttribute(method)!.AttributeClass!.Name is not ("GetAttribute" or "DeleteAttribute"))
                body = site;
            else
                url = parameter.Type.SpecialType == SpecialType.None && parameter.Type.TypeKind != TypeKind.Enum
                    ? UriTexts.WithParameter(url, null, null)
                    : UriTexts.WithParameter(url, TextValue.Known(name, site), shown);
        }

        return new HttpRequest
        {
            Send = send,
            Library = Instance,
            Declaration = method,
            Verbs = [attribute.AttributeClass!.Name.Replace("Attribute", "").ToUpperInvariant()],
            Urls = BaseUrls(program, method.ContainingType).Select(b => Join(b, url)).DefaultIfEmpty(url).ToList(),
            UrlSource = null,
            Headers = headers,
            Body = body,
        };
    }

    /// <summary>The expression of the path in the attribute, so that a part of it can be pointed at.</summary>
    private static IOperation? Template(ProgramModel program, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: [{ Expression: var path }, ..] } ? program.OperationAt(path) : null;

    /// <summary>Refit appends its path, which begins with a slash, to the whole path of the base address.</summary>
    private static TextValue Join(TextValue address, TextValue path) =>
        path.ToString().StartsWith("/", StringComparison.Ordinal) ? UriTexts.WithSegment(address, path) : address.Append(path);

    private static IEnumerable<TextValue> BaseUrls(ProgramModel program, INamedTypeSymbol type)
    {
        foreach (var registration in ClientRegistrations.For(program).OfType(type))
        {
            foreach (var text in ClientRegistrations.For(program).BaseAddressesOf(registration))
                yield return text;
        }

        foreach (var call in ClientsMade(program, type))
        {
            if (call.Arguments is not [{ Value: var first }, ..])
                continue;
            var texts = first.Type?.SpecialType == SpecialType.System_String
                ? program.TextsOf(new Site(first, null))
                : PropertyQuery.Ask(program, new Site(first, null), "BaseAddress").Texts();
            foreach (var text in texts)
                yield return text;
        }
    }

    /// <summary>The <c>RestService.For&lt;T&gt;(…)</c> calls of an interface.</summary>
    private static IEnumerable<IInvocationOperation> ClientsMade(ProgramModel program, INamedTypeSymbol type)
    {
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            foreach (var token in NameIndex.Of(tree).TokensNamed("RestService"))
            {
                if (token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } syntax && program.OperationAt(syntax) is IInvocationOperation call
                    && call.TargetMethod is { Name: "For" or "ForGenerated" } && call.TargetMethod.TypeArguments.Any(t => SymbolEqualityComparer.Default.Equals(t, type)))
                    yield return call;
            }
        }
    }

    private static AttributeData? VerbAttribute(IMethodSymbol method) => method.ContainingType?.TypeKind != TypeKind.Interface ? null
        : Attributes(method).FirstOrDefault(static a => a.AttributeClass!.Name is "PostAttribute" or "GetAttribute" or "PutAttribute" or "DeleteAttribute" or "PatchAttribute" or "HeadAttribute" or "OptionsAttribute");

    private static IEnumerable<AttributeData> Attributes(ISymbol symbol) => symbol.GetAttributes().Where(static a => a.AttributeClass is { } type && IsIn(type, Space));

    /// <summary>The texts among an attribute's arguments, arrays opened.</summary>
    private static IEnumerable<string> Texts(AttributeData attribute) =>
        attribute.ConstructorArguments.SelectMany(static a => a.Kind == TypedConstantKind.Array ? a.Values.AsEnumerable() : [a]).Select(static v => v.Value).OfType<string>();
}
