using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AuthApi.Analyzers.Tests.Options;

public class SymbolNamesTests
{
    private const string Source = """
        namespace Acme.Http
        {
            public interface IRequestSigner { void Sign(string request); void Other(); }
            public class SigningHandler { public virtual void Send(string request) { } public void Send(string request, int retries) { } }
            public class CachingHandler : SigningHandler { public override void Send(string request) { } }
            public class HmacSigner : IRequestSigner { public void Sign(string request) { } void IRequestSigner.Other() { } public void Other() { } }
            public class Typed<T> { public class Inner<U> { public void Add(T item, System.Collections.Generic.Dictionary<T, U> map) { } } }
            public static class Extensions { public static void Signed(this string request) { } }
        }
        namespace Other.Http { public class SigningHandler { public void Send(string request) { } } }
        class User { void Use(string request, Acme.Http.Typed<int>.Inner<string> typed) { Acme.Http.Extensions.Signed(request); typed.Add(1, null!); } }
        """;

    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create(
        "a", [CSharpSyntaxTree.ParseText(Source)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

    [Theory]
    [InlineData("SigningHandler", "Acme.Http.SigningHandler", true)]
    [InlineData("SigningHandler", "Other.Http.SigningHandler", true)]
    [InlineData("Acme.Http.SigningHandler", "Acme.Http.SigningHandler", true)]
    [InlineData("Acme.Http.SigningHandler", "Other.Http.SigningHandler", false)]
    [InlineData("global::Acme.Http.SigningHandler", "Acme.Http.SigningHandler", true)]
    [InlineData("T:Acme.Http.SigningHandler", "Acme.Http.SigningHandler", true)]
    [InlineData("T:Http.SigningHandler", "Acme.Http.SigningHandler", false)]
    [InlineData("M:Acme.Http.SigningHandler", "Acme.Http.SigningHandler", false)]
    [InlineData("signinghandler", "Acme.Http.SigningHandler", false)]
    [InlineData("Handler", "Acme.Http.SigningHandler", false)]
    [InlineData("Nothing,Acme.Http.SigningHandler|More", "Acme.Http.SigningHandler", true)]
    [InlineData("SigningHandler", "Acme.Http.CachingHandler", true)]
    [InlineData("CachingHandler", "Acme.Http.SigningHandler", false)]
    [InlineData("IRequestSigner", "Acme.Http.HmacSigner", true)]
    [InlineData("Acme.Http.Typed", "Acme.Http.Typed`1", true)]
    [InlineData("Acme.Http.Typed<T>", "Acme.Http.Typed`1", true)]
    [InlineData("T:Acme.Http.Typed`1", "Acme.Http.Typed`1", true)]
    [InlineData("T:Acme.Http.Typed`2", "Acme.Http.Typed`1", false)]
    [InlineData("Acme.Http.Typed.Inner", "Acme.Http.Typed`1+Inner`1", true)]
    [InlineData("Typed+Inner", "Acme.Http.Typed`1+Inner`1", true)]
    public void A_type_is_matched_by_the_end_of_its_name_or_its_id(string configured, string type, bool expected) =>
        Assert.Equal(expected, Read(configured).MatchesType(Compilation.GetTypeByMetadataName(type)!));

    [Theory]
    [InlineData("Send", 2)]
    [InlineData("SigningHandler.Send", 2)]
    [InlineData("Acme.Http.SigningHandler.Send", 2)]
    [InlineData("M:Acme.Http.SigningHandler.Send", 2)]
    [InlineData("M:Acme.Http.SigningHandler.Send(System.String)", 1)]
    [InlineData("M:Acme.Http.SigningHandler.Send(System.String,System.Int32)", 1)]
    [InlineData("T:Acme.Http.SigningHandler", 2)]
    [InlineData("SigningHandler", 2)]
    [InlineData("Other.Http.SigningHandler.Send", 0)]
    [InlineData("Post", 0)]
    public void A_method_is_matched_by_its_name_its_id_or_its_type(string configured, int overloads) =>
        Assert.Equal(overloads, Methods("Acme.Http.SigningHandler", "Send").Count(Read(configured).MatchesMethod));

    [Fact]
    public void An_override_is_matched_by_what_it_overrides() =>
        Assert.True(Read("M:Acme.Http.SigningHandler.Send(System.String)").MatchesMethod(Methods("Acme.Http.CachingHandler", "Send").Single()));

    [Fact]
    public void An_implementation_is_matched_by_the_interface_method_and_its_namesake_is_not()
    {
        Assert.True(Read("IRequestSigner.Sign").MatchesMethod(Methods("Acme.Http.HmacSigner", "Sign").Single()));
        Assert.False(Read("IRequestSigner.Other").MatchesMethod(Methods("Acme.Http.HmacSigner", "Other").Single()));
        Assert.True(Read("IRequestSigner.Other").MatchesMethod(
            Compilation.GetTypeByMetadataName("Acme.Http.HmacSigner")!.GetMembers().OfType<IMethodSymbol>().Single(m => m.ExplicitInterfaceImplementations.Length > 0)));
    }

    [Fact]
    public void An_extension_method_is_matched_in_its_reduced_form()
    {
        var signed = Methods("Acme.Http.Extensions", "Signed").Single();
        var reduced = signed.ReduceExtensionMethod(Compilation.GetSpecialType(SpecialType.System_String))!;

        Assert.True(Read("Acme.Http.Extensions.Signed").MatchesMethod(reduced));
        Assert.True(Read("M:Acme.Http.Extensions.Signed(System.String)").MatchesMethod(reduced));
    }

    [Fact]
    public void A_constructed_generic_is_matched_by_the_id_of_its_definition()
    {
        var inner = Compilation.GetTypeByMetadataName("User")!.GetMembers("Use").OfType<IMethodSymbol>().Single().Parameters[1].Type;
        var add = inner.GetMembers("Add").OfType<IMethodSymbol>().Single();

        Assert.True(Read(add.OriginalDefinition.GetDocumentationCommentId()! + ",Other").MatchesMethod(add));
    }

    [Theory]
    [InlineData("1Handler")]
    [InlineData("My Handler")]
    [InlineData("P:Acme.Http.Thing")]
    [InlineData("Acme..Handler")]
    [InlineData("Typed<")]
    [InlineData("*Handler")]
    [InlineData("T:")]
    public void What_is_no_name_is_unreadable(string configured)
    {
        Assert.True(Read(configured).IsEmpty);
        Assert.Single(OptionCatalog.AuthorizationHandlers.FindUnreadable(new DictionaryOptions((OptionCatalog.AuthorizationHandlers.Key, configured))));
    }

    [Fact]
    public void Nothing_is_matched_by_an_empty_list_or_without_a_symbol()
    {
        Assert.False(SymbolNames.Empty.MatchesType(Compilation.ObjectType));
        Assert.False(Read("Send").MatchesMethod(null));
        Assert.False(Read("Send").MatchesType(null));
    }

    private static IEnumerable<IMethodSymbol> Methods(string type, string name) =>
        Compilation.GetTypeByMetadataName(type)!.GetMembers(name).OfType<IMethodSymbol>();

    private static SymbolNames Read(string configured) =>
        OptionCatalog.AuthorizationHandlers.Read(new DictionaryOptions((OptionCatalog.AuthorizationHandlers.Key, configured)));
}
