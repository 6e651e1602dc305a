using AuthApi.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>Access tokens that the place can read, and objects that it can ask for one.</summary>
internal sealed class TokenCandidates(Scope scope, RequestParts parts)
{
    private static readonly HashSet<string> TokenNames = new(StringComparer.Ordinal)
    {
        "token", "bearer", "bearertoken", "oauthtoken", "authtoken", "authorizationtoken", "dcrtoken", "adobetoken", "adobepasstoken", "accesstoken",
    };

    private static readonly string[] Getters = ["Get", "Fetch", "Obtain", "Acquire", "Request", "Retrieve", "Ensure", "Load", "Create"];

    private readonly bool canAwait = AsyncConversion.CanAwait(scope);

    /// <summary>Providers first: what they hand out is fresh.</summary>
    public IEnumerable<AuthorizationHeader> Find() => Providers().Concat(Tokens(scope));

    public static bool IsTokenName(string name) => Scope.Plain(name) is var plain && (TokenNames.Contains(plain) || plain.EndsWith("accesstoken", StringComparison.Ordinal));

    /// <summary>Tokens that are there, without a call.</summary>
    public static IEnumerable<AuthorizationHeader> Tokens(Scope scope)
    {
        foreach (var variable in scope.Variables)
        {
            if (variable.Type.SpecialType == SpecialType.System_String)
            {
                if (IsTokenName(variable.Symbol.Name))
                    yield return Token(variable.Expression);
                continue;
            }

            if (variable.Type is { Name: "AuthenticationHeaderValue" } && variable.Symbol is ILocalSymbol or IParameterSymbol)
            {
                yield return new($"Send '{variable.Expression}'", AuthorizationHeader.AccessToken, HeaderForm.Value, variable.Expression);
                continue;
            }

            foreach (var (expression, type) in Inside(variable))
            {
                foreach (var property in TokenMembers(type))
                    yield return Token($"{expression}.{property.Name}");
            }
        }
    }

    private static AuthorizationHeader Token(string expression) => new($"Send '{expression}' as bearer token", AuthorizationHeader.AccessToken, HeaderForm.Token, expression);

    /// <summary>The object itself; the value of an <c>IOptions</c>.</summary>
    private static IEnumerable<(string Expression, ITypeSymbol Type)> Inside(Variable variable)
    {
        yield return (variable.Expression, variable.Type);
        if (variable.Type is INamedTypeSymbol { Name: "IOptions" or "IOptionsSnapshot" or "IOptionsMonitor", TypeArguments: [var options] })
            yield return (variable.Expression + (variable.Type.Name == "IOptionsMonitor" ? ".CurrentValue" : ".Value"), options);
    }

    private static IEnumerable<IPropertySymbol> TokenMembers(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
            ? MembersOf(type).OfType<IPropertySymbol>().Where(static p => p is { IsStatic: false, Type.SpecialType: SpecialType.System_String, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, GetMethod: not null }
                && IsTokenName(p.Name))
            : [];

    private IEnumerable<AuthorizationHeader> Providers()
    {
        if (scope.Type is { } own)
        {
            foreach (var method in MembersOf(own).OfType<IMethodSymbol>())
            {
                if ((method.IsStatic || !scope.IsStatic) && !IsSame(method, scope.Member) && IsTokenGetter(method, own: true) && Provider(method, "") is { } header)
                    yield return header;
            }
        }
        else if (scope.IsTopLevel)
        {
            foreach (var local in scope.Model.LookupSymbols(scope.Position).OfType<IMethodSymbol>())
            {
                if (local.MethodKind == MethodKind.LocalFunction && IsTokenGetter(local, own: true) && Provider(local, "") is { } header)
                    yield return header;
            }
        }

        foreach (var variable in scope.Variables)
        {
            if (variable.Type is not INamedTypeSymbol { SpecialType: SpecialType.None } type || SymbolEqualityComparer.Default.Equals(type, scope.Type))
                continue;
            if (type is { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke })
            {
                if (Scope.Plain(variable.Symbol.Name).EndsWith("token", StringComparison.Ordinal) || IsGetterName(variable.Symbol.Name))
                {
                    if (Provider(invoke, "", variable.Expression) is { } header)
                        yield return header;
                }

                continue;
            }

            foreach (var method in MembersOf(type).OfType<IMethodSymbol>())
            {
                if (!method.IsStatic && method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && IsTokenGetter(method, own: false) && Provider(method, variable.Expression + ".") is { } header)
                    yield return header;
            }
        }
    }

    private static bool IsTokenGetter(IMethodSymbol method, bool own)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction) || method.IsGenericMethod)
            return false;
        return IsGetterName(method.Name)
            || !own && method.ContainingType.Name.IndexOf("Token", StringComparison.Ordinal) >= 0 && method.ContainingType.Name.IndexOf("Cancellation", StringComparison.Ordinal) < 0
               && method.Name is "Get" or "GetAsync" or "GetValueAsync" or "GetValue" or "GetCurrentAsync" or "AcquireAsync";
    }

    private static bool IsGetterName(string name)
    {
        var plain = name.TrimStart('_');
        if (plain.EndsWith("Async", StringComparison.Ordinal))
            plain = plain.Substring(0, plain.Length - "Async".Length);
        var getter = Getters.FirstOrDefault(g => plain.StartsWith(g, StringComparison.OrdinalIgnoreCase));
        return getter is not null && IsTokenName(plain.Substring(getter.Length));
    }

    private AuthorizationHeader? Provider(IMethodSymbol method, string receiver, string? name = null)
    {
        if (parts.ArgumentsFor(method) is not { } arguments)
            return null;
        var call = $"{receiver}{name ?? method.Name}({string.Join(", ", arguments)})";
        var isAsync = AsyncConversion.IsTask(method.ReturnType);
        var result = isAsync ? (method.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault() : method.ReturnType;
        var member = result?.SpecialType == SpecialType.System_String ? "" : result is null ? null : TokenMembers(result).FirstOrDefault() is { } property ? "." + property.Name : null;
        if (member is null)
            return null;
        var title = $"Send what '{receiver}{name ?? method.Name}' returns as bearer token";
        if (!isAsync)
            return new(title, AuthorizationHeader.TokenProvider, HeaderForm.Token, call + member);
        if (canAwait)
        {
            var awaited = $"await {call}{Configured()}";
            return new(title, AuthorizationHeader.TokenProvider, HeaderForm.Token, member.Length == 0 ? awaited : $"({awaited}){member}") { IsAsync = true };
        }

        return Blocks() ? new(title, AuthorizationHeader.TokenProvider, HeaderForm.Token, $"{call}.GetAwaiter().GetResult(){member}") : null;
    }

    private string Configured() => scope.ConfiguresAwait ? ".ConfigureAwait(false)" : "";

    /// <summary>Whether the code around here waits for tasks, so that one more does no new harm.</summary>
    private bool Blocks()
    {
        var text = scope.Place.ToString();
        return text.Contains(".GetAwaiter().GetResult()") || text.Contains(".Result") || text.Contains(".Wait(") || text.Contains(".Send(");
    }

    private static bool IsSame(IMethodSymbol method, ISymbol? member) => SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, member?.OriginalDefinition);

    private static IEnumerable<ISymbol> MembersOf(ITypeSymbol type)
    {
        for (var current = type; current is not null && current.SpecialType == SpecialType.None; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
                yield return member;
        }

        foreach (var @interface in type.AllInterfaces.Where(_ => type.TypeKind == TypeKind.Interface))
        {
            foreach (var member in @interface.GetMembers())
                yield return member;
        }
    }
}
