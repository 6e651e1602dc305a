using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// What can be asked about a whole compilation: the bodies of its methods, who calls them, where a symbol is used. All of
/// it is found on demand, by name first and by symbol second, and kept as long as the compilation lives.
/// </summary>
internal sealed class ProgramModel
{
    /// <summary>So many places are looked at for one question; a program with more gets the answer "unknown".</summary>
    public const int MaxPlaces = 64;

    private static readonly ConditionalWeakTable<Compilation, ProgramModel> Programs = new();

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();
    private readonly SymbolReferences references;
    private readonly Lazy<IReadOnlyList<AuthApiOptions>>? allOptions;
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IMethodSymbol>> implementations = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, BodyGraph?> graphs = new();

    private ProgramModel(Compilation compilation, AnalyzerOptions? options)
    {
        Compilation = compilation;
        references = new SymbolReferences(this);
        if (options is not null)
            allOptions = new(() => AuthApiOptions.AllIn(options, compilation).ToList());
    }

    public Compilation Compilation { get; }

    /// <summary>The different options of the files; null where the program is looked at without them (a code fix).</summary>
    public IReadOnlyList<AuthApiOptions>? Options => allOptions?.Value;

    public static ProgramModel For(Compilation compilation, AnalyzerOptions? options = null) =>
        Programs.TryGetValue(compilation, out var known) ? known : Programs.GetValue(compilation, c => new ProgramModel(c, options));

    // Inside the analyzer driver this comes back as the instance that the driver itself holds, so nothing is bound twice.
    public SemanticModel ModelFor(SyntaxTree tree) => models.GetOrAdd(tree, t => Compilation.GetSemanticModel(t));

    public IOperation? OperationAt(SyntaxNode node) =>
        Compilation.ContainsSyntaxTree(node.SyntaxTree) ? ModelFor(node.SyntaxTree).GetOperation(node) : null;

    /// <summary>The control-flow graph of the body that executes <paramref name="node"/>; null where there is none.</summary>
    public BodyGraph? GraphOf(SyntaxNode node) =>
        node.ExecutableBody() is { } body ? graphs.GetOrAdd(body, b => BodyGraph.Create(b, this)) : null;

