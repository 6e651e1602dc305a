using System.Runtime.CompilerServices;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>
/// The <c>AddHttpClient</c> registrations of a compilation: for which typed or named client they are, and the delegates and
/// handlers that configure it. Found by name on the first question.
/// </summary>
internal sealed class ClientRegistrations
{
    private static readonly ConditionalWeakTable<ProgramModel, ClientRegistrations> Instances = new();

    private readonly ProgramModel program;
    private readonly Lazy<IReadOnlyList<Registration>> registrations;

    private ClientRegistrations(ProgramModel program)
    {
        this.program = program;
        registrations = new(() => Collect().ToList());
    }

    /// <summary>One registration.</summary>
    /// <param name="Call">The <c>AddHttpClient</c> (or <c>ConfigureHttpClientDefaults</c>) call.</param>
    /// <param name="Types">The typed client and its interface; empty for a named client.</param>
    /// <param name="Names">The names it may have; empty for a typed one without a name of its own.</param>
    /// <param name="Chain">The calls made on the builder: <c>ConfigureHttpClient</c>, <c>AddHttpMessageHandler</c>, …</param>
    public sealed record Registration(IInvocationOperation Call, IReadOnlyList<ITypeSymbol> Types, IReadOnlyList<string> Names, IReadOnlyList<IInvocationOperation> Chain)
    {
        public bool IsDefault => Call.TargetMethod.Name == "ConfigureHttpClientDefaults";
    }

    public static ClientRegistrations For(ProgramModel program) => Instances.GetValue(program, static p => new ClientRegistrations(p));

    /// <summary>All registrations of the compilation.</summary>
    public IReadOnlyList<Registration> All => registrations.Value;

