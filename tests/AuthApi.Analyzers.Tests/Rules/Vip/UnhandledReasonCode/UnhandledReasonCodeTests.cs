using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.Vip.UnhandledReasonCode.UnhandledReasonCodeAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.Vip.UnhandledReasonCode.UnhandledReasonCodeCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.UnhandledReasonCode;

public class UnhandledReasonCodeTests
{
    private static string Method(string body, string members = "") => VipAnswers.Method(body, members);

    private static string Expression(string expression, string members = "") => VipAnswers.Expression(expression, members);

    private static Task VerifyAsync(string source) => Verify.VerifyAnalyzerAsync(source);

    [Theory]
    [InlineData("""[|switch|] (answer.Status.ReasonCode) { case "0000": return 1; case "49b5": return 2; default: return 3; }""")]
    [InlineData("""[|switch|] (answer.Status.ReasonCode) { case "0000": return 1; case "49b5": return 2; default: throw new Exception(); }""")]
    [InlineData("""[|switch|] (answer.Status.ReasonCode) { case "0000": return 1; case "4994": return 2; }""" + " return 0;")]
    [InlineData("""return answer.Status.ReasonCode [|switch|] { "0000" => 1, "49b5" => 2, _ => 3 };""")]
    [InlineData("""return answer.Status.ReasonCode.ToUpperInvariant() [|switch|] { "0000" => 1, "49B5" or "49F2" => 2, _ => 3 };""")]
    [InlineData("""var code = answer.Status.ReasonCode; return code [|switch|] { "0000" => 1, "49b5" => 2, _ => 3 };""")]
    [InlineData("""return Convert.ToHexString(soap.ReasonCode) [|switch|] { "0000" => 1, "49B5" => 2, _ => 3 };""")]
    [InlineData("""[|if|] (answer.Status.ReasonCode == "0000") return 1; else if (answer.Status.ReasonCode == "49b5") return 2; else return 3;""")]
    [InlineData("""[|if|] (answer.Status.ReasonCode == "0000") return 1; if (answer.Status.ReasonCode == "49b5") return 2; return 3;""")]
    [InlineData("""[|if|] (string.Equals(answer.Status.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase)) return 1; if (answer.Status.ReasonCode is "4993" or "4994") return 2; throw new Exception();""")]
    public Task Some_codes_are_told_apart_and_those_with_a_remedy_are_not(string body) => VerifyAsync(Method(body));

    [Fact]
    public Task A_table_of_texts() => VerifyAsync(Expression("Texts[answer.Status.ReasonCode]", """
        private static readonly Dictionary<string, string> Texts = [|new|] Dictionary<string, string> { ["0000"] = "fine", ["49b5"] = "wrong code", ["4994"] = "locked" };
        """));

    [Theory]
    [InlineData("""switch (answer.Status.ReasonCode) { case "0000": return 1; case "49b5": return 2; case var code when IsState(code): return 3; default: return 4; }""")]
    [InlineData("""return answer.Status.ReasonCode switch { "0000" => 1, "49b5" => 2, { } code when IsState(code) => 3, _ => 4 };""")]
    [InlineData("""return answer.Status.ReasonCode switch { "0000" => 1, "49b5" => 2, ['4', '9', ..] => 3, _ => 4 };""")]
    [InlineData("""var code = answer.Status.ReasonCode; if (code == "0000") return 1; if (code == "49b5") return 2; if (IsState(code)) return 3; return 4;""")]
    [InlineData("""var code = answer.Status.ReasonCode; if (code == "0000") return 1; if (code == "49b5") return 2; if (Retry.Contains(code) || State.Contains(code)) return 3; return 4;""")]
    [InlineData("""var code = answer.Status.ReasonCode; if (code == "0000") return 1; if (Retry.Contains(code)) return 3; if (State.Contains(code)) return 2; return 4;""")]
    public Task A_guard_a_helper_or_a_table_answers_for_more_codes(string body) => VerifyAsync(Method(body, """
        private static readonly string[] Retry = { "4879", "4923" };
        private static readonly HashSet<string> State = new() { "4993", "4994", "4995", "4996" };
        private static bool IsState(string code) => Array.IndexOf(new[] { "4" + "993" }, code) >= 0;
        """));

    [Theory]
    [InlineData("""var code = answer.Status.ReasonCode; [|if|] (code == "0000") return 1; if (State.Contains(code)) return 2; return 4;""")]
    [InlineData("""switch (other) { case var text when text.Length > 3: break; } return answer.Status.ReasonCode [|switch|] { "0000" => 1, "49b5" => 2, _ => 4 };""")]
    public Task Neither_a_table_of_other_codes_nor_a_guard_elsewhere_does(string body) => VerifyAsync(Method(body, """
        private static readonly HashSet<string> State = new() { "4993", "4994", "4995", "4996" };
        """));

