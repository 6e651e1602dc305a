using AuthApi.Analyzers.Tests.Verifiers;
using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>AUTH1001 by client library: how each sends, and how each is given a header.</summary>
public class LibrariesTests : AuthorizationTest
{
    // Unity comes with its editor, Windows.Web.Http with the system: a program may hold declarations of them as source.
    [Theory]
    [InlineData("", "[|", "|]")]
    [InlineData("r.SetRequestHeader(\"Authorization\", \"x\");", "", "")]
    public Task Library_that_is_declared_in_the_program(string header, string open, string close) => InProgram($$"""
        namespace UnityEngine.Networking
        {
            public class WWWForm { }
            public class UnityWebRequest { public static UnityWebRequest Post(string uri, WWWForm form) => new UnityWebRequest(); public void SetRequestHeader(string name, string value) { } public object SendWebRequest() => new object(); }
        }
        namespace App
        {
            using UnityEngine.Networking;
            public class Login { public object M() { var r = UnityWebRequest.Post("{{Url}}", new WWWForm()); {{header}} return {{open}}r.SendWebRequest(){{close}}; } }
        }
        """);

    [Theory]
    [InlineData("", "[|", "|]")]
    [InlineData("r.Headers.TryAppendWithoutValidation(\"Authorization\", \"x\");", "", "")]
    public Task Windows_http_that_is_declared_in_the_program(string header, string open, string close) => InProgram($$"""
        namespace Windows.Web.Http
        {
            public class HttpHeaders { public bool TryAppendWithoutValidation(string name, string value) => true; }
            public class HttpMethod { public static HttpMethod Post { get; } = new HttpMethod(); }
            public class HttpRequestMessage { public HttpRequestMessage(HttpMethod method, System.Uri uri) { } public HttpHeaders Headers { get; } = new HttpHeaders(); }
            public class HttpClient { public System.Threading.Tasks.Task<object> SendRequestAsync(HttpRequestMessage request) => throw new System.NotImplementedException(); }
        }
        namespace App
        {
            public class Login { public System.Threading.Tasks.Task M(Windows.Web.Http.HttpClient c) { var r = new Windows.Web.Http.HttpRequestMessage(Windows.Web.Http.HttpMethod.Post, new System.Uri("{{Url}}")); {{header}} return {{open}}c.SendRequestAsync(r){{close}}; } }
        }
        """);

    [Theory]
    [InlineData("var r = (HttpWebRequest)WebRequest.Create(Url); r.Method = \"POST\"; r.Headers.Add(\"X-Device-Info\", \"x\"); using (var s = r.GetRequestStream()) { } using var x = [|r.GetResponse()|];")]
    [InlineData("var r = WebRequest.CreateHttp(Url); r.Method = \"POST\"; await [|r.GetResponseAsync()|];")]
    [InlineData("var r = WebRequest.CreateHttp(Url); r.Method = \"POST\"; r.Credentials = new NetworkCredential(\"u\", \"p\"); [|r.BeginGetResponse(null, null)|];")]
    [InlineData("var r = WebRequest.CreateHttp(Url); r.Method = \"POST\"; using var x = [|r.GetResponse()|]; r.Headers[\"Authorization\"] = \"x\";")]
    public Task HttpWebRequest_without_header_Reported(string body) => InClass($"public async Task M() {{ await Task.Yield(); {body} }}");

