using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches.ReasonCodeNeverMatchesAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.Vip.ReasonCodeNeverMatches.ReasonCodeNeverMatchesCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.ReasonCodeNeverMatches;

public class FixTests
{
    [Theory]
    [InlineData("""[|status.ReasonCode == "49B5"|]""", """string.Equals(status.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|status.ReasonCode != "49B5"|]""", """!string.Equals(status.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|answer?.Status?.ReasonCode == "49B5"|]""", """string.Equals(answer?.Status?.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|"49B5" == status.ReasonCode|] || other == null""", """string.Equals("49B5", status.ReasonCode, StringComparison.OrdinalIgnoreCase) || other == null""")]
    [InlineData("""[|status.ReasonCode == "49B5"|] || [|status.ReasonCode == "49F2"|]""", """string.Equals(status.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase) || string.Equals(status.ReasonCode, "49F2", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|status.ReasonCode /* the code */ == "49B5"|]""", """string.Equals(status.ReasonCode /* the code */ , "49B5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|status.ReasonCode.Equals("49B5")|]""", """status.ReasonCode.Equals("49B5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|status.ReasonCode.Equals("49B5", StringComparison.Ordinal)|]""", """status.ReasonCode.Equals("49B5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|string.Equals(status.ReasonCode, "49B5")|]""", """string.Equals(status.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|object.Equals(status.ReasonCode, "49B5")|]""", """string.Equals(status.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|string.CompareOrdinal(status.ReasonCode, "49B5") == 0|]""", """string.Compare(status.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase) == 0""")]
    [InlineData("""[|StringComparer.Ordinal.Equals(status.ReasonCode, "49B5")|]""", """StringComparer.OrdinalIgnoreCase.Equals(status.ReasonCode, "49B5")""")]
    [InlineData("""[|status.ReasonCode.StartsWith("4E")|]""", """status.ReasonCode.StartsWith("4E", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""[|new[] { "49B5", "49F2" }.Contains(status.ReasonCode)|]""", """new[] { "49B5", "49F2" }.Contains(status.ReasonCode, StringComparer.OrdinalIgnoreCase)""")]
    [InlineData("""[|new HashSet<string> { "49B5" }.Contains(status.ReasonCode)|]""", """new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "49B5" }.Contains(status.ReasonCode)""")]
    [InlineData("""[|new HashSet<string>(StringComparer.Ordinal) { "49B5" }.Contains(status.ReasonCode)|]""", """new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "49B5" }.Contains(status.ReasonCode)""")]
    public Task A_comparison_in_the_wrong_case_ignores_it(string before, string after) => VerifyAsync(before, after);

    [Theory]
    [InlineData("""status.ReasonCode is [|"49B5"|]""", """status.ReasonCode?.ToUpperInvariant() is "49B5" """)]
    [InlineData("""status.ReasonCode is [|"49B5"|] or [|"49F2"|]""", """status.ReasonCode?.ToUpperInvariant() is "49B5" or "49F2" """)]
    [InlineData("""status.ReasonCode switch { "0000" => 0, [|"49B5"|] => 1, _ => 2 }""", """status.ReasonCode?.ToUpperInvariant() switch { "0000" => 0, "49B5" => 1, _ => 2 }""")]
    [InlineData("""status.ReasonCode switch { [|"49B5"|] => 1, [|"4E04"|] => 2, "49f2" => 3, _ => 4 }""", """status.ReasonCode?.ToUpperInvariant() switch { "49B5" => 1, "4E04" => 2, "49F2" => 3, _ => 4 }""")]
    [InlineData("""answer is { Status.ReasonCode: [|"49B5"|] }""", """answer is { Status.ReasonCode: "49b5" }""")]
    public Task A_pattern_or_switch_is_brought_into_one_case(string before, string after) => VerifyAsync(before, after);

