namespace AuthApi.Analyzers.Tests.Flow.TimeChains;

/// <summary>What can be done with a value of a type, as C#: <c>{0}</c> is the value.</summary>
internal static class ChainGrammar
{
    private static readonly string[] DateTimeSteps =
    [
        "long {0}.Ticks", "DateTime {0}.ToUniversalTime()", "DateTime {0}.ToLocalTime()", "TimeSpan {0} - DateTime.UnixEpoch",
        "TimeSpan {0}.Subtract(new DateTime(1970, 1, 1))", "TimeSpan {0} - new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc)",
        "TimeSpan {0} - DateTime.MinValue", "DateTime {0}.AddMinutes(-5)", "DateTime {0}.AddMilliseconds(250)", "DateTime {0}.Add(TimeSpan.FromHours(1))",
        "DateTimeOffset new DateTimeOffset({0})", "DateTimeOffset (DateTimeOffset){0}", "long {0}.ToFileTimeUtc()", "long {0}.ToFileTime()", "double {0}.ToOADate()",
        "TimeSpan {0}.TimeOfDay", "int {0}.Millisecond", "int {0}.Second", "DateTime {0}.Date", "DateTime DateTime.SpecifyKind({0}, DateTimeKind.Utc)",
        "DateTime DateTime.SpecifyKind({0}, DateTimeKind.Unspecified)", "string {0}.ToString(\"o\")", "DateTime {0} - TimeSpan.FromSeconds(90)",
        "DateTime TimeZoneInfo.ConvertTimeToUtc({0})", "string $\"{{{0}}}\"",
    ];

    private static readonly string[] OffsetSteps =
    [
        "long {0}.ToUnixTimeMilliseconds()", "long {0}.ToUnixTimeSeconds()", "DateTime {0}.UtcDateTime", "DateTime {0}.DateTime", "DateTime {0}.LocalDateTime",
        "long {0}.Ticks", "long {0}.UtcTicks", "TimeSpan {0} - DateTimeOffset.UnixEpoch", "TimeSpan {0}.Subtract(DateTimeOffset.UnixEpoch)",
        "DateTimeOffset {0}.AddSeconds(30)", "DateTimeOffset {0}.ToUniversalTime()", "DateTimeOffset {0}.ToLocalTime()", "DateTimeOffset {0}.ToOffset(TimeSpan.FromHours(3))",
        "long {0}.ToFileTime()", "int {0}.Millisecond", "TimeSpan {0}.TimeOfDay", "DateTimeOffset {0} + TimeSpan.FromMinutes(2)", "TimeSpan {0} - new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero)",
    ];

    private static readonly string[] SpanSteps =
    [
        "double {0}.TotalMilliseconds", "double {0}.TotalSeconds", "double {0}.TotalMinutes", "double {0}.TotalHours", "double {0}.TotalDays", "double {0}.TotalMicroseconds",
        "long {0}.Ticks", "int {0}.Milliseconds", "int {0}.Seconds", "int {0}.Days", "double {0} / TimeSpan.FromMilliseconds(1)", "double {0}.Divide(TimeSpan.FromSeconds(1))",
        "TimeSpan {0} * 2", "TimeSpan {0} / 2", "TimeSpan {0}.Add(TimeSpan.FromSeconds(1))", "TimeSpan {0} - new TimeSpan(0, 0, 1)", "DateTime DateTime.UnixEpoch + {0}", "TimeSpan {0}.Negate()",
        "string {0}.ToString()",
    ];

    private static readonly string[] LongSteps =
    [
        "long {0} / 1000", "long {0} * 1000", "long {0} / 10000", "long {0} / TimeSpan.TicksPerMillisecond", "long {0} / TimeSpan.TicksPerSecond",
        "long {0} - 621355968000000000", "long {0} + 500", "long {0} % 1000", "int (int){0}", "uint (uint){0}", "double (double){0}", "decimal {0}", "BigInteger new BigInteger({0})",
        "int Convert.ToInt32({0})", "string {0}.ToString()", "string {0}.ToString(\"D\")", "string {0}.ToString(\"N0\")", "string {0}.ToString(\"F0\")", "string {0}.ToString(\"F2\")",
        "TimeSpan TimeSpan.FromTicks({0})", "TimeSpan TimeSpan.FromMilliseconds((double){0})", "DateTimeOffset DateTimeOffset.FromUnixTimeMilliseconds({0})",
        "DateTimeOffset DateTimeOffset.FromUnixTimeSeconds({0})", "long Math.Abs({0})", "double Convert.ToDouble({0})", "DateTime new DateTime({0})", "DateTime new DateTime({0}, DateTimeKind.Utc)",
        "DateTime DateTime.FromFileTimeUtc({0})", "long -{0}", "string $\"{{{0}}}\"", "string Convert.ToString({0})", "double {0} / 1000.0", "string {0} + \"000\"", "string {0}.ToString(\"X\")",
        "long Math.Max({0}, 0)",
    ];

