using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuthApi.Analyzers.ProtocolTests.Services;

/// <summary>
/// The host of a simulated service: 127.0.0.1 only, a port chosen by the system, requests handled one after another
/// under a lock (so the state needs no other), bodies of at most 1 MB.
/// </summary>
internal abstract class SimulatedService(string name, TimeProvider clock) : IAsyncDisposable
{
    private const string AnswerKey = "answer";
    private static long s_order;
    private readonly Lock _gate = new();
    private readonly List<Exchange> _exchanges = [];
    private WebApplication? _app;

    public string Name { get; } = name;

    public TimeProvider Clock { get; } = clock;

    /// <summary>Where the service listens, with a slash at the end. Only after <see cref="StartAsync"/>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The public hosts that this instance stands for.</summary>
    public abstract IReadOnlyList<string> Hosts { get; }

    public IReadOnlyList<Exchange> Exchanges
    {
        get { lock (_gate) return [.. _exchanges]; }
    }

    protected abstract IEnumerable<ServiceEndpoint> Endpoints { get; }

    /// <summary>Answers before any endpoint is looked up (throttling), or null to go on.</summary>
    protected virtual ServiceAnswer? Intercept(ServiceRequest request) => null;

    /// <summary>The path to look up, when the service knows spellings of one path.</summary>
    protected virtual string RoutedPath(string path) => path;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestBodySize = 1 << 20;
        });
        _app = builder.Build();
        _app.Use(RecordAsync);
        _app.UseRouting();
        foreach (var endpoint in Endpoints)
            _app.MapMethods(endpoint.Template, [endpoint.Verb], context => AnswerAsync(context, endpoint.Answer));
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single() + "/");
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    /// <summary>Records first and writes then: who has seen an answer finds it among the exchanges.</summary>
    private async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        var sent = context.Request.Path + context.Request.QueryString;
        using var reader = new StreamReader(context.Request.Body);
        var request = new ServiceRequest(context, await reader.ReadToEndAsync());
        context.Items[typeof(ServiceRequest)] = request;
        context.Request.Path = RoutedPath(context.Request.Path.Value ?? "/");

        ServiceAnswer? answer;
        lock (_gate)
            answer = Intercept(request);
        if (answer is null)
        {
            await next(context);
            answer = context.Items[AnswerKey] as ServiceAnswer ?? new ServiceAnswer(context.Response.StatusCode);
        }

        lock (_gate)
            _exchanges.Add(new Exchange(Interlocked.Increment(ref s_order), Name, context.Request.Method, sent, answer.Status, answer.Body ?? ""));
        await WriteAsync(context, answer);
    }

    private Task AnswerAsync(HttpContext context, Func<ServiceRequest, ServiceAnswer> answer)
    {
        lock (_gate)
            context.Items[AnswerKey] = answer((ServiceRequest)context.Items[typeof(ServiceRequest)]!);
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(HttpContext context, ServiceAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Location is not null)
            context.Response.Headers.Location = answer.Location;
        if (answer.Body is null)
            return;
        context.Response.ContentType = answer.ContentType;
        await context.Response.WriteAsync(answer.Body);
    }
}
