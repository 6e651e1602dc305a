using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> references = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IMethodSymbol>> implementations = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, BodyGraph?> graphs = new();

    private ProgramModel(Compilation compilation) => Compilation = compilation;

    public Compilation Compilation { get; }

    public static ProgramModel For(Compilation compilation) => Programs.GetValue(compilation, static c => new ProgramModel(c));

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
    public bool IsOwn(ISymbol? symbol) => symbol?.ContainingAssembly is { } assembly && SymbolEqualityComparer.Default.Equals(assembly, Compilation.Assembly);

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
    public IReadOnlyList<IOperation> ReferencesTo(ISymbol symbol)
    {
        symbol = symbol is IMethodSymbol method ? Definition(method) : symbol.OriginalDefinition;
        return references.GetOrAdd(symbol, FindReferences);
    }

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

    /// <summary>The trees in which a symbol can be named: those of its container for a private one.</summary>
    private IEnumerable<SyntaxTree> TreesOf(ISymbol symbol)
    {
        if (symbol.DeclaredAccessibility != Accessibility.Private || symbol.ContainingType is not { } container)
            return Compilation.SyntaxTrees;
        return container.DeclaringSyntaxReferences.Select(static r => r.SyntaxTree).Distinct();
    }

    private IReadOnlyList<IOperation> FindReferences(ISymbol symbol)
    {
        var result = new List<IOperation>();
        if (symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        {
            foreach (var scope in ScopesOf(symbol))
            {
                foreach (var token in scope.DescendantTokens())
                {
                    if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == symbol.Name)
                        Add(token, symbol, [symbol], result);
                }
            }

            return result;
        }

        var meanings = symbol is IMethodSymbol method ? Meanings(method) : [symbol];
        foreach (var tree in symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } or { IsOverride: true } ? Compilation.SyntaxTrees : TreesOf(symbol))
        {
            var index = NameIndex.Of(tree);
            foreach (var name in meanings.Select(NameInSource).Distinct())
            {
                foreach (var token in index.TokensNamed(name))
                    Add(token, symbol, meanings, result);
            }

            if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
            {
                foreach (var token in index.ImplicitCreations().Concat(index.ConstructorInitializers()))
                    Add(token, symbol, meanings, result);
            }
        }

        return result;
    }

    private static string NameInSource(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => symbol.ContainingType.Name,
        IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
        _ => symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1),
    };

    private static IEnumerable<SyntaxNode> ScopesOf(ISymbol symbol)
    {
        if (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
            && constructor.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax))
        {
            // The parameters of a primary constructor are in scope in the whole type.
            return constructor.ContainingType.DeclaringSyntaxReferences.Select(static r => r.GetSyntax());
        }

        return symbol.DeclaringSyntaxReferences.Select(static r => r.GetSyntax().ContainingMember()).OfType<SyntaxNode>().Distinct();
    }

    private void Add(SyntaxToken token, ISymbol symbol, IReadOnlyList<ISymbol> meanings, List<IOperation> result)
    {
        if (token.Parent is not { } node || ReferenceAt(node) is not { } operation)
            return;
        // call() of a delegate: the name is the delegate's, not the method's.
        if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } @delegate } && symbol is not IMethodSymbol)
            operation = @delegate;
        ISymbol? named = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field.OriginalDefinition,
            IPropertyReferenceOperation property => property.Property.OriginalDefinition,
            IEventReferenceOperation @event => @event.Event.OriginalDefinition,
            IInvocationOperation invocation => Definition(invocation.TargetMethod),
            IMethodReferenceOperation method => Definition(method.Method),
            IObjectCreationOperation { Constructor: { } constructor } => constructor.OriginalDefinition,
            _ => null,
        };
        if (named is null)
            return;
        if (symbol is IParameterSymbol wanted && named is IParameterSymbol found)
        {
            if (wanted.Ordinal == found.Ordinal && SymbolEqualityComparer.Default.Equals(wanted.ContainingSymbol.OriginalDefinition, found.ContainingSymbol.OriginalDefinition))
                result.Add(operation);
            return;
        }

        foreach (var meaning in meanings)
        {
            if (SymbolEqualityComparer.Default.Equals(meaning, named))
            {
                result.Add(operation);
                return;
            }
        }
    }

    /// <summary>The operation of the reference whose name is this node: of the whole member access, call or creation.</summary>
    private IOperation? ReferenceAt(SyntaxNode node)
    {
        if (node is VariableDeclaratorSyntax or ParameterSyntax or MemberDeclarationSyntax or SingleVariableDesignationSyntax or LocalFunctionStatementSyntax)
            return null;
        var current = node;
        while (true)
        {
            switch (current.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Name == current:
                case MemberBindingExpressionSyntax:
                case QualifiedNameSyntax qualified when qualified.Right == current:
                case AliasQualifiedNameSyntax:
                case InvocationExpressionSyntax invocation when invocation.Expression == current:
                case ObjectCreationExpressionSyntax creation when creation.Type == current:
                case PrimaryConstructorBaseTypeSyntax baseType when baseType.Type == current:
                    current = current.Parent;
                    continue;
            }

            break;
        }

        var operation = OperationAt(current);
        return operation is IExpressionStatementOperation statement ? statement.Operation : operation;
    }

    private IReadOnlyList<ISymbol> Meanings(IMethodSymbol method)
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
