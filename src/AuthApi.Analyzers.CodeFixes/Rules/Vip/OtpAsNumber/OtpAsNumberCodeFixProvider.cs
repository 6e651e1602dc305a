using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.OtpAsNumber;

/// <summary>Writes the number with six digits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OtpAsNumberCodeFixProvider)), Shared]
public sealed class OtpAsNumberCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.OtpAsNumber);
