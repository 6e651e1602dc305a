using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>"Does a handler in this client's pipeline set the header?"</summary>
internal sealed class HandlerQuery(ProgramModel program, string header, AuthApiOptions options, HashSet<ISymbol> open)
{
    // Their methods on the builder of a client configure it, or add only what the call names.
    private static readonly string[] Silent = ["Microsoft.", "System", "Polly", "Refit"];

    public static bool IsHandler(ITypeSymbol type) => HttpLibrary.All.Any(l => l.IsHook(type));

    /// <summary>A handler expression, with the handlers inside it.</summary>
    public Answer Of(Site handler)
    {
        var answer = Answer.No;
        foreach (var origin in program.Origins(handler, out _))
        {
            answer = answer.Or(origin.Operation switch
            {
                IObjectCreationOperation creation => OfCreation(origin, creation),
                { } other when other.IsNull() => Answer.No,
                IInvocationOperation { Type: { } type, TargetMethod.Name: "GetRequiredService" or "GetService" } => OfType(type),
                // HttpClientFactory.Create(handler), a factory of the framework: its arguments are the handlers.
                IInvocationOperation call when call.Arguments.Any(static a => a.Value.Unwrap().Type is { } t && IsHandler(t)) =>
                    call.Arguments.Where(static a => a.Value.Unwrap().Type is { } t && IsHandler(t)).Aggregate(Answer.No, (a, b) => a.Or(Of(origin.With(b.Value)))),
                { Type: INamedTypeSymbol type } when program.IsOwn(type) => OfType(type),
                _ => Answer.Unknown($"the handler '{origin.Syntax}' is not known"),
            });
        }

        return answer;
    }

    /// <summary>The handlers that a registration adds to the pipeline.</summary>
    public Answer Of(ClientRegistrations.Registration registration) =>
        registration.Chain.Aggregate(Answer.No, (answer, call) => answer.Or(OfConfiguring(call)));

    /// <summary>A call on the builder of a client: the handlers that it names.</summary>
    private Answer OfConfiguring(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (options.AuthorizationMethods.MatchesMethod(method))
            return Answer.Yes;
        var answer = Answer.No;
        foreach (var type in method.TypeArguments)
        {
            // What stands for a type parameter is named by the call of the method around.
            if (type is not ITypeParameterSymbol && IsHandler(type))
                answer = answer.Or(OfType(type));
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type is not { TypeKind: TypeKind.Delegate })
                continue;
            foreach (var (body, _, _) in program.DelegateTargets(new Site(argument.Value, null)))
            {
                foreach (var value in ProgramModel.ReturnedValues(body))
                {
                    if (value.Unwrap().Type is { } returned && IsHandler(returned))
                        answer = answer.Or(Of(new Site(value, null)));
                }
            }
        }

