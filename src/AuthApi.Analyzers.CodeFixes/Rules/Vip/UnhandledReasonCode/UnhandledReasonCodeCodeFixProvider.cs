using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.UnhandledReasonCode;

/// <summary>AUTH2011: arms for the missing codes, with the documented remedy as comment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnhandledReasonCodeCodeFixProvider)), Shared]
public sealed class UnhandledReasonCodeCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.UnhandledReasonCode);
