using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;

namespace System.ServiceModel;

/// <summary>Stands in for WCF's channel: one POST with a SOAP 1.1 envelope for each call of the contract.</summary>
public class SoapChannel : DispatchProxy
{
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    private Uri address = null!;
    private ClientCredentials credentials = null!;

    public static T Create<T>(Uri address, ClientCredentials credentials)
        where T : class
    {
        var proxy = Create<T, SoapChannel>();
        var channel = (SoapChannel)(object)proxy;
        channel.address = address;
        channel.credentials = credentials;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var responseType = targetMethod!.ReturnType.GenericTypeArguments[0];
        return typeof(SoapChannel)
            .GetMethod(nameof(SendAsync), BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(responseType)
            .Invoke(this, [args![0]]);
    }

    private async Task<T> SendAsync<T>(object message)
        where T : new()
    {
        using var client = new HttpClient(CreateHandler());
        using var content = new StringContent(Write(message), Encoding.UTF8, "text/xml");
        content.Headers.Add("SOAPAction", "\"\"");

        using var response = await client.PostAsync(address, content);
        response.EnsureSuccessStatusCode();
        return Read<T>(await response.Content.ReadAsStringAsync());
    }

    private HttpClientHandler CreateHandler()
    {
        var handler = new HttpClientHandler();
        if (credentials.ClientCertificate.Certificate is { } certificate)
        {
            handler.ClientCertificates.Add(certificate);
        }

        return handler;
    }

    private static string Write(object message)
    {
        var (field, serializer) = Body(message.GetType());
        var body = new XDocument();
        using (var writer = body.CreateWriter())
        {
            serializer.Serialize(writer, field.GetValue(message));
        }

        return new XElement(Envelope + "Envelope", new XElement(Envelope + "Body", body.Root)).ToString(SaveOptions.DisableFormatting);
    }

    private static T Read<T>(string envelope)
        where T : new()
    {
        var (field, serializer) = Body(typeof(T));
        var body = XElement.Parse(envelope).Element(Envelope + "Body")?.Elements().FirstOrDefault()
            ?? throw new XmlException("The answer has no SOAP body.");

        object message = new T();
        using var reader = body.CreateReader();
        field.SetValue(message, serializer.Deserialize(reader));
        return (T)message;
    }

    private static (FieldInfo Field, XmlSerializer Serializer) Body(Type message)
    {
        var field = message.GetFields().Single();
        var member = field.GetCustomAttribute<MessageBodyMemberAttribute>()!;
        return (field, new XmlSerializer(field.FieldType, new XmlRootAttribute(member.Name!) { Namespace = member.Namespace }));
    }
}
