using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber.ReasonCodeAsNumberAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.ReasonCodeAsNumber;

public class SilentTests
{
    [Theory]
    [InlineData("""Convert.ToInt32(status.ReasonCode, 16) == 0x4e04""")]
    [InlineData("""Convert.ToUInt16(status.ReasonCode, 16)""")]
    [InlineData("""int.Parse(status.ReasonCode, System.Globalization.NumberStyles.HexNumber)""")]
    [InlineData("""int.Parse(status.ReasonCode, System.Globalization.NumberStyles.AllowHexSpecifier)""")]
    [InlineData("""ushort.TryParse(status.ReasonCode, System.Globalization.NumberStyles.HexNumber, null, out var n) ? n : 0""")]
    [InlineData("""int.Parse(status.ReasonCode, Style)""")]
    [InlineData("""Convert.FromHexString(status.ReasonCode)""")]
    [InlineData("""Convert.ToInt32(status.ReasonCode, Base)""")]
    [InlineData("""Convert.ToByte(status.ReasonCode.Substring(0, 2), 16)""")]
    public Task Base_16(string expression) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(expression, """
        public System.Globalization.NumberStyles Style { get; set; }
        private const int Base = 16;
        """));

    [Theory]
    [InlineData("""status.ReasonCode == "0000" """)]
    [InlineData("""status.ReasonCode.Length""")]
    [InlineData("""int.Parse(other)""")]
    [InlineData("""int.Parse(answer.RequestId)""")]
    [InlineData("""int.Parse(status.StatusMessage)""")]
    [InlineData("""int.Parse("0000")""")]
    [InlineData("""Convert.ToInt32(soap.ReasonCode[0]) + Convert.ToInt32(soap.ReasonCode[1])""")]
    [InlineData("""(soap.ReasonCode[0] << 8) | soap.ReasonCode[1]""")]
    [InlineData("""BitConverter.ToInt16(soap.ReasonCode, 0) == 0""")]
    [InlineData("""System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(soap.ReasonCode)""")]
    [InlineData("""int.Parse(status.ReasonCode.Substring(1))""")]
    [InlineData("""status.ReasonCode.GetHashCode()""")]
    [InlineData("""status.ReasonCode.Length == 4 && status.ReasonCode.All(char.IsAsciiHexDigit)""")]
    [InlineData("""status.ReasonCode.Count(char.IsDigit)""")]
    [InlineData("""status.ReasonCode.CompareTo("0000") == 0""")]
    [InlineData("""long.Parse(Convert.ToHexString(new byte[] { 1, 2 }))""")]
    [InlineData("""Enum.Parse<DayOfWeek>(other)""")]
    [InlineData("""double.Parse(other, System.Globalization.NumberStyles.Any)""")]
    [InlineData("""Convert.ToDouble(answer.RequestId)""")]
    [InlineData("""int.TryParse(other, out var n) ? n : 0""")]
    [InlineData("""new Version(answer.RequestId)""")]
    [InlineData("""(other == null ? answer.RequestId : other) is { } id ? int.Parse(id) : 0""")]
    [InlineData("""JsonDocument.Parse(other).RootElement.GetProperty("ValidateResponse").GetProperty("RetryAfter").GetInt32()""")]
    [InlineData("""JsonNode.Parse(other)["ValidateResponse"]["TokenInformation"]["BadAttemptsCount"].GetValue<int>()""")]
    public Task Texts_bytes_and_other_numbers(string expression) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(expression));

    // No code with a letter is success, and a program that heeds the result takes them for what they are: not success.
    [Theory]
    [InlineData("""return int.TryParse(status.ReasonCode, out var n) && n == 0;""")]
    [InlineData("""if (!int.TryParse(status.ReasonCode, out var n) || n != 0) throw new InvalidOperationException(); return true;""")]
    [InlineData("""return int.TryParse(status.ReasonCode, out var n) && n is 0;""")]
    [InlineData("""return int.TryParse(status.ReasonCode, out _);""")]
    public Task TryParse_whose_result_decides_about_success(string body) => Verify.VerifyAnalyzerAsync(VipAnswers.Method(body));

    [Theory]
    [InlineData("public string ReasonCode { get; set; }")]
    [InlineData("public byte[] ReasonCode { get; set; }")]
    [InlineData("public JsonElement ReasonCode { get; set; }")]
    [InlineData("public object ReasonCode { get; set; }")]
    [InlineData("[System.Text.Json.Serialization.JsonConverter(typeof(Hex))] public int ReasonCode { get; set; }")]
    [InlineData("public int ReasonCode => Convert.ToInt32(Text, 16); public string Text { get; set; }")]
    public Task Members_that_can_hold_a_code(string member) => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + $$"""
        public sealed class VipStatus
        {
            {{member}}
            public string StatusMessage { get; set; }
        }
        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
        }
        public sealed class Hex : System.Text.Json.Serialization.JsonConverter<int>
        {
            public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Convert.ToInt32(reader.GetString(), 16);
            public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("x4"));
        }
        """);

    [Fact]
    public Task A_number_with_a_converter_in_the_options() => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + """
        using System.Text.Json.Serialization;
        public sealed class VipStatus
        {
            public int ReasonCode { get; set; }
            public string StatusMessage { get; set; }
        }
        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
            public static ValidateResponse Read(string json) => JsonSerializer.Deserialize<ValidateResponse>(json, new JsonSerializerOptions { Converters = { new Hex() } });
        }
        public sealed class Hex : JsonConverter<int>
        {
            public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Convert.ToInt32(reader.GetString(), 16);
            public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("x4"));
        }
        """);

    [Fact]
    public Task An_enum_whose_members_name_the_codes() => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + """
        using System.Runtime.Serialization;
        public enum Reason { [EnumMember(Value = "0000")] Success, [EnumMember(Value = "4e04")] Version }
        public sealed class VipStatus
        {
            public Reason ReasonCode { get; set; }
            public string StatusMessage { get; set; }
        }
        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
        }
        """);

    [Fact]
    public Task A_model_of_the_program_that_is_filled_from_the_text() => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + """
        public sealed class VipStatus
        {
            public int ReasonCode { get; set; }
            public string StatusMessage { get; set; }
        }
        public sealed class ValidateResponse
        {
            public string RequestId { get; set; }
            public VipStatus Status { get; set; }
            public static VipStatus From(string code, string text) => new() { ReasonCode = Convert.ToInt32(code, 16), StatusMessage = text };
        }
        """);

    [Theory]
    [InlineData("public sealed class Connack { public int ReasonCode { get; set; } public string ReasonString { get; set; } }")]
    [InlineData("public sealed class PaymentStatus { public int ReasonCode { get; set; } public string ReasonDescription { get; set; } } public sealed class Payment { public string Id { get; set; } public PaymentStatus Status { get; set; } }")]
    [InlineData("public sealed class Pod { public string ReasonCode { get; set; } public int Number => int.Parse(ReasonCode); }")]
    [InlineData("public sealed class Mqtt { public int N(JsonElement packet) => packet.GetProperty(\"ReasonCode\").GetInt32(); }")]
    [InlineData("public enum DisconnectReasonCode { Normal, Error } public sealed class Disconnect { public DisconnectReasonCode ReasonCode { get; set; } public string StatusMessage { get; set; } }")]
    public Task Other_services(string source) => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + source);

    [Theory]
    [InlineData("""JsonSerializer.Deserialize<ValidateResponse>(other)""")]
    [InlineData("""new System.Xml.Serialization.XmlSerializer(typeof(ValidateResponseType)).Deserialize(new System.IO.StringReader(other))""")]
    [InlineData("""JsonSerializer.Serialize(soap)""")]
    [InlineData("""JsonSerializer.Deserialize<Dictionary<string, byte[]>>(other)""")]
    public Task Reading_that_fits_the_type(string expression) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(expression));

    [Theory]
    [InlineData("""(string)token == "0000" """)]
    [InlineData("""token.Value<string>() == "0000" """)]
    [InlineData("""(int)root["ValidateResponse"]["Version"]""")]
    [InlineData("""root["items"].Value<int>("count")""")]
    public Task Tokens_read_rightly(string expression) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using Newtonsoft.Json.Linq;
        public class Program
        {
            public object M(JObject root)
            {
                var token = root["ValidateResponse"]["Status"]["ReasonCode"];
                return {{expression}};
            }
        }
        """, TestReferences.Framework | TestReferences.Newtonsoft);
}
