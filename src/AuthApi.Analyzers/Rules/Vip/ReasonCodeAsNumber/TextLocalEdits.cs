using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber;

/// <summary>
/// Keeps the code as text in the variable that got the number: <c>int.TryParse(code, out var n); n == 0</c> becomes <c>var n = code; n == "0000"</c>. Exact only
/// where the variable is compared with constants and shown.
/// </summary>
internal static class TextLocalEdits
{
    public const string Title = "Compare the reason code as text";

    public static SourceEdits? Of(NumericRead read, ProgramModel program)
    {
        if (read.Code.Type?.SpecialType != SpecialType.System_String || read.Operation is not IInvocationOperation { Syntax: InvocationExpressionSyntax syntax } call)
            return null;
        var edits = new SourceEdits(Title);
        ILocalSymbol local;
        if (call.TargetMethod.Name == "TryParse")
        {
            if (syntax.Parent is not ExpressionStatementSyntax || call.Arguments.Length < 2
                || call.Arguments[call.Arguments.Length - 1].Value is not IDeclarationExpressionOperation { Expression: ILocalReferenceOperation result, Syntax: DeclarationExpressionSyntax declared })
            {
                return null;
            }

            local = result.Local;
            edits.Replace(syntax, $"{(declared.Type.IsVar ? "var" : "string")} {local.Name} = {read.Code.Syntax}");
        }
        else
        {
            if (call.OuterParent() is not { Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var symbol, Syntax: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } } } })
                return null;
            local = symbol;
            if (!declaration.Type.IsVar)
                edits.Replace(declaration.Type, "string");
            edits.Replace(syntax, read.Code.Syntax.ToString());
        }

        var uses = program.ReferencesTo(local).Where(static u => u.Parent is not IDeclarationExpressionOperation).ToList();
        return uses.Count > 0 && uses.TrueForAll(u => TextMemberEdits.IsRewritten(u, edits)) ? edits : null;
    }
}
