using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.TightPolling.TightPollingAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.TightPolling;

public class ReportedTests
{
    private static Task InClass(string members) => Verify.VerifyAnalyzerAsync(PollingSource.Class(members));

    private static Task With(TestReferences references, string usings, string members)
    {
        var test = new Verify.Test { References = TestReferences.Framework | references };
        test.TestState.Sources.Add(usings + PollingSource.Class(members));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("public async Task M() { while (true) { var r = await [|http.GetAsync(Poll)|]; if (r.IsSuccessStatusCode) return; } }")]
    [InlineData("public async Task M() { while (true) { var r = await [|http.GetAsync(Poll)|]; if (r.IsSuccessStatusCode) return; await Task.Delay(200); } }")]
    [InlineData("public async Task M() { while (!await [|Check()|]) { } }")]
    [InlineData("public async Task M() { while (!await [|Check()|]) ; }")]
    [InlineData("public async Task M() { bool ok; do { ok = await [|Check()|]; } while (!ok); }")]
    [InlineData("public async Task M(CancellationToken t) { while (!t.IsCancellationRequested) { if (await [|Check()|]) break; await Task.Yield(); } }")]
    [InlineData("public async Task M() { for (;;) { if (await [|Check()|]) break; } }")]
    [InlineData("public async Task M() { for (var i = 0; i < 100; i++) { if (await [|Check()|]) break; await Task.Delay(TimeSpan.FromMilliseconds(500)); } }")]
    [InlineData("public async Task M() { const int Attempts = 60; for (int i = 0; i < Attempts; ++i) { if (await [|Check()|]) return; } }")]
    [InlineData("public async Task M() { var end = DateTime.UtcNow.AddMinutes(5); while (DateTime.UtcNow < end) { if (await [|Check()|]) return; } }")]
    [InlineData("public async Task M() { again: if (!await [|Check()|]) goto again; }")]
    [InlineData("public void M() { while (true) { if ([|Check()|].Result) return; Thread.Sleep(100); } }")]
    [InlineData("public void M() { var spin = new SpinWait(); while (![|Check()|].GetAwaiter().GetResult()) spin.SpinOnce(); }")]
    [InlineData("public void M() => SpinWait.SpinUntil(() => [|Check()|].Result);")]
    [InlineData("public async Task M() { while (!await [|Check()|]) { Task.Delay(5000); } }")]
    [InlineData("static readonly TimeSpan Pause = new TimeSpan(0, 0, 0, 0, 250); public async Task M() { while (!await [|Check()|]) await Task.Delay(Pause); }")]
    [InlineData("const int PauseMs = 2 * 100; public async Task M() { while (!await [|Check()|]) await Task.Delay(PauseMs); }")]
    [InlineData("public async Task M() { var retries = 0; while (retries++ < 1000) { if (await [|Check()|]) return; } }")]
    public Task A_loop_without_a_pause_Reported(string members) => InClass(members);

    [Theory]
    // Ends after the first success, but spins while there is none.
    [InlineData("public async Task<string> M() { string token = null; while (token == null) { var r = await [|http.GetAsync(Poll)|]; if (r.IsSuccessStatusCode) token = await r.Content.ReadAsStringAsync(); } return token; }")]
    [InlineData("public async Task M() { while (true) { try { var r = await [|http.GetAsync(Poll)|]; if (r.IsSuccessStatusCode) return; await Task.Delay(5000); } catch (HttpRequestException) { } } }")]
    [InlineData("public async Task M() { while (true) { try { await [|http.GetStringAsync(Poll)|]; return; } catch (HttpRequestException) { continue; } } }")]
    [InlineData("public async Task M() { while (true) { var r = await [|http.GetAsync(Poll)|]; if ((int)r.StatusCode == 403) continue; await Task.Delay(5000); } }")]
    public Task A_pause_that_failures_leave_out_Reported(string members) => InClass(members);

