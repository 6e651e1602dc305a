using Xunit;
using static AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode.Sources;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

/// <summary>Mistakes that are reported.</summary>
public class ReportedTests
{
    [Theory]
    [InlineData("await [|api.ValidateAsync(\"t\", \"1\")|];")]
    [InlineData("_ = await [|api.ValidateAsync(\"t\", \"1\")|];")]
    [InlineData("var answer = await [|api.ValidateAsync(\"t\", \"1\")|];")]
    [InlineData("_ = [|api.ValidateAsync(\"t\", \"1\")|];")]
    [InlineData("[|api.SendOtp(\"t\")|];")]
    [InlineData("await [|api.ValidateAsync(\"t\", \"1\")|].ConfigureAwait(false);")]
    [InlineData("[|api.ValidateAsync(\"t\", \"1\")|].Wait();")]
    [InlineData("[|api.ValidateAsync(\"t\", \"1\")|].GetAwaiter().GetResult();")]
    public Task An_answer_that_is_dropped(string body) => VerifyAsync(InRest(body));

    [Theory]
    [InlineData("var answer = await http.[|GetFromJsonAsync<ValidateAnswer>(\"validate\")|];")]
    [InlineData("using var r = await http.PostAsJsonAsync(\"validate\", new { }); r.EnsureSuccessStatusCode(); var answer = await r.Content.[|ReadFromJsonAsync<ValidateAnswer>(token)|]; log.LogInformation(\"{Message}\", answer.ValidateResponse.Status.StatusMessage);")]
    [InlineData("var answer = [|JsonSerializer.Deserialize<ValidateAnswer>(await http.GetStringAsync(\"validate\"))|]; if (answer is null) return;")]
    [InlineData("var answer = [|Newtonsoft.Json.JsonConvert.DeserializeObject<ValidateAnswer>(await http.GetStringAsync(\"validate\"))|]; if (answer.ValidateResponse?.Status == null) throw new Exception();")]
    [InlineData("var answer = [|(ValidateAnswer)JsonSerializer.Deserialize(await http.GetStringAsync(\"validate\"), typeof(ValidateAnswer))|]; Use(answer.ValidateResponse.RequestId);")]
    [InlineData("var answer = await JsonSerializer.[|DeserializeAsync<ValidateAnswer>(await http.GetStreamAsync(\"validate\"))|]; Console.WriteLine(\"Success!\");")]
    public Task A_deserialized_answer(string body) => VerifyAsync(InRest(body.Replace("http.[|Get", "[|http.Get").Replace("r.Content.[|Read", "[|r.Content.Read").Replace("JsonSerializer.[|Des", "[|JsonSerializer.Des")));

    [Theory]
    [InlineData("var answer = await [|api.SendOtpAsync(\"t\")|]; return answer.SendOTPResponse.OTP;")]
    [InlineData("return (await [|api.SendOtpAsync(\"t\")|]).SendOTPResponse.OTP;")]
    [InlineData("return (await [|api.SendOtpAsync(\"t\")|])?.SendOTPResponse?.OTP;")]
    [InlineData("var answer = await [|api.SendOtpAsync(\"t\")|]; if (answer.SendOTPResponse.OTP == null) throw new Exception(); return answer.SendOTPResponse.OTP;")]
    [InlineData("var (id, version, status, otp) = ([|api.SendOtp(\"t\")|].SendOTPResponse.RequestId, \"\", \"\", \"\"); return otp;")]
    [InlineData("if (await [|api.SendOtpAsync(\"t\")|] is { SendOTPResponse: { OTP: { } otp } }) return otp; return null;")]
    [InlineData("var task = [|api.SendOtpAsync(\"t\")|]; await Task.Yield(); var answer = await task; return answer.SendOTPResponse.OTP;")]
    [InlineData("var answer = [|api.SendOtpAsync(\"t\")|].Result; return answer.SendOTPResponse.OTP;")]
    [InlineData("SendOtpAnswer answer; try { answer = await [|api.SendOtpAsync(\"t\")|]; } catch (HttpRequestException) { return null; } return answer.SendOTPResponse.OTP;")]
    public Task An_answer_whose_content_is_taken_for_granted(string body) => VerifyAsync(InRest(body, "async Task<string> M()"));

    [Theory]
    [InlineData("var answer = await api.SendOtpAsync(\"t\"); Use([|answer.SendOTPResponse.OTP|]); if (answer.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception();")]
    [InlineData("var answer = await api.SendOtpAsync(\"t\"); var otp = answer.SendOTPResponse.OTP; Use([|otp|]); if (answer.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception();")]
    [InlineData("var answer = await api.SendOtpAsync(\"t\"); if (token.IsCancellationRequested) { Use([|answer.SendOTPResponse.OTP|]); return; } if (answer.SendOTPResponse.Status.ReasonCode != \"0000\") throw new Exception();")]
    public Task Content_that_is_used_before_the_examination(string body) => VerifyAsync(InRest(body));

