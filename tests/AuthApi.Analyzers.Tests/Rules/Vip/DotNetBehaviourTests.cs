using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;
using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.Vip;

/// <summary>
/// What .NET really does with the two bytes of a SOAP reason code, and with the XML that carries them: the ground that AUTH2002
/// stands on. Each test runs the call that a row of the reference table names.
/// </summary>
public class DotNetBehaviourTests
{
    private static readonly byte[] VersionCode = [0x4E, 0x04];
    private static readonly byte[] SuccessCode = [0, 0];

    [Fact]
    public void BitConverterToString_SeparatesWithDashes()
    {
        Assert.Equal("4E-04", BitConverter.ToString(VersionCode));
        Assert.Equal("00-00", BitConverter.ToString(SuccessCode));
        Assert.Equal("4E04", BitConverter.ToString(VersionCode).Replace("-", ""));
    }

    [Fact]
    public void ConvertToHexString_WritesUpperCase_AndToHexStringLowerLower()
    {
        Assert.Equal("4E04", Convert.ToHexString(VersionCode));
        Assert.Equal("4e04", Convert.ToHexStringLower(VersionCode));
    }

    [Fact]
    public void ToStringOfBytes_IsTheNameOfTheType() => Assert.Equal("System.Byte[]", SuccessCode.ToString());

    [Fact]
    public void EncodedBytes_AreControlCharacters_NotDigits()
    {
        Assert.Equal("N\u0004", Encoding.ASCII.GetString(VersionCode));
        Assert.Equal("N\u0004", Encoding.UTF8.GetString(VersionCode));
        Assert.NotEqual("0000", Encoding.UTF8.GetString(SuccessCode));
        Assert.NotEqual("0000", Encoding.Unicode.GetString(SuccessCode));
        Assert.NotEqual("0000", Convert.ToBase64String(SuccessCode));
    }

    [Fact]
    public void ToInt16_ReadsLittleEndian_SoOnlyZeroIsRight()
    {
        Assert.True(BitConverter.IsLittleEndian);
        Assert.Equal(0x044E, BitConverter.ToInt16(VersionCode, 0));
        Assert.Equal(0x044E, BitConverter.ToUInt16(VersionCode, 0));
        Assert.Equal(0, BitConverter.ToInt16(SuccessCode, 0));
        Assert.Equal(0x4E04, BinaryPrimitives.ReadUInt16BigEndian(VersionCode));
        Assert.Throws<ArgumentException>(() => BitConverter.ToInt16([0x4E], 0));
        Assert.Throws<ArgumentException>(() => BitConverter.ToInt32(VersionCode, 0));
    }

    [Fact]
    public void EqualityOfArrays_IsIdentity()
    {
        var answer = new byte[] { 0, 0 };
        Assert.False(answer == SuccessCode);
        Assert.False(answer.Equals(SuccessCode));
        Assert.False(Equals(answer, SuccessCode));
        Assert.True(answer.SequenceEqual(SuccessCode));
    }

    [Fact]
    public void BigInteger_ReadsLittleEndian() => Assert.Equal("44e", new BigInteger(VersionCode).ToString("x", CultureInfo.InvariantCulture));

    [Fact]
    public void BytesWrittenWithoutPadding_LoseTheirZero()
    {
        Assert.Equal("4e4", string.Concat(VersionCode.Select(b => b.ToString("x", CultureInfo.InvariantCulture))));
        Assert.Equal("4e04", string.Concat(VersionCode.Select(b => b.ToString("x2", CultureInfo.InvariantCulture))));
        Assert.Equal("00", string.Concat(SuccessCode.Select(b => b.ToString("x", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void HexBinary_AcceptsBothCases_AndIsNullWhenMissing()
    {
        Assert.Equal(VersionCode, Read("<ReasonCode>4E04</ReasonCode>").ReasonCode);
        Assert.Equal(VersionCode, Read("<ReasonCode>4e04</ReasonCode>").ReasonCode);
        Assert.Null(Read("").ReasonCode);

        static StatusType Read(string content) =>
            (StatusType)new XmlSerializer(typeof(StatusType)).Deserialize(new StringReader($"<Status>{content}</Status>"))!;
    }

    [Fact]
    public void ValueOfTheWholeStatus_GluesCodeAndText()
    {
        var status = XElement.Parse("<Status><ReasonCode>0000</ReasonCode><StatusMessage>Success</StatusMessage></Status>");
        Assert.Equal("0000Success", status.Value);
        Assert.Equal("0000", status.Element("ReasonCode")!.Value);
    }

    [Fact]
    public void NamesWithoutTheirNamespace_FindNothing()
    {
        const string Answer = """<Response xmlns="https://schemas.vip.symantec.com/2006/08/vipservice"><ReasonCode>0000</ReasonCode></Response>""";
        Assert.Empty(XElement.Parse(Answer).Descendants("ReasonCode"));
        var document = new XmlDocument();
        document.LoadXml(Answer);
        Assert.Null(document.SelectSingleNode("//ReasonCode"));
        Assert.Single(document.GetElementsByTagName("ReasonCode"));
        document.LoadXml(Answer.Replace("<", "<v:").Replace("<v:/", "</v:").Replace("xmlns=", "xmlns:v="));
        Assert.Empty(document.GetElementsByTagName("ReasonCode"));
    }

    [XmlRoot("Status")]
    public class StatusType
    {
        [XmlElement(DataType = "hexBinary")]
        public byte[]? ReasonCode { get; set; }
    }
}
