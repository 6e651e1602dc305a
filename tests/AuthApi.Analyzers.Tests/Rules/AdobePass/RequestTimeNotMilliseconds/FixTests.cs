using AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds.SignedSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds.RequestTimeNotMillisecondsAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RequestTimeNotMilliseconds.RequestTimeNotMillisecondsCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds;

public class FixTests
{
    private const string Plain = "DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()";

    [Theory]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|]", Plain)]
    [InlineData("[|DateTimeOffset.Now.ToUnixTimeSeconds()|].ToString()", "DateTimeOffset.Now.ToUnixTimeMilliseconds().ToString()")]
    [InlineData("(int)[|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|]", Plain)]
    [InlineData("(long)[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|]", "(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("(int)[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|]", "(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|]", "(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("Math.Floor([|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|])", "Math.Floor((DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds)")]
    [InlineData("Convert.ToInt32([|DateTime.UtcNow.Subtract(DateTime.UnixEpoch).TotalSeconds|])", "Convert.ToInt64(DateTime.UtcNow.Subtract(DateTime.UnixEpoch).TotalMilliseconds)")]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|].ToString(CultureInfo.InvariantCulture)", "((long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds).ToString(CultureInfo.InvariantCulture)")]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|].ToString(\"F0\")", "(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds.ToString(\"F0\")")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000|]", Plain)]
    [InlineData("([|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000|]).ToString()", Plain + ".ToString()")]
    [InlineData("[|(DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond|]", "(DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond")]
    [InlineData("[|(DateTime.UtcNow.Ticks - 621355968000000000) / 10000000|]", "(DateTime.UtcNow.Ticks - 621355968000000000) / 10000")]
    [InlineData("[|DateTime.UtcNow.Ticks - 621355968000000000|]", "(DateTime.UtcNow.Ticks - 621355968000000000) / TimeSpan.TicksPerMillisecond")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString().Substring(0, 10)|]", Plain + ".ToString()")]
    [InlineData("[|DateTime.UtcNow.Ticks|]", Plain)]
    [InlineData("[|DateTime.UtcNow.Ticks / TimeSpan.TicksPerMillisecond|]", Plain)]
    [InlineData("[|Environment.TickCount64|]", Plain)]
    [InlineData("[|Stopwatch.GetTimestamp()|]", Plain)]
    [InlineData("[|DateTime.UtcNow.Millisecond|]", Plain)]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).Milliseconds|]", "(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("(long)([|DateTime.Now|] - DateTime.UnixEpoch).TotalMilliseconds", "(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("(long)([|DateTime.UtcNow.ToLocalTime()|] - DateTime.UnixEpoch).TotalMilliseconds", "(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("(long)([|DateTimeOffset.Now.DateTime|] - DateTime.UnixEpoch).TotalMilliseconds", "(long)(DateTimeOffset.Now.UtcDateTime - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("(long)(DateTime.UtcNow - [|new DateTime(1970, 1, 1).ToUniversalTime()|]).TotalMilliseconds", "(long)(DateTime.UtcNow - new DateTime(1970, 1, 1)).TotalMilliseconds")]
    [InlineData("[|(int)DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()|]", Plain)]
    [InlineData("[|(int)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds|]", "(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("[|Convert.ToInt32((DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds)|]", "Convert.ToInt64((DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds)")]
    [InlineData("[|(int)(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds * 1000|]", "(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds * 1000")]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds|]", "(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("Math.Round([|(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds|], 2)", "(long)Math.Round((DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds, 2)")]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds.ToString(\"F2\")|]", "(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds.ToString(\"F0\")")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(\"N0\")|]", Plain + ".ToString()")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(\"N0\", CultureInfo.InvariantCulture)|]", Plain + ".ToString(CultureInfo.InvariantCulture)")]
    [InlineData("[|DateTime.UtcNow|]", Plain)]
    [InlineData("[|DateTime.UtcNow.ToString(\"o\")|]", Plain)]
    [InlineData("[|DateTimeOffset.UtcNow.ToString(\"yyyyMMddHHmmssfff\")|]", Plain)]
    [InlineData("([|DateTime.UtcNow - DateTime.UnixEpoch|])", "(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("[|1531234280|]", "1531234280000")]
    public Task Smallest_change(string before, string after) => VerifyAsync(Time(before), Time(after));

    [Theory]
    [InlineData("int time = (int)[|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|];", "long time = " + Plain + ";")]
    [InlineData("int time = (int)[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|];", "long time = (long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;")]
    [InlineData("var time = (int)[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|];", "var time = (long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;")]
    [InlineData("var time = [|Environment.TickCount|];", "var time = " + Plain + ";")]
    [InlineData("string time = [|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|].ToString();", "string time = " + Plain + ".ToString();")]
    [InlineData("var time = [|DateTime.UtcNow.ToString(\"o\")|]; /* now */", "var time = " + Plain + ".ToString(); /* now */")]
    [InlineData("var time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(); [|time /= 1000|];", "var time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();")]
    [InlineData("var now = DateTime.UtcNow; var time = [|now.Ticks|];", "var now = DateTime.UtcNow; var time = new DateTimeOffset(now).ToUnixTimeMilliseconds();")]
    public Task Smallest_change_of_a_statement(string before, string after) => VerifyAsync(Time("time", before), Time("time", after));

    [Fact]
    public Task Return_type_of_a_helper_becomes_long() => VerifyAsync(
        Time("Now()", members: "static int Now() => (int)[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|];"),
        Time("Now()", members: "static long Now() => (long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;"));

    [Fact]
    public Task Time_provider_is_kept() => VerifyAsync(
        Time("[|clock.GetUtcNow().ToUnixTimeSeconds()|]", parameters: ", TimeProvider clock"),
        Time("clock.GetUtcNow().ToUnixTimeMilliseconds()", parameters: ", TimeProvider clock"));

    [Fact]
    public Task Time_provider_is_kept_instead_of_its_timestamp() => VerifyAsync(
        Time("[|clock.GetTimestamp()|]", parameters: ", TimeProvider clock"),
        Time("clock.GetUtcNow().ToUnixTimeMilliseconds()", parameters: ", TimeProvider clock"));

    [Fact]
    public Task Clock_interface_is_kept() => VerifyAsync(
        Time("[|clock.UtcNow.Ticks|]", parameters: ", IClock clock") + "interface IClock { DateTime UtcNow { get; } }",
        Time("new DateTimeOffset(clock.UtcNow).ToUnixTimeMilliseconds()", parameters: ", IClock clock") + "interface IClock { DateTime UtcNow { get; } }");

    [Theory]
    [InlineData("[|clock.GetCurrentInstant().ToUnixTimeSeconds()|]", "clock.GetCurrentInstant().ToUnixTimeMilliseconds()")]
    [InlineData("[|clock.GetCurrentInstant().ToUnixTimeTicks()|]", "clock.GetCurrentInstant().ToUnixTimeMilliseconds()")]
    [InlineData("[|clock.GetCurrentInstant()|]", "clock.GetCurrentInstant().ToUnixTimeMilliseconds()")]
    public Task NodaTime_is_kept(string before, string after) => VerifyAsync(
        Time(before, parameters: ", NodaTime.IClock clock"), Time(after, parameters: ", NodaTime.IClock clock"), references: TestReferences.Framework | TestReferences.NodaTime);

    [Fact]
    public Task Shared_helper_gets_a_second_expression() => VerifyAsync(
        Time("[|Now()|]", members: "static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds(); long Expires() => Now() + 300;"),
        Time(Plain, members: "static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds(); long Expires() => Now() + 300;"));

    [Fact]
    public Task Shared_helper_of_another_clock_is_multiplied() => VerifyAsync(
        Time("[|Now(clock)|]", members: "static long Now(TimeProvider time) => time.GetUtcNow().ToUnixTimeSeconds(); long Expires(TimeProvider c) => Now(c) + 300;", parameters: ", TimeProvider clock"),
        Time("Now(clock) * 1000", members: "static long Now(TimeProvider time) => time.GetUtcNow().ToUnixTimeSeconds(); long Expires(TimeProvider c) => Now(c) + 300;", parameters: ", TimeProvider clock"));

    [Fact]
    public Task Shared_local_stays_what_it_is() => VerifyAsync(
        Time("[|now|]", "var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds(); var expires = now + 300; GC.KeepAlive(expires);"),
        Time(Plain, "var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds(); var expires = now + 300; GC.KeepAlive(expires);"));

    [Theory]
    [InlineData("[|clock.GetUtcNow().ToUnixTimeSeconds()|]", Plain)]
    [InlineData("[|clock.GetUtcNow().ToUnixTimeSeconds()|].ToString(CultureInfo.InvariantCulture)", Plain + ".ToString(CultureInfo.InvariantCulture)")]
    [InlineData("(long)[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|]", Plain)]
    [InlineData("Convert.ToInt64(([|DateTime.Now|] - DateTime.UnixEpoch).TotalMilliseconds)", Plain)]
    [InlineData("[|(DateTime.UtcNow.Ticks - 621355968000000000) / 10000000|]", Plain)]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000|]", Plain)]
    public Task Plain_expression(string before, string after) => VerifyAsync(
        Time(before, parameters: ", TimeProvider clock"), Time(after, parameters: ", TimeProvider clock"), RequestTimeNotMillisecondsCodeFixProvider.PlainKey);

    [Fact]
    public Task Plain_expression_without_using_System_is_qualified() => VerifyAsync(
        """
        class Signer
        {
            string Sign(string r) => $"POST requestor_id={r}, signature_method=HMAC-SHA1, request_time={[|System.Environment.TickCount64|]}, request_uri=/x";
        }
        """,
        """
        class Signer
        {
            string Sign(string r) => $"POST requestor_id={r}, signature_method=HMAC-SHA1, request_time={System.DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}, request_uri=/x";
        }
        """);

    [Fact]
    public Task Layout_and_comments_stay() => VerifyAsync(
        Time("time", """
            // milliseconds?
            var time = [|DateTimeOffset
                .UtcNow // now
                .ToUnixTimeSeconds()|]; // end

            """),
        Time("time", """
            // milliseconds?
            var time = DateTimeOffset
                .UtcNow // now
                .ToUnixTimeMilliseconds(); // end

            """));

    private static Task VerifyAsync(
        string before, string after, string key = RequestTimeNotMillisecondsCodeFixProvider.SmallestKey, TestReferences references = TestReferences.Default) =>
        new Verify.Test { TestCode = before, FixedCode = after, CodeActionEquivalenceKey = key, References = references }.RunAsync();
}
