using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber;

/// <summary>
/// Parses in base 16 and writes the constants so: <c>int.Parse(code) == 4990</c> becomes <c>Convert.ToInt32(code, 16) == 0x4990</c>. Exact only
/// where the number is compared with constants and used for nothing else.
/// </summary>
internal static class HexadecimalEdits
{
    public const string Title = "Parse the reason code as hexadecimal";

    public static SourceEdits? Of(NumericRead read, ProgramModel program)
    {
        if (read.Effect is not (NumericEffect.Throws or NumericEffect.Fails) || read.Operation is not IInvocationOperation { Syntax: InvocationExpressionSyntax syntax } call
            || call.TargetMethod.ContainingType.SpecialType == SpecialType.System_Enum)
        {
            return null;
        }

        var edits = new SourceEdits(Title);
        IOperation number = call;
        if (call.TargetMethod.Name == "TryParse")
        {
            if (call.Arguments.Length != 2 || call.Arguments[0].Value.Type?.SpecialType != SpecialType.System_String
                || call.Arguments[1].Value is not IDeclarationExpressionOperation { Expression: ILocalReferenceOperation result })
            {
                return null;
            }

            edits.InsertAfter(syntax.ArgumentList.Arguments[0], ", NumberStyles.HexNumber, CultureInfo.InvariantCulture")
                .Using("System.Globalization.NumberStyles").Using("System.Globalization.CultureInfo");
            return AreUsesRewritten(result.Local, program, edits) ? edits : null;
        }

        if (read.Code.Type?.SpecialType != SpecialType.System_String || ConverterOf(call) is not { } converter)
            return null;
        edits.Replace(syntax, $"Convert.{converter}({read.Code.Syntax}, 16)").Using("System.Convert");
        if (number.OuterParent() is { Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } })
            return AreUsesRewritten(declarator.Symbol, program, edits) ? edits : null;
        return ConstantRewrites.OfUse(number, ConstantRewrites.ToHexadecimal, edits) ? edits : null;
    }

    private static bool AreUsesRewritten(ILocalSymbol local, ProgramModel program, SourceEdits edits)
    {
        var any = false;
        foreach (var use in program.ReferencesTo(local))
        {
            if (use.Parent is IDeclarationExpressionOperation)
                continue;
            if (!ConstantRewrites.OfUse(use, ConstantRewrites.ToHexadecimal, edits))
                return false;
            any = true;
        }

        return any;
    }

    /// <summary>The method of <c>Convert</c> that yields the same type in base 16.</summary>
    private static string? ConverterOf(IInvocationOperation call) => call.TargetMethod.ReturnType.SpecialType switch
    {
        SpecialType.System_Int16 => "ToInt16",
        SpecialType.System_UInt16 => "ToUInt16",
        SpecialType.System_Int32 => "ToInt32",
        SpecialType.System_UInt32 => "ToUInt32",
        SpecialType.System_Int64 => "ToInt64",
        SpecialType.System_UInt64 => "ToUInt64",
        _ => null,
    };
}
