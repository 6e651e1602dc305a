using AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds.SignedSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds.RequestTimeNotMillisecondsAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>Expressions that are wrong by themselves.</summary>
public class ReportedUnitTests
{
    private const string Epoch = "static readonly DateTime Epoch = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);";

    [Theory]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|]")]
    [InlineData("[|DateTimeOffset.Now.ToUnixTimeSeconds()|].ToString()")]
    [InlineData("[|new DateTimeOffset(DateTime.UtcNow).ToUnixTimeSeconds()|].ToString(CultureInfo.InvariantCulture)")]
    [InlineData("(int)[|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|]")]
    [InlineData("(long)[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|]")]
    [InlineData("[|(DateTime.UtcNow - Epoch).TotalSeconds|]")]
    [InlineData("Math.Floor([|(DateTime.UtcNow - Epoch).TotalSeconds|])")]
    [InlineData("Convert.ToInt64([|DateTime.UtcNow.Subtract(Epoch).TotalSeconds|])")]
    [InlineData("Convert.ToInt32([|DateTime.UtcNow.Subtract(Epoch).TotalSeconds|])")]
    [InlineData("[|(DateTime.UtcNow - Epoch).TotalMinutes|]:F0")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000|]")]
    [InlineData("[|(DateTime.UtcNow.Ticks - Epoch.Ticks) / TimeSpan.TicksPerSecond|]")]
    [InlineData("[|(DateTime.UtcNow.Ticks - 621355968000000000) / 10000000|]")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000|]")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString().Substring(0, 10)|]")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString()[..10]|]")]
    public Task Another_unit(string expression) => Verify.VerifyAnalyzerAsync(Time(expression, members: expression.Contains("Epoch") ? Epoch : ""));

    [Theory]
    [InlineData("[|DateTime.UtcNow.Ticks|]")]
    [InlineData("[|DateTimeOffset.UtcNow.Ticks|]")]
    [InlineData("[|DateTime.UtcNow.Ticks / TimeSpan.TicksPerMillisecond|]")]
    [InlineData("[|DateTime.UtcNow.Ticks / 10000|]")]
    [InlineData("(long)[|(DateTime.UtcNow - DateTime.MinValue).TotalMilliseconds|]")]
    [InlineData("(long)[|TimeSpan.FromTicks(DateTime.UtcNow.Ticks).TotalMilliseconds|]")]
    [InlineData("(long)[|(DateTime.UtcNow - new DateTime(2000, 1, 1)).TotalMilliseconds|]")]
    [InlineData("[|DateTime.UtcNow.ToFileTimeUtc()|]")]
    [InlineData("[|DateTime.UtcNow.ToFileTime() / 10000|]")]
    public Task Another_epoch(string expression) => Verify.VerifyAnalyzerAsync(Time(expression));

    [Theory]
    [InlineData("[|Environment.TickCount|]")]
    [InlineData("[|Environment.TickCount64|]")]
    [InlineData("[|Stopwatch.GetTimestamp()|]")]
    [InlineData("[|Stopwatch.StartNew().ElapsedMilliseconds|]")]
    [InlineData("[|Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1000)|]")]
    public Task The_clock_of_the_machine(string expression) => Verify.VerifyAnalyzerAsync(Time(expression.Contains("Frequency") ? expression.Replace("[|", "").Replace("|]", "").Replace("Stopwatch.GetTimestamp()", "[|Stopwatch.GetTimestamp()|]") : expression));

    [Theory]
    [InlineData("[|DateTime.UtcNow.Millisecond|]")]
    [InlineData("[|DateTimeOffset.UtcNow.Millisecond|]")]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).Milliseconds|]")]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).Seconds|]")]
    [InlineData("(long)[|DateTime.UtcNow.TimeOfDay|].TotalMilliseconds")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() % 1000|]")]
    public Task One_component(string expression) => Verify.VerifyAnalyzerAsync(Time(expression));

    [Theory]
    [InlineData("(long)([|DateTime.Now|] - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("(long)[|DateTime.Now|].Subtract(new DateTime(1970, 1, 1)).TotalMilliseconds")]
    [InlineData("([|DateTime.Now|].Ticks - 621355968000000000) / 10000")]
    [InlineData("(long)([|DateTime.UtcNow.ToLocalTime()|] - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("(long)(DateTime.UtcNow - [|new DateTime(1970, 1, 1).ToUniversalTime()|]).TotalMilliseconds")]
    [InlineData("(long)([|DateTimeOffset.Now.DateTime|] - DateTime.UnixEpoch).TotalMilliseconds")]
    public Task Local_time(string expression) => Verify.VerifyAnalyzerAsync(Time(expression));

    [Theory]
    [InlineData("[|(int)DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()|]")]
    [InlineData("[|(int)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds|]")]
    [InlineData("unchecked([|(uint)DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()|])")]
    [InlineData("[|Convert.ToInt32(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds())|]")]
    [InlineData("[|(int)(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds * 1000|]")]
    public Task Too_wide_for_32_bits(string expression) => Verify.VerifyAnalyzerAsync(Time(expression));

    [Theory]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds|]")]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds|].ToString(CultureInfo.InvariantCulture)")]
    [InlineData("Math.Round([|(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds|], 2)")]
    [InlineData("[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds.ToString(\"F2\")|]")]
    public Task A_fraction(string expression) => Verify.VerifyAnalyzerAsync(Time(expression));

    [Theory]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(\"N0\")|]")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(\"#,0\", CultureInfo.InvariantCulture)|]")]
    [InlineData("[|DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(\"X\")|]")]
    [InlineData("[|(float)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds|]")]
    public Task A_format(string expression) => Verify.VerifyAnalyzerAsync(Time(expression));

    [Theory]
    [InlineData("[|DateTime.UtcNow|]")]
    [InlineData("[|DateTime.UtcNow.ToString(\"o\")|]")]
    [InlineData("[|DateTime.UtcNow.ToString(\"yyyyMMddHHmmssfff\")|]")]
    [InlineData("[|DateTimeOffset.UtcNow.ToString(CultureInfo.InvariantCulture)|]")]
    [InlineData("([|DateTime.UtcNow - DateTime.UnixEpoch|])")]
    public Task A_date(string expression) => Verify.VerifyAnalyzerAsync(Time(expression));

    [Fact]
    public Task Interpolation_with_groups() => Verify.VerifyAnalyzerAsync(
        Time("now:N0", "var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();").Replace("{now:N0}", "[|{now:N0}|]"));
}
