using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter;

/// <summary>
/// <c>redirect_url</c> of the authentication page: percent-encoded, and the last parameter. The URL is for a browser, so the text itself is
/// looked at wherever it is written, not a request.
/// </summary>
internal static class RedirectAddress
{
    private const string Name = "redirect_url";

    public static void Report(OperationAnalysisContext context, ProgramModel program)
    {
        if (context.Operation.ConstantText() is not { } literal || literal.IndexOf(Name + "=", StringComparison.Ordinal) < 0
            || program.OperationAt(context.Operation.Syntax) is not { } own)
            return;
        var whole = own;
        while (whole.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInterpolatedStringOperation or IInterpolatedStringTextOperation or IParenthesizedOperation)
            whole = whole.Parent;
        whole = Collected(program, whole);
        var options = AuthApiOptions.For(context.Options, context.Operation.Syntax.SyntaxTree);
        if (program.TextsOf(new Site(whole, null)) is not [var text])
            return;
        var url = ServiceUrl.Parse(text.ToString());
        if (!Anchors.IsRequest(url, options.AdobePassHosts.Contains) || Endpoints.Match(url) is not { Count: > 0 } matches
            || !matches.All(static m => m.Endpoint.Parameters.Any(static p => p.Name == Name)))
            return;
        var index = url.Query.ToList().FindIndex(static p => p.Name == Name);
        if (index < 0)
            return;
        var parameter = url.Query[index];
        var place = program.PlaceOf(text, parameter.Start, Name.Length) ?? context.Operation.Syntax.GetLocation();
        if (place.SourceTree != context.Operation.Syntax.SyntaxTree || !context.Operation.Syntax.Span.Contains(place.SourceSpan))
            return;
        var value = text.Slice(parameter.Start + Name.Length + 1, parameter.Value.Length);
        if (index < url.Query.Count - 1)
        {
            Report(context, place, MovedToEnd(program, whole, text, parameter, url), "is followed by other parameters, which Adobe Pass takes for a part of the address and answers 400", "make it the last parameter");
        }
        else if (IsRaw(program, value, Operand(own)))
        {
            Report(context, place, Encoded(program, value, Operand(own)), "holds an address that is not percent-encoded, so Adobe Pass answers 400", "encode it with Uri.EscapeDataString");
        }
    }