    [Theory]
    [InlineData("var r = (HttpWebRequest)WebRequest.Create(Url); r.Method = \"POST\"; r.Headers.Add(\"Authorization\", \"x\"); using var x = r.GetResponse();")]
    [InlineData("var r = (HttpWebRequest)WebRequest.Create(Url); r.Method = \"POST\"; r.Headers.Add(\"Authorization: Bearer x\"); using var x = r.GetResponse();")]
    [InlineData("var r = WebRequest.CreateHttp(Url); r.Method = \"POST\"; r.Headers[HttpRequestHeader.Authorization] = \"x\"; using var x = r.GetResponse();")]
    [InlineData("var r = WebRequest.CreateHttp(Url); r.Method = \"POST\"; r.Headers.Add(HttpRequestHeader.Authorization, \"x\"); using var x = await r.GetResponseAsync();")]
    [InlineData("var r = WebRequest.CreateHttp(Url); r.Method = \"POST\"; r.Headers.Set(\"authorization\", \"x\"); using var x = r.GetResponse();")]
    [InlineData("var r = WebRequest.CreateHttp(Url); r.Method = \"POST\"; r.Headers = new WebHeaderCollection { { \"Authorization\", \"x\" } }; using var x = r.GetResponse();")]
    [InlineData("var r = WebRequest.CreateHttp(Url); r.Method = \"POST\"; var h = new WebHeaderCollection(); h[\"Authorization\"] = \"x\"; r.Headers = h; using var x = r.GetResponse();")]
    [InlineData("var r = WebRequest.CreateHttp(Url); using var x = r.GetResponse();")]
    public Task HttpWebRequest_with_header_or_GET_Silent(string body) => InClass($"public async Task M() {{ await Task.Yield(); {body} }}");

    [Theory]
    [InlineData("using var c = new WebClient(); c.Headers.Add(\"Content-Type\", \"x\"); [|c.UploadString(Url, \"\")|];")]
    [InlineData("using var c = new WebClient(); await [|c.UploadDataTaskAsync(new Uri(Url), \"POST\", new byte[0])|];")]
    [InlineData("using var c = new Plain(); [|c.UploadString(Url, \"\")|];")]
    public Task WebClient_without_header_Reported(string body) => InClass($"public async Task M() {{ await Task.Yield(); {body} }} class Plain : WebClient {{ protected override WebRequest GetWebRequest(Uri address) {{ var r = base.GetWebRequest(address); r.Timeout = 5; return r; }} }}");

    [Theory]
    [InlineData("using var c = new WebClient(); c.Headers.Add(\"Authorization\", \"x\"); c.UploadString(Url, \"\");")]
    [InlineData("using var c = new WebClient(); c.Headers[HttpRequestHeader.Authorization] = \"x\"; c.UploadString(Url, \"\");")]
    [InlineData("using var c = new WebClient { Headers = { [\"Authorization\"] = \"x\" } }; c.UploadString(Url, \"\");")]
    [InlineData("using var c = new WebClient { Headers = new WebHeaderCollection { \"Authorization: x\" } }; c.UploadString(Url, \"\");")]
    [InlineData("using var c = new Signing(); c.UploadString(Url, \"\");")]
    [InlineData("using var c = new WebClient(); c.DownloadString(Url);")]
    public Task WebClient_with_header_or_GET_Silent(string body) => InClass($"public async Task M() {{ await Task.Yield(); {body} }} class Signing : WebClient {{ protected override WebRequest GetWebRequest(Uri address) {{ var r = base.GetWebRequest(address); r.Headers[\"Authorization\"] = \"x\"; return r; }} }}");

