using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.UnhandledReasonCode;

/// <summary>The codes with a remedy that a construct does not name, and nobody around it handles.</summary>
internal static class MissingCodes
{
    public static IReadOnlyList<ReasonCode> Of(CodeSelection selection, ProgramModel program, CancellationToken cancellationToken)
    {
        var missing = Wanted(selection).Where(r => !selection.Handled.Any(h => r.Code.StartsWith(h, StringComparison.OrdinalIgnoreCase))).ToList();
        if (missing.Count == 0)
            return missing;
        var elsewhere = HandledAround(selection, program, cancellationToken);
        return missing.Where(r => !elsewhere.Contains(r.Code.ToLowerInvariant())).ToList();
    }

    /// <summary>What to do, in a clause.</summary>
    public static string Summary(ReasonCode reason) => Lower(reason.Remedy.TrimEnd('.'));

    /// <summary>
    /// Codes that pass by themselves, the request for a second security code, and the states of the credential: only documented ones, and the
    /// last two only where the operation is known to answer them.
    /// </summary>
    private static IEnumerable<ReasonCode> Wanted(CodeSelection selection)
    {
        var possible = selection.Answering is { } operation
            ? ReasonCodes.Of(operation)
            : ReasonCodes.All.Where(r => r.Family == VipFamilies.ReasonsOf(selection.Family));
        // A wrong security code is judged, so the operation takes one.
        var takesOtp = selection.Answering is { } known ? known.ConsumesOtp : selection.Handled.Contains("49b5");
        return possible.Where(HasRemedy)
            .Where(r => r.IsRetryable || r.NeedsSecondOtp && takesOtp || IsPlainState(r) && selection.Answering is not null && selection.Name != "table");
    }

    /// <summary>Whether the rule ever asks for the code; docs/troubleshooting.md links to the rule where it does.</summary>
    public static bool HasRemedy(ReasonCode reason) => reason.Confidence == ReasonConfidence.Confirmed && reason.Category != ReasonCategory.Success
        && reason.Family is ReasonFamily.Credential or ReasonFamily.UserServices && (reason.IsRetryable || reason.NeedsSecondOtp || IsPlainState(reason));

    /// <summary>States with one remedy; 4990, 4997 and 4e11 only say that the state has to be looked up.</summary>
    private static bool IsPlainState(ReasonCode reason) => reason.IsCredentialState && reason.Code is "4993" or "4994" or "4995" or "4996";

    /// <summary>The codes that the rest of the member names, the methods it calls, and those who call it.</summary>
    private static HashSet<string> HandledAround(CodeSelection selection, ProgramModel program, CancellationToken cancellationToken)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        if (selection.Operation.Syntax.ContainingMember() is not { } member)
            return result;
        Collect(member, selection.Operation.Syntax);
        var model = program.ModelFor(member.SyntaxTree);
        foreach (var call in member.DescendantNodes().OfType<InvocationExpressionSyntax>().Take(ProgramModel.MaxPlaces))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol called)
                continue;
            foreach (var body in program.ImplementationsOf(called).SelectMany(static m => m.DeclaringSyntaxReferences).Select(r => r.GetSyntax(cancellationToken)))
                Collect(body, null);
        }

        if (model.GetDeclaredSymbol(member, cancellationToken) is IMethodSymbol method)
        {
            foreach (var caller in program.CallsOf(method).Select(static c => c.Syntax.ContainingMember()).OfType<SyntaxNode>().Distinct().Take(ProgramModel.MaxPlaces))
                Collect(caller, null);
        }

        return result;

        void Collect(SyntaxNode node, SyntaxNode? except)
        {
            foreach (var expression in node.DescendantNodes(n => n != except))
            {
                if (expression == except || expression is not (LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax))
                    continue;
                if (program.ModelFor(expression.SyntaxTree).GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string { Length: 4 } code })
                    result.Add(code.ToLowerInvariant());
            }
        }
    }

    private static string Lower(string text) => text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text.Substring(1) : text;
}
