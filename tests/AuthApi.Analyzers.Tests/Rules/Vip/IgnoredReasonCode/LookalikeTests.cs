using AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;
using AuthApi.Analyzers.Tests.Responses;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode.Sources;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

/// <summary>Other services, unfinished code, options, and what is known to be missed.</summary>
public class LookalikeTests
{
    [Theory]
    // MQTT
    [InlineData("class PublishResult { public byte ReasonCode { get; set; } public string ReasonString { get; set; } }", "PublishResult")]
    // Amazon Pay
    [InlineData("class PublishResult { public string ChargeId { get; set; } public Details StatusDetails { get; set; } } class Details { public string State { get; set; } public string ReasonCode { get; set; } }", "PublishResult")]
    // Mastercard MDES
    [InlineData("class ActivateTokenResponse { public string ResponseId { get; set; } public string ReasonCode { get; set; } public string StatusMessage { get; set; } }", "ActivateTokenResponse")]
    // Lyra
    [InlineData("class ReactivateTokenResponse { public Answer Status { get; set; } } class Answer { public string ReasonCode { get; set; } }", "ReactivateTokenResponse")]
    // Kubernetes
    [InlineData("class Pod { public string RequestId { get; set; } public PodStatus Status { get; set; } } class PodStatus { public string Reason { get; set; } public string ReasonCode => Reason; }", "Pod")]
    // An order whose status has a text, without a request id and a name of VIP.
    [InlineData("class Order { public string Number { get; set; } public OrderStatus Status { get; set; } } class OrderStatus { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }", "Order")]
    // E-invoicing: the names of User Services in another XML namespace.
    [InlineData("[System.Xml.Serialization.XmlType(Namespace = \"http://einvoice.example.com/ReasonCode\")] class AuthenticateUserResponseType { public string requestId { get; set; } public byte[] status { get; set; } public string statusMessage { get; set; } }", "AuthenticateUserResponseType")]
    public Task Other_services(string types, string answer) => CSharpAnalyzerVerifier<IgnoredReasonCodeAnalyzer>.VerifyAnalyzerAsync(VipSources.Usings + $$"""
        class C
        {
            async Task M(HttpClient http)
            {
                await http.GetFromJsonAsync<{{answer}}>("https://example.com");
            }
        }
        {{types}}
        """);

    [Fact]
    public Task Tests_of_the_program_are_not_looked_at() => VerifyAsync(InRest(
        "await api.ValidateAsync(\"t\", \"1\");", "[Fact] async Task M()", types: "class FactAttribute : Attribute { }"));

    [Fact]
    public Task Test_doubles_and_stores_are_no_sources() => VerifyAsync(InRest(
        "var a = Activator.CreateInstance<ValidateAnswer>(); var b = store.Get<ValidateAnswer>(\"k\"); Use(a.ValidateResponse.RequestId); Use(b.ValidateResponse.Version);",
        "void M(IStore store)", types: "public interface IStore { T Get<T>(string key); }"));

    [Fact]
    public Task A_method_that_the_options_name() => VerifyWithOptionAsync(
        "var answer = await api.ValidateAsync(\"t\", \"1\"); Guard.Check(answer);", "authapi_analyzers.reason_code_checks = Guard.Check");

    [Fact]
    public Task The_same_method_without_the_option_is_seen_through() => VerifyAsync(InRest(
        "var answer = await [|api.ValidateAsync(\"t\", \"1\")|]; Guard.Check(answer);", types: Guard));

    [Fact]
    public Task A_type_that_the_options_name() => new CSharpAnalyzerVerifier<IgnoredReasonCodeAnalyzer>.Test
    {
        TestState =
        {
            Sources = { VipSources.Usings + "class Reply { public string ReasonCode { get; set; } public string OTP { get; set; } } class C { async Task M(HttpClient http) { await [|http.GetFromJsonAsync<Reply>(\"x\")|]; } }" },
            AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nauthapi_analyzers.vip_response_types = Reply") },
        },
    }.RunAsync();

    [Theory]
    // Known miss: reading the code only to log it counts as examination.
    [InlineData("var answer = await api.ValidateAsync(\"t\", \"1\"); log.LogInformation(\"{Code}\", answer.ValidateResponse.Status.ReasonCode);")]
    // Known miss: kept in a dictionary of the program, which others may look through.
    [InlineData("Kept.All[\"t\"] = await api.ValidateAsync(\"t\", \"1\");")]
    // Known miss: the code is examined on one path only, and nothing is used on the other.
    [InlineData("var answer = await api.ValidateAsync(\"t\", \"1\"); if (DateTime.Now.Hour > 3 && answer.ValidateResponse.Status.ReasonCode != \"0000\") throw new Exception();")]
    public Task Known_misses(string body) => VerifyAsync(InRest(body, types: "static class Kept { public static Dictionary<string, ValidateAnswer> All { get; } = new(); }"));

    [Fact]
    public Task Unfinished_code() => VerifyAsync(InRest("var answer = await api.ValidateAsync(\"t\", {|CS0103:otp|}); "));

    private const string Guard = "static class Guard { public static void Check(ValidateAnswer answer) { Console.WriteLine(answer?.ValidateResponse?.Status?.StatusMessage?.Length > 3); } }";

    private static Task VerifyWithOptionAsync(string body, string option)
    {
        var test = new CSharpAnalyzerVerifier<IgnoredReasonCodeAnalyzer>.Test { References = TestReferences.Framework };
        test.TestState.Sources.Add(InRest(body, types: Guard));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + option));
        return test.RunAsync();
    }
}
