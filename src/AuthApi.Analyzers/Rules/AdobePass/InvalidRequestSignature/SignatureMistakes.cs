using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidRequestSignature;

/// <summary>What is wrong with a signature.</summary>
internal enum SignatureFault
{
    /// <summary>An HMAC of another hash.</summary>
    Algorithm,

    /// <summary>A hash without a key.</summary>
    Unkeyed,

    /// <summary>An HMAC whose key was never set: a random one each time.</summary>
    RandomKey,

    /// <summary>Characters of key or text not as UTF-8.</summary>
    Encoding,

    /// <summary>The hash not written as standard Base64.</summary>
    Result,

    /// <summary>The text holds what follows the signed part.</summary>
    SignedSpan,
}

/// <summary>A mistake, at the expression that made it.</summary>
internal sealed record SignatureMistake(SignatureFault Fault, SyntaxNode Blamed, string Finding);

/// <summary>
/// The signatures of a compilation that cannot match: Base64 of the HMAC-SHA1 of the text from the verb to the value of
/// <c>request_uri</c>, both key and text as UTF-8 (a published vector shows it). Only what leads straight to the header is looked at.
/// </summary>
internal static class SignatureMistakes
{
    public static IReadOnlyList<SignatureMistake> In(ProgramModel program, CancellationToken cancellationToken)
    {
        var result = new List<SignatureMistake>();
        foreach (var value in SignedFields.ValuesOf(program, SignedHeader.Signature, cancellationToken))
        {
            if (value.Pieces is not [{ IsHole: true } hole])
                continue;
            foreach (var mistake in OfSignature(program, hole.Use ?? hole.Source))
            {
                if (!result.Exists(m => m.Blamed == mistake.Blamed))
                    result.Add(mistake);
            }
        }

        return result;
    }

    private static IEnumerable<SignatureMistake> OfSignature(ProgramModel program, Site signature)
    {
        foreach (var origin in program.Origins(signature, out _))
        {
            if (origin.Operation is not IInvocationOperation call)
                continue;
            // BitConverter.ToString(hash).Replace("-", "").ToLower(): the innermost call made the text.
            var made = call;
            while (made is { Instance: { } self, TargetMethod.ContainingType.SpecialType: SpecialType.System_String }
                && program.Origins(origin.With(self), out _) is [{ Operation: IInvocationOperation inner }])
            {
                made = inner;
            }

            if (HexText.IsWrittenBy(program, origin.With(made)))
            {
                // An encoder of bytes is right for others: the call that takes the hash to it is not.
                yield return new(SignatureFault.Result, HexText.IsEncoder(made) && origin.Frame is { } frame ? frame.Call.Syntax : HexText.Whole(made), "writes the hash in hexadecimal");
                continue;
            }

            if (WritesBytes(made) is not { } form || made.Arguments.Length == 0)
                continue;
            if (form != "")
                yield return new(SignatureFault.Result, HexText.IsEncoder(made) && origin.Frame is { } frame ? frame.Call.Syntax : made.Syntax, $"writes the hash {form}");
            else if (made != call && Strips(call))
                yield return new(SignatureFault.Result, call.Syntax, "changes the Base64 text of the hash");
            foreach (var mistake in program.Origins(origin.With(made.Arguments[0].Value), out _).SelectMany(h => OfHash(program, h)))
                yield return mistake;
        }
    }

    // "" for Base64, null for what is not known.
    private static string? WritesBytes(IInvocationOperation call) => (call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) switch
    {
        ("Convert", "ToBase64String") => "",
        ("Convert", "ToHexString" or "ToHexStringLower") or ("BitConverter", "ToString") => "in hexadecimal",
        ("WebEncoders" or "Base64UrlTextEncoder" or "Base64UrlEncoder", "Base64UrlEncode" or "Encode") or ("Base64Url", "EncodeToString") => "as Base64url",
        _ => null,
    };

    private static bool Strips(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Replace" => call.Arguments[0].Value.ConstantValue.Value?.ToString() is "+" or "/" or "=",
        "TrimEnd" or "Trim" => call.Arguments.Any(static a => Holds(a.Value, '=')),
        _ => false,
    };

    private static bool Holds(IOperation value, char character) =>
        value.ConstantValue.Value is char single ? single == character : value is IArrayCreationOperation { Initializer: { } initializer } && initializer.ElementValues.Any(e => Holds(e, character));

