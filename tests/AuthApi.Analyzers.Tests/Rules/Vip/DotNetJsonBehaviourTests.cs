using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;
using StjSerializer = System.Text.Json.JsonSerializer;

namespace AuthApi.Analyzers.Tests.Rules.Vip;

/// <summary>
/// What .NET, System.Text.Json and Newtonsoft.Json really do with the JSON string of a reason code: the ground that AUTH2002 and
/// AUTH2003 stand on. Each test runs the calls that a row of the reference table names.
/// </summary>
public class DotNetJsonBehaviourTests
{
    private const string Letters = "4e04";
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void DecimalParsing_ThrowsOnLetters_AndSurvivesHappyPathTests()
    {
        Assert.Equal(0, int.Parse("0000", CultureInfo.InvariantCulture));
        Assert.Equal(4990, Convert.ToInt32("4990", CultureInfo.InvariantCulture));
        Assert.Throws<FormatException>(() => int.Parse(Letters, CultureInfo.InvariantCulture));
        Assert.Throws<FormatException>(() => Convert.ToInt32(Letters, CultureInfo.InvariantCulture));
        Assert.Throws<FormatException>(() => (int)new JValue(Letters));
        Assert.Throws<FormatException>(() => new JValue(Letters).Value<int>());
        Assert.Equal(0, (int)new JValue("0000"));
    }

    [Fact]
    public void TryParse_TurnsEveryCodeWithALetterIntoZero()
    {
        Assert.False(int.TryParse(Letters, out var number));
        Assert.Equal(0, number);
    }

    [Fact]
    public void FloatingPoint_ReadsTheLetterAsExponent()
    {
        Assert.Equal(40000, int.Parse(Letters, NumberStyles.Any, CultureInfo.InvariantCulture));
        Assert.Equal(4, int.Parse("4e00", NumberStyles.Any, CultureInfo.InvariantCulture));
        Assert.Equal(40000d, double.Parse(Letters, CultureInfo.InvariantCulture));
        Assert.Equal(40000m, decimal.Parse(Letters, NumberStyles.Float, CultureInfo.InvariantCulture));
        Assert.Equal(40000d, (double)new JValue(Letters));
        Assert.Equal(40000d, StjSerializer.Deserialize<WithNumber<double>>("""{"ReasonCode":"4e04"}""", Web)!.ReasonCode);
        Assert.Equal(40000m, StjSerializer.Deserialize<WithNumber<decimal>>("""{"ReasonCode":"4e04"}""", Web)!.ReasonCode);
        Assert.Equal(40000d, JsonConvert.DeserializeObject<WithNumber<double>>("""{"ReasonCode":"4e04"}""")!.ReasonCode);
    }

