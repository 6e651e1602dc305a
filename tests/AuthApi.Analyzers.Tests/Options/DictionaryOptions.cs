using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Tests.Options;

/// <summary>Options given in the test, as the compiler hands them over: keys in lower case, compared without case.</summary>
internal sealed class DictionaryOptions(params (string Key, string Value)[] entries) : AnalyzerConfigOptions
{
    private readonly Dictionary<string, string> _entries = entries.ToDictionary(e => e.Key, e => e.Value, KeyComparer);

    public override IEnumerable<string> Keys => _entries.Keys;

#nullable disable // NotNullWhenAttribute is ambiguous here: the runtime's, and the internal one of the analyzers
    public override bool TryGetValue(string key, out string value) => _entries.TryGetValue(key, out value);
#nullable restore
}

/// <summary>The same options for every file but the ones named.</summary>
internal sealed class DictionaryOptionsProvider(AnalyzerConfigOptions all, params (SyntaxTree Tree, AnalyzerConfigOptions Options)[] some)
    : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions => all;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
        Array.Find(some, entry => entry.Tree == tree).Options ?? all;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => all;

    public AnalyzerOptions ToAnalyzerOptions() => new(ImmutableArray<AdditionalText>.Empty, this);
}
