namespace AuthApi.Analyzers;

/// <summary>The ids of all rules. An id is for ever: never reused, never given another meaning.</summary>
internal static class DiagnosticIds
{
    public const string InvalidOption = "AUTH0001";

    public const string MissingAuthorization = "AUTH1001";
    public const string RequestTimeNotMilliseconds = "AUTH1002";
    public const string RejectedAuthorizationValue = "AUTH1003";
    public const string InvalidRequestSignature = "AUTH1004";
    public const string MixedEnvironments = "AUTH1005";
    public const string WrongEndpoint = "AUTH1006";
    public const string TightPolling = "AUTH1007";
    public const string MisreadStatus = "AUTH1008";
    public const string InvalidRequestParameter = "AUTH1009";
    public const string InvalidDeviceInfo = "AUTH1010";
    public const string RetiringApi = "AUTH1011";

    public const string IgnoredReasonCode = "AUTH2001";
    public const string ReasonCodeNeverMatches = "AUTH2002";
    public const string ReasonCodeAsNumber = "AUTH2003";
    public const string StatusMessageDecides = "AUTH2004";
    public const string InvalidRequestValue = "AUTH2005";
    public const string InvalidTemporaryPassword = "AUTH2006";
    public const string UnsetSpecifiedFlag = "AUTH2007";
    public const string OtpAsNumber = "AUTH2008";
    public const string RepeatedOtp = "AUTH2009";
    public const string MixedVipEnvironments = "AUTH2010";
    public const string UnhandledReasonCode = "AUTH2011";
    public const string PushNotApproved = "AUTH2012";
}
