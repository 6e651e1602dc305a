using AuthApi.Analyzers.Tests.Requests;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.Vip.InvalidTemporaryPassword.InvalidTemporaryPasswordAnalyzer,
    AuthApi.Analyzers.CodeFixes.Rules.Vip.InvalidTemporaryPassword.InvalidTemporaryPasswordCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.InvalidTemporaryPassword;

public class InvalidTemporaryPasswordTests
{
    private const TestReferences References = TestReferences.Framework | TestReferences.Wcf;

    private const string Clocks = """
        public interface ISystemClock { DateTimeOffset UtcNow { get; } }
        private readonly ISystemClock clock;
        private readonly TimeProvider timeProvider;
        private static readonly TimeSpan Lifetime = TimeSpan.FromDays(60);
        private const int Days = 60;
        private static readonly int ReadOnlyDays = 60;
        public int SetDays { get; set; } = 60;
        private int fieldDays = 60;
        private static DateTime Expires(int days) => DateTime.UtcNow.AddDays(days);
        """;

    private static Task VerifyAsync(string source) => Verify.VerifyAnalyzerAsync(source, References);

    private static string Set(string value) => VipRequestSources.Expression($"new SetTemporaryPasswordType {{ ExpirationDateSpecified = true, ExpirationDate = {value} }}", Clocks);

    private static string Json(string value) => VipRequestSources.Expression($"new {{ SetTemporaryPasswordRequest = new {{ Version = \"5.0\", TokenId = id, ExpirationDate = {value} }} }}", Clocks);

    [Theory]
    [InlineData("DateTime.UtcNow.AddDays(31)")]
    [InlineData("DateTime.Now.AddDays(60)")]
    [InlineData("DateTime.UtcNow.AddDays(Days)")]
    [InlineData("DateTime.UtcNow.AddDays(ReadOnlyDays)")]
    [InlineData("DateTime.UtcNow.AddDays(2 * 31)")]
    [InlineData("DateTime.UtcNow.AddHours(24 * 31)")]
    [InlineData("DateTime.UtcNow.AddMonths(2)")]
    [InlineData("DateTime.UtcNow.AddYears(1)")]
    [InlineData("DateTime.UtcNow.Add(TimeSpan.FromDays(45))")]
    [InlineData("DateTime.UtcNow + TimeSpan.FromDays(45)")]
    [InlineData("DateTime.UtcNow + Lifetime")]
    [InlineData("DateTime.UtcNow + new TimeSpan(45, 0, 0, 0)")]
    [InlineData("DateTime.Today.AddDays(40)")]
    [InlineData("DateTime.UtcNow.Date.AddDays(40)")]
    [InlineData("DateTimeOffset.UtcNow.AddDays(40).UtcDateTime")]
    [InlineData("timeProvider.GetUtcNow().AddDays(40).UtcDateTime")]
    [InlineData("clock.UtcNow.AddDays(40).DateTime")]
    [InlineData("DateTime.UtcNow.AddDays(20).AddDays(20)")]
    [InlineData("Expires(90)")]
    [InlineData("DateTime.MaxValue")]
    [InlineData("new DateTime(2099, 12, 31)")]
    public Task A_time_too_far_ahead(string value) => VerifyAsync(Set($"[|{value}|]"));

    [Theory]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTime.UtcNow.AddDays(0)")]
    [InlineData("DateTime.UtcNow.AddDays(-1)")]
    [InlineData("DateTime.UtcNow - TimeSpan.FromHours(1)")]
    [InlineData("DateTime.UtcNow.Date")]
    [InlineData("DateTime.MinValue")]
    [InlineData("new DateTime(2020, 1, 1)")]
    public Task A_time_that_is_not_later_than_now(string value) => VerifyAsync(Set($"[|{value}|]"));

