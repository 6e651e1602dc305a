using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>Flurl.Http 2 to 4: a chain of calls that begins with a text, a <c>Url</c> or a client, and ends with the call that sends.</summary>
internal sealed class FlurlLibrary : HttpLibrary
{
    private const string Space = "Flurl";

    public static readonly FlurlLibrary Instance = new();

    private FlurlLibrary()
    {
    }

    public override bool MaySend(IMethodSymbol method) =>
        method.Name.EndsWith("Async", StringComparison.Ordinal) && IsIn(method, Space)
        && (VerbOf(method.Name) is not null || method.Name.StartsWith("Send", StringComparison.Ordinal));

    public override bool IsClient(ITypeSymbol? type) => Derives(type, "IFlurlClient", Space + ".Http") || Derives(type, "FlurlClient", Space + ".Http");

    public override bool IsCarrier(ITypeSymbol? type) =>
        IsClient(type) || Derives(type, "IFlurlRequest", Space + ".Http") || Derives(type, "FlurlRequest", Space + ".Http") || type is { Name: "FlurlHttpSettings" or "FlurlCall" or "HttpCall" or "IFlurlClientBuilder" };

    public override bool IsHeaderPart(IPropertyReferenceOperation property) =>
        property.Property.Name is "Headers" or "Request" or "HttpRequestMessage" or "HttpClient" or "Settings" && IsIn(property.Property.ContainingType, Space);

    public override bool IsFluent(IInvocationOperation invocation) =>
        IsIn(invocation.TargetMethod, Space) && invocation.Receiver() is not null && invocation.Type?.Name is not ("Task" or "Void" or null);

    public override bool Authenticates(IMethodSymbol method) => IsIn(method, Space) && method.Name is "WithOAuthBearerToken" or "WithBasicAuth";

    public override bool IsOwnAssembly(string assemblyName) => assemblyName.StartsWith(Space, StringComparison.Ordinal);

    public override HttpRequest? Describe(ProgramModel program, Site call, IInvocationOperation invocation)
    {
        if (!IsIn(invocation.TargetMethod, Space) || invocation.Receiver() is not { } receiver)
            return null;
        var verbs = VerbOf(invocation.TargetMethod.Name) is { } verb ? [verb]
            : Passed(invocation, "verb") is { } method ? VerbsOf(program, call.With(method))
            : (IReadOnlyList<string>)[];
        return new HttpRequest
        {
            Send = call,
            Library = this,
            Verbs = verbs,
            Urls = Urls(program, call.With(receiver), 0),
            UrlSource = UrlSource(call.With(receiver)),
            Message = call.With(receiver),
            Body = Passed(invocation, "data", "body", "content") is { } body ? call.With(body) : null,
        };
    }

    /// <summary>Settings of all calls: <c>FlurlHttp.Configure(…)</c>, <c>ConfigureClientForUrl(…)</c>, <c>GlobalSettings</c>, <c>Clients.WithDefaults(…)</c>.</summary>
    public override Answer OtherEvidence(ProgramModel program, HttpRequest request, HeaderQuery query)
    {
        var answer = Answer.No;
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            foreach (var token in NameIndex.Of(tree).TokensNamed("FlurlHttp"))
            {
                if (token.Parent?.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || program.OperationAt(statement) is not { } operation)
                    continue;
                foreach (var part in operation.Descendants())
                {
                    if (part is IInvocationOperation call && IsIn(call.TargetMethod, Space))
                        answer = answer.Or(query.OfConfiguration(new Site(call, null), call));
                    else if (part is IPropertyReferenceOperation property && property.AssignedValue() is { } value && value.Type?.TypeKind == TypeKind.Delegate)
                        answer = answer.Or(query.OfDelegate(new Site(value, null)));
                }
            }
        }

