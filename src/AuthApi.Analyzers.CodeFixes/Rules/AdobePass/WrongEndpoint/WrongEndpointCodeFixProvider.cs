using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.WrongEndpoint;

/// <summary>Writes the right verb, path, parameter name, scheme or slash.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WrongEndpointCodeFixProvider : SourceEditsCodeFixProvider
{
    public WrongEndpointCodeFixProvider()
        : base(DiagnosticIds.WrongEndpoint)
    {
    }
}
