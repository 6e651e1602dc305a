using System.Collections.Immutable;

namespace AuthApi.Analyzers.Options;

/// <summary>
/// Every option of the package, each declared once. Rules read them through <see cref="AuthApiOptions"/>; the texts
/// here are those of docs/configuration.md and of AUTH0001.
/// </summary>
internal static class OptionCatalog
{
    private const string SymbolList =
        "a list of types or methods separated by '|' or ',', each as a name (SigningHandler, Acme.Http.SigningHandler, Acme.Http.Signer.Sign) or a documentation id (T:…, M:…)";

    public static readonly OptionDefinition<HostNames> AdobePassHosts = new(
        "adobe_pass_hosts", HostNames.Empty, "none",
        "a list of host names separated by '|' or ',', without scheme, port or path, each as gateway.example.com or *.example.com and optionally followed by =production or =staging",
        "Other hosts that are a gateway or proxy in front of Adobe Pass: requests to them are checked like requests to Adobe's own hosts.",
        OptionReaders.Hosts(HostEnvironment.Production, HostEnvironment.Staging));

    public static readonly OptionDefinition<HostNames> VipHosts = new(
        "vip_hosts", HostNames.Empty, "none",
        "a list of host names separated by '|' or ',', without scheme, port or path, each as gateway.example.com or *.example.com and optionally followed by =production or =pilot",
        "Other hosts that are a gateway or proxy in front of VIP: requests to them are checked like requests to VIP's own hosts.",
        OptionReaders.Hosts(HostEnvironment.Production, HostEnvironment.Pilot));

    public static readonly OptionDefinition<SymbolNames> AuthorizationHandlers = Symbols(
        "authorization_handlers",
        "Message handlers, authenticators and interceptors in other assemblies that set the Authorization header of every request that passes through them; derived types count.");

    public static readonly OptionDefinition<SymbolNames> AuthorizationMethods = Symbols(
        "authorization_methods",
        "Methods in other assemblies that set the Authorization header of the request or client that they are called on or that is passed to them; a type stands for all its methods.");

    public static readonly OptionDefinition<SymbolNames> ReasonCodeChecks = Symbols(
        "reason_code_checks",
        "Methods in other assemblies that examine the reason code of the VIP response passed to them; a type stands for all its methods.");

    public static readonly OptionDefinition<SymbolNames> VipResponseTypes = Symbols(
        "vip_response_types",
        "Types that are VIP responses although their shape does not tell; derived types count.");

    public static readonly OptionDefinition<bool> AssumeAdobePass = Boolean(
        "assume_adobe_pass", "AuthApiAssumeAdobePass",
        "Looks for requests to Adobe Pass in every file, also where no host or path of the service is written in this project (because they are constants of another assembly).");

    public static readonly OptionDefinition<bool> AssumeVip = Boolean(
        "assume_vip", "AuthApiAssumeVip",
        "Looks for VIP responses in every file, also where neither this project nor the type names of its references tell of VIP.");

    public static readonly OptionDefinition<TimeSpan> PollingMinimum = new(
        "polling_minimum_seconds", TimeSpan.FromSeconds(1), "1",
        "a number of seconds from 1 to 3600, with a point before decimals",
        "The shortest pause between two requests of a polling loop that AUTH1007 accepts.",
        OptionReaders.Seconds(1, 3600));

    public static readonly OptionDefinition<int> FollowedCalls = new(
        "followed_calls", 4, "4",
        "a whole number from 0 to 8",
        "How many callers deep AUTH1007 looks for the loop or timer around a request; 0 looks at the method itself only. The bounds of the other rules are fixed, see \"How the rules decide\".",
        OptionReaders.WholeNumber(0, 8));

    /// <summary>All of them, in the order of the page.</summary>
    public static readonly ImmutableArray<OptionDefinition> All = ImmutableArray.Create<OptionDefinition>(
        AdobePassHosts, VipHosts, AuthorizationHandlers, AuthorizationMethods, ReasonCodeChecks, VipResponseTypes,
        AssumeAdobePass, AssumeVip, PollingMinimum, FollowedCalls);

    private static OptionDefinition<SymbolNames> Symbols(string name, string summary) =>
        new(name, SymbolNames.Empty, "none", SymbolList, summary, OptionReaders.Symbols);

    private static OptionDefinition<bool> Boolean(string name, string property, string summary) =>
        new(name, false, "false", "true or false", summary, OptionReaders.Boolean, property);
}