        return answer;
    }

    private static Site? UrlSource(Site chain)
    {
        var current = chain.Operation.Unwrap();
        while (current is IInvocationOperation call && IsIn(call.TargetMethod, Space) && call.Receiver() is { } receiver)
            current = receiver.Unwrap();
        return chain.With(current);
    }

    /// <summary>The URLs that a link of the chain stands for.</summary>
    private static IReadOnlyList<TextValue> Urls(ProgramModel program, Site site, int depth)
    {
        site = site.With(site.Operation.Unwrap());
        if (depth > 24)
            return [TextValue.Unknown(site)];
        switch (site.Operation)
        {
            case IInvocationOperation call when IsIn(call.TargetMethod, Space) && call.Receiver() is { } receiver:
                return Linked(program, site, call, Urls(program, site.With(receiver), depth + 1));
            case IConversionOperation conversion:
                return Urls(program, site.With(conversion.Operand), depth + 1);
            case IObjectCreationOperation { Arguments: [{ Value: var first, ArgumentKind: ArgumentKind.Explicit }, ..] } creation when IsIn(creation.Type!, Space):
                return first.Type?.Name == "HttpClient"
                    ? PropertyQuery.Ask(program, site.With(first), "BaseAddress").Texts() is { Count: > 0 } addresses ? addresses : [TextValue.Empty]
                    : Urls(program, site.With(first), depth + 1);
            case IObjectCreationOperation creation when IsIn(creation.Type!, Space):
                return PropertyQuery.Ask(program, site, "Url").Texts() is { Count: > 0 } set ? set : PropertyQuery.Ask(program, site, "BaseUrl").Texts() is { Count: > 0 } bases ? bases : [TextValue.Empty];
            case IPropertyReferenceOperation { Property.Name: "Url" or "BaseUrl", Instance: { } instance } property when IsIn(property.Property.ContainingType, Space):
                return Urls(program, site.With(instance), depth + 1);
        }

        if (site.Operation.Type?.SpecialType == SpecialType.System_String || site.Operation.Type?.Name == "Uri")
            return program.TextsOf(site);
        var step = program.StepBack(site);
        if (step.IsNone || step.Values.Length == 0)
            return [TextValue.Unknown(site)];
        var result = step.Values.SelectMany(v => Urls(program, v, depth + 1)).Take(Texts.MaxAlternatives).ToList();
        return site.Operation is ILocalReferenceOperation local ? Changed(program, site, local, result) : result;
    }

    /// <summary>Statements on a local change the object in place: <c>url.AppendPathSegment("regcode");</c></summary>
    private static IReadOnlyList<TextValue> Changed(ProgramModel program, Site use, ILocalReferenceOperation local, IReadOnlyList<TextValue> urls)
    {
        foreach (var reference in program.ReferencesTo(local.Local))
        {
            if (reference.Syntax.SpanStart >= use.Syntax.SpanStart || reference.Syntax.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Expression: InvocationExpressionSyntax } statement
                || statement.Span.Contains(use.Syntax.Span) || program.OperationAt(statement.Expression) is not IInvocationOperation last || last.Type?.Name == "Task")
                continue;
            var chain = new Stack<IInvocationOperation>();
            IOperation current = last;
            for (; current is IInvocationOperation call && IsIn(call.TargetMethod, Space) && call.Receiver() is { } receiver; current = receiver.Unwrap())
                chain.Push(call);
            if (current is IPropertyReferenceOperation { Property.Name: "Url", Instance: { } owner })
                current = owner.Unwrap();
            if (current.Syntax != reference.Syntax)
                continue;
            foreach (var call in chain)
                urls = Linked(program, use, call, urls);
        }

        return urls;
    }

    private static IReadOnlyList<TextValue> Linked(ProgramModel program, Site site, IInvocationOperation call, IReadOnlyList<TextValue> urls)
    {
        var arguments = call.Arguments.Where(a => !(call.TargetMethod.IsExtensionMethod && a.Parameter?.Ordinal == 0) && a.ArgumentKind != ArgumentKind.DefaultValue).ToList();
        switch (call.TargetMethod.Name)
        {
            case "AppendPathSegment" or "AppendPathSegments" or "Request":
                foreach (var part in arguments.Where(static a => a.Value.Type?.SpecialType != SpecialType.System_Boolean).SelectMany(static a => Elements(a.Value)))
                {
                    var segments = program.TextsOf(site.With(part));
                    var isWhole = call.TargetMethod.Name == "Request" && segments.All(static s => UriTexts.IsAbsolute(s.ToString()));
                    urls = isWhole ? segments : urls.SelectMany(u => segments.Select(s => UriTexts.WithSegment(u, s))).Take(Texts.MaxAlternatives).ToList();
                }

                return urls;
            case "SetQueryParam" or "AppendQueryParam" when arguments.Count > 0:
                var name = program.TextsOf(site.With(arguments[0].Value)) is [var one] ? one : null;
                var value = arguments.Count > 1 ? program.TextsOf(site.With(arguments[1].Value)) is [var single] ? single : TextValue.Unknown(site.With(arguments[1].Value)) : TextValue.Empty;
                return urls.Select(u => UriTexts.WithParameter(u, name, value)).ToList();
            case "SetQueryParams" or "AppendQueryParams" or "SetQuery":
                return urls.Select(u => Parameters(program, site, arguments.Count > 0 ? arguments[0].Value.Unwrap() : null, u)).ToList();
            case "RemoveQuery" or "ResetToRoot" or "RemovePath" or "RemovePathSegment" or "RemoveQueryParam" or "Root":
                return [TextValue.Unknown(site)];
            default:
                return urls;
        }
    }

    private static TextValue Parameters(ProgramModel program, Site site, IOperation? values, TextValue url)
    {
        if (values is not IAnonymousObjectCreationOperation anonymous)
            return UriTexts.WithParameter(url, null, null);
        foreach (var member in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            var name = ((IPropertyReferenceOperation)member.Target).Property.Name;
            var value = program.TextsOf(site.With(member.Value)) is [var single] ? single : TextValue.Unknown(site.With(member.Value));
            url = UriTexts.WithParameter(url, TextValue.Known(name, site.With(member)), value);
        }

        return url;
    }

    private static IEnumerable<IOperation> Elements(IOperation value) =>
        value.Unwrap() is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues.AsEnumerable() : [value];
}
