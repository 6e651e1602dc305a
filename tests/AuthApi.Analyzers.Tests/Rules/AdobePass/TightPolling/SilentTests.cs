using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.TightPolling.TightPollingAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.TightPolling;

public class SilentTests
{
    private static Task InClass(string members) => Verify.VerifyAnalyzerAsync(PollingSource.Class(members));

    private static Task With(TestReferences references, string usings, string members)
    {
        var test = new Verify.Test { References = TestReferences.Framework | references };
        test.TestState.Sources.Add(usings + PollingSource.Class(members));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("public async Task M() { while (!await Check()) await Task.Delay(1000); }")]
    [InlineData("public async Task M() { while (true) { if (await Check()) return; await Task.Delay(TimeSpan.FromSeconds(5)); } }")]
    [InlineData("public async Task M() { var ok = false; while (!ok) { ok = await Check(); if (!ok) await Task.Delay(5000); } }")]
    [InlineData("public async Task M() { var done = false; while (!done) { var r = await http.GetAsync(Poll); if (r.IsSuccessStatusCode) { done = true; continue; } await Task.Delay(5000); } }")]
    [InlineData("public async Task<string> M() { string token = null; while (token == null) { var r = await http.GetAsync(Poll); if (r.IsSuccessStatusCode) { token = await r.Content.ReadAsStringAsync(); } else { await Task.Delay(5000); } } return token; }")]
    [InlineData("public async Task M() { while (true) { try { if (await Check()) return; } catch (HttpRequestException) { } await Task.Delay(5000); } }")]
    [InlineData("public async Task M() { while (true) { try { if (await Check()) return; } finally { await Task.Delay(5000); } } }")]
    [InlineData("async Task Refresh() => await Task.CompletedTask; public async Task M() { while (true) { var r = await http.GetAsync(Poll); if ((int)r.StatusCode == 401) { await Refresh(); continue; } if (r.IsSuccessStatusCode) return; await Task.Delay(5000); } }")]
    [InlineData("public void M() { while (!Check().Result) Thread.Sleep(3000); }")]
    [InlineData("public async Task M() { var pause = Task.Delay(5000); while (!await Check()) { await pause; pause = Task.Delay(5000); } }")]
    [InlineData("public async Task M(CancellationToken t) { while (!await Check()) await Task.WhenAny(Task.Delay(5000, t), Task.Delay(-1, t)); }")]
    [InlineData("public async Task M(CancellationToken t) { do { if (await Check()) break; } while (!t.WaitHandle.WaitOne(5000)); }")]
    [InlineData("async Task Wait() => await Task.Delay(5000); public async Task M() { while (!await Check()) await Wait(); }")]
    [InlineData("async Task<bool> Slow() { await Task.Delay(5000); return await Check(); } public async Task M() { while (!await Slow()) { } }")]
    [InlineData("public async Task M() { await Task.Delay(5000); if (!await Check()) await M(); }")]
    public Task A_pause_that_is_long_enough_Silent(string members) => InClass(members);

    [Theory]
    [InlineData("public async Task M(TimeSpan pause) { while (!await Check()) await Task.Delay(pause); }")]
    [InlineData("public async Task M(IConfiguration c) { while (!await Check()) await Task.Delay(int.Parse(c[\"Pause\"])); }")]
    [InlineData("public int PauseMs { get; set; } = 100; public async Task M() { while (!await Check()) await Task.Delay(PauseMs); }")]
    [InlineData("public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(100); public async Task M() { while (!await Check()) await Task.Delay(Pause); }")]
    [InlineData("readonly TimeSpan pause; public Client(TimeSpan? pause = null) => this.pause = pause ?? TimeSpan.FromSeconds(5); public async Task M() { while (!await Check()) await Task.Delay(pause); }")]
    [InlineData("public async Task M() { var pause = 100; while (!await Check()) { await Task.Delay(pause); pause *= 2; } }")]
    [InlineData("int pause = 100; public async Task M() { while (!await Check()) { await Task.Delay(pause); pause *= 2; } }")]
    [InlineData("public async Task M() { var n = 0; while (!await Check()) { await Task.Delay(TimeSpan.FromMilliseconds(100 * Math.Pow(2, n++))); } }")]
    [InlineData("public interface IBackoff { Task WaitAsync(); } public async Task M(IBackoff backoff) { while (!await Check()) await backoff.WaitAsync(); }")]
    [InlineData("public async Task M(Func<Task> pause) { while (!await Check()) await pause(); }")]
    [InlineData("public async Task M(bool fast) { while (!await Check()) await Task.Delay(fast ? 100 : 5000); }")]
    public Task A_pause_that_nobody_knows_Silent(string members) => InClass(members);

