using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <content>Clients, and what acts on a request without being named at it: handlers, authenticators, delegates, registrations.</content>
internal sealed partial class HeaderQuery
{
    private Effect OfCreatedObject(Site origin, IObjectCreationOperation creation)
    {
        // new Dictionary<string, string>(defaults), new KeyValuePair<…>("Authorization", …)
        foreach (var argument in creation.Arguments)
        {
            var type = argument.Value.Unwrap().Type;
            if (IsCollection(type) && IsCollection(creation.Type))
                return OfCollection(origin.With(argument.Value));
        }

        if (OfElement(origin) is { } element)
            return Note(element);
        // new RestClientOptions(…), new FlurlRequest(…): what is handed to a library's object works for it.
        return IsOfOwnAssembly(creation.Constructor)
            ? Note(creation.Arguments.Aggregate(Answer.No, (answer, argument) => answer.Or(OfPlugIn(origin.With(argument.Value)) ?? Answer.No)))
            : Effect.None;
    }

    private static bool IsOfOwnAssembly(IMethodSymbol? method) => method?.ContainingAssembly is { } assembly && HttpLibrary.All.Any(l => l.IsOwnAssembly(assembly.Name));

    /// <summary>
    /// What the library runs or copies before it sends: a handler, an authenticator, a delegate, a list of those, another client.
    /// Null for a value that is nothing of the kind.
    /// </summary>
    private Answer? OfPlugIn(Site site)
    {
        var value = site.Operation.Unwrap();
        if (value.IsNull())
            return null;
        if (value.Type is { TypeKind: TypeKind.Delegate } || value is IAnonymousFunctionOperation or IMethodReferenceOperation)
            return OfDelegate(site);
        if (value.Type is { } type && HandlerQuery.IsHandler(type))
            return Handlers().Of(site);
        if (IsCollection(value.Type))
        {
            // [new Signing()], new List<Interceptor> { … }
            var elements = value.Descendants().OfType<IObjectCreationOperation>().Where(static c => c.Type is { } t && HandlerQuery.IsHandler(t)).ToList();
            return elements.Count == 0 ? null : elements.Aggregate(Answer.No, (answer, element) => answer.Or(Handlers().Of(site.With(element))));
        }

        return HttpLibrary.All.Any(l => l.IsCarrier(value.Type)) ? Nested(site) : null;
    }

    /// <summary>A delegate that gets the client, the request or its headers, or that makes the handler.</summary>
    public Answer OfDelegate(Site @delegate)
    {
        var answer = Answer.No;
        var any = false;
        foreach (var (body, symbol, _) in program.DelegateTargets(@delegate))
        {
            any = true;
            foreach (var parameter in symbol.Parameters)
                answer = answer.Or(AskForward(program, parameter, header, options));
            foreach (var value in ProgramModel.ReturnedValues(body))
            {
                if (value.Unwrap().Type is { } returned && HandlerQuery.IsHandler(returned))
                    answer = answer.Or(Handlers().Of(new Site(value, null)));
                else if (HttpLibrary.All.Any(l => l.IsCarrier(value.Unwrap().Type)))
                    answer = answer.Or(Nested(new Site(value, null)));
            }
        }

        return any ? answer : Answer.Unknown($"the delegate '{@delegate.Syntax}' is not known");
    }

    /// <summary>A call that configures a client or its settings, by itself or by what is passed to it.</summary>
    public Answer OfConfiguration(Site site, IInvocationOperation call)
    {
        var before = Answer;
        Answer = Answer.No;
        OfCall(site, call);
        (before, Answer) = (Answer, before);
        return before;
    }

    /// <summary>A client, handler or settings object that something else is made with.</summary>
    public Answer OfArgument(Site site) => OfPlugIn(site) ?? Answer.No;

    /// <summary>The handlers of a registration and the delegates that configure its client.</summary>
    public Answer OfRegistration(ClientRegistrations.Registration registration)
    {
        var answer = registration.Call.Arguments.Aggregate(Handlers().Of(registration), (all, argument) =>
            argument.ArgumentKind == ArgumentKind.DefaultValue ? all : all.Or(OfArgument(new Site(argument.Value, null))));
        foreach (var client in ClientRegistrations.For(program).ConfiguredClients(registration))
            answer = answer.Or(AskForward(program, client, header, options));
        return answer;
    }

    /// <summary>Whether this is the header's name.</summary>
    public bool IsHeader(string name) => string.Equals(name, header, StringComparison.OrdinalIgnoreCase);

    private Answer OfCreatedClient(Site origin, IObjectCreationOperation creation)
    {
        var answer = OfClientType(creation.Type);
        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && OfPlugIn(origin.With(argument.Value)) is { } plugIn)
                answer = answer.Or(plugIn);
        }

        return answer;
    }

    private HandlerQuery Handlers() => new(program, header, options, openHandlers);

    /// <summary>A subclass of the client that adds the header in its own <c>SendAsync</c>.</summary>
    private Answer OfClientType(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && program.IsOwn(named) ? Handlers().OfOverrides(named) : Answer.No;

    /// <summary>A client that comes from a container, a factory or a caller: registrations tell, or handlers that may be its own.</summary>
    private Answer OfInjectedClient(Site origin)
    {
        var answer = OfClientType(origin.Operation.Unwrap().Type);
        var registrations = ClientRegistrations.For(program).Of(origin);
        foreach (var registration in registrations)
            answer = answer.Or(Handlers().Of(registration));
        if (answer.Kind != AnswerKind.No || registrations.Any(static r => !r.IsDefault))
            return answer;
        if (origin.Operation is IInvocationOperation { TargetMethod: { Name: not ("CreateClient" or "GetRequiredService" or "GetService" or "GetRequiredKeyedService" or "GetKeyedService") } method } && !program.IsOwn(method) && !IsHarmless(method))
            return Answer.Unknown($"'{method.Name}' of another assembly makes the client");
        if (origin.Operation is IMemberReferenceOperation { Member: var member } && !program.IsOwn(member))
            return Answer.Unknown($"'{member.Name}' of another assembly holds the client");
        return Handlers().AnyInCompilation();
    }
}
