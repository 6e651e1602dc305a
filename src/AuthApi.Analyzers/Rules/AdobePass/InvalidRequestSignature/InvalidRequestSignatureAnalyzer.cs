using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidRequestSignature;

/// <summary>
/// AUTH1004: the signature of a signed header is no Base64 text of the HMAC-SHA1 of the signed part, and so never matches.
/// </summary>
/// <remarks>Found once for the compilation and reported with the file of the mistake, as AUTH1002 does and for the same reason.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidRequestSignatureAnalyzer : AuthApiAnalyzer
{
    /// <summary>Property of the diagnostic: the <see cref="SignatureFault"/>.</summary>
    public const string FaultProperty = "Fault";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.InvalidRequestSignature);

    private protected override Service Service => Service.AdobePass;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var mistakes = new OncePerCompilation<IReadOnlyList<SignatureMistake>>(cancellationToken => SignatureMistakes.In(program, cancellationToken));
        context.RegisterSemanticModelAction(model =>
        {
            foreach (var mistake in mistakes.Get(model.CancellationToken))
            {
                if (mistake.Blamed.SyntaxTree != model.SemanticModel.SyntaxTree)
                    continue;
                model.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.InvalidRequestSignature,
                    mistake.Blamed.GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(FaultProperty, mistake.Fault.ToString()),
                    mistake.Blamed.Excerpt(),
                    mistake.Finding));
            }
        });
    }
}
