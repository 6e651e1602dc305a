using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.RejectedAuthorizationValue;

/// <summary>What .NET does with a value that is no proper <c>Authorization</c> header. Each was measured; DotNetHeaderTests runs the calls.</summary>
internal enum AuthorizationFault
{
    /// <summary>A signed header where .NET checks the grammar: <c>Add</c>, <c>Parse</c>, the scheme of a constructor.</summary>
    SignedRejected,

    /// <summary>A signed header as the second argument: the scheme is sent in front of it.</summary>
    SignedAfterScheme,

    /// <summary><c>Bearer Bearer</c>.</summary>
    BearerTwice,

    /// <summary>A scheme with a blank in it.</summary>
    BlankInScheme,

    /// <summary>The word <c>Bearer</c> alone.</summary>
    NoToken,

    /// <summary>An access token without <c>Bearer</c>: .NET takes it for the scheme.</summary>
    TokenAsScheme,

    /// <summary>A line break inside the value.</summary>
    LineBreak,
}

/// <summary>Looks for faults in the texts that a value may have; each question is about one alternative, and one bad alternative is enough.</summary>
internal static class AuthorizationFaults
{
    private const string Bearer = "Bearer";

    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE"];

    /// <summary>Whether the fault needs no other sign that this is about Adobe Pass: the signed text is the sign.</summary>
    public static bool IsOwnAnchor(this AuthorizationFault fault) => fault is AuthorizationFault.SignedRejected or AuthorizationFault.SignedAfterScheme;

    /// <summary>The whole value in one text: <c>Add("Authorization", value)</c>, <c>Parse(value)</c>.</summary>
    /// <param name="texts">The texts it may have.</param>
    /// <param name="isChecked">Whether .NET checks its grammar.</param>
    public static AuthorizationFault? OfWhole(IReadOnlyList<TextValue> texts, bool isChecked)
    {
        foreach (var text in texts)
        {
            if (isChecked && IsSigned(text))
                return AuthorizationFault.SignedRejected;
            if (HasLineBreak(text))
                return AuthorizationFault.LineBreak;
            if (IsRawToken(text))
                return AuthorizationFault.TokenAsScheme;
        }

        return null;
    }

    /// <summary><c>new AuthenticationHeaderValue(scheme)</c>, or with a parameter that is always null.</summary>
    public static AuthorizationFault? OfScheme(IReadOnlyList<TextValue> schemes)
    {
        foreach (var scheme in schemes)
        {
            if (IsSigned(scheme))
                return AuthorizationFault.SignedRejected;
            if (HasBlank(scheme))
                return AuthorizationFault.BlankInScheme;
            if (IsBearer(scheme))
                return AuthorizationFault.NoToken;
            if (IsRawToken(scheme))
                return AuthorizationFault.TokenAsScheme;
        }

        return null;
    }

    /// <summary><c>new AuthenticationHeaderValue(scheme, parameter)</c>.</summary>
    public static AuthorizationFault? OfParts(IReadOnlyList<TextValue> schemes, IReadOnlyList<TextValue> parameters)
    {
        foreach (var scheme in schemes)
        {
            if (HasBlank(scheme))
                return AuthorizationFault.BlankInScheme;
            foreach (var parameter in parameters)
            {
                // "POST", "requestor_id=…" is a right way of sending the signed header; the verb is its scheme then.
                if (IsSigned(parameter) && scheme.IsComplete && !Verbs.Contains(scheme.ToString())
                    && (IsBearer(scheme) || SignedHeaderText.TryParse(parameter.ToString())?.Verb is not null))
                {
                    return AuthorizationFault.SignedAfterScheme;
                }

                if (IsBearer(scheme) && parameter.ToString().StartsWith(Bearer + " ", StringComparison.OrdinalIgnoreCase))
                    return AuthorizationFault.BearerTwice;
                if (HasLineBreak(parameter))
                    return AuthorizationFault.LineBreak;
            }
        }

        return null;
    }

    /// <summary>A signed header of which a part is known that breaks the grammar of authentication parameters: the <c>=</c> at the end of its Base64, or a <c>/</c> in its path.</summary>
    private static bool IsSigned(TextValue text) =>
        SignedHeaderText.TryParse(text.ToString()) is { } header
        && (header.Has(SignedHeader.Signature) == true || header[SignedHeader.RequestUri]?.Value.IndexOf('/') >= 0);

    private static bool IsBearer(TextValue scheme) => scheme.IsComplete && string.Equals(scheme.ToString(), Bearer, StringComparison.OrdinalIgnoreCase);

    private static bool HasBlank(TextValue scheme) => scheme.ToString().IndexOf(' ') >= 0;

    private static bool HasLineBreak(TextValue text) => text.ToString().IndexOfAny(['\r', '\n']) >= 0;

    /// <summary>
    /// Text that certainly is an access token without its scheme: <c>access_token</c> out of the answer of the token endpoint, or a
    /// JWT written out. A variable that is only called token may hold the scheme as well.
    /// </summary>
    private static bool IsRawToken(TextValue text)
    {
        if (text.IsComplete)
            return text.ToString() is var known && known.StartsWith("eyJ", StringComparison.Ordinal) && known.IndexOf(' ') < 0;
        return text.Pieces is [{ IsHole: true, Source.Operation: var source }] && source.Unwrap() switch
        {
            IPropertyReferenceOperation { Property: var property } => IsAccessTokenOfAnswer(property),
            IFieldReferenceOperation { Field: var field } => IsAccessTokenOfAnswer(field),
            IInvocationOperation { TargetMethod.Name: "GetString" or "Value" or "GetValue" or "ToString", Syntax: var syntax } => syntax.ToString().Contains("\"access_token\""),
            _ => false,
        };
    }

    private static bool IsAccessTokenOfAnswer(ISymbol member) =>
        member.Name == "access_token"
        || member.GetAttributes().Any(static a => a.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute" or "DataMemberAttribute"
            && (a.ConstructorArguments.Any(static c => c.Value is "access_token") || a.NamedArguments.Any(static n => n.Value.Value is "access_token")));
}
