using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber.ReasonCodeAsNumberAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.Vip.ReasonCodeAsNumber.ReasonCodeAsNumberCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.ReasonCodeAsNumber;

public class FixTests
{
    [Theory]
    [InlineData("""return [|int.Parse(status.ReasonCode)|] == 0;""", """return Convert.ToInt32(status.ReasonCode, 16) == 0;""")]
    [InlineData("""return [|int.Parse(status.ReasonCode)|] == 4990;""", """return Convert.ToInt32(status.ReasonCode, 16) == 0x4990;""")]
    [InlineData("""return 4994 != [|long.Parse(status.ReasonCode)|];""", """return 0x4994 != Convert.ToInt64(status.ReasonCode, 16);""")]
    [InlineData("""return [|Convert.ToInt32(status.ReasonCode)|] is 4993 or 4994;""", """return Convert.ToInt32(status.ReasonCode, 16) is 0x4993 or 0x4994;""")]
    [InlineData("""var n = [|int.Parse(status.ReasonCode)|]; return n == 0 || n == 4990;""", """var n = Convert.ToInt32(status.ReasonCode, 16); return n == 0 || n == 0x4990;""")]
    [InlineData("""switch ([|int.Parse(status.ReasonCode)|]) { case 0: return 0; case 4994: return 1; default: return 2; }""", """switch (Convert.ToInt32(status.ReasonCode, 16)) { case 0: return 0; case 0x4994: return 1; default: return 2; }""")]
    [InlineData("""return [|int.Parse(status.ReasonCode)|] switch { 0 => 0, 4994 => 1, _ => 2 };""", """return Convert.ToInt32(status.ReasonCode, 16) switch { 0 => 0, 0x4994 => 1, _ => 2 };""")]
    public Task A_number_that_is_compared_with_constants_is_parsed_in_base_16(string before, string after) =>
        Verify.VerifyCodeFixAsync(VipAnswers.Method(before), VipAnswers.Method(after));

    [Fact]
    public Task TryParse_gets_the_style_and_the_usings() => Verify.VerifyCodeFixAsync(
        VipAnswers.Method("""return [|int.TryParse(status.ReasonCode, out var n)|] && n == 4990;"""),
        VipAnswers.Method("""return int.TryParse(status.ReasonCode, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var n) && n == 0x4990;""")
            .Replace("using System.Linq;", "using System.Globalization;\nusing System.Linq;"));

    // A number that is only printed, or goes elsewhere, might be wanted as it is; and no parse saves a TryParse nobody listens to.
    [Theory]
    [InlineData("""return [|int.Parse(status.ReasonCode)|];""")]
    [InlineData("""var n = [|int.Parse(status.ReasonCode)|]; Console.WriteLine(n); return n == 0;""")]
    [InlineData("""return [|int.Parse(status.ReasonCode)|] > 4900;""")]
    [InlineData("""return [|int.Parse(status.ReasonCode)|] == other.Length;""")]
    [InlineData("""return [|double.Parse(status.ReasonCode)|] == 0;""")]
    public Task Nothing_is_offered_where_it_would_not_be_exact(string body)
    {
        var source = VipAnswers.Method(body);
        return Verify.VerifyCodeFixAsync(source, source);
    }

    [Theory]
    [InlineData("""[|int.TryParse(status.ReasonCode, out var n)|]; return n == 0;""", """var n = status.ReasonCode; return n == "0000";""")]
    [InlineData("""[|int.TryParse(status.ReasonCode, out int n)|]; return n == 4994 || n == 0;""", """string n = status.ReasonCode; return n == "4994" || n == "0000";""")]
    [InlineData("""int n = [|int.Parse(status.ReasonCode)|]; return n == 0 ? "" : "VIP " + n;""", """string n = status.ReasonCode; return n == "0000" ? "" : "VIP " + n;""")]
    [InlineData("""var n = [|Convert.ToInt32(status.ReasonCode)|]; return n == 0 ? "" : n.ToString();""", """var n = status.ReasonCode; return n == "0000" ? "" : n.ToString();""")]
    public Task A_variable_that_is_compared_and_shown_keeps_the_text(string before, string after) =>
        Verify.VerifyCodeFixAsync(VipAnswers.Method(before), VipAnswers.Method(after));

