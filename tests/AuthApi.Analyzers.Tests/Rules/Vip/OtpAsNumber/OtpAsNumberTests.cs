using AuthApi.Analyzers.Tests.Requests;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.Vip.OtpAsNumber.OtpAsNumberAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.Vip.OtpAsNumber.OtpAsNumberCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.OtpAsNumber;

public class OtpAsNumberTests
{
    private const TestReferences References = TestReferences.Framework | TestReferences.Wcf;

    private static Task VerifyAsync(string source) => Verify.VerifyAnalyzerAsync(source, References);

    [Theory]
    [InlineData("new ValidateType { OTP = [|number.ToString()|] }")]
    [InlineData("new ValidateType { OTP = [|number.ToString(CultureInfo.InvariantCulture)|] }")]
    [InlineData("""new ValidateType { OTP = [|number.ToString("D")|] }""")]
    [InlineData("""new ValidateType { OTP = $"{[|number|]}" }""")]
    [InlineData("""new ValidateType { OTP = "" + [|number|] }""")]
    [InlineData("new ValidateType { OTP = [|Convert.ToString(number)|] }")]
    [InlineData("""new ValidateType { OTP = string.Format("{0}", [|number|]) }""")]
    [InlineData("new ActivateTokenType { OTP1 = otp, OTP2 = [|number.ToString()|] }")]
    [InlineData("new AuthenticateUserRequestType { otp = [|number.ToString()|] }")]
    [InlineData("new ActivateToken(\"5.0\", next, id, [|number.ToString()|])")]
    [InlineData("""string.Format("<Validate xmlns='{0}' Version='3.1'><OTP>{1}</OTP></Validate>", "https://schemas.vip.symantec.com/2006/08/vipservice", [|number|])""")]
    [InlineData("new { TokenId = id, OTP = [|number|] }")]
    [InlineData("""new Dictionary<string, object> { ["TokenId"] = id, ["OTP"] = [|number|] }""")]
    [InlineData("""new JsonObject { ["TokenId"] = id, ["OTP"] = [|number|] }""")]
    public Task A_number_that_becomes_the_code(string expression) => VerifyAsync(VipRequestSources.Expression(expression));

    [Theory]
    [InlineData("var code = int.Parse(otp); return new ValidateType { OTP = [|code.ToString()|] };", "")]
    [InlineData("var code = int.Parse(otp); return new ValidateType { OTP = $\"{[|code|]}\" };", "")]
    [InlineData("var text = number.ToString(); return new ValidateType { OTP = [|text|] };", "")]
    [InlineData("var r = new ValidateType(); r.OTP = [|number.ToString()|]; return r;", "")]
    [InlineData("return new ValidateType { OTP = [|Text(number)|] };", "private static string Text(int code) => code.ToString();")]
    [InlineData("return new ValidateType { OTP = [|Read().ToString()|] };", "private static long Read() => long.Parse(Console.ReadLine());")]
    public Task A_number_on_the_way_to_the_code(string body, string members) => VerifyAsync(VipRequestSources.Method(body, members));

    [Theory]
    [InlineData("""return http.PostAsJsonAsync("https://otp.example.com/validate", new { TokenId = id, OTP = number });""")]
    [InlineData("""var body = new { TokenId = id, OTP = number }; return http.PostAsJsonAsync("https://otp.example.com/validate", body);""")]
    [InlineData("""return http.PostAsJsonAsync("https://otp.example.com/validate", new Dictionary<string, object> { ["TokenId"] = id, ["OTP"] = number });""")]
    public Task Names_without_a_root_that_go_to_another_host_are_silent(string body) => VerifyAsync(VipRequestSources.Method(body));

    [Theory]
    [InlineData("""return http.PostAsJsonAsync("https://api-auth.vip.symantec.com/validate", new { TokenId = id, OTP = [|number|] });""")]
    [InlineData("""return http.PostAsJsonAsync("validate", new { TokenId = id, OTP = [|number|] });""")]
    [InlineData("""return http.PostAsJsonAsync("https://gateway.example.com/vip/validate", new { ValidateRequest = new { Version = "5.0", TokenId = id, OTP = [|number|] } });""")]
    public Task Names_that_go_to_VIP_or_stand_under_their_root(string body) => VerifyAsync(VipRequestSources.Method(body));

    [Fact]
    public Task A_numeric_member_of_a_request() => VerifyAsync("""
        public static class Vip { public const string Url = "https://api-auth.vip.symantec.com/"; }
        public class ValidateRequest { public string Version { get; set; } public string TokenId { get; set; } public int [|OTP|] { get; set; } }
        public record SynchronizeRequest(string TokenId, int [|Otp1|], int? [|Otp2|]);
        public class Use { public object M(string id, int code) => new ValidateRequest { TokenId = id, OTP = code }; }
        """);

    [Fact]
    public Task A_number_in_a_message_written_as_text() => VerifyAsync(VipRequestSources.Expression(
        """$"<Validate xmlns='https://schemas.vip.symantec.com/2006/08/vipservice' Version='3.1'><OTP>{[|number|]}</OTP></Validate>" """));

