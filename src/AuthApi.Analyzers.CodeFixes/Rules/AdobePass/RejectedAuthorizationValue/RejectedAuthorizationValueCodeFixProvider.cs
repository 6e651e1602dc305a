using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.RejectedAuthorizationValue;

/// <summary>Uses the call that .NET accepts and that sends what was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RejectedAuthorizationValueCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.RejectedAuthorizationValue);
