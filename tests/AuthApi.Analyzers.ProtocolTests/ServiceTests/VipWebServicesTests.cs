using System.Xml.Linq;
using AuthApi.Analyzers.ProtocolTests.Services.Vip;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

public sealed class VipWebServicesTests : VipTestBase
{
    [Theory]
    [InlineData("mgmt", "ActivateToken")]
    [InlineData("mgmt", "DisableToken")]
    [InlineData("mgmt", "GetTokenInformation")]
    [InlineData("prov", "GetServerTime")]
    public async Task An_operation_succeeds_on_the_url_of_its_group(string group, string operation)
    {
        var response = await CallAsync(group, operation);
        Assert.Equal(VipNamespace + (operation + "Response"), response.Name);
        Assert.Equal("0000", Code(response));
        Assert.Equal("r1", response.Attribute("RequestId")?.Value);
    }

    [Theory]
    [InlineData("val", "ActivateToken")]
    [InlineData("mgmt", "Validate")]
    [InlineData("prov", "Synchronize")]
    [InlineData("txn", "GetServerTime")]
    public async Task On_the_url_of_another_group_it_is_4E10(string group, string operation)
    {
        var response = await CallAsync(group, operation);
        Assert.Equal(VipNamespace + "ErrorResponse", response.Name);
        Assert.Equal("4E10", Code(response));
    }

    [Fact]
    public async Task Codes_are_upper_case_and_failures_carry_no_payload()
    {
        var response = await CallAsync("val", "Validate", new XElement(VipNamespace + "OTP", "999999"));
        Assert.Equal("49B5", Code(response));
        Assert.Equal(VipNamespace + "ValidateResponse", response.Name);
        Assert.Single(response.Elements());
    }

    [Fact]
    public async Task The_older_namespace_is_answered_in_itself()
    {
        XNamespace older = "http://www.verisign.com/2006/08/vipservice";
        var response = await SoapAsync("/mgmt/soap", new XElement(older + "EnableToken", new XAttribute("Version", "3.1"), new XElement(older + "TokenId", Id)));
        Assert.Equal(older + "EnableTokenResponse", response.Name);
    }

    [Fact]
    public async Task What_is_no_operation_is_a_malformed_request()
    {
        Assert.Equal("4E00", Code(await CallAsync("mgmt", "Activate")));
        Assert.Equal("4E00", Code(await SoapAsync("/mgmt/soap", new XElement("ActivateToken"))));
        var (status, body) = await PostAsync("/mgmt/soap", "{}", "application/json");
        Assert.Equal(200, status);
        Assert.Contains("ErrorResponse", body);
    }

    [Fact]
    public async Task A_version_is_required()
    {
        var response = await SoapAsync("/mgmt/soap", new XElement(VipNamespace + "EnableToken", new XElement(VipNamespace + "TokenId", Id)));
        Assert.Equal("4E00", Code(response));
    }

    [Fact]
    public async Task An_element_whose_Specified_flag_was_not_set_is_simply_not_there()
    {
        XElement Password(params object[] more) => new(VipNamespace + "x", new XElement(VipNamespace + "TemporaryPassword", "123456"), more);
        await CallAsync("mgmt", "SetTemporaryPassword", [.. Password().Elements()]);
        Assert.False(Credential.TemporaryPasswordOneTimeUse);
        await CallAsync("mgmt", "SetTemporaryPassword", [.. Password(new XElement(VipNamespace + "OneTimeUseOnly", "true")).Elements()]);
        Assert.True(Credential.TemporaryPasswordOneTimeUse);
    }

    [Theory]
    [InlineData("SMS", "0000")]
    [InlineData("Voice", "49F2")]
    [InlineData("sms", "4E00")]
    [InlineData(null, "49F2")]
    public async Task The_type_of_a_phone_belongs_to_its_key(string? type, string code)
    {
        Service.Add("15551234567", CredentialState.Disabled, "SMS");
        var id = new XElement(VipNamespace + "TokenId", type is null ? null : new XAttribute("type", type), "15551234567");
        var response = await SoapAsync("/mgmt/soap", new XElement(VipNamespace + "EnableToken", new XAttribute("Version", "3.1"), id));
        Assert.Equal(code, Code(response));
    }

    private Task<XElement> CallAsync(string group, string operation, params XElement[] fields) => SoapAsync($"/{group}/soap", new XElement(
        VipNamespace + operation, new XAttribute("Version", "3.1"), new XAttribute("Id", "r1"), new XElement(VipNamespace + "TokenId", Id), fields));

    private static string Code(XElement response) => response.Element(response.Name.Namespace + "Status")!.Element(response.Name.Namespace + "ReasonCode")!.Value;
}
