using AuthApi.Analyzers.Tests.Requests;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.RepeatedOtp.RepeatedOtpAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.RepeatedOtp;

public class RepeatedOtpTests
{
    private static Task VerifyAsync(string source) => Verify.VerifyAnalyzerAsync(source, TestReferences.Framework | TestReferences.Wcf);

    [Theory]
    [InlineData("new SynchronizeType { OTP1 = otp, OTP2 = [|otp|] }")]
    [InlineData("new SynchronizeType { OTP2 = [|otp|], OTP1 = otp }")]
    [InlineData("new ActivateTokenType { OTP1 = otp, OTP2 = [|otp|] }")]
    [InlineData("new SynchronizeType { OTP1 = otp.Trim(), OTP2 = [|otp.Trim()|] }")]
    [InlineData("new SynchronizeType { OTP1 = Otp, OTP2 = [|this.Otp|] }")]
    [InlineData("""new { SynchronizeRequest = new { Version = "5.0", TokenId = id, OTP1 = otp, OTP2 = [|otp|] } }""")]
    [InlineData("""new Dictionary<string, object> { ["TokenId"] = id, ["OTP1"] = otp, ["OTP2"] = [|otp|] }""")]
    [InlineData("""$"<Synchronize xmlns='https://schemas.vip.symantec.com/2006/08/vipservice' Version='3.1'><OTP1>{otp}</OTP1><OTP2>{[|otp|]}</OTP2></Synchronize>" """)]
    public Task One_variable_as_both_codes(string expression) => VerifyAsync(VipRequestSources.Expression(expression, "public string Otp { get; set; }"));

    [Theory]
    [InlineData("var r = new SynchronizeType(); r.OTP1 = otp; r.OTP2 = [|otp|]; return r;", "")]
    [InlineData("var r = new SynchronizeType { OTP1 = otp }; r.OTP2 = [|otp|]; return r;", "")]
    [InlineData("return Build(otp, [|otp|]);", "private static object Build(string first, string second) => new SynchronizeType { OTP1 = first, OTP2 = second };")]
    [InlineData("return Build([|otp|], otp);", "private static object Build(string second, string first) => new SynchronizeType { OTP1 = first, OTP2 = second };")]
    [InlineData("return Build(otp, [|otp|]);", "private static object Build(string first, string second) => new SynchronizeType { OTP1 = first.Trim(), OTP2 = second.Trim() };")]
    [InlineData("return Outer(otp, [|otp|]);", "private static object Outer(string a, string b) => Build(a, b); private static object Build(string first, string second) => new SynchronizeType { OTP1 = first, OTP2 = second };")]
    [InlineData("Build(otp, next); return Build(next, [|next|]);", "private static object Build(string first, string second) => new SynchronizeType { OTP1 = first, OTP2 = second };")]
    public Task One_variable_in_two_steps(string body, string members) => VerifyAsync(VipRequestSources.Method(body, members));

    [Theory]
    [InlineData("new SynchronizeType { OTP1 = otp, OTP2 = next }")]
    [InlineData("new SynchronizeType { OTP1 = otp }")]
    [InlineData("new SynchronizeType { OTP1 = otp, OTP2 = null }")]
    [InlineData("new SynchronizeType { OTP1 = Read(), OTP2 = Read() }")]
    [InlineData("new SynchronizeType { OTP1 = Next, OTP2 = Next }")]
    [InlineData("new SynchronizeType { OTP1 = codes[0], OTP2 = codes[1] }")]
    [InlineData("new SynchronizeType { OTP1 = a.Otp, OTP2 = b.Otp }")]
    [InlineData("new SynchronizeType { OTP1 = otp.Trim(), OTP2 = next.Trim() }")]
    [InlineData("new SynchronizeType { OTP1 = otp.Substring(0, 6), OTP2 = otp.Substring(6) }")]
    [InlineData("new SynchronizeType { OTP1 = \"123456\", OTP2 = \"654321\" }")]
    [InlineData("new { OTP1 = otp, OTP2 = otp }")]
    [InlineData("new Two { OTP1 = otp, OTP2 = otp }")]
    [InlineData("new SynchronizeType { OTP1 = otp, OTP2 = otp = Read() }")]
    public Task Two_codes_or_another_service_is_silent(string expression) => VerifyAsync(VipRequestSources.Expression(expression, """
        private readonly string[] codes = new string[2];
        private readonly Two a = new Two(), b = new Two();
        private string Next => Console.ReadLine();
        private static string Read() => Console.ReadLine();
        public class Two { public string Otp { get; set; } public string OTP1 { get; set; } public string OTP2 { get; set; } }
        """));

    [Theory]
    [InlineData("var code = Read(); var r = new SynchronizeType(); r.OTP1 = code; code = Read(); r.OTP2 = code; return r;")]
    [InlineData("var r = new SynchronizeType(); r.OTP1 = otp; otp = Read(); r.OTP2 = otp; return r;")]
    [InlineData("var r = new SynchronizeType { OTP1 = otp }; var s = new SynchronizeType { OTP1 = next }; s.OTP2 = otp; return r;")]
    [InlineData("return Build(otp, next);")]
    [InlineData("return Other(otp, otp);")]
    public Task A_variable_that_changes_in_between_is_silent(string body) => VerifyAsync(VipRequestSources.Method(body, """
        private static string Read() => Console.ReadLine();
        private static object Build(string first, string second) => new SynchronizeType { OTP1 = first, OTP2 = second };
        private static object Other(string first, string second) => first + second;
        """));

    [Fact]
    public Task The_message_names_the_expression() => Verify.VerifyAnalyzerAsync(
        VipRequestSources.Expression("new SynchronizeType { OTP1 = otp, OTP2 = {|#0:otp|} }"), TestReferences.Framework | TestReferences.Wcf,
        Verify.Diagnostic().WithLocation(0).WithArguments("otp"));

    [Fact]
    public Task Known_miss_a_copy_of_the_code_in_another_variable_is_silent() => VerifyAsync(VipRequestSources.Method(
        "var first = otp; var second = otp; return new SynchronizeType { OTP1 = first, OTP2 = second };"));

    [Fact]
    public Task Known_miss_the_same_single_code_sent_again_after_4923_is_silent() => VerifyAsync(VipRequestSources.Method(
        "vip.Validate(new ValidateType { OTP = otp }); if (next == \"4923\") vip.Validate(new ValidateType { OTP = otp });"));
}
