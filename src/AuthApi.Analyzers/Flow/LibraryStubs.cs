using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Flow;

/// <summary>
/// Declarations of a client library that a program contains as source, because the library comes with an editor or an operating system and not as
/// a package (Unity, UWP) or is vendored. Its bodies are placeholders or inner workings: it is treated as the library that it stands for.
/// </summary>
internal sealed class LibraryStubs
{
    // The type by which a copy of the library is recognised; its outermost namespace is the library's.
    private static readonly string[] Types =
    [
        "UnityEngine.Networking.UnityWebRequest", "Windows.Web.Http.HttpClient", "RestSharp.RestClient", "RestSharp.IRestClient", "Flurl.Http.IFlurlRequest",
    ];

    private static readonly ConditionalWeakTable<Compilation, LibraryStubs> Instances = new();

    private readonly HashSet<string> spaces;

    private LibraryStubs(Compilation compilation) =>
        spaces = [.. Types.Where(name => compilation.Assembly.GetTypeByMetadataName(name) is not null).Select(static name => name.Substring(0, name.IndexOf('.')))];

    /// <summary>Whether a symbol of the compilation is declared by a copy of a library.</summary>
    public static bool Contain(Compilation compilation, ISymbol symbol)
    {
        var stubs = Instances.GetValue(compilation, static c => new LibraryStubs(c));
        if (stubs.spaces.Count == 0)
            return false;
        var space = symbol.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is not null && stubs.spaces.Contains(space.Name);
    }
}
