using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>
/// Finds the requests that a call sends. A helper that sends what it is told (<c>PostAsync(path, body)</c>) gives one
/// request for each of its callers, so that the verb, URL and headers of one caller are not mixed with those of another.
/// </summary>
internal sealed class HttpRequests
{
    private const int MaxCallers = 48;
    private const int MaxCallerDepth = 4;

    private static readonly ConditionalWeakTable<ProgramModel, HttpRequests> Instances = new();

    private readonly ProgramModel program;
    private readonly ConcurrentDictionary<SyntaxNode, IReadOnlyList<HttpRequest>> requests = new();
    private readonly ConcurrentDictionary<IMethodSymbol, (IReadOnlyList<IInvocationOperation> Sends, IReadOnlyList<IMethodSymbol> Helpers)> calls = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IInvocationOperation>> sends = new(SymbolEqualityComparer.Default);

    private HttpRequests(ProgramModel program) => this.program = program;

    public static HttpRequests For(ProgramModel program) => Instances.GetValue(program, static p => new HttpRequests(p));

    /// <summary>The cheap test: whether a call of this method can send a request by any library.</summary>
    public static bool MaySend(IInvocationOperation invocation)
    {
        foreach (var library in HttpLibrary.All)
        {
            if (library.MaySend(invocation.TargetMethod))
                return true;
        }

        return false;
    }

    /// <summary>The request that a method of an interface declares by attributes (Refit), whoever calls it; null for other methods.</summary>
    public HttpRequest? DeclaredBy(IMethodSymbol method)
    {
        foreach (var library in HttpLibrary.All)
        {
            if (library.DescribeDeclared(program, method) is { } request)
                return request;
        }

        return null;
    }

    /// <summary>The requests that the call sends, one for each caller that decides about them; empty when it sends none.</summary>
    public IReadOnlyList<HttpRequest> At(IInvocationOperation invocation) =>
        MaySend(invocation) ? requests.GetOrAdd(invocation.Syntax, _ => Find(invocation)) : [];

    /// <summary>
    /// The sending calls for which a call of this method decides: those in its body and in the helpers to which it hands parts of a
    /// request on. Found once per method, so that a diagnostic can be reported while the file of the deciding call is analysed.
    /// </summary>
    public IReadOnlyList<IInvocationOperation> SendsOf(IMethodSymbol method)
    {
        method = ProgramModel.Definition(method);
        return TakesPartsOfRequest(method) ? sends.GetOrAdd(method, FindSends) : [];
    }

    private IReadOnlyList<IInvocationOperation> FindSends(IMethodSymbol method)
    {
        var result = new List<IInvocationOperation>();
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { method };
        IReadOnlyList<IMethodSymbol> level = [method];
        for (var depth = 0; depth < MaxCallerDepth && level.Count > 0; depth++)
        {
            var next = new List<IMethodSymbol>();
            foreach (var helper in level.SelectMany(m => program.ImplementationsOf(m)))
            {
                var (direct, helpers) = calls.GetOrAdd(helper, CallsIn);
                result.AddRange(direct);
                next.AddRange(helpers.Where(seen.Add));
            }

            level = next;
        }

        return result;
    }

    private (IReadOnlyList<IInvocationOperation> Sends, IReadOnlyList<IMethodSymbol> Helpers) CallsIn(IMethodSymbol method)
    {
        var direct = new List<IInvocationOperation>();
        var helpers = new List<IMethodSymbol>();
        foreach (var call in program.BodiesOf(method).SelectMany(static b => b.Descendants()).OfType<IInvocationOperation>())
        {
            if (MaySend(call) && Describe(new Site(call, null)) is not null)
                direct.Add(call);
            else if (ProgramModel.Definition(call.TargetMethod) is var helper && program.IsOwn(helper) && TakesPartsOfRequest(helper))
                helpers.Add(helper);
        }

        return (direct, helpers);
    }

    private IReadOnlyList<HttpRequest> Find(IInvocationOperation invocation)
    {
        if (Describe(new Site(invocation, null)) is not { } general)
            return [];
        // Whoever calls, it goes to another service.
        if (general.Urls.All(program.IsOther))
            return [general];
        var frames = Callers(invocation);
        if (frames.Count == 0)
            return [general];
        var result = new List<HttpRequest>();
        foreach (var frame in frames)
        {
            if (!program.NeverRuns(new Site(invocation, frame)) && Describe(new Site(invocation, frame)) is { } request)
                result.Add(request);
        }

        return result;
    }

    private HttpRequest? Describe(Site call)
    {
        var invocation = (IInvocationOperation)call.Operation;
        foreach (var library in HttpLibrary.All)
        {
            if (library.MaySend(invocation.TargetMethod) && library.Describe(program, call, invocation) is { } request)
                return request;
        }

        return null;
    }

    /// <summary>The chains of calls that lead to the sending method with values for its parameters, outermost caller known.</summary>
    private IReadOnlyList<CallFrame> Callers(IOperation call)
    {
        var complete = new List<CallFrame>();
        Expand(call, frame => frame, 0, []);
        return complete;

        // Outermost frames must exist before inner ones: a frame is built once its callers' chain is.
        void Expand(IOperation inner, Func<CallFrame?, CallFrame?> build, int depth, IReadOnlyList<IMethodSymbol> open)
        {
            var method = EnclosingMethod(inner);
            // A method that calls itself, or a decorator that calls the next of its kind, adds no caller.
            if (method is not null && open.Contains(method, SymbolEqualityComparer.Default))
                return;
            var calls = method is null || depth >= MaxCallerDepth || !TakesPartsOfRequest(method)
                ? []
                : program.CallsOf(method).Take(MaxCallers).ToList();
            if (calls.Count == 0)
            {
                if (build(null) is { } frame && complete.Count < MaxCallers)
                    complete.Add(frame);
                return;
            }

            foreach (var outer in calls)
                Expand(outer, around => build(new CallFrame(outer, method!, around)), depth + 1, [.. open, method!]);
        }
    }

    private IMethodSymbol? EnclosingMethod(IOperation operation)
    {
        var body = operation.Syntax.ExecutableBody();
        return body is null ? null : program.ModelFor(body.SyntaxTree).GetDeclaredSymbol(body) as IMethodSymbol;
    }

    /// <summary>Whether the method is told what to send: a parameter that can hold a URL, a verb, headers, a message.</summary>
    private static bool TakesPartsOfRequest(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation
        && method.Parameters.Any(static p => p.Type is { SpecialType: SpecialType.System_String or SpecialType.System_Object }
            or { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Delegate or TypeKind.Enum or TypeKind.TypeParameter or TypeKind.Array }
            or { IsTupleType: true })
        || method is { IsStatic: false, MethodKind: MethodKind.Ordinary } && method.ContainingType is { } type && HoldsRequest(type);

    /// <summary>Whether objects of a class are requests: <c>new Call(HttpMethod.Post, path).Bearer(token).SendAsync()</c>.</summary>
    private static bool HoldsRequest(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false, Type.Name: "HttpMethod" or "HttpRequestMessage" or "RestRequest" or "HttpWebRequest" or "UnityWebRequest" })
                return true;
        }

        return false;
    }
}
