using AuthApi.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>A member that is still to be written by the user: how it is read, and its declaration, which throws.</summary>
internal sealed record OpenMember(string Name, string Declaration);

/// <summary>What a signed header needs and the program may have: the key pair and the requestor id.</summary>
internal static class Secrets
{
    public static readonly IReadOnlyList<string> PublicKey = ["publickey", "adobepublickey", "adobepasspublickey"];
    public static readonly IReadOnlyList<string> SecretKey = ["secretkey", "privatekey", "secret", "sharedsecret", "adobesecretkey", "adobepasssecretkey", "signingkey"];
    public static readonly IReadOnlyList<string> Requestor = ["requestorid", "requestor", "adoberequestorid"];

    /// <summary>A text member of the type with one of these names (see <see cref="Variable.PlainName"/>), or one of an options object that it has.</summary>
    public static Variable? Known(Scope scope, IReadOnlyList<string> names)
    {
        if (scope.IsTopLevel)
            return null;
        foreach (var variable in scope.Members)
        {
            if (variable.Type.SpecialType == SpecialType.System_String && names.Contains(variable.PlainName))
                return variable;
            var (expression, type) = variable.Type is INamedTypeSymbol { Name: "IOptions" or "IOptionsSnapshot", TypeArguments: [var options] }
                ? (variable.Expression + ".Value", options)
                : (variable.Expression, variable.Type);
            if (type.SpecialType != SpecialType.None || type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
                continue;
            if (type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => p is { IsStatic: false, Type.SpecialType: SpecialType.System_String, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }
                && names.Contains(Scope.Plain(p.Name))) is { } property)
            {
                return new(expression + "." + property.Name, variable.Symbol, property.Type);
            }
        }

        return null;
    }

    /// <summary>A new member for what the program does not have; a local function among top-level statements.</summary>
    /// <param name="scope">Where it will be read.</param>
    /// <param name="name">Its name, if that is free.</param>
    /// <param name="what">What is to be filled in.</param>
    public static OpenMember Open(Scope scope, string name, string what)
    {
        var open = $"throw new global::System.NotImplementedException(\"{what}\");";
        if (scope.IsTopLevel)
        {
            name = scope.FreeName("Get" + name, "GetAdobe" + name);
            return new(name + "()", $"static string {name}() => {open}");
        }

        name = scope.FreeName(name, "Adobe" + name);
        return new(name, $"private static string {name} => {open}");
    }
}
