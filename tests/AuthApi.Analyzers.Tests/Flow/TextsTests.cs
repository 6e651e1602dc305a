using Xunit;
using static AuthApi.Analyzers.Tests.Flow.FlowSource;

namespace AuthApi.Analyzers.Tests.Flow;

public class TextsTests
{
    [Theory]
    [InlineData("Sink(\"a\" + \"b\");", "ab")]
    [InlineData("const string a = \"x\"; Sink($\"{a}/y\");", "x/y")]
    [InlineData("var a = \"x\"; var b = a + \"/\" + 5; Sink(b);", "x/5")]
    [InlineData("Sink(string.Format(\"{0}/{1}/{0}\", \"a\", \"b\"));", "a/b/a")]
    [InlineData("Sink(string.Format(\"{{{0}}}\", \"a\"));", "{a}")]
    [InlineData("Sink(string.Concat(\"a\", \"b\", \"c\"));", "abc")]
    [InlineData("Sink(string.Join(\", \", \"a\", \"b\"));", "a, b")]
    [InlineData("var parts = new[] { \"a\", \"b\" }; Sink(string.Join(\"&\", parts));", "a&b")]
    [InlineData("var parts = new List<string> { \"a\", \"b\" }; Sink(string.Join(\"&\", parts));", "a&b")]
    [InlineData("var sb = new StringBuilder(\"a\"); sb.Append('b').Append(1); sb.AppendFormat(\"{0}!\", \"c\"); Sink(sb.ToString());", "ab1c!")]
    [InlineData("Sink(new StringBuilder().Append(\"a\").Append(\"b\").ToString());", "ab")]
    [InlineData("Sink(FormattableString.Invariant($\"a{1}\"));", "a1")]
    [InlineData("Sink(new Uri(new Uri(\"https://h/a/b\"), \"c?d=1\"));", "https://h/a/c?d=1")]
    [InlineData("Sink(new Uri(new Uri(\"https://h/a/b/\"), \"c\"));", "https://h/a/b/c")]
    [InlineData("Sink(new Uri(new Uri(\"https://h/a/b/\"), \"/c\"));", "https://h/c")]
    [InlineData("Sink(new Uri(new Uri(\"https://h\"), \"c\"));", "https://h/c")]
    [InlineData("var b = new UriBuilder(\"https://h/x?y=1\") { Path = \"a/b\", Query = \"q=2\" }; Sink(b.Uri);", "https://h/a/b?q=2")]
    [InlineData("var b = new UriBuilder(\"https://h\"); b.Path = \"/p\"; Sink(b.ToString());", "https://h/p")]
    [InlineData("Sink(new UriBuilder(\"https\", \"h\", 443, \"/p\", \"?q=1\").Uri);", "https://h/p?q=1")]
    [InlineData("Sink(new UriBuilder(\"https\", \"h\", 443, \"p\").Uri);", "https://h/p")]
    [InlineData("var s = \"a\"; s += \"b\"; Sink(s);", "ab")]
    [InlineData("Sink(\"https://h/\".TrimEnd('/') + \"/x\");", "https://h/x")]
    [InlineData("Sink(nameof(String) + string.Empty);", "String")]
    [InlineData("Sink(\"A\".ToLowerInvariant());", "a")]
    [InlineData("Sink(\"a/b\".Replace(\"/\", \".\"));", "a.b")]
    [InlineData("Sink(Uri.EscapeDataString(\"a b\"));", "a%20b")]
    [InlineData("Lazy<string> l = new Lazy<string>(() => \"x\"); Sink(l.Value);", "x")]
    [InlineData("Func<string, string> f = n => n + \"!\"; Sink(f(\"a\"));", "a!")]
    [InlineData("string F(string n) => n + \"!\"; Sink(F(\"a\"));", "a!")]
    [InlineData("var (a, b) = (\"x\", \"y\"); Sink(b);", "y")]
    [InlineData("var t = (A: \"x\", B: \"y\"); Sink(t.A);", "x")]
    [InlineData("if (\"q\" is string v) Sink(v);", "q")]
    [InlineData("var s = \"A\"; Sink(s?.ToLowerInvariant());", "a")]
    public void One_known_text(string body, string expected) => Assert.Equal([expected], TextsIn(body));

    [Theory]
    [InlineData("Sink($\"a/{p}\");", "a/*")]
    [InlineData("Sink(string.Format(\"a/{0}/b\", p));", "a/*/b")]
    [InlineData("Sink(\"q=\" + Uri.EscapeDataString(p));", "q=*")]
    [InlineData("Sink(new Uri(new Uri(p), \"c\"));", "*c")]
    [InlineData("var s = \"a\"; foreach (var c in p) s += c; Sink(s);", "*")]
    [InlineData("Sink($\"{p:N0}x\");", "*x")]
    [InlineData("Sink(new UriBuilder(\"https\", \"h\", 443, \"/p\", \"?\" + p).Uri);", "https://h/p?*")]
    [InlineData("var b = new UriBuilder(\"https://h/x\"); Add(b, p); Sink(b.Uri); void Add(UriBuilder u, string q) => u.Query = q;", "https://h/x*")]
    public void Unknown_parts_are_holes(string body, string expected) => Assert.Equal([expected], TextsIn(body, "string p"));

