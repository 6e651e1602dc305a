using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;

/// <summary>The words of the rule about one case.</summary>
internal static class Explanations
{
    public static string What(Verdict verdict) => verdict.Use is { } use
        ? $"'{Name(use)}' is used before the reason code of '{Name(verdict.Acquisition)}' is examined"
        : $"The reason code of the response of '{Name(verdict.Acquisition)}' is never examined";

    public static string Remedy(ResponseType? response, VipFamily family)
    {
        if (response is null)
            return $"read the body and compare its {VipFamilies.CodeMember(family)} with \"{ReasonCodes.Success}\" first";
        var expected = response.Form == ReasonCodeForm.Bytes ? "the bytes 00 00" : "\"" + ReasonCodes.Success + "\"";
        return $"compare '{response.CodePath.TrimStart('.')}' with {expected} first";
    }

    private static string Name(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } } invocation => (invocation.Instance ?? invocation).Syntax.ToString(),
        IInvocationOperation invocation => invocation.TargetMethod.Name,
        IConversionOperation conversion => Short(conversion.Operand.Syntax),
        _ => Short(operation.Syntax),
    };

    private static string Short(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.ToString(),
        _ => syntax.ToString() is { Length: <= 60 } text && text.IndexOf('\n') < 0 ? text : syntax.GetFirstToken().ToString() + "…",
    };
}