    [Theory]
    [InlineData("var c = new RestClient(\"https://api.auth.adobe.com\"); await [|c.ExecuteAsync(new RestRequest(\"reggie/v1/REQ/regcode\", Method.Post))|];")]
    [InlineData("var c = new RestClient(\"https://api.auth.adobe.com/\"); var r = new RestRequest(\"/reggie/v1/{requestor}/regcode\").AddUrlSegment(\"requestor\", \"REQ\").AddHeader(\"X\", \"y\"); await [|c.PostAsync(r)|];")]
    [InlineData("var c = new RestClient(new RestClientOptions(\"https://api.auth.adobe.com\") { UserAgent = \"x\" }); [|c.ExecutePost(new RestRequest(\"reggie/v1/REQ/regcode\"))|];")]
    [InlineData("var c = new RestClient(); var r = new RestRequest(Url, Method.Post); r.AddQueryParameter(\"Authorization\", \"x\"); await [|c.ExecuteAsync(r)|];")]
    [InlineData("var c = new RestClient(new RestClientOptions { Authenticator = new OAuth2UriQueryParameterAuthenticator(\"t\") }); await [|c.PostAsync(new RestRequest(Url))|];")]
    [InlineData("var c = new RestClient(new HttpClient()); await [|c.PostJsonAsync(Url, new { x = 1 })|];")]
    [InlineData("var c = new RestClient(new RestClientOptions { Authenticator = new Key() }); await [|c.PostAsync(new RestRequest(Url))|];")]
    public Task RestSharp_without_header_Reported(string body) => InClass(
        $"public async Task M() {{ {body} }}", TestReferences.Default | TestReferences.RestSharp, "using RestSharp; using RestSharp.Authenticators; using RestSharp.Authenticators.OAuth2;",
        "class Key : IAuthenticator { public ValueTask Authenticate(IRestClient client, RestRequest request, CancellationToken ct = default) { request.AddHeader(\"X-Api-Key\", \"x\"); return default; } }");

    [Theory]
    [InlineData("await new RestClient().ExecuteAsync(new RestRequest(Url, Method.Post).AddHeader(\"Authorization\", \"x\"));")]
    [InlineData("var r = new RestRequest(Url, Method.Post); r.AddOrUpdateHeader(\"authorization\", \"x\"); await new RestClient().ExecuteAsync(r);")]
    [InlineData("var r = new RestRequest(Url, Method.Post); r.AddHeader(KnownHeaders.Authorization, \"x\"); await new RestClient().ExecuteAsync(r);")]
    [InlineData("var r = new RestRequest(Url, Method.Post); r.AddHeaders(new Dictionary<string, string> { [\"Authorization\"] = \"x\" }); await new RestClient().ExecuteAsync(r);")]
    [InlineData("var r = new RestRequest(Url, Method.Post); r.AddParameter(\"Authorization\", \"x\", ParameterType.HttpHeader); await new RestClient().ExecuteAsync(r);")]
    [InlineData("var r = new RestRequest(Url, Method.Post) { Authenticator = new JwtAuthenticator(\"t\") }; await new RestClient().ExecuteAsync(r);")]
    [InlineData("await new RestClient(new RestClientOptions { Authenticator = new JwtAuthenticator(\"t\") }).PostAsync(new RestRequest(Url));")]
    [InlineData("var o = new RestClientOptions(\"https://api.auth.adobe.com\"); o.Authenticator = new OAuth2AuthorizationRequestHeaderAuthenticator(\"t\", \"Bearer\"); await new RestClient(o).PostAsync(new RestRequest(\"reggie/v1/REQ/regcode\"));")]
    [InlineData("await new RestClient(configureRestClient: o => o.Authenticator = new Bearer(\"t\")).PostAsync(new RestRequest(Url));")]
    [InlineData("var c = new RestClient(); c.AddDefaultHeader(\"Authorization\", \"x\"); await c.PostAsync(new RestRequest(Url));")]
    [InlineData("await new RestClient(configureDefaultHeaders: h => h.TryAddWithoutValidation(\"Authorization\", \"x\")).PostAsync(new RestRequest(Url));")]
    [InlineData("var h = new HttpClient(); h.DefaultRequestHeaders.Add(\"Authorization\", \"x\"); await new RestClient(h).PostAsync(new RestRequest(Url));")]
    [InlineData("await new RestClient(new RestClientOptions { Interceptors = new List<Interceptor> { new Signing() } }).PostAsync(new RestRequest(Url));")]
    [InlineData("await new RestClient(new RestClientOptions { ConfigureMessageHandler = inner => new Auth { InnerHandler = inner } }).PostAsync(new RestRequest(Url));")]
    [InlineData("var r = new RestRequest(Url, Method.Post); r.OnBeforeRequest = m => { m.Headers.Add(\"Authorization\", \"x\"); return default; }; await new RestClient().ExecuteAsync(r);")]
    [InlineData("await new RestClient().GetAsync(new RestRequest(Url));")]
    public Task RestSharp_with_header_Silent(string body) => InClass(
        $"public async Task M() {{ {body} }}", TestReferences.Default | TestReferences.RestSharp,
        "using RestSharp; using RestSharp.Authenticators; using RestSharp.Authenticators.OAuth2; using RestSharp.Interceptors;", Handlers + """
        class Bearer : AuthenticatorBase
        {
            public Bearer(string token) : base(token) { }
            protected override ValueTask<Parameter> GetAuthenticationParameter(string accessToken) => new(new HeaderParameter(KnownHeaders.Authorization, "Bearer " + accessToken));
        }
        class Signing : Interceptor
        {
            public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken ct) { requestMessage.Headers.TryAddWithoutValidation("Authorization", "x"); return default; }
        }
        """);

