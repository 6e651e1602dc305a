using System.Xml;
using System.Xml.Linq;

namespace AuthApi.Analyzers.ProtocolTests.Services.Vip;

/// <summary>The envelope round the messages of both SOAP families.</summary>
internal static class Soap
{
    public static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>The first element of the body, or null when the text is no envelope.</summary>
    public static XElement? Message(string body)
    {
        try
        {
            return XDocument.Parse(body).Root is { } root && root.Name == Envelope + "Envelope"
                ? root.Element(Envelope + "Body")?.Elements().FirstOrDefault()
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Failures of the business are no SOAP faults: HTTP 200 with an ordinary message.</summary>
    public static ServiceAnswer Answer(XElement message) => new(
        200,
        new XElement(Envelope + "Envelope", new XAttribute(XNamespace.Xmlns + "S", Envelope.NamespaceName), new XElement(Envelope + "Body", message))
            .ToString(SaveOptions.DisableFormatting),
        "text/xml");
}
