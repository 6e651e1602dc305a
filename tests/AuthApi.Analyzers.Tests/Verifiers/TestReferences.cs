using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Tests.Verifiers;

/// <summary>What the sources of a test may use, beside what they declare.</summary>
[Flags]
public enum TestReferences
{
    None = 0,

    /// <summary>.NET and ASP.NET Core, with Microsoft.Extensions.Http and hosting.</summary>
    Framework = 1,

    RestSharp = 2,
    Flurl = 4,
    Newtonsoft = 8,
    NodaTime = 16,
    Polly = 32,
    Reactive = 64,

    /// <summary>The client types of System.ServiceModel, as a stub: see <see cref="ServiceModelStub"/>.</summary>
    Wcf = 128,

    /// <summary>Stubs: see <see cref="ClientLibraryStubs"/>.</summary>
    Refit = 256,
    WindowsHttp = 512,
    Unity = 1024,
    RestSharp106 = 2048,

    Default = Framework,
}

internal static class TestReferencesExtensions
{
    public static ImmutableArray<MetadataReference> Resolve(this TestReferences references)
    {
        var all = ImmutableArray.CreateBuilder<MetadataReference>();
        foreach (var (flag, group) in Groups)
        {
            if (references.HasFlag(flag))
                all.AddRange(RestoredReferences.Get(group));
        }

        if (references.HasFlag(TestReferences.Wcf))
            all.Add(ServiceModelStub.Reference);
        if (references.HasFlag(TestReferences.Refit))
            all.Add(ClientLibraryStubs.RefitReference);
        if (references.HasFlag(TestReferences.WindowsHttp))
            all.Add(ClientLibraryStubs.WindowsReference);
        if (references.HasFlag(TestReferences.Unity))
            all.Add(ClientLibraryStubs.UnityReference);
        if (references.HasFlag(TestReferences.RestSharp106))
            all.Add(ClientLibraryStubs.RestSharp106Reference);
        return all.ToImmutable();
    }

    private static readonly (TestReferences Flag, string Group)[] Groups =
    [
        (TestReferences.Framework, "Framework"),
        (TestReferences.RestSharp, "RestSharp"),
        (TestReferences.Flurl, "Flurl.Http"),
        (TestReferences.Newtonsoft, "Newtonsoft.Json"),
        (TestReferences.NodaTime, "NodaTime"),
        (TestReferences.Polly, "Polly"),
        (TestReferences.Reactive, "System.Reactive"),
    ];
}
