namespace AuthApi.Analyzers.Protocols;

/// <summary>The HTTP verbs that the two services use, in the only spelling that .NET puts on the wire for them.</summary>
internal static class HttpVerb
{
    public const string Get = "GET";
    public const string Post = "POST";
    public const string Put = "PUT";
    public const string Delete = "DELETE";
    public const string Head = "HEAD";
    public const string Options = "OPTIONS";
    public const string Patch = "PATCH";

    /// <summary>Whether two spellings name the same verb; letter case is ignored, as the .NET clients do for the known verbs.</summary>
    public static bool Same(string? left, string? right) =>
        left is not null && string.Equals(left.Trim(), right?.Trim(), StringComparison.OrdinalIgnoreCase);
}
