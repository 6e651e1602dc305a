using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

/// <summary>The requests that a source sends by the client libraries it refers to.</summary>
internal static class RequestSource
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Collections.Specialized; using System.IO; using System.Net; using System.Net.Http; using System.Text; using System.Threading; using System.Threading.Tasks; ";

    /// <summary>All requests as "VERB url", holes as <c>*</c>, sorted.</summary>
    public static string[] Requests(string source, TestReferences references = TestReferences.Framework)
    {
        var tree = CSharpSyntaxTree.ParseText(Usings + source);
        var compilation = CSharpCompilation.Create("Requests", [tree], (references | TestReferences.Framework).Resolve(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var program = ProgramModel.For(compilation);
        return tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(program.OperationAt).OfType<IInvocationOperation>()
            .SelectMany(HttpRequests.For(program).At)
            .SelectMany(static r => r.Urls.Select(u => $"{(r.Verbs.Count == 0 ? "?" : string.Join("|", r.Verbs))} {u.ToString().Replace(TextValue.Hole, '*')}"))
            .Distinct().Order(StringComparer.Ordinal).ToArray();
    }

    /// <summary>The same for the body of one method of a class.</summary>
    public static string[] InMethod(string body, TestReferences references, string usings = "", string members = "") =>
        Requests($"{usings} class C {{ {members} async Task M(string p) {{ await Task.Yield(); {body} }} }}", references);
}
