using AuthApi.Analyzers.Tests.Requests;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.Vip.InvalidRequestValue.InvalidRequestValueAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.Vip.InvalidRequestValue.InvalidRequestValueCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.InvalidRequestValue;

public class InvalidRequestValueTests
{
    private const TestReferences References = TestReferences.Framework | TestReferences.Wcf | TestReferences.Newtonsoft;

    private static Task VerifyAsync(string source) => Verify.VerifyAnalyzerAsync(source, References);

    [Theory]
    [InlineData("""new ValidateType { Version = [|"5"|] }""")]
    [InlineData("""new ValidateType { Version = [|"v3.1"|] }""")]
    [InlineData("""new ValidateRequest { Version = [|"5"|], TokenId = id }""")]
    [InlineData("""new ActivateToken([|"5"|], next, id, otp)""")]
    [InlineData("""new { ValidateRequest = new { Version = [|"latest"|], TokenId = id } }""")]
    [InlineData("""new { Version = [|"5"|], TokenId = id, OTP = otp }""")]
    [InlineData("""new Dictionary<string, object> { ["Version"] = [|"5"|], ["TokenId"] = id }""")]
    [InlineData("""new Dictionary<string, object> { { "TokenId", id }, { "Version", [|"5"|] } }""")]
    [InlineData("""new JsonObject { ["ValidateRequest"] = new JsonObject { ["Version"] = [|"5"|], ["TokenId"] = id } }""")]
    [InlineData("""new Newtonsoft.Json.Linq.JObject(new Newtonsoft.Json.Linq.JProperty("TokenId", id), new Newtonsoft.Json.Linq.JProperty("Version", [|"5"|]))""")]
    public Task A_version_without_full_stop(string expression) => VerifyAsync(VipRequestSources.Expression(expression));

    [Theory]
    [InlineData("""var r = new ValidateType(); r.Version = [|"5"|]; vip.Validate(r);""", "")]
    [InlineData("""return new ValidateType { Version = [|Version|] };""", """private const string Version = "5";""")]
    [InlineData("""return new ValidateType { Version = [|Version|] };""", """private static readonly string Version = "5";""")]
    [InlineData("""var body = new Dictionary<string, string>(); body["TokenId"] = id; body["OTP"] = otp; body["Version"] = [|"5"|]; return body;""", "")]
    [InlineData("""return number > 0 ? new ValidateType { Version = number > 5 ? "3.1" : [|"3"|] } : null;""", "")]
    public Task A_version_that_flows_to_the_request(string body, string members) => VerifyAsync(VipRequestSources.Method(body, members));

    [Theory]
    [InlineData("""new { TokenId = id, Version = "5.0", Reason = [|"Cancelled"|] }""")]
    [InlineData("""new { DeactivateTokenRequest = new { TokenId = id, Reason = [|"lost"|] } }""")]
    [InlineData("""new { DeactivateTokenRequest = new { TokenId = id, Reason = [|"Temporarily Unavailable"|] } }""")]
    [InlineData("""new { DeactivateTokenRequest = new { TokenId = id, Reason = [|"TEMPORARILY_UNAVAILABLE"|] } }""")]
    [InlineData("""new { GetActivationCodeRequest = new { Version = "5.0", ACProfile = [|"Mobile"|] } }""")]
    [InlineData("""new { GetActivationCodeRequest = new { Version = "5.0", ACProfile = [|"BREW"|] } }""")]
    [InlineData("""new GetActivationCodeType { ACProfile = [|"DESKTOP"|] }""")]
    [InlineData("""new XElement(Ns + "TokenId", new XAttribute("type", [|"sms"|]), id)""")]
    [InlineData("""new ValidateType { OTP = [|"123"|] }""")]
    [InlineData("""new ValidateType { OTP = [|"123 456"|] }""")]
    [InlineData("""new ValidateType { TokenId = new TokenIdType { type = TokenType.SMS, typeSpecified = true, Value = [|"+49 151 2345678"|] } }""")]
    [InlineData("""new TokenIdType { type = TokenType.Voice, typeSpecified = true, Value = [|"(415) 555-0100"|] }""")]
    [InlineData("""new TokenIdType { Value = [|"SYMC0123456789012345678901234567890123456789"|] }""")]
    public Task A_value_outside_its_list_or_form(string expression) =>
        VerifyAsync(VipRequestSources.Expression(expression, """private static readonly XNamespace Ns = "https://schemas.vip.symantec.com/2006/08/vipservice";"""));

