using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches.ReasonCodeNeverMatchesAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.ReasonCodeNeverMatches;

/// <summary>Codes that are taken out of JSON and XML documents.</summary>
public class DocumentTests
{
    private static Task VerifyAsync(string condition) => Verify.VerifyAnalyzerAsync($$"""
        using System.Collections.Generic;
        using System.Linq;
        using System.Xml;
        using System.Xml.Linq;
        using Newtonsoft.Json.Linq;

        public class Program
        {
            private static readonly XNamespace Vip = "https://schemas.vip.symantec.com/2006/08/vipservice";
            public bool M(JToken token, XDocument xml) => {{condition}};
        }
        """, TestReferences.Framework | TestReferences.Newtonsoft);

    [Theory]
    [InlineData("""token["ValidateResponse"]["Status"].Value<string>("ReasonCode") == "0000" """)]
    [InlineData("""token["ValidateResponse"]["Status"].Value<string>("ReasonCode").Equals("49b5")""")]
    [InlineData("""token.SelectToken("ValidateResponse.Status").Value<string>("ReasonCode") is "0000" or "4994" """)]
    public Task The_text_that_is_read_by_key_is_compared_as_text(string condition) => VerifyAsync(condition);

    [Theory]
    [InlineData("""[|token["ValidateResponse"]["Status"].Value<string>("ReasonCode") == "49B5"|]""")]
    [InlineData("""[|token["ValidateResponse"]["Status"].Value<string>("ReasonCode") == "0"|]""")]
    [InlineData("""[|token["ValidateResponse"]["Status"]["ReasonCode"].Equals("0000")|]""")]
    public Task A_text_by_key_that_is_no_code_of_REST(string condition) => VerifyAsync(condition);

    [Theory]
    [InlineData("""[|xml.Descendants().First(e => e.Name.LocalName == "ReasonCode").Value == "49b5"|]""")]
    [InlineData("""[|xml.Descendants().Where(e => e.Name.LocalName == "ReasonCode").First().Value == "49b5"|]""")]
    [InlineData("""[|xml.Descendants().Where(e => e.Name.LocalName == "ReasonCode").Select(e => e.Value).FirstOrDefault() == "49b5"|]""")]
    [InlineData("""[|(string)xml.Descendants().Single(e => e.Name == Vip + "ReasonCode") == "4e03"|]""")]
    [InlineData("""[|xml.Descendants().First(e => "ReasonCode" == e.Name.LocalName).Value == "4e03"|]""")]
    [InlineData("""[|xml.Descendants().First(e => e.Name.LocalName.Equals("ReasonCode")).Value == "0"|]""")]
    public Task An_element_that_is_found_by_its_name(string condition) => VerifyAsync(condition);

    [Theory]
    [InlineData("""xml.Descendants().First(e => e.Name.LocalName == "ReasonCode").Value == "49B5" """)]
    [InlineData("""xml.Descendants().Where(e => e.Name.LocalName == "ReasonCode").Select(e => e.Value).FirstOrDefault() == "0000" """)]
    [InlineData("""xml.Descendants().First(e => e.Name.LocalName == "TokenId").Value == "49b5" """)]
    [InlineData("""xml.Descendants().First(e => e.Name.LocalName != "ReasonCode").Value == "49b5" """)]
    [InlineData("""xml.Descendants().First(e => e.Value == "ReasonCode").Value == "49b5" """)]
    [InlineData("""xml.Descendants().First(e => e.Name.LocalName == "ReasonCode" || e.Name.LocalName == "Adapter").Value == "49b5" """)]
    [InlineData("""xml.Descendants().Where(e => e.Name.LocalName == "ReasonCode").Select(e => e.Value + "x").First() == "49b5x" """)]
    public Task An_element_with_the_right_case_or_another_name_is_silent(string condition) => VerifyAsync(condition);

    private static Task VerifyXmlClassAsync(string attribute, string condition) => Verify.VerifyAnalyzerAsync($$"""
        using System.Xml.Serialization;

        [XmlRoot("Envelope", Namespace = "http://schemas.xmlsoap.org/soap/envelope/")]
        public class Envelope { public Body Body { get; set; } }
        public class Body { {{attribute}} public ValidateResponse ValidateResponse { get; set; } }
        public class ValidateResponse { public string RequestId { get; set; } public Status Status { get; set; } }
        public class Status { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }
        public class Program { public bool M(ValidateResponse answer) => {{condition}}; }
        """);

    [Theory]
    [InlineData("""[XmlElement("ValidateResponse", Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]""")]
    [InlineData("""[XmlElement(Namespace = "https://schemas.vip.symantec.com/2006/08/vipservice")]""")]
    public async Task A_class_that_is_read_from_SOAP_has_upper_case_letters(string attribute)
    {
        await VerifyXmlClassAsync(attribute, """[|answer.Status.ReasonCode == "49b5"|]""");
        await VerifyXmlClassAsync(attribute, """answer.Status.ReasonCode == "49B5" """);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""[System.Text.Json.Serialization.JsonPropertyName("ValidateResponse")]""")]
    public async Task A_class_that_is_read_from_JSON_has_lower_case_letters(string attribute)
    {
        await VerifyXmlClassAsync(attribute, """[|answer.Status.ReasonCode == "49B5"|]""");
        await VerifyXmlClassAsync(attribute, """answer.Status.ReasonCode == "49b5" """);
    }
}
