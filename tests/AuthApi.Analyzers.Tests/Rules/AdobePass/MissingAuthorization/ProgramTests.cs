using Xunit;

namespace AuthApi.Analyzers.Tests.Rules.AdobePass.MissingAuthorization;

/// <summary>AUTH1001 on programs of the size and style that people write, each with the one thing that is or is not wrong.</summary>
public class ProgramTests : AuthorizationTest
{
    /// <summary>A streaming app in layers: options, typed client behind an interface, token provider, handler, minimal API.</summary>
    private const string StreamingApp = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Options;
        using Microsoft.Extensions.Logging;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.Configure<AdobePassOptions>(builder.Configuration.GetSection("AdobePass"));
        builder.Services.AddSingleton<ITokenProvider, TokenProvider>();
        REGISTRATION
        builder.Services.AddScoped<PairingService>();
        var app = builder.Build();
        app.MapPost("/pair", async (PairingService pairing, string deviceId, CancellationToken ct) => Results.Ok(await pairing.StartAsync(deviceId, ct)));
        app.MapGet("/pair/{code}", async (PairingService pairing, string code, CancellationToken ct) => await pairing.IsDoneAsync(code, ct) ? Results.Ok() : Results.NotFound());
        app.Run();

        public sealed class AdobePassOptions
        {
            public string BaseUrl { get; set; } = "https://api.auth.adobe.com/";
            public string RequestorId { get; set; } = "";
            public string ClientId { get; set; } = "";
            public string ClientSecret { get; set; } = "";
        }

        public sealed record RegistrationCode(string Code, long Expires);
        public sealed record AccessToken([property: System.Text.Json.Serialization.JsonPropertyName("access_token")] string Value, [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn);

        public interface ITokenProvider
        {
            Task<string> GetAsync(CancellationToken ct);
        }

        public sealed class TokenProvider : ITokenProvider
        {
            private readonly IHttpClientFactory factory;
            private readonly AdobePassOptions options;
            private string? token;
            private DateTimeOffset validUntil;
            private readonly SemaphoreSlim gate = new(1, 1);

            public TokenProvider(IHttpClientFactory factory, IOptions<AdobePassOptions> options) => (this.factory, this.options) = (factory, options.Value);

            public async Task<string> GetAsync(CancellationToken ct)
            {
                await gate.WaitAsync(ct);
                try
                {
                    if (token is not null && validUntil > DateTimeOffset.UtcNow)
                        return token;
                    using var client = factory.CreateClient("dcr");
                    var form = new FormUrlEncodedContent(new Dictionary<string, string>
                    {
                        ["client_id"] = options.ClientId, ["client_secret"] = options.ClientSecret, ["grant_type"] = "client_credentials",
                    });
                    using var response = await client.PostAsync(new Uri(new Uri(options.BaseUrl), "o/client/token"), form, ct);
                    response.EnsureSuccessStatusCode();
                    var answer = await response.Content.ReadFromJsonAsync<AccessToken>(cancellationToken: ct);
                    (token, validUntil) = (answer!.Value, DateTimeOffset.UtcNow.AddSeconds(answer.ExpiresIn - 60));
                    return token;
                }
                finally
                {
                    gate.Release();
                }
            }
        }

        public sealed class BearerHandler : DelegatingHandler
        {
            private readonly ITokenProvider tokens;
            public BearerHandler(ITokenProvider tokens) => this.tokens = tokens;
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                HANDLER
                return await base.SendAsync(request, cancellationToken);
            }
        }

        public interface IAdobePassClient
        {
            Task<RegistrationCode> CreateCodeAsync(string deviceId, CancellationToken ct);
            Task<bool> IsAuthenticatedAsync(string code, CancellationToken ct);
        }

        public sealed class AdobePassClient : IAdobePassClient
        {
            private readonly HttpClient http;
            private readonly AdobePassOptions options;
            private readonly ILogger<AdobePassClient> logger;

            public AdobePassClient(HttpClient http, IOptions<AdobePassOptions> options, ILogger<AdobePassClient> logger) =>
                (this.http, this.options, this.logger) = (http, options.Value, logger);

            public async Task<RegistrationCode> CreateCodeAsync(string deviceId, CancellationToken ct)
            {
                logger.LogInformation("Authorization: creating a registration code for {Device}", deviceId);
                using var content = new StringContent(string.Empty);
                using var response = await SEND;
                if (!response.IsSuccessStatusCode)
                    throw new InvalidOperationException($"Adobe Pass answered {(int)response.StatusCode}");
                return (await response.Content.ReadFromJsonAsync<RegistrationCode>(cancellationToken: ct))!;
            }

            public async Task<bool> IsAuthenticatedAsync(string code, CancellationToken ct)
            {
                using var response = await http.GetAsync($"api/v1/checkauthn/{code}?requestor={options.RequestorId}", ct);
                return response.StatusCode == HttpStatusCode.OK;
            }
        }

