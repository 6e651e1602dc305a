using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Comparisons;

/// <content>The library calls between the response and the comparison. Each is documented .NET behaviour, run in DotNetBehaviourTests.</content>
internal sealed partial class CodeValues
{
    /// <summary>What a library call makes of a code; null for calls that are not known here.</summary>
    private CodeValue? Call(Site site, IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (method.DeclaringSyntaxReferences.Length > 0)
            return null;
        var first = call.Arguments.Length > 0 ? call.Arguments[0].Value : null;
        var type = method.ContainingType;
        switch (type?.Name)
        {
            case "String" when call.Instance is { } text:
                return TextCall(site, call, text, depth);
            case "BitConverter" when first is not null:
                return method.Name switch
                {
                    "ToString" when call.Arguments.Length == 1 => FromBytes(site, first, CodeForm.Dashed, LetterCase.Upper, depth),
                    "ToInt16" or "ToUInt16" => FromBytes(site, first, CodeForm.LittleEndian, LetterCase.Either, depth),
                    _ => CodeValue.Unknown,
                };
            case "Convert" when first is not null:
                return method.Name switch
                {
                    "ToHexString" when call.Arguments.Length == 1 => FromBytes(site, first, CodeForm.Digits, LetterCase.Upper, depth),
                    "ToHexStringLower" when call.Arguments.Length == 1 => FromBytes(site, first, CodeForm.Digits, LetterCase.Lower, depth),
                    "ToBase64String" when call.Arguments.Length == 1 => FromBytes(site, first, CodeForm.Base64, LetterCase.Either, depth),
                    "ToString" => Of(site.With(first), depth).Map(shape => shape.Form switch
                    {
                        CodeForm.Bytes => shape with { Form = CodeForm.TypeName, Maker = site },
                        CodeForm.Number or CodeForm.LittleEndian => null,
                        _ => TextOfNode(shape),
                    }),
                    _ => CodeValue.Unknown,
                };
            case "Encoding" or "ASCIIEncoding" or "UTF8Encoding" or "UnicodeEncoding" or "UTF32Encoding" when method.Name == "GetString" && call.Arguments.Length == 1:
                return FromBytes(site, first!, CodeForm.Characters, LetterCase.Either, depth);
            case "JsonElement" or "JsonNode" or "JsonValue" or "JsonProperty" or "JToken" or "JValue" or "JProperty" when (call.Instance ?? first) is { } node:
                return NodeCall(site, call, node, depth);
            case "Extensions" when method.Name == "Value" && first is not null:
                return method.TypeArguments is [.., { SpecialType: SpecialType.System_String }] ? NodeText(site, first, depth) : CodeValue.Unknown;
            case "Array" or "Object" when method.Name == "ToString" && call.Instance is { } self:
                return Of(site.With(self), depth).Map(shape => shape.Form == CodeForm.Bytes ? shape with { Form = CodeForm.TypeName, Maker = site } : TextOfNode(shape));
            case "XElement" or "XNode" or "XmlNode":
                return CodeValue.Unknown;
        }

        return Joined(site, call, depth);
    }

    private CodeValue? TextCall(Site site, IInvocationOperation call, IOperation text, int depth)
    {
        var value = Of(site.With(text), depth);
        switch (call.TargetMethod.Name)
        {
            case "ToUpperInvariant" or "ToUpper":
                return value.Map(shape => InCase(shape, LetterCase.Upper, site), static t => t.ToUpperInvariant());
            case "ToLowerInvariant" or "ToLower":
                return value.Map(shape => InCase(shape, LetterCase.Lower, site), static t => t.ToLowerInvariant());
            case "Trim" when call.Arguments.Length == 1 && call.Arguments[0].Value.ConstantValue.Value is '"':
                return value.Map(static shape => shape.Form == CodeForm.Quoted ? shape with { Form = CodeForm.Digits } : shape, static t => t.Trim('"'));
            case "Trim" or "TrimEnd" or "TrimStart" when call.Arguments.Length == 0:
            case "ToString" or "Normalize":
                return value;
            case "Replace" when call.Arguments.Length >= 2:
                return Replaced(value, TextOf(site, call.Arguments[0].Value), TextOf(site, call.Arguments[1].Value));
            default:
                return CodeValue.Unknown;
        }
    }

    // In another form than plain digits it is the form that will be asked about.
    private static CodeShape InCase(CodeShape shape, LetterCase letters, Site call) => shape with { Case = letters, Maker = shape.Form == CodeForm.Digits ? call : shape.Maker };