    private static readonly string[] IntSteps =
    [
        "int {0} * 1000", "long {0} * 1000L", "long (long){0}", "int {0} / 60", "string {0}.ToString()", "double {0}", "long Convert.ToInt64({0})", "double {0} / 1000.0", "int {0} + 1",
    ];

    private static readonly string[] DoubleSteps =
    [
        "long (long){0}", "int (int){0}", "double Math.Floor({0})", "double Math.Round({0})", "double Math.Truncate({0})", "double Math.Ceiling({0})", "double {0} * 1000", "double {0} / 1000",
        "double {0} * 0.001", "long Convert.ToInt64({0})", "int Convert.ToInt32({0})", "string {0}.ToString(CultureInfo.InvariantCulture)", "string {0}.ToString(\"F0\", CultureInfo.InvariantCulture)",
        "string {0}.ToString(\"0\", CultureInfo.InvariantCulture)", "string {0}.ToString(\"F3\")", "decimal (decimal){0}", "TimeSpan TimeSpan.FromSeconds({0})", "TimeSpan TimeSpan.FromMilliseconds({0})",
        "double Math.Round({0}, 2)", "DateTime DateTime.UnixEpoch.AddSeconds({0})", "DateTime DateTime.UnixEpoch.AddMilliseconds({0})", "BigInteger (BigInteger){0}",
    ];

    private static readonly string[] DecimalSteps =
    [
        "decimal {0} * 1000", "decimal {0} / 1000", "decimal decimal.Truncate({0})", "decimal Math.Floor({0})", "long (long){0}", "int (int){0}", "string {0}.ToString(\"0\")", "double (double){0}",
        "long decimal.ToInt64({0})", "decimal {0} - 1",
    ];

    private static readonly string[] BigSteps =
    [
        "BigInteger {0} * 1000", "BigInteger {0} / 1000", "long (long){0}", "string {0}.ToString()", "BigInteger BigInteger.Divide({0}, 10000)", "BigInteger BigInteger.Multiply({0}, 10)", "int (int){0}", "double (double){0}",
    ];

    private static readonly string[] TextSteps =
    [
        "string {0} + \"000\"", "string {0}.Substring(0, 10)", "string {0}[..13]", "string {0}.PadRight(13, '0')", "string {0}.Split('.')[0]", "string {0}.Replace(\",\", \"\")",
        "long long.Parse({0}, CultureInfo.InvariantCulture)", "long Convert.ToInt64({0})", "string string.Concat({0}, \"0\")", "string {0}.Remove(10)", "double double.Parse({0}, CultureInfo.InvariantCulture)",
        "string {0}.Trim()", "string $\"{{{0}}}00\"", "int int.Parse({0})",
    ];

    private static readonly string[] Sources =
    [
        "DateTime DateTime.UtcNow", "DateTime DateTime.Now", "DateTime DateTime.Today", "DateTimeOffset DateTimeOffset.UtcNow", "DateTimeOffset DateTimeOffset.Now", "long Environment.TickCount64",
        "int Environment.TickCount", "DateTimeOffset TimeProvider.System.GetUtcNow()", "DateTimeOffset TimeProvider.System.GetLocalNow()",
    ];

    /// <summary>The statements of one chain: each step a local of its own, the last one returned.</summary>
    public static string Next(Random random)
    {
        var (type, expression) = Split(Sources[random.Next(Sources.Length)]);
        var lines = new List<string> { $"{type} v0 = {expression};" };
        var length = random.Next(1, 8);
        for (var i = 1; i <= length; i++)
        {
            var steps = StepsOf(type);
            (type, expression) = Split(steps[random.Next(steps.Length)]);
            lines.Add($"{type} v{i} = {string.Format(System.Globalization.CultureInfo.InvariantCulture, expression, $"v{i - 1}")};");
        }

        return string.Join(" ", lines) + $" return v{length};";
    }

    private static (string Type, string Expression) Split(string step)
    {
        var blank = step.IndexOf(' ', StringComparison.Ordinal);
        return (step[..blank], step[(blank + 1)..]);
    }

    private static string[] StepsOf(string type) => type switch
    {
        "DateTime" => DateTimeSteps,
        "DateTimeOffset" => OffsetSteps,
        "TimeSpan" => SpanSteps,
        "long" => LongSteps,
        "int" or "uint" => IntSteps.Where(step => type == "int" || !step.StartsWith("int", StringComparison.Ordinal)).ToArray(),
        "double" => DoubleSteps,
        "decimal" => DecimalSteps,
        "BigInteger" => BigSteps,
        _ => TextSteps,
    };
}
