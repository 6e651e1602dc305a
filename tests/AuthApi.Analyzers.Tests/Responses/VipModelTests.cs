using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;
using static AuthApi.Analyzers.Tests.Responses.VipSources;

namespace AuthApi.Analyzers.Tests.Responses;

public class VipModelTests
{
    [Theory]
    [InlineData("ValidateResponse", ".Status.ReasonCode")]
    [InlineData("ValidateAnswer", ".ValidateResponse.Status.ReasonCode")]
    [InlineData("SendOtpAnswer", ".SendOTPResponse.Status.ReasonCode")]
    [InlineData("SendOtpResult", ".Status.ReasonCode")]
    [InlineData("ApiResponse<ValidateAnswer>", ".Data.ValidateResponse.Status.ReasonCode")]
    public void Rest_answers_lead_to_their_code(string type, string path)
    {
        var response = ResponseOf(type, Rest + "class ApiResponse<T> { public int HttpStatus { get; set; } public T Data { get; set; } }");
        Assert.Equal((VipFamily.CredentialRest, ReasonCodeForm.Text, path), (response?.Family, response?.Form, response?.CodePath));
    }

    [Theory]
    [InlineData("VipProxy.ActivateTokenResponseType", ".Status.ReasonCode")]
    [InlineData("VipProxy.ActivateTokenResponse", ".ActivateTokenResponse1.Status.ReasonCode")]
    [InlineData("VipProxy.ResponseWithStatusType", ".Status.ReasonCode")]
    public void Web_services_answers_lead_to_their_code(string type, string path)
    {
        var response = ResponseOf(type, WebServices);
        Assert.Equal((VipFamily.CredentialSoap, ReasonCodeForm.Bytes, path), (response?.Family, response?.Form, response?.CodePath));
    }

    [Theory]
    [InlineData("UserProxy.GetUserInfoResponseType", ".status")]
    [InlineData("UserProxy.getUserInfoResponse", ".GetUserInfoResponse.status")]
    [InlineData("UserProxy.BaseResponseType", ".status")]
    public void User_services_answers_lead_to_their_code(string type, string path)
    {
        var response = ResponseOf(type, UserServices);
        Assert.Equal((VipFamily.UserServices, ReasonCodeForm.Bytes, path), (response?.Family, response?.Form, response?.CodePath));
    }

    [Theory]
    [InlineData("A", "class A { public string RequestId; public S Status; } class S { public string ReasonCode; public string StatusMessage; }")]
    [InlineData("A", "struct A { public string requestId { get; set; } public S status { get; set; } } struct S { public string reasonCode { get; set; } public string statusMessage { get; set; } }")]
    [InlineData("A", "class A { [JsonPropertyName(\"Status\")] public S Outcome { get; set; } [JsonPropertyName(\"RequestId\")] public string Id { get; set; } } class S { [JsonPropertyName(\"ReasonCode\")] public string Code { get; set; } [JsonPropertyName(\"StatusMessage\")] public string Text { get; set; } }")]
    [InlineData("EnableTokenResponse", "class EnableTokenResponse { public S Status { get; set; } } class S { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }")]
    [InlineData("A", "class Root { public A DisableTokenResponse { get; set; } } class A { public S Status { get; set; } } class S { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }")]
    [InlineData("Derived", "abstract class Base { public string RequestId { get; set; } public S Status { get; set; } } class Derived : Base { public string OTP { get; set; } } class S { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }")]
    [InlineData("IAnswer", "interface IAnswer { string RequestId { get; } S Status { get; } } class S { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }")]
    [InlineData("VipEnvelope<string>", "class VipEnvelope<T> { public string RequestId { get; set; } public S Status { get; set; } public T Payload { get; set; } } class S { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }")]
    [InlineData("ValidateResponse", "class ValidateResponse { public S Status { get; set; } public static string Host = \"https://services-auth.vip.symantec.com\"; } class S { public string ReasonCode { get; set; } }")]
    [InlineData("Envelope", "[System.Xml.Serialization.XmlRoot(Namespace = \"http://schemas.xmlsoap.org/soap/envelope/\")] class Envelope { public Body Body { get; set; } } class Body { [System.Xml.Serialization.XmlElement(Namespace = \"https://schemas.vip.symantec.com/2006/08/vipservice\")] public ValidateResponse ValidateResponse { get; set; } } class ValidateResponse { public S Status { get; set; } } class S { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }")]
    public void Shapes_of_answers(string type, string source) => Assert.NotNull(ResponseOf(type, "// Answers of VIP.\n" + source));

