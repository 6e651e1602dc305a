using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Tests.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AuthApi.Analyzers.Tests.Http;

public class OtherServicesTests
{
    [Theory]
    [InlineData("$\"https://orders.example.com/{path}\"", "https://orders.example.com/*")]
    [InlineData("\"https://orders.example.com/\" + path", "https://orders.example.com/*")]
    [InlineData("new Uri(\"https://orders.example.com/\" + path)", "https://orders.example.com/*")]
    [InlineData("$\"{other}/{path}\"", "https://orders.example.com/*")]
    public void Of_an_address_of_another_service_only_the_host_is_evaluated(string address, string expected) => Assert.Equal([expected], Urls(address));

    [Theory]
    [InlineData("$\"https://api.auth.adobe.com/{path}\"", "https://api.auth.adobe.com/reggie/v1/R/regcode")]
    [InlineData("$\"https://services-auth.vip.symantec.com/{path}\"", "https://services-auth.vip.symantec.com/reggie/v1/R/regcode")]
    [InlineData("$\"/{path}\"", "/reggie/v1/R/regcode")]
    [InlineData("$\"https://{host}/{path}\"", "https://*/reggie/v1/R/regcode")]
    // The host is not over before the path begins.
    [InlineData("$\"https://api{suffix}/{path}\"", "https://api.auth.adobe.com/reggie/v1/R/regcode")]
    // What is made of the text can change the host.
    [InlineData("$\"https://HOST/{path}\".Replace(\"HOST\", \"api.auth.adobe.com\")", "https://api.auth.adobe.com/reggie/v1/R/regcode")]
    [InlineData("new Uri(\"https://orders.example.com/\" + path).PathAndQuery", "/reggie/v1/R/regcode")]
    // An address in the query of another is not the address.
    [InlineData("$\"/logout?redirect_url={$\"{other}/{path}\"}\"", "/logout?redirect_url=https://orders.example.com/reggie/v1/R/regcode")]
    public void Every_other_address_is_evaluated_as_a_whole(string address, string expected) => Assert.Equal([expected], Urls(address));

    private static IReadOnlyList<string> Urls(string address)
    {
        var (compiled, tree) = FlowSource.CompileOnly(
            "class C { const string path = \"reggie/v1/R/regcode\"; static string suffix => \".auth.adobe.com\"; static string other => \"https://orders.example.com\"; void Sink(object o) { } void M(string host) { Sink(" + address.Replace("{path}", "{Path()}").Replace("+ path", "+ Path()") + "); } static string Path() => path; }");
        // A model of its own, with options: without them any host may be a gateway to a service.
        var program = ProgramModel.For(compiled.Compilation.Clone(), new AnalyzerOptions([]));
        var sink = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single(static i => i.Expression is IdentifierNameSyntax { Identifier.ValueText: "Sink" });
        return program.UrlTextsOf(new Site(program.OperationAt(sink.ArgumentList.Arguments[0].Expression)!, null)).Select(static t => t.ToString().Replace(TextValue.Hole, '*')).ToList();
    }
}
