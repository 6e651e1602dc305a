using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Http;

/// <summary><c>Windows.Web.Http.HttpClient</c> of UWP and Xbox apps (learn.microsoft.com, namespace Windows.Web.Http).</summary>
internal sealed class WindowsHttpLibrary : MessageLibrary
{
    private const string Space = "Windows.Web.Http";

    public static readonly WindowsHttpLibrary Instance = new();

    private WindowsHttpLibrary() : base(Space)
    {
    }

    public override bool MaySend(IMethodSymbol method) =>
        method.Name is "SendRequestAsync" or "TrySendRequestAsync" || Verb(method.Name) is not null && method.Name.EndsWith("Async", StringComparison.Ordinal);

    public override bool IsCarrier(ITypeSymbol? type) => IsClient(type) || IsMessage(type) || Derives(type, "HttpRequestHeaderCollection", Space + ".Headers");

    public override bool IsHook(ITypeSymbol type) => Derives(type, "IHttpFilter", Space + ".Filters");

    // The base protocol filter answers challenges by itself, which Adobe Pass does not send.
    public override AnswerKind? Sets(ITypeSymbol hook) => hook.Name != "IHttpFilter" && IsIn(hook, Space) ? AnswerKind.No : null;

    public override bool IsOwnAssembly(string assemblyName) => assemblyName.StartsWith("Windows", StringComparison.Ordinal) || assemblyName == "Microsoft.Windows.SDK.NET";

    protected override string? Verb(string methodName) => VerbOf(methodName.StartsWith("Try", StringComparison.Ordinal) ? methodName.Substring(3) : methodName);
}
