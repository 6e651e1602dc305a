using AuthApi.Analyzers.Tests.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Tests.RoslynTesting.BadCallAnalyzer>;

namespace AuthApi.Analyzers.Tests.Verifiers;

/// <summary>Each reference that a test can ask for brings what it is named for, and the states of a test mean what they say.</summary>
public class TestReferencesTests
{
    [Theory]
    [InlineData(TestReferences.Framework, "System.Net.Http.HttpClient")]
    [InlineData(TestReferences.Framework, "Microsoft.Extensions.DependencyInjection.IHttpClientBuilder")]
    [InlineData(TestReferences.Framework, "Microsoft.Extensions.Hosting.BackgroundService")]
    [InlineData(TestReferences.Framework, "Microsoft.AspNetCore.Builder.WebApplication")]
    [InlineData(TestReferences.RestSharp, "RestSharp.RestClient")]
    [InlineData(TestReferences.Flurl, "Flurl.Http.IFlurlRequest")]
    [InlineData(TestReferences.Flurl, "Flurl.Url")]
    [InlineData(TestReferences.Newtonsoft, "Newtonsoft.Json.Linq.JObject")]
    [InlineData(TestReferences.NodaTime, "NodaTime.Instant")]
    [InlineData(TestReferences.Polly, "Polly.Policy")]
    [InlineData(TestReferences.Polly, "Polly.ResiliencePipeline")]
    [InlineData(TestReferences.Reactive, "System.Reactive.Linq.Observable")]
    [InlineData(TestReferences.Wcf, "System.ServiceModel.ClientBase<System.IDisposable>")]
    public Task Type_is_there(TestReferences references, string type) =>
        Verify.VerifyAnalyzerAsync($"class C {{ System.Type M() => typeof({type}); }}", references | TestReferences.Framework);

    [Theory]
    [InlineData("RestSharp.RestClient")]
    [InlineData("Newtonsoft.Json.Linq.JObject")]
    [InlineData("System.ServiceModel.FaultException")]
    public async Task Type_is_not_there_by_default(string type)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Verify.VerifyAnalyzerAsync($"class C {{ System.Type M() => typeof({type}); }}"));
        Assert.Contains("error CS", failure.Message);
    }

    [Fact]
    public async Task Generated_service_client_compiles() => await Verify.VerifyAnalyzerAsync(
        """
        using System.ServiceModel;
        [ServiceContract(ConfigurationName = "Port")]
        public interface IPort
        {
            [OperationContract(Action = "", ReplyAction = "*"), XmlSerializerFormat(SupportFaults = true)]
            string Validate(string request);
        }
        public class PortClient : ClientBase<IPort>, IPort
        {
            public PortClient() : base(new BasicHttpBinding(BasicHttpSecurityMode.Transport), new EndpointAddress("https://x")) { }
            public string Validate(string request) => base.Channel.Validate(request);
        }
        """,
        TestReferences.Default | TestReferences.Wcf);

    [Fact]
    public async Task Package_that_is_restored_can_be_named()
    {
        var test = new Verify.Test { ReferenceAssemblies = ReferenceAssemblies.Net.Net100.AddPackages([new PackageIdentity("RestSharp", "114.1.0")]) };
        test.References = TestReferences.None;
        test.TestState.Sources.Add("class C { RestSharp.RestClient F; }");
        await test.RunAsync();
    }

    [Fact]
    public async Task Package_that_is_not_restored_fails()
    {
        var test = new Verify.Test { TestCode = "class C { }", ReferenceAssemblies = new ReferenceAssemblies("net10.0").AddPackages([new PackageIdentity("RestSharp", "1.0.0")]) };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => test.RunAsync());
        Assert.Contains("RestSharp 1.0.0 is not restored", failure.Message);
    }

    [Fact]
    public async Task Projects_refer_to_each_other_and_are_all_analyzed()
    {
        var test = new Verify.Test();
        test.TestState.Sources.Add("public class Api { public void Bad() { } }");
        test.TestState.AdditionalProjects["App"].Sources.Add("class C { void M(Api api) { [|api.Bad()|]; System.Net.Http.HttpClient c; } }");
        test.TestState.AdditionalProjects["App"].AdditionalProjectReferences.Add("TestProject");
        await test.RunAsync();
    }

    [Fact]
    public async Task Unmarked_diagnostic_in_another_project_fails()
    {
        var test = new Verify.Test { TestCode = "public class Api { public void Bad() { } }" };
        test.TestState.AdditionalProjects["App"].Sources.Add("class C { void M(Api api) { api.Bad(); } }");
        test.TestState.AdditionalProjects["App"].AdditionalProjectReferences.Add("TestProject");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => test.RunAsync());
        Assert.Contains("/App/Test0.cs(1,29,1,38)", failure.Message);
    }

    [Fact]
    public async Task Editorconfig_changes_the_severity()
    {
        var test = new Verify.Test { TestCode = "class C { void Bad() { } void M() { {|#0:Bad()|}; } }" };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TEST001.severity = error\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments("Bad").WithSeverity(DiagnosticSeverity.Error));
        await test.RunAsync();
    }

    [Fact]
    public Task Rule_that_is_off_by_default_is_on_in_its_tests() =>
        CSharpAnalyzerVerifier<OffByDefault>.VerifyAnalyzerAsync("class C { void Bad() { } void M() { [|Bad()|]; } }");

    [Fact]
    public async Task Editorconfig_changes_the_severity_of_a_rule_that_is_off_by_default()
    {
        var test = new CSharpAnalyzerVerifier<OffByDefault>.Test { TestCode = "class C { void Bad() { } void M() { {|#0:Bad()|}; } }" };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TEST002.severity = error\n"));
        test.ExpectedDiagnostics.Add(CSharpAnalyzerVerifier<OffByDefault>.Diagnostic().WithLocation(0).WithArguments("Bad").WithSeverity(DiagnosticSeverity.Error));
        await test.RunAsync();
    }

    [Fact]
    public async Task Program_may_have_top_level_statements()
    {
        var test = new Verify.Test { TestCode = "[|Bad()|];\nstatic void Bad() { }" };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        await test.RunAsync();
    }

    [Fact]
    public async Task Language_version_is_that_of_the_test()
    {
        var test = new Verify.Test { TestCode = "class C { string M(int i) => i switch { 1 => \"\", _ => null }; }", LanguageVersion = LanguageVersion.CSharp7 };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => test.RunAsync());
        Assert.Contains("error CS8107", failure.Message);
    }
}
