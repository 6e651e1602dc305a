using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;

/// <summary>What the program already has for failed responses: methods that check them, exceptions, results.</summary>
internal sealed class OwnMembers(SemanticModel model, int position, VipModel vip, ITypeSymbol valueType, CheckWriter writer)
{
    private readonly Compilation compilation = model.Compilation;
    private readonly ISymbol? within = model.GetEnclosingSymbol(position);

    private INamedTypeSymbol? Type => within?.ContainingType ?? within as INamedTypeSymbol;

    /// <summary>Calls of methods that take the response, or a part of it, examine the code and return nothing, or what they are given; the most used first.</summary>
    public IEnumerable<(string Statement, string Name)> Checks(string value, CancellationToken cancellationToken)
    {
        var program = ProgramModel.For(compilation);
        var found = new List<(string Statement, string Name, int Uses)>();
        foreach (var method in compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Member, cancellationToken).OfType<IMethodSymbol>())
        {
            if (!(method.ReturnsVoid || HandsBack(method)) || method.MethodKind != MethodKind.Ordinary || method.Parameters.Length > 1 || Encloses(method) || CallOf(method, value) is not { } call
                || !vip.Examines(method, SymbolNames.Empty))
            {
                continue;
            }

            found.Add((call + ";", method.Name, program.CallsOf(method).Count()));
        }

