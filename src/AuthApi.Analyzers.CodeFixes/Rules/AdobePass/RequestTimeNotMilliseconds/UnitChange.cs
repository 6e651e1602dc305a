using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>From another unit, epoch or clock to milliseconds since 1970.</summary>
internal static class UnitChange
{
    private static readonly Rational Milliseconds = 1000;

    public static Change? Of(ExpressionSyntax culprit, Place place)
    {
        var wrappers = Wrappers.Of(culprit);
        var wasLong = place.Model.GetTypeInfo(culprit).Type?.SpecialType == SpecialType.System_Int64;
        switch (culprit)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToUnixTimeSeconds" or "ToUnixTimeTicks" } call }:
                return wrappers.ReplaceByLong(
                    new Change { Title = "Use 'ToUnixTimeMilliseconds'" },
                    Clocks.Parse(call.Expression.WithoutLeadingTrivia().ToFullString() + call.OperatorToken.ToFullString() + "ToUnixTimeMilliseconds()"),
                    wasLong);
            case MemberAccessExpressionSyntax total when place.Rate is not null && total.Name.Identifier.ValueText.StartsWith("Total", StringComparison.Ordinal) && IsDuration(total, place.Model):
                return wrappers.MakeIntegral(new Change { Title = "Use 'TotalMilliseconds'" }.Rewrite(total.Name, SmallestChange.Named("TotalMilliseconds")));
            case MemberAccessExpressionSyntax part when place.Fault == RequestTimeFault.Component && IsDuration(part, place.Model):
                return wrappers.MakeIntegral(new Change { Title = "Use 'TotalMilliseconds'" }.Rewrite(part.Name, SmallestChange.Named("TotalMilliseconds")));
            case BinaryExpressionSyntax or AssignmentExpressionSyntax when place.Rate is { } rate && Rescaled(culprit, rate) is { } rescaled:
                return rescaled;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Substring" or "Remove", Expression: var whole } } when place.Rate == Rational.One:
                return new Change { Title = "Keep all digits" }.Replace(culprit, whole);
            case ElementAccessExpressionSyntax slice when place.Rate == Rational.One:
                return new Change { Title = "Keep all digits" }.Replace(culprit, slice.Expression);
            case AssignmentExpressionSyntax:
                return null;
        }

        var milliseconds = Clocks.MillisecondsOfClockIn(culprit, place.Model) ?? Clocks.Plain(place.Model, culprit.SpanStart);
        return wrappers.ReplaceByLong(new Change { Title = $"Use '{milliseconds}'" }, milliseconds, wasLong);
    }

    private static bool IsDuration(MemberAccessExpressionSyntax member, SemanticModel model) =>
        model.GetTypeInfo(member.Expression).Type?.Name is "TimeSpan" or "Duration";

    /// <summary>Another divisor or factor, or none, for the one that gives the wrong unit.</summary>
    private static Change? Rescaled(ExpressionSyntax calculation, Rational rate)
    {
        var (left, right, kind) = calculation switch
        {
            BinaryExpressionSyntax binary => (binary.Left, binary.Right, binary.Kind()),
            AssignmentExpressionSyntax assignment => (assignment.Left, assignment.Right, assignment.Kind()),
            _ => default,
        };
        var isDivision = kind is SyntaxKind.DivideExpression or SyntaxKind.DivideAssignmentExpression;
        if (kind == SyntaxKind.SubtractExpression && rate == TimeSpan.TicksPerSecond)
        {
            return new Change { Title = "Divide by 'TimeSpan.TicksPerMillisecond'" }.Rewrite(calculation, e =>
                Clocks.Parse($"({e.WithoutTrivia()}) / TimeSpan.TicksPerMillisecond").WithTriviaFrom(e));
        }

        if (!isDivision && kind is not (SyntaxKind.MultiplyExpression or SyntaxKind.MultiplyAssignmentExpression))
            return null;
        var (factor, name) = ConstantOf(right);
        if (factor is not { } old)
            return null;
        var wanted = isDivision ? old * rate / Milliseconds : old * Milliseconds / rate;
        if (wanted == Rational.One)
        {
            var dropped = new Change { Title = isDivision ? $"Do not divide by {right}" : $"Do not multiply by {right}" };
            return calculation is BinaryExpressionSyntax ? dropped.Replace(Bare(calculation), left)
                : calculation.Parent is ExpressionStatementSyntax statement ? dropped.Remove(statement)
                : null;
        }

        var text = wanted.ToString();
        if (text.Contains('/'))
            return null;
        var replacement = name is not null && wanted == TimeSpan.TicksPerMillisecond ? "TimeSpan.TicksPerMillisecond" : text;
        return new Change { Title = $"{(isDivision ? "Divide" : "Multiply")} by {replacement}" }.Replace(right, Clocks.Parse(replacement));
    }

    // (x / 1000).ToString() without the division needs no parentheses.
    private static ExpressionSyntax Bare(ExpressionSyntax calculation) =>
        calculation is BinaryExpressionSyntax { Left: InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax } && calculation.Parent is ParenthesizedExpressionSyntax parenthesized
            ? parenthesized
            : calculation;

    private static (Rational? Value, string? Name) ConstantOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => (Rational.FromConstant(literal.Token.Value), null),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => (name switch
        {
            "TicksPerSecond" => TimeSpan.TicksPerSecond,
            "TicksPerMinute" => TimeSpan.TicksPerMinute,
            "TicksPerHour" => TimeSpan.TicksPerHour,
            "TicksPerDay" => TimeSpan.TicksPerDay,
            "TicksPerMicrosecond" => 10,
            _ => default(Rational?),
        }, name),
        _ => (null, null),
    };
}