        public sealed class PairingService
        {
            private readonly IAdobePassClient client;
            public PairingService(IAdobePassClient client) => this.client = client;
            public Task<RegistrationCode> StartAsync(string deviceId, CancellationToken ct) => client.CreateCodeAsync(deviceId, ct);
            public Task<bool> IsDoneAsync(string code, CancellationToken ct) => client.IsAuthenticatedAsync(code, ct);
        }
        """;

    private const string Send = "http.PostAsync($\"reggie/v1/{options.RequestorId}/regcode?deviceId={deviceId}\", content, ct)";
    private const string Signing = "request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", await tokens.GetAsync(cancellationToken));";
    private const string Address = "c => c.BaseAddress = new Uri(\"https://api.auth.adobe.com/\")";

    private static Task App(string registration, string handler, bool isReported) => InTopLevel(
        "#nullable enable\n" + StreamingApp.Replace("REGISTRATION", registration).Replace("HANDLER", handler).Replace("SEND", isReported ? $"[|{Send}|]" : Send));

    [Theory]
    [InlineData($"builder.Services.AddHttpClient<IAdobePassClient, AdobePassClient>({Address});")]
    [InlineData($"builder.Services.AddTransient<BearerHandler>(); builder.Services.AddHttpClient(\"other\").AddHttpMessageHandler<BearerHandler>(); builder.Services.AddHttpClient<IAdobePassClient, AdobePassClient>({Address});")]
    public Task Streaming_app_whose_handler_is_not_on_this_client_Reported(string registration) =>
        App(registration, registration.Contains("Transient") ? Signing : "await Task.Yield();", isReported: true);

    [Theory]
    [InlineData($"builder.Services.AddTransient<BearerHandler>(); builder.Services.AddHttpClient<IAdobePassClient, AdobePassClient>({Address}).AddHttpMessageHandler<BearerHandler>();")]
    [InlineData($"builder.Services.AddHttpClient<IAdobePassClient, AdobePassClient>({Address}).AddHttpMessageHandler(sp => new BearerHandler(sp.GetRequiredService<ITokenProvider>()));")]
    [InlineData($"var http = builder.Services.AddHttpClient<IAdobePassClient, AdobePassClient>(); http.ConfigureHttpClient({Address}); http.AddHttpMessageHandler(sp => ActivatorUtilities.CreateInstance<BearerHandler>(sp));")]
    [InlineData("builder.Services.AddHttpClient(\"adobe\", c => c.BaseAddress = new Uri(\"https://api.auth.adobe.com/\")).AddHttpMessageHandler<BearerHandler>(); builder.Services.AddScoped<IAdobePassClient>(sp => new AdobePassClient(sp.GetRequiredService<IHttpClientFactory>().CreateClient(\"adobe\"), sp.GetRequiredService<IOptions<AdobePassOptions>>(), sp.GetRequiredService<ILogger<AdobePassClient>>()));")]
    [InlineData("Registration.AddAdobe(builder.Services); builder.Services.AddLogging(); static class Never { } ")]
    public Task Streaming_app_with_its_handler_Silent(string registration) => registration.Contains("Never")
        ? InTopLevel("#nullable enable\n" + StreamingApp.Replace("REGISTRATION", "builder.Services.AddAdobe();").Replace("HANDLER", Signing).Replace("SEND", Send)
            + "\npublic static class Registration { public static IServiceCollection AddAdobe(this IServiceCollection services) { services.AddTransient<BearerHandler>(); services.AddHttpClient<IAdobePassClient, AdobePassClient>(" + Address + ").AddHttpMessageHandler<BearerHandler>(); return services; } }")
        : App(registration, Signing, isReported: false);

    [Fact]
    public Task Streaming_app_whose_handler_sets_something_else_Reported() => App(
        $"builder.Services.AddHttpClient<IAdobePassClient, AdobePassClient>({Address}).AddHttpMessageHandler<BearerHandler>();",
        "request.Headers.TryAddWithoutValidation(\"X-Access-Token\", await tokens.GetAsync(cancellationToken));", isReported: true);

    /// <summary>A console client in one class, as ported from Python: signs by hand, one call forgotten.</summary>
    private const string Console = """
        class AdobePass
        {
            const string Host = "https://api.auth.adobe.com";
            readonly string publicKey, requestor, deviceId;
            readonly byte[] privateKey;
            readonly HttpClient session = new HttpClient();

            public AdobePass(string publicKey, string privateKey, string requestor, string deviceId)
            {
                this.publicKey = publicKey;
                this.privateKey = Encoding.ASCII.GetBytes(privateKey);
                this.requestor = requestor;
                this.deviceId = deviceId;
                session.DefaultRequestHeaders.UserAgent.ParseAdd("streaming/1.0");
                session.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            }

