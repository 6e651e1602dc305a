using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.InvalidTemporaryPassword;

/// <summary>An expiration that certainly lies outside of the allowed days.</summary>
/// <param name="Place">Where to point.</param>
/// <param name="IsPast">Not later than now; too far ahead otherwise.</param>
/// <param name="Fix">Puts it a day below the limit; null for a time in the past, whose author meant something else.</param>
internal sealed record WrongExpiration(SyntaxNode Place, bool IsPast, SourceEdits? Fix)
{
    /// <summary>The wrong ones among the alternatives that the value writes out.</summary>
    public static IEnumerable<WrongExpiration> In(RequestField field, int limit, ProgramModel program)
    {
        if (field.Part is { } part)
        {
            if (part.Pieces is [var piece] && Of(piece.IsHole ? piece.Source : field.Value, piece.Literal, limit, program) is { } inText)
                yield return inText with { Place = field.Value.Syntax.Span.Contains(inText.Place.Span) ? inText.Place : field.Value.Syntax, Fix = null };
            yield break;
        }

        foreach (var leaf in Leaves(field.Value.Operation))
        {
            if (Of(field.Value.With(leaf), null, limit, program) is { } wrong)
                yield return wrong;
        }
    }

    private static IEnumerable<IOperation> Leaves(IOperation value)
    {
        value = value.Unwrap();
        return value switch
        {
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => Leaves(conditional.WhenTrue).Concat(Leaves(whenFalse)),
            ICoalesceOperation coalesce => Leaves(coalesce.Value).Concat(Leaves(coalesce.WhenNull)),
            ISwitchExpressionOperation @switch => @switch.Arms.SelectMany(static a => Leaves(a.Value)),
            _ => [value],
        };
    }

    private static WrongExpiration? Of(Site site, string? text, int limit, ProgramModel program)
    {
        var distances = text is not null ? [Distance.OfText(text)] : new Distances(program).Of(site);
        if (distances.Count == 0 || distances.Any(d => d is null))
            return null;
        var isPast = distances.All(static d => d!.High <= 0);
        var isFar = distances.All(d => d!.Low > limit);
        return isPast || isFar ? new(site.Syntax, isPast, isFar && distances is [{ Amount: { } amount }] ? BelowLimit(amount, limit, program) : null) : null;
    }

    /// <summary>
    /// A day below the limit in place of the amount, in the unit that is written there. The limit itself is refused when the program's clock is ahead of the
    /// service's, or its local time is read as UTC east of Greenwich.
    /// </summary>
    private static SourceEdits? BelowLimit(Amount amount, int limit, ProgramModel program)
    {
        var days = limit - 1;
        var edits = new SourceEdits("Stay a day below the limit of VIP");
        var call = amount.Call;
        if (amount.PerDay is { } perDay)
        {
            // A constant that serves for nothing else is where the time was chosen.
            var written = amount.Argument.Unwrap() is IFieldReferenceOperation { Field: { IsConst: true } or { IsReadOnly: true } } field && program.ReferencesTo(field.Field).Count() == 1
                && field.Field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal } ? literal : amount.Argument.Syntax;
            return edits.Replace(written, (days * perDay).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        // Months and years have no fixed length.
        return call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { } name }, ArgumentList.Arguments: [_] }
            ? edits.Replace(name, "AddDays").Replace(amount.Argument.Syntax, days.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }
}
