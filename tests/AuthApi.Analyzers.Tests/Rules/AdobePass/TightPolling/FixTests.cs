using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.TightPolling.TightPollingAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.TightPolling.TightPollingCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.TightPolling;

public class FixTests
{
    private static Task Fixed(string before, string after) => Verify.VerifyCodeFixAsync(PollingSource.Class(before), PollingSource.Class(after));

    [Theory]
    [InlineData(
        "public async Task M(CancellationToken stop)\n{\n    while (true)\n    {\n        if (await [|Check()|])\n            return;\n    }\n}",
        "public async Task M(CancellationToken stop)\n{\n    while (true)\n    {\n        if (await Check())\n            return;\n        await Task.Delay(TimeSpan.FromSeconds(5), stop);\n    }\n}")]
    [InlineData(
        "public async Task M()\n{\n    while (!await [|Check()|].ConfigureAwait(false))\n        Console.WriteLine();\n}",
        "public async Task M()\n{\n    while (!await Check().ConfigureAwait(false))\n    {\n        Console.WriteLine();\n        await Task.Delay(TimeSpan.FromSeconds(5)).ConfigureAwait(false);\n    }\n}")]
    [InlineData(
        "public async Task M()\n{\n    while (!await [|Check()|]) ;\n}",
        "public async Task M()\n{\n    while (!await Check())\n    {\n        await Task.Delay(TimeSpan.FromSeconds(5));\n    }\n}")]
    [InlineData(
        "public void M()\n{\n    bool ok;\n    do\n    {\n        ok = [|Check()|].Result; // again\n    }\n    while (!ok);\n}",
        "public void M()\n{\n    bool ok;\n    do\n    {\n        ok = Check().Result; // again\n        Thread.Sleep(TimeSpan.FromSeconds(5));\n    }\n    while (!ok);\n}")]
    [InlineData(
        "public async Task M() { while (true) { if (await [|Check()|]) return; } }",
        "public async Task M() { while (true) { if (await Check()) return; await Task.Delay(TimeSpan.FromSeconds(5)); } }")]
    [InlineData(
        "public async Task M()\n{\n    while (true)\n    {\n        try\n        {\n            await [|http.GetStringAsync(Poll)|];\n            return;\n        }\n        catch (HttpRequestException)\n        {\n            continue;\n        }\n    }\n}",
        "public async Task M()\n{\n    while (true)\n    {\n        try\n        {\n            await http.GetStringAsync(Poll);\n            return;\n        }\n        catch (HttpRequestException)\n        {\n            await Task.Delay(TimeSpan.FromSeconds(5));\n            continue;\n        }\n    }\n}")]
    [InlineData(
        "public async Task M()\n{\n    while (true)\n    {\n        if (!await [|Check()|])\n            continue;\n        Console.WriteLine();\n    }\n}",
        "public async Task M()\n{\n    while (true)\n    {\n        if (!await Check())\n        {\n            await Task.Delay(TimeSpan.FromSeconds(5));\n            continue;\n        }\n        Console.WriteLine();\n        await Task.Delay(TimeSpan.FromSeconds(5));\n    }\n}")]
    [InlineData(
        "public async Task M()\n{\n    while (true)\n    {\n        if (!await [|Check()|]) // no\n            continue; // again\n        foreach (var c in \"ab\")\n        {\n        }\n    }\n}",
        "public async Task M()\n{\n    while (true)\n    {\n        if (!await Check()) // no\n        {\n            await Task.Delay(TimeSpan.FromSeconds(5));\n            continue; // again\n        }\n        foreach (var c in \"ab\")\n        {\n        }\n\n        await Task.Delay(TimeSpan.FromSeconds(5));\n    }\n}")]
    [InlineData(
        "public async Task M()\n{\n\twhile (!await [|Check()|])\n\t\tConsole.WriteLine(); // again\n}",
        "public async Task M()\n{\n\twhile (!await Check())\n\t{\n\t\tConsole.WriteLine(); // again\n\t\tawait Task.Delay(TimeSpan.FromSeconds(5));\n\t}\n}")]
    [InlineData(
        "public async Task M()\n{\n    while (true)\n    {\n        try\n        {\n            if (await [|Check()|]) return;\n            await Task.Delay(100);\n        }\n        catch (HttpRequestException)\n        {\n            // not yet\n        }\n    }\n}",
        "public async Task M()\n{\n    while (true)\n    {\n        try\n        {\n            if (await Check()) return;\n            await Task.Delay(5000);\n        }\n        catch (HttpRequestException)\n        {\n            // not yet\n            await Task.Delay(TimeSpan.FromSeconds(5));\n        }\n    }\n}")]
    [InlineData(
        "public async Task M() {\n    bool ok = false;\n    if (ok) {\n    }\n    if (ok) {\n    }\n    while (!ok)\n        ok = await [|Check()|]; // again\n}",
        "public async Task M() {\n    bool ok = false;\n    if (ok) {\n    }\n    if (ok) {\n    }\n    while (!ok) {\n        ok = await Check(); // again\n        await Task.Delay(TimeSpan.FromSeconds(5));\n    }\n}")]
    public Task A_round_waits_at_its_end(string before, string after) => Fixed(before, after);

    [Theory]
    [InlineData("public async Task M() { while (!await [|Check()|]) await Task.Delay(200); }", "public async Task M() { while (!await Check()) await Task.Delay(5000); }")]
    [InlineData("public async Task M() { while (!await [|Check()|]) await Task.Delay(TimeSpan.FromMilliseconds(200)); }", "public async Task M() { while (!await Check()) await Task.Delay(TimeSpan.FromSeconds(5)); }")]
    [InlineData("static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200); public async Task M() { while (!await [|Check()|]) await Task.Delay(Pause); }", "static readonly TimeSpan Pause = TimeSpan.FromSeconds(5); public async Task M() { while (!await Check()) await Task.Delay(Pause); }")]
    [InlineData("const int PauseMs = 200; public async Task M() { while (!await [|Check()|]) await Task.Delay(PauseMs); }", "const int PauseMs = 5000; public async Task M() { while (!await Check()) await Task.Delay(PauseMs); }")]
    [InlineData("Timer timer; public void M() => timer = new Timer(async _ => await Check(), null, 0, [|500|]);", "Timer timer; public void M() => timer = new Timer(async _ => await Check(), null, 0, 5000);")]
    [InlineData("public async Task M() { using var timer = new PeriodicTimer([|TimeSpan.FromMilliseconds(500)|]); while (await timer.WaitForNextTickAsync()) { if (await Check()) return; } }", "public async Task M() { using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5)); while (await timer.WaitForNextTickAsync()) { if (await Check()) return; } }")]
    public Task A_time_that_is_chosen_is_made_longer(string before, string after) => Fixed(before, after);

    [Fact]
    public Task A_method_waits_before_it_calls_itself() => Fixed(
        "public async Task<bool> M(CancellationToken token)\n{\n    if (await [|Check()|])\n        return true;\n    return await M(token);\n}",
        "public async Task<bool> M(CancellationToken token)\n{\n    if (await Check())\n        return true;\n    await Task.Delay(TimeSpan.FromSeconds(5), token);\n    return await M(token);\n}");

    [Fact]
    public Task No_fix_is_offered_where_nothing_can_wait()
    {
        var source = PollingSource.Class("public void M() => SpinWait.SpinUntil(() => [|Check()|].Result);");
        return Verify.VerifyCodeFixAsync(source, source);
    }
}
