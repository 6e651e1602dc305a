using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>One HTTP client library: which calls send, and what they send. Stateless; one instance for all compilations.</summary>
internal abstract class HttpLibrary
{
    private static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options"];

    /// <summary>The libraries, in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<HttpLibrary> All =
    [
        HttpClientLibrary.Instance, WebRequestLibrary.Instance, WebClientLibrary.Instance, RestSharpLibrary.Instance, FlurlLibrary.Instance,
        RefitLibrary.Instance, WindowsHttpLibrary.Instance, UnityLibrary.Instance,
    ];

    /// <summary>Whether the method may send a request: the cheap test before everything else, by name.</summary>
    public abstract bool MaySend(IMethodSymbol method);

    /// <summary>The request that the call sends; null when it sends none by this library.</summary>
    public abstract HttpRequest? Describe(ProgramModel program, Site call, IInvocationOperation invocation);

    /// <summary>The request that a method declares without a body (attributes of an interface); null for every other method.</summary>
    public virtual HttpRequest? DescribeDeclared(ProgramModel program, IMethodSymbol method) => null;

    /// <summary>Evidence for a header that lies neither on the message nor on the client: attributes, registrations, global settings.</summary>
    public virtual Answer OtherEvidence(ProgramModel program, HttpRequest request, HeaderQuery query) => Answer.No;

    /// <summary>Whether the type is a client: an object that sends many requests and has headers or handlers of its own.</summary>
    public virtual bool IsClient(ITypeSymbol? type) => false;

    /// <summary>Whether an object of this type carries headers: a message, a request, a client, a header collection.</summary>
    public abstract bool IsCarrier(ITypeSymbol? type);

    /// <summary>Whether the library calls objects of this type before it sends: a handler, an authenticator, an interceptor.</summary>
    public virtual bool IsHook(ITypeSymbol type) => false;

    /// <summary>What a hook type of a known assembly does about <c>Authorization</c>; null when it is not known.</summary>
    public virtual AnswerKind? Sets(ITypeSymbol hook) => null;

    /// <summary>Whether a property of the client or of the request leads to its headers.</summary>
    public virtual bool IsHeaderPart(IPropertyReferenceOperation property) => false;

    /// <summary>Whether a call hands on the request or client it was made on, so that a chain of calls is one object's history.</summary>
    public virtual bool IsFluent(IInvocationOperation invocation) => false;

    /// <summary>Whether a call of the library makes a new request or client, which has no headers yet.</summary>
    public virtual bool Makes(IInvocationOperation invocation) => false;

    /// <summary>Whether setting this property makes the library send <c>Authorization</c>.</summary>
    public virtual bool Authenticates(IPropertySymbol property) => false;

    /// <summary>Whether this method of the library (or of a well-known companion) sets <c>Authorization</c> without naming it.</summary>
    public virtual bool Authenticates(IMethodSymbol method) => false;

    /// <summary>Whether the assembly is the library's own, whose methods set no header unless they say so.</summary>
    public virtual bool IsOwnAssembly(string assemblyName) => false;

    /// <summary>Whether the type, a base or an interface of it has this name in this namespace.</summary>
    protected static bool Derives(ITypeSymbol? type, string name, string space)
    {
        if (type is ITypeParameterSymbol parameter)
            return parameter.ConstraintTypes.Any(t => Derives(t, name, space));
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name && IsIn(current, space))
                return true;
        }

        return name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) && type is not null && type.AllInterfaces.Any(i => i.Name == name && IsIn(i, space));
    }

    /// <summary>Whether the symbol is declared in this namespace or one below it.</summary>
    protected static bool IsIn(ISymbol symbol, string space)
    {
        for (var current = symbol.ContainingNamespace; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            if (Is(current, space))
                return true;
        }

        return false;
    }

    // Asked of every call of a program, so without a text made for each.
    private static bool Is(INamespaceSymbol symbol, string space)
    {
        var end = space.Length;
        for (; symbol is { IsGlobalNamespace: false }; symbol = symbol.ContainingNamespace)
        {
            var start = end - symbol.Name.Length;
            if (start < 0 || string.CompareOrdinal(space, start, symbol.Name, 0, symbol.Name.Length) != 0 || start > 0 && space[start - 1] != '.')
                return false;
            end = start - 1;
        }

        return end < 0;
    }

    /// <summary>The verb, in capitals, with which a method's name begins as a word of its own: <c>PostAsJsonAsync</c>, <c>Post</c>; null otherwise.</summary>
    protected static string? VerbOf(string methodName)
    {
        foreach (var verb in Verbs)
        {
            if (methodName.StartsWith(verb, StringComparison.Ordinal) && (methodName.Length == verb.Length || char.IsUpper(methodName[verb.Length])))
                return verb.ToUpperInvariant();
        }

        return null;
    }

    /// <summary>The verbs of an expression: a text, an <c>HttpMethod</c>, a member of an enum; empty when unknown.</summary>
    protected static IReadOnlyList<string> VerbsOf(ProgramModel program, Site method)
    {
        var result = new List<string>();
        foreach (var origin in program.Origins(method, out _))
        {
            switch (origin.Operation)
            {
                case IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "HttpMethod" or "WebRequestMethods", Name: var name } }:
                    result.Add(name.ToUpperInvariant());
                    break;
                // HttpMethod.Post.Method, where a text is asked for
                case IPropertyReferenceOperation { Property: { Name: "Method", ContainingType.Name: "HttpMethod" }, Instance: { } itself }:
                    result.AddRange(VerbsOf(program, origin.With(itself)));
                    break;
                case IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType.Name: "HttpMethod" }, Instance: { } itself }:
                    result.AddRange(VerbsOf(program, origin.With(itself)));
                    break;
                case IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, Name: var name } }:
                    result.Add(name.ToUpperInvariant());
                    break;
                case IObjectCreationOperation { Type.Name: "HttpMethod", Arguments: [{ Value: var text }] }:
                    AddTexts(origin.With(text));
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "HttpMethod" }, Arguments: [{ Value: var text }] }:
                    // A span of characters: the text that is converted to it.
                    AddTexts(origin.With(text is IConversionOperation span ? span.Operand : text));
                    break;
                case { Type.SpecialType: SpecialType.System_String }:
                    AddTexts(origin);
                    break;
            }
        }

        return result.Distinct().ToList();

        void AddTexts(Site text) => result.AddRange(program.TextsOf(text).Where(static t => t.IsComplete).Select(static t => t.ToString().ToUpperInvariant()));
    }

    /// <summary>What is passed for one of these parameters; null when nothing, or only the default, is.</summary>
    protected static IOperation? Passed(IInvocationOperation invocation, params string[] parameterNames)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter && parameterNames.Contains(parameter.Name))
                return argument.Value;
        }

        return null;
    }
}
