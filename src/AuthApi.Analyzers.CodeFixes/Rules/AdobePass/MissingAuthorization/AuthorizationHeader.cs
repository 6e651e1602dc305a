namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>What the expression of an <see cref="AuthorizationHeader"/> is.</summary>
internal enum HeaderForm
{
    /// <summary>The whole text of the header. .NET rejects a signed one unless it is added without validation.</summary>
    Text,

    /// <summary>An access token, sent after the word <c>Bearer</c>.</summary>
    Token,

    /// <summary>An <c>AuthenticationHeaderValue</c>.</summary>
    Value,

    /// <summary>A call that puts the header on the message it is given.</summary>
    Call,
}

/// <summary>One way to give a request its header.</summary>
/// <param name="Title">What the light bulb shows.</param>
/// <param name="Key">Equivalence key: the same for the same kind of answer.</param>
/// <param name="Form">What the expression is.</param>
/// <param name="Expression">C# text, valid where the request is sent; <see cref="Message"/> in it stands for the message.</param>
internal sealed record AuthorizationHeader(string Title, string Key, HeaderForm Form, string Expression)
{
    /// <summary>Stands for the message's name, which is only known when the request is rewritten.</summary>
    public const string Message = "__message__";

    public const string LikeOtherRequests = "LikeOtherRequests";
    public const string SigningMethod = "SigningMethod";
    public const string HeaderMethod = "HeaderMethod";
    public const string TokenProvider = "TokenProvider";
    public const string AccessToken = "AccessToken";
    public const string GenerateSigner = "GenerateSigner";
    public const string GenerateTokenProvider = "GenerateTokenProvider";

    /// <summary>Whether the expression awaits.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Members, as C# text, that the type lacks for this answer; local functions among top-level statements.</summary>
    public IReadOnlyList<string> NewMembers { get; init; } = [];
}