    [Theory]
    [InlineData("public async Task M() { for (var i = 0; i < 10; i++) if (await Check()) return; }")]
    [InlineData("public async Task M() { for (var i = 3; i > 0; i--) if (await Check()) return; }")]
    [InlineData("const int Attempts = 5; public async Task M() { var i = 0; while (i < Attempts) { if (await Check()) return; i++; } }")]
    [InlineData("public async Task M() { var i = 0; while (true) { if (await Check()) return; if (++i >= 3) throw new Exception(); } }")]
    [InlineData("public async Task M() { var attempt = 0; retry: try { await http.GetStringAsync(Poll); } catch (HttpRequestException) { if (attempt++ < 3) goto retry; throw; } }")]
    [InlineData("public async Task M(int attempts) { for (var i = 0; i < attempts; i++) if (await Check()) return; }")]
    [InlineData("public async Task M(int left = 3) { if (!await Check() && left > 0) await M(left - 1); }")]
    [InlineData("public async Task M() { while (true) { await Check(); return; } }")]
    public Task A_small_or_unknown_number_of_rounds_Silent(string members) => InClass(members);

    [Theory]
    [InlineData("public async Task M(string[] resources) { foreach (var r in resources) await http.GetAsync(\"https://api.auth.adobe.com/api/v1/authorize?requestor=R&deviceId=d&resource=\" + r); }")]
    [InlineData("public async Task M(List<string> resources) { for (var i = 0; i < resources.Count; i++) await http.GetAsync(\"https://api.auth.adobe.com/api/v1/authorize?requestor=R&deviceId=d&resource=\" + resources[i]); }")]
    [InlineData("public async Task M(string[] resources) { while (true) { foreach (var r in resources) await http.GetAsync(\"https://api.auth.adobe.com/api/v1/authorize?requestor=R&deviceId=d&resource=\" + r); await Task.Delay(5000); } }")]
    [InlineData("public async Task M(Queue<string> work) { while (work.TryDequeue(out var r)) await Check(); }")]
    [InlineData("public async Task M(Queue<string> work) { while (work.Count > 0) { work.Dequeue(); await Check(); } }")]
    [InlineData("public async Task M(ChannelReader<string> work) { while (true) { await work.ReadAsync(); await Check(); } }")]
    [InlineData("public async Task M(IAsyncEnumerable<string> work) { await foreach (var r in work) await Check(); }")]
    [InlineData("public async Task M() { while (true) { Console.ReadLine(); await Check(); } }")]
    [InlineData("public async Task M(TaskCompletionSource<bool> signal) { while (true) { await signal.Task; await Check(); } }")]
    public Task Work_and_events_are_no_polling_Silent(string members) => InClass(members);

    [Theory]
    [InlineData("public async Task M() { while (true) { await http.GetAsync(\"https://api.example.com/api/v1/status\"); } }")]
    [InlineData("public async Task M() { while (true) { await http.GetAsync(\"https://api.auth.adobe.com/api/v1/authenticate?reg_code=c\"); } }")]
    [InlineData("public async Task M() { await Check(); while (true) { Console.WriteLine(); await Task.Delay(10); } }")]
    [InlineData("public async Task M() { for (var first = await Check(); ; ) { await Task.Delay(10); if (first) break; } }")]
    [InlineData("public void M() { while (true) { Task<bool> later() => Check(); Thread.Sleep(10); } }")]
    public Task Other_requests_and_other_loops_Silent(string members) => InClass(members);

