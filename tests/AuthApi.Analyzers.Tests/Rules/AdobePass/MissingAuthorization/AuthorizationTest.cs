using AuthApi.Analyzers.Tests.Verifiers;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpAnalyzerVerifier<AuthApi.Analyzers.Rules.AdobePass.MissingAuthorization.MissingAuthorizationAnalyzer>;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>What the tests of AUTH1001 share: usings, the URL of a registration code, ways to verify.</summary>
public abstract class AuthorizationTest
{
    protected const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        """;

    protected const string Url = "https://api.auth.adobe.com/reggie/v1/REQ/regcode";

    /// <summary>A handler that signs, one that does not, and a typed client.</summary>
    protected const string Handlers = """
        public class Auth : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
            {
                request.Headers.TryAddWithoutValidation("Authorization", "x");
                return base.SendAsync(request, ct);
            }
        }
        public class Trace : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
            {
                request.Headers.TryAddWithoutValidation("X-Trace", "x");
                return base.SendAsync(request, ct);
            }
        }

        """;

    /// <summary>Members of one class, which has a constant <c>Url</c>.</summary>
    protected static Task InClass(string members, TestReferences references = TestReferences.Default, string usings = "", string rest = "") =>
        Verify.VerifyAnalyzerAsync(Usings + usings + $"public partial class Client {{ const string Url = \"{Url}\"; {members} }} {rest}", references);

    protected static Task InProgram(string source, TestReferences references = TestReferences.Default) => Verify.VerifyAnalyzerAsync(Usings + source, references);

    /// <summary>Several files of one project.</summary>
    protected static Task InFiles(params string[] sources)
    {
        var test = new Verify.Test();
        foreach (var source in sources)
            test.TestState.Sources.Add(Usings + source);
        return test.RunAsync();
    }

    /// <summary>A library and an application that refers to it.</summary>
    protected static Task InProjects(string library, string application)
    {
        var test = new Verify.Test();
        test.TestState.Sources.Add(Usings + library);
        test.TestState.AdditionalProjects["App"].Sources.Add(Usings + application);
        test.TestState.AdditionalProjects["App"].AdditionalProjectReferences.Add("TestProject");
        return test.RunAsync();
    }

    protected static Task InTopLevel(string statements)
    {
        var test = new Verify.Test { TestCode = Usings + statements };
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.RunAsync();
    }
}
