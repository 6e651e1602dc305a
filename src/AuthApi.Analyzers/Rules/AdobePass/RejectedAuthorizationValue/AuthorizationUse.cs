using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.RejectedAuthorizationValue;

/// <summary>A call of <c>System.Net.Http.Headers</c> that takes an <c>Authorization</c> value, or parts of one.</summary>
/// <param name="Operation">The call or creation.</param>
/// <param name="Method">The method; <c>.ctor</c> for a creation.</param>
/// <param name="Scheme">The scheme, or the whole value.</param>
/// <param name="Parameter">The second argument of a constructor; null otherwise.</param>
internal sealed record AuthorizationUse(IOperation Operation, string Method, IOperation Scheme, IOperation? Parameter)
{
    public bool IsAdd => Method == "Add";

    public bool IsCreation => Method == WellKnownMemberNames.InstanceConstructorName;

    /// <summary>The use at an operation; null for any other.</summary>
    public static AuthorizationUse? At(IOperation operation, ProgramModel program) => operation switch
    {
        IObjectCreationOperation { Type: { } type, Arguments: [var scheme, ..] } creation when IsHeaderValue(type) =>
            new(operation, WellKnownMemberNames.InstanceConstructorName, scheme.Value, creation.Arguments.Length == 1 ? null : creation.Arguments[1].Value),
        IInvocationOperation { TargetMethod: { Name: "Parse" or "TryParse", ContainingType: { } type }, Arguments: [var text, ..] } call when IsHeaderValue(type) =>
            new(operation, call.TargetMethod.Name, text.Value, null),
        IInvocationOperation { TargetMethod: { Name: "Add" or "TryAddWithoutValidation", ContainingType: { Name: "HttpHeaders" } type }, Arguments: [var name, var value] } call
            when IsOfHeaders(type) && program.TextsOf(new Site(name.Value, null)).Any(static t => string.Equals(t.ToString(), "Authorization", StringComparison.OrdinalIgnoreCase)) =>
            new(operation, call.TargetMethod.Name, Single(value.Value), null),
        _ => null,
    };

    /// <summary>What .NET does not take, or sends in another form than was meant.</summary>
    public AuthorizationFault? Fault(ProgramModel program)
    {
        var schemes = program.TextsOf(new Site(Scheme, null));
        if (!IsCreation)
            return AuthorizationFaults.OfWhole(schemes, isChecked: Method != "TryAddWithoutValidation");
        if (Parameter is null || Parameter.IsNull())
            return AuthorizationFaults.OfScheme(schemes);
        return AuthorizationFaults.OfParts(schemes, program.TextsOf(new Site(Parameter, null)));
    }

    /// <summary>Whether the program expects the failure: a test of it, a handler for it, a way out for a value that cannot be parsed.</summary>
    public bool IsExpected()
    {
        var syntax = Operation.Syntax;
        foreach (var ancestor in syntax.Ancestors().TakeWhile(static n => n is not MemberDeclarationSyntax))
        {
            if (ancestor is TryStatementSyntax attempt && attempt.Block.Span.Contains(syntax.Span) && attempt.Catches.Any(static c => c.Declaration?.Type.ToString().EndsWith("FormatException", StringComparison.Ordinal) == true)
                || ancestor is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && name.StartsWith("Throw", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Method == "TryParse" && syntax.ContainingMember()?.DescendantNodes().OfType<SimpleNameSyntax>().Any(static n => n.Identifier.ValueText == "TryAddWithoutValidation") == true;
    }

    /// <summary>The only element of <c>new[] { value }</c>.</summary>
    private static IOperation Single(IOperation value) =>
        value.Unwrap() is IArrayCreationOperation { Initializer.ElementValues: [var only] } ? only : value;

    private static bool IsHeaderValue(ITypeSymbol type) => type.Name == "AuthenticationHeaderValue" && IsOfHeaders(type);

    private static bool IsOfHeaders(ITypeSymbol type) => type.ContainingNamespace.ToDisplayString() == "System.Net.Http.Headers";
}
