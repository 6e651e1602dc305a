using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Rules.Vip.StatusMessageDecides;

/// <summary>
/// Asks for the code that the catalogue has for the text: <c>status.StatusMessage == "Success"</c> becomes
/// <c>status.ReasonCode == "0000"</c>. Nothing where a text belongs to no code or to several, or where the code cannot be reached.
/// </summary>
internal static class CodeComparisonEdits
{
    public const string Title = "Compare the reason code instead of the text";

    public static SourceEdits? Of(MessageCondition condition, VipFamily family, ProgramModel program, VipModel vip)
    {
        if (MessageCodes.Single(condition, family) is not { } codes || codes.Count != Math.Max(1, condition.Constants.Count)
            || CodeExpression.Of(condition, family, program, vip) is not { } code)
        {
            return null;
        }

        var texts = codes.Select(c => c.Code.ToLowerInvariant()).ToList();
        return condition.Whole switch
        {
            IPropertySubpatternOperation member => OfMemberPattern(member, code, condition, texts),
            IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation => OfPatterns(condition, code, texts),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary =>
                Replace(binary.Syntax, code, texts[0], binary.OperatorKind == BinaryOperatorKind.NotEquals),
            IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } call => OfCall(call, code, texts[0]),
            _ => null,
        };
    }

    private static SourceEdits? OfCall(IInvocationOperation call, CodeExpression code, string text)
    {
        if (call.Syntax.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is not { } access || !access.WhenNotNull.Span.Contains(call.Syntax.Span))
            return Replace(call.Syntax, code, text, isNegated: false);
        while (access.Parent is ConditionalAccessExpressionSyntax outer)
            access = outer;
        // message?.Contains(…) == true, and the like.
        return access.Parent switch
        {
            BinaryExpressionSyntax { Right: LiteralExpressionSyntax { Token.ValueText: "true" } } comparison when comparison.Left == access && comparison.IsKind(SyntaxKind.EqualsExpression) =>
                Replace(comparison, code, text, isNegated: false),
            BinaryExpressionSyntax { Right: LiteralExpressionSyntax { Token.ValueText: "true" } } comparison when comparison.Left == access && comparison.IsKind(SyntaxKind.NotEqualsExpression) =>
                Replace(comparison, code, text, isNegated: true),
            BinaryExpressionSyntax { Right: LiteralExpressionSyntax { Token.ValueText: "false" } } comparison when comparison.Left == access && comparison.IsKind(SyntaxKind.CoalesceExpression) =>
                Replace(comparison, code, text, isNegated: false),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { Token.ValueText: "true" } } } match =>
                Replace(match, code, text, isNegated: false),
            _ => null,
        };
    }

    /// <summary>The whole condition as a comparison of the code. Null where the answer may be missing and bytes would have to be read from it.</summary>
    private static SourceEdits? Replace(SyntaxNode whole, CodeExpression code, string text, bool isNegated)
    {
        var edits = new SourceEdits(Title);
        if (whole.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } negation)
            (whole, isNegated) = (negation, !isNegated);
        if (code.IsBytes)
        {
            if (code.Text.Contains("?."))
                return null;
            return edits.Using("System.Linq.Enumerable")
                .Replace(whole, $"{(isNegated ? "!" : "")}{code.Text}.SequenceEqual(new byte[] {{ 0x{text.Substring(0, 2).ToUpperInvariant()}, 0x{text.Substring(2).ToUpperInvariant()} }})");
        }

        return text.Any(char.IsLetter)
            ? edits.Using("System.StringComparison").Replace(whole, $"{(isNegated ? "!" : "")}string.Equals({code.Text}, \"{text}\", StringComparison.OrdinalIgnoreCase)")
            : edits.Replace(whole, $"{code.Text} {(isNegated ? "!=" : "==")} \"{text}\"");
    }

    /// <summary>Value and constants of a pattern or switch; letters are brought into one case on both sides.</summary>
    private static SourceEdits? OfPatterns(MessageCondition condition, CodeExpression code, IReadOnlyList<string> texts)
    {
        if (condition.Constants.Any(static c => c.Unwrap().Syntax is not LiteralExpressionSyntax) || condition.Value.Syntax is not ExpressionSyntax)
            return null;
        var edits = new SourceEdits(Title);
        var value = code.Text;
        if (code.IsBytes)
        {
            value = $"Convert.ToHexString({value})";
            edits.Using("System.Convert");
        }
        else if (texts.Any(static t => t.Any(char.IsLetter)))
        {
            value += "?.ToLowerInvariant()";
        }

        edits.Replace(condition.Value.Syntax, value);
        for (var i = 0; i < texts.Count; i++)
            edits.Replace(condition.Constants[i].Unwrap().Syntax, $"\"{(code.IsBytes ? texts[i].ToUpperInvariant() : texts[i])}\"");
        return edits;
    }

    private static SourceEdits? OfMemberPattern(IPropertySubpatternOperation member, CodeExpression code, MessageCondition condition, IReadOnlyList<string> texts)
    {
        if (code.IsBytes || texts.Any(static t => t.Any(char.IsLetter)) || condition.Constants.Any(static c => c.Unwrap().Syntax is not LiteralExpressionSyntax)
            || NameIn(member.Syntax) is not { } name || name.DescendantTokens().LastOrDefault() is not { RawKind: (int)SyntaxKind.IdentifierToken } token)
        {
            return null;
        }

        var edits = new SourceEdits(Title).Replace(token, code.Text);
        for (var i = 0; i < texts.Count; i++)
            edits.Replace(condition.Constants[i].Unwrap().Syntax, $"\"{texts[i]}\"");
        return edits;
    }

    /// <summary>The last part of <c>{ Answer.Status.StatusMessage: "…" }</c> stands in the tree as its path alone.</summary>
    private static SyntaxNode? NameIn(SyntaxNode member) => member is SubpatternSyntax sub ? sub.ExpressionColon?.Expression : member as ExpressionSyntax;
}