    [Theory]
    [InlineData("""DateTime.UtcNow.AddDays(60).ToString("o")""")]
    [InlineData("""$"{DateTime.UtcNow.AddDays(60):o}" """)]
    [InlineData("""System.Xml.XmlConvert.ToString(DateTime.UtcNow.AddDays(60), System.Xml.XmlDateTimeSerializationMode.Utc)""")]
    [InlineData("""DateTimeOffset.UtcNow.AddDays(60)""")]
    [InlineData(""" "2020-01-01T00:00:00Z" """)]
    public Task A_time_in_JSON(string value) => VerifyAsync(Json($"[|{value.Trim()}|]"));

    [Fact]
    public Task Only_the_wrong_one_of_two_alternatives() =>
        VerifyAsync(Set("number > 3 ? [|DateTime.UtcNow.AddDays(60)|] : DateTime.UtcNow.AddDays(20)"));

    [Fact]
    public Task A_statement_and_a_local() => VerifyAsync(VipRequestSources.Method(
        "var until = DateTime.UtcNow.AddDays(60); var r = new SetTemporaryPasswordType(); r.ExpirationDate = [|until|]; return r;"));

    [Theory]
    [InlineData("[|DateTime.UtcNow.AddDays(8)|]")]
    [InlineData("[|DateTime.UtcNow.AddMonths(1)|]")]
    [InlineData("DateTime.UtcNow.AddDays(7)")]
    public Task Seven_days_for_a_generated_password(string value) =>
        VerifyAsync(VipRequestSources.Expression($"new GenerateTemporaryPasswordType {{ ExpirationDateSpecified = true, ExpirationDate = {value} }}"));

    private const string Helper = """
        private static SetTemporaryPasswordType Request(string password, DateTime until) =>
            new SetTemporaryPasswordType { TemporaryPassword = password, ExpirationDate = until, ExpirationDateSpecified = true };
        private static SetTemporaryPasswordType Temporary(DateTime until) => Request("123456", until);
        """;

    [Theory]
    [InlineData("""return number > 3 ? Request(otp, [|DateTime.UtcNow.AddDays(60)|]) : Request(otp, DateTime.UtcNow.AddDays(20));""")]
    [InlineData("""Request([|"welcome1"|], DateTime.UtcNow.AddDays(1)); return Request("123456", DateTime.UtcNow.AddDays(2));""")]
    [InlineData("""Temporary(DateTime.UtcNow.AddDays(2)); return Temporary([|DateTime.UtcNow.AddDays(90)|]);""")]
    [InlineData("""return Request(otp, DateTime.UtcNow.AddDays(30));""")]
    [InlineData("""return Request("", DateTime.UtcNow.AddDays(number));""")]
    [InlineData("""return Request(id, new DateTime(number, 1, 1));""")]
    public Task A_value_that_a_helper_puts_into_the_request_is_judged_at_each_call(string body) => VerifyAsync(VipRequestSources.Method(body, Helper));

    [Theory]
    [InlineData("""return new Keeper().Keep(DateTime.UtcNow.AddDays(90));""")]
    [InlineData("""return Either(number > 1, DateTime.UtcNow.AddDays(number));""")]
    [InlineData("""Either(true, DateTime.UtcNow.AddDays(5)); return Either(false, DateTime.UtcNow.AddDays(20));""")]
    public Task A_helper_of_something_else_or_of_two_operations_is_silent(string body) => VerifyAsync(VipRequestSources.Method(body, """
        private sealed class Keeper { public DateTime ExpirationDate { get; set; } public DateTime Keep(DateTime until) => ExpirationDate = until; }
        private static object Either(bool generate, DateTime until) => generate
            ? new GenerateTemporaryPasswordType { ExpirationDate = until, ExpirationDateSpecified = true }
            : new SetTemporaryPasswordType { ExpirationDate = until, ExpirationDateSpecified = true };
        """));

