using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// Where a symbol is used in the compilation. A name is looked up in the text, then among the tokens, then by what its syntax can
/// mean; only what is left is bound, once for all symbols that share the name.
/// </summary>
internal sealed class SymbolReferences(ProgramModel program)
{
    private readonly ConcurrentDictionary<(ISymbol Symbol, Use Use), IReadOnlyList<IOperation>> found = new(new SymbolAndUseComparer());
    private readonly ConcurrentDictionary<(string Name, Use Use, SyntaxTree? Tree), ILookup<ISymbol, IOperation>> named = new();
    private readonly ConcurrentDictionary<int, ILookup<ISymbol, IOperation>> unnamed = new();
    private readonly Lazy<ILookup<int, SyntaxToken>> unnamedCreations = new(() => program.Compilation.SyntaxTrees
        .Select(NameIndex.Of).SelectMany(static i => i.ImplicitCreations().Concat(i.ConstructorInitializers())).ToLookup(static t => ArgumentCount(t)));

    /// <summary>What a reference has to be, as far as syntax tells.</summary>
    private enum Use
    {
        Any,
        Write,
        Creation,
    }

    public IReadOnlyList<IOperation> To(ISymbol symbol) => Find(symbol, symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? Use.Creation : Use.Any);

    /// <summary>The references that stand where a value is assigned; a program writes a member far less often than it reads it.</summary>
    public IReadOnlyList<IOperation> WritesTo(ISymbol symbol) => Find(symbol, Use.Write);

    private IReadOnlyList<IOperation> Find(ISymbol symbol, Use use) =>
        found.GetOrAdd((symbol is IMethodSymbol method ? ProgramModel.Definition(method) : symbol.OriginalDefinition, use), key => key.Symbol switch
        {
            ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => InScope(key.Symbol, use),
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => Named(constructor, constructor, use).Concat(Unnamed(constructor)).ToList(),
            IMethodSymbol ordinary => ProgramModel.Meanings(ordinary).SelectMany(m => Named(m, ordinary, use)).ToList(),
            _ => Named(key.Symbol, key.Symbol, use).ToList(),
        });

