using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.ReasonCodeAsNumber;

/// <summary>AUTH2003: parses the code in base 16, or declares it as text; only where that is exact.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReasonCodeAsNumberCodeFixProvider)), Shared]
public sealed class ReasonCodeAsNumberCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.ReasonCodeAsNumber);