    [Theory]
    [InlineData("new AuthenticateUserRequestType { requestId = [|Guid.NewGuid().ToString()|] }")]
    [InlineData("""new AuthenticateUserRequestType { requestId = [|Guid.NewGuid().ToString("D")|] }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = [|Guid.NewGuid().ToString("B")|] }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = [|$"{Guid.NewGuid()}"|] }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = [|$"req-{number}"|] }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = [|"abc"|] }""")]
    [InlineData("""new ValidateType { Id = [|Guid.NewGuid().ToString("X")|] }""")]
    [InlineData("""new ValidateType { Id = [|$"{Guid.NewGuid():N}{Guid.NewGuid():N}"|] }""")]
    public Task A_request_id_that_the_schema_excludes(string expression) => VerifyAsync(VipRequestSources.Expression(expression));

    [Fact]
    public Task A_request_id_made_by_a_helper() => VerifyAsync(VipRequestSources.Expression(
        "new AuthenticateUserRequestType { requestId = [|NewId()|] }", "private static string NewId() => Guid.NewGuid().ToString();"));

    [Theory]
    [InlineData("""$"<s:Body><v:Validate xmlns:v=\"https://schemas.vip.symantec.com/2006/08/vipservice\" Version=\"{otp}\"><v:OTP>{otp}</v:OTP></v:Validate></s:Body>" """)]
    [InlineData(""" "<Validate xmlns='https://schemas.vip.symantec.com/2006/08/vipservice' Version='3.1'><TokenId type='SMS'>491512345678</TokenId></Validate>" """)]
    [InlineData(""" "{\"ValidateRequest\":{\"Version\":\"5.0\",\"TokenId\":\"SYMC12345678\"}}" """)]
    [InlineData("""string.Format("<Validate xmlns='{0}' Version='{1}'><TokenId type='{2}'>{3}</TokenId><OTP>{4}</OTP></Validate>", "https://schemas.vip.symantec.com/2006/08/vipservice", next, otp, id, otp)""")]
    [InlineData("""string.Format("<Order xmlns='{0}' Version='3'><TokenId type='sms'>{1}</TokenId></Order>", "urn:example", id)""")]
    public Task A_valid_message_written_as_text_is_silent(string text) => VerifyAsync(VipRequestSources.Expression(text));

    [Theory]
    [InlineData("""[|"<Validate xmlns='https://schemas.vip.symantec.com/2006/08/vipservice' Version='3'><OTP>123456</OTP></Validate>"|]""")]
    [InlineData("""[|"<Register xmlns='https://schemas.vip.symantec.com/2006/08/vipservice' Version='3.1'><TokenId type='sms'>491512345678</TokenId></Register>"|]""")]
    [InlineData("""string.Format([|"<Validate xmlns='{0}' Version='3'><OTP>{1}</OTP></Validate>"|], "https://schemas.vip.symantec.com/2006/08/vipservice", otp)""")]
    [InlineData("""string.Format([|"<Validate xmlns='https://schemas.vip.symantec.com/2006/08/vipservice' Version='3'><OTP>{0}</OTP></Validate>"|], otp)""")]
    [InlineData("""[|"{\"ValidateRequest\":{\"Version\":\"5\",\"TokenId\":\"SYMC12345678\"}}"|]""")]
    [InlineData("""[|"{\"DeactivateTokenRequest\":{\"Version\":\"5.0\",\"Reason\":\"Cancelled\"}}"|]""")]
    public Task A_wrong_value_in_a_message_written_as_text(string text) => VerifyAsync(VipRequestSources.Expression(text));