    private static CodeValue Replaced(CodeValue value, string? old, string? @new)
    {
        if (old is not { Length: > 0 } || @new is null && old is not ("-" or "\""))
            return CodeValue.Unknown;
        return value.Map(
            shape => (shape.Form, old, @new) switch
            {
                (CodeForm.Dashed, "-", null or "") => shape with { Form = CodeForm.Digits },
                (CodeForm.Quoted, "\"", null or "") => shape with { Form = CodeForm.Digits },
                // What is not in a code cannot be replaced in it.
                (CodeForm.Digits, _, _) when !old.All(Uri.IsHexDigit) => shape,
                _ => null,
            },
            t => t.Replace(old, @new));
    }

    private CodeValue NodeCall(Site site, IInvocationOperation call, IOperation node, int depth)
    {
        switch (call.TargetMethod.Name)
        {
            case "GetString" or "ToString" when call.Arguments.Length == 0:
                return NodeText(site, node, depth);
            case "Value" or "ToObject" or "GetValue" or "Deserialize" when call.TargetMethod.TypeArguments is [.., { SpecialType: SpecialType.System_String }]:
                return NodeText(site, node, depth);
            case "GetRawText" or "ToJsonString":
            case "ToString" when call.TargetMethod.ContainingType.Name.StartsWith("J", StringComparison.Ordinal) && call.Arguments.Length > 0:
                return Of(site.With(node), depth).Map(shape => shape.Form == CodeForm.Node ? shape with { Form = CodeForm.Quoted, Maker = site } : null);
            default:
                return CodeValue.Unknown;
        }
    }

    private CodeValue NodeText(Site site, IOperation node, int depth) => Of(site.With(node), depth).Map(static shape => TextOfNode(shape));

    private CodeValue FromBytes(Site site, IOperation bytes, CodeForm form, LetterCase letters, int depth) =>
        Of(site.With(bytes), depth).Map(shape => shape.Form == CodeForm.Bytes ? shape with { Form = form, Case = letters, Maker = site } : null);

    /// <summary><c>string.Concat(code.Select(b => b.ToString("x2")))</c>, and <c>string.Join</c> of the same.</summary>
    private CodeValue? Joined(Site site, IInvocationOperation call, int depth)
    {
        var separator = call.TargetMethod.Name switch
        {
            "Concat" => "",
            "Join" when call.Arguments.Length == 2 => TextOf(site, call.Arguments[0].Value),
            _ => null,
        };
        if (separator is not ("" or "-") || call.TargetMethod.ContainingType?.SpecialType != SpecialType.System_String
            || call.Arguments[call.Arguments.Length - 1].Value.Unwrap() is not IInvocationOperation { TargetMethod.Name: "Select", Arguments: [var bytes, var selector] })
        {
            return null;
        }

        var format = selector.Value.Unwrap() is IAnonymousFunctionOperation lambda ? FormatOf(lambda) : null;
        return format switch
        {
            "x2" => FromBytes(site, bytes.Value, separator == "-" ? CodeForm.Dashed : CodeForm.Digits, LetterCase.Lower, depth),
            "X2" => FromBytes(site, bytes.Value, separator == "-" ? CodeForm.Dashed : CodeForm.Digits, LetterCase.Upper, depth),
            "x" when separator == "" => FromBytes(site, bytes.Value, CodeForm.Unpadded, LetterCase.Lower, depth),
            "X" when separator == "" => FromBytes(site, bytes.Value, CodeForm.Unpadded, LetterCase.Upper, depth),
            _ => null,
        };
    }

    /// <summary>The format that a lambda writes its parameter with: <c>b => b.ToString("x2")</c>, <c>b => $"{b:x2}"</c>.</summary>
    private static string? FormatOf(IAnonymousFunctionOperation lambda)
    {
        foreach (var value in ProgramModel.ReturnedValues(lambda))
        {
            switch (value.Unwrap())
            {
                case IInvocationOperation { TargetMethod.Name: "ToString", Arguments: [var format, ..], Instance: IParameterReferenceOperation }:
                    return format.Value.ConstantText();
                case IInterpolatedStringOperation { Parts: [IInterpolationOperation { Expression: IParameterReferenceOperation, FormatString: { } holeFormat }] }:
                    return holeFormat.ConstantText();
            }
        }

        return null;
    }

    private string? TextOf(Site site, IOperation value) => value.Unwrap() switch
    {
        { ConstantValue: { HasValue: true, Value: char character } } => character.ToString(),
        var text => program.KnownText(site.With(text)),
    };
}
