using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.Vip.InvalidRequestValue;

/// <summary>Writes the value that was meant; a GUID without dashes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InvalidRequestValueCodeFixProvider)), Shared]
public sealed class InvalidRequestValueCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.InvalidRequestValue);