    [Fact]
    public Task Known_miss_comparisons_by_a_method_of_the_program_are_silent() => VerifyAsync(Method(
        """var code = answer.Status.ReasonCode; if (Is(code, "0000")) return 1; else if (Is(code, "49b5")) return 2; else return 3;""",
        "private static bool Is(string code, string expected) => string.Equals(code, expected, StringComparison.OrdinalIgnoreCase);"));

    [Theory]
    [InlineData("""return answer.Status.ReasonCode == "0000";""")]
    [InlineData("""if (answer.Status.ReasonCode == "0000") return 1; return 2;""")]
    [InlineData("""if (answer.Status.ReasonCode == "0000") return 1; else return 2;""")]
    [InlineData("""return answer.Status.ReasonCode switch { "0000" => 1, _ => 2 };""")]
    [InlineData("""if (answer.Status.ReasonCode == "49b5") return 1; return 2;""")]
    [InlineData("""if (answer.Status.ReasonCode == "49b5") return 1; if (other == "x") return 2; return 3;""")]
    public Task Success_or_one_code_alone_is_silent(string body) => VerifyAsync(Method(body));

    [Theory]
    [InlineData("""return answer.Status.ReasonCode switch { "0000" => 1, "49b5" => 2, "4879" => 3, "4923" => 4, "4993" or "4994" or "4995" or "4996" => 5, _ => 6 };""")]
    [InlineData("""return status.ReasonCode switch { "0000" => 1, "49f2" => 2, "4879" => 3, _ => 6 };""")]
    [InlineData("""return other switch { "0000" => 1, "49b5" => 2, _ => 3 };""")]
    [InlineData("""return status.StatusMessage switch { "0000" => 1, "49b5" => 2, _ => 3 };""")]
    [InlineData("""switch (answer.Status.ReasonCode) { case "0000": return 1; case "49b5": return 2; case "4879": return 3; case "4923": return 4; case "4993": case "4994": case "4995": case "4996": return 5; default: return 6; }""")]
    [InlineData("""if (status.ReasonCode == "0000") return 1; if (status.ReasonCode == "49f2") return 2; if (status.ReasonCode == "4879") return 3; return 4;""")]
    public Task All_codes_with_a_remedy_are_named_or_it_is_no_code(string body) => VerifyAsync(Method(body));

    [Theory]
    [InlineData("""if (status.ReasonCode == "4879") return 0; switch (status.ReasonCode) { case "0000": return 1; case "49f2": return 2; default: return 3; }""", "")]
    [InlineData("""switch (status.ReasonCode) { case "0000": return 1; case "49f2": return 2; default: return IsTransient(status.ReasonCode) ? 3 : 4; }""", """private static bool IsTransient(string code) => code == "4879";""")]
    [InlineData("""switch (status.ReasonCode) { case "0000": return 1; case "49f2": return 2; default: return IsTransient(status.ReasonCode) ? 3 : 4; }""", """private const string Later = "4879"; private static bool IsTransient(string code) => code == Later;""")]
    [InlineData("""return Map(status);""", """private static int Map(VipStatus s) => s.ReasonCode switch { "0000" => 1, "49f2" => 2, _ => 3 }; private int Caller(VipStatus s) => s.ReasonCode == "4879" ? 0 : Map(s);""")]
    public Task Somebody_around_handles_them(string body, string members) => VerifyAsync(Method(body, members));

    [Theory]
    [InlineData("""new Dictionary<string, string> { ["0000"] = "fine", ["49b5"] = "wrong code", ["4879"] = "later", ["4923"] = "again" }""")]
    [InlineData("""new Dictionary<string, string> { ["0000"] = "black", ["ffff"] = "white", ["00ff"] = "blue" }""")]
    [InlineData("""new Dictionary<string, string> { ["0000"] = "fine", ["49b5"] = "wrong code" }""")]
    [InlineData("""new Dictionary<int, string> { [4923] = "a", [4994] = "b", [4995] = "c" }""")]
    public Task Complete_tables_and_other_tables_are_silent(string table) => VerifyAsync(Expression(table));

    [Fact]
    public Task A_push_transaction_has_codes_of_its_own() => VerifyAsync("""
        using System;
        [System.Xml.Serialization.XmlType(Namespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices")]
        public class PushTransactionStatusType { public string transactionId { get; set; } public byte[] status { get; set; } public string statusMessage { get; set; } }
        public class Program
        {
            public int M(PushTransactionStatusType push) => Convert.ToHexString(push.status) switch { "7000" => 1, "7002" => 2, _ => 3 };
        }
        """);

    [Fact]
    public Task The_message_names_codes_and_remedies() => Verify.VerifyAnalyzerAsync(
        Expression("""status.ReasonCode {|#0:switch|} { "0000" => 1, "49f2" => 2, _ => 3 }"""),
        Verify.Diagnostic("AUTH2011").WithLocation(0).WithArguments("switch", "4879 (wait and repeat later, with back-off)"));

