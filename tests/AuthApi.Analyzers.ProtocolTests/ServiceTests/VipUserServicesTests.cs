using System.Xml.Linq;
using AuthApi.Analyzers.ProtocolTests.Services.Vip;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

public sealed class VipUserServicesTests : VipTestBase
{
    [Fact]
    public async Task A_right_code_authenticates_a_user_and_a_credential()
    {
        Service.AddUser("user", Id);
        Assert.Equal("0000", Value(await CallAsync("authenticateUser", ("userId", "user"), ("otp", Credential.Otp)), "status"));
        Assert.Equal("0000", Value(await CallAsync("authenticateCredentials", ("credentialId", Id), ("otp", Credential.Otp)), "status"));
    }

    [Fact]
    public async Task A_wrong_code_is_6009_with_an_upper_case_detail()
    {
        var response = await CallAsync("authenticateCredentials", ("credentialId", Id), ("otp", "999999"));
        Assert.Equal("6009", Value(response, "status"));
        Assert.Equal("49B5", Value(response, "detail"));
        Assert.Null(Value(response, "credentialId"));
    }

    [Fact]
    public async Task Unknown_users_and_credentials_have_codes_of_their_own()
    {
        Assert.Equal("6003", Value(await CallAsync("authenticateUser", ("userId", "nobody"), ("otp", "123456")), "status"));
        Assert.Equal("6004", Value(await CallAsync("authenticateCredentials", ("credentialId", "VSST0"), ("otp", "123456")), "status"));
        var response = await CallAsync("getUserInfo", ("userId", "nobody"));
        Assert.Equal("6003", Value(response, "status"));
        Assert.Null(Value(response, "numBindings"));
    }

    [Theory]
    [InlineData("3b1f6f8a-2f0e-4b1c-9d2a-0c5a1b7e9d11", "600B")]
    [InlineData("abc", "600B")]
    [InlineData("12345678901234567890123456789012345678901", "600B")]
    [InlineData("3b1f6f8a2f0e4b1c9d2a0c5a1b7e9d11", "0000")]
    [InlineData("req_1", "0000")]
    public async Task The_request_id_has_a_pattern(string requestId, string status)
    {
        Service.AddUser("user", Id);
        Assert.Equal(status, Value(await SoapAsync("/vipuserservices/QueryService_1_10", Request("getUserInfo", requestId, ("userId", "user"))), "status"));
    }

    [Theory]
    [InlineData("Pending", "7001")]
    [InlineData("Approved", "7000")]
    [InlineData("Denied", "7002")]
    public async Task A_push_is_6040_and_its_poll_0000_whatever_the_user_did(string decision, string inner)
    {
        Service.AddUser("user", Id, Enum.Parse<PushDecision>(decision));
        var started = await CallAsync("authenticateUserWithPush", ("userId", "user"));
        Assert.Equal("6040", Value(started, "status"));

        var polled = await CallAsync("pollPushStatus", ("transactionId", Value(started, "transactionId")!));
        Assert.Equal("0000", Value(polled, "status"));
        Assert.Equal(inner, Value(polled.Element(UserNamespace + "transactionStatus")!, "status"));
    }

    [Fact]
    public async Task The_poll_of_an_unknown_push_succeeds_outside_and_fails_inside()
    {
        var polled = await CallAsync("pollPushStatus", ("transactionId", "unknown"));
        Assert.Equal("0000", Value(polled, "status"));
        Assert.Equal("7005", Value(polled.Element(UserNamespace + "transactionStatus")!, "status"));
    }

    [Fact]
    public async Task A_push_for_an_unknown_user_does_not_start() =>
        Assert.Equal("6003", Value(await CallAsync("authenticateUserWithPush", ("userId", "nobody")), "status"));

    [Fact]
    public async Task What_is_no_request_fails_the_schema()
    {
        Assert.Equal("600B", Value(await CallAsync("authenticate"), "status"));
        Assert.Equal("600B", Value(await CallAsync("authenticateUser", ("otp", "123456")), "status"));
    }

    [Theory]
    [InlineData("/vipuserservices/AuthenticationService_1_0", 200)]
    [InlineData("/vipuserservices/ManagementService_1_10", 200)]
    [InlineData("/vipuserservices/AuthenticationService", 404)]
    [InlineData("/vipuserservices/authentication", 404)]
    public async Task The_version_is_part_of_the_url(string path, int status) => Assert.Equal(status, (await PostAsync(path, "<x/>", "text/xml")).Status);

    private Task<XElement> CallAsync(string operation, params (string Name, string Value)[] fields) =>
        SoapAsync("/vipuserservices/AuthenticationService_1_10", Request(operation, "req_0001", fields));

    private static XElement Request(string operation, string requestId, params (string Name, string Value)[] fields) => new(
        UserNamespace + (operation + "Request"),
        new XElement(UserNamespace + "requestId", requestId),
        fields.Select(field => new XElement(UserNamespace + field.Name, field.Value)));

    private static string? Value(XElement parent, string name) => parent.Element(UserNamespace + name)?.Value;
}
