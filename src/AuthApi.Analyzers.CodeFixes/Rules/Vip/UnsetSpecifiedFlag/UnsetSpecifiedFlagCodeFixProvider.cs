using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.UnsetSpecifiedFlag;

/// <summary>Sets the flag next to the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnsetSpecifiedFlagCodeFixProvider)), Shared]
public sealed class UnsetSpecifiedFlagCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.UnsetSpecifiedFlag);