    [Theory]
    [InlineData("https://vip-gateway.example.com/v1", true)]
    [InlineData("https://gateway.example.com/vip/v1", true)]
    [InlineData("http://localhost:8080/", true)]
    [InlineData("http://schemas.example.com/data", true)]
    [InlineData("https://members.example.com/upgrade", false)]
    public void The_three_letters_beside_the_address_of_something_else_are_its_customers(string url, bool isVip)
    {
        var source = $"class Vips {{ const string Url = \"{url}\"; }} class Upgrade {{ public string RequestId {{ get; set; }} public S Status {{ get; set; }} }} class S {{ public string ReasonCode {{ get; set; }} public string StatusMessage {{ get; set; }} }}";
        Assert.Equal(isVip, ResponseOf("Upgrade", source) is not null);
    }

    [Theory]
    [InlineData("Capture", "class Capture { public string RequestId { get; set; } public S Status { get; set; } } class S { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }")]
    [InlineData("Shipment", "class Shipment { public string RequestId; public S Status; } struct S { public string ReasonCode; public string StatusMessage; }")]
    public void A_code_and_a_request_id_in_a_program_that_never_names_vip_are_somebody_elses(string type, string source) => Assert.Null(ResponseOf(type, source));

    [Theory]
    // MQTT: the code is a number on the acknowledgement itself.
    [InlineData("Connack", "class Connack { public byte ReasonCode { get; set; } public string ReasonString { get; set; } }")]
    // Amazon Pay: StatusDetails with a state.
    [InlineData("Charge", "class Charge { public string ChargeId { get; set; } public Details StatusDetails { get; set; } } class Details { public string State { get; set; } public string ReasonCode { get; set; } public string ReasonDescription { get; set; } }")]
    // Mastercard MDES: ActivateToken, with the code beside it.
    [InlineData("ActivateTokenResponse", "class ActivateTokenResponse { public string RequestId { get; set; } public string ReasonCode { get; set; } public string Status { get; set; } }")]
    [InlineData("Pod", "class Pod { public string Name { get; set; } public Status Status { get; set; } } class Status { public string Reason { get; set; } public string Message { get; set; } }")]
    [InlineData("Order", "class Order { public string Number { get; set; } public Status Status { get; set; } } class Status { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }")]
    [InlineData("VipService", "class VipService { public string RequestId { get; set; } public string Limousine { get; set; } public Ride Status { get; set; } } class Ride { public string Reason { get; set; } }")]
    // An e-invoicing service whose proxy has the names of User Services but not its XML namespace.
    [InlineData("AuthenticateUserResponseType", "[System.Xml.Serialization.XmlType(Namespace = \"http://einvoice.example.com\")] class AuthenticateUserResponseType { public string requestId { get; set; } public byte[] status { get; set; } public string statusMessage { get; set; } }")]
    [InlineData("Session", "class Session { public string User { get; set; } public ValidateResponse Last { get; set; } } class ValidateResponse { public string RequestId { get; set; } public S Status { get; set; } } class S { public string ReasonCode { get; set; } public string StatusMessage { get; set; } }")]
    [InlineData("List<string>", "")]
    [InlineData("string", "")]
    public void Other_types_are_no_answers(string type, string source) => Assert.Null(ResponseOf(type, source));

    [Theory]
    [InlineData("answer.ValidateResponse.Status.ReasonCode", "ValidateAnswer answer", "CredentialRest", "Text")]
    [InlineData("answer?.ValidateResponse?.Status?.ReasonCode", "ValidateAnswer answer", "CredentialRest", "Text")]
    [InlineData("status.ReasonCode", "Status status", "CredentialRest", "Text")]
    [InlineData("document.RootElement.GetProperty(\"ValidateResponse\").GetProperty(\"Status\").GetProperty(\"ReasonCode\").GetString()", "JsonDocument document", "CredentialRest", "Text")]
    [InlineData("node[\"ValidateResponse\"][\"Status\"][\"ReasonCode\"]", "JsonNode node", "CredentialRest", "Node")]
    [InlineData("(string)node[\"ValidateResponse\"][\"Status\"][\"ReasonCode\"]", "JsonNode node", "CredentialRest", "Text")]
    [InlineData("node[\"ValidateResponse\"][\"Status\"][\"ReasonCode\"].GetValue<string>()", "JsonNode node", "CredentialRest", "Text")]
    [InlineData("token[\"ValidateResponse\"][\"Status\"].Value<string>(\"ReasonCode\")", "JToken token", "CredentialRest", "Text")]
    [InlineData("token[\"ValidateResponse\"][\"Status\"].Value<int>(\"ReasonCode\")", "JToken token", "CredentialRest", "Number")]
    [InlineData("token.SelectToken(\"$.ValidateResponse.Status.ReasonCode\").ToString()", "JToken token", "CredentialRest", "Text")]
    [InlineData("token.SelectToken(\"ValidateResponse.Status.ReasonCode\").Value<string>()", "JToken token", "CredentialRest", "Text")]
    [InlineData("(string)d.ValidateResponse.Status.ReasonCode", "dynamic d", "CredentialRest", "Text")]
    [InlineData("xml.Descendants(Ns + \"ReasonCode\").First().Value", "XDocument xml", "CredentialSoap", "Text")]
    [InlineData("(string)xml.Root.Element(Ns + \"Status\").Element(Ns + \"ReasonCode\")", "XDocument xml", "CredentialSoap", "Text")]
    [InlineData("xml.SelectSingleNode(\"//*[local-name()='ReasonCode']\").InnerText", "XmlDocument xml", "CredentialSoap", "Text")]
    [InlineData("xml.GetElementsByTagName(\"ReasonCode\")[0].InnerText", "XmlDocument xml", "CredentialSoap", "Text")]
    public void Reads_of_the_code(string expression, string parameters, string family, string form)
    {
        var (model, operation) = Expression(expression, parameters);
        var read = Assert.Single(model.ReasonCodesIn(new Site(operation, null)));
        Assert.Equal((family, form), (read.Family.ToString(), read.Form.ToString()));
    }

