using AuthApi.Analyzers.Tests.Requests;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.Vip.UnsetSpecifiedFlag.UnsetSpecifiedFlagAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.Vip.UnsetSpecifiedFlag.UnsetSpecifiedFlagCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.UnsetSpecifiedFlag;

public class UnsetSpecifiedFlagTests
{
    private static Task VerifyAsync(string source) => Verify.VerifyAnalyzerAsync(source, TestReferences.Framework | TestReferences.Wcf);

    [Theory]
    [InlineData("vip.Validate(new ValidateType { TokenId = new TokenIdType { [|type = TokenType.SMS|], Value = id }, OTP = otp });")]
    [InlineData("var token = new TokenIdType { [|type = TokenType.Voice|], Value = id }; vip.Validate(new ValidateType { TokenId = token, OTP = otp });")]
    [InlineData("var token = new TokenIdType { Value = id }; [|token.type = TokenType.SMS|]; vip.Validate(new ValidateType { TokenId = token, OTP = otp });")]
    [InlineData("vip.SetTemporaryPassword(new SetTemporaryPasswordType { TemporaryPassword = otp, [|ExpirationDate = date|], [|OneTimeUseOnly = true|] });")]
    [InlineData("var r = new SetTemporaryPasswordType(); r.TemporaryPassword = otp; [|r.ExpirationDate = date|]; r.OneTimeUseOnlySpecified = true; vip.SetTemporaryPassword(r);")]
    [InlineData("var r = new SetTemporaryPasswordType { ExpirationDateSpecified = true, ExpirationDate = date, [|OneTimeUseOnly = number > 0|] }; vip.SetTemporaryPassword(r);")]
    public Task A_value_whose_flag_nobody_sets(string body) => VerifyAsync(VipRequestSources.Method(body));

    [Fact]
    public Task A_value_set_in_a_factory_whose_callers_only_send_it() => VerifyAsync(VipRequestSources.Method(
        "vip.Validate(new ValidateType { TokenId = Phone(id), OTP = otp });",
        "private static TokenIdType Phone(string number) => new TokenIdType { [|type = TokenType.SMS|], Value = number };"));

    [Fact]
    public Task The_flag_of_another_object_does_not_help() => VerifyAsync(VipRequestSources.Method("""
        var first = new TokenIdType { type = TokenType.SMS, typeSpecified = true, Value = id };
        var second = new TokenIdType { [|type = TokenType.SMS|], Value = next };
        vip.Validate(new ValidateType { TokenId = first });
        vip.Validate(new ValidateType { TokenId = second });
        """));

    [Theory]
    [InlineData("vip.Validate(new ValidateType { TokenId = new TokenIdType { type = TokenType.SMS, typeSpecified = true, Value = id } });")]
    [InlineData("vip.Validate(new ValidateType { TokenId = new TokenIdType { typeSpecified = number > 0, type = TokenType.SMS, Value = id } });")]
    [InlineData("vip.Validate(new ValidateType { TokenId = new TokenIdType { Value = id } });")]
    [InlineData("var token = new TokenIdType { type = TokenType.SMS, Value = id }; token.typeSpecified = true; vip.Validate(new ValidateType { TokenId = token });")]
    [InlineData("var token = new TokenIdType(); token.typeSpecified = true; token.type = TokenType.SMS; vip.Validate(new ValidateType { TokenId = token });")]
    [InlineData("var token = new TokenIdType(); token.type = TokenType.SMS; if (number > 0) token.typeSpecified = true; vip.Validate(new ValidateType { TokenId = token });")]
    [InlineData("var r = new ValidateType { TokenId = new TokenIdType { type = TokenType.SMS, Value = id } }; r.TokenId.typeSpecified = true; vip.Validate(r);")]
    [InlineData("var r = new ValidateType { TokenId = new TokenIdType() }; r.TokenId.type = TokenType.SMS; r.TokenId.typeSpecified = true; vip.Validate(r);")]
    public Task A_value_whose_flag_is_set_beside_it_is_silent(string body) => VerifyAsync(VipRequestSources.Method(body));

    [Theory]
    [InlineData("vip.SetTemporaryPassword(new SetTemporaryPasswordType { OneTimeUseOnly = false });")]
    [InlineData("const bool Once = false; vip.SetTemporaryPassword(new SetTemporaryPasswordType { OneTimeUseOnly = Once });")]
    [InlineData("vip.SetTemporaryPassword(new SetTemporaryPasswordType { ExpirationDate = default });")]
    public Task A_value_that_is_the_default_anyway_is_silent(string body) => VerifyAsync(VipRequestSources.Method(body));

    [Theory]
    [InlineData("var t = new TokenIdType { type = TokenType.SMS, Value = id }; Mark(t); vip.Validate(new ValidateType { TokenId = t });", "private static void Mark(TokenIdType token) => token.typeSpecified = true;")]
    [InlineData("vip.Validate(new ValidateType { TokenId = Mark(new TokenIdType { type = TokenType.SMS, Value = id }) });", "private static TokenIdType Mark(TokenIdType token) { token.typeSpecified = true; return token; }")]
    [InlineData("var t = Create(id); t.typeSpecified = true; vip.Validate(new ValidateType { TokenId = t });", "private static TokenIdType Create(string number) => new TokenIdType { type = TokenType.SMS, Value = number };")]
    [InlineData("vip.Validate(Mark(new ValidateType { TokenId = new TokenIdType { type = TokenType.SMS, Value = id } }));", "private static ValidateType Mark(ValidateType request) { request.TokenId.typeSpecified = true; return request; }")]
    public Task A_helper_that_sets_the_flag_is_silent(string body, string helper) => VerifyAsync(VipRequestSources.Method(body, helper));

