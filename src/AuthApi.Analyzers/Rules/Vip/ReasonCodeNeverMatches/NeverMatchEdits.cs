using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches;

/// <summary>The edits that let a comparison be true; null where none is certain.</summary>
internal static class NeverMatchEdits
{
    public const string CorrectTheCode = "Write the reason code as VIP sends it";
    public const string CompareTheBytes = "Compare the bytes";
    public const string WriteTheDigits = "Write the bytes as hexadecimal digits";
    public const string ReadTheString = "Compare the string";
    public const string KeepTheByteOrder = "Read the bytes in the order in which they are sent";

    public static SourceEdits? Of(NeverMatch found, ProgramModel program) => found.Reason switch
    {
        NeverReason.LetterCase when found.Comparison.Table is not null => IgnoreCaseEdits.OfTable(found.Comparison),
        // Normalized by the program itself: the literal is what is wrong. In a property pattern there is no other place.
        NeverReason.LetterCase when found.Shape.Maker.Syntax != found.Shape.Read.Operation.Syntax || found.Code is IPropertySubpatternOperation => Recased(found),
        NeverReason.LetterCase => IgnoreCaseEdits.Of(found, program),
        NeverReason.MiswrittenCode when found.Comparison.Part == TextPart.Whole && found.Meant is { } code && LiteralOf(found.Other) is { } literal =>
            new SourceEdits(CorrectTheCode).Replace(literal, "\"" + code + "\""),
        NeverReason.Form when found.Shape.Form == CodeForm.Quoted => StringOfNode(found),
        NeverReason.Form when found.Meant is not null => HexadecimalDigits(found, program),
        NeverReason.Identity when found.Shape.Form == CodeForm.Bytes && found.Other.Unwrap().Type is IArrayTypeSymbol => SequenceEqual(found),
        NeverReason.Identity when found.Shape.Form == CodeForm.Node && found.Text is not null => TextOfNode(found),
        NeverReason.ByteOrder => BigEndian(found, program),
        NeverReason.WrongLength when found.Text is { } text && found.Meant is { } code && found.Other.Syntax is InvocationExpressionSyntax && Has(program, "System.Convert", "FromHexString") =>
            new SourceEdits(CompareTheBytes).Replace(found.Other.Syntax, $"Convert.FromHexString(\"{code}\")").Using("System.Convert"),
        _ => null,
    };

    private static SourceEdits? Recased(NeverMatch found)
    {
        if (found.Text is null || found.Other.Unwrap().Syntax is not LiteralExpressionSyntax literal)
            return null;
        var text = found.Shape.Case == LetterCase.Upper ? found.Text.ToUpperInvariant() : found.Text.ToLowerInvariant();
        return new SourceEdits(CorrectTheCode).Replace(literal, "\"" + text + "\"");
    }