    [Theory]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = [|"12345"|] }""")]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = [|"welcome1"|] }""")]
    [InlineData("""new { TokenId = id, TemporaryPassword = [|"secret1"|] }""")]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = [|System.Security.Cryptography.RandomNumberGenerator.GetString("0123456789", 8)|] }""")]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = [|Guid.NewGuid().ToString("N").Substring(0, 8)|] }""")]
    public Task A_password_of_another_length(string expression) => VerifyAsync(VipRequestSources.Expression(expression));

    [Theory]
    [InlineData("DateTime.UtcNow.AddDays(30)")]
    [InlineData("DateTime.UtcNow.AddDays(1)")]
    [InlineData("DateTime.UtcNow.AddHours(720)")]
    [InlineData("DateTime.UtcNow.AddMonths(1)")]
    [InlineData("DateTime.UtcNow.AddMinutes(5)")]
    [InlineData("DateTime.UtcNow.Add(TimeSpan.FromDays(30))")]
    [InlineData("DateTime.UtcNow.AddDays(40).AddDays(-20)")]
    [InlineData("DateTime.Today.AddDays(30)")]
    [InlineData("DateTime.Today.AddDays(1)")]
    [InlineData("DateTime.Today")]
    [InlineData("date")]
    [InlineData("date.AddDays(60)")]
    [InlineData("DateTime.UtcNow.AddDays(number)")]
    [InlineData("DateTime.UtcNow.AddDays(SetDays)")]
    [InlineData("DateTime.UtcNow.AddDays(fieldDays)")]
    [InlineData("DateTime.UtcNow.AddDays(Math.Min(number, 60))")]
    [InlineData("default")]
    [InlineData("DateTime.Parse(id)")]
    [InlineData("new DateTime(2027, 1, 1)")]
    [InlineData("new DateTime(number, 1, 1)")]
    [InlineData("DateTime.UtcNow.AddDays(29).AddHours(23)")]
    [InlineData("DateTime.UtcNow.AddDays(7)")]
    [InlineData("DateTime.UtcNow.AddHours(24)")]
    [InlineData("DateTime.UtcNow.AddSeconds(30)")]
    [InlineData("DateTime.UtcNow + TimeSpan.FromDays(14)")]
    [InlineData("DateTime.UtcNow.AddDays(31).AddDays(-1)")]
    [InlineData("DateTimeOffset.UtcNow.AddDays(10).UtcDateTime")]
    [InlineData("DateTime.UtcNow.Date.AddDays(2)")]
    [InlineData("DateTime.UtcNow.AddMinutes(60 * 24 * 3)")]
    [InlineData("DateTime.UtcNow.Add(TimeSpan.FromHours(12))")]
    [InlineData("date.AddDays(-1)")]
    [InlineData("DateTime.UtcNow.AddDays(number > 3 ? 10 : 20)")]
    public Task A_time_within_the_limit_or_unknown_is_silent(string value) => VerifyAsync(Set(value));

    [Theory]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = "" }""")]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = "123456" }""")]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = "abc123" }""")]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = null }""")]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = otp }""")]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = $"{number}" }""")]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = number.ToString("D6") }""")]
    [InlineData("""new SetTemporaryPasswordType { TemporaryPassword = System.Security.Cryptography.RandomNumberGenerator.GetString("0123456789", 6) }""")]
    [InlineData("""new Account { TemporaryPassword = "welcome1", ExpirationDate = DateTime.UtcNow.AddDays(90) }""")]
    [InlineData("""new { TemporaryPassword = "welcome1", ExpirationDate = DateTime.UtcNow.AddDays(90) }""")]
    [InlineData("""new GetInfoResponse { ExpirationDate = DateTime.UtcNow.AddDays(90) }""")]
    public Task A_password_of_six_or_none_and_other_services_are_silent(string expression) => VerifyAsync(VipRequestSources.Expression(expression) + """

        public class Account { public string TemporaryPassword { get; set; } public DateTime ExpirationDate { get; set; } }
        [System.Xml.Serialization.XmlType(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]
        public class GetInfoResponse { public DateTime ExpirationDate { get; set; } }
        """);

    [Fact]
    public Task The_message_names_limit_code_and_remedy() => Verify.VerifyAnalyzerAsync(
        Set("{|#0:DateTime.UtcNow.AddDays({|#1:60|})|}"), References,
        Verify.Diagnostic("AUTH2006").WithLocation(0).WithLocation(1).WithArguments(
            "DateTime.UtcNow.AddDays(60)", "ExpirationDate", "it lies more than 30 days from now",
            "VIP answers 4953 (Expiration date must be later than the current time, and no more than 30 days from now)",
            "choose a time later than now and at most 30 days ahead"));

    [Theory]
    [InlineData("DateTime.UtcNow.AddDays(60)", "DateTime.UtcNow.AddDays(29)")]
    [InlineData("DateTime.UtcNow.AddHours(24 * 45)", "DateTime.UtcNow.AddHours(696)")]
    [InlineData("DateTime.UtcNow.AddMonths(2)", "DateTime.UtcNow.AddDays(29)")]
    [InlineData("DateTime.UtcNow + TimeSpan.FromDays(45)", "DateTime.UtcNow + TimeSpan.FromDays(29)")]
    public Task The_fix_stays_a_day_below_the_limit(string before, string after) => Verify.VerifyCodeFixAsync(Set($"[|{before}|]"), Set(after), References);

    [Fact]
    public Task The_fix_corrects_a_constant_that_serves_for_nothing_else() => Verify.VerifyCodeFixAsync(
        VipRequestSources.Method("return new SetTemporaryPasswordType { ExpirationDateSpecified = true, ExpirationDate = [|DateTime.UtcNow.AddDays(Lifetime)|] };", "private const int Lifetime = 45;"),
        VipRequestSources.Method("return new SetTemporaryPasswordType { ExpirationDateSpecified = true, ExpirationDate = DateTime.UtcNow.AddDays(Lifetime) };", "private const int Lifetime = 29;"), References);

    [Fact]
    public Task The_fix_leaves_a_constant_that_others_use() => Verify.VerifyCodeFixAsync(
        VipRequestSources.Method("return new SetTemporaryPasswordType { ExpirationDateSpecified = true, ExpirationDate = [|DateTime.UtcNow.AddDays(Lifetime)|] };", "private const int Lifetime = 45; private static int Other => Lifetime;"),
        VipRequestSources.Method("return new SetTemporaryPasswordType { ExpirationDateSpecified = true, ExpirationDate = DateTime.UtcNow.AddDays(29) };", "private const int Lifetime = 45; private static int Other => Lifetime;"), References);

    [Fact]
    public Task The_fix_knows_the_shorter_limit_of_a_generated_password() => Verify.VerifyCodeFixAsync(
        VipRequestSources.Expression("new GenerateTemporaryPasswordType { ExpirationDateSpecified = true, ExpirationDate = [|DateTime.UtcNow.AddDays(30)|] }"),
        VipRequestSources.Expression("new GenerateTemporaryPasswordType { ExpirationDateSpecified = true, ExpirationDate = DateTime.UtcNow.AddDays(6) }"), References);

    [Theory]
    [InlineData("[|DateTime.UtcNow.AddDays(-1)|]")]
    [InlineData("[|DateTime.MaxValue|]")]
    public Task No_fix_is_offered_where_the_amount_is_not_what_is_wrong(string value) => Verify.VerifyCodeFixAsync(Set(value), Set(value), References);

    [Fact]
    public Task Known_miss_a_member_of_an_options_type_is_silent() => VerifyAsync(VipRequestSources.Method(
        "return new SetTemporaryPasswordType { ExpirationDate = DateTime.UtcNow.AddDays(Settings.Days) };",
        "private static class Settings { public static int Days { get; set; } = 90; }"));
}