        return !program.IsOwn(method) && method.ContainingAssembly?.Name is { } assembly && !Silent.Any(known => assembly.StartsWith(known, StringComparison.Ordinal))
            ? answer.Or(Answer.Unknown($"'{method.Name}' of another assembly configures the client"))
            : answer;
    }

    /// <summary>A handler type: its own code, or what the options say of it.</summary>
    public Answer OfType(ITypeSymbol type)
    {
        if (options.AuthorizationHandlers.MatchesType(type))
            return Answer.Yes;
        if (type is INamedTypeSymbol named && program.IsOwn(named))
            return OfOverrides(named);
        foreach (var library in HttpLibrary.All)
        {
            if (library.Sets(type) is { } kind)
                return kind == AnswerKind.Yes ? Answer.Yes : Answer.No;
        }

        return type.TypeKind == TypeKind.Interface || type.IsAbstract || type.Name == "DelegatingHandler"
            ? Answer.Unknown("the type of the handler is not known")
            : Answer.Unknown($"the handler '{type.Name}' is in another assembly");
    }

    /// <summary>What the <c>Send</c> and <c>SendAsync</c> of a type in the compilation, its source bases included, do to the request.</summary>
    public Answer OfOverrides(INamedTypeSymbol type)
    {
        if (!open.Add(type))
            return Answer.No;
        var answer = Answer.No;
        var callsOn = false;
        INamedTypeSymbol? current = type;
        for (; current is not null && program.IsOwn(current); current = current.BaseType)
        {
            foreach (var method in current.GetMembers().OfType<IMethodSymbol>())
            {
                if (!method.Name.StartsWith("Send", StringComparison.Ordinal) && !method.IsOverride && !ImplementsInterface(method))
                    continue;
                foreach (var parameter in method.Parameters)
                {
                    if (!HttpLibrary.All.Any(l => l.IsCarrier(parameter.Type) && !l.IsClient(parameter.Type)))
                        continue;
                    answer = answer.Or(HeaderQuery.AskForward(program, parameter, header, options));
                    callsOn = true;
                }

                // WebClient.GetWebRequest gives the request back; AuthenticatorBase.GetAuthenticationParameter a header.
                if (method.IsOverride && !method.ReturnsVoid && !callsOn)
                    answer = answer.Or(OfReturned(method));
            }
        }

        open.Remove(type);
        // A handler that answers by itself sends nothing: a test double, an offline cache.
        return answer.Kind == AnswerKind.No && callsOn && current is { Name: "HttpMessageHandler" }
            ? Answer.Unknown($"the handler '{type.Name}' answers the request itself")
            : answer;
    }

    private static bool ImplementsInterface(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces.SelectMany(static i => i.GetMembers(), static (_, m) => m)
            .Any(m => m is IMethodSymbol && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method));

    private Answer OfReturned(IMethodSymbol method)
    {
        var answer = Answer.No;
        foreach (var value in program.ReturnedValues(method))
        {
            if (HttpLibrary.All.Any(l => l.IsCarrier(value.Unwrap().Type)))
                answer = answer.Or(HeaderQuery.Ask(program, new Site(value, null), header, options, default).Answer);
            else if (value.Descendants().OfType<IObjectCreationOperation>().Concat(value is IObjectCreationOperation own ? [own] : []).FirstOrDefault(static c => c.Type?.Name is "HeaderParameter" or "Parameter") is { Arguments: [var name, ..] })
                answer = answer.Or(program.KnownText(new Site(name.Value, null)) is { } text
                    ? string.Equals(text, header, StringComparison.OrdinalIgnoreCase) ? Answer.Yes : Answer.No
                    : Answer.Unknown($"the header name '{name.Value.Syntax}' is not known"));
        }

        return answer;
    }

    /// <summary>Whether some handler of the compilation sets the header, for clients of which nothing tells the pipeline.</summary>
    public Answer AnyInCompilation()
    {
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            foreach (var token in NameIndex.Of(tree).TokensNamed("DelegatingHandler").Concat(NameIndex.Of(tree).TokensNamed("MessageProcessingHandler")))
            {
                if (token.Parent?.FirstAncestorOrSelf<BaseListSyntax>()?.Parent is not TypeDeclarationSyntax declaration
                    || program.ModelFor(tree).GetDeclaredSymbol(declaration) is not INamedTypeSymbol type)
                    continue;
                if (OfOverrides(type).Kind == AnswerKind.Yes)
                    return Answer.Unknown($"the handler '{type.Name}' sets it, and may belong to this client");
            }
        }

        return Answer.No;
    }

    private Answer OfCreation(Site origin, IObjectCreationOperation creation)
    {
        var answer = creation.Type is { } type ? OfType(type) : Answer.No;
        foreach (var argument in creation.Arguments)
        {
            if (argument.Value.Unwrap().Type is { } inner && IsHandler(inner))
                answer = answer.Or(Of(origin.With(argument.Value)));
        }

        foreach (var inner in PropertyQuery.Ask(program, origin, "InnerHandler").Values
            .Concat((creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
                .OfType<ISimpleAssignmentOperation>().Where(static a => a.Target is IPropertyReferenceOperation { Property.Name: "InnerHandler" }).Select(a => origin.With(a.Value))))
            answer = answer.Or(Of(inner));
        return answer;
    }
}
