using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.MisreadStatus.MisreadStatusAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MisreadStatus;

public class ThrowingHelperTests
{
    private const string Check = "\"HOSTapi/v1/checkauthn?requestor=R&deviceId=d\"";

    [Theory]
    [InlineData("var r = await http.GetAsync(" + Check + "); r.{|#0:EnsureSuccessStatusCode|}();")]
    [InlineData("(await http.GetAsync(" + Check + ")).{|#0:EnsureSuccessStatusCode|}();")]
    [InlineData("var text = await http.{|#0:GetStringAsync|}($\"HOSTapi/v1/tokens/authn?requestor=R&deviceId={p}\");")]
    [InlineData("var token = await http.{|#0:GetFromJsonAsync|}<object>($\"HOSTapi/v1/mediatoken?requestor=R&deviceId=d&resource={p}\");")]
    [InlineData("using var stream = await http.{|#0:GetStreamAsync|}(\"HOSTapi/v1/tokens/usermetadata?deviceId=d\");")]
    [InlineData("try { await http.{|#0:GetStringAsync|}(" + Check + "); } catch (TaskCanceledException) { }")]
    [InlineData("try { await http.{|#0:GetStringAsync|}(" + Check + "); } catch (HttpRequestException e) { Console.WriteLine(e.Message); }")]
    public Task Ordinary_answer_throws_Advice(string statements) =>
        Verify.VerifyAnalyzerAsync(InMethod(statements), Verify.Diagnostic(Descriptors.MisreadStatusAdvice).WithLocation(0).WithMessage(null));

    [Theory]
    [InlineData("try { await http.GetStringAsync(" + Check + "); } catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.Forbidden) { }")]
    [InlineData("try { await http.GetStringAsync(" + Check + "); } catch (HttpRequestException e) { if (e.StatusCode != HttpStatusCode.Forbidden) throw; }")]
    [InlineData("var r = await http.GetAsync(" + Check + "); if (r.StatusCode == HttpStatusCode.Forbidden) return; r.EnsureSuccessStatusCode();")]
    [InlineData("var r = await http.GetAsync(" + Check + "); if (!r.IsSuccessStatusCode) Console.WriteLine(); else r.EnsureSuccessStatusCode();")]
    [InlineData("await http.GetStringAsync(\"HOSTapi/v1/config/R\");")]
    [InlineData("await http.GetStringAsync(\"HOSTapi/v2/R/profiles\");")]
    [InlineData("var r = await http.PostAsync(\"HOSTreggie/v1/R/regcode?deviceId=d\", null); r.EnsureSuccessStatusCode();")]
    [InlineData("var r = await http.PostAsync(\"HOSTo/client/token\", null); r.EnsureSuccessStatusCode();")]
    [InlineData("var r = await http.DeleteAsync(\"HOSTapi/v1/logout?deviceId=d\"); r.EnsureSuccessStatusCode();")]
    [InlineData("await http.GetStringAsync(\"https://api.example.com/api/v1/checkauthn\");")]
    [InlineData("await http.GetStringAsync(p);")]
    [InlineData("await http.GetAsync(" + Check + ");")]
    public Task Answer_is_looked_at_or_is_a_fault_Silent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Fact]
    public Task Caller_looks_at_the_status_Silent() => Verify.VerifyAnalyzerAsync(InClass($$"""
        Task<string> Get() => http.GetStringAsync({{Check}});
        public async Task<bool> M() { try { await Get(); return true; } catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.Forbidden) { return false; } }
        """));

    [Fact]
    public Task Message_names_helper_answers_and_endpoint() => Verify.VerifyAnalyzerAsync(
        InMethod("await http.{|#0:GetStringAsync|}(\"HOSTapi/v1/tokens/authn?requestor=R&deviceId=d\");"),
        Verify.Diagnostic(Descriptors.MisreadStatusAdvice).WithLocation(0).WithArguments(
            "GetStringAsync", "throws on 404 or 410, an ordinary answer of 'GET /api/v1/tokens/authn' (not logged in, expired or denied)", "look at StatusCode before the content"));
}
