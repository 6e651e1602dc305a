using AuthApi.Analyzers.CodeFixes.Rules.Vip.IgnoredReasonCode;
using AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

/// <summary>The fix for answers that are read as JSON or XML documents.</summary>
public class DocumentFixTests
{
    private const string Check = """
        if (reasonCode != "0000")
                {
                    throw new InvalidOperationException($"VIP answered {reasonCode}");
                }
        """;

    private static Task Fix(string before, string after) =>
        new CSharpCodeFixVerifier<IgnoredReasonCodeAnalyzer, IgnoredReasonCodeCodeFixProvider>.Test
        {
            TestCode = Source(before),
            FixedCode = Source(after),
            References = TestReferences.Framework | TestReferences.Newtonsoft,
        }.RunAsync();

    private static string Source(string body) => $$"""
        using System;
        using System.Linq;
        using System.Net.Http;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;
        using System.Xml.Linq;
        using Newtonsoft.Json.Linq;

        class Otp
        {
            const string Url = "https://api-auth.vip.symantec.com/";

            string Read(string text)
            {
                {{body}}
            }
        }
        """;

    [Fact]
    public Task A_JSON_document() => Fix(
        """
        using var doc = [|JsonDocument.Parse(text)|];
                return doc.RootElement.GetProperty("SendOTPResponse").GetProperty("RequestId").GetString();
        """,
        $$"""
        using var doc = JsonDocument.Parse(text);
                var reasonCode = doc.RootElement.GetProperty("SendOTPResponse").GetProperty("Status").GetProperty("ReasonCode").GetString();
                {{Check}}

                return doc.RootElement.GetProperty("SendOTPResponse").GetProperty("RequestId").GetString();
        """);

    [Fact]
    public Task Its_root() => Fix(
        """
        var root = [|JsonDocument.Parse(text)|].RootElement;
                return root.GetProperty("SendOTPResponse").GetProperty("RequestId").GetString();
        """,
        $$"""
        var root = JsonDocument.Parse(text).RootElement;
                var reasonCode = root.GetProperty("SendOTPResponse").GetProperty("Status").GetProperty("ReasonCode").GetString();
                {{Check}}

                return root.GetProperty("SendOTPResponse").GetProperty("RequestId").GetString();
        """);

    [Fact]
    public Task In_a_using_statement() => Fix(
        """
        using (var doc = [|JsonDocument.Parse(text)|])
                {
                    return doc.RootElement.GetProperty("SendOTPResponse").GetProperty("RequestId").GetString();
                }
        """,
        """
        using (var doc = JsonDocument.Parse(text))
                {
                    var reasonCode = doc.RootElement.GetProperty("SendOTPResponse").GetProperty("Status").GetProperty("ReasonCode").GetString();
                    if (reasonCode != "0000")
                    {
                        throw new InvalidOperationException($"VIP answered {reasonCode}");
                    }

                    return doc.RootElement.GetProperty("SendOTPResponse").GetProperty("RequestId").GetString();
                }
        """);

    [Fact]
    public Task Newtonsoft() => Fix(
        """
        var json = [|JObject.Parse(text)|];
                return (string)json["SendOTPResponse"]["RequestId"];
        """,
        $$"""
        var json = JObject.Parse(text);
                var reasonCode = json.SelectToken("SendOTPResponse.Status.ReasonCode")?.ToString();
                {{Check}}

                return (string)json["SendOTPResponse"]["RequestId"];
        """);

    [Fact]
    public Task Nodes() => Fix(
        """
        var node = [|JsonNode.Parse(text)|];
                return (string)node["SendOTPResponse"]["RequestId"];
        """,
        $$"""
        var node = JsonNode.Parse(text);
                var reasonCode = node?["SendOTPResponse"]?["Status"]?["ReasonCode"]?.ToString();
                {{Check}}

                return (string)node["SendOTPResponse"]["RequestId"];
        """);

    [Fact]
    public Task Xml() => Fix(
        """
        var xml = [|XDocument.Parse(text)|];
                return xml.Descendants("SendOTPResponse").Elements("RequestId").First().Value;
        """,
        $$"""
        var xml = XDocument.Parse(text);
                var reasonCode = xml.Descendants().FirstOrDefault(e => e.Name.LocalName == "ReasonCode")?.Value;
                {{Check}}

                return xml.Descendants("SendOTPResponse").Elements("RequestId").First().Value;
        """);
}
