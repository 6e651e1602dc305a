using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.InvalidRequestParameter;

/// <summary>Corrects the lifetime, the redirect address or the format of the body.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class InvalidRequestParameterCodeFixProvider : SourceEditsCodeFixProvider
{
    public InvalidRequestParameterCodeFixProvider()
        : base(DiagnosticIds.InvalidRequestParameter)
    {
    }
}
