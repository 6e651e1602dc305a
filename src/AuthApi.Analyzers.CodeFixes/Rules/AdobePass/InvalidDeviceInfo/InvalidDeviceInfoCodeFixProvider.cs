using System.Composition;
using AuthApi.Analyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.InvalidDeviceInfo;

/// <summary>Encodes the device information, or takes the wrong encoding away; puts the missing word before an identifier.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InvalidDeviceInfoCodeFixProvider))]
[Shared]
public sealed class InvalidDeviceInfoCodeFixProvider() : SourceEditsCodeFixProvider(DiagnosticIds.InvalidDeviceInfo);
