using AuthApi.Analyzers.Protocols.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols.AdobePass;

public sealed class ValueTests
{
    [Fact]
    public void Limits_and_names_are_those_of_the_fact_table()
    {
        var facts = FactTable.Read("adobe-values.md").ToDictionary(row => row["name"], row => row["value"]);
        var data = new Dictionary<string, string>
        {
            ["ttl maximum in seconds"] = $"{Limits.MaximumTtlSeconds}",
            ["ttl default in minutes"] = $"{Limits.DefaultTtlSeconds / 60}",
            ["preauthorize resources"] = $"{Limits.PreauthorizeResources}",
            ["requests per second"] = $"{Limits.RequestsPerSecond}",
            ["burst"] = $"{Limits.Burst}",
            ["wait after 429 in seconds"] = $"{Limits.MinimumDelayMilliseconds / 1000}",
            ["polling advice in seconds"] = $"{Limits.AdvisedPollingMilliseconds / 1000} to {Limits.SuggestedPollingMilliseconds / 1000}",
            ["retries at most"] = $"{Limits.MaximumRetries}",
            ["end of support of V1"] = Limits.V1EndOfSupport,
            ["media token in minutes"] = $"{Limits.MediaTokenMinutes}",
            ["fields of the signed header"] = Listed(SignedHeader.Fields),
            ["fields that are signed"] = Listed(SignedHeader.SignedFields),
            ["signature method"] = SignedHeader.Algorithm,
            ["device header"] = DeviceInfo.Header,
            ["device parameter"] = DeviceInfo.Parameter,
            ["device identifier header"] = DeviceInfo.IdentifierHeader,
            ["device identifier prefix"] = DeviceInfo.IdentifierPrefix.TrimEnd(),
            ["percent-encoded"] = Listed(Enum.GetValues<AdobePassApi>().Where(DeviceInfo.IsPercentEncoded).Select(api => api.ToString())),
            ["required keys of V1"] = Listed(DeviceInfo.RequiredKeys(AdobePassApi.V1)),
            ["required keys of V2"] = Listed(DeviceInfo.RequiredKeys(AdobePassApi.V2)),
            ["free keys"] = Listed(DeviceInfo.FreeKeys),
        };
        foreach (var (key, values) in DeviceInfo.ClosedValues)
        {
            data.Add(key, Listed(values));
        }

        Assert.Equal(facts.OrderBy(fact => fact.Key), data.OrderBy(entry => entry.Key));
    }

    [Fact]
    public void The_identifier_prefix_ends_with_its_blank() => Assert.Equal("fingerprint ", DeviceInfo.IdentifierPrefix);

    private static string Listed(IEnumerable<string> values) => string.Join(", ", values);
}
