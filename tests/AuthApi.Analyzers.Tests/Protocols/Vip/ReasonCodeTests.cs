using AuthApi.Analyzers.Protocols.Vip;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols.Vip;

public sealed class ReasonCodeTests
{
    private static readonly Dictionary<string, ReasonFamily> Families = new()
    {
        ["credential-management (REST and SOAP share the code family)"] = ReasonFamily.Credential,
        ["VIP User Services (SOAP status/detail)"] = ReasonFamily.UserServices,
        ["VIP User Services, inner transactionStatus.status of pollPushStatus"] = ReasonFamily.PushTransaction,
        ["VIP voice delivery (out-of-band), decimal codes"] = ReasonFamily.VoiceDelivery,
        ["other VIP REST APIs (accounts and units), HTTP status"] = ReasonFamily.AccountRest,
    };

    private static readonly Dictionary<string, ReasonCategory> Categories = new()
    {
        ["success"] = ReasonCategory.Success, ["transient"] = ReasonCategory.Transient, ["otp"] = ReasonCategory.Otp,
        ["request"] = ReasonCategory.Request, ["state"] = ReasonCategory.State, ["notfound"] = ReasonCategory.NotFound,
        ["auth"] = ReasonCategory.Authorization, ["config"] = ReasonCategory.Configuration, ["internal"] = ReasonCategory.Internal,
    };

    [Fact]
    public void The_catalogue_is_the_fact_file_code_by_code()
    {
        var facts = FactTable.ReadJson("vip-reason-codes.json").EnumerateArray().Select(fact => string.Join(
            "\n",
            fact.GetProperty("code").GetString(),
            Families[fact.GetProperty("api").GetString()!],
            Categories[fact.GetProperty("category").GetString()!],
            fact.GetProperty("message").GetString(),
            fact.GetProperty("cause").GetString(),
            fact.GetProperty("remedy").GetString(),
            string.Join(" ", fact.GetProperty("operations").EnumerateArray().Select(operation => operation.GetString())),
            fact.GetProperty("source").GetString(),
            fact.TryGetProperty("note", out var note) ? note.GetString() : null,
            fact.GetProperty("messageConfirmed").GetBoolean())).ToArray();
        var data = ReasonCodes.All.Select(reason => string.Join(
            "\n", reason.Code, reason.Family, reason.Category, reason.Message, reason.Cause, reason.Remedy, string.Join(" ", reason.Operations), reason.Source,
            reason.Note, reason.Confidence == ReasonConfidence.Confirmed)).ToArray();

        Assert.Equal(66, facts.Length);
        Assert.Equal(facts.Order(StringComparer.Ordinal), data.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_code_means_one_thing_in_its_family() =>
        Assert.Equal(ReasonCodes.All.Count, ReasonCodes.All.Select(reason => (reason.Family, reason.Code.ToUpperInvariant())).Distinct().Count());

    [Fact]
    public void Every_operation_that_a_code_names_is_in_the_catalogue() =>
        Assert.Empty(ReasonCodes.All.SelectMany(reason => reason.Operations).Except(Operations.All.Select(operation => operation.CatalogueName)));

    [Theory]
    [InlineData("49B5", "49b5")]
    [InlineData("49b5", "49b5")]
    public void A_code_is_found_in_any_letter_case(string text, string code) => Assert.Equal(code, ReasonCodes.TryGet(text, ReasonFamily.Credential)?.Code);

    [Theory]
    [InlineData("7000")]
    [InlineData("0")]
    [InlineData("ffff")]
    [InlineData("49b5 ")]
    public void A_code_of_another_family_is_not_found(string text) => Assert.Null(ReasonCodes.TryGet(text, ReasonFamily.Credential));

    [Theory]
    [InlineData("Token ID not found", "49f2")]
    [InlineData("token id not found.", "49f2")]
    [InlineData("Success", "0000|0000|0")]
    [InlineData("", "")]
    [InlineData("Token ID not \uFFFC", "")]
    [InlineData("not found", "")]
    public void A_documented_text_leads_to_its_codes(string text, string codes) =>
        Assert.Equal(codes, string.Join("|", ReasonCodes.ByMessage(text).Select(reason => reason.Code)));

    [Theory]
    [InlineData("locked token", "4994")]
    [InlineData("not found", "49f2|7005")]
    [InlineData("ok", "")]
    public void A_piece_of_a_text_leads_to_every_code_that_has_it(string piece, string codes) =>
        Assert.Equal(codes, string.Join("|", ReasonCodes.ByMessagePiece(piece).Select(reason => reason.Code)));

    [Fact]
    public void Success_is_zero_except_for_the_start_of_a_push()
    {
        Assert.Equal("0000", ReasonCodes.SuccessOf(Operations.TryGet("Validate", VipFamily.CredentialSoap)!));
        Assert.Equal("0000", ReasonCodes.SuccessOf(Operations.TryGet("pollPushStatus", VipFamily.UserServices)!));
        Assert.Equal("6040", ReasonCodes.SuccessOf(Operations.TryGet("authenticateUserWithPush", VipFamily.UserServices)!));
    }

    [Fact]
    public void An_operation_can_answer_with_its_own_and_the_general_codes()
    {
        var validate = Codes("validate");
        Assert.Superset(new HashSet<string> { "0000", "4879", "4923", "49b5", "4990", "4994", "49f2", "4e00", "4e10" }, validate);
        Assert.DoesNotContain("4952", validate);
        Assert.DoesNotContain("4e08", validate);
        Assert.DoesNotContain("49b5", Codes("get-server-time"));
        Assert.DoesNotContain("4994", Codes("get-server-time"));
        Assert.Contains("4e08", Codes("GetActivationCode"));

        static HashSet<string> Codes(string name) => [.. ReasonCodes.Of(Operations.TryGet(name, VipFamily.CredentialRest)!).Select(reason => reason.Code)];
    }

    [Fact]
    public void Groups_of_codes_are_the_documented_ones()
    {
        Assert.Equal(["4879", "4e01", "6005", "1010"], Codes(reason => reason.IsRetryable));
        Assert.Equal(["4923"], Codes(reason => reason.NeedsSecondOtp));
        Assert.Equal(["4990", "4993", "4994", "4995", "4996", "4997", "4e11"], Codes(reason => reason.IsCredentialState));

        static IEnumerable<string> Codes(Func<ReasonCode, bool> isIn) => ReasonCodes.All.Where(isIn).Select(reason => reason.Code);
    }

    [Theory]
    [InlineData(VipFamily.CredentialRest, "4e04")]
    [InlineData(VipFamily.CredentialSoap, "4E04")]
    [InlineData(VipFamily.UserServices, "4E04")]
    internal void Each_family_has_its_letter_case(VipFamily family, string code) => Assert.Equal(code, VipFamilies.InCaseOf(family, "4e04"));
}
