using System.Text.Json;
using AuthApi.Analyzers.ProtocolTests.Services.Vip;
using Xunit;

namespace AuthApi.Analyzers.ProtocolTests.ServiceTests;

public sealed class VipRestTests : VipTestBase
{
    private const string Token = $"\"TokenId\":\"{Id}\"";

    [Fact]
    public async Task The_answer_has_the_documented_shape()
    {
        var response = (await RestAsync("deactivate-token", Token)).GetProperty("DeactivateTokenResponse");
        Assert.Equal("req-1", response.GetProperty("RequestId").GetString());
        Assert.Equal("5.0", response.GetProperty("Version").GetString());
        Assert.Equal("0000", Code(response));
        Assert.Equal("Success", response.GetProperty("Status").GetProperty("StatusMessage").GetString());
        Assert.Equal(JsonValueKind.String, response.GetProperty("SameInitialState").ValueKind);
        Assert.Equal("false", response.GetProperty("SameInitialState").GetString());
        Assert.Equal(CredentialState.Inactive, Credential.State);
    }

    [Fact]
    public async Task A_failure_has_status_200_a_lower_case_code_and_no_payload()
    {
        var response = (await RestAsync("activate-token", "\"TokenId\":\"UNKNOWN\"")).GetProperty("ActivateTokenResponse");
        Assert.Equal("49f2", Code(response));
        Assert.False(response.TryGetProperty("SameInitialState", out _));
    }

