using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.Vip.StatusMessageDecides.StatusMessageDecidesAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.Vip.StatusMessageDecides;

public class SilentTests
{
    [Theory]
    [InlineData("""Console.WriteLine(status.StatusMessage); return status.ReasonCode == "0000";""")]
    [InlineData("""Console.WriteLine($"VIP: {status.ReasonCode} {status.StatusMessage}"); return null;""")]
    [InlineData("""throw new InvalidOperationException(status.StatusMessage);""")]
    [InlineData("""if (status.ReasonCode != "0000") throw new InvalidOperationException(status.ReasonCode + ": " + status.StatusMessage); return null;""")]
    [InlineData("""return status.StatusMessage;""")]
    [InlineData("""var text = status.StatusMessage ?? "no text"; return text.ToUpperInvariant();""")]
    [InlineData("""Last = status.StatusMessage; return Last;""")]
    [InlineData("""return status.StatusMessage.Substring(0, status.StatusMessage.IndexOf('.') + 1);""")]
    [InlineData("""return status.StatusMessage.Split('.').Length;""")]
    [InlineData("""return status.StatusMessage.Replace("token", "credential");""")]
    [InlineData("""return Texts.TryGetValue(status.StatusMessage, out var translated) ? translated : status.StatusMessage;""")]
    [InlineData("""return Texts[status.StatusMessage];""")]
    [InlineData("""return ResourceIds.TryGetValue(status.StatusMessage, out var id) ? id : 0;""")]
    [InlineData("""return System.Text.RegularExpressions.Regex.Replace(status.StatusMessage, "[0-9]", "x");""")]
    [InlineData("""return string.Join(", ", new[] { answer }.Select(a => a.Status.StatusMessage).OrderBy(t => t));""")]
    public Task Shown_logged_stored_translated(string body) => Verify.VerifyAnalyzerAsync(VipAnswers.Method(body, """
        public string Last { get; set; }
        private static readonly Dictionary<string, string> Texts = new() { ["Success"] = "Erfolg" };
        private static readonly Dictionary<string, int> ResourceIds = new() { ["Success"] = 1201 };
        """));

    [Theory]
    [InlineData("""status.StatusMessage == null""")]
    [InlineData("""status.StatusMessage is null""")]
    [InlineData("""status.StatusMessage is { Length: > 0 }""")]
    [InlineData("""status.StatusMessage != "" """)]
    [InlineData("""status.StatusMessage == string.Empty""")]
    [InlineData("""string.IsNullOrEmpty(status.StatusMessage)""")]
    [InlineData("""string.IsNullOrWhiteSpace(status.StatusMessage) ? "no text" : status.StatusMessage""")]
    [InlineData("""status.StatusMessage.Length > 100""")]
    [InlineData("""status.StatusMessage == other""")]
    [InlineData("""status.StatusMessage.Equals(soap.StatusMessage)""")]
    [InlineData("""soap.ErrorDetail != soap.StatusMessage""")]
    [InlineData("""new List<string>().Contains(status.StatusMessage)""")]
    public Task Whether_there_is_a_text_or_another_one(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Theory]
    [InlineData("""status.ReasonCode == "0000" """)]
    [InlineData("""answer is { Status.ReasonCode: "0000" }""")]
    [InlineData("""answer.RequestId == "Success" """)]
    [InlineData("""other == "Success" """)]
    [InlineData("""other.Contains("locked")""")]
    [InlineData("""nameof(status.StatusMessage) == "StatusMessage" """)]
    [InlineData("""(answer == null ? other : status.StatusMessage) == "Success" """)]
    [InlineData("""new Exception(status.StatusMessage).Message == "Success" """)]
    [InlineData("""string.Equals(status.ReasonCode, "49b5", StringComparison.OrdinalIgnoreCase)""")]
    [InlineData("""new[] { answer }.Any(a => a.Status.ReasonCode == "0000")""")]
    [InlineData("""new[] { answer }.OrderBy(a => a.Status.StatusMessage).First().Status.ReasonCode == "0000" """)]
    [InlineData("""new[] { answer }.GroupBy(a => a.Status.StatusMessage).Count() == 1""")]
    [InlineData("""soap.ReasonCode.SequenceEqual(new byte[] { 0, 0 }) ? null : soap.ErrorDetail""")]
    [InlineData("""JsonDocument.Parse(other).RootElement.GetProperty("ValidateResponse").GetProperty("Status").GetProperty("ReasonCode").GetString() == "0000" """)]
    [InlineData("""JsonDocument.Parse(other).RootElement.GetProperty("ValidateResponse").GetProperty("Status").TryGetProperty("StatusMessage", out _)""")]
    [InlineData("""System.Text.RegularExpressions.Regex.IsMatch(answer.RequestId, "Success")""")]
    public Task Conditions_on_something_else(string condition) => Verify.VerifyAnalyzerAsync(VipAnswers.Expression(condition));

    [Theory]
    [InlineData("public class Health { public string StatusMessage { get; set; } public string Version { get; set; } public bool Ok => StatusMessage == \"OK\"; }")]
    [InlineData("public class Job { public string Id { get; set; } public JobStatus Status { get; set; } public bool Ok => Status.StatusMessage == \"Success\"; } public class JobStatus { public int Code { get; set; } public string StatusMessage { get; set; } }")]
    [InlineData("public class Upload { public string statusMessage { get; set; } public string requestId { get; set; } public bool Ok => statusMessage.Contains(\"ok\"); }")]
    [InlineData("public class Problem { public string ErrorDetail { get; set; } public string ReasonCode { get; set; } public bool Late => ErrorDetail.Contains(\"timeout\"); }")]
    [InlineData("public class Element { public bool Ok(JsonElement e) => e.GetProperty(\"StatusMessage\").GetString() == \"OK\"; } public class Mqtt { public string ReasonCode; }")]
    public Task Other_services(string source) => Verify.VerifyAnalyzerAsync(VipAnswers.Usings + source);
}
