using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds.SignedSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds.RequestTimeNotMillisecondsAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>The ways in which a header is put together, each with seconds in it.</summary>
public class ReportedShapeTests
{
    private const string Seconds = "[|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|]";

    public static TheoryData<string> Shapes => new()
    {
        "return verb + \" requestor_id=\" + requestor + \", nonce=\" + Guid.NewGuid() + \", signature_method=HMAC-SHA1, request_time=\" + SECONDS + \", request_uri=\" + path;",
        "return string.Format(\"{0} requestor_id={1}, nonce={2}, signature_method=HMAC-SHA1, request_time={3}, request_uri={4}\", verb, requestor, Guid.NewGuid(), SECONDS, path);",
        "return FormattableString.Invariant($\"{verb} requestor_id={requestor}, signature_method=HMAC-SHA1, request_time={SECONDS}, request_uri={path}\");",
        "return string.Create(CultureInfo.InvariantCulture, $\"{verb} requestor_id={requestor}, signature_method=HMAC-SHA1, request_time={SECONDS}, request_uri={path}\");",
        "return string.Concat(verb, \" requestor_id=\", requestor, \", signature_method=HMAC-SHA1, request_time=\", SECONDS, \", request_uri=\" + path);",
        "return verb + \" \" + string.Join(\", \", \"requestor_id=\" + requestor, \"signature_method=HMAC-SHA1\", $\"request_time={SECONDS}\", \"request_uri=\" + path);",
        "var parts = new List<string> { \"requestor_id=\" + requestor, \"signature_method=HMAC-SHA1\", \"request_time=\" + SECONDS, \"request_uri=\" + path }; return verb + \" \" + string.Join(\", \", parts);",
        "var parts = new List<string>(); parts.Add(\"requestor_id=\" + requestor); parts.Add(\"signature_method=HMAC-SHA1\"); parts.Add(\"request_time=\" + SECONDS); return verb + \" \" + string.Join(\", \", parts);",
        "var b = new StringBuilder(verb); b.Append(\" requestor_id=\").Append(requestor); b.Append(\", signature_method=HMAC-SHA1\"); b.Append(\", request_time=\").Append(SECONDS); b.Append(\", request_uri=\").Append(path); return b.ToString();",
        "var b = new StringBuilder(); b.Append($\"{verb} requestor_id={requestor}, signature_method=HMAC-SHA1, \"); b.Append($\"request_time={SECONDS}, \"); b.Append($\"request_uri={path}\"); return b.ToString();",
        "var b = new StringBuilder(); b.AppendFormat(\"{0} requestor_id={1}, signature_method=HMAC-SHA1, request_time={2}, request_uri={3}\", verb, requestor, SECONDS, path); return b.ToString();",
        "return new StringBuilder(verb).Append(\" requestor_id=\").Append(requestor).Append(\", signature_method=HMAC-SHA1, request_time=\").Append(SECONDS).Append(\", request_uri=\").Append(path).ToString();",
        "var text = verb + \" requestor_id=\" + requestor; text += \", signature_method=HMAC-SHA1\"; text += \", request_time=\" + SECONDS; text += \", request_uri=\" + path; return text;",
        "var fields = new Dictionary<string, string> { [\"requestor_id\"] = requestor, [\"signature_method\"] = \"HMAC-SHA1\", [\"request_time\"] = SECONDS.ToString(), [\"request_uri\"] = path }; return verb + \" \" + string.Join(\", \", fields.Select(f => f.Key + \"=\" + f.Value));",
        "var fields = new Dictionary<string, object> { { \"requestor_id\", requestor }, { \"signature_method\", \"HMAC-SHA1\" }, { \"request_time\", SECONDS } }; return verb + \" \" + string.Join(\", \", fields.Select(f => $\"{f.Key}={f.Value}\"));",
        "var fields = new SortedDictionary<string, string>(); fields.Add(\"requestor_id\", requestor); fields.Add(\"signature_method\", \"HMAC-SHA1\"); fields.Add(\"request_time\", Convert.ToString(SECONDS)); return string.Join(\", \", fields);",
        "var fields = new[] { (\"requestor_id\", requestor), (\"signature_method\", \"HMAC-SHA1\"), (\"request_time\", SECONDS.ToString()) }; return string.Join(\", \", fields.Select(f => f.Item1 + \"=\" + f.Item2));",
        "var fields = new List<KeyValuePair<string, string>> { new(\"requestor_id\", requestor), new(\"signature_method\", \"HMAC-SHA1\"), new(\"request_time\", $\"{SECONDS}\") }; return string.Join(\", \", fields.Select(f => f.Key + \"=\" + f.Value));",
        "return Template.Replace(\"{time}\", SECONDS.ToString());",
        "return $\"{verb} {Field(\"requestor_id\", requestor)}, {Field(\"signature_method\", \"HMAC-SHA1\")}, {Field(\"request_time\", SECONDS)}, {Field(\"request_uri\", path)}\";",
        "return $\"{verb} {RequestorId}={requestor}, {Method}=HMAC-SHA1, {RequestTime}={SECONDS}, request_uri={path}\";",
    };