    [Theory]
    [InlineData("5", "4e04")]
    [InlineData("v5.0", "4e04")]
    [InlineData("5.0", "0000")]
    public async Task The_form_of_the_version_is_checked(string version, string code) =>
        Assert.Equal(code, await RestCodeAsync("enable-token", Token, version));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"TokenId":"VSST12345678"}""")]
    [InlineData("""{"version":"5.0","tokenId":"VSST12345678"}""")]
    [InlineData("""{"Version":"5.0"}""")]
    [InlineData("""{"Version":"5.0","TokenId":"VSST12345678","Reason":"Cancelled"}""")]
    [InlineData("""{"Version":"5.0","TokenId":"VSST12345678901234567890123456789012345678"}""")]
    [InlineData("""{"Version":"5.0","TokenId":"VSST12345678","Id":"VSST12345678901234567890123456789012345678"}""")]
    [InlineData("""{"Version":"5.0","TokenId":{"type":"sms","Value":"15551234567"}}""")]
    public async Task A_malformed_request_is_4e00(string body)
    {
        var (status, answer) = await PostAsync("/rest/disable-token", body, "application/json");
        Assert.Equal(200, status);
        Assert.Equal("4e00", Code(JsonDocument.Parse(answer).RootElement.EnumerateObject().Single().Value));
    }

    [Fact]
    public async Task The_request_may_have_its_own_root()
    {
        var (_, answer) = await PostAsync("/rest/disable-token", $$$"""{"DisableTokenRequest":{"Version":"5.0",{{{Token}}},"Reason":"Canceled"}}""", "application/json");
        Assert.Contains("0000", answer);
        Assert.Equal(CredentialState.Disabled, Credential.State);
    }

    [Theory]
    [InlineData("New", "4995")]
    [InlineData("Disabled", "4993")]
    [InlineData("Locked", "4994")]
    [InlineData("Inactive", "4996")]
    [InlineData("Enabled", "0000")]
    public async Task Validation_needs_an_enabled_credential(string state, string code)
    {
        Credential.State = Enum.Parse<CredentialState>(state);
        Assert.Equal(code, await ValidateAsync(Credential.Otp));
    }

    [Fact]
    public async Task A_code_without_its_leading_zeros_is_wrong()
    {
        Assert.StartsWith("0", Credential.Otp);
        Assert.Equal("49b5", await ValidateAsync(Credential.Otp.TrimStart('0')));
        Assert.Equal("49b5", await RestCodeAsync("validate", $"{Token},\"OTP\":{Credential.Otp.TrimStart('0')}"));
        Assert.Equal("4e00", await ValidateAsync(Credential.Otp[..3] + " " + Credential.Otp[3..]));
        Assert.Equal("0000", await ValidateAsync(Credential.Otp));
    }

    [Fact]
    public async Task A_code_is_for_one_use()
    {
        var otp = Credential.Otp;
        Assert.Equal("0000", await ValidateAsync(otp));
        Assert.Equal("49b5", await ValidateAsync(otp));
    }

    [Fact]
    public async Task Ten_wrong_codes_lock_and_unlocking_helps()
    {
        Assert.Equal("4990", await RestCodeAsync("unlock-token", Token));
        for (var i = 0; i < Credential.MaximumBadAttempts; i++)
            Assert.Equal("49b5", await ValidateAsync("999999"));
        Assert.Equal("4994", await ValidateAsync(Credential.Otp));
        Assert.Equal("4994", await RestCodeAsync("enable-token", Token));
        Assert.Equal("0000", await RestCodeAsync("unlock-token", Token));
        Assert.Equal("0000", await ValidateAsync(Credential.Otp));
    }

    [Fact]
    public async Task A_credential_out_of_sync_needs_two_consecutive_codes()
    {
        Credential.OutOfSync = true;
        Assert.Equal("4923", await ValidateAsync(Credential.Otp));
        Assert.Equal("49b5", await SynchronizeAsync(Credential.Otp, Credential.Otp));
        Assert.Equal("4e00", await RestCodeAsync("synchronize", $"{Token},\"OTP1\":\"{Credential.Otp}\""));
        Assert.Equal("0000", await SynchronizeAsync(Credential.Otp, Credential.NextOtp));
        Assert.Equal("0000", await ValidateAsync(Credential.Otp));
    }

    [Fact]
    public async Task Check_otp_ignores_the_state_and_does_not_count()
    {
        Credential.State = CredentialState.Disabled;
        for (var i = 0; i <= Credential.MaximumBadAttempts; i++)
            Assert.Equal("49b5", await RestCodeAsync("check-otp", $"{Token},\"OTP1\":\"999999\""));
        Assert.Equal("0000", await RestCodeAsync("check-otp", $"{Token},\"OTP1\":\"{Credential.Otp}\""));
    }

    [Theory]
    [InlineData("12345", "4952")]
    [InlineData("1234567", "4952")]
    [InlineData("123-56", "4952")]
    [InlineData("123456", "0000")]
    [InlineData("", "0000")]
    public async Task A_temporary_password_is_empty_or_six_characters(string password, string code) =>
        Assert.Equal(code, await SetTemporaryPasswordAsync(password, null));

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "4953")]
    [InlineData("2025-12-31T00:00:00Z", "4953")]
    [InlineData("2026-02-01T03:04:05Z", "0000")]
    [InlineData("2026-02-01T03:04:06Z", "4953")]
    [InlineData("2026-01-02T03:30:00+01:00", "4953")]
    [InlineData("2026-01-03T00:00:00", "0000")]
    [InlineData("1/20/2026 12:00:00 AM", "4e00")]
    public async Task The_expiration_is_later_than_now_and_within_30_days(string date, string code) =>
        Assert.Equal(code, await SetTemporaryPasswordAsync("123456", date));

    [Theory]
    [InlineData("2026-01-09T03:04:05Z", "0000")]
    [InlineData("2026-01-09T03:04:06Z", "4953")]
    public async Task A_generated_password_lives_seven_days_at_most(string date, string code) =>
        Assert.Equal(code, await RestCodeAsync("generate-temporary-password", $"{Token},\"ExpirationDate\":\"{date}\""));

    [Fact]
    public async Task The_expiration_of_a_temporary_password_can_be_moved_and_read()
    {
        await SetTemporaryPasswordAsync("123456", "2026-01-03T00:00:00Z");
        Assert.Equal("4953", await RestCodeAsync("set-temporary-password-expiration", $"{Token},\"ExpirationDate\":\"2026-03-01T00:00:00Z\""));
        Assert.Equal("4e00", await RestCodeAsync("set-temporary-password-expiration", Token));
        Assert.Equal("0000", await RestCodeAsync("set-temporary-password-expiration", $"{Token},\"ExpirationDate\":\"2026-01-05T00:00:00Z\""));
        var response = (await RestAsync("get-temporary-password-expiration", Token)).GetProperty("GetTemporaryPwdExpirationResponse");
        Assert.StartsWith("2026-01-05T00:00:00", response.GetProperty("ExpirationDate").GetString());
    }

    [Fact]
    public async Task A_disabled_credential_takes_its_temporary_password_until_that_expires()
    {
        await SetTemporaryPasswordAsync("123456", "2026-01-03T03:04:05Z");
        Credential.State = CredentialState.Disabled;
        Assert.Equal("4997", await ValidateAsync(Credential.Otp));
        Assert.Equal("0000", await ValidateAsync("123456"));
        Assert.Equal("0000", await ValidateAsync("123456"));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("4993", await ValidateAsync("123456"));
    }

    [Theory]
    [InlineData(",\"OneTimeUseOnly\":true", "49b5")]
    [InlineData(",\"OneTimeUseOnly\":\"true\"", "49b5")]
    [InlineData("", "0000")]
    public async Task One_time_use_holds_only_if_it_was_sent(string field, string second)
    {
        await RestAsync("set-temporary-password", $"{Token},\"TemporaryPassword\":\"123456\"{field}");
        Assert.Equal("0000", await ValidateAsync("123456"));
        Assert.Equal(second, await ValidateAsync("123456"));
    }

    [Fact]
    public async Task A_phone_is_known_by_its_digits_and_its_type()
    {
        Service.Add("15551234567", CredentialState.New, "SMS");
        Assert.Equal("49f2", await RestCodeAsync("activate-token", "\"TokenId\":\"15551234567\""));
        Assert.Equal("49f2", await RestCodeAsync("activate-token", """
            "TokenId":{"type":"SMS","Value":"+1 555 123-4567"}
            """));
        Assert.Equal("4e1d", await RestCodeAsync("activate-token", """
            "TokenId":{"type":"SMS","Value":"15551234567"}
            """));
        Assert.Equal("0000", await RestCodeAsync("activate-token", $$"""
            "TokenId":{"type":"SMS","Value":"15551234567"},"OTP1":"{{Service.Credential("15551234567", "SMS").Otp}}"
            """));
    }

    [Theory]
    [InlineData("MOBILEPHONE", "0000")]
    [InlineData("COMPUTER", "0000")]
    [InlineData("Mobilephone", "4e08")]
    [InlineData("TABLET", "4e08")]
    public async Task The_profile_of_an_activation_code_is_one_of_two(string profile, string code) =>
        Assert.Equal(code, await RestCodeAsync("get-activation-code", $"\"ACProfile\":\"{profile}\""));

    [Fact]
    public async Task Pilot_and_production_do_not_share_credentials()
    {
        await using var pilot = new VipService(VipEnvironment.Pilot, Clock);
        await pilot.StartAsync();
        pilot.Add("PILO12345678");
        Assert.Equal("49f2", await ValidateAsync(Credential.Otp, to: pilot));
        Assert.Equal("0000", await ValidateAsync(pilot.Credential("PILO12345678").Otp, "PILO12345678", pilot));
        Assert.Equal("49f2", await ValidateAsync("012345", "PILO12345678"));
    }

    [Fact]
    public async Task Validate_multiple_names_the_fitting_credential_on_request()
    {
        Service.Add("VSST00000002", CredentialState.Locked);
        const string ids = $"\"TokenIds\":[\"{Id}\",\"VSST00000002\"]";
        var response = await RestAsync("validate-multiple", $"{ids},\"OTP\":\"{Credential.Otp}\",\"SendSuccessfulTokenId\":true");
        Assert.Equal(Id, response.GetProperty("ValidateMultipleResponse").GetProperty("SuccessfulTokenId").GetString());
        Assert.Equal("49b5", await RestCodeAsync("validate-multiple", $"{ids},\"OTP\":\"999999\""));
        Assert.Equal("4e00", await RestCodeAsync("validate-multiple", $"{Token},\"OTP\":\"{Credential.Otp}\""));
    }

    [Fact]
    public async Task Information_has_the_state_in_capitals()
    {
        var response = (await RestAsync("get-token-information", Token)).GetProperty("GetTokenInformationResponse");
        Assert.Equal("ENABLED", response.GetProperty("TokenInformation").GetProperty("TokenStatus").GetString());
    }

    [Fact]
    public async Task Other_paths_and_verbs_do_not_exist()
    {
        Assert.Equal(404, (await PostAsync("/rest/activatetoken", "{}", "application/json")).Status);
        using var client = new HttpClient();
        Assert.Equal(405, (int)(await client.GetAsync(new Uri(Service.Address, "/rest/validate"))).StatusCode);
    }

    private Task<string> SynchronizeAsync(string first, string second) =>
        RestCodeAsync("synchronize", $"{Token},\"OTP1\":\"{first}\",\"OTP2\":\"{second}\"");

    private Task<string> SetTemporaryPasswordAsync(string password, string? date) => RestCodeAsync(
        "set-temporary-password", $"{Token},\"TemporaryPassword\":\"{password}\"" + (date is null ? "" : $",\"ExpirationDate\":\"{date}\""));
}
