using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Options;

/// <summary>The types and methods that an option lists. Immutable; holds names only, never symbols.</summary>
internal sealed class SymbolNames(IEnumerable<SymbolName> names)
{
    public static readonly SymbolNames Empty = new([]);

    private readonly ILookup<string, SymbolName> _byLastPart = names.ToLookup(name => name.LastPart, StringComparer.Ordinal);

    public bool IsEmpty => _byLastPart.Count == 0;

    /// <summary>Whether the type, a type it derives from or an interface it implements is listed.</summary>
    public bool MatchesType(ITypeSymbol? type)
    {
        if (IsEmpty || type is null)
        {
            return false;
        }

        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Names(current))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(Names);
    }

    /// <summary>
    /// Whether the method is listed: itself, a method that it overrides or implements, or the type that declares it (derived
    /// types included). Extension methods match in both forms of call.
    /// </summary>
    public bool MatchesMethod(IMethodSymbol? method)
    {
        if (IsEmpty || method is null)
        {
            return false;
        }

        method = method.ReducedFrom ?? method;
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (Names(current))
            {
                return true;
            }
        }

        return MatchesType(method.ContainingType) || ImplementsListed(method);
    }

    private bool ImplementsListed(IMethodSymbol method)
    {
        if (method.ContainingType is not { TypeKind: not TypeKind.Interface } type)
        {
            return false;
        }

        foreach (var candidate in type.AllInterfaces)
        {
            foreach (var member in candidate.GetMembers().OfType<IMethodSymbol>())
            {
                if (Names(member) && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Names(ISymbol symbol)
    {
        foreach (var name in _byLastPart[symbol.Name])
        {
            if (name.Matches(symbol.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
