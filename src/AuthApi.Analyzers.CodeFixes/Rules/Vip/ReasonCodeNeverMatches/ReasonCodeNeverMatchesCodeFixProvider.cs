using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.ReasonCodeNeverMatches;

/// <summary>AUTH2002: compares the code so that it can match.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReasonCodeNeverMatchesCodeFixProvider)), Shared]
public sealed class ReasonCodeNeverMatchesCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.ReasonCodeNeverMatches);