    [Theory]
    [InlineData("IRestClient c = new RestClient(\"https://api.auth.adobe.com\"); [|c.Execute(new RestRequest(\"reggie/v1/REQ/regcode\", Method.POST))|];")]
    [InlineData("var c = new RestClient(); c.BaseUrl = new Uri(\"https://api.auth.adobe.com\"); await [|c.ExecuteTaskAsync(new RestRequest(\"reggie/v1/REQ/regcode\", Method.POST).AddParameter(\"Authorization\", \"x\", ParameterType.QueryString))|];")]
    public Task RestSharp106_without_header_Reported(string body) => InClass($"public async Task M() {{ await Task.Yield(); {body} }}", TestReferences.Default | TestReferences.RestSharp106, "using RestSharp; using RestSharp.Authenticators;");

    [Theory]
    [InlineData("IRestClient c = new RestClient(\"https://api.auth.adobe.com\"); c.Execute(new RestRequest(\"reggie/v1/REQ/regcode\", Method.POST).AddHeader(\"Authorization\", \"x\"));")]
    [InlineData("var r = new RestRequest(Url, Method.POST); r.AddParameter(\"Authorization\", \"x\", ParameterType.HttpHeader); new RestClient().Execute(r);")]
    [InlineData("var c = new RestClient(); c.Authenticator = new JwtAuthenticator(\"t\"); c.Execute(new RestRequest(Url, Method.POST));")]
    [InlineData("var c = new RestClient(); c.AddDefaultHeader(\"Authorization\", \"x\"); c.Post(new RestRequest(Url));")]
    [InlineData("var c = new RestClient { Authenticator = new Own() }; c.Post(new RestRequest(Url));")]
    public Task RestSharp106_with_header_Silent(string body) => InClass(
        $"public async Task M() {{ await Task.Yield(); {body} }}", TestReferences.Default | TestReferences.RestSharp106, "using RestSharp; using RestSharp.Authenticators;",
        "class Own : IAuthenticator { public void Authenticate(IRestClient client, IRestRequest request) => request.AddHeader(\"Authorization\", \"x\"); }");

    [Theory]
    [InlineData("await [|Url.PostJsonAsync(new { x = 1 })|];")]
    [InlineData("await [|\"https://api.auth.adobe.com\".AppendPathSegment(\"reggie/v1\").AppendPathSegments(requestor, \"regcode\").SetQueryParam(\"ttl\", 60).WithHeader(\"X-Device-Info\", \"x\").PostUrlEncodedAsync(new { x = 1 })|];")]
    [InlineData("await [|Url.WithHeaders(new { Accept = \"application/json\" }).SendAsync(HttpMethod.Post)|];")]
    [InlineData("await [|new FlurlClient(\"https://api.auth.adobe.com\").Request(\"reggie\", \"v1\", requestor, \"regcode\").PostAsync(null)|];")]
    [InlineData("await [|Url.SetQueryParam(\"Authorization\", \"x\").PostStringAsync(\"\")|];")]
    [InlineData("var r = Url.WithTimeout(5); await [|r.PostAsync(null)|]; r.WithOAuthBearerToken(\"x\");")]
    public Task Flurl_without_header_Reported(string body) => InClass($"public async Task M(string requestor) {{ {body} }}", TestReferences.Default | TestReferences.Flurl, "using Flurl; using Flurl.Http;");

