using AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;
using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode.Sources;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

/// <summary>Answers without a class: documents, raw text, bodies that nobody reads.</summary>
public class DocumentTests
{
    private const string Members = "const string Url = \"https://services-auth.vip.symantec.com/val/soap\"; static readonly XNamespace Vip = \"https://schemas.vip.symantec.com/2006/08/vipservice\";";

    [Theory]
    [InlineData("using var doc = [|JsonDocument.Parse(json)|]; Use(doc.RootElement.GetProperty(\"SendOTPResponse\").GetProperty(\"OTP\").GetString());")]
    [InlineData("using var doc = [|JsonDocument.Parse(json)|]; log.LogInformation(doc.RootElement.GetProperty(\"SendOTPResponse\").GetProperty(\"Status\").GetProperty(\"StatusMessage\").GetString());")]
    [InlineData("var node = [|JsonNode.Parse(json)|]; Use((string)node[\"SendOTPResponse\"][\"OTP\"]);")]
    [InlineData("var token = [|Newtonsoft.Json.Linq.JObject.Parse(json)|]; Use(token[\"SendOTPResponse\"][\"OTP\"].ToString());")]
    [InlineData("var token = [|Newtonsoft.Json.Linq.JObject.Parse(json)|]; Use((string)token.SelectToken(\"SendOTPResponse.OTP\"));")]
    [InlineData("dynamic answer = [|Newtonsoft.Json.JsonConvert.DeserializeObject(json)|]; Use((string)answer.SendOTPResponse.OTP);")]
    [InlineData("var element = [|JsonSerializer.Deserialize<JsonElement>(json)|]; if (element.TryGetProperty(\"SendOTPResponse\", out var r)) Use(r.GetProperty(\"OTP\").GetString());")]
    [InlineData("var xml = [|XDocument.Parse(json)|]; Use(xml.Descendants(Vip + \"SendOTPResponse\").First().Element(Vip + \"OTP\").Value);")]
    [InlineData("var xml = new XmlDocument(); [|xml.LoadXml(json)|]; Use(xml.GetElementsByTagName(\"SendOTPResponse\")[0][\"OTP\"].InnerText);")]
    public Task A_document_of_which_the_code_is_not_read(string body) => VerifyAsync(InRest(body, "void M(string json)", Members));

    [Theory]
    [InlineData("using var doc = JsonDocument.Parse(json); var r = doc.RootElement.GetProperty(\"SendOTPResponse\"); if (r.GetProperty(\"Status\").GetProperty(\"ReasonCode\").GetString() != \"0000\") throw new Exception(); Use(r.GetProperty(\"OTP\").GetString());")]
    [InlineData("using var doc = JsonDocument.Parse(json); var r = doc.RootElement.GetProperty(\"SendOTPResponse\"); var otp = r.GetProperty(\"OTP\").GetString(); if (r.GetProperty(\"Status\").GetProperty(\"ReasonCode\").GetString() == \"0000\") Use(otp);")]
    [InlineData("var node = JsonNode.Parse(json); if ((string)node[\"SendOTPResponse\"][\"Status\"][\"ReasonCode\"] == \"0000\") Use((string)node[\"SendOTPResponse\"][\"OTP\"]);")]
    [InlineData("dynamic answer = Newtonsoft.Json.JsonConvert.DeserializeObject(json); if (answer.SendOTPResponse.Status.ReasonCode == \"0000\") Use((string)answer.SendOTPResponse.OTP);")]
    [InlineData("var token = Newtonsoft.Json.Linq.JObject.Parse(json); Check((string)token[\"SendOTPResponse\"][\"Status\"][\"ReasonCode\"]); Use(token[\"SendOTPResponse\"][\"OTP\"].ToString());")]
    [InlineData("var token = Newtonsoft.Json.Linq.JObject.Parse(json); Ensure(token); Use(token[\"SendOTPResponse\"][\"OTP\"].ToString()); void Ensure(Newtonsoft.Json.Linq.JObject o) { if ((string)o[\"SendOTPResponse\"][\"Status\"][\"ReasonCode\"] != \"0000\") throw new Exception(); }")]
    [InlineData("var token = Newtonsoft.Json.Linq.JObject.Parse(json); var name = \"Reason\" + Console.ReadLine(); Check((string)token[\"SendOTPResponse\"][\"Status\"][name]);")]
    [InlineData("var element = JsonSerializer.Deserialize<JsonElement>(json); if (element.TryGetProperty(\"SendOTPResponse\", out var r) && r.TryGetProperty(\"Status\", out var s) && s.GetProperty(\"ReasonCode\").GetString() == \"0000\") Use(r.GetProperty(\"OTP\"));")]
    [InlineData("var xml = XDocument.Parse(json); if (xml.Descendants(Vip + \"ReasonCode\").Single().Value != \"0000\") throw new Exception(); Use(xml.Descendants(Vip + \"OTP\").First().Value);")]
    [InlineData("var xml = new XmlDocument(); xml.LoadXml(json); if (xml.SelectSingleNode(\"//*[local-name()='ReasonCode']\").InnerText != \"0000\") return; Use(xml.GetElementsByTagName(\"SendOTPResponse\")[0][\"OTP\"].InnerText);")]
    [InlineData("var node = JsonNode.Parse(json); Use((string)node[\"PaymentResponse\"][\"amount\"]);")]
    public Task A_document_of_which_the_code_is_read_or_of_another_service(string body) => VerifyAsync(InRest(body, "void M(string json)", Members + " static void Check(string code) { if (code != \"0000\") throw new Exception(); }"));