    private const string Members = """
        const string Template = "POST requestor_id=r, nonce=n, signature_method=HMAC-SHA1, request_time={time}, request_uri=/regcode";
        const string RequestorId = "requestor_id", Method = "signature_method", RequestTime = "request_time";
        static string Field(string name, object value) => name + "=" + value;
        """;

    [Theory]
    [MemberData(nameof(Shapes))]
    public Task Header(string body) => Verify.VerifyAnalyzerAsync(Body(body.Replace("SECONDS", Seconds), Members));

    /// <summary>The same headers with the right time.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public Task Header_with_milliseconds_Silent(string body) =>
        Verify.VerifyAnalyzerAsync(Body(body.Replace("SECONDS", "DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()"), Members));

    /// <summary>Texts put together in the same ways for another service, whose time is in seconds.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public Task Header_of_another_service_Silent(string body) =>
        Verify.VerifyAnalyzerAsync(Body(OfAnotherService(body).Replace("SECONDS", "DateTimeOffset.UtcNow.ToUnixTimeSeconds()"), OfAnotherService(Members) + " const string AdobePass = \"https://api.auth.adobe.com\";"));

    private static string OfAnotherService(string text) => text.Replace("requestor_id", "client_id").Replace("request_uri", "path_info").Replace("HMAC-SHA1", "HMAC-SHA256");

    [Theory]
    [InlineData("long time = " + Seconds + ";", "time", "")]
    [InlineData("var time = " + Seconds + ".ToString();", "time", "")]
    [InlineData("var now = DateTime.UtcNow; var time = (long)[|(now - new DateTime(1970, 1, 1)).TotalSeconds|];", "time", "")]
    [InlineData("var time = Now();", "time", "static long Now() => " + Seconds + ";")]
    [InlineData("", "Timestamp", "string Timestamp => " + Seconds + ".ToString();")]
    [InlineData("", "clock()", "Func<long> clock = () => " + Seconds + ";")]
    [InlineData("", "Boxed((int)[|(DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds|])", "static object Boxed(object value) => value;")]
    [InlineData("long time; time = " + Seconds + ";", "time", "")]
    [InlineData("var (time, nonce) = (" + Seconds + ", Guid.NewGuid());", "time", "")]
    [InlineData("Now(out var time);", "time", "static void Now(out long time) { time = " + Seconds + "; }")]
    [InlineData("var time = NowAsync().Result;", "time", "static async Task<long> NowAsync() { await Task.Yield(); return " + Seconds + "; }")]
    [InlineData("var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(); [|now /= 1000|];", "now", "")]
    [InlineData("var time = requestor == null ? DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() : " + Seconds + ";", "time", "")]
    public Task Value_on_its_way(string statements, string expression, string members) =>
        Verify.VerifyAnalyzerAsync(Time(expression, statements, members));

    [Fact]
    public Task Field_of_a_class_of_header_fields() => Verify.VerifyAnalyzerAsync(Source("""
        class Header
        {
            public string Requestor { get; set; }
            public long RequestTime { get; set; }
            public string Uri { get; set; }
            public override string ToString() => $"POST requestor_id={Requestor}, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={RequestTime}, request_uri={Uri}";
        }
        class Client
        {
            string Sign() => new Header { Requestor = "r", RequestTime = [|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|], Uri = "/regcode" }.ToString();
        }
        """));

    [Fact]
    public Task Field_of_a_positional_record() => Verify.VerifyAnalyzerAsync(Source("""
        record Header(string Requestor, long Time)
        {
            public string Text => $"POST requestor_id={Requestor}, signature_method=HMAC-SHA1, request_time={Time}, request_uri=/x";
        }
        class Client
        {
            string Sign() => new Header("r", [|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|]).Text;
        }
        """));

