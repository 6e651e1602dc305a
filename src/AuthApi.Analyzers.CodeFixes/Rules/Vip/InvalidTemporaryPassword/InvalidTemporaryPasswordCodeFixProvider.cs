using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.InvalidTemporaryPassword;

/// <summary>AUTH2006: the longest time that the service allows; six characters where a length is written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InvalidTemporaryPasswordCodeFixProvider)), Shared]
public sealed class InvalidTemporaryPasswordCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.InvalidTemporaryPassword);
