using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AuthApi.Analyzers.Tests.Flow;

/// <summary>Compiles a source and asks the flow services about the argument of its one call of <c>Sink(…)</c>.</summary>
internal static class FlowSource
{
    private static readonly IReadOnlyList<MetadataReference> References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll")
        .Select(static p => (MetadataReference)MetadataReference.CreateFromFile(p))
        .ToList();

    public static (ProgramModel Program, SyntaxTree Tree) CompileOnly(string source)
    {
        const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Net.Http.Json; using System.Text; using System.Threading.Tasks; ";
        var tree = CSharpSyntaxTree.ParseText(Usings + source);
        var compilation = CSharpCompilation.Create("Flow", [tree], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        return (ProgramModel.For(compilation), tree);
    }

    public static (ProgramModel Program, Site Argument) Compile(string source)
    {
        var (program, tree) = CompileOnly(source);
        var sink = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Single(static i => i.Expression is IdentifierNameSyntax { Identifier.ValueText: "Sink" });
        return (program, new Site(program.OperationAt(sink.ArgumentList.Arguments[0].Expression)!, null));
    }

    /// <summary>The texts of the argument, holes as <c>*</c>, in alphabetical order.</summary>
    public static string[] Texts(string source)
    {
        var (program, argument) = Compile(source);
        return program.TextsOf(argument).Select(static t => t.ToString().Replace(TextValue.Hole, '*')).Order(StringComparer.Ordinal).ToArray();
    }

    /// <summary>The same for the body of one method <c>M</c> of a class, with parameters and members around it.</summary>
    public static string[] TextsIn(string body, string parameters = "", string members = "") =>
        Texts($"class C {{ void Sink(object o) {{ }} {members} void M({parameters}) {{ {body} }} }}");
}