    [Theory]
    [InlineData("""new ValidateType { OTP = number.ToString("D6") }""")]
    [InlineData("""new ValidateType { OTP = number.ToString("D6", CultureInfo.InvariantCulture) }""")]
    [InlineData("""new ValidateType { OTP = number.ToString("000000") }""")]
    [InlineData("""new ValidateType { OTP = number.ToString("D8") }""")]
    [InlineData("""new ValidateType { OTP = number.ToString().PadLeft(6, '0') }""")]
    [InlineData("""new ValidateType { OTP = $"{number:D6}" }""")]
    [InlineData("""new ValidateType { OTP = $"{number:000000}" }""")]
    [InlineData("""new ValidateType { OTP = string.Format("{0:D6}", number) }""")]
    [InlineData("""new ValidateType { OTP = number.ToString(next) }""")]
    [InlineData("new ValidateType { OTP = otp }")]
    [InlineData("new ValidateType { OTP = otp.Trim() }")]
    [InlineData("""new ValidateType { OTP = $"{otp}" }""")]
    [InlineData("""new ValidateType { OTP = "123456" }""")]
    [InlineData("new ValidateType { OTP = 123456.ToString() }")]
    [InlineData("new ValidateType { Id = number.ToString(), OTP = otp }")]
    [InlineData("new { TokenId = id, OTP = otp, Attempts = number }")]
    public Task A_padded_number_or_a_text_is_silent(string expression) => VerifyAsync(VipRequestSources.Expression(expression));

    [Theory]
    [InlineData("const int Code = 123456; return new ValidateType { OTP = Code.ToString() };", "")]
    [InlineData("return new ValidateType { OTP = Pad(number) };", """private static string Pad(int code) => code.ToString("D6");""")]
    [InlineData("var text = number.ToString(); return new ValidateType { OTP = text.PadLeft(6, '0') };", "")]
    [InlineData("return new Order { OTP = number.ToString() };", "public class Order { public string OTP { get; set; } }")]
    [InlineData("return new Order { OTP = number };", "public class Order { public int OTP { get; set; } }")]
    [InlineData("return new { OTP = number };", "")]
    public Task Constants_padding_helpers_and_other_services_are_silent(string body, string members) => VerifyAsync(VipRequestSources.Method(body, members));

    [Fact]
    public Task A_numeric_member_of_a_response_is_silent() => VerifyAsync("""
        public class Status { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }
        public class SendOTPResponse { public string RequestId { get; set; } public Status Status { get; set; } public int OTP { get; set; } }
        """);

    [Theory]
    [InlineData("new ValidateType { OTP = [|number.ToString()|] }", """new ValidateType { OTP = number.ToString("D6", CultureInfo.InvariantCulture) }""")]
    [InlineData("new ValidateType { OTP = [|Convert.ToString(number)|] }", """new ValidateType { OTP = number.ToString("D6", CultureInfo.InvariantCulture) }""")]
    [InlineData("""new ValidateType { OTP = $"{[|number|]}" }""", """new ValidateType { OTP = $"{number:D6}" }""")]
    [InlineData("new { TokenId = id, OTP = [|number|] }", """new { TokenId = id, OTP = number.ToString("D6", CultureInfo.InvariantCulture) }""")]
    [InlineData("""new Dictionary<string, object> { ["TokenId"] = id, ["OTP"] = [|number|] }""", """new Dictionary<string, object> { ["TokenId"] = id, ["OTP"] = number.ToString("D6", CultureInfo.InvariantCulture) }""")]
    [InlineData("new ValidateType { OTP = ((int?)number)?[|.ToString()|] }", """new ValidateType { OTP = ((int?)number)?.ToString("D6", CultureInfo.InvariantCulture) }""")]
    public Task The_fix_pads(string before, string after) => Verify.VerifyCodeFixAsync(VipRequestSources.Expression(before), VipRequestSources.Expression(after), References);

    [Fact]
    public Task The_fix_pads_where_a_variable_gets_the_text() => Verify.VerifyCodeFixAsync(
        VipRequestSources.Method("var text = number.ToString(); return new ValidateType { OTP = [|text|] };"),
        VipRequestSources.Method("""var text = number.ToString("D6", CultureInfo.InvariantCulture); return new ValidateType { OTP = text };"""), References);

    [Fact]
    public Task The_fix_adds_the_using() => Verify.VerifyCodeFixAsync(
        VipRequestSources.Expression("new ValidateType { OTP = [|number.ToString()|] }").Replace("using System.Globalization;\n", "").Replace("using System.Globalization;\r\n", ""),
        VipRequestSources.Expression("""new ValidateType { OTP = number.ToString("D6", CultureInfo.InvariantCulture) }"""), References);

    [Fact]
    public Task Known_miss_a_number_padded_by_hand_to_fewer_digits_is_silent() => VerifyAsync(VipRequestSources.Expression("""new ValidateType { OTP = number.ToString("D4") }"""));
}
