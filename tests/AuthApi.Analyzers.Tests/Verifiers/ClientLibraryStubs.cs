using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuthApi.Analyzers.Tests.Verifiers;

/// <summary>
/// HTTP client libraries that cannot be restored from every registry: declarations alone, each with the page that its names,
/// parameters and bases were learnt from. Compiled, so that to a test they are other people's assemblies.
/// </summary>
internal static class ClientLibraryStubs
{
    private static readonly Lazy<MetadataReference> LazyRefit = new(() => Compile("Refit", Refit));
    private static readonly Lazy<MetadataReference> LazyWindows = new(() => Compile("Windows.Web", Windows));
    private static readonly Lazy<MetadataReference> LazyUnity = new(() => Compile("UnityEngine.UnityWebRequestModule", Unity));
    private static readonly Lazy<MetadataReference> LazyRestSharp106 = new(() => Compile("RestSharp", RestSharp106));

    public static MetadataReference RefitReference => LazyRefit.Value;

    public static MetadataReference WindowsReference => LazyWindows.Value;

    public static MetadataReference UnityReference => LazyUnity.Value;

    public static MetadataReference RestSharp106Reference => LazyRestSharp106.Value;

    private static MetadataReference Compile(string assembly, string source)
    {
        var compilation = CSharpCompilation.Create(
            assembly, [CSharpSyntaxTree.ParseText("using System; using System.Collections.Generic; using System.Net.Http; using System.Threading; using System.Threading.Tasks; " + source)],
            RestoredReferences.Get("Framework"), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics));
    }

    /// <summary>github.com/reactiveui/refit: README.md, Refit/Attributes.cs, Refit/RefitSettings.cs, Refit.HttpClientFactory.</summary>
    private const string Refit = """
        namespace Refit
        {
            public abstract class HttpMethodAttribute : Attribute { protected HttpMethodAttribute(string path) { } }
            public class GetAttribute : HttpMethodAttribute { public GetAttribute(string path) : base(path) { } }
            public class PostAttribute : HttpMethodAttribute { public PostAttribute(string path) : base(path) { } }
            public class DeleteAttribute : HttpMethodAttribute { public DeleteAttribute(string path) : base(path) { } }
            [AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
            public class HeadersAttribute : Attribute { public HeadersAttribute(params string[] headers) { } }
            [AttributeUsage(AttributeTargets.Parameter)]
            public class HeaderAttribute : Attribute { public HeaderAttribute(string header) { } }
            [AttributeUsage(AttributeTargets.Parameter)]
            public class HeaderCollectionAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.Parameter)]
            public class AuthorizeAttribute : Attribute { public AuthorizeAttribute(string scheme = "Bearer") { } }
            public enum BodySerializationMethod { Default, Json, UrlEncoded, Serialized }
            [AttributeUsage(AttributeTargets.Parameter)]
            public class BodyAttribute : Attribute { public BodyAttribute() { } public BodyAttribute(BodySerializationMethod method) { } }
            [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
            public class QueryAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
            public class AliasAsAttribute : Attribute { public AliasAsAttribute(string name) { } }
            public class RefitSettings
            {
                public Func<HttpRequestMessage, CancellationToken, Task<string>> AuthorizationHeaderValueGetter { get; set; }
                public Func<HttpMessageHandler> HttpMessageHandlerFactory { get; set; }
            }
            public static class RestService
            {
                public static T For<T>(HttpClient client, RefitSettings settings) => default;
                public static T For<T>(HttpClient client) => default;
                public static T For<T>(string hostUrl, RefitSettings settings) => default;
                public static T For<T>(string hostUrl) => default;
            }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class HttpClientFactoryExtensions
            {
                public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services, Refit.RefitSettings settings = null) where T : class => default;
            }
        }
        """;

    /// <summary>learn.microsoft.com/uwp/api/windows.web.http; the asynchronous operations are tasks here, which awaits the same.</summary>
    private const string Windows = """
        namespace Windows.Web.Http
        {
            public interface IHttpContent { }
            public sealed class HttpStringContent : IHttpContent { public HttpStringContent(string content) { } }
            public sealed class HttpResponseMessage { }
            public sealed class HttpMethod
            {
                public HttpMethod(string method) { }
                public static HttpMethod Get => null;
                public static HttpMethod Post => null;
            }
            public sealed class HttpRequestMessage : IDisposable
            {
                public HttpRequestMessage() { }
                public HttpRequestMessage(HttpMethod method, Uri uri) { }
                public HttpMethod Method { get; set; }
                public Uri RequestUri { get; set; }
                public IHttpContent Content { get; set; }
                public Headers.HttpRequestHeaderCollection Headers => null;
                public void Dispose() { }
            }
            public sealed class HttpClient : IDisposable
            {
                public HttpClient() { }
                public HttpClient(Filters.IHttpFilter filter) { }
                public Headers.HttpRequestHeaderCollection DefaultRequestHeaders => null;
                public Task<HttpResponseMessage> GetAsync(Uri uri) => null;
                public Task<HttpResponseMessage> PostAsync(Uri uri, IHttpContent content) => null;
                public Task<HttpResponseMessage> TryPostAsync(Uri uri, IHttpContent content) => null;
                public Task<HttpResponseMessage> TrySendRequestAsync(HttpRequestMessage request) => null;
                public Task<HttpResponseMessage> SendRequestAsync(HttpRequestMessage request) => null;
                public void Dispose() { }
            }
        }
        namespace Windows.Web.Http.Headers
        {
            public sealed class HttpCredentialsHeaderValue { public HttpCredentialsHeaderValue(string scheme, string token) { } }
            public sealed class HttpRequestHeaderCollection : Dictionary<string, string>
            {
                public HttpCredentialsHeaderValue Authorization { get; set; }
                public void Append(string name, string value) { }
                public bool TryAppendWithoutValidation(string name, string value) => true;
            }
        }
        namespace Windows.Web.Http.Filters
        {
            public interface IHttpFilter : IDisposable { Task<HttpResponseMessage> SendRequestAsync(HttpRequestMessage request); }
            public sealed class HttpBaseProtocolFilter : IHttpFilter
            {
                public Task<HttpResponseMessage> SendRequestAsync(HttpRequestMessage request) => null;
                public void Dispose() { }
            }
        }
        """;

    /// <summary>docs.unity3d.com/ScriptReference/Networking.UnityWebRequest.html</summary>
    private const string Unity = """
        namespace UnityEngine
        {
            public class AsyncOperation { }
            public class WWWForm { public void AddField(string name, string value) { } }
            public class MonoBehaviour { }
        }
        namespace UnityEngine.Networking
        {
            public class UnityWebRequestAsyncOperation : AsyncOperation { }
            public class UploadHandler { }
            public class UploadHandlerRaw : UploadHandler { public UploadHandlerRaw(byte[] data) { } }
            public class DownloadHandler { public string text => null; }
            public class DownloadHandlerBuffer : DownloadHandler { }
            public class UnityWebRequest : IDisposable
            {
                public const string kHttpVerbGET = "GET";
                public const string kHttpVerbPOST = "POST";
                public UnityWebRequest() { }
                public UnityWebRequest(string url) { }
                public UnityWebRequest(string url, string method) { }
                public UnityWebRequest(string url, string method, DownloadHandler downloadHandler, UploadHandler uploadHandler) { }
                public string method { get; set; }
                public string url { get; set; }
                public Uri uri { get; set; }
                public UploadHandler uploadHandler { get; set; }
                public DownloadHandler downloadHandler { get; set; }
                public void SetRequestHeader(string name, string value) { }
                public UnityWebRequestAsyncOperation SendWebRequest() => null;
                public static UnityWebRequest Get(string uri) => null;
                public static UnityWebRequest Post(string uri, WWWForm formData) => null;
                public static UnityWebRequest Post(string uri, Dictionary<string, string> formFields) => null;
                public static UnityWebRequest PostWwwForm(string uri, string form) => null;
                public static UnityWebRequest Put(string uri, string bodyData) => null;
                public void Dispose() { }
            }
        }
        """;

    /// <summary>github.com/restsharp/RestSharp, tag 106.15.0: IRestClient.cs, IRestRequest.cs, Enum.cs, RestClientExtensions.cs.</summary>
    private const string RestSharp106 = """
        namespace RestSharp
        {
            public enum Method { GET, POST, PUT, DELETE, HEAD, OPTIONS, PATCH, MERGE, COPY }
            public enum ParameterType { Cookie, GetOrPost, UrlSegment, HttpHeader, RequestBody, QueryString, QueryStringWithoutEncode }
            public enum DataFormat { Json, Xml, None }
            public interface IRestResponse { string Content { get; } }
            public interface IRestResponse<T> : IRestResponse { T Data { get; } }
            public interface IRestRequest
            {
                Method Method { get; set; }
                string Resource { get; set; }
                IRestRequest AddHeader(string name, string value);
                IRestRequest AddHeaders(ICollection<KeyValuePair<string, string>> headers);
                IRestRequest AddParameter(string name, object value);
                IRestRequest AddParameter(string name, object value, ParameterType type);
                IRestRequest AddQueryParameter(string name, string value);
                IRestRequest AddUrlSegment(string name, string value);
                IRestRequest AddJsonBody(object obj);
            }
            public class RestRequest : IRestRequest
            {
                public RestRequest() { }
                public RestRequest(Method method) { }
                public RestRequest(string resource) { }
                public RestRequest(string resource, Method method) { }
                public RestRequest(string resource, Method method, DataFormat dataFormat) { }
                public RestRequest(Uri resource, Method method) { }
                public Method Method { get; set; }
                public string Resource { get; set; }
                public IRestRequest AddHeader(string name, string value) => null;
                public IRestRequest AddHeaders(ICollection<KeyValuePair<string, string>> headers) => null;
                public IRestRequest AddParameter(string name, object value) => null;
                public IRestRequest AddParameter(string name, object value, ParameterType type) => null;
                public IRestRequest AddQueryParameter(string name, string value) => null;
                public IRestRequest AddUrlSegment(string name, string value) => null;
                public IRestRequest AddJsonBody(object obj) => null;
            }
            public interface IRestClient
            {
                Uri BaseUrl { get; set; }
                Authenticators.IAuthenticator Authenticator { get; set; }
                IRestResponse Execute(IRestRequest request);
                IRestResponse Execute(IRestRequest request, Method httpMethod);
                IRestResponse<T> Execute<T>(IRestRequest request);
                Task<IRestResponse> ExecuteAsync(IRestRequest request, CancellationToken cancellationToken = default);
                Task<IRestResponse<T>> ExecuteAsync<T>(IRestRequest request, CancellationToken cancellationToken = default);
                IRestResponse ExecuteAsPost(IRestRequest request, string httpMethod);
            }
            public class RestClient : IRestClient
            {
                public RestClient() { }
                public RestClient(Uri baseUrl) { }
                public RestClient(string baseUrl) { }
                public Uri BaseUrl { get; set; }
                public Authenticators.IAuthenticator Authenticator { get; set; }
                public IRestResponse Execute(IRestRequest request) => null;
                public IRestResponse Execute(IRestRequest request, Method httpMethod) => null;
                public IRestResponse<T> Execute<T>(IRestRequest request) => null;
                public Task<IRestResponse> ExecuteAsync(IRestRequest request, CancellationToken cancellationToken = default) => null;
                public Task<IRestResponse<T>> ExecuteAsync<T>(IRestRequest request, CancellationToken cancellationToken = default) => null;
                public IRestResponse ExecuteAsPost(IRestRequest request, string httpMethod) => null;
            }
            public static class RestClientExtensions
            {
                public static IRestResponse Post(this IRestClient client, IRestRequest request) => null;
                public static IRestResponse<T> Post<T>(this IRestClient client, IRestRequest request) => null;
                public static Task<T> PostAsync<T>(this IRestClient client, IRestRequest request, CancellationToken cancellationToken = default) => null;
                public static Task<IRestResponse> ExecutePostAsync(this IRestClient client, IRestRequest request, CancellationToken cancellationToken = default) => null;
                public static Task<IRestResponse> ExecuteTaskAsync(this IRestClient client, IRestRequest request) => null;
                public static void AddDefaultHeader(this IRestClient restClient, string name, string value) { }
            }
        }
        namespace RestSharp.Authenticators
        {
            public interface IAuthenticator { void Authenticate(IRestClient client, IRestRequest request); }
            public class JwtAuthenticator : IAuthenticator
            {
                public JwtAuthenticator(string accessToken) { }
                public void Authenticate(IRestClient client, IRestRequest request) { }
            }
        }
        """;
}
