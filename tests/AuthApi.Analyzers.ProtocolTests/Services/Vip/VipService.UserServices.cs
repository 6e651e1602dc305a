using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AuthApi.Analyzers.ProtocolTests.Services.Vip;

internal enum PushDecision { Pending, Approved, Denied }

/// <summary>
/// VIP user services: camelCase SOAP, the outcome in <c>status</c>, sometimes with a web services code in <c>detail</c>. A push
/// start succeeds with 6040; a poll succeeds with 0000 whatever the user did, and only the inner 7000 is approval.
/// Sources: XSD of the user services, recorded answers of the live service.
/// </summary>
internal sealed partial class VipService
{
    private static readonly XNamespace[] s_userServices =
    [
        "https://schemas.symantec.com/vip/2011/04/vipuserservices", "http://schemas.verisign.com/vip/2011/04/vipuserservices",
    ];

    private static readonly Dictionary<string, string> s_userMessages = new()
    {
        ["0000"] = "Success.",
        ["6003"] = "User doesn't exist.",
        ["6004"] = "Credential ID is not valid.",
        ["6008"] = "User does not have an enabled credential for the given credential type.",
        ["6009"] = "Authentication failed.",
        ["600B"] = "Schema validation failed.",
        ["6040"] = "Mobile push request sent",
        ["7000"] = "Mobile push request approved by user",
        ["7001"] = "Mobile push request in progress",
        ["7002"] = "Mobile push request denied by user",
        ["7005"] = "Mobile push request not found",
    };

    private readonly Dictionary<string, User> _users = [];
    private readonly Dictionary<string, User> _pushes = [];

    /// <summary>A user with a credential that was added before, and what the user does with push requests.</summary>
    public void AddUser(string userId, string credentialId, PushDecision push = PushDecision.Approved) =>
        _users[userId] = new User(credentialId, push);

    private IEnumerable<ServiceEndpoint> EndpointsOfUserServices() =>
        new[] { "AuthenticationService", "ManagementService", "QueryService" }.Select(service =>
            new ServiceEndpoint("POST", $"/vipuserservices/{service}_1_{{minor:int}}", request => AnswerUserService(request.Body)));

    private ServiceAnswer AnswerUserService(string body)
    {
        if (Soap.Message(body) is not { } message || !IsUserService(message.Name.Namespace) || !message.Name.LocalName.EndsWith("Request", StringComparison.Ordinal))
            return UserAnswer(s_userServices[0] + "errorResponse", null, "600B");

        // Elements are found by local name: contracts add /auth, /mgmt or /query to the namespace of the types.
        string? Field(string name) => message.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

        var root = message.Name.Namespace + (message.Name.LocalName[..^"Request".Length] + "Response");
        var requestId = Field("requestId");
        if (requestId is null || !RequestIdForm().IsMatch(requestId))
            return UserAnswer(root, requestId, "600B");

        // The samples of the documentation write AuthenticateUserRequest, the WSDL's operation is authenticateUser.
        return (char.ToLowerInvariant(message.Name.LocalName[0]) + message.Name.LocalName[1..]) switch
        {
            "authenticateUserRequest" => AuthenticateUser(root, requestId, Field("userId"), Field("otp")),
            "authenticateCredentialsRequest" or "checkOtpRequest" =>
                AuthenticateCredential(root, requestId, Field("credentialId"), Field("otp")),
            "authenticateUserWithPushRequest" => StartPush(root, requestId, Field("userId")),
            "pollPushStatusRequest" => PollPush(root, requestId, Field("transactionId")),
            "getUserInfoRequest" => UserInfo(root, requestId, Field("userId")),
            "getServerTimeRequest" => UserAnswer(root, requestId, "0000", new XElement(root.Namespace + "timestamp", Clock.GetUtcNow().UtcDateTime)),
            _ => UserAnswer(root, requestId, "600B"),
        };
    }

    private ServiceAnswer AuthenticateUser(XName root, string requestId, string? userId, string? otp) =>
        FindUser(userId) is { } user
            ? AuthenticateCredential(root, requestId, user.CredentialId, otp)
            : UserAnswer(root, requestId, userId is null ? "600B" : "6003");

    /// <summary>6009 with the web services code as detail, upper case: 49B5 for a wrong code.</summary>
    private ServiceAnswer AuthenticateCredential(XName root, string requestId, string? credentialId, string? otp)
    {
        if (credentialId is null || otp is null)
            return UserAnswer(root, requestId, "600B");
        if (_operations.Find(credentialId) is not { } credential)
            return UserAnswer(root, requestId, "6004");
        var code = _operations.Validate(credential, otp);
        return code == ReasonCodes.Success
            ? UserAnswer(root, requestId, "0000", new XElement(root.Namespace + "credentialId", credentialId))
            : UserAnswer(root, requestId, "6009",
                new XElement(root.Namespace + "detail", code.ToUpperInvariant()),
                new XElement(root.Namespace + "detailMessage", ReasonCodes.Message(code)));
    }

    private ServiceAnswer StartPush(XName root, string requestId, string? userId)
    {
        if (FindUser(userId) is not { } user)
            return UserAnswer(root, requestId, userId is null ? "600B" : "6003");
        var transaction = $"push{_pushes.Count + 1:D4}";
        _pushes[transaction] = user;
        return UserAnswer(root, requestId, "6040", new XElement(root.Namespace + "transactionId", transaction));
    }

    private ServiceAnswer PollPush(XName root, string requestId, string? transaction)
    {
        if (transaction is null)
            return UserAnswer(root, requestId, "600B");
        var status = !_pushes.TryGetValue(transaction, out var user) ? "7005"
            : user.Push switch { PushDecision.Approved => "7000", PushDecision.Denied => "7002", _ => "7001" };
        return UserAnswer(root, requestId, "0000", new XElement(root.Namespace + "transactionStatus",
            new XElement(root.Namespace + "transactionId", transaction),
            new XElement(root.Namespace + "status", status),
            new XElement(root.Namespace + "statusMessage", s_userMessages[status])));
    }

    /// <summary>A failed answer carries no payload at all.</summary>
    private ServiceAnswer UserInfo(XName root, string requestId, string? userId) => FindUser(userId) is null
        ? UserAnswer(root, requestId, "6003")
        : UserAnswer(root, requestId, "0000",
            new XElement(root.Namespace + "userId", userId),
            new XElement(root.Namespace + "userStatus", "ACTIVE"),
            new XElement(root.Namespace + "numBindings", 1));

    private User? FindUser(string? userId) => userId is null ? null : _users.GetValueOrDefault(userId);

    private static bool IsUserService(XNamespace xmlns) =>
        Array.Exists(s_userServices, known => xmlns.NamespaceName.StartsWith(known.NamespaceName, StringComparison.Ordinal));

    private static ServiceAnswer UserAnswer(XName root, string? requestId, string status, params XElement[] payload) => Soap.Answer(new XElement(
        root,
        requestId is null ? null : new XElement(root.Namespace + "requestId", requestId),
        new XElement(root.Namespace + "status", status),
        new XElement(root.Namespace + "statusMessage", s_userMessages[status]),
        payload));

    /// <summary>4 to 40 letters, digits or underscores: a GUID with dashes does not pass.</summary>
    [GeneratedRegex("^[0-9A-Za-z_]{4,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex RequestIdForm();

    private sealed record User(string CredentialId, PushDecision Push);
}
