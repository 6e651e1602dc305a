using Xunit;
using static AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode.Sources;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

/// <summary>Right programs, and those that cannot be judged.</summary>
public class SilentTests
{
    private const string Get = "var answer = await api.SendOtpAsync(\"t\"); ";

    [Theory]
    [InlineData("if (answer.SendOTPResponse.Status.ReasonCode != \"0000\") throw new VipException(answer.SendOTPResponse.Status.ReasonCode, \"\"); Use(answer.SendOTPResponse.OTP);")]
    [InlineData("if (answer?.SendOTPResponse?.Status?.ReasonCode == \"0000\") Use(answer.SendOTPResponse.OTP);")]
    [InlineData("if (answer is not { SendOTPResponse.Status.ReasonCode: \"0000\" }) return; Use(answer.SendOTPResponse.OTP);")]
    [InlineData("if (answer is { SendOTPResponse: { Status: { ReasonCode: \"0000\" }, OTP: var otp } }) Use(otp);")]
    [InlineData("switch (answer.SendOTPResponse.Status.ReasonCode) { case \"0000\": Use(answer.SendOTPResponse.OTP); break; default: throw new Exception(); }")]
    [InlineData("var ok = answer.SendOTPResponse.Status.ReasonCode switch { \"0000\" => true, _ => false }; if (ok) Use(answer.SendOTPResponse.OTP);")]
    [InlineData("var status = answer.SendOTPResponse.Status; if (status.ReasonCode != \"0000\") return; Use(answer.SendOTPResponse.OTP);")]
    [InlineData("var inner = answer.SendOTPResponse; if (inner.Status.ReasonCode is \"0000\") Use(inner.OTP);")]
    [InlineData("var failed = !string.Equals(answer.SendOTPResponse.Status.ReasonCode, \"0000\", StringComparison.Ordinal); if (failed) return;")]
    [InlineData("var otp = answer.SendOTPResponse.OTP; if (answer.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception(); Use(otp);")]
    [InlineData("Use(new { Ok = answer.SendOTPResponse.Status.ReasonCode == \"0000\", answer.SendOTPResponse.OTP });")]
    [InlineData("Use(new { answer.SendOTPResponse.OTP, Ok = answer.SendOTPResponse.Status.ReasonCode == \"0000\" });")]
    [InlineData("if (answer != null && answer.SendOTPResponse.Status.ReasonCode == \"0000\") Use(answer.SendOTPResponse.OTP);")]
    [InlineData("log.LogInformation(\"{Otp}\", answer.SendOTPResponse.OTP); if (answer.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception();")]
    [InlineData("if (answer.SendOTPResponse is var r and not null && r.Status.ReasonCode == \"0000\") Use(r.OTP);")]
    [InlineData("var (_, _, status, otp) = answer.SendOTPResponse; if (status.ReasonCode == \"0000\") Use(otp);")]
    [InlineData("var copy = answer with { }; if (copy.SendOTPResponse.Status.ReasonCode != \"0000\") return; Use(answer.SendOTPResponse.OTP);")]
    public Task The_code_is_examined_first(string body) => VerifyAsync(InRest(Get + body));

    [Theory]
    [InlineData("Use(answer);", "")]
    [InlineData("Check(answer.SendOTPResponse.Status);", "static void Check(Status status) { if (status.ReasonCode != \"0000\") throw new Exception(status.StatusMessage); }")]
    [InlineData("Check(answer); Use(answer.SendOTPResponse.OTP);", "static void Check(object answer) { if (answer is SendOtpAnswer a) Check2(a.SendOTPResponse); } static void Check2(SendOtpResult r) { if (r.Status.ReasonCode != \"0000\") throw new Exception(); }")]
    [InlineData("if (!Ok(answer.SendOTPResponse)) return; Use(answer.SendOTPResponse.OTP);", "static bool Ok(SendOtpResult r) => r.Status.ReasonCode == \"0000\";")]
    [InlineData("answer.EnsureSuccess(); Use(answer.SendOTPResponse.OTP);", "")]
    [InlineData("if (!answer.Succeeded) return; Use(answer.SendOTPResponse.OTP);", "")]
    [InlineData("Validator.Check(answer);", "static class Validator { public static Action<SendOtpAnswer> Check { get; set; } }")]
    [InlineData("var ok = checks.All(c => c(answer)); Use(ok);", "List<Func<SendOtpAnswer, bool>> checks = new();")]
    public Task A_helper_examines_it(string body, string members) => VerifyAsync(InRest(
        (Get + body).Replace("answer.EnsureSuccess()", "answer.EnsureSuccess()").Replace("answer.Succeeded", "answer.Succeeded()"), members: members,
        types: "static class Extensions { public static void EnsureSuccess(this SendOtpAnswer a) { if (a.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception(); } public static bool Succeeded(this SendOtpAnswer a) => a.SendOTPResponse.Status.ReasonCode == \"0000\"; }"));

