using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuthApi.Analyzers.ProtocolTests.Services.Vip;

/// <summary>
/// Credential management REST: HTTP 200, <c>{"&lt;Op&gt;Response":{"RequestId","Version","Status":{"ReasonCode","StatusMessage"},…}}</c>,
/// codes in lower case. The response is documented; verb, URL and request form are not. POST /rest/&lt;operation&gt;, the SOAP
/// names as JSON names, with or without a <c>&lt;Op&gt;Request</c> root, and a TokenId that is text or an object
/// <c>{"type":"SMS","Value":"…"}</c> are this simulation's choice.
/// </summary>
internal sealed partial class VipService
{
    private IEnumerable<ServiceEndpoint> EndpointsOfRest() => _operations.All.Select(operation =>
        new ServiceEndpoint("POST", "/rest/" + operation.RestName, request => AnswerRest(operation, request.Body)));

    private static ServiceAnswer AnswerRest(Operation operation, string body)
    {
        JsonObject? sent;
        try
        {
            sent = JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            sent = null;
        }

        if (sent is null)
            return RestAnswer("ErrorResponse", null, new OperationResult(ReasonCodes.Malformed));

        sent = sent[operation.Name + "Request"] as JsonObject ?? sent;
        var result = operation.Carry(new OperationRequest(
            name => Text(sent[name]),
            name => (sent[name] as JsonArray)?.Select(Text).OfType<string>().ToList() ?? [],
            (sent["TokenId"] as JsonObject)?["type"]?.ToString()));
        return RestAnswer(operation.Name + "Response", Text(sent["Id"]), result);
    }

    /// <summary>The value of a member; a JSON number is its digits, which is how a code loses its leading zero.</summary>
    private static string? Text(JsonNode? node) => node switch
    {
        JsonObject withType => withType["Value"]?.ToString(),
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        _ => node.ToString(),
    };

    private static ServiceAnswer RestAnswer(string root, string? requestId, OperationResult result)
    {
        var response = new JsonObject
        {
            ["RequestId"] = requestId,
            ["Version"] = "5.0",
            ["Status"] = new JsonObject { ["ReasonCode"] = result.Code, ["StatusMessage"] = ReasonCodes.Message(result.Code) },
        };
        foreach (var (path, value) in result.Payload)
        {
            var (parent, name) = path.Split('/') is [var outer, var inner]
                ? ((JsonObject)(response[outer] ??= new JsonObject()), inner)
                : (response, path);
            parent[name] = value;
        }

        return new ServiceAnswer(200, new JsonObject { [root] = response }.ToJsonString());
    }
}