    [Theory]
    [InlineData("Timer timer; public void M() => timer = new Timer(async _ => await Check(), null, 0, 5000);")]
    [InlineData("Timer timer; public void M() => timer = new Timer(async _ => await Check(), null, 100, Timeout.Infinite);")]
    [InlineData("Timer timer; public void M() => timer = new Timer(async _ => await Check(), null, 100, 0);")]
    [InlineData("Timer timer; public void M() => timer = new Timer(_ => Console.WriteLine(), null, 0, 100);")]
    [InlineData("Timer timer; public void M(int period) => timer = new Timer(async _ => await Check(), null, 0, period);")]
    [InlineData("public void M() { var timer = new System.Timers.Timer(100) { AutoReset = false }; timer.Elapsed += async (s, e) => await Check(); timer.Start(); }")]
    [InlineData("public void M() { var timer = new System.Timers.Timer(5000); timer.Elapsed += async (s, e) => await Check(); timer.Start(); }")]
    [InlineData("public async Task M() { using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5)); while (await timer.WaitForNextTickAsync()) { if (await Check()) return; } }")]
    [InlineData("public interface ITicker { TimeSpan Interval { get; set; } event EventHandler Tick; } public interface IDispatcher { ITicker CreateTimer(); } public void M(IDispatcher d) { var ticker = d.CreateTimer(); ticker.Interval = TimeSpan.FromSeconds(5); ticker.Tick += async (s, e) => await Check(); }")]
    [InlineData("public class Fake : HttpMessageHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken ct) => Task.FromResult(new HttpResponseMessage()); } public async Task M() { var fake = new HttpClient(new Fake()); while (!(await fake.GetAsync(Poll)).IsSuccessStatusCode) { } }")]
    [InlineData("public interface IDispatcher { void StartTimer(TimeSpan interval, Func<bool> callback); } public void M(IDispatcher d, TimeSpan t) { d.StartTimer(TimeSpan.FromSeconds(3), () => { _ = Check(); return true; }); d.StartTimer(t, () => { _ = Check(); return true; }); }")]
    [InlineData("public async Task M(TimeSpan period) { using var timer = new PeriodicTimer(period); while (await timer.WaitForNextTickAsync()) { if (await Check()) return; } }")]
    public Task A_slow_timer_Silent(string members) => InClass(members);

    [Theory]
    [InlineData("public Task M() => Policy.Handle<Exception>().WaitAndRetryAsync(3, _ => TimeSpan.FromMilliseconds(200)).ExecuteAsync(() => Check());")]
    [InlineData("public Task M() => Policy.Handle<Exception>().WaitAndRetryForeverAsync(n => TimeSpan.FromSeconds(Math.Pow(2, n))).ExecuteAsync(() => Check());")]
    [InlineData("public Task M() => Policy.Handle<Exception>().WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(5)).ExecuteAsync(() => Check());")]
    [InlineData("readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder().AddRetry(new Polly.Retry.RetryStrategyOptions { MaxRetryAttempts = 100, BackoffType = DelayBackoffType.Exponential, Delay = TimeSpan.FromMilliseconds(100) }).Build(); public async Task M() => await pipeline.ExecuteAsync(async token => await Check());")]
    [InlineData("readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder().AddRetry(new Polly.Retry.RetryStrategyOptions { Delay = TimeSpan.FromMilliseconds(100) }).Build(); public async Task M() => await pipeline.ExecuteAsync(async token => await Check());")]
    public Task A_retry_policy_that_backs_off_or_ends_Silent(string members) => With(TestReferences.Polly, "using Polly; ", members);

    [Theory]
    [InlineData("public void M() => Observable.Interval(TimeSpan.FromSeconds(5)).Subscribe(async _ => await Check());")]
    [InlineData("public void M() => Observable.Interval(TimeSpan.FromMilliseconds(5)).Subscribe(_ => Console.WriteLine());")]
    [InlineData("public void M() => Observable.Timer(TimeSpan.FromMilliseconds(5)).Subscribe(async _ => await Check());")]
    public Task A_slow_observable_Silent(string members) => With(TestReferences.Reactive, "using System.Reactive.Linq; ", members);

    [Fact]
    public Task A_handler_that_asks_before_it_calls_its_base_Silent() => InClass(
        "class Bearer : DelegatingHandler { readonly HttpClient http = new HttpClient(); protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { await http.GetAsync(Poll); return await base.SendAsync(request, token); } }");

    [Fact]
    public Task Known_miss_rounds_over_an_endless_sequence() => InClass(
        "IEnumerable<int> Forever() { while (true) yield return 1; } public async Task M() { foreach (var i in Forever()) if (await Check()) return; }");

    [Fact]
    public Task Known_miss_a_pause_after_success_behind_other_work() => InClass(
        "async Task Refresh() => await Task.CompletedTask; public async Task M() { while (true) { var r = await http.GetAsync(Poll); if (!r.IsSuccessStatusCode) { await Refresh(); continue; } await Task.Delay(5000); } }");

    [Fact]
    public Task Known_miss_a_timer_started_by_Change() => InClass(
        "public void M() { var timer = new Timer(async _ => await Check()); timer.Change(0, 100); }");

    [Fact]
    public Task Known_miss_two_methods_that_call_each_other() => InClass(
        "public async Task A() { if (!await Check()) await B(); } async Task B() => await A();");
}
