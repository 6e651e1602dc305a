using AuthApi.Analyzers.Protocols.AdobePass;
using Xunit;

namespace AuthApi.Analyzers.Tests.Protocols.AdobePass;

public sealed class EndpointTests
{
    [Fact]
    public void The_catalogue_is_the_fact_table_row_by_row()
    {
        var facts = FactTable.Read("adobe-endpoints.md").Select(row => string.Join(
            "|", row["verb"], row["path"], row["caller"], row["place"], row["parameters"], row["success"], row["normal"], row["errors"],
            row["authorization"], row["throttled"], row["device"], row["documented"], row["successors"]));
        var data = Endpoints.All.Select(endpoint => string.Join(
            "|", endpoint.Verb, endpoint.Path, endpoint.Caller, Place(endpoint), string.Join(" ", endpoint.Parameters.Select(Marked)),
            Numbers(endpoint.Success), Numbers(endpoint.NormalAnswers), Numbers(endpoint.Errors), Authorization(endpoint),
            endpoint.IsThrottled ? "yes" : "no", Device(endpoint), endpoint.IsDocumented ? "yes" : "no", string.Join(", ", endpoint.Successors)));

        Assert.Equal(facts.Order(StringComparer.Ordinal), data.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_successor_is_an_endpoint_of_V2() => Assert.Empty(
        Endpoints.All.SelectMany(endpoint => endpoint.Successors).Except(
            Endpoints.All.Where(endpoint => endpoint.Api == AdobePassApi.V2).Select(endpoint => endpoint.ToString())));

    [Fact]
    public void Every_endpoint_has_its_api_and_source_and_the_content_type_of_its_body()
    {
        Assert.Equal(
            [(AdobePassApi.V1, 22), (AdobePassApi.V2, 13), (AdobePassApi.ClientRegistration, 2)],
            Endpoints.All.GroupBy(endpoint => endpoint.Api).Select(group => (group.Key, group.Count())));
        Assert.All(Endpoints.All, endpoint => Assert.NotEqual("", endpoint.Source));
        Assert.All(Endpoints.All, endpoint => Assert.Equal(
            endpoint.Verb == "POST" && endpoint.Api != AdobePassApi.V1,
            endpoint.ContentType == (endpoint.Path.Contains("decisions") || endpoint.Path.EndsWith("register") ? "application/json" : "application/x-www-form-urlencoded")));
    }

    [Fact]
    public void Each_template_matches_itself_and_no_other_path()
    {
        foreach (var endpoint in Endpoints.All)
        {
            var url = "https://api.auth.adobe.com/" + endpoint.Path.Replace("{", "").Replace("}", "");
            Assert.All(Endpoints.Match(url), match => Assert.Equal(endpoint.Path, match.Endpoint.Path));
            Assert.Contains(Endpoints.Match(url), match => match.Endpoint == endpoint);
        }
    }

    private static string Numbers(IEnumerable<int> numbers) => string.Join(" ", numbers.Order());

    private static string Marked(Parameter parameter) => parameter.Name
        + parameter.Need switch
        {
            ParameterNeed.Mandatory => "!",
            ParameterNeed.MandatoryButOmitted => "!?",
            ParameterNeed.Listed => "~",
            ParameterNeed.Optional => "?",
            _ => "-",
        }
        + (parameter.Values.Count == 0 ? "" : $"({string.Join(",", parameter.Values)})");

    private static string Place(Endpoint endpoint) => string.Join(" ", endpoint.Parameters.Select(parameter => parameter.Place switch
    {
        ParameterPlace.Query => "Q",
        ParameterPlace.QueryOrForm => "QF",
        ParameterPlace.Form => "F",
        _ => "J",
    }).Distinct());

    private static string Authorization(Endpoint endpoint) => endpoint.Authorization switch
    {
        AuthorizationNeed.Required => "required",
        AuthorizationNeed.Expected => "expected",
        AuthorizationNeed.NotSent => "not sent",
        _ => "unknown",
    };

    private static string Device(Endpoint endpoint) => endpoint.DeviceInfo switch
    {
        DeviceInfoNeed.Header => "H",
        DeviceInfoNeed.HeaderOrParameter => "HP",
        DeviceInfoNeed.Optional => "O",
        _ => "",
    } + (endpoint.NeedsDeviceIdentifier ? "+id" : "");
}
