using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.StatusMessageDecides;

/// <summary>AUTH2004: compares the code that the catalogue has for the text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StatusMessageDecidesCodeFixProvider)), Shared]
public sealed class StatusMessageDecidesCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.StatusMessageDecides);
