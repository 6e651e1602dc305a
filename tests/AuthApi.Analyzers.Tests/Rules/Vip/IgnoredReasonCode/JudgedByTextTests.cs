using Xunit;
using static AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode.Sources;

namespace AuthApi.Analyzers.Tests.Rules.Vip.IgnoredReasonCode;

/// <summary>Where the text decides in place of the code, AUTH2004 says so, at the condition; one cause is one diagnostic.</summary>
public class JudgedByTextTests
{
    private const string Types = """
        static class Texts { public static bool IsFine(string text) => text == "Success"; public static void Show(string text) => Console.WriteLine(text); }
        """;

    [Theory]
    [InlineData("var answer = await api.ValidateAsync(\"t\", \"1\"); if (answer.ValidateResponse.Status.StatusMessage != \"Success\") throw new Exception();")]
    [InlineData("var answer = await api.SendOtpAsync(\"t\"); if (answer.SendOTPResponse.Status.StatusMessage == \"Success\") Use(answer.SendOTPResponse.OTP);")]
    [InlineData("var answer = await api.ValidateAsync(\"t\", \"1\"); var text = answer?.ValidateResponse?.Status?.StatusMessage; if (text == null || !text.StartsWith(\"Succ\")) throw new Exception();")]
    [InlineData("var answer = await api.ValidateAsync(\"t\", \"1\"); if (answer is { ValidateResponse.Status.StatusMessage: \"Success\" }) Use(1);")]
    [InlineData("var answer = await api.ValidateAsync(\"t\", \"1\"); Use(answer.ValidateResponse.Status.StatusMessage switch { \"Success\" => 1, _ => 2 });")]
    [InlineData("var answer = await api.ValidateAsync(\"t\", \"1\"); if (System.Text.RegularExpressions.Regex.IsMatch(answer.ValidateResponse.Status.StatusMessage, \"Success\")) Use(1);")]
    [InlineData("var answer = await api.ValidateAsync(\"t\", \"1\"); if (Texts.IsFine(answer.ValidateResponse.Status.StatusMessage)) Use(1);")]
    [InlineData("var answer = await api.ValidateAsync(\"t\", \"1\"); if (IsFine(answer)) Use(1); bool IsFine(ValidateAnswer a) => a.ValidateResponse.Status.StatusMessage == \"Success\";")]
    [InlineData("using var doc = JsonDocument.Parse(\"{}\"); if (doc.RootElement.GetProperty(\"SendOTPResponse\").GetProperty(\"Status\").GetProperty(\"StatusMessage\").GetString() == \"Success\") Use(1);")]
    public Task The_text_decides(string body) => VerifyAsync(InRest(body, types: Types));

    [Theory]
    [InlineData("var answer = await [|api.ValidateAsync(\"t\", \"1\")|]; log.LogInformation(answer.ValidateResponse.Status.StatusMessage);")]
    [InlineData("var answer = await [|api.ValidateAsync(\"t\", \"1\")|]; Texts.Show(answer.ValidateResponse.Status.StatusMessage);")]
    [InlineData("var answer = await [|api.ValidateAsync(\"t\", \"1\")|]; if (answer.ValidateResponse.Status.StatusMessage != null) Use(1);")]
    [InlineData("var answer = await [|api.ValidateAsync(\"t\", \"1\")|]; var other = Console.ReadLine(); if (other == \"Success\") Use(answer.ValidateResponse.Status.StatusMessage);")]
    [InlineData("var first = await api.ValidateAsync(\"t\", \"1\"); var second = await [|api.ValidateAsync(\"t\", \"2\")|]; if (first.ValidateResponse.Status.StatusMessage == \"Success\") Use(second.ValidateResponse.Status.StatusMessage);")]
    public Task The_text_is_shown_only(string body) => VerifyAsync(InRest(body, types: Types));
}
