using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.Rules.AdobePass.RejectedAuthorizationValue;

/// <summary>The smallest change that .NET accepts and that sends what was meant; none where that cannot be told.</summary>
internal static class RejectedValueEdits
{
    private const string Unvalidated = "Add the header without validation";
    private const string HeaderValueType = "System.Net.Http.Headers.AuthenticationHeaderValue";

    public static SourceEdits? Of(AuthorizationUse use, AuthorizationFault fault)
    {
        var syntax = use.Operation.Syntax;
        var scheme = use.Scheme.Unwrap().Syntax as ExpressionSyntax;
        var parameter = use.Parameter?.Unwrap().Syntax as ExpressionSyntax;
        switch (fault)
        {
            case AuthorizationFault.SignedRejected when use.IsAdd:
                return syntax is InvocationExpressionSyntax { Expression: var called } && NameOf(called) is { } name
                    ? new SourceEdits(Unvalidated).Replace(name, "TryAddWithoutValidation")
                    : syntax is InitializerExpressionSyntax { Expressions: [_, var added] } ? InitializedHeader.MovedOut(syntax, added, new SourceEdits(Unvalidated)) : null;
            case AuthorizationFault.SignedRejected:
                return WithoutValidation(syntax, scheme);
            case AuthorizationFault.SignedAfterScheme:
                return WithoutValidation(syntax, parameter);
            case AuthorizationFault.BearerTwice when parameter is not null:
                return AfterBearer(parameter) is { } token
                    ? new SourceEdits("Pass the token without 'Bearer'").Replace(parameter, token)
                    : new SourceEdits("Parse the whole value").Replace(syntax, $"AuthenticationHeaderValue.Parse({parameter})").Using(HeaderValueType);
            case AuthorizationFault.BlankInScheme when scheme is not null:
                if (parameter is not null)
                {
                    return scheme is LiteralExpressionSyntax { Token.Value: string word } && word.Trim().Length > 0 && word.Trim().IndexOf(' ') < 0
                        ? new SourceEdits("Pass scheme and token as two arguments").Replace(scheme, SymbolDisplay.FormatLiteral(word.Trim(), quote: true))
                        : null;
                }

                return AfterBearer(scheme) is { } rest
                    ? new SourceEdits("Pass scheme and token as two arguments").Replace(scheme, $"\"Bearer\", {rest}")
                    : new SourceEdits("Parse the whole value").Replace(syntax, $"AuthenticationHeaderValue.Parse({scheme})").Using(HeaderValueType);
            case AuthorizationFault.TokenAsScheme when scheme is not null:
                if (use.IsCreation)
                    return new SourceEdits("Send the token after 'Bearer'").InsertBefore(scheme, "\"Bearer\", ");
                return Headers(syntax) is { } headers
                    ? new SourceEdits("Send the token after 'Bearer'").Replace(syntax, $"{headers}.Authorization = new AuthenticationHeaderValue(\"Bearer\", {scheme})").Using(HeaderValueType)
                    : null;
            default:
                return null;
        }
    }

    /// <summary><c>headers.Authorization = …</c> becomes <c>headers.TryAddWithoutValidation("Authorization", text)</c>.</summary>
    private static SourceEdits? WithoutValidation(Microsoft.CodeAnalysis.SyntaxNode value, ExpressionSyntax? text) =>
        text is not null && value.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Parent: InitializerExpressionSyntax } initialized
        ? InitializedHeader.MovedOut(initialized, text, new SourceEdits(Unvalidated))
        : text is not null
        && value.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Authorization", Expression: var headers }, Parent: ExpressionStatementSyntax } assignment
        && assignment.Right == value
            ? new SourceEdits(Unvalidated).Replace(assignment, $"{headers}.TryAddWithoutValidation(\"Authorization\", {text})")
            : null;

    private static SimpleNameSyntax? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    /// <summary>The headers on which a statement adds the token.</summary>
    private static ExpressionSyntax? Headers(Microsoft.CodeAnalysis.SyntaxNode call) =>
        call is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Headers" or "DefaultRequestHeaders" } headers } } ? headers : null;

    /// <summary>What follows the word in <c>"Bearer " + token</c> or <c>$"Bearer {token}"</c>; null for any other form.</summary>
    private static string? AfterBearer(ExpressionSyntax value)
    {
        switch (value)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: LiteralExpressionSyntax { Token.Value: string word }, Right: var right } when IsBearer(word):
                return right.ToString();
            case InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax text, InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole] } when IsBearer(text.TextToken.ValueText):
                return hole.Expression.ToString();
            case LiteralExpressionSyntax { Token.Value: string known } when known.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && known.Trim().Length > "Bearer ".Length:
                return SymbolDisplay.FormatLiteral(known.Substring("Bearer ".Length).Trim(), quote: true);
            default:
                return null;
        }
    }

    private static bool IsBearer(string word) => string.Equals(word, "Bearer ", StringComparison.OrdinalIgnoreCase);
}
