namespace AuthApi.Analyzers.Options;

/// <summary>Which side of a service a host leads to, as far as the user said.</summary>
internal enum HostEnvironment
{
    /// <summary>The user did not say.</summary>
    Unspecified,

    /// <summary>The live service (both services).</summary>
    Production,

    /// <summary>The staging profile of Adobe Pass.</summary>
    Staging,

    /// <summary>The pilot side of VIP.</summary>
    Pilot,
}

/// <summary>Host names from an option: <c>gateway.example.com</c>, <c>*.example.com</c>, <c>gateway.example.com=production</c>.</summary>
internal sealed class HostNames(IEnumerable<HostNames.Entry> entries)
{
    public static readonly HostNames Empty = new([]);

    private readonly Entry[] _entries = entries.ToArray();

    public bool IsEmpty => _entries.Length == 0;

    /// <summary>The host names without marks and wildcards, lower case: texts whose presence in a source makes it worth a look.</summary>
    public IEnumerable<string> Texts => _entries.Select(entry => entry.Host);

    /// <summary>Whether <paramref name="host"/> (as <see cref="System.Uri.Host"/> gives it: no scheme, no port) is one of them.</summary>
    public bool Contains(string? host) => TryGet(host, out _);

    /// <summary>As <see cref="Contains"/>, with the side that the user gave to the host; the first entry that matches decides.</summary>
    public bool TryGet(string? host, out HostEnvironment environment)
    {
        foreach (var entry in _entries)
        {
            if (host is not null && entry.Matches(host))
            {
                environment = entry.Environment;
                return true;
            }
        }

        environment = HostEnvironment.Unspecified;
        return false;
    }

    /// <summary>One host, or with <paramref name="Subdomains"/> every host below it and not the host itself.</summary>
    internal sealed record Entry(string Host, bool Subdomains, HostEnvironment Environment)
    {
        public bool Matches(string host) =>
            !Subdomains
                ? host.Equals(Host, StringComparison.OrdinalIgnoreCase)
                : host.Length > Host.Length + 1
                    && host[host.Length - Host.Length - 1] == '.'
                    && host.EndsWith(Host, StringComparison.OrdinalIgnoreCase);

        /// <summary>Null for what is not a host name (a scheme, port or path included) or has a mark other than <paramref name="marks"/>.</summary>
        public static Entry? TryParse(string text, HostEnvironment[] marks)
        {
            var environment = HostEnvironment.Unspecified;
            var equals = text.IndexOf('=');
            if (equals >= 0)
            {
                var mark = text.Substring(equals + 1).Trim();
                environment = marks.FirstOrDefault(m => m.ToString().Equals(mark, StringComparison.OrdinalIgnoreCase));
                if (environment == HostEnvironment.Unspecified)
                {
                    return null;
                }

                text = text.Substring(0, equals).Trim();
            }

            var subdomains = text.StartsWith("*.", StringComparison.Ordinal);
            var host = (subdomains ? text.Substring(2) : text).ToLowerInvariant();
            return Array.TrueForAll(host.Split('.'), IsLabel) ? new Entry(host, subdomains, environment) : null;
        }

        private static bool IsLabel(string label) =>
            label.Length > 0 && label.All(c => char.IsLetterOrDigit(c) || c is '-' or '_') && label[0] != '-';
    }
}
