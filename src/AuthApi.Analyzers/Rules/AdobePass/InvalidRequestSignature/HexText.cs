using System.Text.RegularExpressions;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidRequestSignature;

/// <summary>Hexadecimal text that a program writes byte by byte: <c>b.ToString("x2")</c>, <c>AppendFormat("{0:X2}", b)</c>, <c>$"{b:x2}"</c>.</summary>
internal static class HexText
{
    private static readonly Regex OfOneByte = new("\"[xX]2\"|:[xX]2\\}", RegexOptions.CultureInvariant);

    /// <summary>Whether a call gives the text that was collected from bytes so.</summary>
    public static bool IsWrittenBy(ProgramModel program, Site text) => text.Operation is IInvocationOperation call && (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
    {
        ("String", "Concat" or "Join") or ("Enumerable", "Aggregate" or "Select") => OfOneByte.IsMatch(call.Syntax.ToString()),
        ("StringBuilder", "ToString") => call.Instance is { } builder && IsCollected(program, builder),
        _ => false,
    };

    /// <summary>The call that puts the text together, where only its parts are known: <c>string.Concat(hash.Select(…))</c>.</summary>
    public static SyntaxNode Whole(IOperation text) => text.OuterParent().Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.Name: "String" } } whole } ? whole.Syntax : text.Syntax;

    /// <summary>Whether the method around it makes text of bytes that it is given.</summary>
    public static bool IsEncoder(IOperation text) =>
        (text.Syntax.ExecutableBody() switch
        {
            BaseMethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } => first,
            LocalFunctionStatementSyntax { ParameterList.Parameters: [var first, ..] } => first,
            _ => null,
        })?.Type?.ToString().IndexOf("byte", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsCollected(ProgramModel program, IOperation builder) => builder.Unwrap() switch
    {
        ILocalReferenceOperation { Local: var local } => program.ReferencesTo(local).Any(static r => r.Syntax.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax statement && OfOneByte.IsMatch(statement.ToString())),
        // bytes.Aggregate(new StringBuilder(), (sb, b) => sb.AppendFormat("{0:x2}", b)).ToString()
        IInvocationOperation call => OfOneByte.IsMatch(call.Syntax.ToString()),
        _ => false,
    };
}
