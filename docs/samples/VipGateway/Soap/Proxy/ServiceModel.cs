// The part of WCF's client that Reference.cs is compiled against, so that the sample builds where the packages
// System.ServiceModel.* are out of reach. The names and shapes are WCF's; delete this file when you have the packages.

using System.Security.Cryptography.X509Certificates;
using System.ServiceModel.Channels;

namespace System.ServiceModel.Channels
{
    public abstract class Binding;
}

namespace System.ServiceModel
{
    [AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
    public sealed class ServiceContractAttribute : Attribute
    {
        public string? Namespace { get; set; }

        public string? ConfigurationName { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class OperationContractAttribute : Attribute
    {
        public string? Action { get; set; }

        public string? ReplyAction { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class XmlSerializerFormatAttribute : Attribute
    {
        public bool SupportFaults { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public sealed class ServiceKnownTypeAttribute(Type type) : Attribute
    {
        public Type Type { get; } = type;
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class MessageContractAttribute : Attribute
    {
        public bool IsWrapped { get; set; }
    }

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
    public sealed class MessageBodyMemberAttribute : Attribute
    {
        public string? Name { get; set; }

        public string? Namespace { get; set; }

        public int Order { get; set; }
    }

    public interface IClientChannel;

    public enum HttpClientCredentialType
    {
        None,
        Certificate,
    }

    public sealed class BasicHttpsBinding : Binding
    {
        public BasicHttpsSecurity Security { get; } = new();
    }

    public sealed class BasicHttpsSecurity
    {
        public HttpTransportSecurity Transport { get; } = new();
    }

    public sealed class HttpTransportSecurity
    {
        public HttpClientCredentialType ClientCredentialType { get; set; }
    }

    public sealed class EndpointAddress(string uri)
    {
        public Uri Uri { get; } = new(uri);
    }

    public sealed class ClientCredentials
    {
        public X509CertificateInitiator ClientCertificate { get; } = new();
    }

    public sealed class X509CertificateInitiator
    {
        public X509Certificate2? Certificate { get; set; }
    }

    public abstract class ClientBase<TChannel>
        where TChannel : class
    {
        protected ClientBase(Binding binding, EndpointAddress remoteAddress) =>
            Channel = SoapChannel.Create<TChannel>(remoteAddress.Uri, ClientCredentials);

        public ClientCredentials ClientCredentials { get; } = new();

        protected TChannel Channel { get; }
    }
}