    [Theory]
    [InlineData("using var response = await [|http.PostAsync(Url, content)|]; response.EnsureSuccessStatusCode();")]
    [InlineData("var response = await [|http.PostAsync(Url, content)|]; if (!response.IsSuccessStatusCode) throw new HttpRequestException();")]
    [InlineData("var response = await [|http.PostAsync(Url, content)|]; var text = await response.Content.ReadAsStringAsync(); log.LogDebug(text);")]
    [InlineData("await [|http.PostAsJsonAsync(\"https://api-auth.vip.symantec.com/activate-token\", new { })|];")]
    [InlineData("var response = await http.PostAsync(Url, content); var xml = [|XDocument.Parse(await response.Content.ReadAsStringAsync())|]; Use(xml.Root.Element(Vip + \"OTP\").Value);")]
    [InlineData("var response = await [|http.PostAsync(Url, content)|]; var secret = await response.Content.ReadFromJsonAsync<Secret>(); Use(secret.OTP);")]
    public Task A_request_to_vip_whose_answer_nobody_looks_at(string body) => VerifyAsync(InRest(body, "async Task M(HttpContent content)", Members, "class Secret { public string OTP { get; set; } }"));

    private const string Older = "System.Net.WebClient web = new(); System.Net.HttpWebRequest Request() { var r = (System.Net.HttpWebRequest)System.Net.WebRequest.Create(Url); r.Method = \"POST\"; return r; } RestSharp.RestClient rest = new(\"https://api-auth.vip.symantec.com\");";

    [Theory]
    [InlineData("[|web.UploadString(Url, \"x\")|]; return true;")]
    [InlineData("var text = [|web.UploadString(Url, \"POST\", \"x\")|]; log.LogDebug(text); return true;")]
    [InlineData("var request = Request(); using (var response = (System.Net.HttpWebResponse)[|request.GetResponse()|]) return response.StatusCode == System.Net.HttpStatusCode.OK;")]
    [InlineData("var request = Request(); using var response = await [|request.GetResponseAsync()|]; return true;")]
    [InlineData("var response = await [|rest.ExecuteAsync(new RestSharp.RestRequest(\"enable-token\", RestSharp.Method.Post))|]; return response.IsSuccessful;")]
    public Task An_answer_of_an_older_client_that_nobody_looks_at(string body) => CSharpAnalyzerVerifier<IgnoredReasonCodeAnalyzer>.VerifyAnalyzerAsync(
        InRest(body, "async Task<bool> M()", Members + Older), TestReferences.Framework | TestReferences.RestSharp);

    [Theory]
    [InlineData("https://userservices-auth.vip.symantec.com/vipuserservices/QueryService_1_10", "status")]
    [InlineData("https://services-auth.vip.symantec.com/val/soap", "ReasonCode")]
    public Task The_remedy_names_the_member_of_the_interface(string url, string member) => CSharpAnalyzerVerifier<IgnoredReasonCodeAnalyzer>.VerifyAnalyzerAsync(
        InRest($"await {{|#0:http.PostAsync(\"{url}\", content)|}};", "async Task M(HttpContent content)"),
        CSharpAnalyzerVerifier<IgnoredReasonCodeAnalyzer>.Diagnostic().WithLocation(0).WithArguments(
            "The reason code of the response of 'PostAsync' is never examined", $"read the body and compare its {member} with \"0000\" first"));

    [Theory]
    [InlineData("return web.UploadString(Url, \"x\").Contains(\"0000\");")]
    [InlineData("var text = web.UploadString(Url, \"POST\", \"x\"); return text.Length > 0 && text.Contains(\">0000<\");")]
    [InlineData("web.UploadString(\"https://gateway.example.com/val\", \"x\"); return true;")]
    [InlineData("var request = Request(); using var response = request.GetResponse(); using var reader = new System.IO.StreamReader(response.GetResponseStream()); return reader.ReadToEnd().Contains(\"0000\");")]
    [InlineData("var response = await rest.ExecuteAsync(new RestSharp.RestRequest(\"enable-token\", RestSharp.Method.Post)); return response.IsSuccessful && response.Content.Contains(\"0000\");")]
    public Task An_answer_of_an_older_client_that_somebody_looks_at(string body) => CSharpAnalyzerVerifier<IgnoredReasonCodeAnalyzer>.VerifyAnalyzerAsync(
        InRest(body, "async Task<bool> M()", Members + Older), TestReferences.Framework | TestReferences.RestSharp);

    [Theory]
    [InlineData("var response = await http.PostAsync(Url, content); return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await http.PostAsync(Url, content); return Parse(await response.Content.ReadAsStringAsync());")]
    [InlineData("var response = await http.PostAsync(Url, content); var text = await response.Content.ReadAsStringAsync(); if (!text.Contains(\"<ReasonCode>0000<\")) throw new Exception(); return text;")]
    [InlineData("using var response = await http.PostAsync(\"https://gateway.example.com/val\", content); response.EnsureSuccessStatusCode(); return null;")]
    [InlineData("using var response = await http.PostAsync(\"https://manager.vip.symantec.com/login\", content); response.EnsureSuccessStatusCode(); return null;")]
    [InlineData("using var response = await http.GetAsync(Url + \"?wsdl\"); response.EnsureSuccessStatusCode(); return null;")]
    [InlineData("var response = await http.PostAsync(Url, content); var a = await response.Content.ReadFromJsonAsync<Flat>(); return a.ReasonCode;")]
    public Task A_request_whose_answer_is_read_or_goes_elsewhere(string body) => VerifyAsync(InRest(
        body, "async Task<string> M(HttpContent content)", Members + " static string Parse(string xml) => xml;", "class Flat { public string ReasonCode { get; set; } public string OTP { get; set; } }"));
}
