using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber.ReasonCodeAsNumberAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.ReasonCodeAsNumber;

public class ReportedTests
{
    [Theory]
    [InlineData("""[|int.Parse(status.ReasonCode)|] == 0""")]
    [InlineData("""[|int.Parse(status.ReasonCode, System.Globalization.CultureInfo.InvariantCulture)|]""")]
    [InlineData("""[|Int32.Parse(answer.Status.ReasonCode)|]""")]
    [InlineData("""[|long.Parse(status.ReasonCode)|]""")]
    [InlineData("""[|ushort.Parse(status.ReasonCode)|]""")]
    [InlineData("""[|Convert.ToInt32(status.ReasonCode)|] == 0""")]
    [InlineData("""[|Convert.ToInt32(status.ReasonCode, 10)|]""")]
    [InlineData("""[|Convert.ToInt64(answer?.Status?.ReasonCode)|]""")]
    [InlineData("""[|int.Parse(Convert.ToHexString(soap.ReasonCode))|]""")]
    [InlineData("""[|int.Parse(status.ReasonCode.Trim())|]""")]
    [InlineData("""[|Enum.Parse<Reason>(status.ReasonCode)|] == Reason.Success""")]
    [InlineData("""[|Enum.Parse(typeof(Reason), status.ReasonCode)|]""")]
    [InlineData("""(int)(Reason)[|int.Parse(status.ReasonCode ?? "0")|]""")]
    public Task Parsed_as_decimal(string expression) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(expression, "public enum Reason { Success = 0, BadState = 4990 }"));

    [Theory]
    [InlineData("""[|int.TryParse(status.ReasonCode, out var n)|]; return n == 0;""")]
    [InlineData("""_ = [|int.TryParse(status.ReasonCode, out var n)|]; return n == 0;""")]
    [InlineData("""int n; [|int.TryParse(status.ReasonCode, out n)|]; switch (n) { case 0: return true; default: return false; }""")]
    [InlineData("""var parsed = [|long.TryParse(status.ReasonCode, out var n)|]; return n == 0;""")]
    [InlineData("""[|Enum.TryParse<DayOfWeek>(status.ReasonCode, out var reason)|]; return reason;""")]
    [InlineData("""return [|int.TryParse(status.ReasonCode, out var n)|] ? n : -1;""")]
    [InlineData("""if ([|int.TryParse(status.ReasonCode, out var n)|]) Console.WriteLine(n); return null;""")]
    public Task TryParse_whose_number_goes_on(string body) => Verify.VerifyAnalyzerAsync(VipAnswers.Method(body));

    [Theory]
    [InlineData("""[|double.Parse(status.ReasonCode)|]""")]
    [InlineData("""[|decimal.Parse(status.ReasonCode, System.Globalization.NumberStyles.Float)|]""")]
    [InlineData("""[|int.Parse(status.ReasonCode, System.Globalization.NumberStyles.Any)|]""")]
    [InlineData("""[|int.TryParse(status.ReasonCode, System.Globalization.NumberStyles.Any, null, out var n)|] && n == 0""")]
    [InlineData("""[|Convert.ToDouble(status.ReasonCode)|]""")]
    public Task Read_with_an_exponent(string expression) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(expression));

    [Theory]
    [InlineData("""[|Code(other).GetInt32()|] == 0""")]
    [InlineData("""[|Code(other).TryGetInt32(out var n)|]""")]
    [InlineData("""[|Node(other).GetValue<int>()|] == 0""")]
    [InlineData("""[|(int)Node(other)|] == 0""")]
    [InlineData("""[|int.Parse(Node(other).ToString())|]""")]
    [InlineData("""[|int.Parse(Code(other).GetString())|]""")]
    public Task Read_from_JSON_as_a_number(string expression) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(expression, """
        private static JsonElement Code(string text) => JsonDocument.Parse(text).RootElement.GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode");
        private static JsonNode Node(string text) => JsonNode.Parse(text)["ValidateResponse"]["Status"]["ReasonCode"];
        """));

    [Theory]
    [InlineData("""[|(int)token|] == 0""")]
    [InlineData("""[|(int?)token|] == 0""")]
    [InlineData("""[|token.Value<int>()|] == 0""")]
    [InlineData("""[|token.ToObject<int>()|]""")]
    [InlineData("""[|(double)token|]""")]
    [InlineData("""[|root.SelectToken("ValidateResponse.Status.ReasonCode").Value<int>()|]""")]
    [InlineData("""[|root["ValidateResponse"]["Status"].Value<int>("ReasonCode")|] == 0""")]
    [InlineData("""[|int.Parse((string)token)|]""")]
    [InlineData("""[|Convert.ToInt32(token)|]""")]
    public Task Read_from_a_JToken_as_a_number(string expression) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using Newtonsoft.Json.Linq;
        public class Program
        {
            public object M(JObject root)
            {
                var token = root["ValidateResponse"]["Status"]["ReasonCode"];
                return {{expression}};
            }
        }
        """, TestReferences.Framework | TestReferences.Newtonsoft);

    [Theory]
    [InlineData("int")]
    [InlineData("int?")]
    [InlineData("long")]
    [InlineData("ushort")]
    [InlineData("double")]
    [InlineData("decimal")]
    [InlineData("Reason")]
    public Task A_member_that_cannot_hold_a_code(string type) => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + $$"""
        public sealed class VipStatus
        {
            public {{type}} [|ReasonCode|] { get; set; }
            public string StatusMessage { get; set; }
        }
        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
        }
        public enum Reason { Success = 0, WrongVersion = 0x4e04 }
        """);

    [Fact]
    public Task A_parameter_of_a_record() => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + """
        public sealed record VipStatus(int [|ReasonCode|], string StatusMessage);
        public sealed record ValidateResponse(string RequestId, VipStatus Status);
        """);

    [Fact]
    public Task A_member_by_another_name_in_CSharp() => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + """
        using System.Text.Json.Serialization;
        public sealed class VipStatus
        {
            [JsonPropertyName("ReasonCode")] public int [|Code|] { get; set; }
            [JsonPropertyName("StatusMessage")] public string Text { get; set; }
        }
        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
        }
        """);

    [Theory]
    [InlineData("""[|JsonSerializer.Deserialize<ValidateResponseType>(other)|]""")]
    [InlineData("""[|System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<ValidateResponseType>(null)|]""")]
    public Task A_SOAP_class_that_is_fed_from_JSON(string expression) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(expression));

    [Theory]
    [InlineData("""var code = status.ReasonCode; return [|int.Parse(code)|];""")]
    [InlineData("""return Number(status.ReasonCode);""")]
    [InlineData("""return new[] { answer }.Select(a => [|int.Parse(a.Status.ReasonCode)|]);""")]
    public Task Through_locals_helpers_and_lambdas(string body) => Verify.VerifyAnalyzerAsync(VipAnswers.Method(body,
        body.Contains("Number") ? "private static int Number(string code) => [|int.Parse(code)|];" : ""));

    [Fact]
    public Task The_message_of_an_ignored_TryParse_says_that_failures_read_as_success() => Verify.VerifyAnalyzerAsync(
        VipAnswers.Method("""{|#0:int.TryParse(status.ReasonCode, out var n)|}; return n == 0;"""),
        Verify.Diagnostic(Descriptors.ReasonCodeAsNumber).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments(
            "int.TryParse(status.ReasonCode, out var n)",
            "every code with a letter, such as 4e04, leaves 0, which reads as success, since the result is not looked at; compare the text"));
}
