using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuthApi.Analyzers.Tests.Verifiers;

/// <summary>
/// What a generated WCF client refers to. System.ServiceModel.Primitives cannot be restored from every registry, so these are
/// the declarations alone, with names, bases and parameters as documented for .NET (learn.microsoft.com, namespace System.ServiceModel).
/// </summary>
internal static class ServiceModelStub
{
    private static readonly Lazy<MetadataReference> Lazy = new(Compile);

    public static MetadataReference Reference => Lazy.Value;

    private static MetadataReference Compile()
    {
        var compilation = CSharpCompilation.Create(
            "System.ServiceModel.Primitives",
            [CSharpSyntaxTree.ParseText(Source)],
            RestoredReferences.Get("Framework"),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics));
    }

    private const string Source = """
        using System;
        using System.Threading.Tasks;
        namespace System.ServiceModel
        {
            [AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
            public sealed class ServiceContractAttribute : Attribute
            {
                public string ConfigurationName { get; set; }
                public string Name { get; set; }
                public string Namespace { get; set; }
            }
            [AttributeUsage(AttributeTargets.Method)]
            public sealed class OperationContractAttribute : Attribute
            {
                public string Action { get; set; }
                public string Name { get; set; }
                public string ReplyAction { get; set; }
                public bool AsyncPattern { get; set; }
            }
            public sealed class XmlSerializerFormatAttribute : Attribute
            {
                public bool SupportFaults { get; set; }
            }
            [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
            public sealed class FaultContractAttribute : Attribute
            {
                public FaultContractAttribute(Type detailType) { }
                public string Action { get; set; }
                public string Name { get; set; }
            }
            [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
            public sealed class MessageContractAttribute : Attribute
            {
                public bool IsWrapped { get; set; }
                public string WrapperName { get; set; }
                public string WrapperNamespace { get; set; }
            }
            [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
            public class MessageBodyMemberAttribute : Attribute
            {
                public string Name { get; set; }
                public string Namespace { get; set; }
                public int Order { get; set; }
            }
            public interface ICommunicationObject
            {
                void Open();
                void Close();
                void Abort();
            }
            public interface IClientChannel : ICommunicationObject, IDisposable { }
            public class EndpointAddress
            {
                public EndpointAddress(string uri) { }
                public EndpointAddress(Uri uri) { }
                public Uri Uri => null;
            }
            public abstract class ClientBase<TChannel> : ICommunicationObject, IDisposable where TChannel : class
            {
                protected ClientBase() { }
                protected ClientBase(System.ServiceModel.Channels.Binding binding, EndpointAddress remoteAddress) { }
                protected TChannel Channel => null;
                public System.ServiceModel.Description.ClientCredentials ClientCredentials => null;
                public System.ServiceModel.Description.ServiceEndpoint Endpoint => null;
                public IClientChannel InnerChannel => null;
                public void Open() { }
                public void Close() { }
                public void Abort() { }
                void IDisposable.Dispose() { }
            }
            public class ChannelFactory<TChannel> : IDisposable
            {
                public ChannelFactory(System.ServiceModel.Channels.Binding binding, EndpointAddress remoteAddress) { }
                public TChannel CreateChannel() => default;
                public void Close() { }
                void IDisposable.Dispose() { }
            }
            public class BasicHttpBinding : System.ServiceModel.Channels.Binding
            {
                public BasicHttpBinding() { }
                public BasicHttpBinding(BasicHttpSecurityMode securityMode) { }
                public BasicHttpSecurity Security { get; set; }
            }
            public enum BasicHttpSecurityMode { None, Transport, Message, TransportWithMessageCredential, TransportCredentialOnly }
            public enum HttpClientCredentialType { None, Basic, Digest, Ntlm, Windows, Certificate }
            public sealed class BasicHttpSecurity
            {
                public BasicHttpSecurityMode Mode { get; set; }
                public HttpTransportSecurity Transport { get; set; }
            }
            public sealed class HttpTransportSecurity
            {
                public HttpClientCredentialType ClientCredentialType { get; set; }
            }
            public class CommunicationException : SystemException
            {
                public CommunicationException() { }
                public CommunicationException(string message) : base(message) { }
            }
            public class FaultException : CommunicationException { }
            public class FaultException<TDetail> : FaultException
            {
                public TDetail Detail => default;
            }
        }
        namespace System.ServiceModel.Channels
        {
            public abstract class Binding
            {
                public string Name { get; set; }
                public TimeSpan SendTimeout { get; set; }
                public TimeSpan OpenTimeout { get; set; }
            }
        }
        namespace System.ServiceModel.Description
        {
            public class ClientCredentials
            {
                public System.ServiceModel.Security.X509CertificateInitiatorClientCredential ClientCertificate => null;
            }
            public class ServiceEndpoint
            {
                public System.ServiceModel.EndpointAddress Address { get; set; }
                public System.ServiceModel.Channels.Binding Binding { get; set; }
            }
        }
        namespace System.ServiceModel.Security
        {
            public sealed class X509CertificateInitiatorClientCredential
            {
                public System.Security.Cryptography.X509Certificates.X509Certificate2 Certificate { get; set; }
            }
        }
        """;
}
