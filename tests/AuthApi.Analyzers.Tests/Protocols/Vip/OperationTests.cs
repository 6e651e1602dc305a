using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.Vip;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols.Vip;

public sealed class OperationTests
{
    [Fact]
    public void The_catalogue_is_the_fact_table_row_by_row()
    {
        var facts = FactTable.Read("vip-operations.md").Select(row => row.ContainsKey("rest name")
            ? string.Join("|", row["name"], row["rest name"], row["paths"], row["request"], row["response"], row["days"], row["judges otp"])
            : string.Join("|", row["name"], "", "", "", "", "", row["judges otp"]));
        var data = Operations.All.Select(operation => string.Join(
            "|",
            operation.Name,
            operation.RestName,
            string.Join(" ", operation.Paths),
            string.Join(" ", operation.Request.Select(field => field.Name + (field.IsRequired ? "!" : ""))),
            string.Join(" ", operation.Response),
            operation.MaximumExpirationDays,
            operation.ConsumesOtp ? "yes" : "no"));

        Assert.Equal(facts.Order(StringComparer.Ordinal), data.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_of_the_generated_types_follow_the_schema()
    {
        var activate = Operations.TryGet("activate-token", VipFamily.CredentialRest)!;
        Assert.Equal("ActivateTokenResponse ActivateTokenResponseType ActivateTokenType", $"{activate.ResponseName} {activate.ResponseTypeName} {activate.RequestTypeName}");
        var authenticate = Operations.TryGet("authenticateUser", VipFamily.UserServices)!;
        Assert.Equal("AuthenticateUserResponseType AuthenticateUserRequestType", $"{authenticate.ResponseTypeName} {authenticate.RequestTypeName}");
    }

    [Theory]
    [InlineData("RegisterResponse", 2)]
    [InlineData("RegisterResponseType", 2)]
    [InlineData("ActivateTokenResponse", 1)]
    [InlineData("ActivateToken", 0)]
    [InlineData("activateTokenResponse", 0)]
    public void A_response_name_leads_to_its_operations(string name, int count) => Assert.Equal(count, Operations.ByResponse(name).Count);

    [Theory]
    [InlineData("SetTemporaryPassword", VipFamily.UserServices)]
    [InlineData("activatetoken", VipFamily.CredentialSoap)]
    [InlineData("", VipFamily.CredentialRest)]
    internal void A_name_of_another_family_or_case_is_no_operation(string name, VipFamily family) => Assert.Null(Operations.TryGet(name, family));

    [Theory]
    [InlineData("https://services-auth.vip.symantec.com/mgmt/soap", "/mgmt")]
    [InlineData("https://pilot-services-auth.vip.symantec.com/val/soap?wsdl", "/val")]
    [InlineData("https://vipservices-auth.verisign.com/prov/soap", "/prov")]
    [InlineData("https://example.com/val/soap", null)]
    [InlineData("\uFFFC/val/soap", null)]
    [InlineData("https://services-auth.vip.symantec.com/\uFFFC/soap", null)]
    [InlineData("https://services-auth.vip.symantec.com/val", null)]
    [InlineData("https://services-auth.vip.symantec.com", null)]
    public void A_url_shows_its_group_only_when_it_is_known(string url, string? group) => Assert.Equal(group, VipHosts.GroupOf(ServiceUrl.Parse(url)));
}
