using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;
using static AuthApi.Analyzers.Tests.Rules.AdobePass.ClientSource;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint.WrongEndpointAnalyzer, AuthApi.Analyzers.CodeFixes.Rules.AdobePass.WrongEndpoint.WrongEndpointCodeFixProvider>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.WrongEndpoint;

/// <summary>The same mistakes in other client libraries.</summary>
public class WrongEndpointLibraryTests
{
    // The shape of Refit's attributes: github.com/reactiveui/refit, README.
    private const string Refit = """
        namespace Refit
        {
            public class HttpMethodAttribute : System.Attribute { public HttpMethodAttribute(string path) { } }
            public class GetAttribute : HttpMethodAttribute { public GetAttribute(string path) : base(path) { } }
            public class PostAttribute : HttpMethodAttribute { public PostAttribute(string path) : base(path) { } }
            public class DeleteAttribute : HttpMethodAttribute { public DeleteAttribute(string path) : base(path) { } }
            public static class RestService { public static T For<T>(string url) => default; }
        }
        """;

    [Theory]
    [InlineData("{|AUTH1006:Post|}", "checkauthn", "deviceId")]
    [InlineData("Delete", "{|AUTH1006:chekauthn|}", "deviceId")]
    [InlineData("Delete", "checkauthn", "{|AUTH1006:device_id|}")]
    public Task Declared_request_Corrected_in_its_attribute(string verb, string path, string parameter) =>
        Verify.VerifyCodeFixAsync(Api(verb, path, parameter), Api("Delete", "checkauthn", "deviceId"));

    [Fact]
    public Task Declared_request_that_is_right_Silent() => Verify.VerifyAnalyzerAsync(Api("Delete", "checkauthn", "deviceId"));

    private static string Api(string verb, string path, string parameter) => Usings.Replace("Microsoft.Extensions.DependencyInjection", "Refit") + $$"""
        public interface IPass
        {
            [{{verb}}("/api/v1/logout")] Task<string> LogOut(string deviceId);
            [Get("/api/v1/{{path}}?requestor=R")] Task<string> Check(string deviceId);
            [Get("/api/v1/authorize?requestor=R&resource=r&{{parameter}}={id}")] Task<string> Authorize(string id);
            [Get("/api/v1/tokens/authn?requestor=R")] Task<string> Token(string deviceId);
        }
        public class User
        {
            readonly IPass pass = RestService.For<IPass>("https://api.auth.adobe.com");
            public async Task M() { await pass.LogOut("d"); await pass.LogOut("d"); await pass.Check("d"); await pass.Token("d"); }
        }

        """ + Refit;

    [Theory]
    [InlineData("""new RestRequest("api/v1/{|AUTH1006:chekauthn|}")""", """new RestRequest("api/v1/checkauthn")""")]
    [InlineData("""new RestRequest("api/v1/logout", {|AUTH1006:Method.Post|})""", """new RestRequest("api/v1/logout", Method.Delete)""")]
    [InlineData("""new RestRequest("api/v1/checkauthn").AddQueryParameter("{|AUTH1006:requestor_id|}", p)""", """new RestRequest("api/v1/checkauthn").AddQueryParameter("requestor", p)""")]
    [InlineData("""new RestRequest("/api/v1/checkauthn")""", null)]
    [InlineData("""new RestRequest("api/v1/logout", Method.Delete)""", null)]
    public Task RestSharp(string before, string? after)
    {
        static string Source(string request) => "using RestSharp; using System.Threading.Tasks; class C { readonly RestClient client = new RestClient(\"https://api.auth.adobe.com/\"); Task M(string p) => client.ExecuteAsync(" + request + "); }";
        return after is null ? Verify.VerifyAnalyzerAsync(Source(before), TestReferences.Default | TestReferences.RestSharp) : Verify.VerifyCodeFixAsync(Source(before), Source(after), TestReferences.Default | TestReferences.RestSharp);
    }

    [Theory]
    [InlineData("""var r = WebRequest.Create("HOSTapi/v1/logout?deviceId=d"); r.Method = {|AUTH1006:"POST"|}; r.GetResponse();""", """var r = WebRequest.Create("HOSTapi/v1/logout?deviceId=d"); r.Method = "DELETE"; r.GetResponse();""")]
    [InlineData("""new WebClient().UploadString("HOSTapi/v1/checkauthn", {|AUTH1006:"PUT"|}, p);""", """new WebClient().UploadString("HOSTapi/v1/checkauthn", {|AUTH1006:"PUT"|}, p);""")]
    [InlineData("""new WebClient().DownloadString("HOSTapi/v1/{|AUTH1006:token|}/authn");""", """new WebClient().DownloadString("HOSTapi/v1/tokens/authn");""")]
    public Task WebRequest_and_WebClient(string before, string after) => Verify.VerifyCodeFixAsync(
        InMethod("#pragma warning disable SYSLIB0014\n" + before).Replace("{ #pragma", "{\n#pragma"), InMethod("#pragma warning disable SYSLIB0014\n" + after).Replace("{ #pragma", "{\n#pragma"));
}
