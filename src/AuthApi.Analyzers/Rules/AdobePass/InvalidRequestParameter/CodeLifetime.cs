using System.Globalization;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter;

/// <summary><c>ttl</c> of a registration code: seconds, at most 36000. Larger values are mostly milliseconds.</summary>
internal static class CodeLifetime
{
    private const string Name = "ttl";

    public static void Report(AdobePassCall call, AdobePassReport report)
    {
        if (call.Answering.Any(static m => !m.Endpoint.Parameters.Any(static p => p.Name == Name)))
            return;
        foreach (var parameter in call.Url.Query.Where(static p => p.Name == Name))
        {
            var start = parameter.Start + Name.Length + 1;
            if (parameter.Value.Length > 0 && call.Text.Slice(start, parameter.Value.Length) is var value && Number(report.Program, value) is { } seconds)
                Report(call, report, seconds, call.PlaceOf(report.Program, start, parameter.Value.Length), value);
        }

        if (call.Request.Body is not { } body)
            return;
        foreach (var (name, site) in RequestBody.Fields(report.Program, body))
        {
            if (name == Name && report.Program.TextsOf(site) is [var value] && Number(report.Program, value) is { } seconds)
                Report(call, report, seconds, site.Syntax.GetLocation(), value);
        }
    }

    private static void Report(AdobePassCall call, AdobePassReport report, double seconds, Location place, TextValue value)
    {
        if (seconds <= Limits.MaximumTtlSeconds)
            return;
        // Thousandfold of a whole number of seconds, and more than ten minutes: milliseconds.
        var isMilliseconds = seconds >= 600_000 && seconds % 1000 == 0 && seconds / 1000 <= Limits.MaximumTtlSeconds;
        var right = isMilliseconds ? seconds / 1000 : Limits.MaximumTtlSeconds;
        var written = value.ToString();
        var text = right.ToString(CultureInfo.InvariantCulture);
        var fix = value.IsComplete
            ? new SourceEdits(isMilliseconds ? "Write the lifetime in seconds" : "Use the longest lifetime").At(report.Program.PlaceOf(value, 0, written.Length) ?? NumberPlace(value, written), text)
            : null;
        report.At(
            Descriptors.InvalidRequestParameter, place, fix,
            "ttl=" + seconds.ToString(CultureInfo.InvariantCulture),
            $"is above {Limits.MaximumTtlSeconds} seconds (10 hours), so Adobe Pass answers 400",
            isMilliseconds ? $"the unit is seconds, write {text}" : $"write at most {text}");
    }

    // {1800000} in an interpolated string, 1800000.ToString(): a literal that is no text.
    private static Location? NumberPlace(TextValue value, string written) =>
        value.Pieces is [{ Source.Operation: { Syntax: LiteralExpressionSyntax literal } }] && literal.Token.ValueText == written ? literal.GetLocation() : null;

    private static double? Number(ProgramModel program, TextValue value)
    {
        if (value.IsComplete)
            return double.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return value.Pieces is [{ IsHole: true, Source: var source }] ? Duration(program, source) : null;
    }

    /// <summary><c>TimeSpan.FromHours(24).TotalSeconds</c> and the like, through casts and <c>ToString</c>.</summary>
    private static double? Duration(ProgramModel program, Site site)
    {
        var operation = site.Operation.Unwrap();
        if (operation is IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } shown })
            operation = shown.Unwrap();
        if (operation is not IPropertyReferenceOperation { Property: { Name: "TotalSeconds" or "TotalMilliseconds", ContainingType.Name: "TimeSpan" } total, Instance: { } span}
            || program.Origins(site.With(span), out _) is not [{ Operation: IInvocationOperation { TargetMethod: { Name: var unit, ContainingType.Name: "TimeSpan" }, Arguments: [{ Value: var argument }, ..] } }]
            || argument.Unwrap() is not { ConstantValue: { HasValue: true, Value: IConvertible amount } })
            return null;
        double? seconds = unit switch
        {
            "FromDays" => 86400,
            "FromHours" => 3600,
            "FromMinutes" => 60,
            "FromSeconds" => 1,
            "FromMilliseconds" => 0.001,
            _ => null,
        };
        return seconds * amount.ToDouble(CultureInfo.InvariantCulture) * (total.Name == "TotalMilliseconds" ? 1000 : 1);
    }
}
