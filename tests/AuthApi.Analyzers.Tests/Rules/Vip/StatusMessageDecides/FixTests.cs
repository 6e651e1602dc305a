using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.Vip.StatusMessageDecides.StatusMessageDecidesAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.Vip.StatusMessageDecides.StatusMessageDecidesCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.StatusMessageDecides;

public class FixTests
{
    [Theory]
    [InlineData("""[|status.StatusMessage == "Success"|]""", """status.ReasonCode == "0000" """)]
    [InlineData("""[|status.StatusMessage != "Success"|]""", """status.ReasonCode != "0000" """)]
    [InlineData("""[|"Success" == status.StatusMessage|]""", """status.ReasonCode == "0000" """)]
    [InlineData("""[|answer?.Status?.StatusMessage == "Success"|]""", """answer?.Status?.ReasonCode == "0000" """)]
    [InlineData("""[|status.StatusMessage.Equals("success", StringComparison.OrdinalIgnoreCase)|]""", """status.ReasonCode == "0000" """)]
    [InlineData("""![|status.StatusMessage.StartsWith("Success")|]""", """status.ReasonCode != "0000" """)]
    [InlineData("""[|status.StatusMessage.Contains("locked token")|]""", """status.ReasonCode == "4994" """)]
    [InlineData("""[|status.StatusMessage == "Failed with an invalid security code"|]""", """string.Equals(status.ReasonCode, "49b5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|status.StatusMessage != "Token ID not found"|]""", """!string.Equals(status.ReasonCode, "49f2", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|status.StatusMessage is "Success"|]""", """status.ReasonCode is "0000" """)]
    [InlineData("""answer is { Status: { [|StatusMessage: "Success"|] } }""", """answer is { Status: { ReasonCode: "0000" } }""")]
    [InlineData("""answer is { [|Status.StatusMessage: "Success"|] }""", """answer is { Status.ReasonCode: "0000" }""")]
    [InlineData("""[|status.StatusMessage|] switch { "Success" => 0, "Token ID not found" => 1, _ => 2 }""", """status.ReasonCode?.ToLowerInvariant() switch { "0000" => 0, "49f2" => 1, _ => 2 }""")]
    [InlineData("""[|soap.StatusMessage == "Success"|]""", """soap.ReasonCode.SequenceEqual(new byte[] { 0x00, 0x00 })""")]
    [InlineData("""[|soap.StatusMessage != "Failed with an invalid security code"|]""", """!soap.ReasonCode.SequenceEqual(new byte[] { 0x49, 0xB5 })""")]
    [InlineData("""[|user.statusMessage == "Success"|]""", """user.status.SequenceEqual(new byte[] { 0x00, 0x00 })""")]
    [InlineData("""[|soap.StatusMessage|] switch { "Success" => 0, "Token ID not found" => 1, _ => 2 }""", """Convert.ToHexString(soap.ReasonCode) switch { "0000" => 0, "49F2" => 1, _ => 2 }""")]
    [InlineData("""new[] { answer }.Any(a => [|a.Status.StatusMessage == "Success"|])""", """new[] { answer }.Any(a => a.Status.ReasonCode == "0000")""")]
    [InlineData("""status.StatusMessage?[|.Contains("locked token")|] == true""", """status.ReasonCode == "4994" """)]
    [InlineData("""[|JsonNode.Parse(other)["ValidateResponse"]["Status"]["StatusMessage"].ToString() == "Success"|]""", """JsonNode.Parse(other)["ValidateResponse"]["Status"]["ReasonCode"].ToString() == "0000" """)]
    [InlineData("""[|JsonDocument.Parse(other).RootElement.GetProperty("ValidateResponse").GetProperty("Status").GetProperty("StatusMessage").GetString() == "Success"|]""", """JsonDocument.Parse(other).RootElement.GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode").GetString() == "0000" """)]
    public Task The_code_of_the_text_is_compared(string before, string after) =>
        Verify.VerifyCodeFixAsync(VipAnswers.Expression(before), VipAnswers.Expression(after.TrimEnd()));

    [Theory]
    [InlineData("""var text = status.StatusMessage; return [|text == "Success"|];""", """var text = status.StatusMessage; return status.ReasonCode == "0000";""")]
    [InlineData("""var text = status.StatusMessage; Console.WriteLine(text); if ([|text.Contains("locked token")|]) return 1; return 2;""", """var text = status.StatusMessage; Console.WriteLine(text); if (status.ReasonCode == "4994") return 1; return 2;""")]
    public Task The_answer_is_still_at_hand(string before, string after) =>
        Verify.VerifyCodeFixAsync(VipAnswers.Method(before), VipAnswers.Method(after));

    [Theory]
    [InlineData("""return [|status.StatusMessage.Contains("Operation not allowed")|];""")]
    [InlineData("""return [|status.StatusMessage == "Nobody documents this"|];""")]
    [InlineData("""return [|status.StatusMessage is "Success" or "OK"|];""")]
    [InlineData("""return [|soap.ErrorDetail == "Success"|];""")]
    [InlineData("""return [|soap?.StatusMessage == "Success"|];""")]
    [InlineData("""return IsSuccess(status.StatusMessage);""")]
    [InlineData("""var text = status.StatusMessage; status = null; return [|text == "Success"|];""")]
    public Task No_fix_for_several_codes_or_without_the_answer(string body)
    {
        var source = VipAnswers.Method(body, body.Contains("IsSuccess") ? "private static bool IsSuccess(string text) => [|text == \"Success\"|];" : "");
        return Verify.VerifyCodeFixAsync(source, source);
    }
}
