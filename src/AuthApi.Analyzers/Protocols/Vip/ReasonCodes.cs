namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>
/// The catalogue of reason codes. It is data that grows, never a closed list: stored copies of the official table differ,
/// so an unknown code proves nothing.
/// </summary>
internal static class ReasonCodes
{
    /// <summary>Success in the credential operations and, with the exceptions of <see cref="SuccessOf"/>, in User Services.</summary>
    public const string Success = "0000";

    /// <summary>Success of starting a push: accepted, not yet approved.</summary>
    public const string PushSent = "6040";

    /// <summary>The inner status of a push that the user approved; the outer one is <see cref="Success"/> even when the user refused.</summary>
    public const string PushApproved = "7000";

    /// <summary>Success of voice delivery.</summary>
    public const string VoiceSuccess = "0";

    /// <summary>All codes of all families.</summary>
    public static IReadOnlyList<ReasonCode> All { get; } = [.. CredentialReasonCodes.All, .. UserServicesReasonCodes.All, .. OtherReasonCodes.All];

    /// <summary>The entry of a code in a family, or null when the catalogue has none. Letter case is ignored.</summary>
    public static ReasonCode? TryGet(string code, ReasonFamily family) =>
        All.FirstOrDefault(reason => reason.Family == family && string.Equals(reason.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The codes whose documented text is this one, in any family: a text can belong to several, and a code has more texts than the documented one.
    /// Letter case, surrounding blanks and a final full stop are ignored. A text with a hole belongs to none.
    /// </summary>
    public static IReadOnlyList<ReasonCode> ByMessage(string text) => ByMessage(text, static (message, wanted) => message == wanted);

    /// <summary>
    /// The codes whose documented text contains this piece: for conditions like <c>StatusMessage.Contains("locked")</c>.
    /// Pieces shorter than four characters belong to none.
    /// </summary>
    public static IReadOnlyList<ReasonCode> ByMessagePiece(string piece) =>
        Comparable(piece).Length < 4 ? [] : ByMessage(piece, static (message, wanted) => message.Contains(wanted));

    /// <summary>What an operation answers when it succeeds.</summary>
    public static string SuccessOf(Operation operation) => operation.CatalogueName == "authenticateUserWithPush" ? PushSent : Success;

    /// <summary>
    /// The codes that an operation can answer with: those that name it, and those that any operation can answer with, except codes about a
    /// credential or a field that the operation does not have. The inner codes of a push belong to <c>pollPushStatus</c>.
    /// </summary>
    public static IEnumerable<ReasonCode> Of(Operation operation) => All.Where(reason =>
        reason.Operations.Count > 0
            ? reason.Operations.Contains(operation.CatalogueName) && IsOf(reason.Family, operation)
            : reason.Family == operation.Reasons && IsPossible(reason, operation));

    /// <summary>Whether the text has the form of a code of the credential operations and User Services: four hexadecimal digits.</summary>
    public static bool HasCodeForm(string text) => text.Length == 4 && text.All(Uri.IsHexDigit);

    private static bool IsOf(ReasonFamily family, Operation operation) =>
        family == operation.Reasons || family is ReasonFamily.PushTransaction or ReasonFamily.VoiceDelivery;

    private static bool IsPossible(ReasonCode reason, Operation operation) => reason.Family != ReasonFamily.Credential || reason.Code switch
    {
        "4e08" => operation.HasRequestField("ACProfile"),
        _ when reason.Category is ReasonCategory.State or ReasonCategory.NotFound or ReasonCategory.Otp || reason.Code == "4f05" =>
            operation.HasRequestField("TokenId") || operation.HasRequestField("TokenIds"),
        _ => true,
    };

    private static IReadOnlyList<ReasonCode> ByMessage(string text, Func<string, string, bool> fits)
    {
        var wanted = Comparable(text);
        return wanted.Length == 0 || UnknownText.HasHole(wanted)
            ? []
            : [.. All.Where(reason => reason.Message is { } message && fits(Comparable(message), wanted))];
    }

    private static string Comparable(string text) => text.Trim().TrimEnd('.').ToLowerInvariant();
}
