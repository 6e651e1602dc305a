using System.Reflection;
using AuthApi.Analyzers.Protocols.Vip;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols.Vip;

public sealed class ValueConstraintTests
{
    [Fact]
    public void Every_constraint_accepts_and_rejects_what_the_fact_table_says()
    {
        var constraints = typeof(ValueConstraints).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(property => property.Name, property => (Constraint)property.GetValue(null)!);
        var facts = FactTable.Read("value-constraints.md");

        Assert.Equal(constraints.Keys.Order(), facts.Select(fact => fact["constraint"]).Distinct().Order());
        Assert.All(facts, fact => Assert.Equal(
            $"{fact["constraint"]} {fact["text"]} {fact["accepted"]}",
            $"{fact["constraint"]} {fact["text"]} {Answer(constraints[fact["constraint"]].Accepts(Text(fact)))}"));
    }

    [Theory]
    [InlineData("ab\uFFFC", null)]
    [InlineData("\uFFFC", null)]
    [InlineData("\uFFFC-\uFFFC", false)]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijk\uFFFC", false)]
    public void A_hole_leaves_it_open_unless_the_known_part_decides(string text, bool? accepted) =>
        Assert.Equal(accepted, ValueConstraints.UserServicesRequestId.Accepts(text));

    [Theory]
    [InlineData("\uFFFC")]
    [InlineData("MOBILE\uFFFC")]
    public void A_hole_in_a_listed_value_leaves_it_open(string text) => Assert.Null(ValueConstraints.RestACProfile.Accepts(text));

    [Theory]
    [InlineData("Cancelled", "Canceled")]
    [InlineData("LOST", "Lost")]
    [InlineData("Canceled", null)]
    [InlineData("Broken", null)]
    public void A_misspelt_value_is_corrected(string text, string? correction) => Assert.Equal(correction, ValueConstraints.Reason.Correction(text));

    [Theory]
    [InlineData("ACProfile", VipFamily.CredentialRest, "4e08")]
    [InlineData("OTP2", VipFamily.CredentialSoap, "4e00")]
    [InlineData("requestId", VipFamily.UserServices, "600B")]
    [InlineData("Id", VipFamily.CredentialSoap, "4e00")]
    [InlineData("Id", VipFamily.CredentialRest, null)]
    [InlineData("requestId", VipFamily.CredentialSoap, null)]
    [InlineData("OTP", VipFamily.UserServices, null)]
    [InlineData("type", VipFamily.CredentialSoap, null)]
    internal void A_member_has_the_constraint_of_its_family(string member, VipFamily family, string? failureCode) =>
        Assert.Equal(failureCode, ValueConstraints.Of(member, family)?.FailureCode);

    [Fact]
    public void The_two_schemas_differ_in_the_activation_code_profile() =>
        Assert.NotEqual(ValueConstraints.Of("ACProfile", VipFamily.CredentialRest), ValueConstraints.Of("ACProfile", VipFamily.CredentialSoap));

    private static string Text(IReadOnlyDictionary<string, string> fact) => fact["text"] switch
    {
        "<>" => "",
        ['[', .. var count, ']'] => new string('a', int.Parse(count)),
        var text when fact["constraint"] is "PhoneTokenId" or "Otp" => text.Replace('_', ' '),
        var text => text,
    };

    private static string Answer(bool? accepted) => accepted switch { true => "yes", false => "no", null => "unknown" };
}