    /// <summary>
    /// The registrations that apply to a client that the container or a factory hands out: a constructor parameter of a typed or keyed
    /// client, the parameter of a factory delegate, <c>CreateClient(name)</c>. Empty for any other origin.
    /// </summary>
    public IReadOnlyList<Registration> Of(Site origin)
    {
        switch (origin.Operation)
        {
            case IParameterReferenceOperation { Parameter: var parameter } when KeyOf(parameter) is { } key:
                return Named(key);
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda }:
                return lambda.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } factory
                    ? All.Where(r => r.IsDefault || r.Chain.Concat([r.Call]).Any(c => c.Syntax.Contains(factory))).ToList()
                    : [];
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { ContainingType: { } type } }:
                return All.Where(r => r.IsDefault || r.Types.Any(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type.OriginalDefinition) || IsBase(t, type))).ToList();
            case IInvocationOperation { TargetMethod: { Name: "CreateClient" or "CreateHandler" or "GetRequiredKeyedService" or "GetKeyedService" } } create:
                return Named(create.Arguments.LastOrDefault(static a => a.Value.Unwrap().Type?.SpecialType == SpecialType.System_String) is { } argument
                    ? program.KnownText(origin.With(argument.Value))
                    : "");
            default:
                return [];
        }
    }

    private IReadOnlyList<Registration> Named(string? name) => All.Where(r => r.IsDefault || name is null || r.Names.Contains(name)).ToList();

    private static string? KeyOf(IParameterSymbol parameter) => parameter.GetAttributes()
        .FirstOrDefault(static a => a.AttributeClass?.Name == "FromKeyedServicesAttribute")?.ConstructorArguments is [{ Value: string key }] ? key : null;

    /// <summary>The registrations for this type, those for all clients included.</summary>
    public IEnumerable<Registration> OfType(INamedTypeSymbol type) =>
        All.Where(r => r.IsDefault || r.Types.Any(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type.OriginalDefinition)));

    /// <summary>The references to the client inside the delegates that configure it.</summary>
    public IEnumerable<Site> ConfiguredAt(Site origin) => Of(origin).SelectMany(ConfiguredBy).Select(static r => new Site(r, null));

    /// <summary>The base addresses that a registration gives its client.</summary>
    public IEnumerable<TextValue> BaseAddressesOf(Registration registration) =>
        ConfiguredClients(registration).SelectMany(p => PropertyQuery.AskForward(program, p, "BaseAddress").Texts());

    private IEnumerable<IOperation> ConfiguredBy(Registration registration) => ConfiguredClients(registration).SelectMany(program.ReferencesTo);

    /// <summary>The parameters by which the delegates of a registration get the client.</summary>
    public IEnumerable<IParameterSymbol> ConfiguredClients(Registration registration) =>
        registration.Chain.Concat([registration.Call])
            .SelectMany(static c => c.Arguments)
            .Where(static a => a.Parameter?.Type.TypeKind == TypeKind.Delegate)
            .SelectMany(a => program.DelegateTargets(new Site(a.Value, null)))
            .SelectMany(static d => d.Symbol.Parameters)
            .Where(static p => p.Type.Name == "HttpClient");

    private static bool IsBase(ITypeSymbol registered, ITypeSymbol type)
    {
        for (var current = registered.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, type.OriginalDefinition))
                return true;
        }

        return false;
    }

    private IEnumerable<Registration> Collect()
    {
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            var index = NameIndex.Of(tree);
            foreach (var token in index.TokensNamed("AddHttpClient").Concat(index.TokensNamed("ConfigureHttpClientDefaults")).Concat(index.TokensNamed("AddRefitClient")))
            {
                if (token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } syntax || program.OperationAt(syntax) is not IInvocationOperation call)
                    continue;
                var types = call.TargetMethod.TypeArguments.SelectMany(t => Meant(t, 0)).ToList();
                var name = call.Arguments.FirstOrDefault(static a => a.Parameter is { Name: "name", Type.SpecialType: SpecialType.System_String });
                var names = name is null
                    ? call.TargetMethod.Name == "AddHttpClient" && types.Count == 0 ? [""] : types.Take(1).Select(static t => t.Name)
                    : program.TextsOf(new Site(name.Value, null)).Select(static t => t.ToString());
                yield return new Registration(call, types, names.ToList(), Chain(call, 0).ToList());
            }
        }
    }

    /// <summary>The types that stand for a type parameter where the method around is called: <c>services.AddSigned&lt;PassClient&gt;()</c>; any other type itself.</summary>
    private IEnumerable<ITypeSymbol> Meant(ITypeSymbol type, int depth)
    {
        if (type is not ITypeParameterSymbol { DeclaringMethod: { } method } parameter || depth > CallFrame.MaxDepth)
            return [type];
        return program.CallsOf(method).OfType<IInvocationOperation>().SelectMany(c => Meant(c.TargetMethod.TypeArguments[parameter.Ordinal], depth + 1));
    }

    /// <summary>The calls on the builder that the registration returns: fluent, through a local, in the extension methods of the program that get it.</summary>
    private IEnumerable<IInvocationOperation> Chain(IOperation builder, int depth)
    {
        var current = builder;
        while (true)
        {
            var (parent, child) = current.OuterParent();
            if (parent is IArgumentOperation { Parent: IInvocationOperation taking } argument && argument.Parameter is { } given && (taking.TargetMethod.IsExtensionMethod && given.Ordinal == 0 || program.IsOwn(taking.TargetMethod)))
            {
                current = taking;
                if (program.IsOwn(taking.TargetMethod) && depth <= CallFrame.MaxDepth)
                {
                    foreach (var inner in program.ReferencesTo(given.OriginalDefinition).SelectMany(r => Chain(r, depth + 1)))
                        yield return inner;
                }
            }
            else if (parent is IInvocationOperation next && next.Instance == child)
            {
                current = next;
            }
            else
            {
                break;
            }

            yield return (IInvocationOperation)current;
        }

        var uses = current.OuterParent().Parent switch
        {
            _ when depth > CallFrame.MaxDepth => [],
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => program.ReferencesTo(local),
            // The caller goes on with what it gets.
            IReturnOperation returned when returned.Syntax.ExecutableBody() is { } body && program.ModelFor(body.SyntaxTree).GetDeclaredSymbol(body) is IMethodSymbol method => program.CallsOf(method),
            _ => [],
        };
        foreach (var call in uses.SelectMany(r => Chain(r, depth + 1)))
            yield return call;
    }
}
