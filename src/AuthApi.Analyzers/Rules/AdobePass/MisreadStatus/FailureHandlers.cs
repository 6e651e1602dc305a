using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.Rules.AdobePass.MisreadStatus;

/// <summary>Whether a program tells the ordinary answers apart after all: in a handler, or before it demands success.</summary>
internal static class FailureHandlers
{
    private const int MaxDepth = 3;

    /// <summary>Whether a <c>catch</c> around the call, or around a call of its method, looks at the status of the failure.</summary>
    public static bool LookAtStatus(IOperation call, ProgramModel program) => LookAtStatus(call.Syntax, program, MaxDepth);

    private static bool LookAtStatus(SyntaxNode call, ProgramModel program, int depth)
    {
        var member = call.ContainingMember();
        for (var node = call; node is not null && node != member; node = node.Parent)
        {
            if (node.Parent is TryStatementSyntax attempt && attempt.Block == node && attempt.Catches.Any(MentionsStatus))
                return true;
        }

        return depth > 0 && member is not null
            && program.ModelFor(member.SyntaxTree).GetDeclaredSymbol(member) is IMethodSymbol method
            && program.CallsOf(method).Any(c => LookAtStatus(c.Syntax, program, depth - 1));
    }

    private static bool MentionsStatus(CatchClauseSyntax handler) => handler.DescendantTokens().Any(static t =>
        t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText is "StatusCode" or "Status" or "Response" or "HttpRequestError" or "GetResponseStatusCode");

    /// <summary>Whether the member reads a status before this place.</summary>
    public static bool StatusIsRead(SyntaxNode place) =>
        place.ContainingMember() is { } member && member.DescendantTokens().Any(t =>
            t.SpanStart < place.SpanStart && t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText is "StatusCode" or "IsSuccessStatusCode" && t.SpanStart < place.SpanStart);
}
