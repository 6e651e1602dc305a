using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.InvalidRequestValue;

/// <summary>A value that the service does not accept.</summary>
/// <param name="Field">The member.</param>
/// <param name="Text">The value.</param>
/// <param name="Place">Where to point.</param>
/// <param name="Constraint">What it breaks.</param>
/// <param name="Correct">The value that was meant; null when that is not certain.</param>
internal sealed record WrongValue(RequestField Field, TextValue Text, SyntaxNode Place, Constraint Constraint, string? Correct)
{
    /// <summary>How the message shows the value: the constant, or the expression.</summary>
    public string Shown => Text.IsComplete ? Text.ToString()
        : Field.Part is not null && Hole is { } hole ? hole.Source.Syntax.Excerpt()
        : Place.Excerpt();

    private TextPiece? Hole => Text.Pieces.Where(static p => p.IsHole).Select(static p => (TextPiece?)p).FirstOrDefault();

    public string Remedy =>
        Correct is { } correct ? $"send '{correct}'"
        : Text.Pieces.Any(static p => p.IsHole && GuidTexts.FormOf(p) is not null) ? "write the GUID with ToString(\"N\")"
        : "correct the value";

    /// <summary>What is wrong with the member; null when nothing certainly is.</summary>
    public static WrongValue? Of(RequestField field, VipRequest request, ProgramModel program, bool isTest)
    {
        if (ConstraintOf(field, request, program) is not { } constraint || isTest && constraint.Name.StartsWith("OTP", StringComparison.Ordinal))
            return null;
        foreach (var (text, place) in field.SettledIn(program))
        {
            var rendered = GuidTexts.Render(text);
            if (constraint.Accepts(rendered) != false || text.IsComplete && IsPlaceholder(rendered, request, field))
                continue;
            return new(field, text, PlaceIn(field, text) ?? place, constraint, text.IsComplete ? Correction(constraint, rendered) : null);
        }

        return null;
    }

    /// <summary>In a message that is written out as text: what is put into it, where that stands in the text.</summary>
    private static SyntaxNode? PlaceIn(RequestField field, TextValue text) =>
        field.Part is null ? null : text.Pieces.Where(static p => p.IsHole).Select(static p => (p.Use ?? p.Source).Syntax).FirstOrDefault(field.Value.Syntax.Contains);

    private static Constraint? ConstraintOf(RequestField field, VipRequest request, ProgramModel program) => field.Name switch
    {
        // AUTH2006 judges it.
        "TemporaryPassword" => null,
        "type" when request.Family == VipFamily.CredentialSoap && request.Fields.Any(static f => f.Name is "Value" or "TokenId") => ValueConstraints.TokenType,
        "Value" or "TokenId" when IsPhone(request, program) => ValueConstraints.PhoneTokenId,
        "Value" when request.Family == VipFamily.CredentialSoap => request.Type?.Name.StartsWith("TokenId", StringComparison.Ordinal) == true ? ValueConstraints.TokenId : null,
        "Version" when request.Family == VipFamily.UserServices => null,
        "otp" or "otp1" or "otp2" when request.Family == VipFamily.UserServices => ValueConstraints.Otp with { Name = "OTP", FailureCode = "600B" },
        _ => ValueConstraints.Of(field.Name, request.Family),
    };

    /// <summary>A token id next to the type SMS or Voice is a phone number.</summary>
    private static bool IsPhone(VipRequest request, ProgramModel program) => request.Field("type") is { } type
        && (type.Value.Operation.Unwrap() is IFieldReferenceOperation { Field: { Name: "SMS" or "Voice", ContainingType.TypeKind: TypeKind.Enum } }
            || type.Texts(program) is [{ IsComplete: true } only] && only.ToString() is "SMS" or "Voice");

    /// <summary>An empty text where a member may be missing stands for "none" in some programs; only a value that is there is judged.</summary>
    private static bool IsPlaceholder(string text, VipRequest request, RequestField field) =>
        text.Trim().Length == 0 && (request.Source is IPropertyInitializerOperation || field.Name is "OTP1" or "OTP2" or "Reason" or "type" or "Id" or "Value" or "TokenId" or "PhoneNumber")
        || text.StartsWith("{", StringComparison.Ordinal) && text.EndsWith("}", StringComparison.Ordinal) && !text.Contains('-')
        || text.StartsWith("%", StringComparison.Ordinal) || text.StartsWith("<", StringComparison.Ordinal);

    private static string? Correction(Constraint constraint, string text)
    {
        switch (constraint)
        {
            case ValuesConstraint values:
                return values.Correction(text);
            case var version when version == ValueConstraints.Version:
                var digits = text.Trim().TrimStart('v', 'V');
                return Accepted(constraint, digits) ?? Accepted(constraint, digits + ".0");
            case var phone when phone == ValueConstraints.PhoneTokenId || phone == ValueConstraints.PhoneNumber:
                var number = new string(text.Where(static c => !(c is '+' or ' ' or '-' or '(' or ')' or '/')).ToArray());
                // (0) between country code and number is not dialled from abroad.
                return text.Contains("(0)") ? null : Accepted(constraint, number);
            default:
                return Accepted(constraint, text.Trim());
        }
    }

    private static string? Accepted(Constraint constraint, string text) => constraint.Accepts(text) == true ? text : null;
}