    [Theory]
    [InlineData("""new ValidateType { Version = "3.1", Id = Guid.NewGuid().ToString() }""")]
    [InlineData("""new ValidateType { Version = "9.9" }""")]
    [InlineData("""new ValidateType { Version = otp }""")]
    [InlineData("""new ValidateType { Version = $"{number}" }""")]
    [InlineData("""new ValidateType { Version = "{version}" }""")]
    [InlineData("""new ValidateType { OTP = "123456" }""")]
    [InlineData("""new ValidateType { OTP = "a1b2c3" }""")]
    [InlineData("""new ActivateTokenType { OTP1 = otp, OTP2 = "" }""")]
    [InlineData("""new { TokenId = id, Reason = "Lost" }""")]
    [InlineData("""new { TokenId = id, Reason = "SomethingNewer" }""")]
    [InlineData("""new { TokenId = id, Reason = "Lost or stolen" }""")]
    [InlineData("""new { GetActivationCodeRequest = new { Version = "5.0", ACProfile = "COMPUTER" } }""")]
    [InlineData("""new GetActivationCodeType { ACProfile = "BREW" }""")]
    [InlineData("""new TokenIdType { type = TokenType.SMS, typeSpecified = true, Value = "491512345678" }""")]
    [InlineData("""new TokenIdType { type = TokenType.Voice, typeSpecified = true, Value = "14155550100x12" }""")]
    [InlineData("""new TokenIdType { Value = "SYMC-1234 5678" }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = Guid.NewGuid().ToString("N") }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = $"{Guid.NewGuid():N}" }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = Guid.NewGuid().ToString().Replace("-", "") }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = Guid.NewGuid().ToString().Substring(0, 8) }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = "req_" + number }""")]
    [InlineData("""new ValidateType { Version = "1.0" }""")]
    [InlineData("""new ValidateType { Version = "2.0", Id = Guid.NewGuid().ToString("N") }""")]
    [InlineData("""new ValidateType { OTP = otp }""")]
    [InlineData("""new ValidateType { OTP = "1234567890" }""")]
    [InlineData("""new ActivateTokenType { OTP1 = "123456", OTP2 = "654321" }""")]
    [InlineData("""new { TokenId = id, Reason = "Stolen" }""")]
    [InlineData("""new { TokenId = id, Reason = otp }""")]
    [InlineData("""new GetActivationCodeType { ACProfile = "MOBILEPHONE" }""")]
    [InlineData("""new TokenIdType { Value = "VSST12345678" }""")]
    [InlineData("""new TokenIdType { Value = id }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = "login_2026" }""")]
    public Task A_valid_or_unknown_value_is_silent(string expression) => VerifyAsync(VipRequestSources.Expression(expression));

    [Theory]
    [InlineData("""var text = Guid.NewGuid().ToString(); return new AuthenticateUserRequestType { requestId = text.Replace("-", string.Empty) };""", "")]
    [InlineData("""return new AuthenticateUserRequestType { requestId = Short(Guid.NewGuid().ToString()) };""", """private static string Short(string text) => text.Replace("-", "_");""")]
    [InlineData("""return new ValidateType { Version = Version };""", """public string Version { get; set; } = "5";""")]
    [InlineData("""return new ValidateType { Version = version };""", """private string version = "5";""")]
    [InlineData("""return new ValidateType { OTP = Model.Otp };""", """public class Input { public string Otp { get; set; } = ""; } private readonly Input Model = new Input();""")]
    public Task A_value_that_something_else_may_replace_is_silent(string body, string members) => VerifyAsync(VipRequestSources.Method(body, members));

    [Theory]
    [InlineData("""new { Version = "5", Name = id }""")]
    [InlineData("""new { TokenId = id, Name = "5" }""")]
    [InlineData("""new Payment { Version = "5", TokenId = id, Reason = "Cancelled" }""")]
    [InlineData("""new { CancelOrderRequest = new { Version = "5", Reason = "Cancelled" } }""")]
    [InlineData("""new Dictionary<string, string> { ["Version"] = "5", ["Reason"] = "Cancelled" }""")]
    [InlineData("""new XElement("Order", new XAttribute("Version", "5"))""")]
    [InlineData(""" "<Validate xmlns='urn:example:orders' Version='3'><OTP>1</OTP></Validate>" """)]
    public Task Objects_of_other_services_are_silent(string expression) => VerifyAsync(VipRequestSources.Expression(expression)
        + "public class Payment { public string Version { get; set; } public string TokenId { get; set; } public string Reason { get; set; } }");

    [Fact]
    public Task A_DTO_with_a_name_of_VIP_in_a_program_without_VIP_is_silent() => VerifyAsync("""
        public class ActivateTokenRequest { public string Version { get; set; } public string TokenId { get; set; } public string ReasonCode { get; set; } }
        public class Mdes { public object M(string id) => new ActivateTokenRequest { Version = "5", TokenId = id }; }
        """);