    [Theory]
    [InlineData("foreach (var answer in [|api.SendAll()|]) Use(answer.SendOTPResponse.OTP);")]
    [InlineData("await foreach (var answer in [|api.AllAsync()|]) Use(answer.TokenInformation.TokenId);")]
    [InlineData("var otps = [|api.SendAll()|].Select(a => a.SendOTPResponse.OTP).ToList(); Use(otps);")]
    [InlineData("var answers = await Task.WhenAll([|api.SendOtpAsync(\"1\")|], [|api.SendOtpAsync(\"2\")|]);")]
    [InlineData("await Task.WhenAll(new[] { \"1\", \"2\" }.Select(id => [|api.SendOtpAsync(id)|]));")]
    [InlineData("await Task.Run(() => [|api.SendOtpAsync(\"1\")|]);")]
    [InlineData("new List<string>().ForEach(id => [|api.SendOtp(id)|]);")]
    [InlineData("await [|api.SendOtpAsync(\"1\")|].ContinueWith(t => Console.WriteLine(\"sent\"));")]
    [InlineData("await [|api.SendOtpAsync(\"1\")|].ContinueWith(t => Use(t.Result.SendOTPResponse.OTP));")]
    [InlineData("for (var i = 0; i < 3; i++) { try { await [|api.SendOtpAsync(\"1\")|]; break; } catch (HttpRequestException) { await Task.Delay(1000); } }")]
    [InlineData("var tasks = new List<Task<SendOtpAnswer>>(); foreach (var id in new[] { \"1\" }) tasks.Add([|api.SendOtpAsync(id)|]); await Task.WhenAll(tasks);")]
    [InlineData("async Task Local() { await [|api.SendOtpAsync(\"1\")|]; } await Local();")]
    [InlineData("Func<string, Task> send = id => [|api.SendOtpAsync(id)|]; await send(\"1\");")]
    public Task Collections_lambdas_and_tasks(string body) => VerifyAsync(InRest(body));

    [Fact]
    public Task A_helper_that_hands_on_the_answer_is_reported_at_its_caller() => VerifyAsync(InRest(
        "await [|PostAsync<ValidateAnswer>(\"validate\")|];",
        members: "async Task<T> PostAsync<T>(string path) { using var r = await http.PostAsJsonAsync(path, new { }); r.EnsureSuccessStatusCode(); return await r.Content.ReadFromJsonAsync<T>(); }"));

    [Fact]
    public Task A_helper_that_only_logs_is_no_examination() => VerifyAsync(InRest(
        "var answer = await [|api.ValidateAsync(\"t\", \"1\")|]; Log(answer.ValidateResponse.Status);",
        members: "void Log(Status status) => log.LogInformation(status.StatusMessage);"));

    [Fact]
    public Task A_field_that_nobody_examines() => VerifyAsync(InRest(
        "last = await [|api.ValidateAsync(\"t\", \"1\")|];", members: "private ValidateAnswer last; public bool HasAnswered => last != null;"));

    [Fact]
    public Task An_own_method_through_its_interface() => VerifyAsync(InRest(
        "await [|service.SendAsync(\"1\")|];",
        members: "IService service = null;",
        types: "interface IService { Task<SendOtpResult> SendAsync(string id); } class Service : IService { readonly IVipApi api = null; public async Task<SendOtpResult> SendAsync(string id) => (await api.SendOtpAsync(id)).SendOTPResponse; }"));

    [Theory]
    [InlineData("[|vip.ActivateToken(new ActivateTokenType { Version = \"3.1\" })|];")]
    [InlineData("var answer = [|vip.SendOTP(new SendOTPType())|]; Use(answer.OTP);")]
    [InlineData("await [|vip.ActivateTokenAsync(new ActivateTokenType())|];")]
    [InlineData("var answer = await [|vip.SendOTPAsync(new SendOTPType())|]; Use(answer.SendOTPResponse1.OTP);")]
    [InlineData("var answer = [|vip.ActivateToken(new ActivateTokenType())|]; Console.WriteLine(answer.Status.StatusMessage); Use(answer.SameInitialState);")]
    [InlineData("try { [|vip.SendOTP(new SendOTPType())|]; Console.WriteLine(\"Success!\"); } catch (Exception) { Console.WriteLine(\"Service Error\"); }")]
    public Task A_web_services_proxy(string body) => VerifyAsync(InSoap(body.Replace("await Task", "await Task")));

    [Theory]
    [InlineData("var info = [|vip.getUserInfo(new GetUserInfoRequestType())|]; for (var i = 0; i < info.numBindings; i++) Use(info.statusMessage);")]
    [InlineData("var info = await [|vip.getUserInfoAsync(new GetUserInfoRequestType())|]; Use(info.GetUserInfoResponse.userId);")]
    public Task A_user_services_proxy(string body) => VerifyAsync(InUserServices(body));
}