    [Theory]
    [InlineData("return await api.ValidateAsync(\"t\", \"1\");", "async Task<ValidateAnswer> M()")]
    [InlineData("return api.ValidateAsync(\"t\", \"1\");", "Task<ValidateAnswer> M()")]
    [InlineData("return (await api.ValidateAsync(\"t\", \"1\")).ValidateResponse.Status;", "async Task<Status> M()")]
    [InlineData("return (await api.ValidateAsync(\"t\", \"1\")).ValidateResponse.Status.ReasonCode;", "async Task<string> M()")]
    [InlineData("Last = await api.ValidateAsync(\"t\", \"1\");", "public ValidateAnswer Last { get; set; } async Task M()")]
    [InlineData("answer = api.SendOtp(\"t\");", "void M(out SendOtpAnswer answer)")]
    [InlineData("foreach (var id in new[] { \"1\" }) yield return api.SendOtp(id);", "IEnumerable<SendOtpAnswer> M()")]
    [InlineData("var answer = await api.ValidateAsync(\"t\", \"1\"); return () => answer;", "async Task<Func<ValidateAnswer>> M()")]
    [InlineData("return new[] { \"1\" }.Select(id => api.SendOtp(id)).ToList();", "List<SendOtpAnswer> M()")]
    [InlineData("var list = new List<SendOtpAnswer>(); list.Add(api.SendOtp(\"1\")); return list;", "List<SendOtpAnswer> M()")]
    [InlineData("return new Holder { Answer = api.SendOtp(\"1\") };", "class Holder { public SendOtpAnswer Answer; } Holder M()")]
    public Task The_answer_is_passed_on(string body, string signature) => VerifyAsync(InRest(body, signature));

    [Theory]
    [InlineData("foreach (var answer in api.SendAll()) if (answer.SendOTPResponse.Status.ReasonCode == \"0000\") Use(answer.SendOTPResponse.OTP);")]
    [InlineData("var good = api.SendAll().Where(a => a.SendOTPResponse.Status.ReasonCode == \"0000\").Select(a => a.SendOTPResponse.OTP);")]
    [InlineData("if (api.SendAll().Any(a => a.SendOTPResponse.Status.ReasonCode != \"0000\")) throw new Exception();")]
    [InlineData("await foreach (var answer in api.AllAsync()) { if (answer.Status.ReasonCode != \"0000\") continue; Use(answer.TokenInformation); }")]
    [InlineData("var answers = await Task.WhenAll(api.SendOtpAsync(\"1\"), api.SendOtpAsync(\"2\")); foreach (var a in answers) if (a.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception();")]
    [InlineData("var one = api.SendOtpAsync(\"1\"); var two = api.SendOtpAsync(\"2\"); await Task.WhenAll(one, two); if ((await one).SendOTPResponse.Status.ReasonCode != \"0000\" || two.Result.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception();")]
    [InlineData("await api.SendOtpAsync(\"1\").ContinueWith(t => { if (t.Result.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception(); });")]
    [InlineData("var answer = await Retry(() => api.SendOtpAsync(\"1\")); if (answer.SendOTPResponse.Status.ReasonCode != \"0000\") return; static async Task<T> Retry<T>(Func<Task<T>> call) { try { return await call(); } catch (HttpRequestException) { return await call(); } }")]
    [InlineData("await Send(() => api.SendOtpAsync(\"1\")); static async Task Send(Func<Task<SendOtpAnswer>> call) { var a = await call(); if (a.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception(); }")]
    [InlineData("SendOtpAnswer answer; do { answer = await api.SendOtpAsync(\"1\"); } while (answer.SendOTPResponse.Status.ReasonCode == \"4879\");")]
    [InlineData("SendOtpAnswer answer = null; await Task.Run(async () => answer = await api.SendOtpAsync(\"1\")); if (answer.SendOTPResponse.Status.ReasonCode != \"0000\") return;")]
    [InlineData("var results = new SendOtpAnswer[2]; results[0] = api.SendOtp(\"1\"); if (results.Any(r => r.SendOTPResponse.Status.ReasonCode != \"0000\")) return;")]
    [InlineData("try { var a = await api.SendOtpAsync(\"1\"); throw new VipException(a.SendOTPResponse.Status.ReasonCode, \"\"); } catch (VipException e) when (e.Code == \"0000\") { }")]
    [InlineData("SendOtpAnswer a = null; try { a = await api.SendOtpAsync(\"1\"); Ensure(a); } catch (HttpRequestException e) { log.LogError(e, \"\"); } Use(a?.SendOTPResponse?.OTP); static void Ensure(SendOtpAnswer x) { if (x.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception(); }")]
    public Task Collections_lambdas_and_retries(string body) => VerifyAsync(InRest(body));

