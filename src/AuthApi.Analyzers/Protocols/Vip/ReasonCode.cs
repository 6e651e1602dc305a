namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>The spaces in which a code has one meaning; <c>7000</c> is "approved" in one and "in progress" in another.</summary>
internal enum ReasonFamily
{
    /// <summary>Credential management, REST and SOAP alike.</summary>
    Credential,
    /// <summary><c>status</c> and <c>detail</c> of VIP User Services.</summary>
    UserServices,
    /// <summary>The inner <c>transactionStatus[].status</c> of <c>pollPushStatus</c>.</summary>
    PushTransaction,
    /// <summary>Voice delivery; decimal codes of one to four digits.</summary>
    VoiceDelivery,
    /// <summary>The account and unit REST APIs, which use the HTTP status.</summary>
    AccountRest,
}

/// <summary>What kind of outcome a code is.</summary>
internal enum ReasonCategory
{
    Success,
    /// <summary>Passes by itself; the same request may be repeated.</summary>
    Transient,
    /// <summary>About the security code.</summary>
    Otp,
    /// <summary>The request is wrong; repeating it cannot help.</summary>
    Request,
    /// <summary>The credential or user is in a state that does not fit.</summary>
    State,
    NotFound,
    /// <summary>The caller or user is not entitled, or said no.</summary>
    Authorization,
    /// <summary>Set-up: URL, policy, account.</summary>
    Configuration,
    /// <summary>Fault inside the service.</summary>
    Internal,
}

/// <summary>How well a code is founded.</summary>
internal enum ReasonConfidence
{
    /// <summary>On an official page, or in a recorded answer of the service.</summary>
    Confirmed,
    /// <summary>The code is certain, its meaning comes from client code.</summary>
    MeaningFromClientCode,
    /// <summary>Only client code knows it.</summary>
    ClientCodeOnly,
}

/// <summary>A code that VIP answers with.</summary>
/// <param name="Code">As the documentation writes it; compare without letter case. Four hexadecimal digits, except in voice delivery and the account APIs.</param>
/// <param name="Family">The space in which it means this.</param>
/// <param name="Category">What kind of outcome it is.</param>
/// <param name="Message">The documented text, which the live service varies; null when no page has one.</param>
/// <param name="Cause">Why the service answers so, in a sentence.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
internal sealed record ReasonCode(string Code, ReasonFamily Family, ReasonCategory Category, string? Message, string Cause, string Remedy)
{
    /// <summary>The operations that the sources name, by <see cref="Operation.CatalogueName"/>; empty when any operation may answer so.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Where this was learnt.</summary>
    public required string Source { get; init; }

    public ReasonConfidence Confidence { get; init; }

    public string? Note { get; init; }

    /// <summary>Waiting and repeating is the documented or advised answer. A call that consumed a security code is still not to be repeated automatically.</summary>
    public bool IsRetryable =>
        Category == ReasonCategory.Transient && Family is ReasonFamily.Credential
        || (Code is "4e01" && Family is ReasonFamily.Credential)
        || (Code is "6005" && Family is ReasonFamily.UserServices)
        || (Code is "1010" && Family is ReasonFamily.VoiceDelivery);

    /// <summary>The credential has drifted: ask for the next security code and send both.</summary>
    public bool NeedsSecondOtp => Code == "4923" && Family == ReasonFamily.Credential;

    /// <summary>The credential is in a state that has to be looked up and acted on.</summary>
    public bool IsCredentialState => Family == ReasonFamily.Credential && Code is "4990" or "4993" or "4994" or "4995" or "4996" or "4997" or "4e11";
}
