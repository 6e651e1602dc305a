using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.MixedVipEnvironments.MixedVipEnvironmentsAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.MixedVipEnvironments;

public class MixedVipEnvironmentsTests
{
    // EndpointAddress and the proxies have the shape that dotnet-svcutil and wsdl.exe generate.
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        public class EndpointAddress { public EndpointAddress(string uri) { } public EndpointAddress(Uri uri) { } }
        public class Proxy { public string Url { get; set; } }
        public class vipSoapInterfaceClient { public vipSoapInterfaceClient() { } public vipSoapInterfaceClient(object binding, EndpointAddress remoteAddress) { } public vipSoapInterfaceClient(string configuration, string remoteAddress) { } public void Call() { } }
        public static class Vip { public const string Management = "https://services-auth.vip.symantec.com/mgmt/soap"; public const string Validation = "https://pilot-services-auth.vip.symantec.com/val/soap"; }

        """;

    private static Task InClass(string members) => Verify.VerifyAnalyzerAsync(Usings + $"public class Gateway {{ {members} }}");

    [Theory]
    [InlineData("public void M(object b) { var a = new vipSoapInterfaceClient(b, new EndpointAddress(\"https://services-auth.vip.symantec.com/mgmt/soap\")); var v = new vipSoapInterfaceClient(b, new EndpointAddress(\"https://[|pilot-services-auth.vip.symantec.com|]/val/soap\")); a.Call(); v.Call(); }")]
    [InlineData("public void M(object b) { var a = new vipSoapInterfaceClient(b, new EndpointAddress(new Uri(\"https://pilot-services-auth.vip.symantec.com/mgmt/soap\"))); var v = new vipSoapInterfaceClient(b, new(new Uri(\"https://[|services-auth.vip.symantec.com|]/val/soap\"))); a.Call(); v.Call(); }")]
    [InlineData("readonly vipSoapInterfaceClient management = new(\"m\", Vip.Management); readonly vipSoapInterfaceClient validation = new vipSoapInterfaceClient(null, new EndpointAddress([|Vip.Validation|])); public void A() => management.Call(); public Gateway() { var x = new EndpointAddress(Vip.Management); }")]
    [InlineData("public void M() { var a = new Proxy { Url = \"https://services-auth.vip.symantec.com/mgmt/soap\" }; var v = new Proxy(); v.Url = \"https://[|pilot-services-auth.vip.symantec.com|]/val/soap\"; }")]
    [InlineData("public void M(object b) { var a = new EndpointAddress(\"https://userservices-auth.vip.symantec.com/vipuserservices/ManagementService_1_10\"); var v = new EndpointAddress(\"https://[|pilot-userservices-auth.vip.symantec.com|]/vipuserservices/AuthenticationService_1_10\"); }")]
    [InlineData("public async Task M(HttpClient http) { await http.PostAsJsonAsync(\"https://api-auth.vip.symantec.com/activate-token\", 1); await http.PostAsJsonAsync(\"https://[|pilot-api-auth.vip.symantec.com|]/validate\", 1); }")]
    [InlineData("public Task A(HttpClient http) => http.PostAsJsonAsync(\"https://api-auth.vip.symantec.com/activate-token\", 1); public Task B(HttpClient http) => http.PostAsJsonAsync(\"https://[|pilot-api-auth.vip.symantec.com|]/validate\", 1);")]
    public Task Pilot_and_production_in_one_flow_Reported(string members) => InClass(members);

    [Theory]
    [InlineData("public void M(object b) { var a = new EndpointAddress(\"https://services-auth.vip.symantec.com/mgmt/soap\"); var v = new EndpointAddress(\"https://services-auth.vip.symantec.com/val/soap\"); }")]
    [InlineData("public void M(object b) { var a = new EndpointAddress(\"https://services-auth.vip.symantec.com/mgmt/soap\"); var v = new EndpointAddress(\"https://userservices-auth.vip.symantec.com/vipuserservices/QueryService_1_10\"); }")]
    [InlineData("public void M(bool pilot) { var host = pilot ? \"https://pilot-services-auth.vip.symantec.com\" : \"https://services-auth.vip.symantec.com\"; var a = new EndpointAddress(host + \"/mgmt/soap\"); var v = new EndpointAddress(\"https://services-auth.vip.symantec.com/val/soap\"); }")]
    [InlineData("public void M(bool usePilot) { if (usePilot) { var a = new EndpointAddress(\"https://pilot-services-auth.vip.symantec.com/mgmt/soap\"); } var v = new EndpointAddress(\"https://services-auth.vip.symantec.com/val/soap\"); }")]
    [InlineData("public void M(string kind) { switch (kind) { case \"a\": var a = new EndpointAddress(\"https://pilot-services-auth.vip.symantec.com/mgmt/soap\"); break; default: var v = new EndpointAddress(\"https://services-auth.vip.symantec.com/val/soap\"); break; } }")]
    [InlineData("readonly EndpointAddress pilot = new(\"https://pilot-services-auth.vip.symantec.com/mgmt/soap\"); readonly EndpointAddress production = new(\"https://services-auth.vip.symantec.com/val/soap\");")]
    [InlineData("EndpointAddress ForPilot() => new(\"https://pilot-services-auth.vip.symantec.com/mgmt/soap\"); EndpointAddress ForProduction() => new(\"https://services-auth.vip.symantec.com/val/soap\");")]
    [InlineData("public void M() { var a = new EndpointAddress(\"https://pilot-services-auth.vip.symantec.com/val/soap\"); var v = new EndpointAddress(\"https://services-auth.vip.symantec.com/val/soap\"); }")]
    [InlineData("public async Task MonitorAll(HttpClient http) { await http.PostAsJsonAsync(\"https://api-auth.vip.symantec.com/get-server-time\", 1); await http.PostAsJsonAsync(\"https://pilot-api-auth.vip.symantec.com/validate\", 1); }")]
    [InlineData("public void M(string pilotHost) { var a = new EndpointAddress(\"https://\" + pilotHost + \"/mgmt/soap\"); var v = new EndpointAddress(\"https://services-auth.vip.symantec.com/val/soap\"); }")]
    [InlineData("public void M() { var portal = new EndpointAddress(\"https://manager.vip.symantec.com/\"); var v = new EndpointAddress(\"https://pilot-services-auth.vip.symantec.com/val/soap\"); }")]
    [InlineData("public void M() { var a = new EndpointAddress(\"https://services-auth.example.com/mgmt/soap\"); var v = new EndpointAddress(\"https://pilot-services-auth.vip.symantec.com/val/soap\"); }")]
    [InlineData("public void M() { Console.WriteLine(\"https://services-auth.vip.symantec.com/mgmt/soap\"); var v = new EndpointAddress(\"https://pilot-services-auth.vip.symantec.com/val/soap\"); }")]
    public Task One_side_or_a_deliberate_choice_Silent(string members) => InClass(members);

    [Fact]
    public Task Types_of_their_own_for_each_side_Silent() => Verify.VerifyAnalyzerAsync(Usings + """
        public class PilotGateway { public object A() => new EndpointAddress("https://pilot-services-auth.vip.symantec.com/mgmt/soap"); }
        public class LiveGateway { public object B() => new EndpointAddress("https://services-auth.vip.symantec.com/val/soap"); }
        """);

    [Fact]
    public Task Known_miss_the_sides_meet_only_in_a_third_type() => Verify.VerifyAnalyzerAsync(Usings + """
        public class Management { public object Address { get; } = new EndpointAddress("https://services-auth.vip.symantec.com/mgmt/soap"); }
        public class Validation { public object Address { get; } = new EndpointAddress("https://pilot-services-auth.vip.symantec.com/val/soap"); }
        public class Flow { public (object, object) M(Management m, Validation v) => (m.Address, v.Address); }
        """);

    [Fact]
    public Task The_message_names_both_hosts() => Verify.VerifyAnalyzerAsync(
        Usings + "public class Gateway { public void M() { var a = new EndpointAddress(\"https://{|#1:services-auth.vip.symantec.com|}/mgmt/soap\"); var v = new EndpointAddress(\"https://{|#0:pilot-services-auth.vip.symantec.com|}/val/soap\"); } }",
        Verify.Diagnostic("AUTH2010").WithLocation(0).WithLocation(1).WithArguments("pilot-services-auth.vip.symantec.com", "pilot", "services-auth.vip.symantec.com", "production"));
}