    [Theory]
    [InlineData("await Url.WithHeader(\"Authorization\", \"x\").PostJsonAsync(new { x = 1 });")]
    [InlineData("await Url.WithHeaders(new { Accept = \"*\", Authorization = \"x\" }).PostAsync(null);")]
    [InlineData("await Url.WithOAuthBearerToken(\"t\").PostAsync(null);")]
    [InlineData("await new Url(\"https://api.auth.adobe.com\").AppendPathSegment(\"reggie/v1/REQ/regcode\").WithOAuthBearerToken(\"t\").PostAsync(null);")]
    [InlineData("var r = Url.WithTimeout(5); r.WithOAuthBearerToken(\"x\"); await r.PostAsync(null);")]
    [InlineData("var r = new FlurlRequest(Url); r.Headers.Add(\"Authorization\", \"x\"); await r.PostAsync(null);")]
    [InlineData("await new FlurlClient(\"https://api.auth.adobe.com\").WithOAuthBearerToken(\"t\").Request(\"reggie/v1/REQ/regcode\").PostAsync(null);")]
    [InlineData("var c = new FlurlClient(); c.Headers[\"Authorization\"] = \"x\"; await c.Request(Url).PostAsync(null);")]
    [InlineData("var h = new HttpClient(); h.DefaultRequestHeaders.Add(\"Authorization\", \"x\"); await new FlurlClient(h).Request(Url).PostAsync(null);")]
    [InlineData("await Url.ConfigureRequest(s => s.BeforeCall = call => call.Request.Headers.Add(\"Authorization\", \"x\")).PostAsync(null);")]
    [InlineData("await Url.WithClient(new FlurlClient().WithOAuthBearerToken(\"t\")).PostAsync(null);")]
    [InlineData("await Url.GetAsync();")]
    public Task Flurl_with_header_Silent(string body) => InClass($"public async Task M(string requestor) {{ {body} }}", TestReferences.Default | TestReferences.Flurl, "using Flurl; using Flurl.Http;");

    [Theory]
    [InlineData("FlurlHttp.Configure(s => s.BeforeCall = c => c.Request.Headers.Add(\"Authorization\", \"x\"));", false)]
    [InlineData("FlurlHttp.ConfigureClient(\"https://api.auth.adobe.com\", c => c.WithOAuthBearerToken(\"x\"));", false)]
    [InlineData("FlurlHttp.GlobalSettings.BeforeCall = Sign;", false)]
    [InlineData("FlurlHttp.Configure(s => s.BeforeCall = c => c.Request.Headers.Add(\"X-Trace\", \"x\"));", true)]
    public Task Flurl_global_settings(string setup, bool isReported)
    {
        var send = "Url.PostAsync(null)";
        return InClass($"public async Task M() => await {(isReported ? $"[|{send}|]" : send)}; static void Sign(HttpCall call) => call.Request.Headers.TryAddWithoutValidation(\"Authorization\", \"x\"); static void Setup() {{ {setup} }}",
            TestReferences.Default | TestReferences.Flurl, "using Flurl; using Flurl.Http;");
    }

