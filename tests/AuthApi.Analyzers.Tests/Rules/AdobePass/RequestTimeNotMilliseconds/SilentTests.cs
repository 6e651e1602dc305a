using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds.SignedSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds.RequestTimeNotMillisecondsAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>Right request times, times that cannot be known, and services that look alike.</summary>
public class SilentTests
{
    [Theory]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()")]
    [InlineData("DateTimeOffset.Now.ToUnixTimeMilliseconds()")]
    [InlineData("new DateTimeOffset(DateTime.UtcNow).ToUnixTimeMilliseconds()")]
    [InlineData("new DateTimeOffset(DateTime.Now).ToUnixTimeMilliseconds()")]
    [InlineData("((DateTimeOffset)DateTime.Now).ToUnixTimeMilliseconds()")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds() * 1000")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds() + \"000\"")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString() + \"000\"")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString().PadRight(13, '0')")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds() * 1000 + DateTimeOffset.UtcNow.Millisecond")]
    [InlineData("(long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds")]
    [InlineData("(long)(DateTime.UtcNow - new DateTime(1970, 1, 1)).TotalMilliseconds")]
    [InlineData("(long)(DateTime.Now.ToUniversalTime() - new DateTime(1970, 1, 1)).TotalMilliseconds")]
    [InlineData("(long)(DateTime.Now - new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).ToLocalTime()).TotalMilliseconds")]
    [InlineData("Convert.ToInt64((DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds)")]
    [InlineData("Math.Floor((DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds)")]
    [InlineData("Math.Round((DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds, 0)")]
    [InlineData("(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds:F0")]
    [InlineData("(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds.ToString(\"0\")")]
    [InlineData("(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds.ToString(CultureInfo.InvariantCulture).Split('.')[0]")]
    [InlineData("(long)((DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds * 1000)")]
    [InlineData("(DateTime.UtcNow.Ticks - 621355968000000000) / 10000")]
    [InlineData("(DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond")]
    [InlineData("DateTime.UtcNow.Ticks / TimeSpan.TicksPerMillisecond - 62135596800000")]
    [InlineData("(DateTime.UtcNow.ToFileTimeUtc() - 116444736000000000) / 10000")]
    [InlineData("((DateTime.UtcNow.Ticks - 621355968000000000) / 10).ToString().Substring(0, 13)")]
    [InlineData("new BigInteger(DateTimeOffset.UtcNow.ToUnixTimeSeconds()) * 1000")]
    [InlineData("decimal.Truncate((decimal)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds)")]
    [InlineData("DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()).ToUnixTimeMilliseconds()")]
    [InlineData("DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeMilliseconds()")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds():D")]
    [InlineData("(ulong)DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()")]
    public Task Milliseconds(string expression) => Verify.VerifyAnalyzerAsync(Time(expression));

    [Theory]
    [InlineData("time", ", long time")]
    [InlineData("time", ", string time")]
    [InlineData("time * factor", ", long time, int factor")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeSeconds() * factor", ", int factor")]
    [InlineData("format(DateTimeOffset.UtcNow)", ", Func<DateTimeOffset, string> format")]
    [InlineData("(long)(now - start).TotalSeconds", ", DateTime now, DateTime start")]
    [InlineData("boot + Environment.TickCount64", ", long boot")]
    [InlineData("(long)(now - DateTime.UnixEpoch).TotalMilliseconds", ", DateTime now")]
    [InlineData("expires - DateTimeOffset.UtcNow.ToUnixTimeSeconds()", ", long expires")]
    [InlineData("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + skew", ", long skew")]
    [InlineData("long.Parse(System.IO.File.ReadAllText(path))", "")]
    [InlineData("Environment.GetEnvironmentVariable(\"TIME\")", "")]
    public Task Unknown(string expression, string parameters) => Verify.VerifyAnalyzerAsync(Time(expression, parameters: parameters));

    [Theory]
    [InlineData("var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds(); now *= 1000;", "now")]
    [InlineData("var start = DateTime.UtcNow; var watch = Stopwatch.StartNew();", "new DateTimeOffset(start.AddMilliseconds(watch.ElapsedMilliseconds)).ToUnixTimeMilliseconds()")]
    [InlineData("var start = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(); var watch = Stopwatch.StartNew();", "start + watch.ElapsedMilliseconds")]
    [InlineData("long time = DateTimeOffset.UtcNow.ToUnixTimeSeconds(); time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();", "time")]
    [InlineData("var seconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds(); Console.WriteLine(seconds);", "seconds * 1000L")]
    [InlineData("var last = 0L;", "Math.Max(last + 1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds())")]
    public Task Right_after_a_detour(string statements, string expression) => Verify.VerifyAnalyzerAsync(Time(expression, statements));

    [Theory]
    [InlineData("return $\"{verb} requestor_id={requestor}, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time=1531234280000, request_uri=/path\";")]
    [InlineData("var b = new StringBuilder(); b.Append(\"POST requestor_id=r, signature_method=HMAC-SHA1, request_time=\").Append(DateTimeOffset.UtcNow.ToUnixTimeSeconds()).Append(\"000\").Append(\", request_uri=/\"); return b.ToString();")]
    [InlineData("var fields = new Dictionary<string, object> { { \"requestor_id\", requestor }, { \"signature_method\", \"HMAC-SHA1\" }, { \"request_time\", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() } }; return string.Join(\", \", fields);")]
    [InlineData("return verb + \" requestor_id=r, signature_method=HMAC-SHA1, request_time=\" + DateTimeOffset.UtcNow.ToUnixTimeSeconds() + \"000, request_uri=/x\";")]
    public Task Right_in_another_shape(string body) => Verify.VerifyAnalyzerAsync(Body(body));

    [Theory]
    [InlineData("Console.WriteLine($\"requestor_id={requestor} request_time={DateTimeOffset.UtcNow.ToUnixTimeSeconds()}\");")]
    [InlineData("Console.WriteLine(\"request_time=\" + Stopwatch.GetTimestamp());")]
    [InlineData("Debug.WriteLine($\"{verb} requestor_id={requestor}, signature_method=HMAC-SHA1, request_time={DateTime.UtcNow}, request_uri={path}\");")]
    [InlineData("var line = $\"{path} request_time={DateTimeOffset.UtcNow.ToUnixTimeSeconds()} status=200\"; Console.WriteLine(line);")]
    [InlineData("var claims = new Dictionary<string, object> { [\"iat\"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(), [\"exp\"] = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds() }; GC.KeepAlive(claims);")]
    [InlineData("var oauth = $\"OAuth oauth_consumer_key=\\\"k\\\", oauth_signature_method=\\\"HMAC-SHA1\\\", oauth_timestamp=\\\"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}\\\"\"; GC.KeepAlive(oauth);")]
    [InlineData("var webhook = $\"t={DateTimeOffset.UtcNow.ToUnixTimeSeconds()},v1=abc\"; GC.KeepAlive(webhook);")]
    [InlineData("var cache = $\"max-age=60, expires={DateTimeOffset.UtcNow.ToUnixTimeSeconds()}\"; GC.KeepAlive(cache);")]
    public Task Other_times_beside_a_right_one(string statement) =>
        Verify.VerifyAnalyzerAsync(Time("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()", statement));

    [Fact]
    public Task Document_supply_header_has_no_requestor() => Verify.VerifyAnalyzerAsync(Source("""
        class DocumentSupply
        {
            // Sends requests through https://api.auth.adobe.com/ elsewhere.
            string Authorization(string key) => $"nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={DateTimeOffset.UtcNow.ToUnixTimeSeconds()}, public_key={key}";
        }
        """));

    [Fact]
    public Task Statistics_client_with_requestor_id() => Verify.VerifyAnalyzerAsync(Source("""
        class Sushi
        {
            string Url(string requestor) => $"https://example.org/reports?requestor_id={requestor}&request_time={DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";
        }
        """));

    [Fact]
    public Task Requestor_of_another_provider() => Verify.VerifyAnalyzerAsync(Source("""
        class Feed
        {
            string Header(string user) => $"xoauth_requestor_id={user}, signature_method=HMAC-SHA1, request_time={DateTimeOffset.UtcNow.ToUnixTimeSeconds()}, request_uri=/feed";
        }
        """));

    [Fact]
    public Task Reader_of_the_header() => Verify.VerifyAnalyzerAsync(Source("""
        class Server
        {
            bool Check(string header) => header.Contains("requestor_id=") && header.Contains("signature_method=HMAC-SHA1") && header.IndexOf("request_time=") > 0;
            long Time(Dictionary<string, string> fields) => fields.TryGetValue("request_time", out var text) ? long.Parse(text) : DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        }
        """));

    [Fact]
    public Task Other_signed_header_in_seconds_in_the_same_class() => Verify.VerifyAnalyzerAsync(Time("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()", members: """
        string Partner(string key) => $"Partner key={key}, timestamp={DateTimeOffset.UtcNow.ToUnixTimeSeconds()}, request_uri=/x";
        """));

    [Fact]
    public Task Helper_in_seconds_that_no_signer_uses() => Verify.VerifyAnalyzerAsync(Time("DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()", members: """
        static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        """));

    [Fact]
    public Task Half_typed_code() => new CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds.RequestTimeNotMillisecondsAnalyzer>.Test
    {
        TestCode = Time("DateTimeOffset.UtcNow."),
        CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None,
    }.RunAsync();
}