    [Theory]
    [InlineData("async Task Wait() => await Task.Delay(100); public async Task M() { while (!await [|Check()|]) await Wait(); }")]
    [InlineData("public interface IApi { Task<bool> Poll(); } public class Api : IApi { readonly HttpClient http = new(); public async Task<bool> Poll() => (await http.GetAsync(Client.Poll)).IsSuccessStatusCode; } public async Task M(IApi api) { while (!await [|api.Poll()|]) { } }")]
    [InlineData("async Task<bool> Outer() { Console.WriteLine(1); return await Check(); } public async Task M() { while (!await [|Outer()|]) { } }")]
    [InlineData("public async Task M() { async Task<bool> Local() => (await http.GetAsync(Poll)).IsSuccessStatusCode; while (!await [|Local()|]) { } }")]
    [InlineData("public async Task M() { Func<Task<bool>> check = async () => (await http.GetAsync(Poll)).IsSuccessStatusCode; while (!await [|check()|]) { } }")]
    [InlineData("Task<HttpResponseMessage> Get(string path) => http.GetAsync(\"https://api.auth.adobe.com\" + path); public async Task M() { while (!(await [|Get(\"/api/v1/checkauthn?requestor=R&deviceId=d\")|]).IsSuccessStatusCode) { } }")]
    public Task A_loop_around_a_helper_Reported(string members) => InClass(members);

    [Theory]
    [InlineData("public async Task M() { if (!await [|Check()|]) await M(); }")]
    [InlineData("public async Task<bool> M(string code) { var r = await [|http.GetAsync(Poll)|]; if (r.IsSuccessStatusCode) return true; return await M(code); }")]
    [InlineData("public void M() { var r = [|http.GetAsync(Poll)|].Result; if (!r.IsSuccessStatusCode) M(); }")]
    public Task A_method_that_calls_itself_Reported(string members) => InClass(members);

    [Theory]
    [InlineData("Timer timer; public void M() => timer = new Timer(async _ => await Check(), null, 0, [|500|]);")]
    [InlineData("Timer timer; public void M() => timer = new Timer(Tick, null, TimeSpan.Zero, [|TimeSpan.FromMilliseconds(200)|]); async void Tick(object state) => await Check();")]
    [InlineData("public void M() { var timer = new System.Timers.Timer([|100|]); timer.Elapsed += async (s, e) => await Check(); timer.Start(); }")]
    [InlineData("public void M() { var timer = new System.Timers.Timer(); timer.Elapsed += OnElapsed; timer.Interval = [|250|]; timer.Start(); } async void OnElapsed(object s, System.Timers.ElapsedEventArgs e) => await Check();")]
    [InlineData("public async Task M() { using var timer = new PeriodicTimer([|TimeSpan.FromMilliseconds(500)|]); while (await timer.WaitForNextTickAsync()) { if (await Check()) return; } }")]
    // The shape of System.Windows.Threading.DispatcherTimer.
    [InlineData("public class DispatcherTimer { public TimeSpan Interval { get; set; } public event EventHandler Tick; public void Start() { Tick?.Invoke(this, null); } } public void M() { var timer = new DispatcherTimer { Interval = [|TimeSpan.FromMilliseconds(100)|] }; timer.Tick += async (s, e) => await Check(); timer.Start(); }")]
    // The shapes of IDispatcherTimer of MAUI (DispatcherQueueTimer of WinUI is alike), Device.StartTimer of Xamarin.
    [InlineData("public interface ITicker { TimeSpan Interval { get; set; } event EventHandler Tick; void Start(); } public interface IDispatcher { ITicker CreateTimer(); } readonly ITicker ticker; public Client(IDispatcher d) { ticker = d.CreateTimer(); ticker.Interval = [|TimeSpan.FromMilliseconds(300)|]; ticker.Tick += async (s, e) => await Check(); ticker.Start(); }")]
    [InlineData("public interface IDispatcher { void StartTimer(TimeSpan interval, Func<bool> callback); } public void M(IDispatcher d) => d.StartTimer([|TimeSpan.FromMilliseconds(300)|], () => { _ = Check(); return true; });")]
    [InlineData("public void M(TimeProvider time) => time.CreateTimer(async _ => await Check(), null, TimeSpan.Zero, [|TimeSpan.FromMilliseconds(300)|]);")]
    public Task The_period_of_a_timer_Reported(string members) => InClass(members);