    [Theory]
    [InlineData("[Post(\"/reggie/v1/{requestor}/regcode\")] Task<string> [|Create|](string requestor, [Query] string deviceId);", "")]
    [InlineData("[Headers(\"Accept: application/json\")] [Post(\"/reggie/v1/{requestor}/regcode\")] Task<string> [|Create|](string requestor, [Header(\"X-Device-Info\")] string info);", "")]
    [InlineData("[Post(\"/reggie/v1/{requestor}/regcode\")] Task<string> [|Create|](string requestor);", "s.AddRefitClient<IApi>().ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://api.auth.adobe.com\")).AddHttpMessageHandler<Trace>();")]
    [InlineData("[Post(\"/reggie/v1/{requestor}/regcode\")] Task<string> [|Create|](string requestor);", "RestService.For<IApi>(\"https://api.auth.adobe.com\").Create(\"REQ\");")]
    [InlineData("[Post(\"/api/v2/{sp}/sessions\")] Task<string> [|Create|](string sp, [Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form);", "RestService.For<IApi>(\"https://api.auth.adobe.com\");")]
    public Task Refit_without_header_Reported(string method, string setup) => InProgram(
        $"using Refit; public interface IApi {{ {method} }} {Handlers} class Startup {{ void M(IServiceCollection s) {{ {setup} }} }}", TestReferences.Default | TestReferences.Refit);

    [Theory]
    [InlineData("[Headers(\"Authorization: Bearer\")] [Post(\"/reggie/v1/R/regcode\")] Task<string> Create();", "")]
    [InlineData("[Post(\"/reggie/v1/R/regcode\")] Task<string> Create([Header(\"Authorization\")] string header);", "")]
    [InlineData("[Post(\"/reggie/v1/R/regcode\")] Task<string> Create([Authorize] string token);", "")]
    [InlineData("[Post(\"/reggie/v1/R/regcode\")] Task<string> Create([Authorize(\"Bearer\")] string token);", "")]
    [InlineData("[Post(\"/reggie/v1/R/regcode\")] Task<string> Create([HeaderCollection] IDictionary<string, string> headers);", "")]
    [InlineData("[Post(\"/reggie/v1/R/regcode\")] Task<string> Create();", "s.AddRefitClient<IApi>().AddHttpMessageHandler<Auth>();")]
    [InlineData("[Post(\"/reggie/v1/R/regcode\")] Task<string> Create();", "s.AddRefitClient<IApi>().ConfigureHttpClient(c => c.DefaultRequestHeaders.Add(\"Authorization\", \"x\"));")]
    [InlineData("[Post(\"/reggie/v1/R/regcode\")] Task<string> Create();", "s.AddRefitClient<IApi>(new RefitSettings { AuthorizationHeaderValueGetter = (m, t) => Task.FromResult(\"x\") });")]
    [InlineData("[Post(\"/reggie/v1/R/regcode\")] Task<string> Create();", "RestService.For<IApi>(\"https://api.auth.adobe.com\", new RefitSettings { HttpMessageHandlerFactory = () => new Auth() });")]
    [InlineData("[Post(\"/reggie/v1/R/regcode\")] Task<string> Create();", "RestService.For<IApi>(new HttpClient(new Auth()) { BaseAddress = new Uri(\"https://api.auth.adobe.com\") });")]
    [InlineData("[Get(\"/reggie/v1/R/regcode/{code}\")] Task<string> Create(string code);", "")]
    [InlineData("[Post(\"/o/client/token\")] Task<string> Create();", "RestService.For<IApi>(\"https://api.auth.adobe.com\");")]
    public Task Refit_with_header_Silent(string method, string setup) => InProgram(
        $"using Refit; public interface IApi {{ {method} }} {Handlers} class Startup {{ void M(IServiceCollection s) {{ {setup} }} }}", TestReferences.Default | TestReferences.Refit);

    [Fact]
    public Task Refit_headers_on_the_interface_Silent() => InProgram(
        "using Refit; [Headers(\"Authorization: Bearer\")] public interface IApi { [Post(\"/reggie/v1/R/regcode\")] Task<string> Create(); }", TestReferences.Default | TestReferences.Refit);