    [Fact]
    public void BaseSixteen_IsRight()
    {
        Assert.Equal(0x4e04, int.Parse(Letters, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        Assert.Equal(0x4e04, Convert.ToInt32(Letters, 16));
        Assert.Equal(0x4e04, ushort.Parse("4E04", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        Assert.Equal(new byte[] { 0x4e, 0x04 }, Convert.FromHexString(Letters));
    }

    [Fact]
    public void NumericProperty_ThrowsAtTheFirstFailure()
    {
        const string Success = """{"ReasonCode":"0000"}""", Decimal = """{"ReasonCode":"4990"}""", Failure = """{"ReasonCode":"4e04"}""";
        Assert.Throws<System.Text.Json.JsonException>(() => StjSerializer.Deserialize<WithNumber<int>>(Success));
        Assert.Equal(0, StjSerializer.Deserialize<WithNumber<int>>(Success, Web)!.ReasonCode);
        Assert.Equal(4990, StjSerializer.Deserialize<WithNumber<int>>(Decimal, Web)!.ReasonCode);
        Assert.Throws<System.Text.Json.JsonException>(() => StjSerializer.Deserialize<WithNumber<int>>(Failure, Web));
        Assert.Equal(0, JsonConvert.DeserializeObject<WithNumber<int>>(Success)!.ReasonCode);
        Assert.Equal(4990, JsonConvert.DeserializeObject<WithNumber<int>>(Decimal)!.ReasonCode);
        Assert.ThrowsAny<Newtonsoft.Json.JsonException>(() => JsonConvert.DeserializeObject<WithNumber<int>>(Failure));
    }

    [Fact]
    public void EnumProperty_ThrowsAtTheFirstFailure()
    {
        // A member of an enum cannot start with a digit, so no converter of names can ever yield one.
        Assert.Throws<System.Text.Json.JsonException>(() => StjSerializer.Deserialize<WithNumber<DayOfWeek>>("""{"ReasonCode":"0000"}"""));
        Assert.Throws<System.Text.Json.JsonException>(() => StjSerializer.Deserialize<WithNumber<DayOfWeek>>("""{"ReasonCode":"4e04"}""", Web));
        Assert.ThrowsAny<Newtonsoft.Json.JsonException>(() => JsonConvert.DeserializeObject<WithNumber<DayOfWeek>>("""{"ReasonCode":"4e04"}"""));
    }

    [Fact]
    public void BytesFedFromJson_AreDecodedAsBase64()
    {
        byte[] wrong = [0xE1, 0xED, 0x38];
        Assert.Equal(wrong, StjSerializer.Deserialize<WithNumber<byte[]>>("""{"ReasonCode":"4e04"}""")!.ReasonCode);
        Assert.Equal(wrong, JsonConvert.DeserializeObject<WithNumber<byte[]>>("""{"ReasonCode":"4e04"}""")!.ReasonCode);
    }

    [Fact]
    public void BoolFromTheStringFalse_ThrowsInSystemTextJsonOnly()
    {
        const string Answer = """{"SameInitialState":"false"}""";
        Assert.Throws<System.Text.Json.JsonException>(() => StjSerializer.Deserialize<WithState>(Answer));
        Assert.Throws<System.Text.Json.JsonException>(() => StjSerializer.Deserialize<WithState>(Answer, Web));
        Assert.False(JsonConvert.DeserializeObject<WithState>(Answer)!.SameInitialState);
    }

    [Fact]
    public void TypedReadsOfAString_Throw()
    {
        using var document = JsonDocument.Parse("""{"ReasonCode":"0000","SameInitialState":"false"}""");
        Assert.Throws<InvalidOperationException>(() => document.RootElement.GetProperty("ReasonCode").GetInt32());
        Assert.Throws<InvalidOperationException>(() => document.RootElement.GetProperty("SameInitialState").GetBoolean());
        var node = JsonNode.Parse("""{"ReasonCode":"0000","SameInitialState":"false"}""")!;
        Assert.Throws<InvalidOperationException>(() => node["ReasonCode"]!.GetValue<int>());
        Assert.Throws<InvalidOperationException>(() => (bool)node["SameInitialState"]!);
    }

    [Fact]
    public void RawText_KeepsTheQuotes()
    {
        using var document = JsonDocument.Parse("""{"ReasonCode":"0000"}""");
        Assert.Equal("\"0000\"", document.RootElement.GetProperty("ReasonCode").GetRawText());
        var node = JsonNode.Parse("""{"ReasonCode":"0000"}""")!["ReasonCode"]!;
        Assert.Equal("\"0000\"", node.ToJsonString());
        Assert.Equal("0000", document.RootElement.GetProperty("ReasonCode").ToString());
        Assert.Equal("0000", node.ToString());
        // Newtonsoft's ToString of a string token has no quotes; only the overloads that format JSON write them.
        Assert.Equal("0000", new JValue("0000").ToString());
        Assert.Equal("\"0000\"", new JValue("0000").ToString(Formatting.None));
    }

    [Fact]
    public void TokenComparedAsObject_NeverEqualsText()
    {
        JToken token = new JValue("0000");
        Assert.False((object)token == (object)"0000");
        Assert.False(token.Equals("0000"));
        Assert.True((string?)token == "0000");
    }

    [Fact]
    public void CamelCaseProperty_StaysNullWithDefaultOptionsOnly()
    {
        const string Answer = """{"ReasonCode":"4e04"}""";
        Assert.Null(StjSerializer.Deserialize<WithCamelCase>(Answer)!.reasonCode);
        Assert.Equal(Letters, StjSerializer.Deserialize<WithCamelCase>(Answer, Web)!.reasonCode);
        Assert.Equal(Letters, JsonConvert.DeserializeObject<WithCamelCase>(Answer)!.reasonCode);
    }

    [Fact]
    public void EnvelopeReadAsTheInnerType_LeavesEverythingNull()
    {
        const string Answer = """{"ActivateTokenResponse":{"Status":{"ReasonCode":"4e04"}}}""";
        Assert.Null(StjSerializer.Deserialize<Inner>(Answer)!.Status);
        Assert.Null(JsonConvert.DeserializeObject<Inner>(Answer)!.Status);
    }

    [Fact]
    public async Task PostAsJson_WritesCamelCase()
    {
        using var content = JsonContent.Create(new { TokenId = "SYMC00000000" });
        Assert.Equal("""{"tokenId":"SYMC00000000"}""", await content.ReadAsStringAsync());
        Assert.Equal("""{"TokenId":"SYMC00000000"}""", StjSerializer.Serialize(new { TokenId = "SYMC00000000" }));
    }

    public class WithNumber<T>
    {
        public T? ReasonCode { get; set; }
    }

    public class WithState
    {
        public bool SameInitialState { get; set; }
    }

    public class WithCamelCase
    {
#pragma warning disable IDE1006 // the name is what is tested
        public string? reasonCode { get; set; }
#pragma warning restore IDE1006
    }

    public class Inner
    {
        public WithCamelCase? Status { get; set; }
    }
}