    [Fact]
    public Task The_first_value_of_a_member_of_a_request_is_judged() => VerifyAsync("""
        public static class Vip { public const string Url = "https://api-auth.vip.symantec.com/"; }
        public class ValidateRequest { public string Version { get; set; } = [|"5"|]; public string TokenId { get; set; } = ""; public string OTP { get; set; } = ""; }
        """);

    [Theory]
    [InlineData("""new vipSoapInterfaceClient(null, new System.ServiceModel.EndpointAddress("https://services-auth.vip.symantec.com/val/soap"))""", true)]
    [InlineData("""new vipSoapInterfaceClient(null, new System.ServiceModel.EndpointAddress("https://services-auth.vip.symantec.com/mgmt/soap"))""", false)]
    [InlineData("""new vipSoapInterfaceClient(null, new System.ServiceModel.EndpointAddress(id))""", false)]
    [InlineData("""new vipSoapInterfaceClient()""", false)]
    [InlineData("""new vipSoapInterfaceClient(null, new System.ServiceModel.EndpointAddress("https://gateway.example.com/val/soap"))""", false)]
    public Task An_operation_at_the_URL_of_another_group(string client, bool isWrong) => VerifyAsync(VipRequestSources.Method(
        $"var client = {client}; return " + (isWrong ? "[|client.ActivateToken(new ActivateTokenType())|];" : "client.ActivateToken(new ActivateTokenType());")));

    private const string SoapHelper = """
        private static readonly HttpClient Http = new HttpClient { BaseAddress = new Uri("https://services-auth.vip.symantec.com") };
        private static string Message(string operation, string inner) =>
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><" + operation + " Version='3.1' xmlns='https://schemas.vip.symantec.com/2006/08/vipservice'>" + inner + "</" + operation + "></s:Body></s:Envelope>";
        private static Task Send(string path, string body) => Http.PostAsync(path, new StringContent(body));
        """;

    [Theory]
    [InlineData("/val/soap", "/mgmt/soap")]
    public Task A_helper_that_sends_each_operation_to_its_own_group_is_silent(string validate, string unlock) => VerifyAsync(VipRequestSources.Method(
        $"Send(\"{validate}\", Message(\"Validate\", id)); Send(\"{unlock}\", Message(\"UnlockToken\", id)); return null;", SoapHelper));

    [Fact]
    public Task A_helper_that_one_caller_gives_the_wrong_group() => VerifyAsync(VipRequestSources.Method(
        "Send(\"/val/soap\", Message(\"Validate\", id)); Send(\"/val/soap\", Message(\"UnlockToken\", id)); return null;",
        SoapHelper.Replace("Http.PostAsync(path, new StringContent(body))", "[|Http.PostAsync(path, new StringContent(body))|]")));

    private const string Helper = """
        private static object Deactivate(string tokenId, string reason, string version = "5.0") => new { DeactivateTokenRequest = new { Version = version, TokenId = tokenId, Reason = reason } };
        private static object Retire(string tokenId, string why) => Deactivate(tokenId, why);
        private static ValidateType Request(string version) { var request = new ValidateType(); request.Version = version.Trim(); return request; }
        private static Task<object> Later(string reason) => Task.Run(() => Deactivate("", reason));
        """;

    [Theory]
    [InlineData("""Deactivate(id, "Lost"); return Deactivate(id, [|"Cancelled"|]);""")]
    [InlineData("""Retire(id, "Canceled"); return Retire(id, [|"lost"|]);""")]
    [InlineData("""Deactivate(id, "Lost", [|"5"|]); return Deactivate(id, otp);""")]
    [InlineData("""Request("3.1"); return Request([|"3"|]);""")]
    [InlineData("""Later("Stolen"); return Later([|"stolen"|]);""")]
    [InlineData("""Deactivate(id, "Stolen"); return Deactivate(id, number > 1 ? "Lost" : "Returned");""")]
    [InlineData("""return Deactivate("Cancelled", next);""")]
    public Task A_value_that_a_helper_puts_into_the_request_is_judged_at_each_call(string body) => VerifyAsync(VipRequestSources.Method(body, Helper));