    [Theory]
    [InlineData("var code = a.ValidateResponse.Status.ReasonCode; Sink(code);")]
    [InlineData("var s = a.ValidateResponse.Status; var code = s.ReasonCode ?? \"\"; Sink(code);")]
    [InlineData("var e = JsonDocument.Parse(\"\").RootElement.GetProperty(\"ValidateResponse\"); var s = e.GetProperty(\"Status\"); var code = s.GetProperty(\"ReasonCode\").GetString(); Sink(code);")]
    [InlineData("Sink(Code(a)); string Code(ValidateAnswer x) => x.ValidateResponse.Status.ReasonCode;")]
    public void Locals_and_helpers_are_followed(string body)
    {
        var (model, operation) = Body(body, "ValidateAnswer a", Rest);
        Assert.True(model.IsReasonCode(operation, out var family));
        Assert.Equal(VipFamily.CredentialRest, family);
    }

    [Theory]
    [InlineData("a.ValidateResponse.Status.StatusMessage")]
    [InlineData("a.ValidateResponse.RequestId")]
    [InlineData("a.ValidateResponse.Status")]
    [InlineData("k.ReasonCode")]
    [InlineData("\"0000\"")]
    public void Other_members_are_no_code(string expression)
    {
        var (model, operation) = Expression(expression, "ValidateAnswer a, Connack k");
        Assert.False(model.IsReasonCode(operation, out _));
    }

    [Theory]
    [InlineData("a.ValidateResponse.Status.StatusMessage", true)]
    [InlineData("n[\"ValidateResponse\"][\"Status\"][\"StatusMessage\"].ToString()", true)]
    [InlineData("a.ValidateResponse.Status.ReasonCode", false)]
    [InlineData("k.StatusMessage", false)]
    public void The_message_is_told_from_others(string expression, bool expected)
    {
        var (model, operation) = Expression(expression, "ValidateAnswer a, JsonNode n, Connack k");
        Assert.Equal(expected, model.IsStatusMessage(operation));
    }

    [Fact]
    public void A_document_of_another_service_has_no_code_of_vip()
    {
        var (model, operation) = Body("Sink(n[\"payment\"][\"ReasonCode\"]);", "JsonNode n", "");
        Assert.False(model.IsReasonCode(operation, out _));
    }

    [Fact]
    public void The_inner_status_of_a_push_is_told_apart()
    {
        var (model, operation) = Body("Sink(p.transactionStatus[0].status);", "UserProxy.PollPushStatusResponseType p", UserServices);
        Assert.True(Assert.Single(model.ReasonCodesIn(new Site(operation, null))).IsPushStatus);
    }

    private static ResponseType? ResponseOf(string type, string source)
    {
        var (model, operation) = Body($"Sink(default({type}));", "", source);
        return model.ResponseOf(operation.Type);
    }

    private static (VipModel Model, IOperation Operation) Expression(string expression, string parameters) => Body($"Sink({expression});", parameters, Rest + """
        class Connack { public byte ReasonCode { get; set; } public string StatusMessage { get; set; } }
        """);

    private static (VipModel Model, IOperation Operation) Body(string body, string parameters, string types)
    {
        var ns = types.Contains("Connack") ? "https://schemas.vip.symantec.com/2006/08/vipservice" : "urn:x";
        var source = Usings + "using System.Xml.XPath; using Newtonsoft.Json.Linq;" + $$"""
            class C
            {
                static readonly XNamespace Ns = "{{ns}}";
                static void Sink<T>(T value) { }
                static void M({{parameters}}) { {{body}} }
            }
            """ + types;
        var tree = CSharpSyntaxTree.ParseText(source);
        var compilation = CSharpCompilation.Create(
            "Responses", [tree], (TestReferences.Framework | TestReferences.Newtonsoft | TestReferences.Wcf).Resolve(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var sink = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single(static i => i.Expression is IdentifierNameSyntax { Identifier.ValueText: "Sink" });
        return (VipModel.For(compilation, null), ProgramModel.For(compilation).OperationAt(sink.ArgumentList.Arguments[0].Expression)!);
    }
}
