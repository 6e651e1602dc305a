using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AuthApi.Analyzers.ProtocolTests.Services;
using AuthApi.Analyzers.ProtocolTests.Services.Vip;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

/// <summary>A production service per test, with one enabled credential, and raw requests of the three families.</summary>
public abstract class VipTestBase : IAsyncLifetime
{
    internal const string Id = "VSST12345678";
    internal static readonly XNamespace VipNamespace = "https://schemas.vip.symantec.com/2006/08/vipservice";
    internal static readonly XNamespace UserNamespace = "https://schemas.symantec.com/vip/2011/04/vipuserservices";
    private readonly HttpClient _client = new();

    internal ManualClock Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    internal VipService Service { get; private set; } = null!;

    internal Credential Credential { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = new VipService(VipEnvironment.Production, Clock);
        await Service.StartAsync();
        Credential = Service.Add(Id);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _client.Dispose();
        await Service.DisposeAsync();
    }

    /// <summary>Posts to any path; business failures are status 200, so that is asserted where a body is wanted.</summary>
    internal async Task<(int Status, string Body)> PostAsync(string path, string body, string type, VipService? to = null)
    {
        var response = await _client.PostAsync(new Uri((to ?? Service).Address, path), new StringContent(body, Encoding.UTF8, type));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A REST call; <paramref name="fields"/> are the members after Version, as JSON text.</summary>
    internal async Task<JsonElement> RestAsync(string operation, string fields, string version = "5.0", VipService? to = null)
    {
        var (status, body) = await PostAsync("/rest/" + operation, $$"""{"Version":"{{version}}","Id":"req-1",{{fields}}}""", "application/json", to);
        Assert.Equal(200, status);
        return JsonDocument.Parse(body).RootElement;
    }

    internal async Task<string> RestCodeAsync(string operation, string fields, string version = "5.0", VipService? to = null) =>
        Code((await RestAsync(operation, fields, version, to)).EnumerateObject().Single().Value);

    internal Task<string> ValidateAsync(string otp, string id = Id, VipService? to = null) =>
        RestCodeAsync("validate", $$"""
            "TokenId":"{{id}}","OTP":"{{otp}}"
            """, to: to);

    internal static string Code(JsonElement response) => response.GetProperty("Status").GetProperty("ReasonCode").GetString()!;

    /// <summary>A SOAP call with status 200; returns the element in the body.</summary>
    internal async Task<XElement> SoapAsync(string path, XElement message)
    {
        XNamespace soap = "http://schemas.xmlsoap.org/soap/envelope/";
        var (status, body) = await PostAsync(path, new XElement(soap + "Envelope", new XElement(soap + "Body", message)).ToString(), "text/xml");
        Assert.Equal(200, status);
        return XDocument.Parse(body).Root!.Element(soap + "Body")!.Elements().Single();
    }
}
