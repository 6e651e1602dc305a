using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidDeviceInfo;

/// <summary>What is wrong with a description of the device.</summary>
internal enum DeviceProblem
{
    /// <summary>JSON as it is, where the service reads Base64.</summary>
    RawJson,

    /// <summary>Base64 with line breaks: no header can hold them.</summary>
    LineBreaks,

    /// <summary>Percent-encoding on V2, which reads the Base64 alone.</summary>
    PercentEncoded,

    /// <summary>An identifier without the word <c>fingerprint</c> and a blank before it.</summary>
    NoPrefix,
}

/// <summary>A provable mistake.</summary>
/// <param name="Problem">What it is.</param>
/// <param name="Wrong">The expression that goes wrong.</param>
/// <param name="IsEncoded">For <see cref="DeviceProblem.RawJson"/>: percent-encoding is around it already.</param>
internal sealed record DeviceFinding(DeviceProblem Problem, IOperation Wrong, bool IsEncoded = false);

/// <summary>Judges the values of <c>X-Device-Info</c>, <c>device_info</c> and <c>AP-Device-Identifier</c>. Sources are named at <see cref="DeviceInfo"/>.</summary>
internal static class DeviceValues
{
    /// <summary>What is provably wrong with a value of device information; what cannot be followed is right.</summary>
    public static IEnumerable<DeviceFinding> OfInformation(ProgramModel program, Site value)
    {
        if (IsJson(program, value))
        {
            yield return new(DeviceProblem.RawJson, value.Operation.Unwrap());
            yield break;
        }

        foreach (var origin in program.Origins(value, out _))
        {
            if (origin.Operation is not IInvocationOperation call)
                continue;
            if (LineBreaks(origin, call) is { } option)
            {
                yield return new(DeviceProblem.LineBreaks, option);
            }
            else if (IsPercentEncoding(call.TargetMethod))
            {
                var inner = origin.With(call.Arguments[0].Value);
                if (IsJson(program, inner))
                    yield return new(DeviceProblem.RawJson, inner.Operation.Unwrap(), IsEncoded: true);
                else if (program.Origins(inner, out _).Any(static o => IsBase64(o.Operation)))
                    yield return new(DeviceProblem.PercentEncoded, call);
            }
        }
    }

    /// <summary>Whether a value of <c>AP-Device-Identifier</c> provably lacks its first word.</summary>
    public static DeviceFinding? OfIdentifier(ProgramModel program, Site value) =>
        program.TextsOf(value).Any(LacksPrefix) ? new(DeviceProblem.NoPrefix, value.Operation.Unwrap()) : null;

    private static bool LacksPrefix(TextValue text)
    {
        var known = text.ToString();
        var hole = known.IndexOf(TextValue.Hole);
        var start = hole < 0 ? known : known.Substring(0, hole);
        if (start.StartsWith(DeviceInfo.IdentifierPrefix, StringComparison.OrdinalIgnoreCase) || known.Length == 0)
            return false;
        if (hole < 0 || !DeviceInfo.IdentifierPrefix.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            return true;
        // "fingerprint" + hole lacks the blank only if the hole cannot begin with one.
        return IsOpaque(text.PieceAt(hole).Source.Operation.Unwrap());
    }

    /// <summary>Text that is made of letters and digits of an encoding, so that it holds no word and no blank.</summary>
    private static bool IsOpaque(IOperation operation) => IsBase64(operation) || operation is IInvocationOperation
    {
        TargetMethod: { Name: "ToHexString" or "ToHexStringLower", ContainingType.Name: "Convert" } or { Name: "ToString", ContainingType.Name: "Guid" or "BitConverter" },
    };

    private static bool IsBase64(IOperation operation) =>
        operation.Unwrap() is IInvocationOperation { TargetMethod: { Name: "ToBase64String", ContainingType.Name: "Convert" } };

    private static bool IsPercentEncoding(IMethodSymbol method) =>
        method.Parameters.Length >= 1 && method.DeclaringSyntaxReferences.Length == 0
        && (method.Name, method.ContainingType?.Name) is ("EscapeDataString" or "EscapeUriString", "Uri") or ("UrlEncode", "WebUtility" or "HttpUtility") or ("Encode", "UrlEncoder");

    private static IOperation? LineBreaks(Site origin, IInvocationOperation call)
    {
        if (!IsBase64(origin.Operation))
            return null;
        // Base64FormattingOptions.InsertLineBreaks is 1.
        return call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.Name == "Base64FormattingOptions" && a.Value.ConstantValue is { HasValue: true, Value: 1 })?.Value;
    }

    private static bool IsJson(ProgramModel program, Site value)
    {
        if (program.TextsOf(value).Any(static t => t.ToString().TrimStart() is ['{', _, ..]))
            return true;
        return program.Origins(value, out _).Any(o => o.Operation is IInvocationOperation { Type.SpecialType: SpecialType.System_String, TargetMethod: var method }
            && !program.IsOwn(method) && ((method.Name, method.ContainingType?.Name) is ("Serialize", "JsonSerializer") or ("SerializeObject", "JsonConvert") or ("ToJsonString", "JsonNode") or ("ToJson", "JsonUtility")
                || method.Name == "ToString" && IsJsonType((o.Operation as IInvocationOperation)!.Instance?.Type)));
    }

    private static bool IsJsonType(ITypeSymbol? type) => type is { Name: "JObject" or "JsonObject" or "JToken" };
}