    [Theory]
    [InlineData("""[|status.ReasonCode == "0"|]""", """status.ReasonCode == "0000" """)]
    [InlineData("""[|status.ReasonCode != "00-00"|]""", """status.ReasonCode != "0000" """)]
    [InlineData("""[|status.ReasonCode == "0x4E04"|]""", """status.ReasonCode == "4e04" """)]
    [InlineData("""[|status.ReasonCode == " 49b5 "|]""", """status.ReasonCode == "49b5" """)]
    [InlineData("""[|status.ReasonCode.Equals("000")|]""", """status.ReasonCode.Equals("0000")""")]
    [InlineData("""status.ReasonCode switch { [|"0"|] => true, _ => false }""", """status.ReasonCode switch { "0000" => true, _ => false }""")]
    [InlineData("""[|Convert.ToHexString(soap.ReasonCode) == "49b5"|]""", """Convert.ToHexString(soap.ReasonCode) == "49B5" """)]
    [InlineData("""[|status.ReasonCode.ToUpperInvariant() == "49b5"|]""", """status.ReasonCode.ToUpperInvariant() == "49B5" """)]
    public Task A_miswritten_literal_is_corrected(string before, string after) => VerifyAsync(before, after);

    [Fact]
    public Task A_constant_is_corrected_where_it_is_declared() => Verify.VerifyCodeFixAsync(
        VipAnswers.Expression("[|status.ReasonCode == Success|] || [|answer.Status.ReasonCode == Success|]", """private const string Success = "0";"""),
        VipAnswers.Expression("status.ReasonCode == Success || answer.Status.ReasonCode == Success", """private const string Success = "0000";"""));

    [Theory]
    [InlineData("""[|soap.ReasonCode == Success|]""", """soap.ReasonCode.SequenceEqual(Success)""")]
    [InlineData("""[|soap.ReasonCode != Success|]""", """!soap.ReasonCode.SequenceEqual(Success)""")]
    [InlineData("""[|soap?.ReasonCode == Success|]""", """soap?.ReasonCode.SequenceEqual(Success) == true""")]
    [InlineData("""[|soap?.ReasonCode != Success|]""", """soap?.ReasonCode.SequenceEqual(Success) != true""")]
    [InlineData("""[|soap.ReasonCode.Equals(Success)|]""", """soap.ReasonCode.SequenceEqual(Success)""")]
    [InlineData("""[|Equals(soap.ReasonCode, Success)|]""", """soap.ReasonCode.SequenceEqual(Success)""")]
    [InlineData("""[|soap.ReasonCode.SequenceEqual(Encoding.ASCII.GetBytes("0000"))|]""", """soap.ReasonCode.SequenceEqual(Convert.FromHexString("0000"))""")]
    public Task Bytes_are_compared_one_by_one(string before, string after) => VerifyAsync(before, after, "private static readonly byte[] Success = { 0, 0 };");

    [Theory]
    [InlineData("""[|BitConverter.ToString(soap.ReasonCode) == "0000"|]""", """Convert.ToHexString(soap.ReasonCode) == "0000" """)]
    [InlineData("""[|BitConverter.ToString(soap.ReasonCode) == "49b5"|]""", """Convert.ToHexString(soap.ReasonCode) == "49B5" """)]
    [InlineData("""[|BitConverter.ToString(soap.ReasonCode).ToLower() == "49b5"|]""", """Convert.ToHexString(soap.ReasonCode).ToLower() == "49b5" """)]
    [InlineData("""[|soap.ReasonCode.ToString() == "0000"|]""", """Convert.ToHexString(soap.ReasonCode) == "0000" """)]
    [InlineData("""[|Encoding.UTF8.GetString(user.status) == "600b"|]""", """Convert.ToHexString(user.status) == "600B" """)]
    [InlineData("""[|string.Concat(soap.ReasonCode.Select(b => b.ToString("x"))) == "0000"|]""", """Convert.ToHexString(soap.ReasonCode) == "0000" """)]
    public Task Bytes_are_written_as_digits(string before, string after) => VerifyAsync(before, after);

