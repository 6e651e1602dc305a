using AuthApi.Analyzers.PackageTests.Infrastructure;

namespace AuthApi.Analyzers.PackageTests.Consumers;

/// <summary>The rules in projects that are not ours: reported with id, level and place, and fixed from the command line.</summary>
public sealed class RuleTests(PackedPackage package)
{
    /// <summary>What each sample project is expected to say, in the order of file and line.</summary>
    public static TheoryData<string, string[]> Samples => new()
    {
        {
            "StreamingApp",
            [
                "ActivationScreen.cs:57 AUTH1007 warning",
                "EntitlementClient.cs:62 AUTH1001 warning",
                "EntitlementClient.cs:70 AUTH1008 warning",
                "RegistrationClient.cs:25 AUTH1001 warning",
                "RequestSigner.cs:13 AUTH1002 warning",
                "SessionClient.cs:43 AUTH1001 warning",
            ]
        },
        {
            "VipGateway",
            [
                "CredentialClient.cs:29 AUTH2001 warning",
                "CredentialClient.cs:36 AUTH2001 warning",
                "CredentialClient.cs:43 AUTH2001 warning",
                "HelpDesk.cs:11 AUTH2001 warning",
                "HelpDesk.cs:18 AUTH2001 warning",
                "HelpDesk.cs:23 AUTH2007 warning",
                "SecondFactor.cs:14 AUTH2001 warning",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_shows_its_mistakes_and_is_clean_after_the_fixes(string sample, string[] expected)
    {
        using var consumer = new Consumer(package);
        consumer.CopySample(sample);

        var before = await consumer.BuildAsync(sample);
        Assert.Equal(expected, Warnings(before));
        Assert.True(before.Succeeded);

        await consumer.FormatAsync(sample);

        var after = await consumer.BuildAsync(sample);
        Assert.Empty(Warnings(after));
        Assert.True(after.Succeeded);
    }

    /// <summary>Without the advice, which a build does not print and which need not have a fix.</summary>
    private static IEnumerable<string> Warnings(BuildResult result) =>
        result.Findings.Where(finding => finding.Level != "note").Select(finding => finding.ToString());
}
