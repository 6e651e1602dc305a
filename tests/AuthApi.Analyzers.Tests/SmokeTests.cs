namespace AuthApi.Analyzers.Tests;
public class SmokeTests
{
    [Xunit.Fact] public void Roslyn_loads() => Xunit.Assert.Equal(2, Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class C; class D;").GetRoot().ChildNodes().Count());
}
