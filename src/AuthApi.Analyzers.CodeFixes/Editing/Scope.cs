using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Editing;

/// <summary>A local, parameter, field or property that new code at some place can read.</summary>
/// <param name="Expression">How it is read there.</param>
/// <param name="Symbol">What it is.</param>
/// <param name="Type">Its type.</param>
internal sealed record Variable(string Expression, ISymbol Symbol, ITypeSymbol Type)
{
    /// <summary>The name without the prefixes of fields, in lower case: <c>_accessToken</c> is <c>accesstoken</c>.</summary>
    public string PlainName => Scope.Plain(Symbol.Name);
}

/// <summary>What new code at a place can use: variables that are certainly assigned there, the enclosing function and type.</summary>
internal sealed class Scope
{
    private readonly Lazy<IReadOnlyList<Variable>> variables;

    public Scope(SemanticModel model, SyntaxNode place)
    {
        Model = model;
        Place = place;
        Position = place.SpanStart;
        Function = model.GetEnclosingSymbol(Position) as IMethodSymbol;
        for (ISymbol? symbol = model.GetEnclosingSymbol(Position); symbol is not null and not INamedTypeSymbol; symbol = symbol.ContainingSymbol)
        {
            Member = symbol;
            IsStatic |= symbol.IsStatic;
        }

        Type = Member?.ContainingType;
        variables = new(() => Collect().ToList());
    }

    public SemanticModel Model { get; }

    public SyntaxNode Place { get; }

    public int Position { get; }

    /// <summary>The innermost method, accessor, local function or lambda; null in an initializer.</summary>
    public IMethodSymbol? Function { get; }

    /// <summary>The member of the type.</summary>
    public ISymbol? Member { get; }

    public INamedTypeSymbol? Type { get; }

    /// <summary>Whether there is no <c>this</c>.</summary>
    public bool IsStatic { get; }

    /// <summary>Top-level statements: there is no type to add members to, and <c>await</c> is always possible.</summary>
    public bool IsTopLevel => Member is IMethodSymbol { Name: WellKnownMemberNames.TopLevelStatementsEntryPointMethodName };

    /// <summary>Nearest first: locals and parameters, then members of the type and its bases.</summary>
    public IReadOnlyList<Variable> Variables => variables.Value;

    /// <summary>Variables that other members of the type can read too.</summary>
    public IEnumerable<Variable> Members => Variables.Where(static v => v.Symbol is IFieldSymbol or IPropertySymbol || IsPrimary(v.Symbol));

    /// <summary>The cancellation token in scope, as an expression; null when there is none.</summary>
    public string? CancellationToken => Variables.FirstOrDefault(static v => IsCancellationToken(v.Type))?.Expression;

    public LanguageVersion LanguageVersion => ((CSharpParseOptions)Place.SyntaxTree.Options).LanguageVersion;

    /// <summary>Whether locals are declared by <c>var</c> around here.</summary>
    public bool UsesVar
    {
        get
        {
            SyntaxNode around = (SyntaxNode?)Place.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? Place.SyntaxTree.GetRoot();
            var types = around.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().Where(static l => !l.IsConst).Select(static l => l.Declaration.Type).ToList();
            return types.Count == 0 || types.Exists(static t => t.IsVar);
        }
    }

    /// <summary>Whether awaits around here say <c>ConfigureAwait(false)</c>: those of the function, or of the type where the function has none.</summary>
    public bool ConfiguresAwait
    {
        get
        {
            var function = AsyncConversion.FunctionOf(Place) ?? Place.Parent;
            var around = function?.DescendantNodesAndSelf().Any(static n => n is AwaitExpressionSyntax) == true ? function : (SyntaxNode?)Place.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? function;
            return around?.ToString().Contains(".ConfigureAwait(false)") == true;
        }
    }

    public static bool IsCancellationToken(ITypeSymbol? type) => type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    public static string Plain(string name) =>
        (name.Length > 2 && name[1] == '_' && name[0] is 'm' or 's' ? name.Substring(2) : name).Replace("_", "").ToLowerInvariant();

    /// <summary>A name for a new local that means nothing else anywhere in the member.</summary>
    public string FreeName(params string[] names)
    {
        var member = Place.AncestorsAndSelf().FirstOrDefault(static n => n is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);
        var taken = new HashSet<string>((member ?? Place).DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText));
        bool IsFree(string name) => !taken.Contains(name) && Model.LookupSymbols(Position, name: name).All(static s => s is INamespaceOrTypeSymbol or IMethodSymbol);
        return names.FirstOrDefault(IsFree) ?? Enumerable.Range(2, 100).Select(i => names[0] + i).First(IsFree);
    }

    private static bool IsPrimary(ISymbol symbol) =>
        symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
        && constructor.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax);

    private IEnumerable<Variable> Collect()
    {
        var found = new List<Variable>();
        foreach (var symbol in Model.LookupSymbols(Position))
        {
            switch (symbol)
            {
                case ILocalSymbol local when IsAssigned(local):
                    found.Add(new(local.Name, local, local.Type));
                    break;
                case IParameterSymbol { RefKind: not RefKind.Out } parameter when !(IsPrimary(parameter) && IsStatic):
                    found.Add(new(parameter.Name, parameter, parameter.Type));
                    break;
                case IFieldSymbol { IsImplicitlyDeclared: false } field when IsReachable(field):
                    found.Add(new(field.Name, field, field.Type));
                    break;
                case IPropertySymbol { Parameters.IsEmpty: true, GetMethod: not null } property when IsReachable(property):
                    found.Add(new(property.Name, property, property.Type));
                    break;
            }
        }

        // A member is hidden by a local of the same name.
        foreach (var member in Type?.GetMembers().AsEnumerable() ?? [])
        {
            var type = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
            if (type is not null && !member.IsImplicitlyDeclared && IsReachable(member) && !IsStatic && !member.IsStatic
                && found.Exists(v => v.Symbol.Name == member.Name && v.Symbol is ILocalSymbol or IParameterSymbol) && !found.Exists(v => SymbolEqualityComparer.Default.Equals(v.Symbol, member)))
            {
                found.Add(new("this." + member.Name, member, type));
            }
        }

        return found.OrderBy(static v => v.Symbol is ILocalSymbol ? 0 : v.Symbol is IParameterSymbol p && !IsPrimary(p) ? 1 : 2);
    }

    private bool IsReachable(ISymbol member)
    {
        if (member.IsStatic)
            return true;
        for (var type = Type; type is not null && !IsStatic; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType?.OriginalDefinition))
                return true;
        }

        return false;
    }

    private bool IsAssigned(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration || declaration.Span.End > Position)
            return false;
        return declaration is not VariableDeclaratorSyntax { Initializer: null };
    }
}
