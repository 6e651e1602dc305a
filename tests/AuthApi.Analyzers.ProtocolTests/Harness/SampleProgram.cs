using System.Reflection;
using System.Runtime.Loader;
using AuthApi.Analyzers.ProtocolTests.Services;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace AuthApi.Analyzers.ProtocolTests.Harness;

/// <summary>How a sample ended: with an answer of its own or with an exception, and what the services saw.</summary>
internal sealed record SampleOutcome(string? Answer, Exception? Failure, IReadOnlyList<Exchange> Exchanges)
{
    /// <summary>The HTTP statuses in the order of the answers.</summary>
    public IReadOnlyList<int> Statuses => [.. Exchanges.Select(exchange => exchange.Status)];

    public override string ToString() =>
        $"{Answer ?? Failure?.ToString()}\n{string.Join('\n', Exchanges)}";
}

/// <summary>
/// Runs C# source as a program against the simulated services.
/// <para>
/// The entry is the only <c>static Task&lt;string&gt; Run(…)</c> in the source, in a type of any name; what it returns is the
/// program's verdict, as its user would see it. It asks for what it needs by the types of its parameters, in any order:
/// <see cref="HttpClient"/>, <see cref="HttpMessageHandler"/>, <see cref="IHttpClientFactory"/> (all three route the public
/// hosts to the simulation), <see cref="TimeProvider"/> (the simulation's clock), <see cref="CancellationToken"/>.
/// A sample may also create its clients itself, of any library: public hosts in its string literals are exchanged before it is
/// compiled for running, <c>Task.Delay</c> and <c>Thread.Sleep</c> move the simulation's clock instead of waiting. Analyzers
/// and fixes see the source as it was written. The usual implicit usings are there.
/// </para>
/// </summary>
internal static class SampleProgram
{
    /// <summary>Real time that a sample may take; it waits for nothing but loopback.</summary>
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    public static async Task<SampleOutcome> RunAsync(
        string source, Simulation simulation, IEnumerable<MetadataReference>? extraReferences = null)
    {
        var assembly = SampleCompiler.CompileForRunning(source, simulation.Routing, extraReferences ?? []);
        var context = new AssemblyLoadContext("Sample", isCollectible: true);
        using var cancellation = new CancellationTokenSource(s_timeout);
        try
        {
            var run = Entry(context.LoadFromStream(new MemoryStream(assembly)));
            var arguments = run.GetParameters().Select(parameter => Argument(parameter, simulation, cancellation.Token)).ToArray();
            var task = Task.Run(() =>
            {
                SampleClock.Use(simulation.Clock);
                return (Task<string>)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            });
            try
            {
                return new SampleOutcome(await task.WaitAsync(cancellation.Token), null, simulation.Exchanges);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                return new SampleOutcome(null, failure, simulation.Exchanges);
            }
        }
        finally
        {
            context.Unload();
        }
    }

    private static MethodInfo Entry(Assembly assembly)
    {
        const BindingFlags flags = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var entries = assembly.GetTypes()
            .SelectMany(type => type.GetMethods(flags))
            .Where(method => method.Name == "Run" && method.ReturnType == typeof(Task<string>))
            .ToList();
        return entries is [var entry]
            ? entry
            : throw new InvalidOperationException($"A sample has one 'static Task<string> Run(…)'; this one has {entries.Count}.");
    }

    private static object Argument(ParameterInfo parameter, Simulation simulation, CancellationToken cancellationToken) =>
        parameter.ParameterType switch
        {
            var type when type == typeof(HttpClient) => new HttpClient(simulation.Routing.CreateHandler()),
            var type when type == typeof(HttpMessageHandler) => simulation.Routing.CreateHandler(),
            var type when type == typeof(IHttpClientFactory) => Factory(simulation),
            var type when type == typeof(TimeProvider) => simulation.Clock,
            var type when type == typeof(CancellationToken) => cancellationToken,
            var type => throw new InvalidOperationException($"Run cannot ask for a {type}."),
        };

    private static IHttpClientFactory Factory(Simulation simulation)
    {
        var services = new ServiceCollection();
        services.AddHttpClient();
        services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(simulation.Routing.CreateHandler));
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
    }
}