    [Fact]
    public Task A_GUID_in_a_message_written_as_text_is_marked_where_it_stands() => VerifyAsync(VipRequestSources.Method("""
        var fresh = Guid.NewGuid().ToString();
        return $"<AuthenticateUserRequest xmlns='https://schemas.symantec.com/vip/2011/04/vipuserservices'><requestId>{[|fresh|]}</requestId></AuthenticateUserRequest>";
        """));

    [Theory]
    [InlineData("https://services-auth.vip.symantec.com/val/soap", true)]
    [InlineData("https://services-auth.vip.symantec.com/mgmt/soap", false)]
    public Task A_message_as_text_at_the_URL_of_another_group(string url, bool isWrong)
    {
        var send = $"http.PostAsync(\"{url}\", new StringContent(\"<UnlockToken xmlns='https://schemas.vip.symantec.com/2006/08/vipservice' Version='3.1'></UnlockToken>\"))";
        return VerifyAsync(VipRequestSources.Expression(isWrong ? $"[|{send}|]" : send));
    }

    [Fact]
    public Task The_message_names_the_code_and_the_value_that_was_meant() => Verify.VerifyAnalyzerAsync(
        VipRequestSources.Expression("""new ValidateType { Version = {|#0:"5"|} }"""),
        References,
        Verify.Diagnostic("AUTH2005").WithLocation(0).WithLocation(0).WithArguments(
            "5", "Version", "it must be digits, a full stop, digits, such as 3.1", "4E04 (Unsupported service protocol version)", "send '5.0'"));

    [Theory]
    [InlineData("""new ValidateType { Version = [|"5"|] }""", """new ValidateType { Version = "5.0" }""")]
    [InlineData("""new { TokenId = id, Reason = [|"Cancelled"|] }""", """new { TokenId = id, Reason = "Canceled" }""")]
    [InlineData("""new { TokenId = id, Reason = [|"lost"|] }""", """new { TokenId = id, Reason = "Lost" }""")]
    [InlineData("""new { TokenId = id, Reason = [|"temporarily-unavailable"|] }""", """new { TokenId = id, Reason = "TemporarilyUnavailable" }""")]
    [InlineData("""new { GetActivationCodeRequest = new { Version = "5.0", ACProfile = [|"MobilePhone"|] } }""", """new { GetActivationCodeRequest = new { Version = "5.0", ACProfile = "MOBILEPHONE" } }""")]
    [InlineData("""new TokenIdType { type = TokenType.SMS, typeSpecified = true, Value = [|"+49 151 2345678"|] }""", """new TokenIdType { type = TokenType.SMS, typeSpecified = true, Value = "491512345678" }""")]
    [InlineData("new AuthenticateUserRequestType { requestId = [|Guid.NewGuid().ToString()|] }", """new AuthenticateUserRequestType { requestId = Guid.NewGuid().ToString("N") }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = [|$"{Guid.NewGuid()}"|] }""", """new AuthenticateUserRequestType { requestId = $"{Guid.NewGuid():N}" }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = [|"app_" + Guid.NewGuid()|] }""", """new AuthenticateUserRequestType { requestId = "app_" + Guid.NewGuid().ToString("N") }""")]
    [InlineData("""new AuthenticateUserRequestType { requestId = [|$"app_{Guid.NewGuid()}"|] }""", """new AuthenticateUserRequestType { requestId = $"app_{Guid.NewGuid():N}" }""")]
    public Task The_fix_writes_what_was_meant(string before, string after) => Verify.VerifyCodeFixAsync(
        VipRequestSources.Expression(before), VipRequestSources.Expression(after), References);

    [Theory]
    [InlineData("""new { GetActivationCodeRequest = new { Version = "5.0", ACProfile = [|"DESKTOP"|] } }""")]
    [InlineData("""new ValidateType { OTP = [|"123"|] }""")]
    [InlineData("""new ValidateType { Version = [|"latest"|] }""")]
    public Task No_fix_is_offered_where_nothing_certain_was_meant(string expression) => Verify.VerifyCodeFixAsync(
        VipRequestSources.Expression(expression), VipRequestSources.Expression(expression), References);

    [Fact]
    public Task Known_miss_a_phone_number_in_JSON_whose_type_stands_elsewhere_is_silent() => VerifyAsync(VipRequestSources.Expression(
        """new { SendOTPRequest = new { Version = "5.0", TokenId = "+49 151 2345678", TokenType = "SMS" } }"""));
}