    private List<IOperation> InScope(ISymbol symbol, Use use)
    {
        var result = new List<IOperation>();
        foreach (var token in ScopesOf(symbol).SelectMany(static s => s.DescendantTokens()))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == symbol.Name && CanBe(token, use) && Bind(token) is var (operation, meant) && IsSame(symbol, meant))
                result.Add(operation);
        }

        return result;
    }

    /// <summary>The references that spell the name of the symbol or of the member it stands for; those of a private one are in the files of its type.</summary>
    private IEnumerable<IOperation> Named(ISymbol meaning, ISymbol symbol, Use use)
    {
        var name = ProgramModel.NameInSource(meaning);
        if (symbol.DeclaredAccessibility != Accessibility.Private || symbol.IsOverride || use == Use.Creation || symbol.ContainingType is not { } container)
            return Lookup(name, use, null)[meaning];
        return container.DeclaringSyntaxReferences.Select(static r => r.SyntaxTree).Distinct().SelectMany(t => Lookup(name, use, t)[meaning]);
    }

    private ILookup<ISymbol, IOperation> Lookup(string name, Use use, SyntaxTree? only) => named.GetOrAdd((name, use, only), key =>
    {
        var trees = key.Tree is { } tree ? [tree] : program.Compilation.SyntaxTrees;
        return Bound(trees.SelectMany(t => NameIndex.Of(t).TokensNamed(key.Name)).Where(t => CanBe(t, key.Use)));
    });

    /// <summary><c>new(…)</c>, <c>base(…)</c> and <c>this(…)</c>, which spell no type name, with a number of arguments that the constructor takes.</summary>
    private IEnumerable<IOperation> Unnamed(IMethodSymbol constructor)
    {
        var most = constructor.Parameters is [.., { IsParams: true }] ? int.MaxValue : constructor.Parameters.Length;
        var least = constructor.Parameters.Count(static p => !p.IsOptional && !p.IsParams);
        return unnamedCreations.Value
            .Where(group => group.Key >= least && group.Key <= most)
            .SelectMany(group => unnamed.GetOrAdd(group.Key, _ => Bound(group))[constructor]);
    }

    private ILookup<ISymbol, IOperation> Bound(IEnumerable<SyntaxToken> tokens) =>
        tokens.Select(Bind).Where(static r => r is not null).ToLookup(static r => r!.Value.Symbol, static r => r!.Value.Operation, SymbolEqualityComparer.Default);

    private static int ArgumentCount(SyntaxToken creation) => creation.Parent switch
    {
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: var count } => count,
        ConstructorInitializerSyntax { ArgumentList.Arguments.Count: var count } => count,
        _ => 0,
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

    /// <summary>What the syntax alone rules out: a declaration, a read, a type's name where nothing is created, any other name where only a type can stand.</summary>
    private static bool CanBe(SyntaxToken token, Use use)
    {
        if (token.Parent is not { } name
            || name is VariableDeclaratorSyntax or ParameterSyntax or MemberDeclarationSyntax or SingleVariableDesignationSyntax or LocalFunctionStatementSyntax)
            return false;
        var whole = Whole(name);
        return use switch
        {
            Use.Creation => whole is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax,
            Use.Write => IsWritten(whole),
            _ => whole is not TypeSyntax type || !SyntaxFacts.IsInTypeOnlyContext(type),
        };
    }

    /// <summary>Whether a value may be assigned here: the target of an assignment, an element of a deconstruction, an argument by reference.</summary>
    private static bool IsWritten(SyntaxNode whole)
    {
        while (whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
            whole = whole.Parent;
        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            _ => false,
        };
    }

    /// <summary>The member access, call or creation whose name is this node.</summary>
    private static SyntaxNode Whole(SyntaxNode name)
    {
        var current = name;
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
                default:
                    return current;
            }
        }
    }

    private (IOperation Operation, ISymbol Symbol)? Bind(SyntaxToken token)
    {
        var operation = program.OperationAt(Whole(token.Parent!));
        if (operation is IExpressionStatementOperation statement)
            operation = statement.Operation;
        // call() of a delegate: the name is the delegate's, not the method's.
        if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } @delegate } && @delegate.Syntax.Span.Contains(token.Span))
            operation = @delegate;
        ISymbol? named = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field.OriginalDefinition,
            IPropertyReferenceOperation property => property.Property.OriginalDefinition,
            IEventReferenceOperation @event => @event.Event.OriginalDefinition,
            IInvocationOperation invocation => ProgramModel.Definition(invocation.TargetMethod),
            IMethodReferenceOperation method => ProgramModel.Definition(method.Method),
            IObjectCreationOperation { Constructor: { } constructor } => constructor.OriginalDefinition,
            _ => null,
        };
        return named is null ? null : (operation!, named);
    }

    private static bool IsSame(ISymbol wanted, ISymbol found) =>
        wanted is IParameterSymbol parameter && found is IParameterSymbol other
            ? parameter.Ordinal == other.Ordinal && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, other.ContainingSymbol.OriginalDefinition)
            : SymbolEqualityComparer.Default.Equals(wanted, found);

    private sealed class SymbolAndUseComparer : IEqualityComparer<(ISymbol Symbol, Use Use)>
    {
        public bool Equals((ISymbol Symbol, Use Use) x, (ISymbol Symbol, Use Use) y) => x.Use == y.Use && SymbolEqualityComparer.Default.Equals(x.Symbol, y.Symbol);

        public int GetHashCode((ISymbol Symbol, Use Use) pair) => SymbolEqualityComparer.Default.GetHashCode(pair.Symbol) * 3 + (int)pair.Use;
    }
}
