using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AuthApi.Analyzers.ProtocolTests.Harness;

/// <summary>
/// Sends the services' public hosts to their simulations. Two ways, so that any client library can be used: the addresses in
/// the text of a sample are exchanged before it is compiled for running (<see cref="InText"/>), and a client handed to the
/// sample goes through <see cref="CreateHandler"/>. Nothing else is reachable.
/// </summary>
internal sealed partial class HostRouting(IReadOnlyDictionary<string, Uri> routes)
{
    /// <summary>A handler that exchanges host, port and scheme of a request, and refuses hosts that are not simulated.</summary>
    public HttpMessageHandler CreateHandler() => new RoutingHandler(routes);

    /// <summary>
    /// The text of one literal with the simulated hosts exchanged: <c>https://api.auth.adobe.com/…</c> whole, a bare host as
    /// <c>127.0.0.1:port</c>, and a trailing <c>https://</c>, which waits for a host, as <c>http://</c>.
    /// </summary>
    public string InText(string literal) => HostOrScheme().Replace(literal, match =>
        match.Groups["host"] is not { Success: true } host ? "http://"
        : !routes.TryGetValue(host.Value, out var address) ? match.Value
        : (match.Groups["scheme"].Success ? "http://" : "") + address.Authority);

    /// <summary>The process cannot leave this machine: what is not loopback goes to a proxy that is not there.</summary>
    [ModuleInitializer]
    internal static void StayOnLoopback() => HttpClient.DefaultProxy = new NoWayOut();

    [GeneratedRegex(@"(?<scheme>https?://)?(?<![\w.-])(?<host>[a-z0-9-]+(\.[a-z0-9-]+)+)(?![\w.-])|https://(?=""*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostOrScheme();

    private sealed class RoutingHandler(IReadOnlyDictionary<string, Uri> routes) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Route(request);
            return base.Send(request, cancellationToken);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Route(request);
            return base.SendAsync(request, cancellationToken);
        }

        private void Route(HttpRequestMessage request)
        {
            var uri = request.RequestUri!;
            if (uri.IsLoopback)
                return;
            if (!routes.TryGetValue(uri.IdnHost, out var address))
                throw new HttpRequestException($"No simulated service stands for '{uri.IdnHost}'.");
            request.RequestUri = new Uri(address, uri.PathAndQuery);
        }
    }

    private sealed class NoWayOut : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => new("http://127.0.0.1:9/");

        public bool IsBypassed(Uri host) => host.IsLoopback;
    }
}