    [Fact]
    public Task Refit_header_collection_Reported_at_the_caller_that_passes_none() => InProgram("""
        using Refit;
        public interface IApi { [Post("/reggie/v1/R/regcode")] Task<string> Create([HeaderCollection] IDictionary<string, string> headers); }
        class C
        {
            Task Bad(IApi api) => [|api.Create(new Dictionary<string, string> { ["Accept"] = "*" })|];
            Task Good(IApi api) => api.Create(new Dictionary<string, string> { ["Authorization"] = "x" });
        }
        """, TestReferences.Default | TestReferences.Refit);

    [Theory]
    [InlineData("var c = new Web.HttpClient(); await [|c.PostAsync(new Uri(Url), null)|];")]
    [InlineData("var r = new Web.HttpRequestMessage(Web.HttpMethod.Post, new Uri(Url)); r.Headers.Append(\"X\", \"y\"); await [|new Web.HttpClient(new Web.Filters.HttpBaseProtocolFilter()).SendRequestAsync(r)|];")]
    public Task Windows_HttpClient_without_header_Reported(string body) => InClass($"public async Task M() {{ {body} }}", TestReferences.Default | TestReferences.WindowsHttp, "using Web = Windows.Web.Http;");

    [Theory]
    [InlineData("var c = new Web.HttpClient(); c.DefaultRequestHeaders.Authorization = new Web.Headers.HttpCredentialsHeaderValue(\"Bearer\", \"t\"); await c.PostAsync(new Uri(Url), null);")]
    [InlineData("var c = new Web.HttpClient(); c.DefaultRequestHeaders[\"Authorization\"] = \"x\"; await c.PostAsync(new Uri(Url), null);")]
    [InlineData("var r = new Web.HttpRequestMessage(Web.HttpMethod.Post, new Uri(Url)); r.Headers.TryAppendWithoutValidation(\"Authorization\", \"x\"); await new Web.HttpClient().SendRequestAsync(r);")]
    [InlineData("await new Web.HttpClient(new Signing()).PostAsync(new Uri(Url), null);")]
    public Task Windows_HttpClient_with_header_Silent(string body) => InClass(
        $"public async Task M() {{ {body} }}", TestReferences.Default | TestReferences.WindowsHttp, "using Web = Windows.Web.Http;",
        "class Signing : Web.Filters.IHttpFilter { public Task<Web.HttpResponseMessage> SendRequestAsync(Web.HttpRequestMessage request) { request.Headers.TryAppendWithoutValidation(\"Authorization\", \"x\"); return null; } public void Dispose() { } }");

    [Theory]
    [InlineData("var r = UnityWebRequest.Post(Url, new WWWForm()); r.SetRequestHeader(\"X-Device-Info\", \"x\"); yield return [|r.SendWebRequest()|];")]
    [InlineData("using (var r = new UnityWebRequest(Url, \"POST\")) { yield return [|r.SendWebRequest()|]; }")]
    public Task Unity_without_header_Reported(string body) => InClass($"public IEnumerator<object> M() {{ {body} }}", TestReferences.Default | TestReferences.Unity, "using UnityEngine; using UnityEngine.Networking;");

    [Theory]
    [InlineData("var r = UnityWebRequest.Post(Url, new WWWForm()); r.SetRequestHeader(\"Authorization\", \"x\"); yield return r.SendWebRequest();")]
    [InlineData("var r = UnityWebRequest.Post(Url, new WWWForm()); foreach (var h in new Dictionary<string, string> { { \"AUTHORIZATION\", \"x\" } }) r.SetRequestHeader(h.Key, h.Value); yield return r.SendWebRequest();")]
    [InlineData("yield return UnityWebRequest.Get(Url).SendWebRequest();")]
    public Task Unity_with_header_or_GET_Silent(string body) => InClass($"public IEnumerator<object> M() {{ {body} }}", TestReferences.Default | TestReferences.Unity, "using UnityEngine; using UnityEngine.Networking;");
}
