using AuthApi.Analyzers.Protocols.Vip;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols.Vip;

public sealed class RecognitionTests
{
    [Theory]
    [InlineData("services-auth.vip.symantec.com", VipEnvironment.Production, VipRole.WebServices, false)]
    [InlineData("pilot-services-auth.vip.symantec.com", VipEnvironment.Pilot, VipRole.WebServices, false)]
    [InlineData("Services.VIP.Symantec.com.", VipEnvironment.Production, VipRole.Provisioning, false)]
    [InlineData("userservices-auth.vip.symantec.com", VipEnvironment.Production, VipRole.UserServices, false)]
    [InlineData("pilot-userservices-auth.vip.symantec.com", VipEnvironment.Pilot, VipRole.UserServices, false)]
    [InlineData("userservices.vip.symantec.com", VipEnvironment.Production, VipRole.Portal, false)]
    [InlineData("api-auth.vip.symantec.com", VipEnvironment.Production, VipRole.OtherApi, false)]
    [InlineData("\uFFFCservices-auth.vip.symantec.com", VipEnvironment.Unknown, VipRole.Unknown, false)]
    [InlineData("\uFFFC.vip.symantec.com", VipEnvironment.Unknown, VipRole.Unknown, false)]
    [InlineData("vipservices-auth.verisign.com", VipEnvironment.Production, VipRole.WebServices, true)]
    [InlineData("pilot-vipservices-auth.verisign.com", VipEnvironment.Pilot, VipRole.WebServices, true)]
    [InlineData("vipuserservices-auth.verisign.com", VipEnvironment.Production, VipRole.UserServices, true)]
    internal void A_host_of_VIP_is_classified(string host, VipEnvironment environment, VipRole role, bool isLegacy) =>
        Assert.Equal(new(environment, role, isLegacy), VipHosts.Classify(host));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\uFFFC")]
    [InlineData(".vip.symantec.com")]
    [InlineData("www.symantec.com")]
    [InlineData("services.vip.symantec.com.example.org")]
    [InlineData("www.verisign.com")]
    [InlineData("notvip.symantec.com")]
    public void Any_other_host_is_none(string? host) => Assert.Null(VipHosts.Classify(host));

    [Theory]
    [InlineData("http://www.verisign.com/2006/08/vipservice", VipFamily.CredentialSoap)]
    [InlineData("https://schemas.vip.symantec.com/2006/08/vipservice", VipFamily.CredentialSoap)]
    [InlineData("http://schemas.verisign.com/vip/2011/04/vipuserservices", VipFamily.UserServices)]
    [InlineData("https://schemas.symantec.com/vip/2011/04/vipuserservices/query", VipFamily.UserServices)]
    [InlineData("http://schemas.verisign.com/vip/2011/04/vipuserservices/other", null)]
    [InlineData("http://www.verisign.com/2006/08/vipservice/auth", null)]
    [InlineData("https://www.verisign.com/2006/08/vipservice", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    internal void A_namespace_belongs_to_a_family(string? xmlNamespace, VipFamily? family) => Assert.Equal(family, XmlNamespaces.FamilyOf(xmlNamespace));

    [Fact]
    public void Every_namespace_and_host_opens_the_source_gate()
    {
        string[] names = [.. XmlNamespaces.All, "services-auth.vip.symantec.com", "pilot-vipservices-auth.verisign.com", "vipuserservices-auth.verisign.com"];

        Assert.All(names, name => Assert.Contains(Anchors.SourceText, anchor => name.Contains(anchor)));
    }

    [Fact]
    public void Type_names_of_proxies_open_the_reference_gate_and_everyday_names_do_not()
    {
        Assert.Superset(
            new HashSet<string> { "vipSoapInterface", "ActivateTokenResponseType", "ActivateTokenResponse", "PollPushStatusResponseType" },
            new HashSet<string>(Anchors.ReferencedTypes));
        Assert.DoesNotContain("ValidateResponse", Anchors.ReferencedTypes);
        Assert.DoesNotContain("RegisterResponse", Anchors.ReferencedTypes);
        Assert.DoesNotContain("CreateUserResponse", Anchors.ReferencedTypes);
    }
}
