using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>Expressions that give milliseconds, made of the clock that the program uses.</summary>
internal static class Clocks
{
    private const string Call = ".ToUnixTimeMilliseconds()";

    /// <summary><c>DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()</c>, qualified where System is not imported.</summary>
    public static ExpressionSyntax Plain(SemanticModel model, int position) => Parse(OffsetType(model, position) + ".UtcNow" + Call);

    /// <summary>The milliseconds of the first clock inside the expression; null when there is none.</summary>
    public static ExpressionSyntax? MillisecondsOfClockIn(SyntaxNode expression, SemanticModel model)
    {
        foreach (var candidate in expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>())
        {
            if (candidate is not (MemberAccessExpressionSyntax or InvocationExpressionSyntax or IdentifierNameSyntax) || IsName(candidate) || IsEpoch(candidate, model))
                continue;
            // The outermost expression of a type of time that has no such expression as its receiver: the clock itself.
            if (IsTime(candidate, model) && !Receivers(candidate).Any(r => IsTime(r, model)))
                return Milliseconds(candidate, model);
            if (candidate is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetTimestamp", Expression: var provider } } && TypeName(provider, model) == "TimeProvider")
                return Parse(provider + ".GetUtcNow()" + Call);
        }

        return null;
    }

    /// <summary>The milliseconds of a value of a type of time.</summary>
    public static ExpressionSyntax Milliseconds(ExpressionSyntax time, SemanticModel model)
    {
        if (TypeName(time, model) != "DateTime")
            return Parse(Primary(time) + Call);
        return time is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" or "UtcNow" } && model.GetSymbolInfo(time).Symbol is { ContainingType.SpecialType: SpecialType.System_DateTime }
            ? Plain(model, time.SpanStart)
            : Parse($"new {OffsetType(model, time.SpanStart)}({time.WithoutTrivia()}){Call}");
    }

    /// <summary>Whether the expression is a value, not the name, of a type of time.</summary>
    public static bool IsTime(ExpressionSyntax expression, SemanticModel model) =>
        TypeName(expression, model) is "DateTime" or "DateTimeOffset" or "Instant" && model.GetSymbolInfo(expression).Symbol is not ITypeSymbol;

    public static string? TypeName(ExpressionSyntax expression, SemanticModel model) => model.GetTypeInfo(expression).Type?.Name;

    public static ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text);

    public static string Primary(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax or InvocationExpressionSyntax or IdentifierNameSyntax or ParenthesizedExpressionSyntax or BaseObjectCreationExpressionSyntax or LiteralExpressionSyntax or ElementAccessExpressionSyntax
            ? expression.WithoutTrivia().ToString()
            : $"({expression.WithoutTrivia()})";

    private static IEnumerable<ExpressionSyntax> Receivers(ExpressionSyntax expression)
    {
        var receiver = expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } ? call.Expression : (expression as MemberAccessExpressionSyntax)?.Expression;
        while (receiver is ParenthesizedExpressionSyntax parenthesized)
            receiver = parenthesized.Expression;
        return receiver is null or TypeSyntax and not IdentifierNameSyntax ? [] : [receiver];
    }

    private static bool IsName(ExpressionSyntax expression) =>
        expression.Parent is MemberAccessExpressionSyntax access && access.Name == expression
        || expression.Parent is InvocationExpressionSyntax call && call.Expression == expression;

    private static bool IsEpoch(ExpressionSyntax expression, SemanticModel model) => model.GetSymbolInfo(expression).Symbol switch
    {
        IFieldSymbol { IsStatic: true } => true,
        { IsStatic: true, Name: "UnixEpoch" or "MinValue" or "Epoch" } => true,
        { } symbol => symbol.Name.IndexOf("epoch", StringComparison.OrdinalIgnoreCase) >= 0,
        null => false,
    };

    private static string OffsetType(SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: "DateTimeOffset").Any(static s => s is INamedTypeSymbol { ContainingNamespace.Name: "System" })
            ? "DateTimeOffset"
            : "System.DateTimeOffset";
}
