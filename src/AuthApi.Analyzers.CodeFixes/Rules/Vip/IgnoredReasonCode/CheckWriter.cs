using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;

/// <summary>Writes the condition of a failed response and what is told of it, as C# text; types are written in full.</summary>
internal sealed class CheckWriter
{
    private readonly ResponseType response;
    private readonly Compilation compilation;
    private readonly bool isNullable;
    private readonly bool valueMayBeNull;
    private readonly IReadOnlyCollection<string> knownNotNull;

    public CheckWriter(ResponseType response, SemanticModel model, int position, bool valueMayBeNull, IReadOnlyCollection<string> knownNotNull)
    {
        this.response = response;
        this.knownNotNull = knownNotNull;
        compilation = model.Compilation;
        isNullable = (model.GetNullableContext(position) & NullableContext.AnnotationsEnabled) != 0;
        this.valueMayBeNull = valueMayBeNull && isNullable;
    }

    /// <summary>What makes the response a failed one.</summary>
    public string Failed(string value)
    {
        var code = Member(value, response.Status.Code);
        return response.Form switch
        {
            ReasonCodeForm.Bytes when !HasHexString && code.Contains("?.") => $"!System.Linq.Enumerable.SequenceEqual({code}, new byte[] {{ {SuccessBytes} }})",
            ReasonCodeForm.Bytes when !HasHexString => $"!{code}.SequenceEqual(new byte[] {{ {SuccessBytes} }})",
            ReasonCodeForm.Number => $"{code} != 0",
            _ => $"{CodeText(value)} != \"{Success}\"",
        };
    }

    /// <summary>The code as text.</summary>
    public string CodeText(string value)
    {
        var code = Member(value, response.Status.Code);
        return response.Form switch
        {
            ReasonCodeForm.Bytes when HasHexString && isNullable && (code.Contains("?.") || TypeOf(response.Status.Code)?.NullableAnnotation == NullableAnnotation.Annotated) =>
                $"System.Convert.ToHexString({code} ?? System.Array.Empty<byte>())",
            ReasonCodeForm.Bytes when HasHexString => $"System.Convert.ToHexString({code})",
            ReasonCodeForm.Bytes => $"System.BitConverter.ToString({code}).Replace(\"-\", \"\")",
            ReasonCodeForm.Number => $"{code}.ToString(\"x4\")",
            ReasonCodeForm.Node => $"{code}?.ToString()",
            _ => code,
        };
    }

    /// <summary>The message for humans; null when the response has none.</summary>
    public string? Message(string value) => response.Status.Message is { } message ? Member(value, message) : null;

    /// <summary>Whether the message can be null by its annotation, so that it needs a replacement where a text is demanded.</summary>
    public bool MessageMayBeNull => isNullable && response.Status.Message is { } message && (valueMayBeNull || TypeOf(message)?.NullableAnnotation == NullableAnnotation.Annotated);

    /// <summary>The same for the code.</summary>
    public bool CodeMayBeNull => response.Form == ReasonCodeForm.Text && isNullable && (valueMayBeNull || TypeOf(response.Status.Code)?.NullableAnnotation == NullableAnnotation.Annotated);

    /// <summary>A sentence with code and message, as an interpolated text.</summary>
    public string Sentence(string value) =>
        $"$\"VIP answered {{{CodeText(value).Replace("\"", "\\\"").Replace("\\\"", "\"")}}}{(Message(value) is { } message ? $": {{{message}}}" : "")}\"";

    /// <summary>The object on the path that has a type that a parameter takes; null when there is none.</summary>
    public string? PartOfType(string value, Func<ITypeSymbol, bool> accepts, ITypeSymbol valueType)
    {
        if (accepts(valueType))
            return value;
        for (var length = 1; length <= response.Path.Length; length++)
        {
            if (TypeOf(response.Path[length - 1]) is { } type && accepts(type))
                return Along(value, length);
        }

        return null;
    }

    private string Success => response.Family == VipFamily.UserServices && response.Type.Name.StartsWith("AuthenticateUserWithPush", StringComparison.OrdinalIgnoreCase)
        ? ReasonCodes.PushSent
        : ReasonCodes.Success;

    private string SuccessBytes => Success == ReasonCodes.Success ? "0, 0" : "0x60, 0x40";

    private bool HasHexString => compilation.GetTypeByMetadataName("System.Convert")?.GetMembers("ToHexString").IsEmpty == false;

    private string Member(string value, ISymbol member) => Along(value, response.Path.Length, out var mayBeNull) + (mayBeNull ? "?." : ".") + member.Name;

    private string Along(string value, int length) => Along(value, length, out _);

    private string Along(string value, int length, out bool mayBeNull)
    {
        mayBeNull = valueMayBeNull && !knownNotNull.Contains(value);
        for (var i = 0; i < length; i++)
        {
            value += (mayBeNull ? "?." : ".") + response.Path[i].Name;
            mayBeNull = isNullable && TypeOf(response.Path[i])?.NullableAnnotation == NullableAnnotation.Annotated && !knownNotNull.Contains(value.Replace("?", ""));
        }

        return value;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;
}
