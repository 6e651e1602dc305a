using System.Xml.Linq;

namespace AuthApi.Analyzers.ProtocolTests.Services.Vip;

/// <summary>
/// VIP web services: the same operations as SOAP, the code as xs:hexBinary, which is upper case on the wire. Each operation
/// is offered on the URL of its group only; the WSDL has one port for all. An <c>ErrorResponse</c> stands for what cannot be
/// attributed to an operation of this URL.
/// </summary>
internal sealed partial class VipService
{
    private static readonly XNamespace[] s_webServices =
        ["https://schemas.vip.symantec.com/2006/08/vipservice", "http://www.verisign.com/2006/08/vipservice"];

    private IEnumerable<ServiceEndpoint> EndpointsOfWebServices() => new[] { "prov", "mgmt", "val", "txn" }.Select(group =>
        new ServiceEndpoint("POST", $"/{group}/soap", request => AnswerWebService(group, request.Body)));

    private ServiceAnswer AnswerWebService(string group, string body)
    {
        if (Soap.Message(body) is not { } message || !s_webServices.Contains(message.Name.Namespace))
            return WebServiceAnswer(s_webServices[0] + "ErrorResponse", null, new OperationResult(ReasonCodes.Malformed));

        var xmlns = message.Name.Namespace;
        var id = message.Attribute("Id")?.Value;
        if (_operations.All.FirstOrDefault(known => known.Name == message.Name.LocalName) is not { } operation)
            return WebServiceAnswer(xmlns + "ErrorResponse", id, new OperationResult(ReasonCodes.Malformed));
        if (operation.Group != group)
            return WebServiceAnswer(xmlns + "ErrorResponse", id, new OperationResult(ReasonCodes.WrongUrl));

        var result = operation.Carry(new OperationRequest(
            name => name is "Version" or "Id" ? message.Attribute(name)?.Value : message.Element(xmlns + name)?.Value,
            name => message.Elements(xmlns + name).Select(element => element.Value).ToList(),
            message.Element(xmlns + "TokenId")?.Attribute("type")?.Value));
        return WebServiceAnswer(xmlns + (operation.Name + "Response"), id, result);
    }

    private static ServiceAnswer WebServiceAnswer(XName root, string? requestId, OperationResult result)
    {
        var xmlns = root.Namespace;
        var response = new XElement(root, new XAttribute("Version", "3.1"),
            new XElement(xmlns + "Status",
                new XElement(xmlns + "ReasonCode", result.Code.ToUpperInvariant()),
                new XElement(xmlns + "StatusMessage", ReasonCodes.Message(result.Code))));
        if (requestId is not null)
            response.Add(new XAttribute("RequestId", requestId));
        foreach (var (path, value) in result.Payload)
        {
            if (path.Split('/') is not [var outer, var inner])
                response.Add(new XElement(xmlns + path, value));
            else if (response.Element(xmlns + outer) is { } parent)
                parent.Add(new XElement(xmlns + inner, value));
            else
                response.Add(new XElement(xmlns + outer, new XElement(xmlns + inner, value)));
        }

        return Soap.Answer(response);
    }
}