    [Fact]
    public Task Argument_of_a_signer_in_another_file() => new CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds.RequestTimeNotMillisecondsAnalyzer>.Test
    {
        TestState =
        {
            Sources =
            {
                """
                static class Signer
                {
                    public static string Sign(string requestor, long time) =>
                        "POST requestor_id=" + requestor + ", signature_method=HMAC-SHA1, request_time=" + time + ", request_uri=/regcode";
                }
                """,
                """
                using System;
                class Client
                {
                    string Header() => Signer.Sign("r", [|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|]);
                }
                """,
            },
        },
    }.RunAsync();

    [Fact]
    public Task Clock_of_a_time_provider() => Verify.VerifyAnalyzerAsync(Time("[|clock.GetUtcNow().ToUnixTimeSeconds()|]", parameters: ", TimeProvider clock"));

    [Fact]
    public Task Clock_of_an_interface() => Verify.VerifyAnalyzerAsync(Time("[|clock.UtcNow.ToUnixTimeSeconds()|]", parameters: ", IClock clock") + "interface IClock { DateTimeOffset UtcNow { get; } }");

    [Fact]
    public Task Clock_of_an_interface_that_gives_ticks() => Verify.VerifyAnalyzerAsync(Time("[|clock.UtcNow.Ticks|]", parameters: ", IClock clock") + "interface IClock { DateTime UtcNow { get; } }");

    [Theory]
    [InlineData("[|clock.GetCurrentInstant().ToUnixTimeSeconds()|]")]
    [InlineData("[|clock.GetCurrentInstant().ToUnixTimeTicks()|]")]
    [InlineData("[|(clock.GetCurrentInstant() - NodaTime.NodaConstants.UnixEpoch).TotalSeconds|]")]
    public Task Clock_of_NodaTime(string expression) => Verify.VerifyAnalyzerAsync(
        Time(expression, parameters: ", NodaTime.IClock clock"), TestReferences.Framework | TestReferences.NodaTime);

    [Fact]
    public Task Unit_and_zone_are_two_mistakes() =>
        Verify.VerifyAnalyzerAsync(Time("(long){|AUTH1002:({|AUTH1002:DateTime.Now|} - new DateTime(1970, 1, 1)).TotalSeconds|}"));

    [Fact]
    public Task Helper_that_other_code_shares_is_blamed_at_the_call() => Verify.VerifyAnalyzerAsync(Time("[|Now()|]", members: """
        static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string Token() => "{\"exp\":" + (Now() + 300) + "}";
        """));

    [Fact]
    public Task Local_that_other_code_shares_is_blamed_at_the_use() =>
        Verify.VerifyAnalyzerAsync(Time("[|now|]", "var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds(); var expires = now + 300; GC.KeepAlive(expires);"));

    [Fact]
    public Task Helper_of_two_signers_is_blamed_once() => Verify.VerifyAnalyzerAsync(Time("Now()", members: """
        static long Now() => [|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|];
        string Other(string requestor) => $"GET requestor_id={requestor}, signature_method=HMAC-SHA1, request_time={Now()}, request_uri=/authorize";
        """));

    [Fact]
    public Task Helper_that_another_signer_multiplies_is_blamed_at_the_call() => Verify.VerifyAnalyzerAsync(Time("[|Now()|]", members: """
        static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string Other(string requestor) => $"GET requestor_id={requestor}, signature_method=HMAC-SHA1, request_time={Now() * 1000}, request_uri=/authorize";
        """));

    [Fact]
    public Task Value_that_is_only_logged_beside_is_blamed_where_it_is_made() =>
        Verify.VerifyAnalyzerAsync(Time("now", "var now = [|DateTimeOffset.UtcNow.ToUnixTimeSeconds()|]; Console.WriteLine($\"signed at {now}\");"));

    [Theory]
    [InlineData("return \"POST requestor_id=r, nonce=n, signature_method=HMAC-SHA1, request_time=\" + [|1531234280|] + \", request_uri=/path\";")]
    [InlineData("var time = [|\"1531234280\"|]; return $\"POST requestor_id=r, signature_method=HMAC-SHA1, request_time={time}, request_uri=/path\";")]
    public Task Constant_of_ten_digits(string body) => Verify.VerifyAnalyzerAsync(Body(body));
}