    /// <summary><c>GetRawText()</c> to <c>GetString()</c>.</summary>
    private static SourceEdits? StringOfNode(NeverMatch found)
    {
        if (found.Shape.Maker.Operation is not IInvocationOperation { Syntax: InvocationExpressionSyntax syntax } maker || !IsNear(found))
            return null;
        var name = syntax.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => null,
        };
        var call = maker.TargetMethod.Name switch
        {
            "GetRawText" => "GetString()",
            "ToJsonString" => "GetValue<string>()",
            "ToString" => "ToString()",
            _ => null,
        };
        return name is null || call is null
            ? null
            : new SourceEdits(ReadTheString).Replace(syntax.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(name.SpanStart, syntax.Span.End), call);
    }

    /// <summary>The call that writes the bytes becomes <c>Convert.ToHexString</c>, and the literal the digits that it yields.</summary>
    private static SourceEdits? HexadecimalDigits(NeverMatch found, ProgramModel program)
    {
        if (found.Shape.Maker.Operation is not IInvocationOperation { Syntax: InvocationExpressionSyntax syntax } maker || !IsNear(found)
            || syntax.Expression is MemberBindingExpressionSyntax)
        {
            return null;
        }

        // string.Concat(bytes.Select(…)): what the lambda is applied to.
        var bytes = maker.TargetMethod.Name is "Concat" or "Join"
            ? (maker.Arguments[maker.Arguments.Length - 1].Value.Unwrap() as IInvocationOperation)?.Receiver()
            : maker.TargetMethod is { Name: "ToString", ContainingType.Name: "Array" or "Object" or "ValueType" } ? maker.Instance : maker.Arguments.FirstOrDefault()?.Value;
        if (bytes is null)
            return null;
        var edits = new SourceEdits(WriteTheDigits).Replace(syntax, Has(program, "System.Convert", "ToHexString")
            ? $"Convert.ToHexString({bytes.Unwrap().Syntax})"
            : $"BitConverter.ToString({bytes.Unwrap().Syntax}).Replace(\"-\", \"\")").Using("System.Convert");
        var code = IsLowered(syntax) ? found.Meant!.ToLowerInvariant() : found.Meant!.ToUpperInvariant();
        if (found.Text == code)
            return edits;
        return LiteralOf(found.Other) is { } literal ? edits.Replace(literal, "\"" + code + "\"") : null;
    }

    /// <summary>Whether what the call makes is brought into lower case right behind it.</summary>
    private static bool IsLowered(ExpressionSyntax call)
    {
        while (call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access && access.Expression == call)
        {
            if (access.Name.Identifier.ValueText.StartsWith("ToLower", StringComparison.Ordinal))
                return true;
            call = outer;
        }

        return false;
    }

    private static SourceEdits? SequenceEqual(NeverMatch found)
    {
        var edits = new SourceEdits(CompareTheBytes).Using("System.Linq.Enumerable");
        switch (found.Comparison.Whole)
        {
            case IBinaryOperation { Syntax: BinaryExpressionSyntax binary }:
                // a?.b == c: the comparison becomes part of the chain, which yields null for a missing answer.
                var isChain = binary.Left is ConditionalAccessExpressionSyntax;
                if (found.Comparison.IsNegated && !isChain)
                    edits.InsertBefore(binary, "!");
                if (!isChain && !IsPrimary(binary.Left))
                    return null;
                return edits.Replace(binary.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(binary.Left.Span.End, binary.Right.SpanStart), ".SequenceEqual(")
                    .InsertAfter(binary.Right, isChain ? found.Comparison.IsNegated ? ") != true" : ") == true" : ")");
            case IInvocationOperation { Instance: not null, Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } }:
                return access.Name.Identifier.ValueText == "Equals" ? edits.Replace(access.Name, "SequenceEqual") : null;
            case IInvocationOperation { Instance: null, Arguments: { Length: 2 } arguments, Syntax: InvocationExpressionSyntax call } when arguments[0].Value.Unwrap().Syntax is ExpressionSyntax left && IsPrimary(left):
                return edits.Replace(call, $"{left}.SequenceEqual({arguments[1].Value.Unwrap().Syntax})");
            default:
                return null;
        }
    }

    /// <summary><c>token.Equals("0000")</c> to <c>(string)token == "0000"</c>; <c>JsonElement</c> compares its text itself.</summary>
    private static SourceEdits? TextOfNode(NeverMatch found)
    {
        var edits = new SourceEdits(ReadTheString);
        if (found.Comparison.Whole is IBinaryOperation && found.Code.Syntax is CastExpressionSyntax { Type: PredefinedTypeSyntax } cast)
            return edits.Replace(cast.Type, "string");
        if (found.Comparison.Whole is not IInvocationOperation { Instance: { } node, Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call }
            || access.Name.Identifier.ValueText != "Equals" || node.Unwrap().Syntax != found.Code.Unwrap().Syntax)
        {
            return null;
        }

        if (node.Type?.Name == "JsonElement")
            return edits.Replace(access.Name, "ValueEquals");
        var text = $"(string){access.Expression} == {call.ArgumentList.Arguments[0].Expression}";
        return edits.Replace(call, call.Parent is PrefixUnaryExpressionSyntax or AwaitExpressionSyntax ? "(" + text + ")" : text);
    }

    private static SourceEdits? BigEndian(NeverMatch found, ProgramModel program)
    {
        if (found.Shape.Maker.Operation is not IInvocationOperation { Syntax: InvocationExpressionSyntax syntax } maker || !IsNear(found)
            || maker.Arguments.Skip(1).Any(static a => a.Value.ConstantValue.Value is not 0)
            || program.Compilation.GetTypeByMetadataName("System.Buffers.Binary.BinaryPrimitives") is null
            || found.Other.Unwrap().Syntax is not LiteralExpressionSyntax literal)
        {
            return null;
        }

        var method = maker.TargetMethod.Name == "ToInt16" ? "ReadInt16BigEndian" : "ReadUInt16BigEndian";
        var edits = new SourceEdits(KeepTheByteOrder).Replace(syntax, $"BinaryPrimitives.{method}({maker.Arguments[0].Value.Unwrap().Syntax})").Using("System.Buffers.Binary.BinaryPrimitives");
        // A decimal constant was meant as the digits of the code.
        var isHexadecimal = literal.Token.Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return isHexadecimal ? edits : edits.Replace(literal, "0x" + found.Meant);
    }

    /// <summary>The literal in the source: in place, or where the constant is declared.</summary>
    private static LiteralExpressionSyntax? LiteralOf(IOperation other)
    {
        other = other.Unwrap();
        if (other.Syntax is LiteralExpressionSyntax literal)
            return literal;
        ISymbol? constant = other switch
        {
            IFieldReferenceOperation { Field: { IsConst: true } or { IsReadOnly: true, IsStatic: true } } field => field.Field,
            ILocalReferenceOperation { Local.IsConst: true } local => local.Local,
            _ => null,
        };
        return (constant?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value as LiteralExpressionSyntax;
    }

    /// <summary>Whether the call that made the form stands in the member of the comparison: elsewhere, others may want the form.</summary>
    private static bool IsNear(NeverMatch found) => found.Shape.Maker.Syntax.SyntaxTree == found.Comparison.Syntax.SyntaxTree
        && found.Shape.Maker.Syntax.ContainingMember() == found.Comparison.Syntax.ContainingMember();

    private static bool Has(ProgramModel program, string type, string method) =>
        program.Compilation.GetTypeByMetadataName(type)?.GetMembers(method).Length > 0;

    private static bool IsPrimary(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax or IdentifierNameSyntax or InvocationExpressionSyntax
        or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax;
}