    [Theory]
    [InlineData("public Task M() => Policy.Handle<Exception>().WaitAndRetryForeverAsync(_ => [|TimeSpan.FromMilliseconds(200)|]).ExecuteAsync(() => Check());")]
    [InlineData("readonly IAsyncPolicy<bool> policy = Policy.HandleResult<bool>(ok => !ok).WaitAndRetryAsync(50, _ => [|TimeSpan.FromMilliseconds(200)|]); public Task M() => policy.ExecuteAsync(() => Check());")]
    [InlineData("public Task M() => Policy.Handle<Exception>().RetryForeverAsync().ExecuteAsync(() => [|Check()|]);")]
    [InlineData("readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder().AddRetry(new Polly.Retry.RetryStrategyOptions { MaxRetryAttempts = int.MaxValue, Delay = [|TimeSpan.FromMilliseconds(100)|] }).Build(); public async Task M() => await pipeline.ExecuteAsync(async token => await Check());")]
    public Task A_retry_policy_with_a_constant_pause_Reported(string members) => With(TestReferences.Polly, "using Polly; ", members);

    [Theory]
    [InlineData("public void M() => Observable.Interval([|TimeSpan.FromMilliseconds(500)|]).Subscribe(async _ => await Check());")]
    [InlineData("public void M() => Observable.Timer(TimeSpan.Zero, [|TimeSpan.FromMilliseconds(500)|]).SelectMany(_ => Observable.FromAsync(() => Check())).Subscribe(_ => { });")]
    public Task An_observable_Reported(string members) => With(TestReferences.Reactive, "using System.Reactive.Linq; ", members);

    [Fact]
    public Task The_minimum_is_an_option()
    {
        var test = new Verify.Test();
        test.TestState.Sources.Add(PollingSource.Class("public async Task M() { while (!await [|Check()|]) await Task.Delay(2000); }"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nauthapi_analyzers.polling_minimum_seconds = 3\n"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("while (true) { var r = UnityWebRequest.Get(Poll); yield return [|r.SendWebRequest()|]; yield return null; }")]
    [InlineData("while (true) { var r = UnityWebRequest.Get(Poll); yield return [|r.SendWebRequest()|]; yield return new WaitForEndOfFrame(); }")]
    [InlineData("while (true) { var r = UnityWebRequest.Get(Poll); yield return [|r.SendWebRequest()|]; yield return new WaitForSeconds(0.25f); }")]
    public Task A_coroutine_Reported(string body) => InUnity(body);

    [Theory]
    [InlineData("while (true) { var r = UnityWebRequest.Get(Poll); yield return r.SendWebRequest(); yield return new WaitForSeconds(5f); }")]
    [InlineData("while (true) { yield return pause; var r = UnityWebRequest.Get(Poll); yield return r.SendWebRequest(); }")]
    [InlineData("while (true) { yield return new WaitForSeconds(seconds); var r = UnityWebRequest.Get(Poll); yield return r.SendWebRequest(); }")]
    [InlineData("while (true) { yield return new WaitUntil(() => ready); var r = UnityWebRequest.Get(Poll); yield return r.SendWebRequest(); }")]
    public Task A_coroutine_that_waits_Silent(string body) => InUnity(body);

    /// <summary>Unity as source of the same project, with bodies that are placeholders.</summary>
    private static Task InUnity(string body) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Collections;
        using UnityEngine;
        using UnityEngine.Networking;
        namespace UnityEngine
        {
            public class WaitForSeconds { public WaitForSeconds(float seconds) { } }
            public class WaitForEndOfFrame { }
            public class WaitUntil { public WaitUntil(Func<bool> predicate) { } }
        }
        namespace UnityEngine.Networking
        {
            public class UnityWebRequest { public static UnityWebRequest Get(string uri) => new UnityWebRequest(); public object SendWebRequest() => new object(); }
        }
        public class Login
        {
            const string Poll = "https://api.auth.adobe.com/api/v1/checkauthn?requestor=R&deviceId=d";
            readonly WaitForSeconds pause = new WaitForSeconds(5);
            bool ready;
            public IEnumerator M(float seconds) { {{body}} }
        }
        """);
}
