using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Options;

/// <summary>
/// The options that apply to one file, read and parsed once. Get them with <see cref="For"/> where a rule needs them, after
/// its cheap tests. Immutable, and free of symbols: parsed values outlive a compilation without holding it.
/// </summary>
internal sealed class AuthApiOptions
{
    // Weak in both steps: an entry goes with the provider of its compilation. The provider is the first key because a tree
    // survives an edit of .editorconfig; the options object is the second because files of one folder share it.
    private static readonly ConditionalWeakTable<AnalyzerConfigOptionsProvider, ConditionalWeakTable<AnalyzerConfigOptions, AuthApiOptions>> Cache = new();

    private AuthApiOptions(AnalyzerConfigOptions options)
    {
        AdobePassHosts = OptionCatalog.AdobePassHosts.Read(options);
        VipHosts = OptionCatalog.VipHosts.Read(options);
        AuthorizationHandlers = OptionCatalog.AuthorizationHandlers.Read(options);
        AuthorizationMethods = OptionCatalog.AuthorizationMethods.Read(options);
        ReasonCodeChecks = OptionCatalog.ReasonCodeChecks.Read(options);
        VipResponseTypes = OptionCatalog.VipResponseTypes.Read(options);
        AssumeAdobePass = OptionCatalog.AssumeAdobePass.Read(options);
        AssumeVip = OptionCatalog.AssumeVip.Read(options);
        PollingMinimum = OptionCatalog.PollingMinimum.Read(options);
        FollowedCalls = OptionCatalog.FollowedCalls.Read(options);
    }

    /// <summary><c>adobe_pass_hosts</c>: gateways in front of Adobe Pass.</summary>
    public HostNames AdobePassHosts { get; }

    /// <summary><c>vip_hosts</c>: gateways in front of VIP.</summary>
    public HostNames VipHosts { get; }

    /// <summary><c>authorization_handlers</c>: ask <see cref="SymbolNames.MatchesType"/>.</summary>
    public SymbolNames AuthorizationHandlers { get; }

    /// <summary><c>authorization_methods</c>: ask <see cref="SymbolNames.MatchesMethod"/>.</summary>
    public SymbolNames AuthorizationMethods { get; }

    /// <summary><c>reason_code_checks</c>: ask <see cref="SymbolNames.MatchesMethod"/>.</summary>
    public SymbolNames ReasonCodeChecks { get; }

    /// <summary><c>vip_response_types</c>: ask <see cref="SymbolNames.MatchesType"/>.</summary>
    public SymbolNames VipResponseTypes { get; }

    /// <summary><c>assume_adobe_pass</c>: the gate is open although no anchor is seen.</summary>
    public bool AssumeAdobePass { get; }

    /// <summary><c>assume_vip</c>: the gate is open although no anchor is seen.</summary>
    public bool AssumeVip { get; }

    /// <summary><c>polling_minimum_seconds</c>: from one second to one hour.</summary>
    public TimeSpan PollingMinimum { get; }

    /// <summary><c>followed_calls</c>: how many callers deep the loop around a request is looked for, 0 to 8.</summary>
    public int FollowedCalls { get; }

    /// <summary>The options for the file <paramref name="tree"/>. Never throws.</summary>
    public static AuthApiOptions For(AnalyzerOptions options, SyntaxTree tree)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        return Cache.GetOrCreateValue(provider).GetValue(provider.GetOptions(tree), static o => new AuthApiOptions(o));
    }

    /// <summary>
    /// The different options of a compilation's files, for questions that are decided once for all of them (the gate:
    /// is the service assumed anywhere, which gateways count as anchors). One cheap look-up per file.
    /// </summary>
    public static IEnumerable<AuthApiOptions> AllIn(AnalyzerOptions options, Compilation compilation) =>
        compilation.SyntaxTrees.Select(tree => For(options, tree)).Distinct();
}