    [Theory]
    [InlineData("string StatusMessage { get; set; } = string.Empty;", "string ReasonCode { get; set; } = string.Empty;")]
    [InlineData("string? StatusMessage { get; set; }", "string? ReasonCode { get; set; }")]
    [InlineData("required string StatusMessage { get; set; }", "string ReasonCode { get; set; } = \"\";")]
    public Task A_member_asks_for_no_more_than_the_other_texts_of_its_class(string other, string member)
    {
        string Source(string reasonCode, string success) => $$"""
            #nullable enable
            public sealed class VipStatus
            {
                public {{reasonCode}}
                public {{other}}
            }

            public sealed class ValidateResponse
            {
                public string? RequestId { get; set; }
                public VipStatus? Status { get; set; }
                public bool IsSuccess => Status?.ReasonCode == {{success}};
            }
            """;
        return Verify.VerifyCodeFixAsync(Source("int [|ReasonCode|] { get; set; }", "0"), Source(member, "\"0000\""));
    }

    [Theory]
    [InlineData("int", "string", "Status.ReasonCode == 0", "Status.ReasonCode == \"0000\"")]
    [InlineData("int", "string", "Status.ReasonCode != 4990", "Status.ReasonCode != \"4990\"")]
    [InlineData("int?", "string?", "Status?.ReasonCode == 0x4e04", "Status?.ReasonCode == \"4e04\"")]
    [InlineData("int", "string", "Status.ReasonCode is 0 or 4994", "Status.ReasonCode is \"0000\" or \"4994\"")]
    [InlineData("long", "string", "Status is { ReasonCode: 0 }", "Status is { ReasonCode: \"0000\" }")]
    [InlineData("ushort", "string", "Status.ReasonCode switch { 0 => true, _ => false }", "Status.ReasonCode switch { \"0000\" => true, _ => false }")]
    [InlineData("Reason", "string", "Status.ReasonCode == Reason.Version", "Status.ReasonCode == \"4e04\"")]
    public Task A_member_becomes_text_with_its_constants(string type, string fixedType, string condition, string fixedCondition) =>
        Verify.VerifyCodeFixAsync(Member(type, condition, "[|ReasonCode|]"), Member(fixedType, fixedCondition, "ReasonCode"));

    [Fact]
    public Task A_member_that_is_also_shown_becomes_text() => Verify.VerifyCodeFixAsync(
        Member("int", "Status.ReasonCode == 0 ? \"\" : $\"VIP {Status.ReasonCode}\"", "[|ReasonCode|]", "string"),
        Member("string", "Status.ReasonCode == \"0000\" ? \"\" : $\"VIP {Status.ReasonCode}\"", "ReasonCode", "string"));

    [Theory]
    [InlineData("= 0;", "= \"0000\";")]
    [InlineData("= default;", "= default;")]
    public Task An_initializer_goes_with_the_member(string before, string after) => Verify.VerifyCodeFixAsync(
        Member("int", "Status.ReasonCode == 0", "[|ReasonCode|]").Replace("[|ReasonCode|] { get; set; }", "[|ReasonCode|] { get; set; } " + before),
        Member("string", "Status.ReasonCode == \"0000\"", "ReasonCode").Replace(" ReasonCode { get; set; }", " ReasonCode { get; set; } " + after));

    [Theory]
    [InlineData("Status.ReasonCode > 0")]
    [InlineData("Status.ReasonCode + 1 == 1")]
    [InlineData("Status.ReasonCode.ToString(\"x4\") == \"0000\"")]
    [InlineData("Math.Abs(Status.ReasonCode) == 0")]
    public Task A_member_that_is_used_as_a_number_stays(string condition)
    {
        var source = Member("int", condition, "[|ReasonCode|]");
        return Verify.VerifyCodeFixAsync(source, source);
    }

    private static string Member(string type, string condition, string name, string result = "bool") => $$"""
        #nullable disable warnings
        #nullable enable annotations
        using System;
        public enum Reason { Success = 0, Version = 0x4e04 }

        public sealed class VipStatus
        {
            public {{type}} {{name}} { get; set; }
            public string StatusMessage { get; set; }
        }

        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
            public {{result}} Check => {{condition}};
        }
        """;
}