    [Theory]
    [InlineData("Sink(p ? \"a\" : \"b\");", "a", "b")]
    [InlineData("Sink(p switch { true => \"a\", _ => \"b\" });", "a", "b")]
    [InlineData("string s; if (p) s = \"a\"; else s = \"b\"; Sink(s + \"!\");", "a!", "b!")]
    [InlineData("var s = \"a\"; if (p) s += \"b\"; Sink(s);", "a", "ab")]
    [InlineData("var sb = new StringBuilder(\"a\"); if (p) sb.Append(\"b\"); Sink(sb.ToString());", "a", "ab")]
    [InlineData("string s = null; Sink(s ?? (p ? \"a\" : \"b\"));", "a", "b")]
    public void Every_alternative(string body, params string[] expected) => Assert.Equal(expected, TextsIn(body, "bool p"));

    [Fact]
    public void A_later_assignment_does_not_count() =>
        Assert.Equal(["a"], TextsIn("var s = \"a\"; Sink(s); s = \"b\";"));

    [Fact]
    public void An_earlier_assignment_that_is_overwritten_does_not_count() =>
        Assert.Equal(["b"], TextsIn("var s = \"a\"; s = \"b\"; Sink(s);"));

    [Theory]
    [InlineData("Sink(Host + \"/x\");", "const string Host = \"https://h\";", "https://h/x")]
    [InlineData("Sink(host);", "readonly string host; public C() { host = \"a\"; }", "a")]
    [InlineData("Sink(host);", "readonly string host; public C(string h) { host = h; } static C Make() => new C(\"a\");", "a")]
    [InlineData("Sink(Host);", "string Host => Prefix + \"b\"; static string Prefix { get; } = \"a\";", "ab")]
    [InlineData("Sink(Make(\"a\"));", "string Make(string n) { return $\"<{n}>\"; }", "<a>")]
    [InlineData("Sink(MakeAsync(\"a\").Result);", "async Task<string> MakeAsync(string n) { await Task.Yield(); return n; }", "a")]
    [InlineData("TryGet(out var s); Sink(s);", "bool TryGet(out string s) { s = \"a\"; return true; }", "a")]
    [InlineData("Sink(new Options().Url);", "class Options { public string Url { get; set; } = \"d\"; }", "d")]
    [InlineData("var o = new Options { Url = \"own\" }; Sink(o.Url);", "class Options { public string Url { get; set; } = \"d\"; }", "own")]
    [InlineData("Sink(\"/\" + new Options().Key);", "class Options { public string Key { get; set; } = \"\"; }", "/*")]
    [InlineData("var o = new R(\"x\"); Sink(o.Url);", "record R(string Url);", "x")]
    [InlineData("Sink(new D().Url());", "abstract class B { public abstract string Url(); } class D : B { public override string Url() => \"d\"; }", "d")]
    public void Through_members(string body, string members, string expected) => Assert.Equal([expected], TextsIn(body, "", members));

    [Fact]
    public void A_parameter_is_what_the_callers_pass() =>
        Assert.Equal(["/a", "/b"], Texts("class C { void Sink(object o) { } void M(string p) => Sink(\"/\" + p); void X() { M(\"a\"); M(p: \"b\"); } }"));

    [Fact]
    public void A_parameter_of_an_interface_method_is_what_callers_of_the_interface_pass() =>
        Assert.Equal(["a"], Texts("interface I { void M(string p); } class C : I { void Sink(object o) { } public void M(string p) => Sink(p); static void X(I i) => i.M(\"a\"); }"));

    [Fact]
    public void Recursion_ends() =>
        Assert.NotEmpty(Texts("class C { void Sink(object o) { } void M(string p) { M(p + \"a\"); Sink(p); } string F(string s) => s.Length > 3 ? s : F(s + \"x\"); void X() => M(F(\"\")); }"));

    [Fact]
    public void Parts_with_many_alternatives_each_are_holes_and_the_rest_stays_known()
    {
        var calls = string.Concat(Enumerable.Range(0, 5).SelectMany(static i => Enumerable.Range(0, 5).Select(j => $"M(\"v{i}\", \"p{j}\"); ")));
        Assert.Equal(["* time=1, path=*"], Texts($"class C {{ void Sink(object o) {{ }} void M(string v, string p) => Sink($\"{{v}} \" + $\"time=1, path={{p}}\"); void X() {{ {calls} }} }}"));
    }

    [Theory]
    [InlineData("private string code = \"\"; void Set(string c) { code = c; }", "Sink(\"x/\" + code);", "x/*")]
    [InlineData("private string Code { get; set; } = string.Empty; void Set() { Code = \"y\"; }", "Sink(\"x/\" + Code);", "x/y")]
    [InlineData("private string code = \"\";", "Sink(\"x/\" + code);", "x/")]
    public void Empty_text_that_a_member_begins_with(string members, string body, string expected) => Assert.Equal([expected], TextsIn(body, members: members));
}
