using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AuthApi.Analyzers.Tests.Options;

public class AuthApiOptionsTests
{
    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText("class C;");

    [Fact]
    public void Nothing_configured_gives_the_defaults()
    {
        var options = Read();

        Assert.True(options.AdobePassHosts.IsEmpty);
        Assert.True(options.AuthorizationHandlers.IsEmpty);
        Assert.False(options.AssumeAdobePass);
        Assert.Equal(TimeSpan.FromSeconds(1), options.PollingMinimum);
        Assert.Equal(4, options.FollowedCalls);
    }

    [Fact]
    public void Each_option_is_read_under_its_own_key()
    {
        Assert.True(Read(("authapi_analyzers.adobe_pass_hosts", "a.example")).AdobePassHosts.Contains("a.example"));
        Assert.True(Read(("authapi_analyzers.vip_hosts", "b.example")).VipHosts.Contains("b.example"));
        Assert.False(Read(("authapi_analyzers.authorization_handlers", "C")).AuthorizationHandlers.IsEmpty);
        Assert.False(Read(("authapi_analyzers.authorization_methods", "C")).AuthorizationMethods.IsEmpty);
        Assert.False(Read(("authapi_analyzers.reason_code_checks", "C")).ReasonCodeChecks.IsEmpty);
        Assert.False(Read(("authapi_analyzers.vip_response_types", "C")).VipResponseTypes.IsEmpty);
        Assert.True(Read(("authapi_analyzers.assume_adobe_pass", "true")).AssumeAdobePass);
        Assert.True(Read(("authapi_analyzers.assume_vip", "True")).AssumeVip);
        Assert.Equal(TimeSpan.FromSeconds(2.5), Read(("authapi_analyzers.polling_minimum_seconds", "2.5")).PollingMinimum);
        Assert.Equal(0, Read(("authapi_analyzers.followed_calls", "0")).FollowedCalls);
    }

    [Theory]
    [InlineData("authapi_analyzers.followed_calls", "9")]
    [InlineData("authapi_analyzers.followed_calls", "-1")]
    [InlineData("authapi_analyzers.followed_calls", "four")]
    [InlineData("authapi_analyzers.followed_calls", "99999999999")]
    [InlineData("authapi_analyzers.polling_minimum_seconds", "0.5")]
    [InlineData("authapi_analyzers.polling_minimum_seconds", "2,5")]
    [InlineData("authapi_analyzers.polling_minimum_seconds", "NaN")]
    [InlineData("authapi_analyzers.polling_minimum_seconds", "1e9")]
    [InlineData("authapi_analyzers.assume_vip", "yes")]
    public void An_unreadable_value_gives_the_default_and_is_found(string key, string value)
    {
        var options = Read((key, value));

        Assert.Equal(4, options.FollowedCalls);
        Assert.Equal(TimeSpan.FromSeconds(1), options.PollingMinimum);
        Assert.False(options.AssumeVip);
        var unreadable = Assert.Single(OptionCatalog.All.SelectMany(o => o.FindUnreadable(new DictionaryOptions((key, value)))));
        Assert.Equal((key, value, false), (unreadable.WrittenAs, unreadable.Text, unreadable.RestApplies));
    }

    [Fact]
    public void A_wrong_entry_leaves_the_other_entries_in_force()
    {
        var configured = ("authapi_analyzers.adobe_pass_hosts", "https://a.example/x, b.example");

        Assert.True(Read(configured).AdobePassHosts.Contains("b.example"));
        var unreadable = Assert.Single(OptionCatalog.AdobePassHosts.FindUnreadable(new DictionaryOptions(configured)));
        Assert.Equal(("https://a.example/x", true), (unreadable.Text, unreadable.RestApplies));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("unset")]
    public void An_option_taken_back_is_not_a_wrong_value(string value)
    {
        Assert.Equal(4, Read(("authapi_analyzers.followed_calls", value)).FollowedCalls);
        Assert.Empty(OptionCatalog.FollowedCalls.FindUnreadable(new DictionaryOptions(("authapi_analyzers.followed_calls", value))));
    }

    [Fact]
    public void The_msbuild_property_holds_where_the_key_is_absent()
    {
        Assert.True(Read(("build_property.AuthApiAssumeVip", "true")).AssumeVip);
        Assert.False(Read(("build_property.AuthApiAssumeVip", "true"), ("authapi_analyzers.assume_vip", "false")).AssumeVip);
        Assert.True(Read(("build_property.AuthApiAssumeVip", ""), ("authapi_analyzers.assume_vip", "true")).AssumeVip);
    }

    [Fact]
    public void A_wrong_msbuild_property_is_named_as_the_property()
    {
        var unreadable = Assert.Single(OptionCatalog.AssumeVip.FindUnreadable(new DictionaryOptions(("build_property.AuthApiAssumeVip", "1"))));

        Assert.Equal("AuthApiAssumeVip", unreadable.WrittenAs);
    }

    [Fact]
    public void Options_are_per_file_and_parsed_once()
    {
        var other = CSharpSyntaxTree.ParseText("class D;");
        var third = CSharpSyntaxTree.ParseText("class E;");
        var options = new DictionaryOptionsProvider(
            new DictionaryOptions(), (other, new DictionaryOptions(("authapi_analyzers.followed_calls", "1")))).ToAnalyzerOptions();

        Assert.Equal(4, AuthApiOptions.For(options, Tree).FollowedCalls);
        Assert.Equal(1, AuthApiOptions.For(options, other).FollowedCalls);
        Assert.Same(AuthApiOptions.For(options, Tree), AuthApiOptions.For(options, third));
        Assert.Equal(2, AuthApiOptions.AllIn(options, CSharpCompilation.Create("a", [Tree, other, third])).Count());
    }

    [Fact]
    public void An_edited_option_is_read_anew_for_the_same_file()
    {
        Assert.Equal(1, Read(("authapi_analyzers.followed_calls", "1")).FollowedCalls);
        Assert.Equal(2, Read(("authapi_analyzers.followed_calls", "2")).FollowedCalls);
    }

    [Fact]
    public void No_text_makes_reading_throw()
    {
        string[] texts = [",", "|", "(", ")", "M:", "T:A(", "*", "*.", "=", "a=", "=production", "a.b=production=staging", "`1", "A`", "{", "}", "<>", "\0", "é.ü", new string('(', 5000), "1.", ".", "+", "A..B", "global::"];

        foreach (var option in OptionCatalog.All)
        {
            foreach (var text in texts)
            {
                Read((option.Key, text));
                option.FindUnreadable(new DictionaryOptions((option.Key, text)));
            }
        }
    }

    private static AuthApiOptions Read(params (string Key, string Value)[] entries) =>
        AuthApiOptions.For(new DictionaryOptionsProvider(new DictionaryOptions(entries)).ToAnalyzerOptions(), Tree);
}