    [Fact]
    public Task A_helper_that_sets_all_flags_by_reflection_is_silent() => VerifyAsync(VipRequestSources.Method(
        "vip.Validate(Complete(new ValidateType { TokenId = new TokenIdType { type = TokenType.SMS, Value = id } }));",
        """
        private static T Complete<T>(T request)
        {
            foreach (var property in typeof(T).GetProperties())
                typeof(T).GetProperty(property.Name + "Specified")?.SetValue(request, true);
            return request;
        }
        """));

    [Fact]
    public Task A_setter_that_sets_the_flag_is_silent() => VerifyAsync(VipRequestSources.Usings + """
        public class Program
        {
            public object M() => new DisableTokenType { Reason = ReasonType.Lost };
        }
        public enum ReasonType { Unspecified, Lost }
        [System.Xml.Serialization.XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
        public class DisableTokenType
        {
            private ReasonType reason;
            public ReasonType Reason { get => reason; set { reason = value; ReasonSpecified = true; } }
            public bool ReasonSpecified { get; set; }
        }
        """);

    [Fact]
    public Task A_constructor_in_the_other_part_that_sets_the_flag_is_silent() => VerifyAsync(VipRequestSources.Method(
        "vip.Validate(new ValidateType { TokenId = new TokenIdType { type = TokenType.SMS, Value = id } });")
        + "namespace Proxy { public partial class TokenIdType { public TokenIdType() { typeSpecified = true; } } }");

    [Theory]
    [InlineData("new GetTokenInformationResponseType { LastUpdate = date }")]
    [InlineData("new Other { Color = 3 }")]
    public Task Responses_and_other_generated_types_are_silent(string expression) => VerifyAsync(VipRequestSources.Expression(expression)
        + """

        [System.Xml.Serialization.XmlType(Namespace = "http://example.com/orders")]
        public class Other { public int Color { get; set; } public bool ColorSpecified { get; set; } }
        """);

    [Fact]
    public Task The_message_names_value_flag_and_consequence() => Verify.VerifyAnalyzerAsync(
        VipRequestSources.Method("vip.SetTemporaryPassword(new SetTemporaryPasswordType { {|#0:OneTimeUseOnly = true|}{|#1:|} });"),
        TestReferences.Framework | TestReferences.Wcf,
        Verify.Diagnostic("AUTH2007").WithLocation(0).WithLocation(1)
            .WithArguments("OneTimeUseOnly", "OneTimeUseOnlySpecified", "the password can be used again and again until it expires"));

    [Theory]
    [InlineData(
        "vip.Validate(new ValidateType { TokenId = new TokenIdType { [|type = TokenType.SMS|], Value = id } });",
        "vip.Validate(new ValidateType { TokenId = new TokenIdType { type = TokenType.SMS, typeSpecified = true, Value = id } });")]
    [InlineData(
        "vip.SetTemporaryPassword(new SetTemporaryPasswordType { [|ExpirationDate = date|], [|OneTimeUseOnly = true|] });",
        "vip.SetTemporaryPassword(new SetTemporaryPasswordType { ExpirationDate = date, ExpirationDateSpecified = true, OneTimeUseOnly = true, OneTimeUseOnlySpecified = true });")]
    [InlineData(
        "var r = new SetTemporaryPasswordType();\n        [|r.ExpirationDate = date|]; // the end\n        vip.SetTemporaryPassword(r);",
        "var r = new SetTemporaryPasswordType();\n        r.ExpirationDate = date; // the end\n        r.ExpirationDateSpecified = true;\n        vip.SetTemporaryPassword(r);")]
    [InlineData(
        "var r = new SetTemporaryPasswordType\n        {\n            [|OneTimeUseOnly = true|],\n            TemporaryPassword = otp,\n        };\n        vip.SetTemporaryPassword(r);",
        "var r = new SetTemporaryPasswordType\n        {\n            OneTimeUseOnly = true,\n            OneTimeUseOnlySpecified = true,\n            TemporaryPassword = otp,\n        };\n        vip.SetTemporaryPassword(r);")]
    [InlineData(
        "var r = new SetTemporaryPasswordType\n        {\n            [|ExpirationDate = date|], // a day\n            [|OneTimeUseOnly = true|] // once\n        };\n        vip.SetTemporaryPassword(r);",
        "var r = new SetTemporaryPasswordType\n        {\n            ExpirationDate = date, // a day\n            ExpirationDateSpecified = true,\n            OneTimeUseOnly = true, // once\n            OneTimeUseOnlySpecified = true\n        };\n        vip.SetTemporaryPassword(r);")]
    [InlineData(
        "var r = new SetTemporaryPasswordType();\n        if (otp.Length > 6) // long\n            [|r.OneTimeUseOnly = true|]; // once\n        vip.SetTemporaryPassword(r);",
        "var r = new SetTemporaryPasswordType();\n        if (otp.Length > 6) // long\n        {\n            r.OneTimeUseOnly = true; // once\n            r.OneTimeUseOnlySpecified = true;\n        }\n        vip.SetTemporaryPassword(r);")]
    public Task The_fix_sets_the_flag_beside_the_value(string before, string after) => Verify.VerifyCodeFixAsync(
        VipRequestSources.Method(before), VipRequestSources.Method(after), TestReferences.Framework | TestReferences.Wcf);

    [Fact]
    public Task Known_miss_an_object_that_is_stored_while_somebody_sets_the_flag_of_another_is_silent() => VerifyAsync(VipRequestSources.Method(
        "token = new TokenIdType { type = TokenType.SMS, Value = id }; Other(new TokenIdType());",
        "private TokenIdType token; private static void Other(TokenIdType t) { t.typeSpecified = true; }"));
}
