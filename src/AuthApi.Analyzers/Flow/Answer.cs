namespace AuthApi.Analyzers.Flow;

/// <summary>The answer to a question about a program: rules report only on <see cref="AnswerKind.No"/>.</summary>
internal enum AnswerKind
{
    No,
    Unknown,
    Yes,
}

/// <summary>A three-valued answer; an unknown one says why, in words that stand in docs/how-it-decides.md.</summary>
internal readonly record struct Answer(AnswerKind Kind, string? Reason = null)
{
    public static readonly Answer Yes = new(AnswerKind.Yes);
    public static readonly Answer No = new(AnswerKind.No);

    public static Answer Unknown(string reason) => new(AnswerKind.Unknown, reason);

    /// <summary>"It happens on some way": yes wins over unknown, unknown over no.</summary>
    public Answer Or(Answer other) => other.Kind > Kind ? other : this;
}