    [Theory]
    [InlineData("""[|BitConverter.ToUInt16(soap.ReasonCode, 0) == 0x49b5|]""", """BinaryPrimitives.ReadUInt16BigEndian(soap.ReasonCode) == 0x49b5""")]
    [InlineData("""[|BitConverter.ToInt16(soap.ReasonCode, 0) == 4990|]""", """BinaryPrimitives.ReadInt16BigEndian(soap.ReasonCode) == 0x4990""")]
    public Task Bytes_are_read_in_their_order(string before, string after) => Verify.VerifyCodeFixAsync(
        "using System.Buffers.Text;\n" + VipAnswers.Expression(before),
        "using System.Buffers.Binary;\nusing System.Buffers.Text;\n" + VipAnswers.Expression(after));

    [Theory]
    [InlineData("""[|Code(other).GetRawText() == "0000"|]""", """Code(other).GetString() == "0000" """)]
    [InlineData("""[|Code(other).Equals("0000")|]""", """Code(other).ValueEquals("0000")""")]
    [InlineData("""[|Node(other).ToJsonString() == "0000"|]""", """Node(other).GetValue<string>() == "0000" """)]
    [InlineData("""[|Node(other).Equals("0000")|]""", """(string)Node(other) == "0000" """)]
    [InlineData("""![|Node(other).Equals("0000")|]""", """!((string)Node(other) == "0000")""")]
    public Task A_node_is_read_as_its_string(string before, string after) => VerifyAsync(before, after, """
        private static JsonElement Code(string text) => JsonDocument.Parse(text).RootElement.GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode");
        private static JsonNode Node(string text) => JsonNode.Parse(text)["ValidateResponse"]["Status"]["ReasonCode"];
        """);

    [Fact]
    public Task A_dictionary_gets_a_comparer_where_it_is_made() => Verify.VerifyCodeFixAsync(
        VipAnswers.Expression("[|Texts.ContainsKey(status.ReasonCode)|] && [|Texts[status.ReasonCode]|] != null", """
            private static readonly Dictionary<string, string> Texts = new() { ["0000"] = "fine", ["49B5"] = "wrong code" };
            """),
        VipAnswers.Expression("Texts.ContainsKey(status.ReasonCode) && Texts[status.ReasonCode] != null", """
            private static readonly Dictionary<string, string> Texts = new(StringComparer.OrdinalIgnoreCase) { ["0000"] = "fine", ["49B5"] = "wrong code" };
            """));

    [Fact]
    public Task A_missing_using_is_added_in_its_place() => Verify.VerifyCodeFixAsync("""
        // The header stays on top.
        using System.Text;

        public sealed class VipStatus
        {
            public string ReasonCode { get; set; }
            public string StatusMessage { get; set; }
        }

        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
            public bool IsWrong => [|Status.ReasonCode == "49B5"|];
        }
        """, """
        // The header stays on top.
        using System;
        using System.Text;

        public sealed class VipStatus
        {
            public string ReasonCode { get; set; }
            public string StatusMessage { get; set; }
        }

        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
            public bool IsWrong => string.Equals(Status.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase);
        }
        """);

    [Fact]
    public Task A_helper_that_gets_both_sides_is_fixed_where_it_compares() => Verify.VerifyCodeFixAsync(
        VipAnswers.Expression("""[|Is(status.ReasonCode, "49B5")|] || Is(status.ReasonCode, "0000")""", "private static bool Is(string code, string expected) => code == expected;"),
        VipAnswers.Expression("""Is(status.ReasonCode, "49B5") || Is(status.ReasonCode, "0000")""", "private static bool Is(string code, string expected) => string.Equals(code, expected, StringComparison.OrdinalIgnoreCase);"));

    [Theory]
    [InlineData("""[|status.ReasonCode == "Success"|]""")]
    [InlineData("""[|status.ReasonCode.StartsWith("0x49")|]""")]
    [InlineData("""[|Dashed(soap.ReasonCode) == "49B5"|]""")]
    public Task What_was_meant_is_not_guessed(string condition)
    {
        var source = VipAnswers.Expression(condition, "private static string Dashed(byte[] bytes) => BitConverter.ToString(bytes);");
        return Verify.VerifyCodeFixAsync(source, source);
    }

    private static Task VerifyAsync(string before, string after, string members = "") =>
        Verify.VerifyCodeFixAsync(VipAnswers.Expression(before, members), VipAnswers.Expression(after.TrimEnd(), members));
}
