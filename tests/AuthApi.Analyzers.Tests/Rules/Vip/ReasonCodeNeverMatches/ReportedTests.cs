using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches.ReasonCodeNeverMatchesAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.ReasonCodeNeverMatches;

public class ReportedTests
{
    [Theory]
    [InlineData("string[]", "new[]")]
    [InlineData("HashSet<string>", "new HashSet<string>")]
    [InlineData("List<string>", "new List<string>")]
    [InlineData("IReadOnlyList<string>", "new[]")]
    public Task A_collection_of_codes_in_the_wrong_case(string type, string creation) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(
        "[|Codes.Contains(status.ReasonCode)|]", $"private static readonly {type} Codes = {NewerSyntax.Collection("\"0000\", \"49B5\"", creation)};"));

    [Fact]
    public Task A_collection_of_three_bytes() => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(
        "[|soap.ReasonCode.SequenceEqual(Success)|]", $"private static readonly byte[] Success = {NewerSyntax.Collection("0, 0, 0", "new byte[]")};"));

    [Theory]
    [InlineData("""[|status.ReasonCode == "0"|]""")]
    [InlineData("""[|status.ReasonCode == "000"|]""")]
    [InlineData("""[|status.ReasonCode == "00-00"|]""")]
    [InlineData("""[|status.ReasonCode == "0x0000"|]""")]
    [InlineData("""[|status.ReasonCode == " 0000"|]""")]
    [InlineData("""[|status.ReasonCode == "\"0000\""|]""")]
    [InlineData("""[|"0" == status.ReasonCode|]""")]
    [InlineData("""[|status.ReasonCode != "0"|]""")]
    [InlineData("""[|answer.Status.ReasonCode == "0x4e04"|]""")]
    [InlineData("""[|answer?.Status?.ReasonCode == "0"|]""")]
    [InlineData("""[|status.ReasonCode == "Success"|]""")]
    [InlineData("""[|status.ReasonCode.Equals("0")|]""")]
    [InlineData("""[|string.Equals(status.ReasonCode, "0", StringComparison.OrdinalIgnoreCase)|]""")]
    [InlineData("""[|string.Compare(status.ReasonCode, "0", StringComparison.Ordinal) == 0|]""")]
    [InlineData("""[|status.ReasonCode.StartsWith("0x49")|]""")]
    public Task A_text_that_is_no_code(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Theory]
    [InlineData("""[|status.ReasonCode == "49B5"|]""")]
    [InlineData("""[|status.ReasonCode.Equals("49B5")|]""")]
    [InlineData("""[|string.Equals("4E04", status.ReasonCode)|]""")]
    [InlineData("""[|string.Equals(status.ReasonCode, "4E04", StringComparison.Ordinal)|]""")]
    [InlineData("""[|object.Equals(status.ReasonCode, "4E04")|]""")]
    [InlineData("""[|StringComparer.Ordinal.Equals(status.ReasonCode, "4E04")|]""")]
    [InlineData("""[|string.CompareOrdinal(status.ReasonCode, "4E04") == 0|]""")]
    [InlineData("""[|status.ReasonCode.StartsWith("4E", StringComparison.Ordinal)|]""")]
    [InlineData("""status.ReasonCode is [|"49B5"|]""")]
    [InlineData("""status.ReasonCode is [|"49B5"|] or [|"49F2"|] or "4994" """)]
    [InlineData("""answer is { Status.ReasonCode: [|"49B5"|] }""")]
    [InlineData("""answer is { Status: { ReasonCode: not [|"0"|] } }""")]
    [InlineData("""status.ReasonCode switch { "0000" => 0, [|"49B5"|] => 1, _ => 2 }""")]
    [InlineData("""(status.ReasonCode, other) switch { ([|"49B5"|], _) => 1, _ => 2 }""")]
    [InlineData("""[|new[] { "0000", "49B5" }.Contains(status.ReasonCode)|]""")]
    [InlineData("""[|new List<string> { "49B5", "49F2" }.Contains(status.ReasonCode)|]""")]
    [InlineData("""[|new HashSet<string> { "49B5", "49F2" }.Contains(status.ReasonCode)|]""")]
    [InlineData("""new List<ValidateResponse> { answer }.Any(a => [|a.Status.ReasonCode == "49B5"|])""")]
    public Task An_upper_case_letter_where_REST_sends_lower_case(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Fact]
    public Task A_case_label_of_a_switch_statement() => Verify.VerifyAnalyzerAsync(VipAnswers.Method("""
        switch (status.ReasonCode)
        {
            case "0000": return 0;
            case [|"49B5"|]: return 1;
            case [|"4E04"|] when other != null: return 2;
            default: return 3;
        }
        """));

    [Theory]
    [InlineData("""[|Texts[status.ReasonCode]|]""")]
    [InlineData("""[|Texts.ContainsKey(status.ReasonCode)|]""")]
    [InlineData("""[|Texts.TryGetValue(status.ReasonCode, out var text)|] ? text : null""")]
    public Task A_dictionary_with_keys_in_the_other_case(string lookup) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(lookup, """
        private static readonly Dictionary<string, string> Texts = new() { ["0000"] = "fine", ["49B5"] = "wrong code" };
        """));

    [Theory]
    [InlineData("""[|Convert.ToHexString(soap.ReasonCode) == "49b5"|]""")]
    [InlineData("""[|Convert.ToHexStringLower(soap.ReasonCode) == "49B5"|]""")]
    [InlineData("""[|BitConverter.ToString(soap.ReasonCode).Replace("-", "") == "49b5"|]""")]
    [InlineData("""[|status.ReasonCode.ToUpperInvariant() == "49b5"|]""")]
    [InlineData("""[|status.ReasonCode?.ToUpperInvariant() == "49b5"|]""")]
    [InlineData("""[|answer?.Status?.ReasonCode?.ToUpperInvariant() == "49b5"|]""")]
    [InlineData("""status.ReasonCode.ToUpper() switch { [|"49b5"|] => 1, _ => 2 }""")]
    [InlineData("""[|string.Concat(soap.ReasonCode.Select(b => b.ToString("x2"))) == "49B5"|]""")]
    public Task Letters_in_another_case_than_the_program_itself_makes_them(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Theory]
    [InlineData("""[|BitConverter.ToString(soap.ReasonCode) == "0000"|]""")]
    [InlineData("""[|soap.ReasonCode.ToString() == "0000"|]""")]
    [InlineData("""[|Convert.ToString(soap.ReasonCode) == "0000"|]""")]
    [InlineData("""[|Encoding.UTF8.GetString(soap.ReasonCode) == "0000"|]""")]
    [InlineData("""[|Encoding.ASCII.GetString(user.status) == "0000"|]""")]
    [InlineData("""[|Convert.ToBase64String(soap.ReasonCode) == "0000"|]""")]
    [InlineData("""[|string.Concat(soap.ReasonCode.Select(b => b.ToString("x"))) == "0000"|]""")]
    [InlineData("""[|string.Join("", user.status.Select(b => $"{b:X}")) == "0000"|]""")]
    public Task Bytes_written_in_another_form(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Theory]
    [InlineData("""[|soap.ReasonCode == new byte[] { 0, 0 }|]""")]
    [InlineData("""[|soap.ReasonCode != Success|]""")]
    [InlineData("""[|soap.ReasonCode.Equals(Success)|]""")]
    [InlineData("""[|Equals(user.status, Success)|]""")]
    [InlineData("""[|soap.ReasonCode.SequenceEqual(Encoding.ASCII.GetBytes("0000"))|]""")]
    [InlineData("""[|soap.ReasonCode.SequenceEqual(new byte[] { 0 })|]""")]
    public Task Bytes_compared_as_objects_or_as_characters(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition, """
        private static readonly byte[] Success = { 0, 0 };
        """));

    [Theory]
    [InlineData("""[|BitConverter.ToInt16(soap.ReasonCode, 0) == 0x49b5|]""")]
    [InlineData("""[|BitConverter.ToUInt16(soap.ReasonCode, 0) == 0x4E04|]""")]
    [InlineData("""[|BitConverter.ToInt16(soap.ReasonCode, 0) == 4990|]""")]
    [InlineData("""BitConverter.ToInt16(user.status, 0) switch { 0 => 0, [|0x6009|] => 1, _ => 2 }""")]
    public Task Numbers_with_the_bytes_exchanged(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Theory]
    [InlineData("""[|Json(other).GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode").GetRawText() == "0000"|]""")]
    [InlineData("""[|Json(other).GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode").GetString() == "0"|]""")]
    [InlineData("""[|Json(other).GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode").Equals("0000")|]""")]
    [InlineData("""[|JsonNode.Parse(other)["ValidateResponse"]["Status"]["ReasonCode"].ToJsonString() == "0000"|]""")]
    [InlineData("""[|JsonNode.Parse(other)["ValidateResponse"]["Status"]["ReasonCode"].Equals("0000")|]""")]
    [InlineData("""[|(string)JsonNode.Parse(other)["ValidateResponse"]["Status"]["ReasonCode"] == "49B5"|]""")]
    public Task Nodes_of_a_JSON_document(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition, """
        private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
        """));

    [Theory]
    [InlineData("""var code = status.ReasonCode; return [|code == "49B5"|];""")]
    [InlineData("""var code = answer?.Status?.ReasonCode ?? "none"; return [|code == "49B5"|];""")]
    [InlineData("""var text = BitConverter.ToString(soap.ReasonCode); if ([|text == "0000"|]) return 1; return 2;""")]
    [InlineData("""return [|CodeOf(answer) == "49B5"|];""")]
    [InlineData("""return [|Hex(soap.ReasonCode) == "49b5"|];""")]
    [InlineData("""return [|status.ReasonCode == Codes.Wrong|];""")]
    [InlineData("""return [|status.ReasonCode == Codes.Success|];""")]
    [InlineData("""return IsWrong(status.ReasonCode);""")]
    public Task Through_locals_helpers_and_constants(string body) => Verify.VerifyAnalyzerAsync(VipAnswers.Method(body, """
        private static string CodeOf(ValidateResponse answer) => answer.Status.ReasonCode;
        private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
        """ + (body.Contains("IsWrong") ? """
        private static bool IsWrong(string code) => [|code == "49B5"|];
        """ : "") + """
        private static class Codes
        {
            public const string Wrong = "49B5";
            public static readonly string Success = "0";
        }
        """));

    [Fact]
    public Task A_helper_that_gets_both_sides_is_reported_at_the_call() => Verify.VerifyAnalyzerAsync(VipAnswers.Method("""
        return Is(status.ReasonCode, "0000") || [|Is(status.ReasonCode, "49B5")|] || [|Is(status.ReasonCode, "0x4e04")|] || Is(other, "49B5");
        """, "private static bool Is(string code, string expected) => code == expected;"));

    [Fact]
    public Task The_message_says_what_the_code_means() => Verify.VerifyAnalyzerAsync(
        VipAnswers.Expression("""{|#0:status.ReasonCode == "49B5"|}"""),
        Verify.Diagnostic(Descriptors.ReasonCodeNeverMatches).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments(
            """status.ReasonCode == "49B5" """.Trim(), "is never true",
            "the REST API of VIP sends the letters of a code in lower case (49b5: Failed with an invalid security code); compare with OrdinalIgnoreCase"));

    [Fact]
    public Task The_message_of_a_table_names_the_key() => Verify.VerifyAnalyzerAsync(
        VipAnswers.Expression("""{|#0:new[] { "49F2" }.Contains(status.ReasonCode)|}"""),
        Verify.Diagnostic(Descriptors.ReasonCodeNeverMatches).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithArguments(
            """new[] { "49F2" }.Contains(status.ReasonCode)""", "never finds \"49F2\"",
            "the REST API of VIP sends the letters of a code in lower case (49f2: Token ID not found); compare with OrdinalIgnoreCase"));
}
