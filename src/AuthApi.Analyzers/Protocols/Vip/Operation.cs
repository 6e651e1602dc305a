namespace AuthApi.Analyzers.Protocols.Vip;

/// <summary>A member of a request or response.</summary>
/// <param name="Name">Its name in the schema; JSON of the REST API uses the same.</param>
/// <param name="IsRequired">Whether the schema or page requires it.</param>
internal sealed record Field(string Name, bool IsRequired);

/// <summary>An operation of VIP. The instances are in <see cref="Operations"/>.</summary>
internal sealed class Operation
{
    public Operation(ReasonFamily reasons, string name) => (Reasons, Name) = (reasons, name);

    /// <summary><see cref="ReasonFamily.Credential"/> or <see cref="ReasonFamily.UserServices"/>.</summary>
    public ReasonFamily Reasons { get; }

    /// <summary>The name in the WSDL: <c>ActivateToken</c>, <c>authenticateUser</c>.</summary>
    public string Name { get; }

    /// <summary>The name in the REST API (<c>activate-token</c>), or null when it has none there that is known.</summary>
    public string? RestName { get; init; }

    /// <summary>The name by which <see cref="ReasonCode.Operations"/> lists it.</summary>
    public string CatalogueName
    {
        get => field ?? RestName ?? Name;
        init;
    }

    /// <summary>The paths that offer it, without <c>/soap</c>: <c>/mgmt</c>. Elsewhere the answer is 4e10. Empty when not known.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Members of the request besides <c>Version</c>, <c>Id</c> and <c>AuthorizerAccountId</c>. Not filled in for User Services.</summary>
    public IReadOnlyList<Field> Request { get; init; } = [];

    /// <summary>Members of a successful response besides <c>Version</c>, <c>RequestId</c> and <c>Status</c>; absent in a failure. Not filled in for User Services.</summary>
    public IReadOnlyList<string> Response { get; init; } = [];

    /// <summary>Whether it judges a security code, so that repeating the call with the same one fails or counts toward the lock.</summary>
    public bool ConsumesOtp { get; init; }

    /// <summary>Most days from now for its <c>ExpirationDate</c>; null when it has none.</summary>
    public int? MaximumExpirationDays { get; init; }

    /// <summary>XML element, JSON root and message class of the answer: <c>ActivateTokenResponse</c>.</summary>
    public string ResponseName => Pascal + "Response";

    /// <summary>Class of the answer in a generated proxy: <c>ActivateTokenResponseType</c>.</summary>
    public string ResponseTypeName => Pascal + "ResponseType";

    /// <summary>Class of the request in a generated proxy: <c>ActivateTokenType</c>, <c>AuthenticateUserRequestType</c>.</summary>
    public string RequestTypeName => Pascal + (Reasons == ReasonFamily.UserServices ? "RequestType" : "Type");

    public bool HasRequestField(string name) => Request.Any(field => field.Name == name);

    private string Pascal => char.ToUpperInvariant(Name[0]) + Name.Substring(1);
}