/// <summary>An expression that reads the code where the condition reads the text.</summary>
/// <param name="Text">As C#.</param>
/// <param name="IsBytes">Whether it is <c>byte[]</c> and not <c>string</c>.</param>
internal sealed record CodeExpression(string Text, bool IsBytes)
{
    private static readonly string[] MessageKeys = ["StatusMessage", "statusMessage"];

    public static CodeExpression? Of(MessageCondition condition, VipFamily family, ProgramModel program, VipModel vip)
    {
        var read = condition.Read;
        if (read.Frame is not null || read.Syntax.SyntaxTree != condition.Value.Syntax.SyntaxTree)
            return null;
        var status = MessageValue.StatusOf(read.Operation, vip);
        if (status is not null ? status.Form is not (ReasonCodeForm.Text or ReasonCodeForm.Bytes) || status.Message is null : family == VipFamily.UserServices)
            return null;
        if (read.Operation is IPropertySubpatternOperation)
            return status is null ? null : new CodeExpression(status.Code.Name, status.Form == ReasonCodeForm.Bytes);
        var text = status is not null && read.Operation is IMemberReferenceOperation member && IsMessage(member.Member, status)
            ? MemberText(member.Syntax, status.Code.Name)
            : status is null ? KeyText(read.Syntax) : null;
        if (text is null || !read.Syntax.Span.IntersectsWith(condition.Value.Syntax.Span) && !IsReachable(read.Operation, condition.Value.Syntax, program))
            return null;
        return new CodeExpression(text, status?.Form == ReasonCodeForm.Bytes);
    }

    /// <summary><c>ErrorDetail</c> and <c>detailMessage</c> go with no code of their own.</summary>
    private static bool IsMessage(ISymbol member, StatusType status) => member.Name == status.Message!.Name;

    private static string? MemberText(SyntaxNode read, string code)
    {
        var name = read switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            IdentifierNameSyntax identifier => identifier,
            _ => null,
        };
        if (name is null)
            return null;
        return read.SyntaxTree.GetText().ToString(TextSpan.FromBounds(Outermost(read).SpanStart, name.SpanStart)) + code;
    }

    private static SyntaxNode Outermost(SyntaxNode read)
    {
        var result = read;
        for (var current = read.Parent; current is ExpressionSyntax; current = current.Parent)
        {
            if (current is ConditionalAccessExpressionSyntax access && access.WhenNotNull.Span.Contains(read.Span))
                result = access;
        }

        return result;
    }

    /// <summary>The same keys with the one of the code: <c>["StatusMessage"]</c> to <c>["ReasonCode"]</c>.</summary>
    private static string? KeyText(SyntaxNode read)
    {
        var source = read.SyntaxTree.GetText().ToString(TextSpan.FromBounds(Outermost(read).SpanStart, read.Span.End));
        foreach (var key in MessageKeys)
        {
            var place = source.IndexOf(key, StringComparison.Ordinal);
            if (place >= 0)
                return source.IndexOf(key, place + 1, StringComparison.Ordinal) >= 0 ? null : source.Remove(place, key.Length).Insert(place, key[0] == 'S' ? "ReasonCode" : "reasonCode");
        }

        return null;
    }

    /// <summary>Whether what the read starts with means the same thing at the condition: a local or parameter in scope that nothing has changed since.</summary>
    private static bool IsReachable(IOperation read, SyntaxNode place, ProgramModel program)
    {
        if (read.Syntax.DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>().Any() || read.Syntax.ExecutableBody() != place.ExecutableBody())
            return false;
        var model = program.ModelFor(place.SyntaxTree);
        var start = Outermost(read.Syntax);
        foreach (var identifier in start.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (model.GetSymbolInfo(identifier).Symbol is not (ILocalSymbol or IParameterSymbol) and var other)
            {
                if (other is IMethodSymbol { MethodKind: not MethodKind.ReducedExtension } method && method.DeclaringSyntaxReferences.Length > 0)
                    return false;
                continue;
            }

            var symbol = model.GetSymbolInfo(identifier).Symbol!;
            if (!model.LookupSymbols(place.SpanStart, name: symbol.Name).Any(s => SymbolEqualityComparer.Default.Equals(s, symbol))
                || program.ReferencesTo(symbol).Any(static r => r.AssignedValue() is not null))
            {
                return false;
            }
        }

        return true;
    }
}