    [Fact]
    public Task A_client_that_examines_in_its_base_class() => VerifyAsync(InRest(
        "await PostAsync<ValidateResponse>(\"validate\");",
        members: "async Task<T> PostAsync<T>(string path) where T : class { var r = await http.PostAsJsonAsync(path, new { }); var body = await r.Content.ReadFromJsonAsync<T>(); if (body is IHasStatus { Status.ReasonCode: not \"0000\" } failed) throw new Exception(); return body; }",
        types: "public interface IHasStatus { string RequestId { get; } Status Status { get; } }"));

    [Fact]
    public Task A_helper_that_examines_the_raw_text() => VerifyAsync(InRest(
        "await PostAsync<ValidateAnswer>(\"validate\");",
        members: "async Task<T> PostAsync<T>(string path) { var r = await http.PostAsJsonAsync(path, new { }); var json = await r.Content.ReadAsStringAsync(); var node = JsonNode.Parse(json); if ((string)node[\"ValidateResponse\"][\"Status\"][\"ReasonCode\"] != \"0000\") throw new Exception(); return JsonSerializer.Deserialize<T>(json); }"));

    [Fact]
    public Task A_decorator_that_examines() => VerifyAsync(InRest(
        "await service.SendAsync(\"1\");",
        members: "IService service = null;",
        types: "interface IService { Task<SendOtpResult> SendAsync(string id); } class Service : IService { readonly IVipApi api = null; public async Task<SendOtpResult> SendAsync(string id) => (await api.SendOtpAsync(id)).SendOTPResponse; } class Checking : IService { readonly IService inner = null; public async Task<SendOtpResult> SendAsync(string id) { var r = await inner.SendAsync(id); if (r.Status.ReasonCode != \"0000\") throw new Exception(); return r; } }"));

    [Fact]
    public Task A_message_handler_that_examines_every_answer() => VerifyAsync(InRest(
        "var answer = await http.GetFromJsonAsync<ValidateAnswer>(\"validate\");",
        types: "class Checking : DelegatingHandler { protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { var r = await base.SendAsync(request, token); var a = await r.Content.ReadFromJsonAsync<ValidateAnswer>(); if (a.ValidateResponse.Status.ReasonCode != \"0000\") throw new HttpRequestException(); return r; } }"));

    [Fact]
    public Task A_fake_that_makes_answers_up() => VerifyAsync(InRest(
        "var answer = Make(); Use(answer.ValidateResponse.RequestId);",
        members: "static ValidateAnswer Make() => new(new ValidateResponse(\"1\", \"5.0\", new Status(\"0000\", \"Success\")));"));

    [Theory]
    [InlineData("if (!vip.ActivateToken(new ActivateTokenType()).Status.ReasonCode.SequenceEqual(new byte[2])) throw new Exception();")]
    [InlineData("var answer = vip.SendOTP(new SendOTPType()); if (BitConverter.ToInt16(answer.Status.ReasonCode, 0) == 0) Use(answer.OTP);")]
    [InlineData("var answer = await vip.SendOTPAsync(new SendOTPType()); if (Convert.ToHexString(answer.SendOTPResponse1.Status.ReasonCode) != \"0000\") return; Use(answer.SendOTPResponse1.OTP);")]
    [InlineData("Ensure(vip.ActivateToken(new ActivateTokenType())); static void Ensure(ResponseWithStatusType r) { if (r.Status.ReasonCode[0] != 0) throw new Exception(); }")]
    public Task A_web_services_proxy_whose_code_is_examined(string body) => VerifyAsync(InSoap(body));

    [Theory]
    [InlineData("var info = vip.getUserInfo(new GetUserInfoRequestType()); if (!info.status.SequenceEqual(new byte[2])) return; Use(info.numBindings);")]
    [InlineData("var info = (await vip.getUserInfoAsync(new GetUserInfoRequestType())).GetUserInfoResponse; if (Convert.ToHexString(info.status) == \"0000\") Use(info.userId);")]
    public Task A_user_services_proxy_whose_status_is_examined(string body) => VerifyAsync(InUserServices(body));
}
