using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

/// <summary>Each reason for which it is not known whether a request carries the header.</summary>
public class HeaderReasonTests
{
    private const string Url = "\"https://api.auth.adobe.com/reggie/v1/R/regcode\"";

    private static string? Reason(string source, TestReferences references = TestReferences.Default)
    {
        var tree = CSharpSyntaxTree.ParseText("using System; using System.Collections.Generic; using System.Net.Http; using System.Threading; using System.Threading.Tasks; using Microsoft.Extensions.DependencyInjection; " + source);
        var other = CSharpCompilation.Create("Other", [CSharpSyntaxTree.ParseText(Other)], TestReferences.Framework.Resolve(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        Assert.True(other.Emit(image).Success);
        var compilation = CSharpCompilation.Create(
            "Program", [tree], references.Resolve().Add(MetadataReference.CreateFromImage(image.ToArray())), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var program = ProgramModel.For(compilation);
        var options = AuthApiOptions.For(new AnalyzerOptions([]), tree);
        var requests = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(program.OperationAt).OfType<IInvocationOperation>().SelectMany(HttpRequests.For(program).At)
            .Concat(tree.GetRoot().DescendantNodes().OfType<InterfaceDeclarationSyntax>().SelectMany(i => i.Members)
                .Select(m => program.ModelFor(tree).GetDeclaredSymbol(m)).OfType<IMethodSymbol>().Select(HttpRequests.For(program).DeclaredBy).OfType<HttpRequest>());
        return HeaderQuery.Ask(program, requests.First(), "Authorization", options, default).Answer.Reason;
    }

    /// <summary>The other assembly.</summary>
    private const string Other = """
        using System.Net.Http;
        public static class Vendor
        {
            public static void Prepare(HttpRequestMessage request) { }
            public static HttpRequestMessage Stamp(this HttpRequestMessage request) => request;
            public static HttpClient Make() => null;
            public static Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddVendor(this Microsoft.Extensions.DependencyInjection.IHttpClientBuilder builder) => builder;
            public static HttpRequestMessage New() => null;
        }
        public abstract class VendorBase { protected HttpClient Http { get; } }
        public class VendorHandler : DelegatingHandler { }
        """;

    private static string? InClass(string members) => Reason($"public class C {{ const string Url = {Url}; {members} }}");

    [Fact]
    public void Handed_to_a_method_of_another_assembly() => Assert.Equal(
        "passed to 'Vendor.Prepare', which is in another assembly",
        InClass("Task M(HttpClient c) { var r = new HttpRequestMessage(HttpMethod.Post, Url); Vendor.Prepare(r); return c.SendAsync(r); }"));

    [Fact]
    public void An_extension_method_of_another_assembly() => Assert.Equal(
        "'Stamp' is an extension method of another assembly",
        InClass("Task M(HttpClient c) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Stamp(); return c.SendAsync(r); }"));

    [Fact]
    public void An_unknown_delegate_gets_the_message() => Assert.Equal(
        "passed to the delegate 'sign(r)', whose target is not known",
        InClass("Task M(HttpClient c, Action<HttpRequestMessage> sign) { var r = new HttpRequestMessage(HttpMethod.Post, Url); sign(r); return c.SendAsync(r); }"));

    [Fact]
    public void A_message_from_outside() => Assert.Equal(
        "'r' comes from outside this compilation",
        InClass("public Task M(HttpClient c, HttpRequestMessage r) => c.SendAsync(r);"));

    [Fact]
    public void An_unknown_header_name() => Assert.Equal(
        "the header name 'name' is not known",
        InClass("Task M(HttpClient c, string name) { var r = new HttpRequestMessage(HttpMethod.Post, Url); r.Headers.Add(name, \"x\"); return c.SendAsync(r); }"));

    [Fact]
    public void A_client_made_by_another_assembly() => Assert.Equal(
        "'Make' of another assembly makes the client", InClass("Task M() => Vendor.Make().PostAsync(Url, null);"));

    [Fact]
    public void A_client_held_by_another_assembly() => Assert.Equal(
        "'Http' of another assembly holds the client", InClass("class D : VendorBase { Task M() => Http.PostAsync(Url, null); }"));

    [Fact]
    public void An_unknown_handler() => Assert.Equal(
        "the handler 'handler[0]' is not known", InClass("Task M(HttpMessageHandler[] handler) => new HttpClient(handler[0]).PostAsync(Url, null);"));

    [Fact]
    public void A_handler_whose_type_is_not_known() => Assert.Equal(
        "the type of the handler is not known",
        InClass("class Typed { HttpClient c; public Typed(HttpClient c) => this.c = c; public Task M() => c.PostAsync(Url, null); } void S(IServiceCollection s) => s.AddHttpClient<Typed>().AddHttpMessageHandler(p => p.GetRequiredService<DelegatingHandler>());"));

    [Fact]
    public void A_handler_of_another_assembly() => Assert.Equal(
        "the handler 'VendorHandler' is in another assembly", InClass("Task M() => new HttpClient(new VendorHandler()).PostAsync(Url, null);"));

    [Fact]
    public void A_handler_that_answers_itself() => Assert.Equal(
        "the handler 'Fake' answers the request itself",
        InClass("class Fake : HttpMessageHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken t) => null; } Task M() => new HttpClient(new Fake()).PostAsync(Url, null);"));

    [Fact]
    public void Another_assembly_configures_the_client() => Assert.Equal(
        "'AddVendor' of another assembly configures the client",
        InClass("class Typed { HttpClient c; public Typed(HttpClient c) => this.c = c; public Task M() => c.PostAsync(Url, null); } void S(IServiceCollection s) => s.AddHttpClient<Typed>().AddVendor();"));

    [Fact]
    public void A_handler_without_visible_client() => Assert.Equal(
        "the handler 'Auth' sets it, and may belong to this client",
        InClass("class Auth : DelegatingHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken t) { r.Headers.Add(\"Authorization\", \"x\"); return base.SendAsync(r, t); } } public Task M(HttpClient c) => c.PostAsync(Url, null);"));

    [Fact]
    public void Headers_that_the_callers_pass() => Assert.Equal(
        "the callers pass the headers",
        Reason("using Refit; public interface IApi { [Post(\"/reggie/v1/R/regcode\")] Task Create([HeaderCollection] IDictionary<string, string> headers); }", TestReferences.Default | TestReferences.Refit));

    [Fact]
    public void An_unknown_delegate_configures_the_request() => Assert.Equal(
        "the delegate 'configure' is not known",
        Reason($"using RestSharp; public class C {{ public Task M(ConfigureRestClient configure) => new RestClient(configure).PostAsync(new RestRequest({Url})); }}", TestReferences.Default | TestReferences.RestSharp));

    [Fact]
    public void A_decorator_that_sets_it() => Assert.Equal(
        "'Signed' sets it, and may stand before the sender",
        Reason($$"""
            public interface ISender { Task Send(HttpRequestMessage m); }
            public class Plain : ISender { readonly HttpClient c = new(); public Task Send(HttpRequestMessage m) => c.SendAsync(m); }
            public class Api { readonly ISender sender; public Api(ISender s) => sender = s; public Task M() => sender.Send(new HttpRequestMessage(HttpMethod.Post, {{Url}})); }
            public class Signed : ISender { readonly ISender inner; public Signed(ISender i) => inner = i; public Task Send(HttpRequestMessage m) { m.Headers.TryAddWithoutValidation("Authorization", "x"); return inner.Send(m); } }
            """));
}
