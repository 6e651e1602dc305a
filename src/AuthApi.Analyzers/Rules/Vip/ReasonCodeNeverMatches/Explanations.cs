using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Protocols.Vip;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches;

/// <summary>What the message of AUTH2002 says about a comparison.</summary>
internal static class Explanations
{
    public static string Effect(NeverMatch found) => found.Comparison switch
    {
        { Table: not null } => $"never finds \"{found.Text}\"",
        { IsNegated: true } => "is always true",
        { Whole: IPatternOperation or ICaseClauseOperation } => "never matches",
        _ => "is never true",
    };

    public static string Reason(NeverMatch found) => found.Reason switch
    {
        NeverReason.LetterCase when found.Shape.Maker.Syntax == found.Shape.Read.Operation.Syntax =>
            $"{Sender(found.Shape)} sends the letters of a code in {CaseName(found.Shape)} case{Meaning(found)}; compare with OrdinalIgnoreCase",
        NeverReason.LetterCase =>
            $"'{Maker(found)}' makes the letters {CaseName(found.Shape)} case{Meaning(found)}; write \"{found.Meant ?? found.Text}\"",
        NeverReason.MiswrittenCode =>
            $"a reason code is four hexadecimal digits without anything around them{Meaning(found)}; write \"{found.Meant}\"",
        NeverReason.NotACode =>
            "a reason code is four hexadecimal digits, \"0000\" for success, and never this text",
        NeverReason.Form when found.Shape.Form == CodeForm.Quoted =>
            $"'{Maker(found)}' yields JSON text with its quotation marks{Meaning(found)}; read the string instead",
        NeverReason.Form => $"'{Maker(found)}' yields {FormExample(found)} for this code{Meaning(found)}; use Convert.ToHexString",
        NeverReason.Identity when found.Shape.Form == CodeForm.Bytes => "two arrays are equal only when they are the same object; use SequenceEqual",
        NeverReason.Identity => $"this compares objects, not the text of the code{Meaning(found)}; compare it as string",
        NeverReason.ByteOrder => $"'{Maker(found)}' exchanges the two bytes of the code{Meaning(found)}; use BinaryPrimitives.Read…BigEndian",
        _ => $"a reason code in SOAP is two bytes, not its digits as characters{Meaning(found)}",
    };

    private static string Sender(CodeShape shape) => shape.Family switch
    {
        VipFamily.CredentialRest => "the REST API of VIP",
        VipFamily.CredentialSoap => "VIP Web Services",
        _ => "VIP User Services",
    };

    private static string CaseName(CodeShape shape) => shape.Case == LetterCase.Upper ? "upper" : "lower";

    private static string Maker(NeverMatch found) => found.Shape.Maker.Operation switch
    {
        IInvocationOperation call => (call.TargetMethod.IsStatic || call.TargetMethod.ContainingType.Name == "Encoding" ? call.TargetMethod.ContainingType.Name + "." : "") + call.TargetMethod.Name,
        var other => other.Syntax.ToString(),
    };

    private static string FormExample(NeverMatch found) => found.Shape.Form switch
    {
        CodeForm.Dashed or CodeForm.Unpadded when found.Meant is { } code => $"\"{found.Shape.Write(code)}\"",
        CodeForm.TypeName => "\"System.Byte[]\"",
        CodeForm.Characters => "two characters",
        CodeForm.Base64 => "Base64",
        _ => "another text",
    };

    /// <summary>What the code means, by the catalogue, so that a reader of the message need not look it up.</summary>
    private static string Meaning(NeverMatch found)
    {
        if (found.Meant is not { } code)
            return "";
        var known = ReasonCodes.TryGet(code, found.Shape.Reasons) ?? ReasonCodes.TryGet(code, ReasonFamily.Credential);
        return known is null ? "" : $" ({code}: {(known.Message ?? known.Cause).TrimEnd('.')})";
    }
}
