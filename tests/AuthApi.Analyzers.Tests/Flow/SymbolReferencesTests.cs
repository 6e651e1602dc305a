using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AuthApi.Analyzers.Tests.Flow;

public class SymbolReferencesTests
{
    [Theory]
    [InlineData("void M(T t) => Console.WriteLine(t.Value);", "t.Value")]
    [InlineData("void M(T t) => Console.WriteLine(t?.Value);", ".Value")]
    [InlineData("void M(T t) { t.Value = 1; }", "t.Value")]
    [InlineData("T M() => new T { Value = 1 };", "Value")]
    [InlineData("T M() => new() { Value = 1 };", "Value")]
    [InlineData("void M(T t) { (t.Value, _) = (1, 2); }", "t.Value")]
    [InlineData("void M(T t) { t.@Value++; }", "t.@Value")]
    // The same name of something else.
    [InlineData("void M(Other o) => Console.WriteLine(o.Value);")]
    [InlineData("void M() { var Value = 1; Console.WriteLine(Value); }")]
    // The name where it names nothing.
    [InlineData("void M() { /* t.Value */ Console.WriteLine(\"t.Value\"); }")]
    [InlineData("void M(T t) { Console.WriteLine(t.Values); }")]
    public void Uses_of_a_property(string member, params string[] expected) =>
        Assert.Equal(expected, ReferencesTo("Value", member));

    [Fact]
    public void Code_that_is_switched_off_is_no_use() =>
        Assert.Equal(["t.Value"], ReferencesTo("Value", "void M(T t) {\n#if NEVER\nConsole.WriteLine(t.Value);\n#endif\nConsole.WriteLine(t.Value); }"));

    [Fact]
    public void A_comment_before_a_use_is_not_another_use() => Assert.Single(ReferencesTo("Value", "int M(T t) => t.\n/* Value */ Value;"));

    [Theory]
    [InlineData("void M(T t) { t.Value = 1; Console.WriteLine(t.Value); }", "t.Value")]
    [InlineData("void M(T t) { (t.Value) = 1; }", "t.Value")]
    [InlineData("void M(T t) { t.Value += 1; }", "t.Value")]
    [InlineData("T M() => new T { Value = 1 };", "Value")]
    [InlineData("void M(T t) { (t.Value, _) = (1, 2); }", "t.Value")]
    [InlineData("void M(T t) { int.TryParse(\"1\", out t.Field); }", "t.Field")]
    [InlineData("void M(T t) { Console.WriteLine(t.Value); }")]
    [InlineData("void M(T t) { var x = t.Value; var y = t.Field; }")]
    public void Writes(string member, params string[] expected) =>
        Assert.Equal(expected, Members("Value", "Field").SelectMany(name => Find(name, member, static (program, symbol) => program.WritesTo(symbol))));

    [Theory]
    [InlineData("T M() => new T(1);", "new T(1)")]
    [InlineData("T M() => new(1);", "new(1)")]
    [InlineData("T M() => new /* which? */ (1);", "new /* which? */ (1)")]
    [InlineData("sealed class Derived : T { public Derived() : base(1) { } }", ": base(1)")]
    [InlineData("sealed class Derived : T { public Derived() : base ( 1 ) { } }", ": base ( 1 )")]
    // Another constructor, another type, no creation at all.
    [InlineData("T M() => new T();")]
    [InlineData("T M() => new();")]
    [InlineData("Other M() => new(1);")]
    [InlineData("T M(T t) => t;")]
    [InlineData("object M(object o) => o is T t ? (T)o : typeof(T);")]
    public void Creations(string member, params string[] expected) =>
        Assert.Equal(expected, Find(".ctor", member, static (program, symbol) => program.ReferencesTo(symbol)));

    [Fact]
    public void A_creation_may_leave_out_optional_arguments() =>
        Assert.Equal(["new(1)", "new(1, 2)"], FindIn(
            "class T { public T(int first, int second = 0, int third = 0) { } } class C { T M() => new(1); T N() => new(1, 2); object O() => new object(); }", ".ctor", static (program, symbol) => program.ReferencesTo(symbol)));

    [Fact]
    public void The_call_of_a_delegate_is_a_use_of_the_delegate() =>
        Assert.Equal(["T.Made", "T.Made"], FindIn("class T { public static Func<int> Made = () => 1; } class C { int M() => T.Made() + T.Made.Invoke(); }", "Made", static (program, symbol) => program.ReferencesTo(symbol)));

    private static IEnumerable<string> Members(params string[] names) => names;

    private static IReadOnlyList<string> ReferencesTo(string name, string member) => Find(name, member, static (program, symbol) => program.ReferencesTo(symbol));

    private static IReadOnlyList<string> Find(string name, string member, Func<ProgramModel, ISymbol, IEnumerable<IOperation>> find) =>
        FindIn("class T { public int Value { get; set; } public int Values { get; set; } public int Field; public T() { } public T(int value) { } } class Other { public int Value { get; set; } public Other(int value) { } } class C { " + member + " }", name, find);

    /// <summary>What is found for the last member of class <c>T</c> with this name, as it is written, in source order.</summary>
    private static IReadOnlyList<string> FindIn(string source, string name, Func<ProgramModel, ISymbol, IEnumerable<IOperation>> find)
    {
        var (program, _) = FlowSource.CompileOnly(source);
        var symbol = program.Compilation.GetTypeByMetadataName("T")!.GetMembers(name).Last();
        return find(program, symbol).Select(static o => o.Syntax).OrderBy(static s => s.SpanStart).Select(static s => s.ToString()).ToList();
    }
}