    [Fact]
    public Task The_fix_adds_sections() => Verify.VerifyCodeFixAsync(
        Method("""
            [|switch|] (answer.Status.ReasonCode)
                    {
                        case "0000":
                            return 1;
                        case "4993" or "4994" or "4995" or "4996":
                            return 2;
                        default:
                            return 3;
                    }
            """),
        Method("""
            switch (answer.Status.ReasonCode)
                    {
                        case "0000":
                            return 1;
                        case "4993" or "4994" or "4995" or "4996":
                            return 2;
                        case "4879":
                            // The service is temporarily unavailable. Wait and repeat later, with back-off.
                            goto default;
                        case "4923":
                            // The OTP you provided is within the Sync window, but outside the Look Ahead Window. This operation requires a second consecutive OTP. Ask for the next code and send both, the second one in OTP2.
                            goto default;
                        default:
                            return 3;
                    }
            """));

    [Fact]
    public Task The_fix_adds_arms() => Verify.VerifyCodeFixAsync(
        Method("""
            return status.ReasonCode [|switch|]
                    {
                        "0000" => 1,
                        "49f2" => 2,
                        _ => throw new InvalidOperationException(status.ReasonCode),
                    };
            """),
        Method("""
            return status.ReasonCode switch
                    {
                        "0000" => 1,
                        "49f2" => 2,
                        // The service is temporarily unavailable. Wait and repeat later, with back-off.
                        "4879" => throw new InvalidOperationException(status.ReasonCode),
                        _ => throw new InvalidOperationException(status.ReasonCode),
                    };
            """));

    [Fact]
    public Task The_fix_adds_conditions_before_the_else() => Verify.VerifyCodeFixAsync(
        Method("""
            [|if|] (status.ReasonCode == "0000")
                    {
                        return 1;
                    }
                    else if (status.ReasonCode == "49f2")
                    {
                        return 2;
                    }
                    else
                    {
                        return 3;
                    }
            """),
        Method("""
            if (status.ReasonCode == "0000")
                    {
                        return 1;
                    }
                    else if (status.ReasonCode == "49f2")
                    {
                        return 2;
                    }
                    else if (status.ReasonCode == "4879")
                    {
                        // The service is temporarily unavailable. Wait and repeat later, with back-off.
                        return 3;
                    }
                    else
                    {
                        return 3;
                    }
            """));

    [Fact]
    public Task The_fix_adds_conditions_in_a_row() => Verify.VerifyCodeFixAsync(
        Method("""
            [|if|] (string.Equals(status.ReasonCode, "0000", StringComparison.OrdinalIgnoreCase))
                        return 1;
                    if (string.Equals(status.ReasonCode, "49f2", StringComparison.OrdinalIgnoreCase))
                        return 2;
                    return 3;
            """),
        Method("""
            if (string.Equals(status.ReasonCode, "0000", StringComparison.OrdinalIgnoreCase))
                        return 1;
                    if (string.Equals(status.ReasonCode, "49f2", StringComparison.OrdinalIgnoreCase))
                        return 2;
                    if (string.Equals(status.ReasonCode, "4879", StringComparison.OrdinalIgnoreCase))
                    {
                        // The service is temporarily unavailable. Wait and repeat later, with back-off.
                    }

                    return 3;
            """));

    [Fact]
    public Task The_fix_writes_the_value_for_the_variable_of_the_last_arm() => Verify.VerifyCodeFixAsync(
        Method("""
            return status.ReasonCode [|switch|]
            		{
            			"0000" => 1,
            			"49f2" => 2,
            			var unknown => throw new InvalidOperationException(unknown),
            		};
            """.Replace("\\t", "\t")),
        Method("""
            return status.ReasonCode switch
            		{
            			"0000" => 1,
            			"49f2" => 2,
            			// The service is temporarily unavailable. Wait and repeat later, with back-off.
            			"4879" => throw new InvalidOperationException(status.ReasonCode),
            			var unknown => throw new InvalidOperationException(unknown),
            		};
            """.Replace("\\t", "\t")));

    [Fact]
    public Task The_fix_adds_entries() => Verify.VerifyCodeFixAsync(
        Expression("Texts[answer.Status.ReasonCode]", """
            private static readonly Dictionary<string, string> Texts = [|new|] Dictionary<string, string>
                {
                    ["0000"] = "fine",
                    ["49f2"] = "unknown",
                    ["4994"] = "locked",
                };
            """),
        Expression("Texts[answer.Status.ReasonCode]", """
            private static readonly Dictionary<string, string> Texts = new Dictionary<string, string>
                {
                    ["0000"] = "fine",
                    ["49f2"] = "unknown",
                    ["4994"] = "locked",
                    // The service is temporarily unavailable. Wait and repeat later, with back-off.
                    ["4879"] = "The service is temporarily unavailable",
                };
            """));

    [Fact]
    public Task Known_miss_a_switch_in_a_method_that_nobody_calls_is_silent() => VerifyAsync(Method(
        "return null;", """private static int Map(string code) => code switch { "0000" => 1, "49b5" => 2, _ => 3 };"""));
}