            string CreateAuthorization(string method, string path)
            {
                var text = $"{method} requestor_id={requestor}, nonce={Guid.NewGuid()}, signature_method=HMAC-SHA1, request_time={DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}, request_uri={path}";
                using var hmac = new System.Security.Cryptography.HMACSHA1(privateKey);
                return $"{text}, public_key={publicKey}, signature={Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(text)))}";
            }

            async Task<string> RequestAsync(HttpMethod method, string path, bool isSigned = true, IEnumerable<KeyValuePair<string, string>> form = null)
            {
                using var request = new HttpRequestMessage(method, Host + path);
                if (form != null)
                    request.Content = new FormUrlEncodedContent(form);
                if (isSigned)
                    request.Headers.TryAddWithoutValidation("Authorization", CreateAuthorization(method.Method, path.Split('?')[0]));
                request.Headers.TryAddWithoutValidation("X-Device-Info", "eyJ9");
                using var response = await session.SendAsync(request);
                return await response.Content.ReadAsStringAsync();
            }

            public Task<string> GetRegCode() => REGCODE;
            public Task<string> CheckAuthn(string code) => RequestAsync(HttpMethod.Get, $"/api/v1/checkauthn/{code}?requestor={requestor}", isSigned: false);
            public Task<string> Authorize(string resource) => RequestAsync(HttpMethod.Get, $"/api/v1/authorize?requestor={requestor}&deviceId={deviceId}&resource={Uri.EscapeDataString(resource)}");
            public Task<string> FreePreview(string mso) => PREVIEW;
            public Task<string> Logout() => RequestAsync(HttpMethod.Delete, $"/api/v1/logout?deviceId={deviceId}");
        }
        """;

    private const string RegCode = "RequestAsync(HttpMethod.Post, $\"/reggie/v1/{requestor}/regcode\", form: new Dictionary<string, string> { [\"deviceId\"] = deviceId })";
    private const string Preview = "RequestAsync(HttpMethod.Post, $\"/api/v1/authenticate/freepreview?requestor_id={requestor}&deviceId={deviceId}&mso_id={mso}&domain_name=x\", SIGNED)";

    [Fact]
    public Task Console_client_with_one_unsigned_call_Reported_there() =>
        InProgram(Console.Replace("REGCODE", RegCode).Replace("PREVIEW", "[|" + Preview.Replace("SIGNED", "false") + "|]"));

    [Fact]
    public Task Console_client_that_signs_all_Silent() => InProgram(Console.Replace("REGCODE", RegCode).Replace("PREVIEW", Preview.Replace("SIGNED", "true")));

    /// <summary>A generic REST base class with a request pipeline of its own, as in-house SDKs have.</summary>
    private const string Sdk = """
        public abstract class RestClientBase
        {
            private readonly HttpClient http;
            private readonly List<IRequestFilter> filters = new();
            protected RestClientBase(HttpClient http) { this.http = http; }
            protected void Use(IRequestFilter filter) => filters.Add(filter);

            protected async Task<T> SendAsync<T>(RestCall call, CancellationToken ct)
            {
                using var request = new HttpRequestMessage(call.Method, call.ToUri());
                foreach (var header in call.Headers)
                    request.Headers.TryAddWithoutValidation(header.Key, header.Value);
                OnSending(request);
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
                return await response.Content.ReadFromJsonAsync<T>(cancellationToken: ct).ConfigureAwait(false);
            }

            protected virtual void OnSending(HttpRequestMessage request) { }
        }

        public interface IRequestFilter { }

        public sealed class RestCall
        {
            public RestCall(HttpMethod method, string path) { Method = method; Path = path; }
            public HttpMethod Method { get; }
            public string Path { get; }
            public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);
            public Uri ToUri() => new Uri(new Uri("https://api.auth.adobe.com"), Path);
        }

        public sealed class SessionsClient : RestClientBase
        {
            private readonly Func<string> token;
            public SessionsClient(HttpClient http, Func<string> token) : base(http) { this.token = token; }
            OVERRIDE
            public Task<string> Create(string provider, CancellationToken ct)
            {
                var call = new RestCall(HttpMethod.Post, $"/api/v2/{provider}/sessions");
                call.Headers["AP-Device-Identifier"] = "fingerprint x";
                HEADER
                return SendAsync<string>(call, ct);
            }
        }
        """;

    [Theory]
    [InlineData("protected override void OnSending(HttpRequestMessage request) => request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", token());", "")]
    [InlineData("", "call.Headers[\"Authorization\"] = \"Bearer \" + token();")]
    public Task Sdk_that_authorizes_Silent(string @override, string header) => InProgram(Sdk.Replace("OVERRIDE", @override).Replace("HEADER", header));

    [Fact]
    public async Task Sdk_that_does_not_Reported()
    {
        var failure = await Record.ExceptionAsync(() => InProgram(Sdk.Replace("OVERRIDE", "").Replace("HEADER", "")));
        Assert.Contains("AUTH1001: 'POST /api/v2/{serviceProvider}/sessions'", failure?.Message);
    }
}
