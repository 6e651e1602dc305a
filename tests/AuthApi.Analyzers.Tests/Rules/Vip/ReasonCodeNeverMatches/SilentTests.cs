using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches.ReasonCodeNeverMatchesAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.ReasonCodeNeverMatches;

public class SilentTests
{
    [Theory]
    [InlineData("""status.ReasonCode == "0000" """)]
    [InlineData("""status.ReasonCode != "0000" """)]
    [InlineData("""status.ReasonCode == "4990" """)]
    [InlineData("""status.ReasonCode == "49b5" """)]
    [InlineData("""answer?.Status?.ReasonCode == "4e04" """)]
    [InlineData("""status.ReasonCode is "49b5" or "49f2" """)]
    [InlineData("""answer is { Status.ReasonCode: "0000" }""")]
    [InlineData("""status.ReasonCode switch { "0000" => 0, "49b5" => 1, _ => 2 }""")]
    [InlineData("""status.ReasonCode == null""")]
    [InlineData("""status.ReasonCode == "" """)]
    [InlineData("""status.ReasonCode == string.Empty""")]
    [InlineData("""status.ReasonCode == other""")]
    [InlineData("""status.ReasonCode.StartsWith("49")""")]
    [InlineData("""status.ReasonCode.StartsWith("4e", StringComparison.Ordinal)""")]
    [InlineData("""new[] { "0000", "49b5" }.Contains(status.ReasonCode)""")]
    public Task Codes_as_REST_writes_them(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Theory]
    [InlineData("""status.ReasonCode == "4999" """)]
    [InlineData("""status.ReasonCode == "5f0a" """)]
    [InlineData("""Convert.ToHexString(soap.ReasonCode) == "7777" """)]
    [InlineData("""BitConverter.ToInt16(soap.ReasonCode, 0) == 0x1234""")]
    public Task Codes_that_the_catalogue_does_not_know(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Theory]
    [InlineData("""string.Equals(status.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""status.ReasonCode.Equals("49B5", StringComparison.InvariantCultureIgnoreCase)""")]
    [InlineData("""string.Compare(status.ReasonCode, "49B5", true) == 0""")]
    [InlineData("""string.Compare(status.ReasonCode, "49B5", StringComparison.OrdinalIgnoreCase) == 0""")]
    [InlineData("""StringComparer.OrdinalIgnoreCase.Equals(status.ReasonCode, "49B5")""")]
    [InlineData("""new[] { "49B5" }.Contains(status.ReasonCode, StringComparer.OrdinalIgnoreCase)""")]
    [InlineData("""new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "49B5" }.Contains(status.ReasonCode)""")]
    [InlineData("""Texts.ContainsKey(status.ReasonCode)""")]
    [InlineData("""status.ReasonCode.ToUpperInvariant() == "49B5" """)]
    [InlineData("""status.ReasonCode?.ToLowerInvariant() == "49b5" """)]
    [InlineData("""status.ReasonCode.ToUpperInvariant() switch { "49B5" => 1, _ => 2 }""")]
    [InlineData("""status.ReasonCode.Trim() == "49b5" """)]
    [InlineData("""string.Equals(status.ReasonCode, "49B5", Kind)""")]
    [InlineData("""Set.Contains(status.ReasonCode)""")]
    public Task Comparisons_that_ignore_or_settle_the_case(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition, """
        private static readonly Dictionary<string, string> Texts = new(StringComparer.OrdinalIgnoreCase) { ["49B5"] = "wrong code" };
        private static readonly IReadOnlySet<string> Set = new[] { "49B5" }.ToHashSet(StringComparer.OrdinalIgnoreCase);
        public StringComparison Kind { get; set; }
        """));

    [Theory]
    [InlineData("string[]", "new[]", "\"49b5\", \"4e03\"")]
    [InlineData("HashSet<string>", "new HashSet<string>", "\"49b5\", \"4e03\"")]
    [InlineData("List<string>", "new List<string>", "\"0000\", \"6009\"")]
    [InlineData("string[]", "new[]", "\"49b5\", \"49B5\"")]
    public Task A_collection_of_codes_as_REST_writes_them(string type, string creation, string elements) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(
        "Codes.Contains(status.ReasonCode)", $"private static readonly {type} Codes = {NewerSyntax.Collection(elements, creation)};"));

    [Fact]
    public Task A_collection_with_elements_of_another_one() => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(
        "Codes.Contains(status.ReasonCode)",
        "private static readonly string[] More = Environment.GetCommandLineArgs(); private static readonly string[] Codes = "
        + (NewerSyntax.HasCollectionExpressions ? "[\"49B5\", .. More];" : "new[] { \"49B5\" }.Concat(More).ToArray();")));

    [Theory]
    [InlineData("""status.ReasonCode == "49b5" || status.ReasonCode == "49B5" """)]
    [InlineData("""status.ReasonCode is "49b5" or "49B5" """)]
    [InlineData("""status.ReasonCode == "0000" || status.ReasonCode == "0" """)]
    [InlineData("""new[] { "49b5", "49B5" }.Contains(status.ReasonCode)""")]
    [InlineData("""status.ReasonCode switch { "49B5" or "49b5" => 1, _ => 2 }""")]
    public Task A_code_that_is_written_in_both_ways(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Theory]
    [InlineData("""BitConverter.ToString(soap.ReasonCode) == "00-00" """)]
    [InlineData("""BitConverter.ToString(soap.ReasonCode) == "49-B5" """)]
    [InlineData("""BitConverter.ToString(soap.ReasonCode).Replace("-", "") == "49B5" """)]
    [InlineData("""BitConverter.ToString(soap.ReasonCode).Replace("-", string.Empty) == "0000" """)]
    [InlineData("""BitConverter.ToString(soap.ReasonCode).Replace("-", "").ToLower() == "49b5" """)]
    [InlineData("""Convert.ToHexString(soap.ReasonCode) == "49B5" """)]
    [InlineData("""Convert.ToHexStringLower(user.status) == "600b" """)]
    [InlineData("""string.Concat(soap.ReasonCode.Select(b => b.ToString("x2"))) == "49b5" """)]
    [InlineData("""string.Concat(soap.ReasonCode.Select(b => b.ToString("x"))) == "49b5" """)]
    [InlineData("""Encoding.ASCII.GetString(soap.ReasonCode) == "\0\0" """)]
    [InlineData("""Convert.ToBase64String(soap.ReasonCode) == "AAA=" """)]
    [InlineData("""soap.ReasonCode.SequenceEqual(new byte[] { 0, 0 })""")]
    [InlineData("""soap.ReasonCode.SequenceEqual(Convert.FromHexString("0000"))""")]
    [InlineData("""soap.ReasonCode.AsSpan().SequenceEqual(new byte[] { 0, 0 })""")]
    [InlineData("""soap.ReasonCode is [0, 0]""")]
    [InlineData("""soap.ReasonCode[0] == 0 && soap.ReasonCode[1] == 0""")]
    [InlineData("""soap.ReasonCode.All(b => b == 0)""")]
    [InlineData("""soap.ReasonCode == null""")]
    [InlineData("""soap.ReasonCode != null && soap.ReasonCode.Length == 2""")]
    [InlineData("""ReferenceEquals(soap.ReasonCode, null)""")]
    [InlineData("""BitConverter.ToInt16(soap.ReasonCode, 0) == 0""")]
    [InlineData("""BitConverter.ToInt16(soap.ReasonCode, 0) != 0""")]
    [InlineData("""BitConverter.ToInt16(soap.ReasonCode, 0) == unchecked((short)0xb549)""")]
    [InlineData("""BitConverter.ToUInt16(soap.ReasonCode, 0) == 0xB549""")]
    [InlineData("""System.Net.IPAddress.NetworkToHostOrder(BitConverter.ToInt16(soap.ReasonCode, 0)) == 0x49b5""")]
    [InlineData("""System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(soap.ReasonCode) == 0x49b5""")]
    [InlineData("""BitConverter.ToInt16(soap.ReasonCode.Reverse().ToArray(), 0) == 0x49b5""")]
    public Task Bytes_read_rightly(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Theory]
    [InlineData("""Json(other).GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode").GetString() == "0000" """)]
    [InlineData("""Json(other).GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode").ValueEquals("0000")""")]
    [InlineData("""Json(other).GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode").GetRawText() == "\"0000\"" """)]
    [InlineData("""Json(other).GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode").GetRawText().Trim('"') == "0000" """)]
    [InlineData("""JsonNode.Parse(other)["ValidateResponse"]["Status"]["ReasonCode"].ToString() == "49b5" """)]
    [InlineData("""JsonNode.Parse(other)["ValidateResponse"]["Status"]["ReasonCode"].GetValue<string>() == "49b5" """)]
    [InlineData("""JsonNode.Parse(other)["ValidateResponse"]["Status"]["ReasonCode"] == null""")]
    [InlineData("""JsonNode.Parse(other)["ValidateResponse"]["Status"]["ReasonCode"]?.ToString() is "0000" or "49b5" """)]
    public Task Nodes_read_rightly(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition, """
        private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
        """));

    [Theory]
    [InlineData("""var code = status?.ReasonCode ?? "NONE"; return code == "NONE";""")]
    [InlineData("""var code = answer == null ? "timeout" : answer.Status.ReasonCode; return code == "timeout";""")]
    [InlineData("""var code = other; if (answer != null) code = status.ReasonCode; return code == "49B5";""")]
    [InlineData("""return Unify(status.ReasonCode) == "49B5";""")]
    [InlineData("""return Unify2(status.ReasonCode) == "49B5";""")]
    [InlineData("""Array.Reverse(soap.ReasonCode); return BitConverter.ToInt16(soap.ReasonCode, 0) == 0x49b5;""")]
    [InlineData("""Console.WriteLine(status.ReasonCode + " is not 0"); return status.ReasonCode.Substring(0, 1) == "0";""")]
    public Task Values_that_the_program_makes_or_changes(string body) => Verify.VerifyAnalyzerAsync(VipAnswers.Method(body, """
        private static string Unify(string code) => code.ToUpperInvariant();
        private static string Unify2(string code) { var result = code; for (var i = 0; i < 2; i++) result = new string(result.Select(char.ToUpper).ToArray()); return result; }
        """));

    [Fact]
    public Task A_member_that_settles_the_case_itself() => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + """
        public sealed class VipStatus
        {
            private string code;
            public string ReasonCode { get => code; set => code = value?.ToUpperInvariant(); }
            public string StatusMessage { get; set; }
        }
        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
            public bool IsWrong => Status.ReasonCode == "49B5";
        }
        """);

    [Fact]
    public Task A_member_with_a_converter_of_the_program() => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + """
        using System.Text.Json.Serialization;
        public sealed class VipStatus
        {
            [JsonConverter(typeof(UpperCase))]
            public string ReasonCode { get; set; }
            public string StatusMessage { get; set; }
        }
        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
            public bool IsWrong => Status.ReasonCode == "49B5";
        }
        public sealed class UpperCase : JsonConverter<string>
        {
            public override string Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetString().ToUpperInvariant();
            public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
        }
        """);

    [Fact]
    public Task A_value_that_the_program_puts_into_a_response_of_its_own() => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(
        """status.ReasonCode == "TIMEOUT" """, """
        public VipStatus TimedOut() => new() { ReasonCode = "TIMEOUT", StatusMessage = "no answer" };
        """));

    [Theory]
    [InlineData("public class Connack { public string ReasonCode { get; set; } public bool Ok => ReasonCode == \"0\"; }")]
    [InlineData("public class Payment { public int Id { get; set; } public State Status { get; set; } public bool Ok => Status.ReasonCode == \"OK\"; } public class State { public string ReasonCode { get; set; } public string Description { get; set; } }")]
    [InlineData("public class Pod { public byte[] ReasonCode { get; set; } public bool Same(Pod other) => ReasonCode == other.ReasonCode; }")]
    [InlineData("public class Limousine { public string status { get; set; } public string requestId { get; set; } public bool Ok => status == \"0\"; }")]
    [InlineData("public class Element { public bool Ok(JsonElement e) => e.GetProperty(\"ReasonCode\").GetRawText() == \"0\"; }")]
    public Task Other_services(string source) => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + source);

    [Fact]
    public Task Voice_delivery_answers_zero() => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + """
        public sealed class VoiceDeliveryStatus
        {
            public string ReasonCode { get; set; }
            public string StatusMessage { get; set; }
        }
        public sealed class DeliverVoiceResponse
        {
            public string RequestId { get; set; }
            public VoiceDeliveryStatus Status { get; set; }
            public bool Ok => Status.ReasonCode == "0";
        }
        """);
}
