using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>The smallest change of the culprit after which the request time is right; null where none is known.</summary>
internal static class SmallestChange
{
    public static Change? Of(Place place) => place.IsShared ? SecondExpression.Of(place) : At(place);

    /// <summary>The change at the culprit itself.</summary>
    public static Change? At(Place place)
    {
        if (place.Culprit is InterpolationSyntax interpolation)
            return InInterpolation(place, interpolation);
        if (place.Culprit is not ExpressionSyntax culprit)
            return null;
        return place.Fault switch
        {
            RequestTimeFault.LocalTime => ToUtc(culprit, place.Model),
            RequestTimeFault.Overflow => Widen(culprit, place.Model),
            RequestTimeFault.Fraction => WithoutFraction(culprit),
            RequestTimeFault.Format => WithoutFormat(culprit, place.Model),
            RequestTimeFault.DateText => InsteadOfDate(culprit, place.Model),
            RequestTimeFault.Constant => InMilliseconds(culprit),
            _ => UnitChange.Of(culprit, place),
        };
    }

    private static Change? InInterpolation(Place place, InterpolationSyntax interpolation) => place.Fault switch
    {
        RequestTimeFault.Fraction => new Change { Title = "Write no fraction" }.Rewrite(
            interpolation, static i => ((InterpolationSyntax)i).WithFormatClause(((InterpolationSyntax)i).FormatClause!.WithFormatStringToken(
                SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, "F0", "F0", default)))),
        RequestTimeFault.Format => new Change { Title = "Write plain digits" }.Rewrite(interpolation, static i => ((InterpolationSyntax)i).WithFormatClause(null)),
        RequestTimeFault.DateText => InsteadOfDate(interpolation.Expression, place.Model)?
            .Rewrite(interpolation, static i => ((InterpolationSyntax)i).WithFormatClause(null)),
        _ => null,
    };

    private static Change? ToUtc(ExpressionSyntax culprit, SemanticModel model)
    {
        var change = new Change { Title = "Use UTC" };
        switch (culprit)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToLocalTime" or "ToUniversalTime", Expression: var time } }:
                return change.Replace(culprit, time);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" } now when model.GetSymbolInfo(now).Symbol is { ContainingType.SpecialType: SpecialType.System_DateTime }:
                return change.Rewrite(now.Name, Named("UtcNow"));
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DateTime" or "LocalDateTime" } face:
                return change.Rewrite(face.Name, Named("UtcDateTime"));
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Ticks" } ticks:
                return change.Rewrite(ticks.Name, Named("UtcTicks"));
            default:
                return Clocks.TypeName(culprit, model) == "DateTime" && Clocks.IsTime(culprit, model)
                    ? change.Replace(culprit, Clocks.Parse(Clocks.Primary(culprit) + ".ToUniversalTime()"))
                    : null;
        }
    }

    private static Change? Widen(ExpressionSyntax culprit, SemanticModel model)
    {
        var change = new Change { Title = "Use 64 bits" };
        switch (culprit)
        {
            case CastExpressionSyntax cast:
                return model.GetTypeInfo(cast.Expression).Type?.SpecialType == SpecialType.System_Int64 && cast.Expression is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax
                    ? Wrappers.Of(cast.Expression).ReplaceByLong(change, cast.Expression, wasLong: true)
                    : change.Rewrite(cast.Type, static t => Wrappers.LongType.WithTriviaFrom(t));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "ToInt32" or "ToUInt32" } name } }:
                return change.Rewrite(name, Named("ToInt64"));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parse", Expression: PredefinedTypeSyntax type } }:
                return change.Rewrite(type, static t => Wrappers.LongType.WithTriviaFrom(t));
            case BinaryExpressionSyntax { Left: CastExpressionSyntax { Type: PredefinedTypeSyntax } left }:
                return change.Rewrite(left.Type, static t => Wrappers.LongType.WithTriviaFrom(t));
            case BinaryExpressionSyntax { Right: LiteralExpressionSyntax right } when right.Token.Value is int:
                return change.Replace(right, Clocks.Parse(right + "L"));
            case BinaryExpressionSyntax binary:
                Wrappers.WrapInLong(change, binary.Left);
                return change;
            default:
                return null;
        }
    }

    private static Change? WithoutFraction(ExpressionSyntax culprit)
    {
        if (culprit is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax format }, ..] })
            return new Change { Title = "Write no fraction" }.Replace(format, Clocks.Parse("\"F0\""));
        return Wrappers.Of(culprit).MakeIntegral(new Change { Title = "Convert to 'long'" });
    }

    private static Change? WithoutFormat(ExpressionSyntax culprit, SemanticModel model)
    {
        var change = new Change { Title = "Write plain digits" };
        switch (culprit)
        {
            case CastExpressionSyntax cast:
                return change.Rewrite(cast.Type, static t => Wrappers.LongType.WithTriviaFrom(t));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: var number }, ArgumentList: { Arguments: [{ Expression: LiteralExpressionSyntax format }, ..] } arguments }:
                return model.GetTypeInfo(number).Type?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64
                    ? change.Rewrite(arguments, static a => ((ArgumentListSyntax)a).WithArguments(((ArgumentListSyntax)a).Arguments.RemoveAt(0)))
                    : change.Replace(format, Clocks.Parse("\"F0\""));
            default:
                return null;
        }
    }

    private static Change? InsteadOfDate(ExpressionSyntax culprit, SemanticModel model)
    {
        var change = new Change { Title = "Send milliseconds" };
        var (date, isText) = culprit is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: var receiver } }
            ? (receiver, culprit.Parent is not InterpolationSyntax)
            : (culprit, false);
        while (date is ParenthesizedExpressionSyntax parenthesized)
            date = parenthesized.Expression;
        if (Clocks.TypeName(date, model) is "TimeSpan" or "Duration")
        {
            var cast = $"(long){(date is BinaryExpressionSyntax ? $"({date})" : Clocks.Primary(date))}.TotalMilliseconds";
            var whole = culprit.Parent is ParenthesizedExpressionSyntax outer && !isText ? outer : culprit;
            return change.Replace(whole, Clocks.Parse(isText ? $"({cast}).ToString()" : cast));
        }

        var milliseconds = Clocks.MillisecondsOfClockIn(date, model) ?? (Clocks.IsTime(date, model) ? Clocks.Milliseconds(date, model) : null);
        return milliseconds is null ? null : change.Replace(culprit, isText ? Clocks.Parse(milliseconds + ".ToString()") : milliseconds);
    }

    private static Change? InMilliseconds(ExpressionSyntax culprit) => culprit is LiteralExpressionSyntax { Token.Value: int or long or uint } number
        ? new Change { Title = "Append three zeros" }.Replace(number, Clocks.Parse(number.Token.Text.TrimEnd('L', 'l', 'u', 'U') + "000"))
        : culprit is LiteralExpressionSyntax { Token: { Value: string text, ValueText.Length: 10 } } && text.All(char.IsDigit)
        ? new Change { Title = "Append three zeros" }.Replace(culprit, Clocks.Parse($"\"{text}000\""))
        : null;

    internal static Func<SyntaxNode, SyntaxNode> Named(string name) => node => SyntaxFactory.IdentifierName(name).WithTriviaFrom(node);
}
