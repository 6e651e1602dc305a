using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.StatusMessageDecides.StatusMessageDecidesAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.StatusMessageDecides;

public class ReportedTests
{
    [Theory]
    [InlineData("""[|Outcomes.TryGetValue(status.StatusMessage, out var outcome)|] ? outcome : Outcome.Failed""", "Outcome", "Outcome.Fine")]
    [InlineData("""[|Outcomes[status.StatusMessage]|]""", "bool", "true")]
    public Task A_table_of_flags_or_outcomes(string expression, string type, string value) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(expression, $$"""
        private static readonly Dictionary<string, {{type}}> Outcomes = new() { ["Success"] = {{value}} };
        private enum Outcome { Fine, Failed }
        """));

    [Theory]
    [InlineData("""[|status.StatusMessage == "Success"|]""")]
    [InlineData("""[|status.StatusMessage != "Success"|]""")]
    [InlineData("""[|"Success" == status.StatusMessage|]""")]
    [InlineData("""[|answer?.Status?.StatusMessage == "Success"|]""")]
    [InlineData("""[|status.StatusMessage.Equals("success", StringComparison.OrdinalIgnoreCase)|]""")]
    [InlineData("""[|string.Equals(status.StatusMessage, "Success")|]""")]
    [InlineData("""[|string.Compare(status.StatusMessage, "success", true) == 0|]""")]
    [InlineData("""[|status.StatusMessage.Contains("locked")|]""")]
    [InlineData("""[|status.StatusMessage.StartsWith("Success")|]""")]
    [InlineData("""[|status.StatusMessage.EndsWith("not found", StringComparison.Ordinal)|]""")]
    [InlineData("""[|status.StatusMessage.IndexOf("locked")|] >= 0""")]
    [InlineData("""[|status.StatusMessage.Trim().ToLowerInvariant() == "success"|]""")]
    [InlineData("""[|System.Text.RegularExpressions.Regex.IsMatch(status.StatusMessage, "locked|disabled")|]""")]
    [InlineData("""[|Locked.IsMatch(status.StatusMessage)|]""")]
    [InlineData("""[|System.Text.RegularExpressions.Regex.Match(status.StatusMessage, "locked")|].Success""")]
    [InlineData("""[|status.StatusMessage is "Success"|]""")]
    [InlineData("""[|status.StatusMessage is not ("Success" or "OK")|]""")]
    [InlineData("""answer is { Status: { [|StatusMessage: "Success"|] } }""")]
    [InlineData("""answer is { [|Status.StatusMessage: "Success"|] }""")]
    [InlineData("""[|status.StatusMessage|] switch { "Success" => 0, "Token ID not found" => 1, _ => 2 }""")]
    [InlineData("""[|new[] { "Success", "OK" }.Contains(status.StatusMessage)|]""")]
    [InlineData("""[|soap.StatusMessage == "Success"|]""")]
    [InlineData("""[|soap.ErrorDetail.Contains("locked")|]""")]
    [InlineData("""[|user.statusMessage == "Success"|]""")]
    [InlineData("""[|user.detailMessage.Contains("invalid")|]""")]
    [InlineData("""new[] { answer }.Any(a => [|a.Status.StatusMessage == "Success"|])""")]
    [InlineData("""new[] { answer }.Where(a => [|a.Status.StatusMessage.Contains("locked")|]).Count()""")]
    public Task A_condition_on_the_text(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition, """
        private static readonly System.Text.RegularExpressions.Regex Locked = new("locked");
        """));

    [Fact]
    public Task A_switch_statement() => Verify.VerifyAnalyzerAsync(VipAnswers.Method("""
        switch ([|status.StatusMessage|])
        {
            case "Success": return true;
            case "Token ID not found": return false;
            default: return null;
        }
        """));

    [Theory]
    [InlineData("""var text = status.StatusMessage; return [|text == "Success"|];""")]
    [InlineData("""var text = answer?.Status?.StatusMessage ?? ""; if ([|text.Contains("locked")|]) return 1; return 2;""")]
    [InlineData("""return IsSuccess(status.StatusMessage);""")]
    [InlineData("""return [|TextOf(answer) == "Success"|];""")]
    [InlineData("""const string Expected = "Success"; return [|status.StatusMessage == Expected|];""")]
    [InlineData("""bool ok = [|status.StatusMessage == "Success"|]; return ok;""")]
    public Task Through_locals_and_helpers(string body) => Verify.VerifyAnalyzerAsync(VipAnswers.Method(body, """
        private static string TextOf(ValidateResponse answer) => answer.Status.StatusMessage;
        """ + (body.Contains("IsSuccess") ? """
        private static bool IsSuccess(string text) => [|text == "Success"|];
        """ : "")));

    [Theory]
    [InlineData("""[|Status(other).GetProperty("StatusMessage").GetString() == "Success"|]""")]
    [InlineData("""[|Status(other).GetProperty("StatusMessage").ValueEquals("Success")|]""")]
    [InlineData("""[|(string)JsonNode.Parse(other)["ValidateResponse"]["Status"]["StatusMessage"] == "Success"|]""")]
    [InlineData("""[|System.Xml.Linq.XDocument.Parse(other).Root.Element(Vip + "Status").Element(Vip + "StatusMessage").Value == "Success"|]""")]
    public Task A_text_read_from_a_document(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition, """
        private static readonly System.Xml.Linq.XNamespace Vip = "https://schemas.vip.symantec.com/2006/08/vipservice";
        private static JsonElement Status(string text) => JsonDocument.Parse(text).RootElement.GetProperty("ValidateResponse").GetProperty("Status");
        """));

    [Fact]
    public Task A_token_of_Newtonsoft() => Verify.VerifyAnalyzerAsync("""
        using Newtonsoft.Json.Linq;
        public class Program
        {
            public bool M(JObject root) => [|(string)root["ValidateResponse"]["Status"]["StatusMessage"] == "Success"|];
            public bool N(JObject root) => [|root.SelectToken("ValidateResponse.Status.StatusMessage").ToString().Contains("locked")|];
            public bool Code(JObject root) => (string)root["ValidateResponse"]["Status"]["ReasonCode"] == "0000";
        }
        """, TestReferences.Framework | TestReferences.Newtonsoft);

    [Theory]
    [InlineData("""{|#0:status.StatusMessage == "Success"|}""", """status.StatusMessage == "Success" """, """compare ReasonCode with "0000" (Success)""")]
    [InlineData("""{|#0:status.StatusMessage.Contains("locked token")|}""", """status.StatusMessage.Contains("locked token")""", """compare ReasonCode with "4994" (Operation not allowed on a locked token)""")]
    [InlineData("""{|#0:soap.StatusMessage == "Failed with an invalid security code"|}""", """soap.StatusMessage == "Failed with an invalid security code" """, """compare ReasonCode with "49B5" (Failed with an invalid security code)""")]
    [InlineData("""{|#0:status.StatusMessage.Contains("Operation not allowed")|}""", """status.StatusMessage.Contains("Operation not allowed")""", "\"Operation not allowed\" belongs to the codes 4993, 4994, 4995, 4996; decide by ReasonCode")]
    [InlineData("""{|#0:status.StatusMessage == "Nobody documents this"|}""", """status.StatusMessage == "Nobody documents this" """, """decide by ReasonCode, which is "0000" for success""")]
    public Task The_message_names_the_code(string condition, string excerpt, string remedy) => Verify.VerifyAnalyzerAsync(
        VipAnswers.Expression(condition),
        Verify.Diagnostic(Descriptors.StatusMessageDecides).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments(excerpt.Trim(), remedy));
}