        return found.OrderByDescending(static f => f.Uses).ThenBy(static f => f.Statement, StringComparer.Ordinal).Select(static f => (f.Statement, f.Name)).Take(2);
    }

    /// <summary>A check in a chain of calls: what it is given comes back.</summary>
    private static bool HandsBack(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ReturnType, method.Parameters.FirstOrDefault()?.Type ?? method.ContainingType);

    /// <summary>The creation of the exception to throw: of the program's own for VIP where there is one.</summary>
    public string Exception(string value, CancellationToken cancellationToken)
    {
        foreach (var type in compilation.GetSymbolsWithName(static n => n.EndsWith("Exception", StringComparison.Ordinal), SymbolFilter.Type, cancellationToken).OfType<INamedTypeSymbol>())
        {
            if (!IsException(type) || type.IsAbstract || type.IsGenericType || !IsAccessible(type))
                continue;
            var isVip = type.Name.IndexOf("Vip", StringComparison.OrdinalIgnoreCase) >= 0 || type.Name.IndexOf("ReasonCode", StringComparison.OrdinalIgnoreCase) >= 0;
            foreach (var constructor in type.InstanceConstructors.Where(IsAccessible).OrderByDescending(static c => c.Parameters.Length))
            {
                if ((isVip || constructor.Parameters.Any(static p => p.Name.Equals("reasonCode", StringComparison.OrdinalIgnoreCase))) && Arguments(constructor, value) is { } arguments)
                    return $"new {Templates.FullName(type)}({arguments})";
            }
        }

        return $"new global::System.InvalidOperationException({writer.Sentence(value)})";
    }

    /// <summary>What to return where a failure is a value: <c>false</c>, or the failed result that the result type makes; null when neither is known.</summary>
    public string? FailedResult(IMethodSymbol? function, string value)
    {
        var result = function?.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var inner] } ? inner : function?.ReturnType;
        if (result is null or ITypeParameterSymbol)
            return null;
        if (result.SpecialType == SpecialType.System_Boolean)
            return "false";
        if (result is not INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } own || vip.ResponseOf(own) is not null)
            return null;
        foreach (var member in own.GetMembers())
        {
            if (!member.IsStatic || !IsFailure(member.Name) || !IsAccessible(member))
                continue;
            if (member is IPropertySymbol property && SymbolEqualityComparer.Default.Equals(property.Type, own))
                return $"{Templates.FullName(own)}.{member.Name}";
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false } method && SymbolEqualityComparer.Default.Equals(method.ReturnType, own) && Arguments(method, value) is { } arguments)
                return $"{Templates.FullName(own)}.{member.Name}({arguments})";
        }

        return null;

        static bool IsFailure(string name) => name is "Fail" or "Failed" or "Failure" or "Error" or "Denied" or "Rejected" or "Refused" or "Invalid" or "Unsuccessful";
    }

    private string? CallOf(IMethodSymbol method, string value)
    {
        if (!IsAccessible(method))
            return null;
        if (method.Parameters.Length == 0)
        {
            return method.IsStatic ? null
                : writer.PartOfType(value, t => Converts(t, method.ContainingType) && vip.ResponseOf(method.ContainingType) is not null | vip.StatusOf(method.ContainingType) is not null, valueType) is { } receiver
                    ? $"{receiver}.{method.Name}()"
                    : null;
        }

        var parameter = method.Parameters[0];
        if (parameter.RefKind != RefKind.None || vip.ResponseOf(parameter.Type) is null && vip.StatusOf(parameter.Type) is null
            || method.IsGenericMethod && parameter.Type is not ITypeParameterSymbol || writer.PartOfType(value, t => Converts(t, parameter.Type), valueType) is not { } argument)
        {
            return null;
        }

        if (method.IsExtensionMethod)
            return $"{argument}.{method.Name}()";
        if (Type is { } type && Inherits(type, method.ContainingType))
            return method.IsStatic || within is { IsStatic: false } ? $"{method.Name}({argument})" : null;
        return method.IsStatic && !method.ContainingType.IsGenericType ? $"{Templates.FullName(method.ContainingType)}.{method.Name}({argument})" : null;
    }

    /// <summary>What fits the parameters by their names and types; null when something is left over.</summary>
    private string? Arguments(IMethodSymbol method, string value)
    {
        var arguments = new List<string>();
        var texts = method.Parameters.Count(static p => p.Type.SpecialType == SpecialType.System_String && !p.IsOptional);
        foreach (var parameter in method.Parameters)
        {
            if (parameter.IsOptional)
                break;
            if (ArgumentFor(parameter, texts, value) is not { } argument)
                return null;
            arguments.Add(argument);
        }

        return arguments.Count == 0 && method.MethodKind == MethodKind.Constructor ? null : string.Join(", ", arguments);
    }

    private string? ArgumentFor(IParameterSymbol parameter, int texts, string value)
    {
        var demandsText = parameter.NullableAnnotation == NullableAnnotation.NotAnnotated;
        if (parameter.Type.SpecialType == SpecialType.System_String)
        {
            if (parameter.Name.IndexOf("code", StringComparison.OrdinalIgnoreCase) >= 0)
                return writer.CodeText(value) + (writer.CodeMayBeNull && demandsText ? " ?? \"\"" : "");
            if (texts == 1)
                return writer.Sentence(value);
            if (parameter.Name.IndexOf("message", StringComparison.OrdinalIgnoreCase) < 0 && parameter.Name.IndexOf("text", StringComparison.OrdinalIgnoreCase) < 0
                && parameter.Name.IndexOf("reason", StringComparison.OrdinalIgnoreCase) < 0 && parameter.Name.IndexOf("detail", StringComparison.OrdinalIgnoreCase) < 0)
                return null;
            return writer.Message(value) is { } message ? message + (writer.MessageMayBeNull && demandsText ? " ?? \"\"" : "") : "\"\"";
        }

        return vip.ResponseOf(parameter.Type) is not null || vip.StatusOf(parameter.Type) is not null
            ? writer.PartOfType(value, t => Converts(t, parameter.Type), valueType)
            : null;
    }


    private bool Converts(ITypeSymbol from, ITypeSymbol to) =>
        to is ITypeParameterSymbol parameter
            ? parameter.ConstraintTypes.All(c => Converts(from, c)) && parameter.ConstraintTypes.Length > 0
            : compilation.ClassifyCommonConversion(from.WithNullableAnnotation(NullableAnnotation.None), to) is { IsImplicit: true, IsUserDefined: false };

    private bool Encloses(IMethodSymbol method)
    {
        for (var symbol = within; symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, method))
                return true;
        }

        return false;
    }

    private bool IsAccessible(ISymbol symbol) => compilation.IsSymbolAccessibleWithin(symbol, Type ?? (ISymbol)compilation.Assembly);

    private static bool Inherits(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, from.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static bool IsException(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception", ContainingNamespace.Name: "System" })
                return true;
        }

        return false;
    }
}