    /// <summary>The root operations of a method's bodies; empty for methods of other assemblies and for those without a body.</summary>
    public IEnumerable<IOperation> BodiesOf(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length > 0 && LibraryStubs.Contain(Compilation, method))
            yield break;
        foreach (var declaration in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            var syntax = declaration.GetSyntax();
            if (syntax is TypeDeclarationSyntax or ParameterListSyntax or MethodDeclarationSyntax { Body: null, ExpressionBody: null }
                or AccessorDeclarationSyntax { Body: null, ExpressionBody: null })
            {
                continue;
            }

            if (OperationAt(syntax) is { } operation)
                yield return operation;
        }
    }

    /// <summary>
    /// Whether the symbol is declared in this compilation. A project that this one refers to has syntax in the IDE and none in a
    /// build; the answer must not depend on that.
    /// </summary>
    public bool IsOwn(ISymbol? symbol) => symbol?.ContainingAssembly is { } assembly && SymbolEqualityComparer.Default.Equals(assembly, Compilation.Assembly)
        && !LibraryStubs.Contain(Compilation, symbol);

    public bool HasBody(IMethodSymbol method)
    {
        foreach (var _ in BodiesOf(method))
            return true;
        return false;
    }

    /// <summary>The values that a method returns or yields, those of lambdas inside it left out.</summary>
    public IEnumerable<IOperation> ReturnedValues(IMethodSymbol method)
    {
        foreach (var body in BodiesOf(method))
        {
            foreach (var value in ReturnedValues(body))
                yield return value;
        }
    }

    /// <summary>The values that a body returns or yields, those of lambdas inside it left out.</summary>
    public static IEnumerable<IOperation> ReturnedValues(IOperation body)
    {
        var root = body is IAnonymousFunctionOperation lambda ? lambda.Body : body is ILocalFunctionOperation local ? local.Body ?? body : body;
        foreach (var operation in root.OwnDescendants())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value })
                yield return value;
        }
    }

    /// <summary>
    /// The methods with a body in this compilation that a call of <paramref name="method"/> may run: itself, its overrides,
    /// the implementations of an interface member.
    /// </summary>
    public IReadOnlyList<IMethodSymbol> ImplementationsOf(IMethodSymbol method)
    {
        method = Definition(method);
        return implementations.GetOrAdd(method, FindImplementations);
    }

    /// <summary>The methods with a body that this call may run: a call of <c>base</c> runs the method that it names and no override.</summary>
    public IReadOnlyList<IMethodSymbol> TargetsOf(IInvocationOperation call)
    {
        if (call.IsVirtual || !(call.TargetMethod.IsVirtual || call.TargetMethod.IsOverride))
            return ImplementationsOf(call.TargetMethod);
        var method = Definition(call.TargetMethod);
        return HasBody(method) ? [method] : [];
    }

    /// <summary>
    /// Every operation in the compilation that names the symbol: references to a local, parameter, field or property, calls
    /// of a method (also through the interface members and base methods that it stands for), creations by a constructor.
    /// </summary>
    public IReadOnlyList<IOperation> ReferencesTo(ISymbol symbol) => references.To(symbol);

    /// <summary>At least those of <see cref="ReferencesTo"/> that are assigned to; cheaper, since reads are not bound.</summary>
    public IReadOnlyList<IOperation> WritesTo(ISymbol symbol) => references.WritesTo(symbol);

    /// <summary>The calls of a method, creations by a constructor included; delegates made of it are not calls.</summary>
    public IEnumerable<IOperation> CallsOf(IMethodSymbol method)
    {
        foreach (var reference in ReferencesTo(method))
        {
            // base.SendAsync(…) names the method of the base, and runs no override of it.
            if (reference is IInvocationOperation { IsVirtual: false, TargetMethod: { } target } && (target.IsVirtual || target.IsOverride || target.IsAbstract)
                && !SymbolEqualityComparer.Default.Equals(Definition(target), Definition(method)))
                continue;
            if (reference is IInvocationOperation or IObjectCreationOperation)
                yield return reference;
        }
    }

    public static IMethodSymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;

    internal static string NameInSource(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => symbol.ContainingType.Name,
        IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
        _ => symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1),
    };

    internal static IReadOnlyList<ISymbol> Meanings(IMethodSymbol method)
    {
        var result = new List<ISymbol> { method };
        if (method.PartialDefinitionPart is { } definition)
            result.Add(definition);
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            result.Add(overridden.OriginalDefinition);
        if (method.MethodKind is MethodKind.Constructor || method.ContainingType is not { TypeKind: not TypeKind.Interface } container)
            return result;
        foreach (var @interface in container.AllInterfaces)
        {
            foreach (var member in @interface.GetMembers())
            {
                if (member is IMethodSymbol interfaceMethod
                    && SymbolEqualityComparer.Default.Equals(container.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method))
                {
                    result.Add(interfaceMethod.OriginalDefinition);
                }
            }
        }

        return result;
    }

    private IReadOnlyList<IMethodSymbol> FindImplementations(IMethodSymbol method)
    {
        var result = new List<IMethodSymbol>();
        if (!method.IsAbstract && HasBody(method))
            result.Add(method);
        if (!method.IsAbstract && !method.IsVirtual && !method.IsOverride && method.ContainingType?.TypeKind != TypeKind.Interface)
            return result;

        var isAccessor = method.AssociatedSymbol is IPropertySymbol;
        foreach (var tree in Compilation.SyntaxTrees)
        {
            foreach (var token in NameIndex.Of(tree).TokensNamed(NameInSource(method)))
            {
                if (token.Parent is not MemberDeclarationSyntax declaration || result.Count >= MaxPlaces)
                    continue;
                var declared = ModelFor(tree).GetDeclaredSymbol(declaration);
                var candidate = isAccessor
                    ? method.MethodKind == MethodKind.PropertySet ? (declared as IPropertySymbol)?.SetMethod : (declared as IPropertySymbol)?.GetMethod
                    : declared as IMethodSymbol;
                if (candidate is not null && !SymbolEqualityComparer.Default.Equals(candidate, method)
                    && Meanings(candidate).Contains(method, SymbolEqualityComparer.Default))
                {
                    result.Add(candidate);
                }
            }
        }

        return result;
    }
}
