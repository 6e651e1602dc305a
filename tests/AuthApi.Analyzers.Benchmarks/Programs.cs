using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuthApi.Analyzers.Benchmarks;

/// <summary>Programs of a chosen size. Each call makes all trees anew, so nothing is cached from the run before.</summary>
internal static class Programs
{
    private static readonly ImmutableArray<MetadataReference> References =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray();

    /// <summary>How many calls to the two services one file of <see cref="RelevantFile"/> makes.</summary>
    public const int CallsPerRelevantFile = 4;

    /// <summary>A program of files that call a service each, and of files that call other services; in the C# of the oldest compiler (11).</summary>
    public static CSharpCompilation Create(int relevantFiles, int unrelatedFiles)
    {
        return CSharpCompilation.Create(
            "Program",
            Sources(relevantFiles, unrelatedFiles).Select((source, i) => CSharpSyntaxTree.ParseText(source, path: $"File{i}.cs")),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The same as files, for builds with the real compiler.</summary>
    public static void Write(string folder, int relevantFiles, int unrelatedFiles)
    {
        foreach (var (source, i) in Sources(relevantFiles, unrelatedFiles).Select((source, i) => (source, i)))
        {
            File.WriteAllText(Path.Combine(folder, $"File{i}.cs"), source);
        }
    }

    /// <summary>Throws when the programs do not compile: a benchmark of broken code measures nothing.</summary>
    public static void Check()
    {
        var errors = Create(2, 2).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors.Select(e => e.ToString())));
        }
    }

    private static IEnumerable<string> Sources(int relevantFiles, int unrelatedFiles) =>
        Enumerable.Range(0, relevantFiles).Select(RelevantFile).Concat(Enumerable.Range(0, unrelatedFiles).Select(UnrelatedFile));

    /// <summary>Two requests to Adobe Pass and two calls to VIP, one of each wrong; helpers and an injected client, as programs have them.</summary>
    private static string RelevantFile(int n) => $$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        namespace Relevant{{n}};

        public sealed record Status(string ReasonCode, string StatusMessage);
        public sealed record ValidateResponse(string RequestId, Status Status);

        public sealed class Pass
        {
            private const string Host = "https://api.auth.adobe.com";
            private readonly HttpClient client;
            private readonly Func<string> token;

            public Pass(HttpClient client, Func<string> token) => (this.client, this.token) = (client, token);

            public async Task<string> Signed(string requestor)
            {
                using var request = Message($"{Host}/reggie/v1/{requestor}/regcode");
                request.Headers.TryAddWithoutValidation("Authorization", token());
                using var response = await client.SendAsync(request);
                return await response.Content.ReadAsStringAsync();
            }

            public async Task<string> Unsigned(string requestor)
            {
                using var request = Message($"{Host}/reggie/v1/{requestor}/regcode");
                using var response = await client.SendAsync(request);
                return await response.Content.ReadAsStringAsync();
            }

            private static HttpRequestMessage Message(string address) => new(HttpMethod.Post, address) { Content = new StringContent("deviceId=1") };
        }

        public sealed class Vip
        {
            private readonly HttpClient client;

            public Vip(HttpClient client) => this.client = client;

            public async Task<bool> Checked(string body) => (await Send(body)).Status.ReasonCode == "0000";

            public async Task<string> Unchecked(string body)
            {
                var response = await Send(body);
                return response.RequestId;
            }

            private async Task<ValidateResponse> Send(string body)
            {
                using var answer = await client.PostAsync("https://vipservices-auth.verisign.com/val/soap", new StringContent(body));
                return (await answer.Content.ReadFromJsonAsync<ValidateResponse>())!;
            }
        }
        """;

    /// <summary>Ordinary code that sends requests, looks at status codes and reads clocks, for another service; every other file by a client with a base address.</summary>
    private static string UnrelatedFile(int n) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Threading.Tasks;

        namespace Unrelated{{n}};

        public sealed record Order(int Id, string Name, decimal Price);

        public sealed class Orders
        {
            private readonly HttpClient client;
            private readonly Dictionary<int, Order> _orders = new();

            public Orders(HttpClient client) => {{(n % 2 == 0 ? "this.client = client" : "this.client = new HttpClient { BaseAddress = new Uri(\"https://orders.example.com/\") }")}};

            public async Task<bool> Send(Order order)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{{(n % 2 == 0 ? "https://orders.example.com/" : "")}}v{{n}}/orders/{order.Id}");
                request.Headers.Add("X-Time", DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString());
                request.Content = new StringContent(order.Name);
                using var response = await client.SendAsync(request);
                return response.IsSuccessStatusCode && await Confirm(order, (int)response.StatusCode);
            }

            public decimal Total() => _orders.Values.Where(o => o.Price > {{n}}).Select(o => o.Price).Sum();

            private async Task<bool> Confirm(Order order, int status)
            {
                for (var i = 0; i < 3; i++)
                {
                    await Task.Delay(TimeSpan.FromSeconds(i));
                    if (status == 200 && (await client.GetStringAsync("https://orders.example.com/status")).Contains("done"))
                    {
                        _orders[order.Id] = order with { Name = string.Concat(order.Name, "-", Math.Max(status, i)) };
                        return true;
                    }
                }

                return false;
            }
        }
        """;
}
