using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MisreadStatus;

/// <summary>Writes a condition that the documented success fulfils.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MisreadStatusCodeFixProvider : SourceEditsCodeFixProvider
{
    public MisreadStatusCodeFixProvider()
        : base(DiagnosticIds.MisreadStatus)
    {
    }
}