    /// <summary>The text that a <c>StringBuilder</c> gives in the end, for a part that is appended to it; the part itself otherwise.</summary>
    private static IOperation Collected(ProgramModel program, IOperation part)
    {
        if (Append(part) is not { } append)
            return part;
        IOperation root = append;
        while (root is IInvocationOperation { Instance: { } inner, TargetMethod.ContainingType.Name: "StringBuilder" })
            root = inner.Unwrap();
        IOperation last = append;
        while (last.Parent is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } next)
            last = next;
        if (last is IInvocationOperation { TargetMethod.Name: "ToString" } || root is not ILocalReferenceOperation { Local: var local })
            return last;
        return program.ReferencesTo(local).Select(static r => r.Parent).OfType<IInvocationOperation>()
            .LastOrDefault(c => c is { TargetMethod.Name: "ToString", Arguments.Length: 0 } && c.Syntax.SpanStart > append.Syntax.SpanStart) ?? part;
    }

    private static IInvocationOperation? Append(IOperation part) =>
        part.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Append" or "AppendFormat", ContainingType.Name: "StringBuilder" } } append } ? append : null;

    private static void Report(OperationAnalysisContext context, Location place, SourceEdits? fix, string problem, string remedy)
    {
        var (properties, locations) = SourceEdits.ToDiagnostic(fix);
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.InvalidRequestParameter, place, locations, properties, Name, problem, remedy));
    }

    /// <summary>Provably raw: known text with a scheme in it, or an expression of <c>Uri</c>, which never encodes itself as a value.</summary>
    private static bool IsRaw(ProgramModel program, TextValue value, IOperation? operand)
    {
        if (value.ToString().IndexOf("://", StringComparison.Ordinal) >= 0)
            return true;
        return operand is not null && program.Origins(new Site(operand, null), out var complete) is { Count: > 0 } origins && complete
            && origins.All(static o => o.Operation.Unwrap() switch
            {
                { Type: { Name: "Uri", ContainingNamespace.Name: "System" } } => true,
                IPropertyReferenceOperation { Property: { Name: "AbsoluteUri" or "OriginalString", ContainingType.Name: "Uri" } } => true,
                IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType.Name: "Uri" }, Arguments.Length: 0 } => true,
                _ => false,
            });
    }

    private static SourceEdits? Encoded(ProgramModel program, TextValue value, IOperation? operand)
    {
        if (value.IsComplete)
        {
            // Text that is a constant of another place is better encoded there, by hand.
            return new SourceEdits("Encode the address").At(program.PlaceOf(value, 0, value.ToString().Length), System.Uri.EscapeDataString(value.ToString()));
        }

        if (operand is not { Syntax: ExpressionSyntax expression })
            return null;
        var isText = operand.Type?.SpecialType == SpecialType.System_String;
        var text = expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax ? expression.ToString() : $"({expression})";
        return new SourceEdits("Encode the address").Replace(expression, $"Uri.EscapeDataString({(isText ? expression.ToString() : text + ".ToString()")})").Using("System.Uri");
    }

    /// <summary>The expression that follows a text ending in <c>redirect_url=</c>, as it is written.</summary>
    private static IOperation? Operand(IOperation literal)
    {
        // Text and literal of an interpolated string share their syntax.
        var text = literal as IInterpolatedStringTextOperation ?? literal.Parent as IInterpolatedStringTextOperation;
        if ((text?.Text ?? literal).ConstantText()?.EndsWith(Name + "=", StringComparison.Ordinal) != true)
            return null;
        if (text?.Parent is IInterpolatedStringOperation whole)
        {
            var parts = whole.Parts;
            var index = parts.IndexOf(text);
            return index + 1 < parts.Length && parts[index + 1] is IInterpolationOperation { FormatString: null, Alignment: null } hole ? hole.Expression.Unwrap() : null;
        }

        switch (literal.Parent)
        {
            // .Append("&redirect_url=").Append(address)
            case IArgumentOperation when Append(literal) is { Parent: IInvocationOperation { TargetMethod: { Name: "Append", ContainingType.Name: "StringBuilder" }, Arguments: [{ Value: var appended }] } }:
                return appended.Unwrap();
            case IBinaryOperation add when add.LeftOperand == literal:
                return add.RightOperand.Unwrap();
            case IBinaryOperation { Parent: IBinaryOperation outer } add when add.RightOperand == literal && outer.LeftOperand == add:
                return outer.RightOperand.Unwrap();
            default:
                return null;
        }
    }

    /// <summary>Only inside one interpolated string or literal, where the source of the parameter is one piece.</summary>
    private static SourceEdits? MovedToEnd(ProgramModel program, IOperation whole, TextValue text, QueryParameter parameter, ServiceUrl url)
    {
        var end = parameter.Start + parameter.Length;
        if (whole.Syntax is not (InterpolatedStringExpressionSyntax or LiteralExpressionSyntax) || url.Text.IndexOf('#') >= 0
            || program.PlaceOf(text, parameter.Start, 0) is not { SourceTree: { } tree } first || program.PlaceOf(text, end, 1) is not { } ampersand
            || !whole.Syntax.Span.Contains(first.SourceSpan) || !whole.Syntax.Span.Contains(ampersand.SourceSpan))
            return null;
        var closing = whole.Syntax.GetLastToken();
        var insertAt = whole.Syntax is InterpolatedStringExpressionSyntax ? closing.SpanStart : closing.Span.End - 1;
        var moved = tree.GetText().ToString(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.SourceSpan.Start, ampersand.SourceSpan.Start));
        return new SourceEdits("Move to the end")
            .Replace(tree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(first.SourceSpan.Start, ampersand.SourceSpan.End), "")
            .Replace(tree, new(insertAt, 0), "&" + moved);
    }
}
