using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.TightPolling;

/// <summary>Waits five seconds in each round, or makes the time longer that the program has chosen.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TightPollingCodeFixProvider))]
[Shared]
public sealed class TightPollingCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.TightPolling);