    private static IEnumerable<SignatureMistake> OfHash(ProgramModel program, Site hash)
    {
        if (hash.Operation is not IInvocationOperation call || call.TargetMethod.ContainingType is not { } type || type.ContainingNamespace?.Name != "Cryptography")
            yield break;
        if (call.TargetMethod.Name == "HashData")
        {
            if (AlgorithmFault(type) is { } fault)
                yield return new(fault, call.Syntax, Finding(fault, type));
            foreach (var argument in call.Arguments.Where(static a => a.ArgumentKind == ArgumentKind.Explicit))
            {
                foreach (var mistake in OfBytes(program, hash.With(argument.Value), isText: argument.Parameter?.Name is "source" or "buffer"))
                    yield return mistake;
            }
        }
        else if (call.TargetMethod.Name == "ComputeHash" && call is { Instance: { } instance, Arguments: [{ Value: var bytes }, ..] })
        {
            foreach (var mistake in program.Origins(hash.With(instance), out _).SelectMany(m => OfAlgorithm(program, m, call)))
                yield return mistake;
            foreach (var mistake in OfBytes(program, hash.With(bytes), isText: true))
                yield return mistake;
        }
    }

    private static IEnumerable<SignatureMistake> OfAlgorithm(ProgramModel program, Site algorithm, IInvocationOperation use)
    {
        if (algorithm.Operation.Type is not INamedTypeSymbol { ContainingNamespace.Name: "Cryptography" } type)
            yield break;
        if (AlgorithmFault(type) is { } fault)
            yield return new(fault, fault == SignatureFault.Algorithm ? algorithm.Syntax : use.Syntax, Finding(fault, type));
        if (algorithm.Operation is not IObjectCreationOperation creation || type.Name != "HMACSHA1")
            yield break;
        if (creation.Arguments.Length == 0 && !SetsKey(program, creation))
            yield return new(SignatureFault.RandomKey, creation.Syntax, "has a new random key each time, because none is given");
        foreach (var mistake in creation.Arguments.Take(1).SelectMany(a => OfBytes(program, algorithm.With(a.Value), isText: false)))
            yield return mistake;
    }

    private static SignatureFault? AlgorithmFault(ITypeSymbol type) => type.Name switch
    {
        "HMACSHA256" or "HMACSHA384" or "HMACSHA512" or "HMACMD5" or "HMACSHA3_256" or "HMACSHA3_384" or "HMACSHA3_512" => SignatureFault.Algorithm,
        "SHA1" or "SHA1Managed" or "SHA1CryptoServiceProvider" or "SHA256" or "SHA256Managed" or "SHA384" or "SHA512" or "SHA512Managed" or "MD5" or "MD5CryptoServiceProvider" => SignatureFault.Unkeyed,
        _ => null,
    };

    private static string Finding(SignatureFault fault, ITypeSymbol type) =>
        fault == SignatureFault.Algorithm ? $"signs by {type.Name}" : $"hashes by {type.Name} without the secret key";

    /// <summary>Whether a key is set on the object afterwards, or may be because the object goes elsewhere.</summary>
    private static bool SetsKey(ProgramModel program, IObjectCreationOperation creation)
    {
        if (creation.Initializer is { Initializers.Length: > 0 })
            return true;
        var (parent, _) = creation.OuterParent();
        if (parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
            return parent is not IInvocationOperation;
        return program.ReferencesTo(local).Any(static r => r.Parent is not IInvocationOperation { TargetMethod.Name: "ComputeHash" or "Dispose" });
    }

    private static IEnumerable<SignatureMistake> OfBytes(ProgramModel program, Site bytes, bool isText)
    {
        foreach (var origin in program.Origins(bytes, out _))
        {
            if (origin.Operation is not IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType.Name: "Encoding" or "UnicodeEncoding" or "UTF32Encoding" }, Instance: { } encoding, Arguments: [{ Value: var text }, ..] })
                continue;
            if (EncodingName(encoding) is { } name)
                yield return new(SignatureFault.Encoding, encoding.Syntax, $"takes the bytes of the {(isText ? "text" : "key")} as {name}");
            if (!isText)
                continue;
            var texts = program.TextsOf(origin.With(text));
            if (texts.Count > 0 && texts.All(static t => SignedHeader.IsSignedText(t.ToString()) && t.ToString().Contains(SignedHeader.PublicKey + "=")))
                yield return new(SignatureFault.SignedSpan, text.Syntax, "already holds public_key=, which is no part of what is signed,");
        }
    }

    private static string? EncodingName(IOperation encoding) => encoding.Unwrap() switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Unicode" or "BigEndianUnicode" } } => "UTF-16",
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "UTF32" } } => "UTF-32",
        IObjectCreationOperation { Type.Name: "UnicodeEncoding" } => "UTF-16",
        IObjectCreationOperation { Type.Name: "UTF32Encoding" } => "UTF-32",
        _ => null,
    };
}
