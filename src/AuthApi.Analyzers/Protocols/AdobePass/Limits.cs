namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>Limits that Adobe Pass enforces or advises, and the dates of its APIs.</summary>
internal static class Limits
{
    /// <summary>Highest <c>ttl</c> of a registration code, in seconds; more is answered 400 (<c>registration-code-request.md</c>).</summary>
    public const int MaximumTtlSeconds = 36000;

    /// <summary>Life of a registration code without <c>ttl</c>, in seconds (same page).</summary>
    public const int DefaultTtlSeconds = 30 * 60;

    /// <summary>
    /// Resources in one preauthorize call; more are answered <c>too_many_resources</c> (403), but a higher ceiling can be agreed
    /// (<c>rest-api-cookbook-servertoserver.md</c>, <c>enhanced-error-codes.md</c>).
    /// </summary>
    public const int PreauthorizeResources = 5;

    /// <summary>Requests per second and device that the throttle lets through in the long run (<c>throttling-mechanism.md</c>).</summary>
    public const int RequestsPerSecond = 1;

    /// <summary>Additional requests at first contact, once (same page; it was 3 until 2024-09-26).</summary>
    public const int Burst = 10;

    /// <summary>Least wait after a 429, and so the least delay between the requests of a loop, in milliseconds (same page). The answer has no <c>Retry-After</c>.</summary>
    public const int MinimumDelayMilliseconds = 1000;

    /// <summary>Advised interval of polling for V2, in milliseconds: 3 to 5 s or more (V2 FAQ and checklist). V1 documents none.</summary>
    public const int AdvisedPollingMilliseconds = 3000;

    /// <summary>What a fix writes as polling interval, in milliseconds: the upper end of the advice, and what public clients use.</summary>
    public const int SuggestedPollingMilliseconds = 5000;

    /// <summary>Most retries of authorize and preauthorize, and of error codes of the retry kind: 2 to 3 (<c>enhanced-error-codes.md</c>).</summary>
    public const int MaximumRetries = 3;

    /// <summary>Last day of support for V1, as yyyy-MM-dd (product announcements).</summary>
    public const string V1EndOfSupport = "2025-12-31";

    /// <summary>When V1 calls stop working; Adobe has not fixed the day (product announcements).</summary>
    public const string V1EndOfLife = "end of 2026, date not final";

    /// <summary>Life of a media token, in minutes; it is for one use (<c>media-tokens.md</c>).</summary>
    public const int MediaTokenMinutes = 7;
}
